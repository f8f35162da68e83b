# Generated from openapi/calendars.yaml: change that file and run `make generate`, do not edit this one.
from __future__ import annotations

from attrs import define, field

from ..._wire import JsonObject, read_number


@define(kw_only=True)
class HoursResponse:
    """A span of hours within a day, as returned, in the calendar's local time.

    Attributes:
        open_hour: The hour it opens.
        open_minute: The minute it opens.
        close_hour: The hour it closes.
        close_minute: The minute it closes.
        raw: The JSON object as it came, with what has no attribute here or could not be read.
    """

    open_hour: float | None = None
    open_minute: float | None = None
    close_hour: float | None = None
    close_minute: float | None = None
    raw: JsonObject = field(factory=dict[str, object], eq=False, repr=False)

    @classmethod
    def from_dict(cls, data: JsonObject) -> HoursResponse:
        """Read a reply's object; what is missing or of another type becomes `None`."""
        get = data.get
        self = cls.__new__(cls)
        self.open_hour = read_number(get("openHour"))
        self.open_minute = read_number(get("openMinute"))
        self.close_hour = read_number(get("closeHour"))
        self.close_minute = read_number(get("closeMinute"))

        self.raw = data
        return self
