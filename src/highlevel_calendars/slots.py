"""Free slots, over any range, each with the exact string that books it."""

from __future__ import annotations

import builtins
from collections.abc import AsyncGenerator, Callable, Iterator
from contextlib import aclosing
from datetime import UTC, date, datetime, timedelta, tzinfo
from typing import Any, NamedTuple, Self, SupportsIndex, overload

from ._generated.api import calendars as generated
from ._generated.api.calendars.get_slots import OPERATION, get_slots
from ._generated.models.day_slots import DaySlots
from ._operation import Caller, Operation, Options
from ._wire import UNSET, Unset, is_array, read_instant, read_local_date
from .rules.basics import aware_datetimes, end_after_start, refuse

# The API answers no longer range.
LONGEST_RANGE = timedelta(days=31)


class Slot(datetime):
    """The start of a free slot: an aware datetime that keeps the exact string it was offered as.

    The live API takes a booking of "2026-08-25T08:00:00-05:00" and refuses the same instant written as
    "2026-08-25T13:00:00Z", so whatever sends a slot sends that string: `isoformat()` returns it. A time that
    is worked out of a slot was never offered and is a plain datetime.
    """

    __slots__ = ("_text",)
    _text: str

    def __new__(cls, *_: object, **__: object) -> Self:
        raise TypeError("a Slot is a time that the API offered; make one with Slot.offered(text)")

    @classmethod
    def offered(cls, text: str) -> Self:
        """The slot of a string, for one that was stored or came from elsewhere.

        Args:
            text: An ISO 8601 date and time with an offset, just as the API sent it.

        Raises:
            ValueError: it is no date and time with an offset.
        """
        at = read_instant(text)
        if at is None:
            raise ValueError(f"{text!r} is no ISO 8601 date and time with an offset")
        slot = datetime.__new__(
            cls, at.year, at.month, at.day, at.hour, at.minute, at.second, at.microsecond, at.tzinfo
        )
        slot._text = text
        return slot

    @property
    def text(self) -> str:
        """The string it was offered as."""
        return self._text

    def isoformat(self, sep: str = "T", timespec: str = "auto") -> str:
        """The string it was offered as, unless another form is asked for."""
        return self._text if (sep, timespec) == ("T", "auto") else super().isoformat(sep, timespec)

    def plain(self) -> datetime:
        """The same time without the string."""
        return datetime.fromisoformat(self._text)

    # datetime promises results of the subclass; they would be slots that nobody offered.
    def __add__(self, other: timedelta, /) -> datetime:  # type: ignore[override]
        return self.plain() + other

    def __radd__(self, other: timedelta, /) -> datetime:  # type: ignore[override]
        return self.plain() + other

    @overload  # type: ignore[override]
    def __sub__(self, other: datetime, /) -> timedelta: ...
    @overload
    def __sub__(self, other: timedelta, /) -> datetime: ...
    def __sub__(self, other: datetime | timedelta, /) -> datetime | timedelta:
        return self.plain() - other

    def astimezone(self, tz: tzinfo | None = None) -> datetime:  # type: ignore[override]
        return self.plain().astimezone(tz)

    def replace(self, *args: Any, **kwargs: Any) -> datetime:  # type: ignore[override]
        return self.plain().replace(*args, **kwargs)

    __replace__ = replace  # type: ignore[assignment, unused-ignore]  # Python 3.13 has it

    def __reduce_ex__(self, protocol: SupportsIndex) -> tuple[Callable[[str], Self], tuple[str]]:
        del protocol
        return type(self).offered, (self._text,)

    def __repr__(self) -> str:
        return f"{type(self).__name__}.offered({self._text!r})"


class SlotDay(NamedTuple):
    """The free slots of one day.

    Attributes:
        date: The day under which the API offers them.
        slots: Its slots in order, at least one.
    """

    date: date
    slots: tuple[Slot, ...]


class SlotSearch:
    """A search for free slots: iterate over it, or ask for what is needed.

        async for slot in client.calendars.free_slots(calendar_id, start, end):
            ...

    Nothing is sent before a slot is asked for. Then each 31 days, the longest range that the API answers,
    cost one request, and no request is made ahead: the first slot of a year mostly costs a single one.
    Iterating again searches again.

    Whatever asks for slots raises `CalendarInactiveError` when the calendar is a draft or switched off, and
    `HighLevelError` for any other failure.
    """

    __slots__ = ("_calendar_id", "_client", "_options", "_range", "_timezone", "_user_id", "_user_ids")

    def __init__(
        self,
        client: Caller,
        calendar_id: str,
        start: datetime,
        end: datetime,
        *,
        timezone: str | Unset = UNSET,
        user_id: str | Unset = UNSET,
        user_ids: builtins.list[str] | Unset = UNSET,
        options: Options | None = None,
    ) -> None:
        check_range(OPERATION, start, end)
        self._client = client
        self._calendar_id = calendar_id
        self._range = start, end
        self._timezone = timezone
        self._user_id = user_id
        self._user_ids = user_ids
        self._options = options

    async def __aiter__(self) -> AsyncGenerator[Slot, None]:
        async with aclosing(self._offers()) as offers:
            async for _, slot in offers:
                yield slot

    async def days(self) -> AsyncGenerator[SlotDay, None]:
        """The days that have free slots, in order."""
        day: date | None = None
        slots: builtins.list[Slot] = []
        async with aclosing(self._offers()) as offers:
            async for day_of_slot, slot in offers:
                if day is not None and day != day_of_slot:
                    yield SlotDay(day, tuple(slots))
                    slots.clear()
                day = day_of_slot
                slots.append(slot)
        if day is not None:
            yield SlotDay(day, tuple(slots))

    async def first(self) -> Slot | None:
        """The earliest free slot, `None` when there is none in the whole range."""
        async with aclosing(self._offers()) as offers:
            async for _, slot in offers:
                return slot
        return None

    async def list(self) -> builtins.list[Slot]:
        """All free slots, in order."""
        return [slot async for slot in self]

    async def _offers(self) -> AsyncGenerator[tuple[date, Slot], None]:
        """The slots in order, each with its day."""
        last: Slot | None = None
        for start, end in windows(*self._range, LONGEST_RANGE):
            response = await get_slots(
                self._client,
                self._calendar_id,
                start_date=start,
                end_date=end,
                timezone=self._timezone,
                user_id=self._user_id,
                user_ids=self._user_ids,
                options=self._options,
            )
            found = [offer for key, day in response.value.entries.items() for offer in offers_of(key, day)]
            for day, slot in sorted(found, key=lambda offer: offer[1]):
                # A slot where two ranges meet is in both replies, and so may be the rest of its day.
                if last is None or slot > last:
                    yield day, slot
                    last = slot

    def __repr__(self) -> str:
        start, end = self._range
        return f"<SlotSearch calendar_id={self._calendar_id!r} start={start} end={end}>"


class Calendars(generated.Calendars):
    """Bookable calendars with their team, opening hours and booking rules."""

    __slots__ = ()

    def free_slots(
        self,
        calendar_id: str,
        start: datetime,
        end: datetime,
        *,
        timezone: str | Unset = UNSET,
        user_id: str | Unset = UNSET,
        user_ids: list[str] | Unset = UNSET,
        options: Options | None = None,
    ) -> SlotSearch:
        """Search for free slots over a range of any length.

        `get_slots` answers 31 days at most, as a map by date, and with datetimes that are refused when they
        are sent back in another form. This one cuts the range into pieces as it goes, puts together what a
        cut divides, and gives slots that book with the very string they were offered as:

            slot = await client.calendars.free_slots(calendar_id, start, end).first()
            if slot is not None:
                await client.appointments.book(slot, calendar_id=calendar_id, contact_id=contact_id)

        Nothing is sent yet, so there is nothing to await here: see `SlotSearch` for what is.

        Args:
            calendar_id: The calendar.
            start: Where the range starts, an aware datetime.
            end: Where the range ends, an aware datetime.
            timezone: The IANA time zone that the slots are offered in; without it, the API chooses.
            user_id: Only the slots of this user.
            user_ids: Only the slots of these users.
            options: Settings of each request.

        Raises:
            ValidationError: the range has no time zone, or does not end after it starts.
        """
        return SlotSearch(
            self._client,
            calendar_id,
            start,
            end,
            timezone=timezone,
            user_id=user_id,
            user_ids=user_ids,
            options=options,
        )


def offers_of(key: str, day: DaySlots) -> Iterator[tuple[date, Slot]]:
    """The slots under one key of a reply, each with its day; what is no time with an offset is passed over."""
    texts = day.raw.get("slots")
    for text in texts if is_array(texts) else ():
        if isinstance(text, str) and read_instant(text) is not None:
            slot = Slot.offered(text)
            yield read_local_date(key) or slot.date(), slot


def windows(start: datetime, end: datetime, length: timedelta) -> Iterator[tuple[datetime, datetime]]:
    """Cut a range into pieces of `length`, each of which starts where the one before ends."""
    # In UTC, for in another zone a day may have 25 hours, and 31 of them would be more than 31 days.
    begin, end = start.astimezone(UTC), end.astimezone(UTC)
    while begin < end:
        border = begin + min(length, end - begin)
        yield begin, border
        begin = border


def check_range(operation: Operation[Any], start: datetime, end: datetime) -> None:
    """Refuse a range that cannot be cut into pieces.

    Raises:
        ValidationError: a time has no zone, or the range does not end after it starts.
    """
    refuse(operation, [*aware_datetimes(start=start, end=end), *end_after_start(start, end, "end")])
