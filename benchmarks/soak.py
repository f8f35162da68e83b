"""Books thousands of appointments through a sandbox that breaks one request in five, and counts what came of them.

    python benchmarks/soak.py [--bookings 10000] [--tasks 50] [--rate 0.2] [--seed N] [--naive]

Every booking is of a contact at a time of its own, and is sent without the check for free slots, so that nothing but
the SDK keeps it from happening twice. Afterwards the faults are switched off and all appointments are read.
Exit status: 0 no duplicate, nothing lost, every call ended; 1 otherwise. `--naive` sends again whatever failed, without
looking, and is there to show that duplicates are noticed.
"""

from __future__ import annotations

import argparse
import asyncio
import logging
import secrets
import sys
import time
from collections import Counter
from collections.abc import AsyncGenerator, Awaitable, Callable, Iterator, Sequence
from contextlib import asynccontextmanager
from datetime import UTC, datetime, timedelta
from typing import NamedTuple, Protocol

import httpx

from highlevel_calendars import CalendarsClient, HighLevelError, OutcomeUnknown
from highlevel_calendars.errors import UnreadableReplyError
from highlevel_calendars.models import Event
from highlevel_sandbox import Faults, Sandbox

TIMEOUT = 1.0  # seconds that an attempt may take, which a hanging server costs
RETRIES = 6
PATIENCE = 300.0  # seconds after which a call counts as left hanging
SLOT = timedelta(minutes=30)
APART = timedelta(hours=4)  # the sandbox takes longer for a booking with many around it
HORIZON = timedelta(days=400)
KINDS = ("personal", "round_robin", "class_booking")  # of the calendars that Ada or Cleo leads


class Booking(NamedTuple):
    """What is booked; no two are the same."""

    calendar_id: str
    contact_id: str
    start: datetime
    user_id: str


class Created(Protocol):
    @property
    def id(self) -> str | None: ...


class Report(NamedTuple):
    """What came of a soak.

    Attributes:
        results: The ids that calls returned, by booking.
        errors: The errors that calls raised.
        strays: Exceptions that are not of the SDK's tree, such as that a call was left hanging.
        duplicates: Bookings that are on the server more than once, or twice under different ids.
        lost: Bookings whose result is not on the server.
        ghosts: Bookings on the server although their call ended in an error that says that they are not.
        unknown: Of the bookings that ended in an error that leaves the outcome open, how many are on the server.
        others: What came of the creates of blocks, groups, calendars and resources.
        left: Tasks that were still running at the end.
    """

    results: dict[Booking, str]
    errors: dict[Booking, HighLevelError]
    strays: list[BaseException]
    duplicates: int
    lost: int
    ghosts: int
    unknown: Counter[int]
    others: Others
    left: int

    @property
    def is_clean(self) -> bool:
        """Whether there is no duplicate, nothing is lost, and every call ended as it may."""
        wrong = (self.strays, self.duplicates, self.lost, self.ghosts, self.left, self.others.wrong)
        return not any(wrong) and set(self.unknown) <= {0, 1}


class Others(NamedTuple):
    """What came of the creates that are no bookings."""

    made: int
    unknown: int
    duplicates: int
    lost: int

    @property
    def wrong(self) -> int:
        return self.duplicates + self.lost


def bookings(sandbox: Sandbox, count: int) -> Iterator[Booking]:
    """As many bookings, each at a (calendar, contact, start) of its own, in the years ahead."""
    leaders = {"personal": "ada", "round_robin": "ada", "class_booking": "cleo"}
    places = [
        (sandbox.calendars[kind], contact, sandbox.users[leaders[kind]])
        for kind in KINDS
        for contact in sandbox.contacts.values()
    ]
    first = datetime.now(UTC).replace(minute=0, second=0, microsecond=0) + timedelta(days=1)
    for number in range(count):
        calendar_id, contact_id, user_id = places[number % len(places)]
        yield Booking(calendar_id, contact_id, first + APART * (number // len(places)), user_id)


async def reconciled(client: CalendarsClient, booking: Booking) -> str:
    """Book once, and let the SDK find out what came of it."""
    appointment = await client.appointments.book(
        booking.start,
        end_time=booking.start + SLOT,
        calendar_id=booking.calendar_id,
        contact_id=booking.contact_id,
        assigned_user_id=booking.user_id,
        ignore_free_slot_validation=True,
    )
    return appointment.id


async def naive(client: CalendarsClient, booking: Booking) -> str:
    """Book, and book again whenever no good reply came: what must not be done."""
    while True:
        try:
            appointment = await client.appointments.create(
                start_time=booking.start,
                end_time=booking.start + SLOT,
                calendar_id=booking.calendar_id,
                contact_id=booking.contact_id,
                assigned_user_id=booking.user_id,
                ignore_free_slot_validation=True,
            )
        except (OutcomeUnknown, UnreadableReplyError):
            continue
        return appointment.id


async def soak(
    sandbox: Sandbox,
    faults: Faults,
    *,
    count: int,
    tasks: int = 50,
    book: Callable[[CalendarsClient, Booking], Awaitable[str]] = reconciled,
) -> Report:
    """Make the bookings with faults, then read without faults what the sandbox has."""
    before = asyncio.all_tasks()
    results: dict[Booking, str] = {}
    errors: dict[Booking, HighLevelError] = {}
    strays: list[BaseException] = []
    waiting = bookings(sandbox, count)
    async with sandbox.serve() as base_url:

        async def work(client: CalendarsClient) -> None:
            for booking in waiting:
                try:
                    async with asyncio.timeout(PATIENCE):
                        results[booking] = await book(client, booking)
                except HighLevelError as error:
                    errors[booking] = error

        sandbox.faults = faults
        async with client_of(sandbox, base_url) as client:
            made, ended = await asyncio.gather(
                others(client, sandbox, max(1, count // 200)),
                asyncio.gather(*(work(client) for _ in range(tasks)), return_exceptions=True),
            )
            strays += [error for error in ended if error is not None]
        sandbox.faults = None
        async with client_of(sandbox, base_url) as client:
            present = await appointments(client, sandbox)
            other = await audited(client, sandbox, made)
    left = asyncio.all_tasks() - before
    held = Counter((event.calendar_id, event.contact_id, event.start_time) for event in present)
    ids = {event.id for event in present}
    return Report(
        results=results,
        errors=errors,
        strays=strays,
        duplicates=sum(number - 1 for number in held.values()) + len(results) - len(set(results.values())),
        lost=sum(event_id not in ids for event_id in results.values()),
        ghosts=sum(held[booking[:3]] for booking, error in errors.items() if not is_open(error)),
        unknown=Counter(held[booking[:3]] for booking, error in errors.items() if is_open(error)),
        others=other,
        left=len(left),
    )


def is_open(error: HighLevelError) -> bool:
    """Whether an error leaves open what is on the server."""
    return isinstance(error, OutcomeUnknown | UnreadableReplyError)


@asynccontextmanager
async def client_of(sandbox: Sandbox, base_url: str) -> AsyncGenerator[CalendarsClient, None]:
    """A client that does not wait for the sandbox's limit: what it is told are faults, and the limit is far."""

    async def hurry(response: httpx.Response) -> None:
        if response.status_code == 429:
            response.headers["retry-after"] = "0"

    limits = httpx.Limits(max_connections=200)
    async with httpx.AsyncClient(limits=limits, event_hooks={"response": [hurry]}) as http:
        yield CalendarsClient(
            sandbox.token,
            location_id=sandbox.location_id,
            base_url=base_url,
            timeout=TIMEOUT,
            max_retries=RETRIES,
            http_client=http,
        )


async def appointments(client: CalendarsClient, sandbox: Sandbox) -> list[Event]:
    """All appointments that are not deleted."""
    now, calendars = datetime.now(UTC), [sandbox.calendars[kind] for kind in KINDS]
    return [event async for event in client.events.between(now, now + HORIZON, calendars=calendars)]


async def others(client: CalendarsClient, sandbox: Sandbox, count: int) -> dict[str, str | None]:
    """The other four creates, so many of each: their ids by name, `None` where the outcome stayed unknown."""
    first = datetime.now(UTC).replace(minute=0, second=0, microsecond=0) + HORIZON
    user = sandbox.users["ben"]
    made: dict[str, str | None] = {}

    async def make(name: str, create: Awaitable[Created]) -> None:
        made[name] = None
        try:
            made[name] = (await create).id
        except HighLevelError as error:
            if not is_open(error):
                raise

    for number in range(count):
        start, name = first + number * SLOT, f"soak-{number}"
        block = client.block_slots.create(
            assigned_user_id=user, start_time=start, end_time=start + SLOT, title=name, on_unknown="reconcile"
        )
        await make(f"block {name}", block)
        await make(f"group {name}", client.groups.create(name=name, description="", slug=name, on_unknown="reconcile"))
        await make(f"calendar {name}", client.calendars.create(name=name, slug=name, on_unknown="reconcile"))
        room = client.resources.create("rooms", name=name, description="", calendar_ids=[], on_unknown="reconcile")
        await make(f"room {name}", room)
    return made


async def audited(client: CalendarsClient, sandbox: Sandbox, made: dict[str, str | None]) -> Others:
    """What the server has of what the other creates made."""
    now = datetime.now(UTC)
    blocks = await client.events.list_blocked(user_id=sandbox.users["ben"], start_time=now, end_time=now + 2 * HORIZON)
    present = [(f"block {row.title}", row.id) for row in blocks]
    present += [(f"group {row.name}", row.id) for row in await client.groups.list()]
    present += [(f"calendar {row.name}", row.id) for row in await client.calendars.list(show_drafted=True)]
    present += [(f"room {row.name}", row.id or "") async for row in client.resources.iterate("rooms")]
    held = Counter(name for name, _ in present if name in made)
    return Others(
        made=len(made),
        unknown=sum(made_id is None for made_id in made.values()),
        duplicates=sum(number - 1 for number in held.values()),
        lost=sum(made_id is not None and (name, made_id) not in present for name, made_id in made.items()),
    )


def told(report: Report, faults: Faults, seconds: float) -> str:
    """The report as text."""
    kinds = Counter(type(error).__name__ for error in report.errors.values())
    injected = ", ".join(f"{kind} {number}" for kind, number in sorted(faults.injected.items()))
    lines = [
        f"seed {faults.seed}, {seconds:.1f} s",
        f"bookings:   {len(report.results)} results, {len(report.errors)} errors {dict(kinds)}, strays {report.strays}",
        f"audit:      {report.duplicates} duplicates, {report.lost} lost, {report.ghosts} ghosts",
        f"tasks:      {report.left} left",
        f"unknown:    {dict(report.unknown)} (how many are on the server: calls)",
        f"others:     {report.others}",
        f"faults:     {sum(faults.injected.values())}: {injected}",
        "clean" if report.is_clean else "NOT CLEAN",
    ]
    return "\n".join(lines)


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description="Book through faults, and audit what came of it.")
    parser.add_argument("--bookings", type=int, default=10_000, help="how many (default %(default)s)")
    parser.add_argument("--tasks", type=int, default=50, help="how many at a time (default %(default)s)")
    parser.add_argument("--rate", type=float, default=0.2, help="the share of faults (default %(default)s)")
    parser.add_argument("--seed", type=int, default=secrets.randbelow(2**32), help="of the faults (default: made up)")
    parser.add_argument("--naive", action="store_true", help="send again without looking")
    options = parser.parse_args(arguments)
    faults = Faults(options.rate, seed=options.seed)
    logging.getLogger("highlevel_calendars").setLevel(logging.ERROR)  # thousands of lost replies
    print(f"{options.bookings} bookings by {options.tasks} tasks, {options.rate:.0%} faults, seed {faults.seed}")
    began = time.monotonic()
    report = asyncio.run(
        soak(
            Sandbox(rate_limit=1_000_000_000, daily_limit=1_000_000_000),
            faults,
            count=options.bookings,
            tasks=options.tasks,
            book=naive if options.naive else reconciled,
        )
    )
    print(told(report, faults, time.monotonic() - began))
    return 0 if report.is_clean else 1


if __name__ == "__main__":
    sys.exit(main())
