# Generated from openapi/calendars.yaml: change that file and run `make generate`, do not edit this one.
from __future__ import annotations

from ...._operation import Caller, Operation, Options, Response
from ...._wire import reply_object
from ...models.success import Success
from ...types import ResourceType

OPERATION = Operation(
    id="delete-calendar-resource",
    method="DELETE",
    path="/calendars/resources/{resource_type}/{id}",
    page="https://marketplace.gohighlevel.com/docs/ghl/calendars/delete-calendar-resource",
    scope="calendars/resources.write",
    location="",
    query=(),
    envelope=(),
    read=reply_object(Success.from_dict),
)


async def delete_calendar_resource(
    client: Caller, resource_type: ResourceType, id: str, *, options: Options | None = None
) -> Response[Success]:
    """Delete a room or equipment and return the whole response.

    DELETE /calendars/resources/{resource_type}/{id}

    Scope: calendars/resources.write
    Page: https://marketplace.gohighlevel.com/docs/ghl/calendars/delete-calendar-resource
    """
    return await client.call(OPERATION, path={"resource_type": resource_type, "id": id}, options=options)
