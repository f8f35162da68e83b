"""A booking day with the SDK, from the free slot to the list of the week.

Without environment variables it runs against a sandbox in this process. With HIGHLEVEL_TOKEN,
HIGHLEVEL_LOCATION_ID and HIGHLEVEL_CONTACT_ID it runs against the real API, after asking, since it writes there.
"""

from __future__ import annotations

import asyncio
import os
import sys
from datetime import datetime, timedelta

from highlevel_calendars import CalendarsClient, HighLevelError, Slot, ValidationError
from highlevel_calendars.errors import SlotTakenError
from highlevel_calendars.models import Calendar, Hours, OpenHours


def say(step: str, text: str) -> None:
    print(f"  {step:<12} {text}")


def clock(time: datetime | None) -> str:
    return f"{time:%a %d %b, %H:%M %z}" if time else "?"


async def set_up(client: CalendarsClient, resource_calendar_ids: list[str]) -> Calendar:
    """A calendar of an estate agent with its group and a room; open every day from nine to five."""
    stamp = f"{datetime.now():%Y%m%d-%H%M%S}"
    group = await client.groups.create(name="Front desk", description="Made by the demo", slug=f"front-desk-{stamp}")
    say("group", f"{group.name}  {group.id}")
    calendar = await client.calendars.create(
        name="House viewings",
        slug=f"house-viewings-{stamp}",
        calendar_type="event",
        group_id=group.id,
        slot_duration=30,
        slot_duration_unit="mins",
        slot_interval=30,
        slot_interval_unit="mins",
        open_hours=[
            OpenHours(
                days_of_the_week=range(7),
                hours=[Hours(open_hour=9, open_minute=0, close_hour=17, close_minute=0)],
            )
        ],
    )
    say("calendar", f"{calendar.name}  {calendar.id}")
    room = await client.resources.create(
        "rooms", name="Quiet room", description="Made by the demo", capacity=4, calendar_ids=resource_calendar_ids
    )
    say("room", f"{room.name}, for {room.capacity or 0:g} people  {room.id or ''}")
    return calendar


async def next_slots(client: CalendarsClient, calendar: Calendar, count: int) -> list[Slot]:
    """The first free slots from tomorrow on."""
    tomorrow = datetime.now().astimezone() + timedelta(days=1)
    found: list[Slot] = []
    async for slot in client.calendars.free_slots(calendar.id, tomorrow, tomorrow + timedelta(days=60)):
        found.append(slot)
        if len(found) == count:
            break
    return found


async def book_and_move(client: CalendarsClient, calendar: Calendar, contact_id: str) -> None:
    slot, later, *_ = await next_slots(client, calendar, 2)
    booked = await client.appointments.book(slot, calendar_id=calendar.id, contact_id=contact_id, title="Viewing")
    say("booked", f"{booked.title}, {clock(slot)}, {booked.appointment_status}  {booked.id}")
    try:
        await client.appointments.book(slot, calendar_id=calendar.id, contact_id=contact_id)
    except SlotTakenError as error:
        say("refused", f"the same slot again: {error.messages[0]}")
    first, *_ = await next_slots(client, calendar, 1)
    say("free now", clock(first))
    await client.appointments.reschedule(booked, later)
    say("moved", f"to {clock(later)}")
    note = await client.notes.create(booked.id, body="Asked for a quiet street.")
    say("note", note.body or "")


async def block_and_cancel(client: CalendarsClient, calendar: Calendar, contact_id: str) -> None:
    slots = await next_slots(client, calendar, 8)
    block = await client.block_slots.create(
        calendar_id=calendar.id, start_time=slots[-1], end_time=slots[-1] + timedelta(hours=2), title="Survey"
    )
    say("blocked", f"two hours from {clock(block.start_time)}  {block.id}")
    doubtful = await client.appointments.book(slots[2], calendar_id=calendar.id, contact_id=contact_id, title="Perhaps")
    await client.appointments.cancel(doubtful)
    say("cancelled", f"Perhaps, {clock(slots[2])}")
    try:
        await client.block_slots.create(
            calendar_id=calendar.id, assigned_user_id="someone", start_time=slots[0], end_time=slots[1]
        )
    except ValidationError as error:
        say("not sent", error.violations[0].message)


async def list_week(client: CalendarsClient, calendar: Calendar) -> None:
    now = datetime.now().astimezone()
    print(f"\n  {'start':<24}{'end':<8}{'what':<12}status")
    async for event in client.events.between(now, now + timedelta(days=7), calendars=[calendar], blocks=True):
        end = f"{event.end_time:%H:%M}" if event.end_time else "?"
        status = event.appointment_status if event.contact_id else "blocked"
        print(f"  {clock(event.start_time):<24}{end:<8}{event.title or '':<12}{status}")
    print()


async def play(client: CalendarsClient, contact_id: str, resource_calendar_ids: list[str]) -> None:
    print("\nA booking day:\n")
    calendar = await set_up(client, resource_calendar_ids)
    await book_and_move(client, calendar, contact_id)
    await block_and_cancel(client, calendar, contact_id)
    await list_week(client, calendar)


async def against_sandbox() -> None:
    from highlevel_sandbox import Sandbox

    sandbox = Sandbox()
    async with sandbox.serve() as base_url:
        print(f"A HighLevel location to play in, at {base_url} for as long as this runs.")
        async with CalendarsClient(sandbox.token, location_id=sandbox.location_id, base_url=base_url) as client:
            await play(client, sandbox.contacts["nia"], [sandbox.calendars["service_booking"]])


async def against_api(contact_id: str) -> None:
    async with CalendarsClient.from_env() as client:
        await play(client, contact_id, [])


def ask(location_id: str) -> None:
    """Go on only when somebody says so."""
    print(f"This writes to the real location {location_id}:")
    print("a group, a calendar, a room, appointments, a note and a block slot, none of which it removes again.")
    if input("Type yes to go on: ").strip().lower() != "yes":
        sys.exit("Nothing was written.")


def main() -> None:
    names = ("HIGHLEVEL_TOKEN", "HIGHLEVEL_LOCATION_ID", "HIGHLEVEL_CONTACT_ID")
    missing = [name for name in names if not os.environ.get(name)]
    try:
        if set(names[:2]) <= set(missing):
            asyncio.run(against_sandbox())
        elif missing:
            sys.exit(
                f"For the real API, set {' and '.join(missing)} too; for the sandbox, set none of {', '.join(names)}."
            )
        else:
            ask(os.environ["HIGHLEVEL_LOCATION_ID"])
            asyncio.run(against_api(os.environ["HIGHLEVEL_CONTACT_ID"]))
    except HighLevelError as error:
        sys.exit(f"{type(error).__name__}: {error}")
    except EOFError:
        sys.exit("\nNobody answered, so nothing was written.")
    except KeyboardInterrupt:
        sys.exit(130)


if __name__ == "__main__":
    main()
