# Generated from openapi/calendars.yaml: change that file and run `make generate`, do not edit this one.
from __future__ import annotations

from ...._operation import Caller, Operation, Options, QueryParameter, Response
from ...._wire import UNSET, Unset, query_text, reply_array
from ...models.group import Group

OPERATION = Operation(
    id="get-groups",
    method="GET",
    path="/calendars/groups",
    page="https://marketplace.gohighlevel.com/docs/ghl/calendars/get-groups",
    scope="calendars/groups.readonly",
    location="query",
    query=(QueryParameter("location_id", "locationId", query_text),),
    envelope=("groups",),
    read=reply_array(Group.from_dict),
)


async def get_groups(
    client: Caller, *, location_id: str | Unset = UNSET, options: Options | None = None
) -> Response[list[Group]]:
    """List calendar groups and return the whole response.

    GET /calendars/groups

    Scope: calendars/groups.readonly
    Page: https://marketplace.gohighlevel.com/docs/ghl/calendars/get-groups
    """
    return await client.call(OPERATION, query={"location_id": location_id}, options=options)
