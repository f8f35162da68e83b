# Generated from openapi/calendars.yaml: change that file and run `make generate`, do not edit this one.
from __future__ import annotations

from attrs import define

from ..._wire import UNSET, JsonObject, Unset
from ..types import LocationKind


@define(kw_only=True)
class LocationConfiguration:
    """A place or a means of meeting.

    Attributes:
        kind: The kind of place. The conference kinds do not work on event calendars.
        location: The address. The conference kinds take none.
    """

    kind: LocationKind
    location: str | Unset = UNSET

    def to_dict(self) -> JsonObject:
        """The JSON object to send; what is unset is left out."""
        data: JsonObject = {"kind": self.kind}
        if self.location is not UNSET:
            data["location"] = self.location
        return data
