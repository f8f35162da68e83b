"""Every field of the replies about appointments, blocks, events and notes, and the attribute that it has to be in."""

from __future__ import annotations

from datetime import UTC, datetime

from reply_calendars import Row
from wire import END, INDIA, START

APPOINTMENT: list[Row] = [
    ("id", "appointment-1", "id", "appointment-1"),
    ("calendarId", "calendar-1", "calendar_id", "calendar-1"),
    ("locationId", "location-1", "location_id", "location-1"),
    ("contactId", "contact-1", "contact_id", "contact-1"),
    ("startTime", "2021-06-23T03:30:00+05:30", "start_time", START),
    ("endTime", "2021-06-23T04:30:00+05:30", "end_time", END),
    ("title", "Test Event", "title", "Test Event"),
    ("meetingLocationType", "default", "meeting_location_type", "default"),
    ("appointmentStatus", "completed", "appointment_status", "completed"),
    ("status", "booked", "status", "booked"),
    ("assignedUserId", "user-1", "assigned_user_id", "user-1"),
    ("address", "Zoom", "address", "Zoom"),
    ("isRecurring", "true", "is_recurring", True),
    ("rrule", "RRULE:FREQ=DAILY;COUNT=5", "rrule", "RRULE:FREQ=DAILY;COUNT=5"),
    ("traceId", "trace-1", "trace_id", "trace-1"),
]
BLOCK: list[Row] = [
    ("id", "block-1", "id", "block-1"),
    ("locationId", "location-1", "location_id", "location-1"),
    ("title", "My event", "title", "My event"),
    ("startTime", "2021-06-23T03:30:00+05:30", "start_time", START),
    ("endTime", "2021-06-23T04:30:00+05:30", "end_time", END),
    ("calendarId", "calendar-1", "calendar_id", "calendar-1"),
    ("assignedUserId", "user-1", "assigned_user_id", "user-1"),
    ("traceId", "trace-1", "trace_id", "trace-1"),
]
EVENT: list[Row] = [
    ("id", "event-1_1729821600000_1800", "id", "event-1_1729821600000_1800"),
    ("address", "https://meet.google.com/yqp", "address", "https://meet.google.com/yqp"),
    ("title", "Appointment with the team", "title", "Appointment with the team"),
    ("calendarId", "calendar-1", "calendar_id", "calendar-1"),
    ("locationId", "location-1", "location_id", "location-1"),
    ("contactId", "contact-1", "contact_id", "contact-1"),
    ("groupId", "group-1", "group_id", "group-1"),
    ("appointmentStatus", "showed", "appointment_status", "showed"),
    ("assignedUserId", "user-1", "assigned_user_id", "user-1"),
    ("users", ["user-1", "user-2"], "users", ["user-1", "user-2"]),
    ("notes", "Some dummy note", "notes", "Some dummy note"),
    ("description", "Some dummy description", "description", "Some dummy description"),
    ("isRecurring", "true", "is_recurring", True),
    ("rrule", "RRULE:FREQ=DAILY;COUNT=5", "rrule", "RRULE:FREQ=DAILY;COUNT=5"),
    ("startTime", "2021-06-23T03:30:00+05:30", "start_time", START),
    ("endTime", "2021-06-23T04:30:00+05:30", "end_time", END),
    ("dateAdded", "2021-06-01T10:30:00.000Z", "date_added", datetime(2021, 6, 1, 10, 30, tzinfo=UTC)),
    ("dateUpdated", "2021-06-02T16:00:00+05:30", "date_updated", datetime(2021, 6, 2, 16, tzinfo=INDIA)),
    ("assignedResources", ["room-1"], "assigned_resources", ["room-1"]),
    (
        "createdBy",
        {"source": "booking_widget", "userId": "user-3"},
        "created_by",
        {"source": "booking_widget", "user_id": "user-3"},
    ),
    ("masterEventId", "event-1", "master_event_id", "event-1"),
    ("deleted", True, "deleted", True),
]
NOTE: list[Row] = [
    ("id", "note-1", "id", "note-1"),
    ("body", "lorem ipsum", "body", "lorem ipsum"),
    ("userId", "user-1", "user_id", "user-1"),
    ("dateAdded", "2021-07-08T12:02:11.285Z", "date_added", datetime(2021, 7, 8, 12, 2, 11, 285000, tzinfo=UTC)),
    ("contactId", "contact-1", "contact_id", "contact-1"),
    ("createdBy", {"id": "user-1", "name": "John Doe"}, "created_by", {"id": "user-1", "name": "John Doe"}),
]
PAGE: list[Row] = [
    (
        "notes",
        [{key: wire for key, wire, _, _ in NOTE}],
        "notes",
        [{attribute: value for _, _, attribute, value in NOTE}],
    ),
    ("hasMore", True, "has_more", True),
    ("traceId", "trace-1", "trace_id", "trace-1"),
]
SUCCEEDED: list[Row] = [("succeeded", True, "success", True)]
