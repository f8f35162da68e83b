# Generated from openapi/calendars.yaml: change that file and run `make generate`, do not edit this one.
from __future__ import annotations

from attrs import define, field

from ..._wire import JsonObject, first, read_boolean, read_number


@define(kw_only=True)
class LookBusyConfigResponse:
    """The share of free slots that is hidden, as returned.

    Attributes:
        enabled: Whether slots are hidden. The API's default: false.
        look_busy_percentage: The share that is hidden, in percent.
        raw: The JSON object as it came, with what has no attribute here or could not be read.
    """

    enabled: bool | None = None
    look_busy_percentage: float | None = None
    raw: JsonObject = field(factory=dict[str, object], eq=False, repr=False)

    @classmethod
    def from_dict(cls, data: JsonObject) -> LookBusyConfigResponse:
        """Read a reply's object; what is missing or of another type becomes `None`."""
        get = data.get
        self = cls.__new__(cls)
        self.enabled = read_boolean(get("enabled"))
        self.look_busy_percentage = read_number(first(data, "LookBusyPercentage", "lookBusyPercentage"))

        self.raw = data
        return self
