# Generated from openapi/calendars.yaml: change that file and run `make generate`, do not edit this one.
from __future__ import annotations

from ...._operation import Caller, Operation, Options, Response
from ...._wire import reply_object
from ...models.calendar import Calendar
from ...models.update_calendar import UpdateCalendar

OPERATION = Operation(
    id="update-calendar",
    method="PUT",
    path="/calendars/{calendar_id}",
    page="https://marketplace.gohighlevel.com/docs/ghl/calendars/update-calendar",
    scope="calendars.write",
    location="",
    query=(),
    envelope=("calendar",),
    read=reply_object(Calendar.from_dict),
)


async def update_calendar(
    client: Caller, calendar_id: str, body: UpdateCalendar, *, options: Options | None = None
) -> Response[Calendar]:
    """Update a calendar and return the whole response.

    PUT /calendars/{calendar_id}

    Scope: calendars.write
    Page: https://marketplace.gohighlevel.com/docs/ghl/calendars/update-calendar
    """
    return await client.call(OPERATION, path={"calendar_id": calendar_id}, body=body, options=options)
