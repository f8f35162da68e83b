# Generated from openapi/calendars.yaml: change that file and run `make generate`, do not edit this one.
from __future__ import annotations

from ...._operation import Caller, Operation, Options, Response
from ...._wire import reply_object
from ...models.success import Success

OPERATION = Operation(
    id="deleteSchedule",
    method="DELETE",
    path="/calendars/schedules/{id}",
    page="https://marketplace.gohighlevel.com/docs/ghl/calendars/delete-schedule",
    scope="calendars.write",
    location="",
    query=(),
    envelope=(),
    read=reply_object(Success.from_dict),
)


async def delete_schedule(client: Caller, id: str, *, options: Options | None = None) -> Response[Success]:
    """Delete a schedule and return the whole response.

    DELETE /calendars/schedules/{id}

    Scope: calendars.write
    Page: https://marketplace.gohighlevel.com/docs/ghl/calendars/delete-schedule
    """
    return await client.call(OPERATION, path={"id": id}, options=options)
