"""Where `openapi/calendars.yaml` says something else than the vendor's pages and file do."""

from __future__ import annotations

# What a reply demands instead of an id.
DEMANDED = {"CalendarEnvelope": ["calendar"], "Notification": ["_id"]}
# What wraps a reply: the key, and the schema within.
ENVELOPES = {
    "CalendarEnvelope": ("calendar", "Calendar"),
    "CalendarsEnvelope": ("calendars", "Calendar"),
    "GroupEnvelope": ("group", "Group"),
    "GroupsEnvelope": ("groups", "Group"),
    "EventsEnvelope": ("events", "Event"),
    "AppointmentEnvelope": ("event", "Event"),
    "NoteEnvelope": ("note", "Note"),
    "ScheduleEnvelope": ("schedule", "Schedule"),
    "SchedulesEnvelope": ("schedules", "Schedule"),
}
# Whether a reply of the vendor's file has these is not relied on; the ids of two are.
LENIENT = {
    "Calendar": "locationId name",
    "CalendarNotificationResponse": (
        "shouldSendToContact shouldSendToGuest shouldSendToUser shouldSendToSelectedUsers selectedUsers"
    ),
    "TeamMemberResponse": "userId",
    "LocationConfigurationResponse": "kind",
    "OpenHoursResponse": "daysOfTheWeek hours",
    "HoursResponse": "openHour openMinute closeHour closeMinute",
    "AvailabilityResponse": "date hours",
    "LookBusyConfigResponse": "enabled LookBusyPercentage",
    "DaySlots": "slots",
    "SlugAvailability": "available",
    "Event": (
        "title calendarId locationId contactId groupId appointmentStatus assignedUserId users "
        "startTime endTime dateAdded dateUpdated"
    ),
    "CreatedBy": "source",
    "Note": "id",
    "Notification": "_id",
    "Message": "message",
    "Schedule": "name locationId rules timezone dateAdded dateUpdated userId deleted",
    "ScheduleRuleResponse": "type intervals",
    "ScheduleIntervalResponse": "from to",
    "Success": "success",
}
# Where the YAML says something else than a page or the vendor's file: the schema, the field, and what about it.
DEPARTURES = {
    *((schema, name, "required") for schema, names in LENIENT.items() for name in names.split()),
    *((schema, "availabilityType", "type") for schema in ("UpdateCalendar", "Calendar")),
    *((schema, "daysOfTheWeek", "type") for schema in ("OpenHours", "OpenHoursResponse")),
    ("UpdateBlockSlot", "calendarId", "required"),
    ("Event", "appointmentStatus", "values"),
    *(("Event", name, "type") for name in ("startTime", "endTime", "dateAdded", "dateUpdated")),
    ("CreateResource", "quantity", "required"),
    ("CreateResource", "outOfService", "required"),
    ("CreateResource", "capacity", "required"),
    ("CreateBlockSlot", "calendarId", "required"),
    ("CreateBlockSlot", "startTime", "required"),
    ("CreateBlockSlot", "endTime", "required"),
    ("CreateCalendar", "availabilityType", "type"),
    ("BlockSlot", "startTime", "type"),
    ("BlockSlot", "endTime", "type"),
    ("Appointment", "appointmentStatus", "values"),
    *(("Resource", name, "required") for name in ("locationId", "name", "resourceType", "isActive", "calendarIds")),
    *(("Group", name, "required") for name in ("id", "locationId", "name", "description", "slug")),
    *(("Appointment", name, "required") for name in ("calendarId", "locationId", "contactId")),
    *(("BlockSlot", name, "required") for name in ("locationId", "title", "startTime", "endTime")),
}
# Parameters: the operation, the name, and what about it.
PARAMETER_DEPARTURES = {
    *(("fetch-calendar-resources", name, "type") for name in ("limit", "skip")),
    *(("get-appointment-notes", name, "type") for name in ("limit", "offset")),
    *(("get-event-notification", name, "type") for name in ("limit", "skip")),
    *(("getAllSchedules", name, "type") for name in ("limit", "skip")),
}
# What the YAML has beyond the fields of a page's list or of the vendor's file, and what it leaves out.
ADDITIONS = {
    "CreateCalendar": {"consentLabel"},
    "Resource": {"id"},
    "Appointment": {"status", "traceId"},
    "BlockSlot": {"traceId"},
    "Event": {"deleted"},
    "NotesPage": {"traceId"},
}
OMISSIONS = {"UpdateCalendar": {"meetingLocation"}, "TeamMember": {"meetingLocation", "meetingLocationType"}}
# Parameters that the vendor's file does not declare, though the path has them.
UNDECLARED = {"update-appointment-note": {"noteId"}, "delete-appointment-note": {"noteId"}}
