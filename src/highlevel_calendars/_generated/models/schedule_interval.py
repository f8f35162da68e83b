# Generated from openapi/calendars.yaml: change that file and run `make generate`, do not edit this one.
from __future__ import annotations

from attrs import define

from ..._wire import JsonObject


@define(kw_only=True)
class ScheduleInterval:
    """A span of hours within a day. From 00:00 to 00:00 it is the whole day.

    Attributes:
        from_: Where it starts, as HH:MM.
        to: Where it ends, as HH:MM.
    """

    from_: str
    to: str

    def to_dict(self) -> JsonObject:
        """The JSON object to send; what is unset is left out."""
        data: JsonObject = {"from": self.from_, "to": self.to}
        return data
