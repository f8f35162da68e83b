"""The rules of schedules."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from .._wire import UNSET, Unset
from .basics import Problem, Problems, given, is_set, within

if TYPE_CHECKING:
    from .._generated.models import CreateSchedule, UpdateSchedule
    from .._operation import Arguments


def write(body: CreateSchedule | UpdateSchedule) -> Problems:
    yield from time_zone(body)
    yield from day_or_date(body)
    yield from intervals(body)


def search(arguments: Arguments) -> Problems:
    yield from within("limit", arguments.query.get("limit"), 1, 500)
    yield from within("skip", arguments.query.get("skip"), 0, float("inf"))


def time_zone(body: CreateSchedule | UpdateSchedule) -> Problems:
    """The API takes time zones of two words, with a slash between and no digits or hyphens."""
    if not isinstance(body.timezone, Unset) and not re.fullmatch(r"[A-Za-z_]+/[A-Za-z_]+", body.timezone):
        message = f'{body.timezone!r} is not of the form that the API takes, such as "America/New_York".'
        yield Problem("schedule-timezone", "timezone", message)


def day_or_date(body: CreateSchedule | UpdateSchedule) -> Problems:
    """A rule of a weekday names the day, a rule of a date the date."""
    for number, rule in enumerate(given(body.rules)):
        if rule.type_ == "wday" and rule.day is UNSET:
            yield Problem("day-or-date", f"rules[{number}].day", 'a rule of type "wday" names its day.')
        if rule.type_ == "date" and not is_set(rule.date):
            yield Problem("day-or-date", f"rules[{number}].date", 'a rule of type "date" names its date.')


def intervals(body: CreateSchedule | UpdateSchedule) -> Problems:
    """Times of day are HH:MM, from 00:00 to 23:59."""
    for number, rule in enumerate(given(body.rules)):
        for index, interval in enumerate(given(rule.intervals)):
            for name, value in (("from_", interval.from_), ("to", interval.to)):
                if not re.fullmatch(r"([01]?[0-9]|2[0-3]):[0-5][0-9]", value):
                    argument = f"rules[{number}].intervals[{index}].{name}"
                    yield Problem("time-of-day", argument, f"{value!r} is not a time of day such as 09:30.")
