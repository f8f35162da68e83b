# Generated from openapi/calendars.yaml: change that file and run `make generate`, do not edit this one.
from __future__ import annotations

from ...._operation import Caller, Operation, Options, Response
from ...._wire import reply_object
from ...models.success import Success

OPERATION = Operation(
    id="remove-calendar-from-schedule",
    method="DELETE",
    path="/calendars/schedules/{id}/associations/{calendar_id}",
    page="https://marketplace.gohighlevel.com/docs/ghl/calendars/remove-calendar-from-schedule",
    scope="calendars.write",
    location="",
    query=(),
    envelope=(),
    read=reply_object(Success.from_dict),
)


async def remove_calendar_from_schedule(
    client: Caller, id: str, calendar_id: str, *, options: Options | None = None
) -> Response[Success]:
    """Take a schedule off a calendar and return the whole response.

    DELETE /calendars/schedules/{id}/associations/{calendar_id}

    Scope: calendars.write
    Page: https://marketplace.gohighlevel.com/docs/ghl/calendars/remove-calendar-from-schedule
    """
    return await client.call(OPERATION, path={"id": id, "calendar_id": calendar_id}, options=options)
