# Generated from openapi/calendars.yaml: change that file and run `make generate`, do not edit this one.
"""What requests take and what replies hold. A model is imported when it is first asked for."""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .appointment import Appointment
    from .availability import Availability
    from .availability_response import AvailabilityResponse
    from .block_slot import BlockSlot
    from .calendar import Calendar
    from .calendar_notification import CalendarNotification
    from .calendar_notification_response import CalendarNotificationResponse
    from .create_appointment import CreateAppointment
    from .create_block_slot import CreateBlockSlot
    from .create_calendar import CreateCalendar
    from .create_group import CreateGroup
    from .create_note import CreateNote
    from .create_notification import CreateNotification
    from .create_resource import CreateResource
    from .create_schedule import CreateSchedule
    from .created_by import CreatedBy
    from .day_slots import DaySlots
    from .empty import Empty
    from .event import Event
    from .free_slots import FreeSlots
    from .group import Group
    from .hours import Hours
    from .hours_response import HoursResponse
    from .location_configuration import LocationConfiguration
    from .location_configuration_response import LocationConfigurationResponse
    from .look_busy_config import LookBusyConfig
    from .look_busy_config_response import LookBusyConfigResponse
    from .message import Message
    from .note import Note
    from .note_author import NoteAuthor
    from .notes_page import NotesPage
    from .notification import Notification
    from .notification_offset import NotificationOffset
    from .notification_offset_response import NotificationOffsetResponse
    from .open_hours import OpenHours
    from .open_hours_response import OpenHoursResponse
    from .recurring import Recurring
    from .recurring_response import RecurringResponse
    from .resource import Resource
    from .schedule import Schedule
    from .schedule_interval import ScheduleInterval
    from .schedule_interval_response import ScheduleIntervalResponse
    from .schedule_rule import ScheduleRule
    from .schedule_rule_response import ScheduleRuleResponse
    from .set_group_status import SetGroupStatus
    from .slug_availability import SlugAvailability
    from .succeeded import Succeeded
    from .success import Success
    from .team_member import TeamMember
    from .team_member_response import TeamMemberResponse
    from .update_appointment import UpdateAppointment
    from .update_availability import UpdateAvailability
    from .update_block_slot import UpdateBlockSlot
    from .update_calendar import UpdateCalendar
    from .update_group import UpdateGroup
    from .update_note import UpdateNote
    from .update_notification import UpdateNotification
    from .update_resource import UpdateResource
    from .update_schedule import UpdateSchedule
    from .validate_group_slug import ValidateGroupSlug

__all__ = (
    "Appointment",
    "Availability",
    "AvailabilityResponse",
    "BlockSlot",
    "Calendar",
    "CalendarNotification",
    "CalendarNotificationResponse",
    "CreateAppointment",
    "CreateBlockSlot",
    "CreateCalendar",
    "CreatedBy",
    "CreateGroup",
    "CreateNote",
    "CreateNotification",
    "CreateResource",
    "CreateSchedule",
    "DaySlots",
    "Empty",
    "Event",
    "FreeSlots",
    "Group",
    "Hours",
    "HoursResponse",
    "LocationConfiguration",
    "LocationConfigurationResponse",
    "LookBusyConfig",
    "LookBusyConfigResponse",
    "Message",
    "Note",
    "NoteAuthor",
    "NotesPage",
    "Notification",
    "NotificationOffset",
    "NotificationOffsetResponse",
    "OpenHours",
    "OpenHoursResponse",
    "Recurring",
    "RecurringResponse",
    "Resource",
    "Schedule",
    "ScheduleInterval",
    "ScheduleIntervalResponse",
    "ScheduleRule",
    "ScheduleRuleResponse",
    "SetGroupStatus",
    "SlugAvailability",
    "Succeeded",
    "Success",
    "TeamMember",
    "TeamMemberResponse",
    "UpdateAppointment",
    "UpdateAvailability",
    "UpdateBlockSlot",
    "UpdateCalendar",
    "UpdateGroup",
    "UpdateNote",
    "UpdateNotification",
    "UpdateResource",
    "UpdateSchedule",
    "ValidateGroupSlug",
)

_MODULES = {
    "Appointment": "appointment",
    "Availability": "availability",
    "AvailabilityResponse": "availability_response",
    "BlockSlot": "block_slot",
    "Calendar": "calendar",
    "CalendarNotification": "calendar_notification",
    "CalendarNotificationResponse": "calendar_notification_response",
    "CreateAppointment": "create_appointment",
    "CreateBlockSlot": "create_block_slot",
    "CreateCalendar": "create_calendar",
    "CreatedBy": "created_by",
    "CreateGroup": "create_group",
    "CreateNote": "create_note",
    "CreateNotification": "create_notification",
    "CreateResource": "create_resource",
    "CreateSchedule": "create_schedule",
    "DaySlots": "day_slots",
    "Empty": "empty",
    "Event": "event",
    "FreeSlots": "free_slots",
    "Group": "group",
    "Hours": "hours",
    "HoursResponse": "hours_response",
    "LocationConfiguration": "location_configuration",
    "LocationConfigurationResponse": "location_configuration_response",
    "LookBusyConfig": "look_busy_config",
    "LookBusyConfigResponse": "look_busy_config_response",
    "Message": "message",
    "Note": "note",
    "NoteAuthor": "note_author",
    "NotesPage": "notes_page",
    "Notification": "notification",
    "NotificationOffset": "notification_offset",
    "NotificationOffsetResponse": "notification_offset_response",
    "OpenHours": "open_hours",
    "OpenHoursResponse": "open_hours_response",
    "Recurring": "recurring",
    "RecurringResponse": "recurring_response",
    "Resource": "resource",
    "Schedule": "schedule",
    "ScheduleInterval": "schedule_interval",
    "ScheduleIntervalResponse": "schedule_interval_response",
    "ScheduleRule": "schedule_rule",
    "ScheduleRuleResponse": "schedule_rule_response",
    "SetGroupStatus": "set_group_status",
    "SlugAvailability": "slug_availability",
    "Succeeded": "succeeded",
    "Success": "success",
    "TeamMember": "team_member",
    "TeamMemberResponse": "team_member_response",
    "UpdateAppointment": "update_appointment",
    "UpdateAvailability": "update_availability",
    "UpdateBlockSlot": "update_block_slot",
    "UpdateCalendar": "update_calendar",
    "UpdateGroup": "update_group",
    "UpdateNote": "update_note",
    "UpdateNotification": "update_notification",
    "UpdateResource": "update_resource",
    "UpdateSchedule": "update_schedule",
    "ValidateGroupSlug": "validate_group_slug",
}


def __getattr__(name: str) -> object:
    if name not in _MODULES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f".{_MODULES[name]}", __name__), name)
