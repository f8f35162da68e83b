# Generated from openapi/calendars.yaml: change that file and run `make generate`, do not edit this one.
from __future__ import annotations

from collections.abc import Sequence

from ...._operation import Caller, Operation, Options, Response
from ...._wire import reply_array
from ...models.create_notification import CreateNotification
from ...models.notification import Notification

OPERATION = Operation(
    id="create-event-notification",
    method="POST",
    path="/calendars/{calendar_id}/notifications",
    page="https://marketplace.gohighlevel.com/docs/ghl/calendars/create-event-notification",
    scope="calendars/events.write",
    location="",
    query=(),
    envelope=(),
    read=reply_array(Notification.from_dict),
)


async def create_event_notification(
    client: Caller, calendar_id: str, body: Sequence[CreateNotification], *, options: Options | None = None
) -> Response[list[Notification]]:
    """Create notifications and return the whole response.

    POST /calendars/{calendar_id}/notifications

    Scope: calendars/events.write
    Page: https://marketplace.gohighlevel.com/docs/ghl/calendars/create-event-notification
    """
    return await client.call(OPERATION, path={"calendar_id": calendar_id}, body=body, options=options)
