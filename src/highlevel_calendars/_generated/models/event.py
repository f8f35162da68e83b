# Generated from openapi/calendars.yaml: change that file and run `make generate`, do not edit this one.
from __future__ import annotations

from datetime import datetime

from attrs import define, field

from ..._wire import JsonObject, first, read_boolean, read_id, read_instant, read_object, read_string, read_values
from ..models.created_by import CreatedBy
from ..types import AppointmentStatusResponse


@define(kw_only=True)
class Event:
    """An appointment or a block as it is read.

    Attributes:
        id: The event's id; an instance of a recurring one has the id of the series in it.
        address: Where it takes place.
        title: Its title.
        calendar_id: The calendar it is on.
        location_id: The location of the calendar.
        contact_id: The contact who is booked; a block has none.
        group_id: The group of the calendar.
        appointment_status: Its status; a block has none.
        assigned_user_id: The team member who takes it.
        users: The users who take part besides.
        notes: Notes.
        description: Text about it.
        is_recurring: Whether it recurs.
        rrule: The recurrence as an RRULE of RFC 5545, without DTSTART: it starts with start_time.
        start_time: When it starts.
        end_time: When it ends.
        date_added: When it was created.
        date_updated: When it was last changed.
        assigned_resources: The rooms and equipment that it takes.
        created_by: Who booked it.
        master_event_id: Of an instance, the event that stands for the series.
        deleted: Whether it was deleted; lists return deleted events too.
        raw: The JSON object as it came, with what has no attribute here or could not be read.
    """

    id: str
    address: str | None = None
    title: str | None = None
    calendar_id: str | None = None
    location_id: str | None = None
    contact_id: str | None = None
    group_id: str | None = None
    appointment_status: AppointmentStatusResponse | str | None = None
    assigned_user_id: str | None = None
    users: list[str] | None = None
    notes: str | None = None
    description: str | None = None
    is_recurring: bool | None = None
    rrule: str | None = None
    start_time: datetime | None = None
    end_time: datetime | None = None
    date_added: datetime | None = None
    date_updated: datetime | None = None
    assigned_resources: list[str] | None = None
    created_by: CreatedBy | None = None
    master_event_id: str | None = None
    deleted: bool | None = None
    raw: JsonObject = field(factory=dict[str, object], eq=False, repr=False)

    @classmethod
    def from_dict(cls, data: JsonObject) -> Event:
        """Read a reply's object; what is missing or of another type becomes `None`."""
        get = data.get
        self = cls.__new__(cls)
        self.id = read_id(data, "id")
        self.address = value if isinstance(value := get("address"), str) else None
        self.title = value if isinstance(value := get("title"), str) else None
        self.calendar_id = value if isinstance(value := get("calendarId"), str) else None
        self.location_id = value if isinstance(value := get("locationId"), str) else None
        self.contact_id = value if isinstance(value := get("contactId"), str) else None
        self.group_id = value if isinstance(value := get("groupId"), str) else None
        self.appointment_status = (
            value if isinstance(value := first(data, "appointmentStatus", "appoinmentStatus"), str) else None
        )
        self.assigned_user_id = value if isinstance(value := get("assignedUserId"), str) else None
        self.users = read_values(get("users"), read_string)
        self.notes = value if isinstance(value := get("notes"), str) else None
        self.description = value if isinstance(value := get("description"), str) else None
        self.is_recurring = read_boolean(get("isRecurring"))
        self.rrule = value if isinstance(value := get("rrule"), str) else None
        self.start_time = read_instant(get("startTime"))
        self.end_time = read_instant(get("endTime"))
        self.date_added = read_instant(get("dateAdded"))
        self.date_updated = read_instant(get("dateUpdated"))
        self.assigned_resources = read_values(get("assignedResources"), read_string)
        self.created_by = read_object(get("createdBy"), CreatedBy.from_dict)
        self.master_event_id = value if isinstance(value := get("masterEventId"), str) else None
        self.deleted = read_boolean(get("deleted"))

        self.raw = data
        return self
