"""The API as a user types it. Nothing here runs; the type checkers read it."""

from datetime import date, datetime, timedelta
from typing import Literal, assert_type

import httpx

from highlevel_calendars import (
    UNSET,
    CalendarsClient,
    OnUnknown,
    Options,
    Response,
    Slot,
    SlotDay,
    StaticToken,
    Unset,
    errors,
)
from highlevel_calendars.api import create_appointment
from highlevel_calendars.models import (
    Appointment,
    Availability,
    BlockSlot,
    Calendar,
    CreateAppointment,
    CreateNotification,
    Event,
    Group,
    Hours,
    LocationConfiguration,
    LookBusyConfig,
    Note,
    Notification,
    OpenHours,
    Recurring,
    Resource,
    Schedule,
    ScheduleInterval,
    ScheduleRule,
    TeamMember,
)
from highlevel_calendars.types import AppointmentStatus, CalendarType


class Rotating:
    """A token source of one's own."""

    async def token(self) -> str:
        return "a"

    async def rejected(self, token: str) -> bool:
        return token == "a"


async def clients(http: httpx.AsyncClient) -> None:
    async with CalendarsClient("pit", location_id="l", base_url="http://x", timeout=1, max_retries=0) as client:
        assert_type(client, CalendarsClient)
    CalendarsClient(Rotating(), http_client=http, version="v3", validate=False)
    CalendarsClient(StaticToken("pit"))
    async with CalendarsClient.from_env(timeout=3.5) as client:
        assert_type(client, CalendarsClient)


async def calls(client: CalendarsClient, start: datetime) -> None:
    kind: CalendarType = "personal"
    calendar = await client.calendars.create(
        name="Demo",
        calendar_type=kind,
        team_members=[
            TeamMember(
                user_id="u", priority=0.5, location_configurations=[LocationConfiguration(kind="zoom_conference")]
            )
        ],
        open_hours=[
            OpenHours(
                days_of_the_week=range(1, 6),
                hours=[Hours(open_hour=9, open_minute=0, close_hour=17, close_minute=0)],
            )
        ],
        availabilities=[Availability(date=date(2026, 12, 24), hours=())],
        availability_type=None,
        recurring=Recurring(freq="DAILY", count=3),
        look_busy_config=LookBusyConfig(enabled=True, look_busy_percentage=20),
    )
    assert_type(calendar, Calendar)
    assert_type(calendar.id, str)
    assert_type(calendar.name, str | None)
    assert_type(await client.groups.create(name="g", description="", slug="s"), Group)
    assert_type(
        await client.resources.create("rooms", name="r", description="", calendar_ids=["c"], capacity=3), Resource
    )
    appointment = await client.appointments.create(
        calendar_id="c", contact_id="p", start_time=start, options=Options(timeout=3, headers={"X-Request-Id": "1"})
    )
    how: OnUnknown = "reconcile"
    assert_type(await client.groups.create(name="g", description="", slug="s", on_unknown=how), Group)
    assert_type(appointment, Appointment)
    assert_type(appointment.start_time, datetime | None)
    assert_type(await client.block_slots.create(assigned_user_id="u", start_time=start, end_time=start), BlockSlot)


async def whole_response(client: CalendarsClient, start: datetime) -> None:
    body = CreateAppointment(calendar_id="c", contact_id="p", start_time=start, location_id="l")
    assert_type(body.title, str | Unset)
    if body.title is not UNSET:
        assert_type(body.title, str)
    response = await create_appointment(client, body, on_unknown="reconcile")
    assert_type(response, Response[Appointment])
    assert_type(response.value, Appointment)
    assert_type(response.trace_id, str | None)


async def booking_day(client: CalendarsClient, start: datetime) -> None:
    search = client.calendars.free_slots("c", start, start + timedelta(days=365), timezone="Europe/Berlin")
    async for found in search:
        assert_type(found, Slot)
        assert_type(found.text, str)
        assert_type(found + timedelta(hours=1), datetime)
    async for day in search.days():
        assert_type(day, SlotDay)
        assert_type(day.slots, tuple[Slot, ...])
    slot = await search.first()
    assert_type(slot, Slot | None)
    if slot is not None:
        booked = await client.appointments.book(slot, calendar_id="c", contact_id="p", any_member=True)
        assert_type(booked, Appointment)
        assert_type(await client.appointments.reschedule(booked, slot), Appointment)
        assert_type(await client.appointments.update(booked.id, title="t", keep_status=True), Appointment)
        assert_type(await client.appointments.cancel(booked), Appointment)
    async for event in client.events.between(start, start + timedelta(days=60), users=["u"], blocks=True):
        assert_type(event, Event)
    async for note in client.notes.iterate("a"):
        assert_type(note, Note)
    assert_type(await client.calendars.list(show_drafted=False), list[Calendar])
    assert_type(await client.appointments.get("a"), Event)
    assert_type((await client.events.delete("e")).success, bool | None)
    assert_type(
        await client.notifications.create(
            "c",
            [CreateNotification(receiver_type="contact", channel="email", notification_type="booked")],
        ),
        list[Notification],
    )
    schedule = await client.schedules.create(
        name="s",
        user_id="u",
        timezone="America/New_York",
        rules=[ScheduleRule(type_="wday", day="monday", intervals=[ScheduleInterval(from_="09:00", to="17:00")])],
    )
    assert_type(schedule, Schedule)


def failures(error: errors.HighLevelError) -> str:
    if isinstance(error, errors.SlotTakenError):
        assert_type(error.messages, tuple[str, ...])
        return "taken"
    if isinstance(error, errors.ValidationError):
        return error.violations[0].rule
    return "other"


async def mistakes(client: CalendarsClient, start: datetime) -> None:
    status: AppointmentStatus = "confirmed"
    wrong: Literal["booked"] = "booked"
    await client.appointments.create(calendar_id="c", contact_id="p", start_time=start, appointment_status=status)
    await client.appointments.create(  # type: ignore[call-arg]  # an argument that the API does not have
        calendar_id="c",
        contact_id="p",
        start_time=start,
        notes="n",  # pyright: ignore[reportCallIssue]  # the same, for pyright
    )
    await client.appointments.create(
        calendar_id="c",
        contact_id="p",
        start_time=start,
        appointment_status=wrong,  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]  # not a status
    )
    await client.appointments.create(
        calendar_id="c",
        contact_id="p",
        start_time="2026-01-01T10:00:00Z",  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]  # no datetime
    )
    await client.appointments.create(
        calendar_id="c",
        contact_id="p",
        start_time=start,
        on_unknown="ignore",  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]  # neither of the two
    )
    await client.resources.create(
        "chairs",  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]  # not a kind of resource
        name="r",
        description="",
        calendar_ids=[],
    )
    await client.resources.create(
        "rooms",
        name="r",
        description="",
        calendar_ids="c",  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]  # not a list of ids
    )
