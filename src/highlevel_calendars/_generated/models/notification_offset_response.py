# Generated from openapi/calendars.yaml: change that file and run `make generate`, do not edit this one.
from __future__ import annotations

from attrs import define, field

from ..._wire import JsonObject, read_number


@define(kw_only=True)
class NotificationOffsetResponse:
    """A stretch of time before or after an appointment, as returned.

    Attributes:
        time_offset: How long, in unit.
        unit: The unit of time_offset.
        raw: The JSON object as it came, with what has no attribute here or could not be read.
    """

    time_offset: float | None = None
    unit: str | None = None
    raw: JsonObject = field(factory=dict[str, object], eq=False, repr=False)

    @classmethod
    def from_dict(cls, data: JsonObject) -> NotificationOffsetResponse:
        """Read a reply's object; what is missing or of another type becomes `None`."""
        get = data.get
        self = cls.__new__(cls)
        self.time_offset = read_number(get("timeOffset"))
        self.unit = value if isinstance(value := get("unit"), str) else None

        self.raw = data
        return self
