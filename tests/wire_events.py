"""What the operations of appointments, block slots, events and notes send."""

from __future__ import annotations

from wire import END, END_MILLIS, START, START_MILLIS, Call, Row

INSTANCE = "ocQHyuzHvysMo5N5VsXc_1729821600000_1800"
LOCATION_ROW: Row = ("location_id", "location-1", "locationId", "location-1")
TIMES: list[Row] = [
    ("start_time", START, "startTime", "2021-06-23T03:30:00+05:30"),
    ("end_time", END, "endTime", "2021-06-23T04:30:00+05:30"),
]
UPDATED: list[Row] = [
    ("calendar_id", "calendar-1", "calendarId", "calendar-1"),
    *TIMES,
    ("title", "Test Event", "title", "Test Event"),
    ("meeting_location_type", "ms_teams", "meetingLocationType", "ms_teams"),
    ("meeting_location_id", "custom_0", "meetingLocationId", "custom_0"),
    ("override_location_config", True, "overrideLocationConfig", True),
    ("appointment_status", "noshow", "appointmentStatus", "noshow"),
    ("assigned_user_id", "user-1", "assignedUserId", "user-1"),
    ("description", "Booking a call", "description", "Booking a call"),
    ("address", "Zoom", "address", "Zoom"),
    ("ignore_date_range", False, "ignoreDateRange", False),
    ("to_notify", False, "toNotify", False),
    ("ignore_free_slot_validation", True, "ignoreFreeSlotValidation", True),
    ("rrule", "RRULE:FREQ=DAILY;INTERVAL=1;COUNT=5", "rrule", "RRULE:FREQ=DAILY;INTERVAL=1;COUNT=5"),
]
BOOKED: list[Row] = [LOCATION_ROW, ("contact_id", "contact-1", "contactId", "contact-1"), *UPDATED]
BLOCK: list[Row] = [LOCATION_ROW, *TIMES, ("title", "Test Event", "title", "Test Event")]
OF_CALENDAR: Row = ("calendar_id", "calendar-1", "calendarId", "calendar-1")
OF_USER: Row = ("assigned_user_id", "user-1", "assignedUserId", "user-1")
RANGE: list[Row] = [
    LOCATION_ROW,
    ("user_id", "user-1", "userId", "user-1"),
    ("calendar_id", "calendar-1", "calendarId", "calendar-1"),
    ("group_id", "group-1", "groupId", "group-1"),
    ("start_time", START, "startTime", START_MILLIS),
    ("end_time", END, "endTime", END_MILLIS),
]
SPAN = {"start_time", "end_time"}
# The rules demand one of the three owners, though no argument is demanded by itself.
OF_ONE_CALENDAR = {*SPAN, "calendar_id"}
NOTE: list[Row] = [("user_id", "user-1", "userId", "user-1"), ("body", "lorem ipsum", "body", "lorem ipsum")]


def block(operation: str, method: str, request: str, target: Row, *path: str) -> Call:
    needed = {*SPAN, target[0]} if operation == "create-block-slot" else set[str]()
    return Call(operation, operation.replace("-", "_"), method, request, path, body=[*BLOCK, target], needed=needed)


CALLS = {
    "book": Call(
        "create-appointment",
        "create_appointment",
        "appointments.create",
        "POST /calendars/events/appointments",
        body=BOOKED,
        needed={"calendar_id", "contact_id", "start_time"},
    ),
    "read an appointment": Call(
        "get-appointment",
        "get_appointment",
        "appointments.get",
        f"GET /calendars/events/appointments/{INSTANCE}",
        (INSTANCE,),
    ),
    "update an appointment": Call(
        "edit-appointment",
        "edit_appointment",
        "appointments.update",
        f"PUT /calendars/events/appointments/{INSTANCE}",
        (INSTANCE,),
        body=UPDATED,
        needed={"appointment_status"},
    ),
    "block a calendar": block(
        "create-block-slot", "block_slots.create", "POST /calendars/events/block-slots", OF_CALENDAR
    ),
    "block a user": block("create-block-slot", "block_slots.create", "POST /calendars/events/block-slots", OF_USER),
    "move a block of a calendar": block(
        "edit-block-slot", "block_slots.update", "PUT /calendars/events/block-slots/block-1", OF_CALENDAR, "block-1"
    ),
    "move a block of a user": block(
        "edit-block-slot", "block_slots.update", "PUT /calendars/events/block-slots/block-1", OF_USER, "block-1"
    ),
    "list events": Call(
        "get-calendar-events",
        "get_calendar_events",
        "events.list",
        "GET /calendars/events",
        query=RANGE,
        needed=OF_ONE_CALENDAR,
        reply={"events": []},
    ),
    "list blocks": Call(
        "get-blocked-slots",
        "get_blocked_slots",
        "events.list_blocked",
        "GET /calendars/blocked-slots",
        query=RANGE,
        needed=OF_ONE_CALENDAR,
        reply={"events": []},
    ),
    "delete an event": Call(
        "delete-event",
        "delete_event",
        "events.delete",
        "DELETE /calendars/events/event-1",
        ("event-1",),
        content={},
    ),
    "list notes": Call(
        "get-appointment-notes",
        "get_appointment_notes",
        "notes.list",
        "GET /calendars/appointments/appointment-1/notes",
        ("appointment-1",),
        query=[("limit", 10, "limit", "10"), ("offset", 0, "offset", "0")],
        needed={"limit", "offset"},
    ),
    "write a note": Call(
        "create-appointment-note",
        "create_appointment_note",
        "notes.create",
        "POST /calendars/appointments/appointment-1/notes",
        ("appointment-1",),
        body=NOTE,
        needed={"body"},
    ),
    "update a note": Call(
        "update-appointment-note",
        "update_appointment_note",
        "notes.update",
        "PUT /calendars/appointments/appointment-1/notes/note-1",
        ("appointment-1", "note-1"),
        body=NOTE,
        needed={"body"},
    ),
    "delete a note": Call(
        "delete-appointment-note",
        "delete_appointment_note",
        "notes.delete",
        "DELETE /calendars/appointments/appointment-1/notes/note-1",
        ("appointment-1", "note-1"),
    ),
}
