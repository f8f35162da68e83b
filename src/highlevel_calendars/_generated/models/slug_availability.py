# Generated from openapi/calendars.yaml: change that file and run `make generate`, do not edit this one.
from __future__ import annotations

from attrs import define, field

from ..._wire import JsonObject, read_boolean


@define(kw_only=True)
class SlugAvailability:
    """Whether a slug is free.

    Attributes:
        available: Whether the slug is free.
        raw: The JSON object as it came, with what has no attribute here or could not be read.
    """

    available: bool | None = None
    raw: JsonObject = field(factory=dict[str, object], eq=False, repr=False)

    @classmethod
    def from_dict(cls, data: JsonObject) -> SlugAvailability:
        """Read a reply's object; what is missing or of another type becomes `None`."""
        get = data.get
        self = cls.__new__(cls)
        self.available = read_boolean(get("available"))

        self.raw = data
        return self
