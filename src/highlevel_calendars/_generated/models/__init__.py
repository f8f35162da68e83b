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
    from .create_resource import CreateResource
    from .group import Group
    from .hours import Hours
    from .hours_response import HoursResponse
    from .location_configuration import LocationConfiguration
    from .location_configuration_response import LocationConfigurationResponse
    from .look_busy_config import LookBusyConfig
    from .look_busy_config_response import LookBusyConfigResponse
    from .open_hours import OpenHours
    from .open_hours_response import OpenHoursResponse
    from .recurring import Recurring
    from .recurring_response import RecurringResponse
    from .resource import Resource
    from .team_member import TeamMember
    from .team_member_response import TeamMemberResponse

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
    "CreateGroup",
    "CreateResource",
    "Group",
    "Hours",
    "HoursResponse",
    "LocationConfiguration",
    "LocationConfigurationResponse",
    "LookBusyConfig",
    "LookBusyConfigResponse",
    "OpenHours",
    "OpenHoursResponse",
    "Recurring",
    "RecurringResponse",
    "Resource",
    "TeamMember",
    "TeamMemberResponse",
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
    "CreateGroup": "create_group",
    "CreateResource": "create_resource",
    "Group": "group",
    "Hours": "hours",
    "HoursResponse": "hours_response",
    "LocationConfiguration": "location_configuration",
    "LocationConfigurationResponse": "location_configuration_response",
    "LookBusyConfig": "look_busy_config",
    "LookBusyConfigResponse": "look_busy_config_response",
    "OpenHours": "open_hours",
    "OpenHoursResponse": "open_hours_response",
    "Recurring": "recurring",
    "RecurringResponse": "recurring_response",
    "Resource": "resource",
    "TeamMember": "team_member",
    "TeamMemberResponse": "team_member_response",
}


def __getattr__(name: str) -> object:
    if name not in _MODULES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f".{_MODULES[name]}", __name__), name)
