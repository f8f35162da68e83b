# Generated from openapi/calendars.yaml: change that file and run `make generate`, do not edit this one.
from __future__ import annotations

from collections.abc import Sequence

from attrs import define

from ..._wire import UNSET, JsonObject, Unset, write_texts
from ..models.notification_offset import NotificationOffset
from ..types import NotificationChannel, NotificationReceiver, NotificationType


@define(kw_only=True)
class CreateNotification:
    """What a notification is created with.

    Attributes:
        receiver_type: Who is told.
        channel: By what means.
        notification_type: Of what.
        is_active: Whether it is sent. The API's default: true.
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
    """

    receiver_type: NotificationReceiver
    channel: NotificationChannel
    notification_type: NotificationType
    is_active: bool | Unset = UNSET
    template_id: str | Unset = UNSET
    body: str | Unset = UNSET
    subject: str | Unset = UNSET
    after_time: Sequence[NotificationOffset] | Unset = UNSET
    before_time: Sequence[NotificationOffset] | Unset = UNSET
    additional_email_ids: list[str] | Unset = UNSET
    additional_phone_numbers: list[str] | Unset = UNSET
    selected_users: list[str] | Unset = UNSET
    from_address: str | Unset = UNSET
    from_name: str | Unset = UNSET
    from_number: str | Unset = UNSET

    def to_dict(self) -> JsonObject:
        """The JSON object to send; what is unset is left out."""
        data: JsonObject = {
            "receiverType": self.receiver_type,
            "channel": self.channel,
            "notificationType": self.notification_type,
        }
        if self.is_active is not UNSET:
            data["isActive"] = self.is_active
        if self.template_id is not UNSET:
            data["templateId"] = self.template_id
        if self.body is not UNSET:
            data["body"] = self.body
        if self.subject is not UNSET:
            data["subject"] = self.subject
        if self.after_time is not UNSET:
            data["afterTime"] = [item.to_dict() for item in self.after_time]
        if self.before_time is not UNSET:
            data["beforeTime"] = [item.to_dict() for item in self.before_time]
        if self.additional_email_ids is not UNSET:
            data["additionalEmailIds"] = write_texts(self.additional_email_ids)
        if self.additional_phone_numbers is not UNSET:
            data["additionalPhoneNumbers"] = write_texts(self.additional_phone_numbers)
        if self.selected_users is not UNSET:
            data["selectedUsers"] = write_texts(self.selected_users)
        if self.from_address is not UNSET:
            data["fromAddress"] = self.from_address
        if self.from_name is not UNSET:
            data["fromName"] = self.from_name
        if self.from_number is not UNSET:
            data["fromNumber"] = self.from_number
        return data
