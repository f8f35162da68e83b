# Generated from openapi/calendars.yaml: change that file and run `make generate`, do not edit this one.
from __future__ import annotations

from datetime import datetime

from attrs import define, field

from ..._wire import JsonObject, first, read_boolean, read_id, read_instant, read_string
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
        return cls(
            id=read_id(data, "id"),
            calendar_id=read_string(get("calendarId")),
            location_id=read_string(get("locationId")),
            contact_id=read_string(get("contactId")),
            start_time=read_instant(get("startTime")),
            end_time=read_instant(get("endTime")),
            title=read_string(get("title")),
            meeting_location_type=read_string(get("meetingLocationType")),
            appointment_status=read_string(first(data, "appointmentStatus", "appoinmentStatus")),
            status=read_string(get("status")),
            assigned_user_id=read_string(get("assignedUserId")),
            address=read_string(get("address")),
            is_recurring=read_boolean(get("isRecurring")),
            rrule=read_string(get("rrule")),
            trace_id=read_string(get("traceId")),
            raw=data,
        )
