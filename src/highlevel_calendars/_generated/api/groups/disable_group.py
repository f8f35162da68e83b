# Generated from openapi/calendars.yaml: change that file and run `make generate`, do not edit this one.
from __future__ import annotations

from ...._operation import Caller, Operation, Options, Response
from ...._wire import reply_object
from ...models.set_group_status import SetGroupStatus
from ...models.success import Success

OPERATION = Operation(
    id="disable-group",
    method="PUT",
    path="/calendars/groups/{group_id}/status",
    page="https://marketplace.gohighlevel.com/docs/ghl/calendars/disable-group",
    scope="calendars/groups.write",
    location="",
    query=(),
    envelope=(),
    read=reply_object(Success.from_dict),
)


async def disable_group(
    client: Caller, group_id: str, body: SetGroupStatus, *, options: Options | None = None
) -> Response[Success]:
    """Activate or deactivate a calendar group and return the whole response.

    PUT /calendars/groups/{group_id}/status

    Scope: calendars/groups.write
    Page: https://marketplace.gohighlevel.com/docs/ghl/calendars/disable-group
    """
    return await client.call(OPERATION, path={"group_id": group_id}, body=body, options=options)
