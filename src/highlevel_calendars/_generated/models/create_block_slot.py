# Generated from openapi/calendars.yaml: change that file and run `make generate`, do not edit this one.
from __future__ import annotations

from datetime import datetime

from attrs import define

from ..._wire import UNSET, JsonObject, Unset


@define(kw_only=True)
class CreateBlockSlot:
    """What is blocked, and when.

    Attributes:
        location_id: The location of the block.
        start_time: When the block starts.
        end_time: When the block ends.
        calendar_id: The event calendar to block; other kinds of calendar refuse. Not together with
            assigned_user_id.
        assigned_user_id: The user to block in all their calendars. Not together with calendar_id.
        title: The block's title.
    """

    start_time: datetime
    end_time: datetime
    location_id: str | Unset = UNSET
    calendar_id: str | Unset = UNSET
    assigned_user_id: str | Unset = UNSET
    title: str | Unset = UNSET

    def to_dict(self) -> JsonObject:
        """The JSON object to send; what is unset is left out."""
        data: JsonObject = {"startTime": self.start_time.isoformat(), "endTime": self.end_time.isoformat()}
        if self.location_id is not UNSET:
            data["locationId"] = self.location_id
        if self.calendar_id is not UNSET:
            data["calendarId"] = self.calendar_id
        if self.assigned_user_id is not UNSET:
            data["assignedUserId"] = self.assigned_user_id
        if self.title is not UNSET:
            data["title"] = self.title
        return data
