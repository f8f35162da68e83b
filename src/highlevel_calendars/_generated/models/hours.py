# Generated from openapi/calendars.yaml: change that file and run `make generate`, do not edit this one.
from __future__ import annotations

from attrs import define

from ..._wire import JsonObject


@define(kw_only=True)
class Hours:
    """A span of hours within a day, in the calendar's local time.

    Attributes:
        open_hour: The hour it opens, 0 to 23.
        open_minute: The minute it opens, 0 to 60.
        close_hour: The hour it closes, 0 to 23.
        close_minute: The minute it closes, 0 to 60.
    """

    open_hour: float
    open_minute: float
    close_hour: float
    close_minute: float

    def to_dict(self) -> JsonObject:
        """The JSON object to send; what is unset is left out."""
        data: JsonObject = {
            "openHour": self.open_hour,
            "openMinute": self.open_minute,
            "closeHour": self.close_hour,
            "closeMinute": self.close_minute,
        }
        return data
