# Generated from openapi/calendars.yaml: change that file and run `make generate`, do not edit this one.
from __future__ import annotations

from attrs import define

from ..._wire import JsonObject


@define(kw_only=True)
class LookBusyConfig:
    """Hides a share of the free slots, so that the calendar looks busier than it is.

    Attributes:
        enabled: Whether slots are hidden. The API's default: false.
        look_busy_percentage: The share that is hidden, 0 to 100 percent.
    """

    enabled: bool
    look_busy_percentage: float

    def to_dict(self) -> JsonObject:
        """The JSON object to send; what is unset is left out."""
        data: JsonObject = {"enabled": self.enabled, "LookBusyPercentage": self.look_busy_percentage}
        return data
