# Generated from openapi/calendars.yaml: change that file and run `make generate`, do not edit this one.
from __future__ import annotations

from ...._operation import Caller, Operation, Options, QueryParameter, Response
from ...._wire import UNSET, Unset, query_text, reply_array
from ...models.schedule import Schedule

OPERATION = Operation(
    id="getAllSchedules",
    method="GET",
    path="/calendars/schedules/search",
    page="https://marketplace.gohighlevel.com/docs/ghl/calendars/get-all-schedules",
    scope="calendars.readonly",
    location="query",
    query=(
        QueryParameter("location_id", "locationId", query_text),
        QueryParameter("user_id", "userId", query_text),
        QueryParameter("calendar_id", "calendarId", query_text),
        QueryParameter("skip", "skip", query_text),
        QueryParameter("limit", "limit", query_text),
    ),
    envelope=("schedules",),
    read=reply_array(Schedule.from_dict),
)


async def get_all_schedules(
    client: Caller,
    *,
    user_id: str,
    location_id: str | Unset = UNSET,
    calendar_id: str | Unset = UNSET,
    skip: int | Unset = UNSET,
    limit: int | Unset = UNSET,
    options: Options | None = None,
) -> Response[list[Schedule]]:
    """Search schedules and return the whole response.

    GET /calendars/schedules/search

    Scope: calendars.readonly
    Page: https://marketplace.gohighlevel.com/docs/ghl/calendars/get-all-schedules
    """
    return await client.call(
        OPERATION,
        query={
            "location_id": location_id,
            "user_id": user_id,
            "calendar_id": calendar_id,
            "skip": skip,
            "limit": limit,
        },
        options=options,
    )
