"""What the reply of each operation holds, by its operationId."""

from __future__ import annotations

from typing import NamedTuple

from reply_calendars import AVAILABLE, CALENDAR, GROUP, RESOURCE, SLOTS, SUCCESS, Row
from reply_events import APPOINTMENT, BLOCK, EVENT, NOTE, PAGE, SUCCEEDED
from reply_schedules import MESSAGE, NOTIFICATION, SCHEDULE

from highlevel_calendars import models


class Kind(NamedTuple):
    """The replies of one operation: their model with its fields, and what they may be wrapped in.

    Attributes:
        many: Whether the reply is an array of such models.
    """

    model: type
    rows: list[Row]
    envelopes: tuple[str, ...] = ()
    many: bool = False

    @property
    def wire(self) -> dict[str, object]:
        return {key: value for key, value, _, _ in self.rows}


A_CALENDAR = Kind(models.Calendar, CALENDAR, ("calendar",))
A_GROUP = Kind(models.Group, GROUP, ("group",))
A_RESOURCE = Kind(models.Resource, RESOURCE)
AN_APPOINTMENT = Kind(models.Appointment, APPOINTMENT, ("appointment", "event"))
A_BLOCK = Kind(models.BlockSlot, BLOCK, ("event",))
AN_EVENT = Kind(models.Event, EVENT, ("appointment", "event"))
EVENTS = Kind(models.Event, EVENT, ("events",), many=True)
A_NOTE = Kind(models.Note, NOTE, ("note",))
A_NOTIFICATION = Kind(models.Notification, NOTIFICATION)
A_SCHEDULE = Kind(models.Schedule, SCHEDULE, ("schedule",))
DONE = Kind(models.Success, SUCCESS)
SAID = Kind(models.Message, MESSAGE)

KINDS = {
    "create-calendar": A_CALENDAR,
    "get-calendars": Kind(models.Calendar, CALENDAR, ("calendars",), many=True),
    "get-calendar": A_CALENDAR,
    "update-calendar": A_CALENDAR,
    "delete-calendar": DONE,
    "get-slots": Kind(models.FreeSlots, SLOTS),
    "create-calendar-group": A_GROUP,
    "get-groups": Kind(models.Group, GROUP, ("groups",), many=True),
    "validate-groups-slug": Kind(models.SlugAvailability, AVAILABLE),
    "edit-group": A_GROUP,
    "delete-group": DONE,
    "disable-group": DONE,
    "create-calendar-resource": A_RESOURCE,
    "fetch-calendar-resources": A_RESOURCE._replace(many=True),
    "get-calendar-resource": A_RESOURCE,
    "update-calendar-resource": A_RESOURCE,
    "delete-calendar-resource": DONE,
    "create-appointment": AN_APPOINTMENT,
    "get-appointment": AN_EVENT,
    "edit-appointment": AN_APPOINTMENT,
    "create-block-slot": A_BLOCK,
    "edit-block-slot": A_BLOCK,
    "get-calendar-events": EVENTS,
    "get-blocked-slots": EVENTS,
    "delete-event": Kind(models.Succeeded, SUCCEEDED),
    "get-appointment-notes": Kind(models.NotesPage, PAGE),
    "create-appointment-note": A_NOTE,
    "update-appointment-note": A_NOTE,
    "delete-appointment-note": DONE,
    "get-event-notification": A_NOTIFICATION._replace(many=True),
    "create-event-notification": A_NOTIFICATION._replace(many=True),
    "find-event-notification": A_NOTIFICATION,
    "update-event-notification": SAID,
    "delete-event-notification": SAID,
    "getAllSchedules": Kind(models.Schedule, SCHEDULE, ("schedules",), many=True),
    "createSchedule": A_SCHEDULE,
    "getScheduleById": A_SCHEDULE,
    "updateSchedule": A_SCHEDULE,
    "deleteSchedule": DONE,
    "add-calendar-to-schedule": DONE,
    "remove-calendar-from-schedule": DONE,
}
