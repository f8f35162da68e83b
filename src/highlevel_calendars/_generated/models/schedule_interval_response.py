# Generated from openapi/calendars.yaml: change that file and run `make generate`, do not edit this one.
from __future__ import annotations

from attrs import define, field

from ..._wire import JsonObject


@define(kw_only=True)
class ScheduleIntervalResponse:
    """A span of hours within a day, as returned.

    Attributes:
        from_: Where it starts, as HH:MM.
        to: Where it ends, as HH:MM.
        raw: The JSON object as it came, with what has no attribute here or could not be read.
    """

    from_: str | None = None
    to: str | None = None
    raw: JsonObject = field(factory=dict[str, object], eq=False, repr=False)

    @classmethod
    def from_dict(cls, data: JsonObject) -> ScheduleIntervalResponse:
        """Read a reply's object; what is missing or of another type becomes `None`."""
        get = data.get
        self = cls.__new__(cls)
        self.from_ = value if isinstance(value := get("from"), str) else None
        self.to = value if isinstance(value := get("to"), str) else None

        self.raw = data
        return self
