# Generated from openapi/calendars.yaml: change that file and run `make generate`, do not edit this one.
from __future__ import annotations

from attrs import define, field

from ..._wire import JsonObject, read_integer, read_objects, read_values
from ..models.hours_response import HoursResponse


@define(kw_only=True)
class OpenHoursResponse:
    """Opening hours, as returned.

    Attributes:
        days_of_the_week: The days: 0 is Sunday, 6 is Saturday.
        hours: When it is open on those days.
        raw: The JSON object as it came, with what has no attribute here or could not be read.
    """

    days_of_the_week: list[int] | None = None
    hours: list[HoursResponse] | None = None
    raw: JsonObject = field(factory=dict[str, object], eq=False, repr=False)

    @classmethod
    def from_dict(cls, data: JsonObject) -> OpenHoursResponse:
        """Read a reply's object; what is missing or of another type becomes `None`."""
        get = data.get
        self = cls.__new__(cls)
        self.days_of_the_week = read_values(get("daysOfTheWeek"), read_integer)
        self.hours = read_objects(get("hours"), HoursResponse.from_dict)

        self.raw = data
        return self
