# Generated from openapi/calendars.yaml: change that file and run `make generate`, do not edit this one.
from __future__ import annotations

from ...._operation import Caller, Operation, Options, Response
from ...._wire import reply_object
from ...models.resource import Resource
from ...models.update_resource import UpdateResource
from ...types import ResourceType

OPERATION = Operation(
    id="update-calendar-resource",
    method="PUT",
    path="/calendars/resources/{resource_type}/{id}",
    page="https://marketplace.gohighlevel.com/docs/ghl/calendars/update-calendar-resource",
    scope="calendars/resources.write",
    location="",
    query=(),
    envelope=(),
    read=reply_object(Resource.from_dict),
)


async def update_calendar_resource(
    client: Caller, resource_type: ResourceType, id: str, body: UpdateResource, *, options: Options | None = None
) -> Response[Resource]:
    """Update a room or equipment and return the whole response.

    PUT /calendars/resources/{resource_type}/{id}

    Scope: calendars/resources.write
    Page: https://marketplace.gohighlevel.com/docs/ghl/calendars/update-calendar-resource
    """
    return await client.call(OPERATION, path={"resource_type": resource_type, "id": id}, body=body, options=options)
