# Generated from openapi/calendars.yaml: change that file and run `make generate`, do not edit this one.
from __future__ import annotations

from datetime import datetime

from attrs import define

from ..._wire import UNSET, JsonObject, Unset


@define(kw_only=True)
class UpdateBlockSlot:
    """What a block slot is changed to.

    Attributes:
        location_id: The location of the block.
        start_time: When the block starts.
        end_time: When the block ends.
        calendar_id: The event calendar to block; other kinds of calendar refuse. Not together with
            assigned_user_id.
        assigned_user_id: The user to block in all their calendars. Not together with calendar_id.
        title: The block's title.
    """

    location_id: str | Unset = UNSET
    start_time: datetime | Unset = UNSET
    end_time: datetime | Unset = UNSET
    calendar_id: str | Unset = UNSET
    assigned_user_id: str | Unset = UNSET
    title: str | Unset = UNSET

    def to_dict(self) -> JsonObject:
        """The JSON object to send; what is unset is left out."""
        data: JsonObject = {}
        if self.location_id is not UNSET:
            data["locationId"] = self.location_id
        if self.start_time is not UNSET:
            data["startTime"] = self.start_time.isoformat()
        if self.end_time is not UNSET:
            data["endTime"] = self.end_time.isoformat()
        if self.calendar_id is not UNSET:
            data["calendarId"] = self.calendar_id
        if self.assigned_user_id is not UNSET:
            data["assignedUserId"] = self.assigned_user_id
        if self.title is not UNSET:
            data["title"] = self.title
        return data
