# Generated from openapi/calendars.yaml: change that file and run `make generate`, do not edit this one.
from __future__ import annotations

from attrs import define, field

from ..._wire import JsonObject


@define(kw_only=True)
class CreatedBy:
    """Where an event comes from.

    Attributes:
        source: Through what it was created.
        user_id: The user who created it.
        raw: The JSON object as it came, with what has no attribute here or could not be read.
    """

    source: str | None = None
    user_id: str | None = None
    raw: JsonObject = field(factory=dict[str, object], eq=False, repr=False)

    @classmethod
    def from_dict(cls, data: JsonObject) -> CreatedBy:
        """Read a reply's object; what is missing or of another type becomes `None`."""
        get = data.get
        self = cls.__new__(cls)
        self.source = value if isinstance(value := get("source"), str) else None
        self.user_id = value if isinstance(value := get("userId"), str) else None

        self.raw = data
        return self
