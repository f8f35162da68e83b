# Generated from openapi/calendars.yaml: change that file and run `make generate`, do not edit this one.
from __future__ import annotations

from attrs import define

from ..._wire import UNSET, JsonObject, Unset
from ..types import CalendarNotificationType


@define(kw_only=True)
class CalendarNotification:
    """Who is told by e-mail of a booking. Deprecated by the vendor in favour of the calendar notifications
    API.

    Attributes:
        should_send_to_contact: Whether the contact is told.
        should_send_to_guest: Whether the guests are told.
        should_send_to_user: Whether the assigned user is told.
        should_send_to_selected_users: Whether selected_users are told.
        selected_users: E-mail addresses, separated by commas.
        type_: The channel. The API's default: "email".
    """

    should_send_to_contact: bool
    should_send_to_guest: bool
    should_send_to_user: bool
    should_send_to_selected_users: bool
    selected_users: str
    type_: CalendarNotificationType | Unset = UNSET

    def to_dict(self) -> JsonObject:
        """The JSON object to send; what is unset is left out."""
        data: JsonObject = {
            "shouldSendToContact": self.should_send_to_contact,
            "shouldSendToGuest": self.should_send_to_guest,
            "shouldSendToUser": self.should_send_to_user,
            "shouldSendToSelectedUsers": self.should_send_to_selected_users,
            "selectedUsers": self.selected_users,
        }
        if self.type_ is not UNSET:
            data["type"] = self.type_
        return data
