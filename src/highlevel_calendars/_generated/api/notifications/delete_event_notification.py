# Generated from openapi/calendars.yaml: change that file and run `make generate`, do not edit this one.
from __future__ import annotations

from ...._operation import Caller, Operation, Options, Response
from ...._wire import reply_object
from ...models.message import Message

OPERATION = Operation(
    id="delete-event-notification",
    method="DELETE",
    path="/calendars/{calendar_id}/notifications/{notification_id}",
    page="https://marketplace.gohighlevel.com/docs/ghl/calendars/delete-event-notification",
    scope="calendars/events.write",
    location="",
    query=(),
    envelope=(),
    read=reply_object(Message.from_dict),
)


async def delete_event_notification(
    client: Caller, calendar_id: str, notification_id: str, *, options: Options | None = None
) -> Response[Message]:
    """Delete a notification and return the whole response.

    DELETE /calendars/{calendar_id}/notifications/{notification_id}

    Scope: calendars/events.write
    Page: https://marketplace.gohighlevel.com/docs/ghl/calendars/delete-event-notification
    """
    return await client.call(
        OPERATION, path={"calendar_id": calendar_id, "notification_id": notification_id}, options=options
    )
