# Generated from openapi/calendars.yaml: change that file and run `make generate`, do not edit this one.
from __future__ import annotations

from ...._operation import Caller, Operation, Options, Response
from ...._wire import reply_object
from ...models.create_schedule import CreateSchedule
from ...models.schedule import Schedule

OPERATION = Operation(
    id="createSchedule",
    method="POST",
    path="/calendars/schedules",
    page="https://marketplace.gohighlevel.com/docs/ghl/calendars/create-schedule",
    scope="calendars.write",
    location="body",
    query=(),
    envelope=("schedule",),
    read=reply_object(Schedule.from_dict),
)


async def create_schedule(
    client: Caller, body: CreateSchedule, *, options: Options | None = None
) -> Response[Schedule]:
    """Create a schedule and return the whole response.

    POST /calendars/schedules

    Scope: calendars.write
    Page: https://marketplace.gohighlevel.com/docs/ghl/calendars/create-schedule
    """
    return await client.call(OPERATION, body=body, options=options)
