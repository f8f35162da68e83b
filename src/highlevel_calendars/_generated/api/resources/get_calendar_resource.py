# Generated from openapi/calendars.yaml: change that file and run `make generate`, do not edit this one.
from __future__ import annotations

from ...._operation import Caller, Operation, Options, Response
from ...._wire import reply_object
from ...models.resource import Resource
from ...types import ResourceType

OPERATION = Operation(
    id="get-calendar-resource",
    method="GET",
    path="/calendars/resources/{resource_type}/{id}",
    page="https://marketplace.gohighlevel.com/docs/ghl/calendars/get-calendar-resource",
    scope="calendars/resources.readonly",
    location="",
    query=(),
    envelope=(),
    read=reply_object(Resource.from_dict),
)


async def get_calendar_resource(
    client: Caller, resource_type: ResourceType, id: str, *, options: Options | None = None
) -> Response[Resource]:
    """Read a room or equipment and return the whole response.

    GET /calendars/resources/{resource_type}/{id}

    Scope: calendars/resources.readonly
    Page: https://marketplace.gohighlevel.com/docs/ghl/calendars/get-calendar-resource
    """
    return await client.call(OPERATION, path={"resource_type": resource_type, "id": id}, options=options)
