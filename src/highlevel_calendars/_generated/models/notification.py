# Generated from openapi/calendars.yaml: change that file and run `make generate`, do not edit this one.
from __future__ import annotations

from attrs import define, field

from ..._wire import JsonObject, read_boolean, read_id, read_objects, read_string, read_values
from ..models.notification_offset_response import NotificationOffsetResponse
from ..types import NotificationChannel, NotificationReceiver, NotificationType


@define(kw_only=True)
class Notification:
    """A notification as the API returns it.

    Attributes:
        id: The notification's id.
        receiver_type: Who is told.
        additional_email_ids: Further e-mail addresses that are told.
        additional_phone_numbers: Further telephone numbers that are told.
        channel: By what means.
        notification_type: Of what.
        is_active: Whether it is sent.
        additional_whatsapp_numbers: Further WhatsApp numbers that are told.
        template_id: The template of an e-mail.
        body: Its text.
        subject: Its subject.
        after_time: How long after the appointment a followup is sent.
        before_time: How long before the appointment a reminder is sent.
        selected_users: The users who are told.
        deleted: Whether it was deleted.
        raw: The JSON object as it came, with what has no attribute here or could not be read.
    """

    id: str
    receiver_type: NotificationReceiver | str | None = None
    additional_email_ids: list[str] | None = None
    additional_phone_numbers: list[str] | None = None
    channel: NotificationChannel | str | None = None
    notification_type: NotificationType | str | None = None
    is_active: bool | None = None
    additional_whatsapp_numbers: list[str] | None = None
    template_id: str | None = None
    body: str | None = None
    subject: str | None = None
    after_time: list[NotificationOffsetResponse] | None = None
    before_time: list[NotificationOffsetResponse] | None = None
    selected_users: list[str] | None = None
    deleted: bool | None = None
    raw: JsonObject = field(factory=dict[str, object], eq=False, repr=False)

    @classmethod
    def from_dict(cls, data: JsonObject) -> Notification:
        """Read a reply's object; what is missing or of another type becomes `None`."""
        get = data.get
        self = cls.__new__(cls)
        self.id = read_id(data, "_id", "id")
        self.receiver_type = value if isinstance(value := get("receiverType"), str) else None
        self.additional_email_ids = read_values(get("additionalEmailIds"), read_string)
        self.additional_phone_numbers = read_values(get("additionalPhoneNumbers"), read_string)
        self.channel = value if isinstance(value := get("channel"), str) else None
        self.notification_type = value if isinstance(value := get("notificationType"), str) else None
        self.is_active = read_boolean(get("isActive"))
        self.additional_whatsapp_numbers = read_values(get("additionalWhatsappNumbers"), read_string)
        self.template_id = value if isinstance(value := get("templateId"), str) else None
        self.body = value if isinstance(value := get("body"), str) else None
        self.subject = value if isinstance(value := get("subject"), str) else None
        self.after_time = read_objects(get("afterTime"), NotificationOffsetResponse.from_dict)
        self.before_time = read_objects(get("beforeTime"), NotificationOffsetResponse.from_dict)
        self.selected_users = read_values(get("selectedUsers"), read_string)
        self.deleted = read_boolean(get("deleted"))

        self.raw = data
        return self
