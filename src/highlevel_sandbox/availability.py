"""Free time: which starts a calendar offers, and whether a time can be booked. Data in, instants out; no store."""

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from functools import cached_property
from zoneinfo import ZoneInfo

from dateutil.relativedelta import relativedelta

from highlevel_sandbox import hours
from highlevel_sandbox.bodies import JsonObject
from highlevel_sandbox.times import DAY, HOUR, MINUTE, Span, common, instant, merged, moment, within

# No calendar is searched over more than this, and no booking is longer.
LONGEST = 31 * DAY

# How far around a time it matters what is taken where bookings are counted by the day, in whatever time zone.
_REST_OF_DAY = 2 * DAY
_LONGEST_BUFFER = DAY

_FOREVER = instant(datetime.max.replace(tzinfo=UTC))


@dataclass(frozen=True)
class Taken:
    """A time that an appointment or a block takes up, for a calendar, its users and its resources."""

    span: Span
    buffered: Span
    block: bool
    calendar_id: str | None
    users: frozenset[str]
    resources: frozenset[str]


@dataclass(frozen=True)
class Circumstances:
    """All that the free time of a calendar depends on beside the calendar itself.

    `zone` is the time zone of the location, by whose clocks the calendar opens. `schedules` are those that apply to
    the calendar, and `resources` the rooms and equipment that it uses. `taken` is all that takes up time, with the
    `reach` of the calendar to either side.
    """

    zone: ZoneInfo
    now: datetime
    schedules: Sequence[JsonObject]
    resources: Sequence[JsonObject]
    taken: Sequence[Taken]


class Availability:
    """The free time of one calendar within a span of LONGEST at most."""

    def __init__(self, calendar: JsonObject, circumstances: Circumstances, during: Span) -> None:
        self._calendar = calendar
        self._circumstances = circumstances
        self._during = during
        self._taken = sorted(circumstances.taken, key=lambda taken: taken.buffered.starts)
        self._working: dict[str, list[Span]] = {}

    def slots(self, parties: Sequence[Sequence[str]]) -> list[int]:
        """The starts that are offered because any of the parties, who are users that come together, is free."""
        length = duration(self._calendar)
        return [
            start
            for start in self._grid()
            if length > 0 and any(self.fits(Span(start, start + length), party) for party in parties)
        ]

    def fits(self, span: Span, party: Sequence[str], *, any_date: bool = False) -> bool:
        """Whether all users of the party can take a booking; any_date passes over notice and booking window."""
        return (
            span.length <= LONGEST
            and (any_date or self._window.starts <= span.starts <= self._window.ends)
            and self._has_room_that_day(span)
            and self.resources(span) is not None
            and all(self._is_open(user, span) and self._has_seat(user, span) for user in party or (None,))
        )

    def resources(self, span: Span) -> list[str] | None:
        """The rooms and equipment that a booking takes: a free room, and a piece of each equipment.

        None when there are not enough.
        """
        rooms: list[str] = []
        equipment: list[str] = []
        rooms_needed = False
        for resource in self._circumstances.resources:
            uses = [other.span for other in self._near(span) if resource["id"] in other.resources]
            used = _peak(uses, span)
            if resource["resourceType"] == "rooms":
                rooms_needed = True
                rooms += [resource["id"]] if used == 0 else []
            elif used < resource.get("quantity", 1) - resource.get("outOfService", 0):
                equipment.append(resource["id"])
            else:
                return None
        return None if rooms_needed and not rooms else rooms[:1] + equipment

    def _grid(self) -> Iterator[int]:
        """Each opening of the calendar, cut at its interval; no finer than a minute."""
        interval = max(_length(self._calendar, "slotInterval"), MINUTE)
        first, last = max(self._during.starts, self._window.starts), min(self._during.ends, self._window.ends)
        starts = {
            start
            for opening in self._opening
            for start in range(opening.starts, opening.ends, interval)
            if first <= start <= last
        }
        return iter(sorted(starts))

    @cached_property
    def _days(self) -> list[date]:
        """The days that the time asked about touches in any time zone, and the days around them."""
        zone = self._circumstances.zone
        first, last = (moment(at, zone).date() for at in (self._during.starts, self._during.ends))
        return [first + timedelta(days=number) for number in range(-2, (last - first).days + 3)]

    @cached_property
    def _opening(self) -> list[Span]:
        return hours.opening(self._calendar, self._circumstances.zone, self._days)

    @cached_property
    def _open(self) -> list[Span]:
        return merged(self._opening)

    def _is_open(self, user: str | None, span: Span) -> bool:
        """Whether the calendar is open all the time and the user, who without a schedule always does, works."""
        key = user or ""
        if key not in self._working:
            schedules = [one for one in self._circumstances.schedules if one["userId"] == user]
            self._working[key] = common(self._open, hours.working(schedules, self._days)) if schedules else self._open
        return within(span, self._working[key])

    @cached_property
    def _window(self) -> Span:
        """The starts that the notice and the booking window leave, both of its ends included."""
        now, zone, calendar = self._circumstances.now, self._circumstances.zone, self._calendar
        notice, ahead = calendar.get("allowBookingAfter"), calendar.get("allowBookingFor")
        return Span(
            _later(now, notice or 0, calendar.get("allowBookingAfterUnit", "days"), zone),
            _later(now, ahead, calendar.get("allowBookingForUnit", "days"), zone) if ahead else _FOREVER,
        )

    def _has_room_that_day(self, span: Span) -> bool:
        limit = self._calendar.get("appoinmentPerDay")
        return not limit or self._bookings_by_day[self._day(span)] < limit

    @cached_property
    def _bookings_by_day(self) -> Counter[date]:
        own = self._calendar["id"]
        return Counter(self._day(other.span) for other in self._taken if other.calendar_id == own and not other.block)

    def _day(self, span: Span) -> date:
        return moment(span.starts, self._circumstances.zone).date()

    def _has_seat(self, user: str | None, span: Span) -> bool:
        """Whether the user can take one more booking of the calendar beside what the time is taken up with.

        Each user takes appoinmentPerSlot bookings at once; in a class those seats are shared by the whole team.
        """
        in_all: float = self._calendar["appoinmentPerSlot"]
        shared = user is None or self._calendar.get("calendarType") == "class_booking"
        seats: list[Span] = []
        for other in self._near(span):
            on_calendar = other.calendar_id == self._calendar["id"]
            of_user = user in other.users
            if not on_calendar and not of_user:
                continue
            if other.block:
                if other.span.overlaps(span):
                    return False
            elif on_calendar and not of_user and not shared:
                continue
            elif on_calendar and other.span.overlaps(span):
                seats.append(other.span)
            else:
                return False
        return _peak(seats, span) < in_all

    def _near(self, span: Span) -> Iterable[Taken]:
        """What comes so close that the time or the buffers of the one reach into the time of the other."""
        wide = buffered(self._calendar, span)
        first = bisect_left(self._taken, wide.starts - self._longest, key=lambda taken: taken.buffered.starts)
        last = bisect_left(self._taken, wide.ends, key=lambda taken: taken.buffered.starts)
        return (
            other for other in self._taken[first:last] if other.buffered.overlaps(span) or other.span.overlaps(wide)
        )

    @cached_property
    def _longest(self) -> int:
        return max((other.buffered.length for other in self._taken), default=0)


def buffered(calendar: JsonObject, span: Span) -> Span:
    """A booking of the calendar with the time that is kept free before and after it."""
    return span.widened(*_buffers(calendar))


def reach(calendar: JsonObject, others: Iterable[JsonObject]) -> int:
    """How far around a time it matters for the calendar what is taken, by any of the others too.

    That is a slot that starts at its end and the longest buffer, and the rest of the day where bookings are counted.
    """
    slot = min(max(duration(calendar), 0), LONGEST)
    near = slot + max(max(_buffers(one)) for one in (calendar, *others))
    return max(near, _REST_OF_DAY) if calendar.get("appoinmentPerDay") else near


def duration(calendar: JsonObject) -> int:
    """How long a slot of the calendar lasts, in microseconds."""
    return _length(calendar, "slotDuration")


def _buffers(calendar: JsonObject) -> tuple[int, int]:
    """The time that is kept free before and after each booking."""
    before, after = (min(max(_length(calendar, name), 0), _LONGEST_BUFFER) for name in ("preBuffer", "slotBuffer"))
    return before, after


def _length(calendar: JsonObject, field: str) -> int:
    """A field with its unit, in microseconds: minutes unless the unit says hours."""
    amount: float = calendar.get(field) or 0
    unit = HOUR if calendar.get(f"{field}Unit") == "hours" else MINUTE
    # More than all years that have dates, and still no float that is infinite.
    return int(min(max(amount, -1e10), 1e10) * unit)


def _later(now: datetime, amount: float, unit: str, zone: ZoneInfo) -> int:
    """The instant so much later; days and more keep the hour that the clocks of the zone show."""
    try:
        if unit == "hours":
            return instant(now.astimezone(UTC) + timedelta(hours=amount))
        if unit == "months":
            return instant(now.astimezone(zone) + relativedelta(months=int(amount)))
        return instant(now.astimezone(zone) + timedelta(**{unit: amount}))
    except (OverflowError, ValueError):
        return _FOREVER if amount > 0 else 0


def _peak(spans: Sequence[Span], during: Span) -> int:
    """How many of the spans are under way at once, at most, in the time."""
    present = [span for span in spans if span.overlaps(during)]
    moments = {max(span.starts, during.starts) for span in present}
    return max((sum(span.starts <= at < span.ends for span in present) for at in moments), default=0)
