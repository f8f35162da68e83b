# Generated from openapi/calendars.yaml: change that file and run `make generate`, do not edit this one.
from __future__ import annotations

from datetime import datetime

from attrs import define, field

from ..._wire import JsonObject, read_id, read_instant, read_string


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
        return cls(
            id=read_id(data, "id"),
            location_id=read_string(get("locationId")),
            title=read_string(get("title")),
            start_time=read_instant(get("startTime")),
            end_time=read_instant(get("endTime")),
            calendar_id=read_string(get("calendarId")),
            assigned_user_id=read_string(get("assignedUserId")),
            trace_id=read_string(get("traceId")),
            raw=data,
        )
