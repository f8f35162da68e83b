"""Opening and working hours: the spans of time that the weekly hours and the single dates of a record come to."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from highlevel_sandbox.bodies import JsonObject
from highlevel_sandbox.times import Span, instant, merged

_WEEKDAYS = ("sunday", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday")

# What a calendar without openHours falls back to, as a new one in the live product.
_OFFICE_DAYS = frozenset({1, 2, 3, 4, 5})
_OFFICE_HOURS = {"openHour": 8, "openMinute": 0, "closeHour": 17, "closeMinute": 0}

# The values of availabilityType; null, or none at all, stands for both.
_OPEN_HOURS_ONLY = 0
_DATES_ONLY = 1


def opening(calendar: JsonObject, zone: ZoneInfo, days: Iterable[date]) -> list[Span]:
    """When a calendar is open on those days: one span for each entry of its hours, as its slots are counted from."""
    spans = (
        _between(
            day,
            hours["openHour"] * 60 + hours["openMinute"],
            hours["closeHour"] * 60 + hours["closeMinute"],
            zone,
        )
        for day in days
        for hours in _hours_on(calendar, day)
    )
    return [span for span in spans if span.starts < span.ends]


def working(schedules: Iterable[JsonObject], days: Sequence[date]) -> list[Span]:
    """When somebody with these schedules works on those days: the time of all schedules together, merged."""
    spans = (span for schedule in schedules for day in days for span in _shifts(schedule, day))
    return merged(span for span in spans if span.starts < span.ends)


def _hours_on(calendar: JsonObject, day: date) -> list[JsonObject]:
    """The hours of one day; those of a custom date stand in place of the weekly ones."""
    kind: int | None = calendar.get("availabilityType")
    if kind != _OPEN_HOURS_ONLY:
        # The dates end in a Z that does not mean UTC: they are local dates, and compared as such.
        dates: list[JsonObject] = calendar.get("availabilities", [])
        of_day = [entry for entry in dates if entry["date"][:10] == day.isoformat() and not entry.get("deleted")]
        if of_day:
            return [hours for entry in of_day for hours in entry["hours"]]
    if kind == _DATES_ONLY:
        return []
    weekday = _weekday(day)
    if "openHours" not in calendar:
        return [_OFFICE_HOURS] if weekday in _OFFICE_DAYS else []
    return [hours for entry in calendar["openHours"] if weekday in entry["daysOfTheWeek"] for hours in entry["hours"]]


def _shifts(schedule: JsonObject, day: date) -> Iterator[Span]:
    """The hours of one day; the rules for a date stand in place of those for its weekday."""
    rules: list[JsonObject] = schedule["rules"]
    dates = [rule for rule in rules if rule["type"] == "date" and rule["date"] == day.isoformat()]
    name = _WEEKDAYS[_weekday(day)]
    of_day = dates or [rule for rule in rules if rule["type"] == "wday" and rule["day"] == name]
    zone = ZoneInfo(schedule["timezone"])
    for rule in of_day:
        for interval in rule["intervals"]:
            # 00:00 as an end is the midnight that ends the day.
            yield _between(day, _minutes(interval["from"]), _minutes(interval["to"]) or 24 * 60, zone)


def _between(day: date, opens: float, closes: float, zone: ZoneInfo) -> Span:
    return Span(_instant(day, opens, zone), _instant(day, closes, zone))


def _instant(day: date, minutes: float, zone: ZoneInfo) -> int:
    """When the clocks of the zone show that many minutes after midnight.

    As RFC 5545 has it, a time that the clocks skip is read with the offset before the gap, and one that they show
    twice is the first of the two.
    """
    return instant((datetime.combine(day, time()) + timedelta(minutes=minutes)).replace(tzinfo=zone))


def _minutes(text: str) -> int:
    hours, minutes = text.split(":")
    return int(hours) * 60 + int(minutes)


def _weekday(day: date) -> int:
    """Sunday is 0."""
    return day.isoweekday() % 7
