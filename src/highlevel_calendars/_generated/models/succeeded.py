# Generated from openapi/calendars.yaml: change that file and run `make generate`, do not edit this one.
from __future__ import annotations

from attrs import define, field

from ..._wire import JsonObject, first, read_boolean


@define(kw_only=True)
class Succeeded:
    """Whether it was done.

    Attributes:
        success: Whether it was done.
        raw: The JSON object as it came, with what has no attribute here or could not be read.
    """

    success: bool | None = None
    raw: JsonObject = field(factory=dict[str, object], eq=False, repr=False)

    @classmethod
    def from_dict(cls, data: JsonObject) -> Succeeded:
        """Read a reply's object; what is missing or of another type becomes `None`."""
        self = cls.__new__(cls)
        self.success = read_boolean(first(data, "succeeded", "success", "succeded"))

        self.raw = data
        return self
