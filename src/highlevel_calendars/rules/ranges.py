"""The rules of what is asked for by time: events, blocked slots and free slots."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._wire import UNSET
from .basics import Problem, Problems, aware_datetimes, end_after_start, longest_range

if TYPE_CHECKING:
    from .._operation import Arguments

OWNERS = ("user_id", "calendar_id", "group_id")


def events(arguments: Arguments) -> Problems:
    query = arguments.query
    if all(query.get(owner, UNSET) is UNSET for owner in OWNERS):
        yield Problem("owner-of-events", ", ".join(OWNERS), "pass one of the three; the API lists nothing without.")
    yield from aware_datetimes(start_time=query.get("start_time", UNSET), end_time=query.get("end_time", UNSET))
    yield from end_after_start(query.get("start_time", UNSET), query.get("end_time", UNSET))


def free_slots(arguments: Arguments) -> Problems:
    start, end = arguments.query.get("start_date", UNSET), arguments.query.get("end_date", UNSET)
    yield from aware_datetimes(start_date=start, end_date=end)
    yield from end_after_start(start, end, "end_date")
    yield from longest_range(start, end, "start_date, end_date", days=31)
