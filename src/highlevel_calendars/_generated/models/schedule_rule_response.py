# Generated from openapi/calendars.yaml: change that file and run `make generate`, do not edit this one.
from __future__ import annotations

from datetime import date

from attrs import define, field

from ..._wire import JsonObject, read_local_date, read_objects
from ..models.schedule_interval_response import ScheduleIntervalResponse
from ..types import ScheduleRuleType, Weekday


@define(kw_only=True)
class ScheduleRuleResponse:
    """The hours of one weekday or of one date, as returned.

    Attributes:
        type_: Whether it is for a weekday (wday) or for a date.
        intervals: The hours.
        date: The date, of a rule for one.
        day: The day, of a rule for a weekday.
        raw: The JSON object as it came, with what has no attribute here or could not be read.
    """

    type_: ScheduleRuleType | str | None = None
    intervals: list[ScheduleIntervalResponse] | None = None
    date: date | None = None
    day: Weekday | str | None = None
    raw: JsonObject = field(factory=dict[str, object], eq=False, repr=False)

    @classmethod
    def from_dict(cls, data: JsonObject) -> ScheduleRuleResponse:
        """Read a reply's object; what is missing or of another type becomes `None`."""
        get = data.get
        self = cls.__new__(cls)
        self.type_ = value if isinstance(value := get("type"), str) else None
        self.intervals = read_objects(get("intervals"), ScheduleIntervalResponse.from_dict)
        self.date = read_local_date(get("date"))
        self.day = value if isinstance(value := get("day"), str) else None

        self.raw = data
        return self
