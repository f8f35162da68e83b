# Generated from openapi/calendars.yaml: change that file and run `make generate`, do not edit this one.
from __future__ import annotations

from ...._operation import Caller, Operation, Options, Response
from ...._wire import reply_object
from ...models.group import Group
from ...models.update_group import UpdateGroup

OPERATION = Operation(
    id="edit-group",
    method="PUT",
    path="/calendars/groups/{group_id}",
    page="https://marketplace.gohighlevel.com/docs/ghl/calendars/edit-group",
    scope="calendars/groups.write",
    location="",
    query=(),
    envelope=("group",),
    read=reply_object(Group.from_dict),
)


async def edit_group(
    client: Caller, group_id: str, body: UpdateGroup, *, options: Options | None = None
) -> Response[Group]:
    """Update a calendar group and return the whole response.

    PUT /calendars/groups/{group_id}

    Scope: calendars/groups.write
    Page: https://marketplace.gohighlevel.com/docs/ghl/calendars/edit-group
    """
    return await client.call(OPERATION, path={"group_id": group_id}, body=body, options=options)
