# Generated from openapi/calendars.yaml: change that file and run `make generate`, do not edit this one.
from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from attrs import define

from ..._wire import UNSET, JsonObject, Unset, write_date
from ..models.schedule_interval import ScheduleInterval
from ..types import ScheduleRuleType, Weekday


@define(kw_only=True)
class ScheduleRule:
    """The hours of one weekday or of one date.

    Attributes:
        type_: Whether it is for a weekday (wday) or for a date.
        intervals: The hours.
        date: The date, of a rule for one.
        day: The day, of a rule for a weekday.
    """

    type_: ScheduleRuleType
    intervals: Sequence[ScheduleInterval]
    date: date | Unset = UNSET
    day: Weekday | Unset = UNSET

    def to_dict(self) -> JsonObject:
        """The JSON object to send; what is unset is left out."""
        data: JsonObject = {"type": self.type_, "intervals": [item.to_dict() for item in self.intervals]}
        if self.date is not UNSET:
            data["date"] = write_date(self.date)
        if self.day is not UNSET:
            data["day"] = self.day
        return data
