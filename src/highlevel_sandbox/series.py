"""Recurring appointments: when the instances of a series start."""

import re
from datetime import UTC, datetime
from itertools import islice

from dateutil.rrule import rrulestr

LONGEST = 366

# A rule by the hour or less is no appointment, and one that never comes true would be searched for ages.
_FREQUENCIES = ("DAILY", "WEEKLY", "MONTHLY", "YEARLY")


class RuleError(ValueError):
    """A text that is no RRULE of RFC 5545; the message says why."""


def starts(rrule: str, first: datetime) -> list[datetime]:
    """When the instances start that an RRULE with its EXDATE lines comes to, at most LONGEST of them.

    `first` stands for DTSTART and carries a time zone, by whose clocks the instances keep their hour.
    """
    rule, *rest = rrule.strip().splitlines() or [""]
    fault = _fault(rule.upper()) or _fault_of_rest(rest)
    if fault:
        raise RuleError(fault)
    try:
        dates = list(islice(rrulestr("\n".join([rule, *rest]), dtstart=first), LONGEST))
    except (ArithmeticError, AttributeError, LookupError, TypeError, ValueError) as error:
        # dateutil has no error of its own, and raises whatever it stumbles upon.
        raise RuleError(str(error) or type(error).__name__) from error
    # A time that the clocks skip is that of the hour after; in UTC it is written in one way only.
    return sorted({date.astimezone(UTC) for date in dates})


def _fault(rule: str) -> str | None:
    fields = (part.partition("=") for part in rule.removeprefix("RRULE:").split(";"))
    parts = {name: value for name, _, value in fields}
    if parts.get("FREQ") not in _FREQUENCIES:
        return f"FREQ must be one of {', '.join(_FREQUENCIES)}"
    if "COUNT" in parts and "UNTIL" in parts:
        return "COUNT and UNTIL exclude each other"
    if any(not re.fullmatch("0*[1-9][0-9]*", parts.get(name, "1")) for name in ("COUNT", "INTERVAL")):
        return "COUNT and INTERVAL start at 1"
    return None


def _fault_of_rest(lines: list[str]) -> str | None:
    if all(line.upper().startswith("EXDATE") for line in lines):
        return None
    return "nothing but EXDATE may follow the RRULE"
