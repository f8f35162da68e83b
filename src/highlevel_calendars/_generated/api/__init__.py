# Generated from openapi/calendars.yaml: change that file and run `make generate`, do not edit this one.
"""The operations: one package a group, one module an operation. Each is imported when it is first asked for."""

from __future__ import annotations

from functools import cached_property
from importlib import import_module
from typing import TYPE_CHECKING

from ..._operation import Caller

if TYPE_CHECKING:
    from .appointments import Appointments
    from .appointments.create_appointment import create_appointment
    from .appointments.edit_appointment import edit_appointment
    from .appointments.get_appointment import get_appointment
    from .block_slots import BlockSlots
    from .block_slots.create_block_slot import create_block_slot
    from .block_slots.edit_block_slot import edit_block_slot
    from .calendars import Calendars
    from .calendars.create_calendar import create_calendar
    from .calendars.delete_calendar import delete_calendar
    from .calendars.get_calendar import get_calendar
    from .calendars.get_calendars import get_calendars
    from .calendars.get_slots import get_slots
    from .calendars.update_calendar import update_calendar
    from .events import Events
    from .events.delete_event import delete_event
    from .events.get_blocked_slots import get_blocked_slots
    from .events.get_calendar_events import get_calendar_events
    from .groups import Groups
    from .groups.create_calendar_group import create_calendar_group
    from .groups.delete_group import delete_group
    from .groups.disable_group import disable_group
    from .groups.edit_group import edit_group
    from .groups.get_groups import get_groups
    from .groups.validate_groups_slug import validate_groups_slug
    from .notes import Notes
    from .notes.create_appointment_note import create_appointment_note
    from .notes.delete_appointment_note import delete_appointment_note
    from .notes.get_appointment_notes import get_appointment_notes
    from .notes.update_appointment_note import update_appointment_note
    from .notifications import Notifications
    from .notifications.create_event_notification import create_event_notification
    from .notifications.delete_event_notification import delete_event_notification
    from .notifications.find_event_notification import find_event_notification
    from .notifications.get_event_notification import get_event_notification
    from .notifications.update_event_notification import update_event_notification
    from .resources import Resources
    from .resources.create_calendar_resource import create_calendar_resource
    from .resources.delete_calendar_resource import delete_calendar_resource
    from .resources.fetch_calendar_resources import fetch_calendar_resources
    from .resources.get_calendar_resource import get_calendar_resource
    from .resources.update_calendar_resource import update_calendar_resource
    from .schedules import Schedules
    from .schedules.add_calendar_to_schedule import add_calendar_to_schedule
    from .schedules.create_schedule import create_schedule
    from .schedules.delete_schedule import delete_schedule
    from .schedules.get_all_schedules import get_all_schedules
    from .schedules.get_schedule_by_id import get_schedule_by_id
    from .schedules.remove_calendar_from_schedule import remove_calendar_from_schedule
    from .schedules.update_schedule import update_schedule

_MODULES = {
    "Calendars": "calendars",
    "get_calendars": "calendars.get_calendars",
    "create_calendar": "calendars.create_calendar",
    "get_calendar": "calendars.get_calendar",
    "update_calendar": "calendars.update_calendar",
    "delete_calendar": "calendars.delete_calendar",
    "get_slots": "calendars.get_slots",
    "Groups": "groups",
    "get_groups": "groups.get_groups",
    "create_calendar_group": "groups.create_calendar_group",
    "validate_groups_slug": "groups.validate_groups_slug",
    "edit_group": "groups.edit_group",
    "delete_group": "groups.delete_group",
    "disable_group": "groups.disable_group",
    "Resources": "resources",
    "fetch_calendar_resources": "resources.fetch_calendar_resources",
    "create_calendar_resource": "resources.create_calendar_resource",
    "get_calendar_resource": "resources.get_calendar_resource",
    "update_calendar_resource": "resources.update_calendar_resource",
    "delete_calendar_resource": "resources.delete_calendar_resource",
    "Appointments": "appointments",
    "create_appointment": "appointments.create_appointment",
    "get_appointment": "appointments.get_appointment",
    "edit_appointment": "appointments.edit_appointment",
    "BlockSlots": "block_slots",
    "create_block_slot": "block_slots.create_block_slot",
    "edit_block_slot": "block_slots.edit_block_slot",
    "Events": "events",
    "get_calendar_events": "events.get_calendar_events",
    "get_blocked_slots": "events.get_blocked_slots",
    "delete_event": "events.delete_event",
    "Notes": "notes",
    "get_appointment_notes": "notes.get_appointment_notes",
    "create_appointment_note": "notes.create_appointment_note",
    "update_appointment_note": "notes.update_appointment_note",
    "delete_appointment_note": "notes.delete_appointment_note",
    "Notifications": "notifications",
    "get_event_notification": "notifications.get_event_notification",
    "create_event_notification": "notifications.create_event_notification",
    "find_event_notification": "notifications.find_event_notification",
    "update_event_notification": "notifications.update_event_notification",
    "delete_event_notification": "notifications.delete_event_notification",
    "Schedules": "schedules",
    "get_all_schedules": "schedules.get_all_schedules",
    "create_schedule": "schedules.create_schedule",
    "get_schedule_by_id": "schedules.get_schedule_by_id",
    "update_schedule": "schedules.update_schedule",
    "delete_schedule": "schedules.delete_schedule",
    "add_calendar_to_schedule": "schedules.add_calendar_to_schedule",
    "remove_calendar_from_schedule": "schedules.remove_calendar_from_schedule",
}

__all__ = (
    "Calendars",
    "get_calendars",
    "create_calendar",
    "get_calendar",
    "update_calendar",
    "delete_calendar",
    "get_slots",
    "Groups",
    "get_groups",
    "create_calendar_group",
    "validate_groups_slug",
    "edit_group",
    "delete_group",
    "disable_group",
    "Resources",
    "fetch_calendar_resources",
    "create_calendar_resource",
    "get_calendar_resource",
    "update_calendar_resource",
    "delete_calendar_resource",
    "Appointments",
    "create_appointment",
    "get_appointment",
    "edit_appointment",
    "BlockSlots",
    "create_block_slot",
    "edit_block_slot",
    "Events",
    "get_calendar_events",
    "get_blocked_slots",
    "delete_event",
    "Notes",
    "get_appointment_notes",
    "create_appointment_note",
    "update_appointment_note",
    "delete_appointment_note",
    "Notifications",
    "get_event_notification",
    "create_event_notification",
    "find_event_notification",
    "update_event_notification",
    "delete_event_notification",
    "Schedules",
    "get_all_schedules",
    "create_schedule",
    "get_schedule_by_id",
    "update_schedule",
    "delete_schedule",
    "add_calendar_to_schedule",
    "remove_calendar_from_schedule",
)


def __getattr__(name: str) -> object:
    if name not in _MODULES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f".{_MODULES[name]}", __name__), name)


class AllGroups(Caller):
    """One attribute a group of operations."""

    @cached_property
    def calendars(self) -> Calendars:
        from .calendars import Calendars

        return Calendars(self)

    @cached_property
    def groups(self) -> Groups:
        from .groups import Groups

        return Groups(self)

    @cached_property
    def resources(self) -> Resources:
        from .resources import Resources

        return Resources(self)

    @cached_property
    def appointments(self) -> Appointments:
        from .appointments import Appointments

        return Appointments(self)

    @cached_property
    def block_slots(self) -> BlockSlots:
        from .block_slots import BlockSlots

        return BlockSlots(self)

    @cached_property
    def events(self) -> Events:
        from .events import Events

        return Events(self)

    @cached_property
    def notes(self) -> Notes:
        from .notes import Notes

        return Notes(self)

    @cached_property
    def notifications(self) -> Notifications:
        from .notifications import Notifications

        return Notifications(self)

    @cached_property
    def schedules(self) -> Schedules:
        from .schedules import Schedules

        return Schedules(self)
