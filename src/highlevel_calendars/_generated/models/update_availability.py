# Generated from openapi/calendars.yaml: change that file and run `make generate`, do not edit this one.
from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from attrs import define

from ..._wire import UNSET, JsonObject, Unset, write_local_date
from ..models.hours import Hours


@define(kw_only=True)
class UpdateAvailability:
    """The hours of one date, in place of the weekly ones, as a calendar is changed to them.

    Attributes:
        date: The local date. On the wire it carries midnight and a Z that does not mean UTC.
        hours: When it is open on that date.
        id: The entry's id, needed to change or remove one that exists.
        deleted: Whether the entry is to be removed. The API's default: false.
    """

    date: date
    hours: Sequence[Hours]
    id: str | Unset = UNSET
    deleted: bool | Unset = UNSET

    def to_dict(self) -> JsonObject:
        """The JSON object to send; what is unset is left out."""
        data: JsonObject = {"date": write_local_date(self.date), "hours": [item.to_dict() for item in self.hours]}
        if self.id is not UNSET:
            data["id"] = self.id
        if self.deleted is not UNSET:
            data["deleted"] = self.deleted
        return data
