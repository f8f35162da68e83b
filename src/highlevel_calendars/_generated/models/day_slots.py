# Generated from openapi/calendars.yaml: change that file and run `make generate`, do not edit this one.
from __future__ import annotations

from datetime import datetime

from attrs import define, field

from ..._wire import JsonObject, read_instant, read_values


@define(kw_only=True)
class DaySlots:
    """The free slots of one date.

    Attributes:
        slots: When the slots start.
        raw: The JSON object as it came, with what has no attribute here or could not be read.
    """

    slots: list[datetime] | None = None
    raw: JsonObject = field(factory=dict[str, object], eq=False, repr=False)

    @classmethod
    def from_dict(cls, data: JsonObject) -> DaySlots:
        """Read a reply's object; what is missing or of another type becomes `None`."""
        get = data.get
        self = cls.__new__(cls)
        self.slots = read_values(get("slots"), read_instant)

        self.raw = data
        return self
