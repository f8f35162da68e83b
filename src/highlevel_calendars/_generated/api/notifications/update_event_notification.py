# Generated from openapi/calendars.yaml: change that file and run `make generate`, do not edit this one.
from __future__ import annotations

from ...._operation import Caller, Operation, Options, Response
from ...._wire import reply_object
from ...models.message import Message
from ...models.update_notification import UpdateNotification

OPERATION = Operation(
    id="update-event-notification",
    method="PUT",
    path="/calendars/{calendar_id}/notifications/{notification_id}",
    page="https://marketplace.gohighlevel.com/docs/ghl/calendars/update-event-notification",
    scope="calendars/events.write",
    location="",
    query=(),
    envelope=(),
    read=reply_object(Message.from_dict),
)


async def update_event_notification(
    client: Caller, calendar_id: str, notification_id: str, body: UpdateNotification, *, options: Options | None = None
) -> Response[Message]:
    """Update a notification and return the whole response.

    PUT /calendars/{calendar_id}/notifications/{notification_id}

    Scope: calendars/events.write
    Page: https://marketplace.gohighlevel.com/docs/ghl/calendars/update-event-notification
    """
    return await client.call(
        OPERATION, path={"calendar_id": calendar_id, "notification_id": notification_id}, body=body, options=options
    )
