# Generated from openapi/calendars.yaml: change that file and run `make generate`, do not edit this one.
from __future__ import annotations

from ...._operation import Caller, Operation, Options, QueryParameter, Response
from ...._wire import UNSET, Unset, query_text, reply_array
from ...models.calendar import Calendar

OPERATION = Operation(
    id="get-calendars",
    method="GET",
    path="/calendars/",
    page="https://marketplace.gohighlevel.com/docs/ghl/calendars/get-calendars",
    scope="calendars.readonly",
    location="query",
    query=(
        QueryParameter("location_id", "locationId", query_text),
        QueryParameter("group_id", "groupId", query_text),
        QueryParameter("show_drafted", "showDrafted", query_text),
    ),
    envelope=("calendars",),
    read=reply_array(Calendar.from_dict),
)


async def get_calendars(
    client: Caller,
    *,
    location_id: str | Unset = UNSET,
    group_id: str | Unset = UNSET,
    show_drafted: bool | Unset = UNSET,
    options: Options | None = None,
) -> Response[list[Calendar]]:
    """List calendars and return the whole response.

    GET /calendars/

    Scope: calendars.readonly
    Page: https://marketplace.gohighlevel.com/docs/ghl/calendars/get-calendars
    """
    return await client.call(
        OPERATION,
        query={"location_id": location_id, "group_id": group_id, "show_drafted": show_drafted},
        options=options,
    )
