# Generated from openapi/calendars.yaml: change that file and run `make generate`, do not edit this one.
from __future__ import annotations

from datetime import date

from attrs import define, field

from ..._wire import JsonObject, read_boolean, read_local_date, read_objects
from ..models.hours_response import HoursResponse


@define(kw_only=True)
class AvailabilityResponse:
    """The hours of one date, as returned.

    Attributes:
        date: The local date. On the wire it carries midnight and a Z that does not mean UTC.
        hours: When it is open on that date.
        deleted: Whether the entry was removed. The API's default: false.
        raw: The JSON object as it came, with what has no attribute here or could not be read.
    """

    date: date | None = None
    hours: list[HoursResponse] | None = None
    deleted: bool | None = None
    raw: JsonObject = field(factory=dict[str, object], eq=False, repr=False)

    @classmethod
    def from_dict(cls, data: JsonObject) -> AvailabilityResponse:
        """Read a reply's object; what is missing or of another type becomes `None`."""
        get = data.get
        self = cls.__new__(cls)
        self.date = read_local_date(get("date"))
        self.hours = read_objects(get("hours"), HoursResponse.from_dict)
        self.deleted = read_boolean(get("deleted"))

        self.raw = data
        return self
