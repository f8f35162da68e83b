"""The rules of block slots."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .basics import Problem, Problems, aware_datetimes, end_after_start, is_set

if TYPE_CHECKING:
    from .._generated.models import CreateBlockSlot, UpdateBlockSlot


def create(body: CreateBlockSlot) -> Problems:
    yield from exactly_one_target(body)
    yield from aware_datetimes(start_time=body.start_time, end_time=body.end_time)
    yield from end_after_start(body.start_time, body.end_time)


def exactly_one_target(body: CreateBlockSlot) -> Problems:
    """A block is for one event calendar or for one user, not for both and not for neither."""
    targets = {"calendar_id": body.calendar_id, "assigned_user_id": body.assigned_user_id}
    named = [f"{name}={value!r}" for name, value in targets.items() if is_set(value)]
    if len(named) != 1 or not any(targets.values()):
        found = " and ".join(named) or "neither"
        message = f"pass exactly one of the two, found {found}. calendar_id works on event calendars only."
        yield Problem("exactly-one-target", "calendar_id, assigned_user_id", message)


def update(body: UpdateBlockSlot) -> Problems:
    yield from at_most_one_target(body)
    yield from aware_datetimes(start_time=body.start_time, end_time=body.end_time)
    yield from end_after_start(body.start_time, body.end_time)


def at_most_one_target(body: UpdateBlockSlot) -> Problems:
    """A block is for one event calendar or for one user, not for both."""
    if is_set(body.calendar_id) and is_set(body.assigned_user_id):
        message = f"pass at most one of the two, found {body.calendar_id!r} and {body.assigned_user_id!r}."
        yield Problem("at-most-one-target", "calendar_id, assigned_user_id", message)
