# Generated from openapi/calendars.yaml: change that file and run `make generate`, do not edit this one.
from __future__ import annotations

from ...._operation import Caller, OnUnknown, Operation, Options, Response
from ...._wire import reply_object
from ...models.create_group import CreateGroup
from ...models.group import Group

OPERATION = Operation(
    id="create-calendar-group",
    method="POST",
    path="/calendars/groups",
    page="https://marketplace.gohighlevel.com/docs/ghl/calendars/create-calendar-group",
    scope="calendars/groups.write",
    location="body",
    query=(),
    envelope=("group",),
    read=reply_object(Group.from_dict),
)


async def create_calendar_group(
    client: Caller, body: CreateGroup, *, options: Options | None = None, on_unknown: OnUnknown = "raise"
) -> Response[Group]:
    """Create a calendar group and return the whole response.

    POST /calendars/groups

    Scope: calendars/groups.write
    Page: https://marketplace.gohighlevel.com/docs/ghl/calendars/create-calendar-group

    With `on_unknown="reconcile"` a write whose reply was lost is looked up, see `CalendarsClient.call`.
    """
    return await client.call(OPERATION, body=body, options=options, on_unknown=on_unknown)
