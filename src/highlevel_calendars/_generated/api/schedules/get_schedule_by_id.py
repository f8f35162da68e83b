# Generated from openapi/calendars.yaml: change that file and run `make generate`, do not edit this one.
from __future__ import annotations

from ...._operation import Caller, Operation, Options, Response
from ...._wire import reply_object
from ...models.schedule import Schedule

OPERATION = Operation(
    id="getScheduleById",
    method="GET",
    path="/calendars/schedules/{id}",
    page="https://marketplace.gohighlevel.com/docs/ghl/calendars/get-schedule-by-id",
    scope="calendars.readonly",
    location="",
    query=(),
    envelope=("schedule",),
    read=reply_object(Schedule.from_dict),
)


async def get_schedule_by_id(client: Caller, id: str, *, options: Options | None = None) -> Response[Schedule]:
    """Read a schedule and return the whole response.

    GET /calendars/schedules/{id}

    Scope: calendars.readonly
    Page: https://marketplace.gohighlevel.com/docs/ghl/calendars/get-schedule-by-id
    """
    return await client.call(OPERATION, path={"id": id}, options=options)
