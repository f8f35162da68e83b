# Generated from openapi/calendars.yaml: change that file and run `make generate`, do not edit this one.
from __future__ import annotations

from attrs import define, field

from ..._wire import JsonObject, read_entries
from ..models.day_slots import DaySlots


@define(kw_only=True)
class FreeSlots:
    """Free slots, each date as YYYY-MM-DD with its own.

    Attributes:
        trace_id: The id that the vendor's support asks for.
        entries: What stands under each other key, by that key.
        raw: The JSON object as it came, with what has no attribute here or could not be read.
    """

    trace_id: str | None = None
    entries: dict[str, DaySlots] = field(factory=dict[str, DaySlots])
    raw: JsonObject = field(factory=dict[str, object], eq=False, repr=False)

    @classmethod
    def from_dict(cls, data: JsonObject) -> FreeSlots:
        """Read a reply's object; what is missing or of another type becomes `None`."""
        get = data.get
        self = cls.__new__(cls)
        self.trace_id = value if isinstance(value := get("traceId"), str) else None

        self.entries = read_entries(data, DaySlots.from_dict)
        self.raw = data
        return self
