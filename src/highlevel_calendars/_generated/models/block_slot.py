# Generated from openapi/calendars.yaml: change that file and run `make generate`, do not edit this one.
from __future__ import annotations

from datetime import datetime

from attrs import define, field

from ..._wire import JsonObject, read_id, read_instant


@define(kw_only=True)
class BlockSlot:
    """A block slot as the API returns it.

    Attributes:
        id: The block's id.
        location_id: The location of the block.
        title: Its title.
        start_time: When it starts.
        end_time: When it ends.
        calendar_id: The event calendar that is blocked.
        assigned_user_id: The user who is blocked.
        trace_id: The id that the vendor's support asks for.
        raw: The JSON object as it came, with what has no attribute here or could not be read.
    """

    id: str
    location_id: str | None = None
    title: str | None = None
    start_time: datetime | None = None
    end_time: datetime | None = None
    calendar_id: str | None = None
    assigned_user_id: str | None = None
    trace_id: str | None = None
    raw: JsonObject = field(factory=dict[str, object], eq=False, repr=False)

    @classmethod
    def from_dict(cls, data: JsonObject) -> BlockSlot:
        """Read a reply's object; what is missing or of another type becomes `None`."""
        get = data.get
        self = cls.__new__(cls)
        self.id = read_id(data, "id")
        self.location_id = value if isinstance(value := get("locationId"), str) else None
        self.title = value if isinstance(value := get("title"), str) else None
        self.start_time = read_instant(get("startTime"))
        self.end_time = read_instant(get("endTime"))
        self.calendar_id = value if isinstance(value := get("calendarId"), str) else None
        self.assigned_user_id = value if isinstance(value := get("assignedUserId"), str) else None
        self.trace_id = value if isinstance(value := get("traceId"), str) else None

        self.raw = data
        return self
