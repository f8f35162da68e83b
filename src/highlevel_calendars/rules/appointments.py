"""The rules of appointments."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from .._recurrence import recurrence_fault
from .._wire import UNSET, Unset
from .basics import Problem, Problems, aware_datetimes, end_after_start, is_aware, is_set

if TYPE_CHECKING:
    from .._generated.models import CreateAppointment, UpdateAppointment


def update(body: UpdateAppointment) -> Problems:
    yield from status_choice(body)
    yield from booking(body)


def status_choice(body: UpdateAppointment) -> Problems:
    """An update names the status, for without one the API sets it back to confirmed."""
    if body.appointment_status is UNSET:
        message = (
            "without a status the API resets it to confirmed; pass it, or keep_status=True to keep the present one."
        )
        yield Problem("status-choice", "appointment_status", message)


def booking(body: CreateAppointment | UpdateAppointment) -> Problems:
    yield from aware_datetimes(start_time=body.start_time, end_time=body.end_time)
    yield from end_after_start(body.start_time, body.end_time)
    if not isinstance(body.rrule, Unset):
        yield from rrule_syntax(body.rrule, body.start_time)
        if body.ignore_free_slot_validation is not True:
            yield Problem(
                "rrule-ignores-free-slots",
                "rrule",
                "it counts only with ignore_free_slot_validation=True; set that too, or leave rrule out.",
            )
    yield from location_override(body)


def rrule_syntax(rrule: str, start: object) -> Problems:
    """A recurrence is an RRULE of RFC 5545 without DTSTART, for the series starts with the appointment."""
    if re.search("DTSTART", rrule, re.IGNORECASE):
        yield Problem("rrule-without-dtstart", "rrule", "leave DTSTART out, the series starts at start_time.")
        return
    fault = recurrence_fault(rrule, start if is_aware(start) else None)
    if fault:
        yield Problem("rrule-rfc5545", "rrule", f"{rrule!r} is not an RRULE of RFC 5545: {fault}.")


def location_override(body: CreateAppointment | UpdateAppointment) -> Problems:
    """The override is false for a meeting_location_id alone and true for a meeting_location_type alone."""
    by_id, by_type = is_set(body.meeting_location_id), is_set(body.meeting_location_type)
    if by_id and not by_type and body.override_location_config is True:
        message = "it must be False when only meeting_location_id is given."
        yield Problem("location-override", "override_location_config", message)
    if by_type and not by_id and body.override_location_config is False:
        message = "it must be True when only meeting_location_type is given."
        yield Problem("location-override", "override_location_config", message)
