"""The rules that the documentation states, checked before anything is sent.

One function a rule, each named after what it demands; the page of the operation is the one that documents
it. A rule that is only inferred has no place here.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any

from . import appointments, block_slots, calendars, notes, notifications, ranges, resources, schedules
from .basics import Problems, is_header_value, known_location, own_headers, path_segment, refuse

if TYPE_CHECKING:
    from .._operation import Arguments, Operation

__all__ = ["RULES", "check", "is_header_value"]

Rule = Callable[["Arguments"], Problems]


def check(
    operation: Operation[Any],
    arguments: Arguments,
    headers: Mapping[str, object],
    *,
    location_id: str | None,
    validate: bool,
) -> None:
    """Refuse a call that breaks a documented rule.

    Args:
        operation: What is called, whatever it returns.
        arguments: What the call passes.
        headers: The caller's own headers.
        location_id: The location that the client knows.
        validate: False checks only what would send another request than the one that is meant.

    Raises:
        ValidationError: with every rule that is broken.
    """
    problems = [problem for name, value in arguments.path.items() for problem in path_segment(name, value)]
    problems.extend(own_headers(headers))
    if validate:
        if operation.location:
            problems.extend(known_location(arguments, location_id))
        if operation.id in RULES:
            problems.extend(RULES[operation.id](arguments))
    refuse(operation, problems)


def of_body(check: Callable[[Any], Problems]) -> Rule:  # Any: each function knows the body of its own operation
    """A rule that looks at the body alone."""
    return lambda arguments: check(arguments.body)


RULES: Mapping[str, Rule] = {
    "create-appointment": of_body(appointments.booking),
    "edit-appointment": of_body(appointments.update),
    "create-block-slot": of_body(block_slots.create),
    "edit-block-slot": of_body(block_slots.update),
    "create-calendar": of_body(calendars.create),
    "update-calendar": of_body(calendars.shared),
    "get-slots": ranges.free_slots,
    "get-calendar-events": ranges.events,
    "get-blocked-slots": ranges.events,
    "get-appointment-notes": notes.page,
    "create-appointment-note": of_body(notes.text),
    "update-appointment-note": of_body(notes.text),
    "create-calendar-resource": resources.create,
    "update-calendar-resource": resources.create,
    "fetch-calendar-resources": resources.known_kind,
    "get-calendar-resource": resources.known_kind,
    "delete-calendar-resource": resources.known_kind,
    "create-event-notification": notifications.create,
    "update-event-notification": of_body(notifications.update),
    "createSchedule": of_body(schedules.write),
    "updateSchedule": of_body(schedules.write),
    "getAllSchedules": schedules.search,
}
