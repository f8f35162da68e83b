# Generated from openapi/calendars.yaml: change that file and run `make generate`, do not edit this one.
from __future__ import annotations

from collections.abc import Sequence

from attrs import define

from ..._wire import UNSET, JsonObject, Unset
from ..models.schedule_rule import ScheduleRule


@define(kw_only=True)
class UpdateSchedule:
    """What a schedule is changed to.

    Attributes:
        name: The schedule's name.
        rules: When the user is available.
        timezone: The IANA time zone of the rules, made of two parts: neither UTC nor one with a hyphen
            is taken.
    """

    name: str | Unset = UNSET
    rules: Sequence[ScheduleRule] | Unset = UNSET
    timezone: str | Unset = UNSET

    def to_dict(self) -> JsonObject:
        """The JSON object to send; what is unset is left out."""
        data: JsonObject = {}
        if self.name is not UNSET:
            data["name"] = self.name
        if self.rules is not UNSET:
            data["rules"] = [item.to_dict() for item in self.rules]
        if self.timezone is not UNSET:
            data["timezone"] = self.timezone
        return data
