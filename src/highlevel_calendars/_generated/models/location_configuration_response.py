# Generated from openapi/calendars.yaml: change that file and run `make generate`, do not edit this one.
from __future__ import annotations

from attrs import define, field

from ..._wire import JsonObject
from ..types import LocationKind


@define(kw_only=True)
class LocationConfigurationResponse:
    """A place or a means of meeting, as returned.

    Attributes:
        kind: The kind of place.
        location: The address.
        meeting_id: The id that an appointment names as its meeting_location_id.
        raw: The JSON object as it came, with what has no attribute here or could not be read.
    """

    kind: LocationKind | str | None = None
    location: str | None = None
    meeting_id: str | None = None
    raw: JsonObject = field(factory=dict[str, object], eq=False, repr=False)

    @classmethod
    def from_dict(cls, data: JsonObject) -> LocationConfigurationResponse:
        """Read a reply's object; what is missing or of another type becomes `None`."""
        get = data.get
        self = cls.__new__(cls)
        self.kind = value if isinstance(value := get("kind"), str) else None
        self.location = value if isinstance(value := get("location"), str) else None
        self.meeting_id = value if isinstance(value := get("meetingId"), str) else None

        self.raw = data
        return self
