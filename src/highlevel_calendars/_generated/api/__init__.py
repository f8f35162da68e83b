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
    from .block_slots import BlockSlots
    from .block_slots.create_block_slot import create_block_slot
    from .calendars import Calendars
    from .calendars.create_calendar import create_calendar
    from .groups import Groups
    from .groups.create_calendar_group import create_calendar_group
    from .resources import Resources
    from .resources.create_calendar_resource import create_calendar_resource

_MODULES = {
    "Calendars": "calendars",
    "create_calendar": "calendars.create_calendar",
    "Groups": "groups",
    "create_calendar_group": "groups.create_calendar_group",
    "Resources": "resources",
    "create_calendar_resource": "resources.create_calendar_resource",
    "Appointments": "appointments",
    "create_appointment": "appointments.create_appointment",
    "BlockSlots": "block_slots",
    "create_block_slot": "block_slots.create_block_slot",
}

__all__ = (
    "Calendars",
    "create_calendar",
    "Groups",
    "create_calendar_group",
    "Resources",
    "create_calendar_resource",
    "Appointments",
    "create_appointment",
    "BlockSlots",
    "create_block_slot",
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
