"""Instants and spans of time, in microseconds since 1970, and the time zones that they are told in."""

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import cache
from zoneinfo import ZoneInfo, available_timezones

from highlevel_sandbox.bodies import JsonObject
from highlevel_sandbox.refusals import Refusal, unprocessable

MILLISECOND = 1_000
SECOND = 1_000 * MILLISECOND
MINUTE = 60 * SECOND
HOUR = 60 * MINUTE
DAY = 24 * HOUR

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_MICROSECOND = timedelta(microseconds=1)

# No event lies before 1970, where its milliseconds start, or so late that a day after it would have no date.
_YEARS = range(1970, 9999)


@dataclass(frozen=True, order=True)
class Span:
    """From `starts` up to, but without, `ends`."""

    starts: int
    ends: int

    @property
    def length(self) -> int:
        return self.ends - self.starts

    def overlaps(self, other: "Span") -> bool:
        """Whether they have any time in common; what ends when the other starts does not."""
        return self.starts < other.ends and other.starts < self.ends

    def covers(self, other: "Span") -> bool:
        """Whether all of the other lies within it."""
        return self.starts <= other.starts and other.ends <= self.ends

    def widened(self, before: int, after: int) -> "Span":
        """The span with some time added to either end."""
        return Span(self.starts - before, self.ends + after)


def merged(spans: Iterable[Span]) -> list[Span]:
    """The same time in as few spans as possible, in order: what overlaps or touches becomes one."""
    whole: list[Span] = []
    for span in sorted(spans):
        if whole and span.starts <= whole[-1].ends:
            whole[-1] = Span(whole[-1].starts, max(whole[-1].ends, span.ends))
        else:
            whole.append(span)
    return whole


def common(some: Iterable[Span], others: Sequence[Span]) -> list[Span]:
    """The time that two lists of spans have in common."""
    shared = (Span(max(one.starts, two.starts), min(one.ends, two.ends)) for one in some for two in others)
    return merged(span for span in shared if span.starts < span.ends)


def within(span: Span, whole: Sequence[Span]) -> bool:
    """Whether one of the spans, which are merged, covers it."""
    at = bisect_right(whole, span.starts, key=lambda other: other.starts)
    return at > 0 and whole[at - 1].covers(span)


def instant(time: datetime) -> int:
    """The microseconds of a time that carries its offset."""
    return (time - _EPOCH) // _MICROSECOND


def moment(microseconds: int, zone: ZoneInfo) -> datetime:
    """The time of an instant, as the clocks of the zone show it."""
    return (_EPOCH + microseconds * _MICROSECOND).astimezone(zone)


def utc_text(time: datetime) -> str:
    """A time as the vendor writes the dates of records: 2030-01-07T09:00:00.000Z."""
    return time.astimezone(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")


def known_zone(name: str, field: str) -> ZoneInfo:
    """The IANA time zone of that name; a refusal that names the field when there is none."""
    if name not in _zone_names():
        raise unprocessable([f"{field} must be a valid IANA time-zone"])
    return ZoneInfo(name)


def start_of(body: JsonObject) -> datetime:
    """The startTime of a request."""
    return _time(body, "startTime")


def end_of(body: JsonObject) -> datetime:
    """The endTime of a request."""
    return _time(body, "endTime")


def span(start: datetime, end: datetime) -> Span:
    """The span between two times that carry their offset; a refusal when it is empty or runs backwards."""
    if end <= start:
        raise unprocessable(["endTime must be after startTime"])
    return Span(instant(start), instant(end))


def later(time: datetime, microseconds: int, field: str) -> datetime:
    """The time so much later, for the field; a refusal when no event could be then."""
    try:
        return _within_years(time + timedelta(microseconds=microseconds), field)
    except OverflowError:
        raise _no_date(field) from None


@cache
def _zone_names() -> set[str]:
    return available_timezones()


def _time(body: JsonObject, name: str) -> datetime:
    try:
        return _within_years(datetime.fromisoformat(body[name].upper()), name)
    except ValueError:
        # The format checker lets a line break at the end through.
        raise _no_date(name) from None


def _within_years(time: datetime, field: str) -> datetime:
    if time.year not in _YEARS:
        raise _no_date(field)
    return time


def _no_date(field: str) -> Refusal:
    return unprocessable([f"{field} must be a valid ISO 8601 date string"])
