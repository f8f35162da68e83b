# Generated from openapi/calendars.yaml: change that file and run `make generate`, do not edit this one.
from __future__ import annotations

from datetime import datetime

from attrs import define, field

from ..._wire import JsonObject, first, read_boolean, read_id, read_instant
from ..types import AppointmentStatusResponse


@define(kw_only=True)
class Appointment:
    """An appointment as the API returns it.

    Attributes:
        id: The appointment's id.
        calendar_id: The calendar it is booked on.
        location_id: The location of the calendar.
        contact_id: The contact who is booked.
        start_time: When it starts.
        end_time: When it ends.
        title: Its title.
        meeting_location_type: The kind of meeting place. The API's default: "default".
        appointment_status: Its status.
        status: The state of the booking as such, for example "booked".
        assigned_user_id: The team member who takes it.
        address: Where it takes place.
        is_recurring: Whether it recurs.
        rrule: The recurrence as an RRULE of RFC 5545.
        trace_id: The id that the vendor's support asks for.
        raw: The JSON object as it came, with what has no attribute here or could not be read.
    """

    id: str
    calendar_id: str | None = None
    location_id: str | None = None
    contact_id: str | None = None
    start_time: datetime | None = None
    end_time: datetime | None = None
    title: str | None = None
    meeting_location_type: str | None = None
    appointment_status: AppointmentStatusResponse | str | None = None
    status: str | None = None
    assigned_user_id: str | None = None
    address: str | None = None
    is_recurring: bool | None = None
    rrule: str | None = None
    trace_id: str | None = None
    raw: JsonObject = field(factory=dict[str, object], eq=False, repr=False)

    @classmethod
    def from_dict(cls, data: JsonObject) -> Appointment:
        """Read a reply's object; what is missing or of another type becomes `None`."""
        get = data.get
        self = cls.__new__(cls)
        self.id = read_id(data, "id")
        self.calendar_id = value if isinstance(value := get("calendarId"), str) else None
        self.location_id = value if isinstance(value := get("locationId"), str) else None
        self.contact_id = value if isinstance(value := get("contactId"), str) else None
        self.start_time = read_instant(get("startTime"))
        self.end_time = read_instant(get("endTime"))
        self.title = value if isinstance(value := get("title"), str) else None
        self.meeting_location_type = value if isinstance(value := get("meetingLocationType"), str) else None
        self.appointment_status = (
            value if isinstance(value := first(data, "appointmentStatus", "appoinmentStatus"), str) else None
        )
        self.status = value if isinstance(value := get("status"), str) else None
        self.assigned_user_id = value if isinstance(value := get("assignedUserId"), str) else None
        self.address = value if isinstance(value := get("address"), str) else None
        self.is_recurring = read_boolean(get("isRecurring"))
        self.rrule = value if isinstance(value := get("rrule"), str) else None
        self.trace_id = value if isinstance(value := get("traceId"), str) else None

        self.raw = data
        return self
