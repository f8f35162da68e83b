# Generated from openapi/calendars.yaml: change that file and run `make generate`, do not edit this one.
from __future__ import annotations

from ...._operation import Caller, Operation, Options, Response
from ...._wire import reply_object
from ...models.schedule import Schedule
from ...models.update_schedule import UpdateSchedule

OPERATION = Operation(
    id="updateSchedule",
    method="PUT",
    path="/calendars/schedules/{id}",
    page="https://marketplace.gohighlevel.com/docs/ghl/calendars/update-schedule",
    scope="calendars.write",
    location="",
    query=(),
    envelope=("schedule",),
    read=reply_object(Schedule.from_dict),
)


async def update_schedule(
    client: Caller, id: str, body: UpdateSchedule, *, options: Options | None = None
) -> Response[Schedule]:
    """Update a schedule and return the whole response.

    PUT /calendars/schedules/{id}

    Scope: calendars.write
    Page: https://marketplace.gohighlevel.com/docs/ghl/calendars/update-schedule
    """
    return await client.call(OPERATION, path={"id": id}, body=body, options=options)
