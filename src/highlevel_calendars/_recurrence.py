"""Whether a recurrence is an RRULE of RFC 5545."""

from __future__ import annotations

import re
from datetime import datetime

# The parts that count something, with the range of their numbers; dateutil takes others as well.
COUNTING = {"COUNT": (1, 10**9), "INTERVAL": (1, 10**9), "BYSECOND": (0, 60), "BYMINUTE": (0, 59), "BYHOUR": (0, 23)}
COUNTING_ALSO_BACKWARDS = {
    "BYDAY": (1, 53),
    "BYMONTHDAY": (1, 31),
    "BYYEARDAY": (1, 366),
    "BYWEEKNO": (1, 53),
    "BYSETPOS": (1, 366),
}
RANGES = {**COUNTING, "BYMONTH": (1, 12), **COUNTING_ALSO_BACKWARDS}
OTHERS = frozenset({"FREQ", "UNTIL", "WKST", "TZID", "VALUE"})


def recurrence_fault(rrule: str, start: datetime | None) -> str | None:
    """What is wrong with an RRULE, or `None`.

    Args:
        rrule: The rule, with or without its name, and any EXDATE lines.
        start: When the series starts, aware.
    """
    from dateutil.rrule import rrulestr

    parts: dict[str, str] = dict(re.findall(r"([A-Z-]+)=([^;:\s]*)", rrule.upper()))
    if "FREQ" not in parts:
        return "it names no FREQ"
    if "COUNT" in parts and "UNTIL" in parts:
        return "it has both COUNT and UNTIL"
    faults = (part_fault(name, values) for name, values in parts.items())
    fault = next((fault for fault in faults if fault), None)
    if fault is None:
        try:
            rrulestr(rrule, dtstart=start)
        except (ValueError, TypeError, KeyError, AttributeError, OverflowError) as error:
            return str(error) or type(error).__name__
    return fault


def first_occurrence(rrule: str, start: datetime) -> datetime | None:
    """When a valid RRULE occurs first, `None` when never: the start itself, unless the rule leaves it out."""
    from dateutil.rrule import rrulestr

    return next(iter(rrulestr(rrule, dtstart=start)), None)


def part_fault(name: str, values: str) -> str | None:
    """What is wrong with a part of an RRULE, or `None`."""
    if name in OTHERS:
        return None
    if name not in RANGES:
        return f"there is no part {name}"
    least, most = RANGES[name]
    for number in map(int, re.findall(r"[+-]?[0-9]{1,10}", values)):
        if not least <= (abs(number) if name in COUNTING_ALSO_BACKWARDS else number) <= most:
            return f"{name} goes from {least} to {most}"
    return None
