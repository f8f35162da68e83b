# Generated from openapi/calendars.yaml: change that file and run `make generate`, do not edit this one.
from __future__ import annotations

from ...._operation import Caller, Operation, Options, QueryParameter, Response
from ...._wire import UNSET, Unset, query_text, reply_array
from ...models.resource import Resource
from ...types import ResourceType

OPERATION = Operation(
    id="fetch-calendar-resources",
    method="GET",
    path="/calendars/resources/{resource_type}",
    page="https://marketplace.gohighlevel.com/docs/ghl/calendars/fetch-calendar-resources",
    scope="calendars/resources.readonly",
    location="query",
    query=(
        QueryParameter("location_id", "locationId", query_text),
        QueryParameter("limit", "limit", query_text),
        QueryParameter("skip", "skip", query_text),
    ),
    envelope=(),
    read=reply_array(Resource.from_dict),
)


async def fetch_calendar_resources(
    client: Caller,
    resource_type: ResourceType,
    *,
    limit: int,
    skip: int,
    location_id: str | Unset = UNSET,
    options: Options | None = None,
) -> Response[list[Resource]]:
    """List rooms or equipment and return the whole response.

    GET /calendars/resources/{resource_type}

    Scope: calendars/resources.readonly
    Page: https://marketplace.gohighlevel.com/docs/ghl/calendars/fetch-calendar-resources
    """
    return await client.call(
        OPERATION,
        path={"resource_type": resource_type},
        query={"location_id": location_id, "limit": limit, "skip": skip},
        options=options,
    )
