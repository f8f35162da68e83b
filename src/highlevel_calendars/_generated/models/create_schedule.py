# Generated from openapi/calendars.yaml: change that file and run `make generate`, do not edit this one.
from __future__ import annotations

from collections.abc import Sequence

from attrs import define

from ..._wire import UNSET, JsonObject, Unset, write_texts
from ..models.schedule_rule import ScheduleRule


@define(kw_only=True)
class CreateSchedule:
    """What a schedule is created with.

    Attributes:
        timezone: The IANA time zone of the rules, made of two parts: neither UTC nor one with a hyphen
            is taken.
        location_id: The location that owns the schedule.
        name: The schedule's name.
        user_id: The user whose hours they are.
        rules: When the user is available.
        calendar_ids: The calendars that it applies to.
    """

    timezone: str
    name: str
    user_id: str
    location_id: str | Unset = UNSET
    rules: Sequence[ScheduleRule] | Unset = UNSET
    calendar_ids: list[str] | Unset = UNSET

    def to_dict(self) -> JsonObject:
        """The JSON object to send; what is unset is left out."""
        data: JsonObject = {"timezone": self.timezone, "name": self.name, "userId": self.user_id}
        if self.location_id is not UNSET:
            data["locationId"] = self.location_id
        if self.rules is not UNSET:
            data["rules"] = [item.to_dict() for item in self.rules]
        if self.calendar_ids is not UNSET:
            data["calendarIds"] = write_texts(self.calendar_ids)
        return data
