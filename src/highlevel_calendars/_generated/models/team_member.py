# Generated from openapi/calendars.yaml: change that file and run `make generate`, do not edit this one.
from __future__ import annotations

from collections.abc import Sequence

from attrs import define

from ..._wire import UNSET, JsonObject, Unset
from ..models.location_configuration import LocationConfiguration


@define(kw_only=True)
class TeamMember:
    """A user who takes bookings of the calendar.

    Attributes:
        user_id: The user.
        priority: Low 0, medium 0.5, high 1. The API's default: 0.5.
        is_primary: Marks the primary user: one on a collective calendar, and never more than one.
        location_configurations: Where this member meets. Several only when the calendar has one member;
            on class and collective calendars one a member.
    """

    user_id: str
    priority: float | Unset = UNSET
    is_primary: bool | Unset = UNSET
    location_configurations: Sequence[LocationConfiguration] | Unset = UNSET

    def to_dict(self) -> JsonObject:
        """The JSON object to send; what is unset is left out."""
        data: JsonObject = {"userId": self.user_id}
        if self.priority is not UNSET:
            data["priority"] = self.priority
        if self.is_primary is not UNSET:
            data["isPrimary"] = self.is_primary
        if self.location_configurations is not UNSET:
            data["locationConfigurations"] = [item.to_dict() for item in self.location_configurations]
        return data
