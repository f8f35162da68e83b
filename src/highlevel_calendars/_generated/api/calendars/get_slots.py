# Generated from openapi/calendars.yaml: change that file and run `make generate`, do not edit this one.
from __future__ import annotations

from datetime import datetime

from ...._operation import Caller, Operation, Options, QueryParameter, Response
from ...._wire import UNSET, Unset, query_millis, query_text, reply_object
from ...models.free_slots import FreeSlots

OPERATION = Operation(
    id="get-slots",
    method="GET",
    path="/calendars/{calendar_id}/free-slots",
    page="https://marketplace.gohighlevel.com/docs/ghl/calendars/get-slots",
    scope="calendars.readonly",
    location="",
    query=(
        QueryParameter("start_date", "startDate", query_millis),
        QueryParameter("end_date", "endDate", query_millis),
        QueryParameter("timezone", "timezone", query_text),
        QueryParameter("user_id", "userId", query_text),
        QueryParameter("user_ids", "userIds", query_text),
    ),
    envelope=(),
    read=reply_object(FreeSlots.from_dict),
)


async def get_slots(
    client: Caller,
    calendar_id: str,
    *,
    start_date: datetime,
    end_date: datetime,
    timezone: str | Unset = UNSET,
    user_id: str | Unset = UNSET,
    user_ids: list[str] | Unset = UNSET,
    options: Options | None = None,
) -> Response[FreeSlots]:
    """List free slots and return the whole response.

    GET /calendars/{calendar_id}/free-slots

    Scope: calendars.readonly
    Page: https://marketplace.gohighlevel.com/docs/ghl/calendars/get-slots
    """
    return await client.call(
        OPERATION,
        path={"calendar_id": calendar_id},
        query={
            "start_date": start_date,
            "end_date": end_date,
            "timezone": timezone,
            "user_id": user_id,
            "user_ids": user_ids,
        },
        options=options,
    )
