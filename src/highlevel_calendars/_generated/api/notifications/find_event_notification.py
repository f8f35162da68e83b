# Generated from openapi/calendars.yaml: change that file and run `make generate`, do not edit this one.
from __future__ import annotations

from ...._operation import Caller, Operation, Options, Response
from ...._wire import reply_object
from ...models.notification import Notification

OPERATION = Operation(
    id="find-event-notification",
    method="GET",
    path="/calendars/{calendar_id}/notifications/{notification_id}",
    page="https://marketplace.gohighlevel.com/docs/ghl/calendars/find-event-notification",
    scope="calendars/events.readonly",
    location="",
    query=(),
    envelope=(),
    read=reply_object(Notification.from_dict),
)


async def find_event_notification(
    client: Caller, calendar_id: str, notification_id: str, *, options: Options | None = None
) -> Response[Notification]:
    """Read a notification and return the whole response.

    GET /calendars/{calendar_id}/notifications/{notification_id}

    Scope: calendars/events.readonly
    Page: https://marketplace.gohighlevel.com/docs/ghl/calendars/find-event-notification
    """
    return await client.call(
        OPERATION, path={"calendar_id": calendar_id, "notification_id": notification_id}, options=options
    )
