# Generated from openapi/calendars.yaml: change that file and run `make generate`, do not edit this one.
from __future__ import annotations

from attrs import define

from ..._wire import UNSET, JsonObject, Unset


@define(kw_only=True)
class NotificationOffset:
    """A stretch of time before or after an appointment.

    Attributes:
        time_offset: How long, in unit.
        unit: The unit of time_offset.
    """

    time_offset: float | Unset = UNSET
    unit: str | Unset = UNSET

    def to_dict(self) -> JsonObject:
        """The JSON object to send; what is unset is left out."""
        data: JsonObject = {}
        if self.time_offset is not UNSET:
            data["timeOffset"] = self.time_offset
        if self.unit is not UNSET:
            data["unit"] = self.unit
        return data
