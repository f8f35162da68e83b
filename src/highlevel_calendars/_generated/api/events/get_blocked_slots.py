# Generated from openapi/calendars.yaml: change that file and run `make generate`, do not edit this one.
from __future__ import annotations

from datetime import datetime

from ...._operation import Caller, Operation, Options, QueryParameter, Response
from ...._wire import UNSET, Unset, query_millis, query_text, reply_array
from ...models.event import Event

OPERATION = Operation(
    id="get-blocked-slots",
    method="GET",
    path="/calendars/blocked-slots",
    page="https://marketplace.gohighlevel.com/docs/ghl/calendars/get-blocked-slots",
    scope="calendars/events.readonly",
    location="query",
    query=(
        QueryParameter("location_id", "locationId", query_text),
        QueryParameter("user_id", "userId", query_text),
        QueryParameter("calendar_id", "calendarId", query_text),
        QueryParameter("group_id", "groupId", query_text),
        QueryParameter("start_time", "startTime", query_millis),
        QueryParameter("end_time", "endTime", query_millis),
    ),
    envelope=("events",),
    read=reply_array(Event.from_dict),
)


async def get_blocked_slots(
    client: Caller,
    *,
    start_time: datetime,
    end_time: datetime,
    location_id: str | Unset = UNSET,
    user_id: str | Unset = UNSET,
    calendar_id: str | Unset = UNSET,
    group_id: str | Unset = UNSET,
    options: Options | None = None,
) -> Response[list[Event]]:
    """List blocked slots and return the whole response.

    GET /calendars/blocked-slots

    Scope: calendars/events.readonly
    Page: https://marketplace.gohighlevel.com/docs/ghl/calendars/get-blocked-slots
    """
    return await client.call(
        OPERATION,
        query={
            "location_id": location_id,
            "user_id": user_id,
            "calendar_id": calendar_id,
            "group_id": group_id,
            "start_time": start_time,
            "end_time": end_time,
        },
        options=options,
    )
