# Generated from openapi/calendars.yaml: change that file and run `make generate`, do not edit this one.
from __future__ import annotations

import builtins
from collections.abc import Sequence

from ...._operation import Caller, Options
from ...._wire import UNSET, Unset
from ...models.create_notification import CreateNotification
from ...models.message import Message
from ...models.notification import Notification
from ...models.notification_offset import NotificationOffset
from ...models.update_notification import UpdateNotification
from ...types import NotificationChannel, NotificationReceiver, NotificationType
from .create_event_notification import create_event_notification
from .delete_event_notification import delete_event_notification
from .find_event_notification import find_event_notification
from .get_event_notification import get_event_notification
from .update_event_notification import update_event_notification


class Notifications:
    """Messages that a calendar sends about its bookings."""

    __slots__ = ("_client",)

    def __init__(self, client: Caller) -> None:
        self._client = client

    async def list(
        self,
        calendar_id: str,
        *,
        is_active: bool | Unset = UNSET,
        deleted: bool | Unset = UNSET,
        limit: int | Unset = UNSET,
        skip: int | Unset = UNSET,
        options: Options | None = None,
    ) -> builtins.list[Notification]:
        """List notifications.

        Returns the notifications of a calendar.

        GET /calendars/{calendar_id}/notifications

        Scope: calendars/events.readonly
        Page: https://marketplace.gohighlevel.com/docs/ghl/calendars/get-event-notification

        Args:
            calendar_id: The calendar.
            is_active: Only the active ones, or only the others.
            deleted: Only the deleted ones, or only the others.
            limit: How many notifications to return. The API's default: 100.
            skip: How many notifications to pass over. The API's default: 0.
            options: Settings of this call alone.

        Raises:
            ValidationError: a documented rule is broken; nothing was sent.
            StatusError: the API refused, its subclasses say why.
            HighLevelError: any other failure; all are subclasses of it.
        """
        response = await get_event_notification(
            self._client, calendar_id, is_active=is_active, deleted=deleted, limit=limit, skip=skip, options=options
        )
        return response.value

    async def create(
        self, calendar_id: str, notifications: Sequence[CreateNotification], *, options: Options | None = None
    ) -> builtins.list[Notification]:
        """Create notifications.

        Creates one or more notifications, all for the one calendar.

        POST /calendars/{calendar_id}/notifications

        Scope: calendars/events.write
        Page: https://marketplace.gohighlevel.com/docs/ghl/calendars/create-event-notification

        Args:
            calendar_id: The calendar.
            notifications: What to send, when, and to whom.
            options: Settings of this call alone.

        Raises:
            ValidationError: a documented rule is broken; nothing was sent.
            StatusError: the API refused, its subclasses say why.
            OutcomeUnknown: the reply was lost, and the write may have happened.
            HighLevelError: any other failure; all are subclasses of it.
        """
        response = await create_event_notification(self._client, calendar_id, notifications, options=options)
        return response.value

    async def get(self, calendar_id: str, notification_id: str, *, options: Options | None = None) -> Notification:
        """Read a notification.

        Returns one notification.

        GET /calendars/{calendar_id}/notifications/{notification_id}

        Scope: calendars/events.readonly
        Page: https://marketplace.gohighlevel.com/docs/ghl/calendars/find-event-notification

        Args:
            calendar_id: The calendar.
            notification_id: The notification.
            options: Settings of this call alone.

        Raises:
            ValidationError: a documented rule is broken; nothing was sent.
            StatusError: the API refused, its subclasses say why.
            HighLevelError: any other failure; all are subclasses of it.
        """
        response = await find_event_notification(self._client, calendar_id, notification_id, options=options)
        return response.value

    async def update(
        self,
        calendar_id: str,
        notification_id: str,
        *,
        receiver_type: NotificationReceiver | Unset = UNSET,
        channel: NotificationChannel | Unset = UNSET,
        notification_type: NotificationType | Unset = UNSET,
        is_active: bool | Unset = UNSET,
        deleted: bool | Unset = UNSET,
        template_id: str | Unset = UNSET,
        body: str | Unset = UNSET,
        subject: str | Unset = UNSET,
        after_time: Sequence[NotificationOffset] | Unset = UNSET,
        before_time: Sequence[NotificationOffset] | Unset = UNSET,
        additional_email_ids: builtins.list[str] | Unset = UNSET,
        additional_phone_numbers: builtins.list[str] | Unset = UNSET,
        selected_users: builtins.list[str] | Unset = UNSET,
        from_address: str | Unset = UNSET,
        from_name: str | Unset = UNSET,
        from_number: str | Unset = UNSET,
        options: Options | None = None,
    ) -> Message:
        """Update a notification.

        Changes a notification. The reply is a message, not the notification.

        PUT /calendars/{calendar_id}/notifications/{notification_id}

        Scope: calendars/events.write
        Page: https://marketplace.gohighlevel.com/docs/ghl/calendars/update-event-notification

        Args:
            calendar_id: The calendar.
            notification_id: The notification.
            receiver_type: Who is told.
            channel: By what means.
            notification_type: Of what.
            is_active: Whether it is sent. The API's default: true.
            deleted: Whether it counts as deleted. The API's default: false.
            template_id: The template of an e-mail; not needed for inApp.
            body: The text of an e-mail; not needed for inApp.
            subject: The subject of an e-mail; not needed for inApp.
            after_time: How long after the appointment a followup is sent, for no other type.
            before_time: How long before the appointment a reminder is sent, for no other type.
            additional_email_ids: Further e-mail addresses to tell.
            additional_phone_numbers: Further telephone numbers to tell.
            selected_users: The users to tell, for inApp and for e-mails to the business: ids or
                sub_account_admin.
            from_address: The sender's address of an e-mail.
            from_name: The sender's name of an e-mail or a text message.
            from_number: The sender's number of a text message.
            options: Settings of this call alone.

        Raises:
            ValidationError: a documented rule is broken; nothing was sent.
            StatusError: the API refused, its subclasses say why.
            HighLevelError: any other failure; all are subclasses of it.
        """
        response = await update_event_notification(
            self._client,
            calendar_id,
            notification_id,
            UpdateNotification(
                receiver_type=receiver_type,
                channel=channel,
                notification_type=notification_type,
                is_active=is_active,
                deleted=deleted,
                template_id=template_id,
                body=body,
                subject=subject,
                after_time=after_time,
                before_time=before_time,
                additional_email_ids=additional_email_ids,
                additional_phone_numbers=additional_phone_numbers,
                selected_users=selected_users,
                from_address=from_address,
                from_name=from_name,
                from_number=from_number,
            ),
            options=options,
        )
        return response.value

    async def delete(self, calendar_id: str, notification_id: str, *, options: Options | None = None) -> Message:
        """Delete a notification.

        Deletes a notification.

        DELETE /calendars/{calendar_id}/notifications/{notification_id}

        Scope: calendars/events.write
        Page: https://marketplace.gohighlevel.com/docs/ghl/calendars/delete-event-notification

        Args:
            calendar_id: The calendar.
            notification_id: The notification.
            options: Settings of this call alone.

        Raises:
            ValidationError: a documented rule is broken; nothing was sent.
            StatusError: the API refused, its subclasses say why.
            HighLevelError: any other failure; all are subclasses of it.
        """
        response = await delete_event_notification(self._client, calendar_id, notification_id, options=options)
        return response.value
