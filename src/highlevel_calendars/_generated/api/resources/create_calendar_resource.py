# Generated from openapi/calendars.yaml: change that file and run `make generate`, do not edit this one.
from __future__ import annotations

from ...._operation import Caller, OnUnknown, Operation, Options, Response
from ...._wire import reply_object
from ...models.create_resource import CreateResource
from ...models.resource import Resource
from ...types import ResourceType

OPERATION = Operation(
    id="create-calendar-resource",
    method="POST",
    path="/calendars/resources/{resource_type}",
    page="https://marketplace.gohighlevel.com/docs/ghl/calendars/create-calendar-resource",
    scope="calendars/resources.write",
    location="body",
    query=(),
    envelope=(),
    read=reply_object(Resource.from_dict),
)


async def create_calendar_resource(
    client: Caller,
    resource_type: ResourceType,
    body: CreateResource,
    *,
    options: Options | None = None,
    on_unknown: OnUnknown = "raise",
) -> Response[Resource]:
    """Create a room or equipment and return the whole response.

    POST /calendars/resources/{resource_type}

    Scope: calendars/resources.write
    Page: https://marketplace.gohighlevel.com/docs/ghl/calendars/create-calendar-resource

    With `on_unknown="reconcile"` a write whose reply was lost is looked up, see `CalendarsClient.call`.
    """
    return await client.call(
        OPERATION, path={"resource_type": resource_type}, body=body, options=options, on_unknown=on_unknown
    )
