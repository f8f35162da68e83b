# Generated from openapi/calendars.yaml: change that file and run `make generate`, do not edit this one.
from __future__ import annotations

from ...._operation import Caller, Operation, Options, QueryParameter, Response
from ...._wire import UNSET, Unset, query_text, reply_array
from ...models.notification import Notification

OPERATION = Operation(
    id="get-event-notification",
    method="GET",
    path="/calendars/{calendar_id}/notifications",
    page="https://marketplace.gohighlevel.com/docs/ghl/calendars/get-event-notification",
    scope="calendars/events.readonly",
    location="",
    query=(
        QueryParameter("is_active", "isActive", query_text),
        QueryParameter("deleted", "deleted", query_text),
        QueryParameter("limit", "limit", query_text),
        QueryParameter("skip", "skip", query_text),
    ),
    envelope=(),
    read=reply_array(Notification.from_dict),
)


async def get_event_notification(
    client: Caller,
    calendar_id: str,
    *,
    is_active: bool | Unset = UNSET,
    deleted: bool | Unset = UNSET,
    limit: int | Unset = UNSET,
    skip: int | Unset = UNSET,
    options: Options | None = None,
) -> Response[list[Notification]]:
    """List notifications and return the whole response.

    GET /calendars/{calendar_id}/notifications

    Scope: calendars/events.readonly
    Page: https://marketplace.gohighlevel.com/docs/ghl/calendars/get-event-notification
    """
    return await client.call(
        OPERATION,
        path={"calendar_id": calendar_id},
        query={"is_active": is_active, "deleted": deleted, "limit": limit, "skip": skip},
        options=options,
    )
