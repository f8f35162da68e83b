# Generated from openapi/calendars.yaml: change that file and run `make generate`, do not edit this one.
from __future__ import annotations

from ...._operation import Caller, Operation, Options, Response
from ...._wire import reply_object
from ...models.success import Success

OPERATION = Operation(
    id="delete-group",
    method="DELETE",
    path="/calendars/groups/{group_id}",
    page="https://marketplace.gohighlevel.com/docs/ghl/calendars/delete-group",
    scope="calendars/groups.write",
    location="",
    query=(),
    envelope=(),
    read=reply_object(Success.from_dict),
)


async def delete_group(client: Caller, group_id: str, *, options: Options | None = None) -> Response[Success]:
    """Delete a calendar group and return the whole response.

    DELETE /calendars/groups/{group_id}

    Scope: calendars/groups.write
    Page: https://marketplace.gohighlevel.com/docs/ghl/calendars/delete-group
    """
    return await client.call(OPERATION, path={"group_id": group_id}, options=options)
