"""The SDK and the sandbox together, over a real socket."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from datetime import UTC, datetime, timedelta
from typing import Any

import httpx
import pytest
import pytest_asyncio

from highlevel_calendars import CalendarsClient, Options, errors
from highlevel_calendars.models import Appointment, Hours, LocationConfiguration, OpenHours, TeamMember
from highlevel_sandbox import Sandbox

NINE = datetime(2030, 5, 6, 9, 0, tzinfo=UTC)
TEN = NINE + timedelta(hours=1)
ADA, BEN, CLEO = Sandbox.users.values()
NIA = Sandbox.contacts["nia"]


@pytest.fixture
def sandbox() -> Sandbox:
    return Sandbox(rate_limit=1000)


@pytest_asyncio.fixture
async def base_url(sandbox: Sandbox) -> AsyncIterator[str]:
    async with sandbox.serve() as url:
        yield url


@pytest_asyncio.fixture
async def live(sandbox: Sandbox, base_url: str) -> AsyncIterator[CalendarsClient]:
    """A client of the sandbox's own location."""
    async with CalendarsClient(sandbox.token, location_id=sandbox.location_id, base_url=base_url) as client:
        yield client


@pytest.mark.asyncio
async def test_calendar_comes_back_as_it_was_created(live: CalendarsClient) -> None:
    """A created calendar has the id, the team and one entry of open hours for each day."""
    calendar = await live.calendars.create(
        name="Consultations",
        calendar_type="collective",
        team_members=[
            TeamMember(
                user_id=ADA,
                is_primary=True,
                location_configurations=[LocationConfiguration(kind="physical", location="1 Quay Rd")],
            ),
            TeamMember(user_id=BEN, priority=1),
        ],
        open_hours=[
            OpenHours(
                days_of_the_week=[1, 3, 5], hours=[Hours(open_hour=9, open_minute=0, close_hour=12, close_minute=30)]
            )
        ],
        slot_duration=45,
        appointments_per_slot=2,
        availability_type=None,
    )
    assert calendar.id
    assert (calendar.name, calendar.calendar_type, calendar.slot_duration) == ("Consultations", "collective", 45)
    assert [member.user_id for member in calendar.team_members or []] == [ADA, BEN]
    assert [entry.days_of_the_week for entry in calendar.open_hours or []] == [[1], [3], [5]]
    assert calendar.appointments_per_slot == 2
    assert calendar.availability_type is None


@pytest.mark.asyncio
async def test_group_and_resources_come_back_as_they_were_created(live: CalendarsClient, sandbox: Sandbox) -> None:
    """A group, a room and equipment come back with what was sent."""
    group = await live.groups.create(name="Front desk", description="", slug="front-desk", is_active=True)
    assert (group.name, group.description, group.slug, group.is_active) == ("Front desk", "", "front-desk", True)
    service = [sandbox.calendars["service_booking"]]
    room = await live.resources.create("rooms", name="Blue", description="d", capacity=12, calendar_ids=service)
    assert (room.resource_type, room.capacity, room.calendar_ids) == ("rooms", 12, service)
    lamp = await live.resources.create(
        "equipments", name="Lamp", description="d", quantity=3, out_of_service=1, calendar_ids=service
    )
    assert (lamp.resource_type, lamp.quantity, lamp.out_of_service) == ("equipments", 3, 1)


@pytest.mark.asyncio
async def test_block_slot_of_a_user_stops_bookings(live: CalendarsClient, sandbox: Sandbox) -> None:
    """A blocked user cannot be booked in that time, and can be right after it."""
    block = await live.block_slots.create(assigned_user_id=ADA, start_time=NINE, end_time=TEN, title="Away")
    assert (block.assigned_user_id, block.start_time, block.end_time) == (ADA, NINE, TEN)
    personal = sandbox.calendars["personal"]
    with pytest.raises(errors.SlotTakenError):
        await live.appointments.create(calendar_id=personal, contact_id=NIA, start_time=NINE)
    booked = await live.appointments.create(calendar_id=personal, contact_id=NIA, start_time=TEN)
    assert booked.appointment_status == "confirmed"


@pytest.mark.asyncio
async def test_one_of_many_bookings_of_a_slot_wins(live: CalendarsClient, sandbox: Sandbox) -> None:
    """Of 20 tasks that book the same slot at once, one gets it and 19 are told that it is taken."""

    async def book() -> Appointment:
        return await live.appointments.create(
            calendar_id=sandbox.calendars["personal"], contact_id=NIA, start_time=NINE
        )

    results = await asyncio.gather(*(book() for _ in range(20)), return_exceptions=True)
    assert sum(isinstance(result, Appointment) for result in results) == 1
    assert sum(isinstance(result, errors.SlotTakenError) for result in results) == 19


@pytest.mark.asyncio
async def test_in_process_transport_serves_the_same_state(live: CalendarsClient, sandbox: Sandbox) -> None:
    """A slot that is booked over the socket is taken for a client without one."""
    personal = sandbox.calendars["personal"]
    await live.appointments.create(calendar_id=personal, contact_id=NIA, start_time=NINE)
    async with httpx.AsyncClient(transport=sandbox.transport()) as http:
        inside = CalendarsClient(sandbox.token, location_id=sandbox.location_id, http_client=http)
        with pytest.raises(errors.SlotTakenError):
            await inside.appointments.create(calendar_id=personal, contact_id=NIA, start_time=NINE)


Call = Callable[[CalendarsClient, Sandbox], Awaitable[object]]

DOMAIN_ERRORS: dict[str, tuple[type[errors.StatusError], int, Call]] = {
    "calendar inactive": (
        errors.CalendarInactiveError,
        400,
        lambda client, sandbox: client.appointments.create(
            calendar_id=sandbox.inactive_calendar_id, contact_id=NIA, start_time=NINE
        ),
    ),
    "not an event calendar": (
        errors.NotEventCalendarError,
        400,
        lambda client, sandbox: client.block_slots.create(
            calendar_id=sandbox.calendars["personal"], start_time=NINE, end_time=TEN
        ),
    ),
    "team member required": (
        errors.TeamMemberRequiredError,
        422,
        lambda client, sandbox: client.appointments.create(
            calendar_id=sandbox.calendars["round_robin"],
            contact_id=NIA,
            start_time=NINE,
            ignore_free_slot_validation=True,
        ),
    ),
    "user not in team": (
        errors.UserNotInTeamError,
        422,
        lambda client, sandbox: client.appointments.create(
            calendar_id=sandbox.calendars["personal"], contact_id=NIA, start_time=NINE, assigned_user_id=CLEO
        ),
    ),
    "wrong location": (
        errors.WrongLocationError,
        403,
        lambda client, _: client.groups.create(name="g", description="", slug="s", location_id="elsewhere"),
    ),
    "invalid field": (
        errors.UnprocessableError,
        422,
        lambda client, _: client.resources.create(
            "rooms", name="r", description="", calendar_ids=["c"] * 101, options=Options(validate=False)
        ),
    ),
}


@pytest.mark.asyncio
@pytest.mark.parametrize("case", DOMAIN_ERRORS)
async def test_refusals_become_their_own_class(live: CalendarsClient, sandbox: Sandbox, case: str) -> None:
    """Each refusal of the API is an error of its own class, with its status and what the API said."""
    kind, status, call = DOMAIN_ERRORS[case]
    with pytest.raises(kind) as caught:
        await call(live, sandbox)
    assert type(caught.value) is kind
    assert caught.value.status == status
    assert caught.value.messages
    assert caught.value.attempts == 1


@pytest.mark.asyncio
@pytest.mark.parametrize(
    ("token", "version", "kind"),
    [
        (Sandbox.read_only_token, "2021-04-15", errors.ScopeMissingError),
        ("pit-unknown", "2021-04-15", errors.TokenRejectedError),
        ("eyJ0.expired", "2021-04-15", errors.TokenRejectedError),
        (Sandbox.token, "1999-01-01", errors.VersionRejectedError),
    ],
    ids=["scope", "private token", "access token", "version"],
)
async def test_the_meanings_of_401_are_told_apart(
    base_url: str, token: str, version: str, kind: type[errors.AuthenticationError]
) -> None:
    """A missing scope, a bad token and a bad version are all 401, and three different errors."""
    async with CalendarsClient(token, location_id=Sandbox.location_id, base_url=base_url, version=version) as client:
        with pytest.raises(kind) as caught:
            await client.groups.create(name="g", description="", slug="s")
    assert type(caught.value) is kind
    assert caught.value.status == 401


@pytest.mark.asyncio
async def test_used_up_rate_limit_is_an_error_without_retries() -> None:
    """The call beyond the limit ends in a RateLimitError when it may not be retried, and nothing has kept it back."""
    sandbox = Sandbox(rate_limit=1)
    values: dict[str, Any] = {"location_id": sandbox.location_id, "max_retries": 0, "limiter": "off"}
    async with (
        sandbox.serve() as base_url,
        CalendarsClient(sandbox.token, base_url=base_url, **values) as client,
    ):
        await client.groups.create(name="first", description="", slug="first")
        with pytest.raises(errors.RateLimitError):
            await client.groups.create(name="second", description="", slug="second")
