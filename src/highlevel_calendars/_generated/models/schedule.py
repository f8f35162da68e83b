# Generated from openapi/calendars.yaml: change that file and run `make generate`, do not edit this one.
from __future__ import annotations

from datetime import datetime

from attrs import define, field

from ..._wire import JsonObject, read_boolean, read_id, read_instant, read_objects, read_string, read_values
from ..models.schedule_rule_response import ScheduleRuleResponse


@define(kw_only=True)
class Schedule:
    """A schedule as the API returns it.

    Attributes:
        id: The schedule's id.
        name: Its name.
        location_id: The location that owns it.
        rules: When the user is available.
        timezone: The IANA time zone of the rules.
        date_added: When it was created.
        date_updated: When it was last changed.
        user_id: The user whose hours they are.
        calendar_ids: The calendars that it applies to.
        deleted: Whether it was deleted.
        raw: The JSON object as it came, with what has no attribute here or could not be read.
    """

    id: str
    name: str | None = None
    location_id: str | None = None
    rules: list[ScheduleRuleResponse] | None = None
    timezone: str | None = None
    date_added: datetime | None = None
    date_updated: datetime | None = None
    user_id: str | None = None
    calendar_ids: list[str] | None = None
    deleted: bool | None = None
    raw: JsonObject = field(factory=dict[str, object], eq=False, repr=False)

    @classmethod
    def from_dict(cls, data: JsonObject) -> Schedule:
        """Read a reply's object; what is missing or of another type becomes `None`."""
        get = data.get
        self = cls.__new__(cls)
        self.id = read_id(data, "id", "_id")
        self.name = value if isinstance(value := get("name"), str) else None
        self.location_id = value if isinstance(value := get("locationId"), str) else None
        self.rules = read_objects(get("rules"), ScheduleRuleResponse.from_dict)
        self.timezone = value if isinstance(value := get("timezone"), str) else None
        self.date_added = read_instant(get("dateAdded"))
        self.date_updated = read_instant(get("dateUpdated"))
        self.user_id = value if isinstance(value := get("userId"), str) else None
        self.calendar_ids = read_values(get("calendarIds"), read_string)
        self.deleted = read_boolean(get("deleted"))

        self.raw = data
        return self
