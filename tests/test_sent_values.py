"""What is left out of a request, what is filled in, and the values that are not sent as they were given."""

from __future__ import annotations

import json
from datetime import UTC, date, datetime
from typing import Any, NamedTuple

import pytest
from conftest import BASE_URL, LOCATION, TOKEN
from pytest_httpx import HTTPXMock

from highlevel_calendars import UNSET, CalendarsClient, api, models
from highlevel_calendars._generated import models as generated
from highlevel_calendars.models import Availability, Hours, LocationConfiguration, OpenHours, Recurring, TeamMember

START, END = datetime(2026, 8, 25, 8, tzinfo=UTC), datetime(2026, 8, 25, 9, tzinfo=UTC)
DAY = Hours(open_hour=9, open_minute=0, close_hour=17, close_minute=30)
WIRE_DAY = {"openHour": 9, "openMinute": 0, "closeHour": 17, "closeMinute": 30}


class Smallest(NamedTuple):
    """A call with what is required only, and what it sends beside the location."""

    group: str
    arguments: dict[str, Any]
    wire: dict[str, Any]
    positional: tuple[str, ...] = ()

    async def make(self, client: CalendarsClient, **more: Any) -> None:
        await getattr(client, self.group).create(*self.positional, **self.arguments, **more)


SMALLEST = {
    "calendar": Smallest("calendars", {"name": "n"}, {"name": "n"}),
    "group": Smallest(
        "groups", {"name": "n", "description": "", "slug": "s"}, {"name": "n", "description": "", "slug": "s"}
    ),
    "resource": Smallest(
        "resources",
        {"name": "n", "description": "", "calendar_ids": []},
        {"name": "n", "description": "", "calendarIds": []},
        ("rooms",),
    ),
    "appointment": Smallest(
        "appointments",
        {"calendar_id": "c", "contact_id": "p", "start_time": START},
        {"calendarId": "c", "contactId": "p", "startTime": "2026-08-25T08:00:00+00:00"},
    ),
    "block slot": Smallest(
        "block_slots",
        {"start_time": START, "end_time": END, "assigned_user_id": "u"},
        {"startTime": "2026-08-25T08:00:00+00:00", "endTime": "2026-08-25T09:00:00+00:00", "assignedUserId": "u"},
    ),
}
each_smallest = pytest.mark.parametrize("call", SMALLEST.values(), ids=SMALLEST.keys())


def sent(httpx_mock: HTTPXMock) -> Any:
    """The JSON body of the one request."""
    (request,) = httpx_mock.get_requests()
    return json.loads(request.content)


@each_smallest
@pytest.mark.asyncio
async def test_unset_is_left_out(call: Smallest, client: CalendarsClient, httpx_mock: HTTPXMock) -> None:
    """A call with only what is required sends only that, and the client's location."""
    httpx_mock.add_response(json={"id": "1"})
    await call.make(client)
    assert sent(httpx_mock) == {**call.wire, "locationId": LOCATION}


@each_smallest
@pytest.mark.asyncio
async def test_location_of_the_call_wins(call: Smallest, client: CalendarsClient, httpx_mock: HTTPXMock) -> None:
    """A location that the call names is sent in place of the client's."""
    httpx_mock.add_response(json={"id": "1"})
    await call.make(client, location_id="another")
    assert sent(httpx_mock) == {**call.wire, "locationId": "another"}


@each_smallest
@pytest.mark.asyncio
async def test_client_without_location(call: Smallest, httpx_mock: HTTPXMock) -> None:
    """A client needs no location of its own when each call names one."""
    httpx_mock.add_response(json={"id": "1"})
    async with CalendarsClient(TOKEN, base_url=BASE_URL) as client:
        await call.make(client, location_id="mine")
    assert sent(httpx_mock) == {**call.wire, "locationId": "mine"}


@each_smallest
@pytest.mark.asyncio
async def test_unknown_argument(call: Smallest, client: CalendarsClient) -> None:
    """An argument that the operation does not have is a TypeError that names it."""
    with pytest.raises(TypeError, match="colour"):
        await call.make(client, colour="red")


@each_smallest
@pytest.mark.asyncio
async def test_missing_argument(call: Smallest, client: CalendarsClient) -> None:
    """A call without an argument that the operation needs is a TypeError that names it."""
    first, *_ = call.arguments
    rest = {name: value for name, value in call.arguments.items() if name != first}
    with pytest.raises(TypeError, match=first):
        await call._replace(arguments=rest).make(client)


@pytest.mark.parametrize("name", [name for name in generated.__all__ if hasattr(getattr(models, name), "to_dict")])
def test_unknown_field_of_a_model(name: str) -> None:
    """A request model refuses a field that the API does not have."""
    with pytest.raises(TypeError, match="colour"):
        getattr(models, name)(colour="red")


@pytest.mark.asyncio
async def test_null_availability_type(client: CalendarsClient, httpx_mock: HTTPXMock) -> None:
    """None for availability_type means both kinds of hours and is sent as null."""
    httpx_mock.add_response(json={"calendar": {"id": "1"}})
    await client.calendars.create(name="n", availability_type=None)
    assert sent(httpx_mock) == {"name": "n", "locationId": LOCATION, "availabilityType": None}


@pytest.mark.asyncio
async def test_explicit_unset(client: CalendarsClient, httpx_mock: HTTPXMock) -> None:
    """UNSET passed as a value is the same as leaving the argument out."""
    httpx_mock.add_response(json={"calendar": {"id": "1"}})
    await client.calendars.create(name="n", availability_type=UNSET, slug=UNSET, team_members=UNSET)
    assert sent(httpx_mock) == {"name": "n", "locationId": LOCATION}


class Value(NamedTuple):
    """An argument of a calendar with a value that is easily lost, and what is sent."""

    argument: str
    value: Any
    key: str
    wire: object


VALUES = {
    "false": Value("is_active", False, "isActive", False),
    "zero": Value("slot_buffer", 0, "slotBuffer", 0),
    "no text": Value("description", "", "description", ""),
    "no members": Value("team_members", [], "teamMembers", []),
    "availability type 0": Value("availability_type", 0, "availabilityType", 0),
    "nothing within": Value("recurring", Recurring(), "recurring", {}),
    "a tuple": Value("team_members", (TeamMember(user_id="u"),), "teamMembers", [{"userId": "u"}]),
    "priority 0": Value(
        "team_members", [TeamMember(user_id="u", priority=0)], "teamMembers", [{"userId": "u", "priority": 0}]
    ),
    "a place without an address": Value(
        "location_configurations",
        (LocationConfiguration(kind="custom"),),
        "locationConfigurations",
        [{"kind": "custom"}],
    ),
    "a date": Value(
        "availabilities",
        [Availability(date=date(2026, 12, 24), hours=())],
        "availabilities",
        [{"date": "2026-12-24T00:00:00.000Z", "hours": []}],
    ),
    "a date long ago": Value(
        "availabilities",
        [Availability(date=date(987, 1, 2), hours=())],
        "availabilities",
        [{"date": "0987-01-02T00:00:00.000Z", "hours": []}],
    ),
    "text of any kind": Value("notes", 'Grüße, 例え 🎉 \0 " \\ \u2028', "notes", 'Grüße, 例え 🎉 \0 " \\ \u2028'),
}


@pytest.mark.parametrize("value", VALUES.values(), ids=VALUES.keys())
@pytest.mark.asyncio
async def test_value(value: Value, client: CalendarsClient, httpx_mock: HTTPXMock) -> None:
    """What was set is sent, however empty it is."""
    httpx_mock.add_response(json={"calendar": {"id": "1"}})
    await client.calendars.create(name="n", **{value.argument: value.value})
    body = sent(httpx_mock)
    assert body[value.key] == value.wire
    assert type(body[value.key]) is type(value.wire)


@pytest.mark.parametrize(
    ("given", "days"),
    [
        ([OpenHours(days_of_the_week=[0], hours=[DAY])], [0]),
        ([OpenHours(days_of_the_week=[1, 3, 5], hours=[DAY])], [1, 3, 5]),
        ([OpenHours(days_of_the_week=range(1, 6), hours=[DAY])], [1, 2, 3, 4, 5]),
        (
            (OpenHours(days_of_the_week=(6, 0), hours=[DAY]), OpenHours(days_of_the_week=[2], hours=[DAY])),
            [6, 0, 2],
        ),
    ],
    ids=["one day", "three days", "a range", "two entries"],
)
@pytest.mark.asyncio
async def test_open_hours(given: Any, days: list[int], client: CalendarsClient, httpx_mock: HTTPXMock) -> None:
    """Opening hours are sent as one entry for each day, in the order of the days given."""
    httpx_mock.add_response(json={"calendar": {"id": "1"}})
    await client.calendars.create(name="n", open_hours=given)
    assert sent(httpx_mock)["openHours"] == [{"daysOfTheWeek": [day], "hours": [WIRE_DAY]} for day in days]


@pytest.mark.asyncio
async def test_text_is_utf8(client: CalendarsClient, httpx_mock: HTTPXMock) -> None:
    """Text goes out as UTF-8 and not as escapes."""
    httpx_mock.add_response(json={"calendar": {"id": "1"}})
    await client.calendars.create(name="Größe", location_id="l")
    (request,) = httpx_mock.get_requests()
    assert "Größe".encode() in request.content


@pytest.mark.asyncio
async def test_body_is_not_changed(client: CalendarsClient, httpx_mock: HTTPXMock) -> None:
    """Filling in the location leaves the caller's model as it is, so that it can be sent again."""
    httpx_mock.add_response(json={"calendar": {"id": "1"}}, is_reusable=True)
    body = models.CreateCalendar(name="n", open_hours=[OpenHours(days_of_the_week=[1, 2], hours=[DAY])])
    await api.create_calendar(client, body)
    await api.create_calendar(client, body)
    first, second = httpx_mock.get_requests()
    assert first.content == second.content
    assert body == models.CreateCalendar(name="n", open_hours=[OpenHours(days_of_the_week=[1, 2], hours=[DAY])])
