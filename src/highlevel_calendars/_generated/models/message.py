# Generated from openapi/calendars.yaml: change that file and run `make generate`, do not edit this one.
from __future__ import annotations

from attrs import define, field

from ..._wire import JsonObject


@define(kw_only=True)
class Message:
    """What became of an update or a deletion.

    Attributes:
        message: What became of it.
        raw: The JSON object as it came, with what has no attribute here or could not be read.
    """

    message: str | None = None
    raw: JsonObject = field(factory=dict[str, object], eq=False, repr=False)

    @classmethod
    def from_dict(cls, data: JsonObject) -> Message:
        """Read a reply's object; what is missing or of another type becomes `None`."""
        get = data.get
        self = cls.__new__(cls)
        self.message = value if isinstance(value := get("message"), str) else None

        self.raw = data
        return self
