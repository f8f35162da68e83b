# Generated from openapi/calendars.yaml: change that file and run `make generate`, do not edit this one.
from __future__ import annotations

from attrs import define, field

from ..._wire import JsonObject, read_boolean
from ..types import CalendarNotificationType


@define(kw_only=True)
class CalendarNotificationResponse:
    """Who is told by e-mail of a booking, as returned.

    Attributes:
        type_: The channel. The API's default: "email".
        should_send_to_contact: Whether the contact is told.
        should_send_to_guest: Whether the guests are told.
        should_send_to_user: Whether the assigned user is told.
        should_send_to_selected_users: Whether selected_users are told.
        selected_users: E-mail addresses, separated by commas.
        raw: The JSON object as it came, with what has no attribute here or could not be read.
    """

    type_: CalendarNotificationType | str | None = None
    should_send_to_contact: bool | None = None
    should_send_to_guest: bool | None = None
    should_send_to_user: bool | None = None
    should_send_to_selected_users: bool | None = None
    selected_users: str | None = None
    raw: JsonObject = field(factory=dict[str, object], eq=False, repr=False)

    @classmethod
    def from_dict(cls, data: JsonObject) -> CalendarNotificationResponse:
        """Read a reply's object; what is missing or of another type becomes `None`."""
        get = data.get
        self = cls.__new__(cls)
        self.type_ = value if isinstance(value := get("type"), str) else None
        self.should_send_to_contact = read_boolean(get("shouldSendToContact"))
        self.should_send_to_guest = read_boolean(get("shouldSendToGuest"))
        self.should_send_to_user = read_boolean(get("shouldSendToUser"))
        self.should_send_to_selected_users = read_boolean(get("shouldSendToSelectedUsers"))
        self.selected_users = value if isinstance(value := get("selectedUsers"), str) else None

        self.raw = data
        return self
