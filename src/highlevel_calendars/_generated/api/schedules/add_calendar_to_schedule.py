# Generated from openapi/calendars.yaml: change that file and run `make generate`, do not edit this one.
from __future__ import annotations

from ...._operation import Caller, Operation, Options, Response
from ...._wire import reply_object
from ...models.success import Success

OPERATION = Operation(
    id="add-calendar-to-schedule",
    method="PUT",
    path="/calendars/schedules/{id}/associations/{calendar_id}",
    page="https://marketplace.gohighlevel.com/docs/ghl/calendars/add-calendar-to-schedule",
    scope="calendars.write",
    location="",
    query=(),
    envelope=(),
    read=reply_object(Success.from_dict),
)


async def add_calendar_to_schedule(
    client: Caller, id: str, calendar_id: str, *, options: Options | None = None
) -> Response[Success]:
    """Apply a schedule to a calendar and return the whole response.

    PUT /calendars/schedules/{id}/associations/{calendar_id}

    Scope: calendars.write
    Page: https://marketplace.gohighlevel.com/docs/ghl/calendars/add-calendar-to-schedule
    """
    return await client.call(OPERATION, path={"id": id, "calendar_id": calendar_id}, options=options)
