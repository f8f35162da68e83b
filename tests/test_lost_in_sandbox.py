"""Creates that the sandbox carries out and whose replies it loses, every one of them."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from highlevel_calendars import CalendarsClient, Options
from highlevel_calendars.errors import OutcomeUnknown
from highlevel_sandbox import FaultKind, Faults, Sandbox

START = datetime.now(UTC).replace(minute=0, second=0, microsecond=0) + timedelta(days=3)
END = START + timedelta(minutes=30)

Create = Callable[[Sandbox, CalendarsClient], Any]


@asynccontextmanager
async def client_of(sandbox: Sandbox) -> AsyncIterator[CalendarsClient]:
    async with (
        sandbox.serve() as base_url,
        CalendarsClient(sandbox.token, location_id=sandbox.location_id, base_url=base_url) as client,
    ):
        yield client


def booking(sandbox: Sandbox, client: CalendarsClient, **more: Any) -> Any:
    return client.appointments.book(
        START,
        end_time=END,
        calendar_id=sandbox.calendars["personal"],
        contact_id=sandbox.contacts["nia"],
        ignore_free_slot_validation=True,
        **more,
    )


CREATES: dict[str, tuple[str, Create]] = {
    "booking": ("create-appointment", booking),
    "series": ("create-appointment", lambda sandbox, client: booking(sandbox, client, rrule="FREQ=DAILY;COUNT=3")),
    "cancelled booking": (
        "create-appointment",
        lambda sandbox, client: booking(sandbox, client, appointment_status="cancelled"),
    ),
    "block of a user": (
        "create-block-slot",
        lambda sandbox, client: client.block_slots.create(
            assigned_user_id=sandbox.users["ada"], start_time=START, end_time=END, on_unknown="reconcile"
        ),
    ),
    "block of a calendar": (
        "create-block-slot",
        lambda sandbox, client: client.block_slots.create(
            calendar_id=sandbox.calendars["event"], start_time=START, end_time=END, on_unknown="reconcile"
        ),
    ),
    "calendar": (
        "create-calendar",
        lambda _sandbox, client: client.calendars.create(name="New", is_active=False, on_unknown="reconcile"),
    ),
    "group": (
        "create-calendar-group",
        lambda _sandbox, client: client.groups.create(name="N", description="", slug="n", on_unknown="reconcile"),
    ),
    "room": (
        "create-calendar-resource",
        lambda _sandbox, client: client.resources.create(
            "rooms", name="New", description="D", calendar_ids=[], capacity=4, on_unknown="reconcile"
        ),
    ),
}
AFTER: list[FaultKind] = ["reset-after", "truncated"]  # the first leaves the outcome open, the second does not


async def everything(sandbox: Sandbox, client: CalendarsClient) -> set[str | None]:
    """The ids of all that can be created; of a series, of its instances too."""
    day = timedelta(days=1)
    found = [event async for event in client.events.between(START - day, END + 7 * day)]
    for user in sandbox.users.values():
        found += await client.events.list_blocked(user_id=user, start_time=START, end_time=END)
    calendar = sandbox.calendars["event"]
    found += await client.events.list_blocked(calendar_id=calendar, start_time=START, end_time=END)
    ids = {event.id for event in found} | {event.master_event_id for event in found} - {None}
    ids |= {one.id for one in await client.calendars.list(show_drafted=True)}
    ids |= {one.id for one in await client.groups.list()}
    return ids | {one.id async for one in client.resources.iterate("rooms")}


@pytest.mark.parametrize("kind", AFTER)
@pytest.mark.parametrize(("operation", "create"), CREATES.values(), ids=CREATES.keys())
@pytest.mark.asyncio
async def test_carried_out_and_lost(operation: str, create: Create, kind: FaultKind) -> None:
    """Although no reply to it ever comes, the create returns the one thing that it made."""
    sandbox = Sandbox()
    async with client_of(sandbox) as client:
        before = await everything(sandbox, client)
        sandbox.faults = Faults(1, [kind], only=[operation])
        made = await create(sandbox, client)
        assert sandbox.faults.injected == {kind: 1}
        new = await everything(sandbox, client) - before
    assert made.id in new
    assert {(one or "").partition("_")[0] for one in new} == {made.id}


@pytest.mark.asyncio
async def test_never_carried_out() -> None:
    """What never gets through is looked for, and without retries it is not sent again."""
    sandbox = Sandbox(faults=Faults(1, ["reset-before"], only=["create-appointment"]))
    async with client_of(sandbox) as client:
        with pytest.raises(OutcomeUnknown, match="it is not there"):
            await booking(sandbox, client, options=Options(max_retries=0))
    assert sandbox.faults
    assert sandbox.faults.injected == {"reset-before": 1}
