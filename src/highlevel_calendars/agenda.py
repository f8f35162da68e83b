"""All events of a range, whatever its length and however many calendars, users or groups they belong to."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncGenerator, Awaitable, Callable, Sequence
from datetime import datetime, timedelta
from functools import partial
from itertools import islice
from typing import TypeVar

from ._generated.api import events as generated
from ._generated.api.calendars.get_calendars import get_calendars
from ._generated.api.events.get_calendar_events import OPERATION
from ._generated.models.calendar import Calendar
from ._generated.models.event import Event
from ._operation import Options
from ._wire import UNSET, Unset
from .rules.basics import Problem, refuse
from .slots import check_range, windows

T = TypeVar("T")

# The API answers any range, but never in pages: this keeps each of its replies small.
WINDOW = timedelta(days=31)

_KINDS = {"calendars": "calendar_id", "users": "user_id", "groups": "group_id"}


class Events(generated.Events):
    """Appointments and blocks together, by the time that they take."""

    __slots__ = ()

    def between(
        self,
        start: datetime,
        end: datetime,
        *,
        calendars: Sequence[str | Calendar] | None = None,
        users: Sequence[str] | None = None,
        groups: Sequence[str] | None = None,
        location_id: str | Unset = UNSET,
        blocks: bool = False,
        deleted: bool = False,
        concurrency: int = 4,
        options: Options | None = None,
    ) -> AsyncGenerator[Event, None]:
        """Iterate over the events of a range, in order of their start, each of them once.

            async for event in client.events.between(start, end):
                ...

        `list` takes one calendar, user or group at a time, returns a whole range at once, mixes in what was
        deleted, and repeats an event in every range that it reaches into. This asks for windows of 31 days,
        as the iteration gets to them, and sends a few requests at a time. None is under way while the caller
        handles an event, so leaving the loop early leaves nothing behind.

        An event that overlaps several windows comes with the first of them, and one that began before
        `start` and reaches into the range comes too. What changes during the iteration may be missed.

        Args:
            start: Where the range starts, an aware datetime.
            end: Where the range ends, an aware datetime.
            calendars: Only the events on these calendars, given as models or ids.
            users: Only the events of these users.
            groups: Only the events in these calendar groups. When neither calendars nor users nor groups are
                named, the events on all calendars of the location, which one more request lists.
            location_id: The location.
            blocks: Whether blocked slots come too, which doubles the requests. A block is an event whose
                `contact_id` is `None`.
            deleted: Whether deleted events come too; their `deleted` is true.
            concurrency: How many requests may be under way at a time.
            options: Settings of each request.

        Raises:
            ValidationError: a time has no zone, the range does not end after it starts, targets of more than
                one kind are named, or the concurrency is not positive. This is raised before the iteration.
            HighLevelError: a request failed, and those that were under way with it are called off.
        """
        check_range(OPERATION, start, end)
        named = one_kind(calendars=calendars, users=users, groups=groups)
        if concurrency < 1:
            message = f"{concurrency} requests at a time are none; pass 1 or more."
            refuse(OPERATION, [Problem("positive-concurrency", "concurrency", message)])

        async def events() -> AsyncGenerator[Event, None]:
            targets = named
            if targets is None:
                response = await get_calendars(self._client, location_id=location_id, options=options)
                targets = [{"calendar_id": calendar.id} for calendar in response.value]
            lists = [self.list, self.list_blocked] if blocks else [self.list]
            # A window of few targets leaves room for requests of the next one.
            at_once = max(1, concurrency // max(1, len(targets) * len(lists)))
            remaining = windows(start, end, WINDOW) if targets else iter(())
            seen: set[str] = set()
            while batch := list(islice(remaining, at_once)):
                calls = [
                    partial(
                        list_events,
                        start_time=begin,
                        end_time=border,
                        location_id=location_id,
                        options=options,
                        **target,
                    )
                    for begin, border in batch
                    for target in targets
                    for list_events in lists
                ]
                fresh = {
                    event.id: event
                    for reply in await together(calls, concurrency)
                    for event in reply
                    if event.id not in seen and (deleted or not event.deleted)
                }
                seen.update(fresh)
                begin, _ = batch[0]
                for event in sorted(fresh.values(), key=lambda event: event.start_time or begin):
                    yield event

        return events()


def one_kind(**kinds: Sequence[str | Calendar] | None) -> list[dict[str, str]] | None:
    """The targets as arguments of the operations, `None` when no kind is given.

    Raises:
        ValidationError: more than one kind is given, or a string in place of a list.
    """
    given = {name: ids for name, ids in kinds.items() if ids is not None}
    if len(given) > 1:
        message = "the API takes one kind at a time; pass one of them, and iterate once for each."
        refuse(OPERATION, [Problem("one-kind", ", ".join(given), message)])
    for name, ids in given.items():
        if isinstance(ids, str):
            refuse(OPERATION, [Problem("list-of-ids", name, f"pass a list of ids, not {ids!r}.")])
        return [{_KINDS[name]: item} for item in dict.fromkeys(map(id_of, ids))]
    return None


def id_of(calendar: Calendar | str) -> str:
    return calendar if isinstance(calendar, str) else calendar.id


async def together(calls: Sequence[Callable[[], Awaitable[T]]], concurrency: int) -> list[T]:
    """The results of all calls in order, with at most `concurrency` of them under way.

    When one fails or the caller is cancelled, no other is begun, and those under way have ended on return.
    """
    waiting = iter(enumerate(calls))
    results: dict[int, T] = {}

    async def work() -> None:
        for number, call in waiting:
            results[number] = await call()

    workers = [asyncio.create_task(work()) for _ in range(min(concurrency, len(calls)))]
    try:
        await asyncio.gather(*workers)
    finally:
        for worker in workers:
            worker.cancel()
        await asyncio.gather(*workers, return_exceptions=True)
    return [results[number] for number in sorted(results)]
