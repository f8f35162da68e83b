"""The five operations of the SDK, one after the other.

Without environment variables it runs against a sandbox in this process. With HIGHLEVEL_TOKEN and
HIGHLEVEL_LOCATION_ID it runs against the real API, after asking, since it writes there; HIGHLEVEL_CONTACT_ID
names the contact that is booked.
"""

from __future__ import annotations

import asyncio
import os
import sys
from dataclasses import dataclass
from datetime import datetime, timedelta

from highlevel_calendars import CalendarsClient, HighLevelError, ValidationError
from highlevel_calendars.errors import SlotTakenError
from highlevel_calendars.models import Hours, OpenHours


@dataclass
class Scene:
    """Where the demo plays."""

    contact_id: str
    resource_calendar_ids: list[str]


def show(what: str, name: str, detail: str, id: str | None) -> None:  # noqa: A002 - it is the API's word
    print(f"  {what:<12} {name:<24} {detail:<44} {id or ''}")


def next_week(hour: int) -> datetime:
    """That hour a week from now, in the time zone of this machine."""
    day = datetime.now().astimezone() + timedelta(days=7)
    return day.replace(hour=hour, minute=0, second=0, microsecond=0)


def span(start: datetime, end: datetime) -> str:
    return f"{start:%a %d %b %Y, %H:%M} to {end:%H:%M} {start:%z}"


async def play(client: CalendarsClient, scene: Scene) -> None:
    """Create one thing of each kind, and show the two ways in which a call can be stopped."""
    stamp = f"{datetime.now():%Y%m%d-%H%M%S}"
    start = next_week(10)
    end = start + timedelta(minutes=30)

    print("\nCreated:")
    group = await client.groups.create(name="Front desk", description="Made by the demo", slug=f"front-desk-{stamp}")
    show("group", group.name or "", f"slug {group.slug}", group.id)

    calendar = await client.calendars.create(
        name="House viewings",
        slug=f"house-viewings-{stamp}",
        calendar_type="event",
        group_id=group.id,
        slot_duration=30,
        slot_duration_unit="mins",
        open_hours=[
            OpenHours(
                days_of_the_week=range(1, 6),
                hours=[Hours(open_hour=9, open_minute=0, close_hour=17, close_minute=0)],
            )
        ],
    )
    days = len(calendar.open_hours or [])
    show("calendar", calendar.name or "", f"{calendar.calendar_type}, open on {days} days", calendar.id)

    room = await client.resources.create(
        "rooms",
        name="Quiet room",
        description="Made by the demo",
        capacity=4,
        calendar_ids=scene.resource_calendar_ids,
    )
    show("room", room.name or "", f"for {room.capacity:g} people" if room.capacity else "", room.id)

    booked = await client.appointments.create(
        calendar_id=calendar.id,
        contact_id=scene.contact_id,
        start_time=start,
        end_time=end,
        title="Viewing",
    )
    show("appointment", f"{booked.title} ({booked.appointment_status})", span(start, end), booked.id)

    lunch, back = next_week(12), next_week(13)
    block = await client.block_slots.create(calendar_id=calendar.id, start_time=lunch, end_time=back, title="Lunch")
    show("block slot", block.title or "", span(lunch, back), block.id)

    print("\nStopped before anything was sent:")
    try:
        await client.block_slots.create(
            calendar_id=calendar.id,
            assigned_user_id="someone",
            start_time=datetime(2026, 12, 1, 13),  # the missing time zone is the mistake to show
            end_time=back,
        )
    except ValidationError as error:
        for violation in error.violations:
            print(f"  {violation.argument}: {violation.message}")

    print("\nRefused by the API:")
    try:
        await client.appointments.create(
            calendar_id=calendar.id, contact_id=scene.contact_id, start_time=start, end_time=end
        )
    except SlotTakenError as error:
        print(f"  {type(error).__name__}: {error}")
    print()


async def against_sandbox() -> None:
    from highlevel_sandbox import Sandbox

    sandbox = Sandbox()
    async with sandbox.serve() as base_url:
        print(f"A HighLevel location to play in, at {base_url} for as long as this runs.")
        scene = Scene(sandbox.contacts["nia"], [sandbox.calendars["service_booking"]])
        async with CalendarsClient(sandbox.token, location_id=sandbox.location_id, base_url=base_url) as client:
            await play(client, scene)


async def against_api(contact_id: str) -> None:
    async with CalendarsClient.from_env() as client:
        await play(client, Scene(contact_id, []))


def ask(location_id: str) -> None:
    """Go on only when somebody says so."""
    print(f"This writes to the real location {location_id}:")
    print("a group, a calendar, a room, an appointment and a block slot, none of which it removes again.")
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
