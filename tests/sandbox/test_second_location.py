"""The second location: a company's other one, of which the first knows nothing."""

from collections.abc import AsyncIterator

import httpx
import pytest
import pytest_asyncio

from highlevel_sandbox import Sandbox

from .api import Api
from .bodies import APPOINTMENTS, CALENDARS, GROUPS, LOCATION, NOW, appointment, group
from .company import Company
from .test_limits import Clock, rate_headers

SECOND = Sandbox.second
ELSEWHERE = "The token does not have access to this location."


@pytest_asyncio.fixture
async def second(sandbox: Sandbox) -> AsyncIterator[httpx.AsyncClient]:
    headers = {"Authorization": f"Bearer {SECOND.token}", "Version": "2021-04-15"}
    transport = sandbox.transport()
    async with httpx.AsyncClient(transport=transport, base_url="http://sandbox", headers=headers) as client:
        yield client


def coffee_with_dev() -> dict[str, object]:
    """A booking in the second location."""
    return appointment(
        locationId=SECOND.location_id, calendarId=SECOND.calendars["personal"], contactId=SECOND.contacts["quin"]
    )


def test_there_are_two_locations() -> None:
    """The ids of both are told, the first one first."""
    assert Sandbox.location_ids == (Sandbox.location_id, SECOND.location_id)


@pytest.mark.asyncio
async def test_the_second_location_books_with_its_own_people(second: httpx.AsyncClient) -> None:
    """Its calendar, its user and its contact are all that a booking needs, told by its own clocks."""
    api = Api(second)
    booked = await api.ok("create-appointment", coffee_with_dev())
    assert booked["assignedUserId"] == SECOND.users["dev"]
    kept = (await api.ok("get-appointment", eventId=booked["id"]))["appointment"]
    assert (kept["locationId"], kept["startTime"]) == (SECOND.location_id, "2030-01-07T04:00:00-05:00")


@pytest.mark.asyncio
async def test_neither_location_sees_what_the_other_has(client: httpx.AsyncClient, second: httpx.AsyncClient) -> None:
    """Calendars, groups and slugs are each location's own, and so is what takes up time."""
    first_api, second_api = Api(client), Api(second)
    await first_api.ok("create-calendar-group", group())
    assert (await second_api.ok("get-groups", locationId=SECOND.location_id))["groups"] == []
    await second_api.ok("create-calendar-group", group(locationId=SECOND.location_id))
    listed = (await second_api.ok("get-calendars", locationId=SECOND.location_id))["calendars"]
    assert [one["id"] for one in listed] == [*SECOND.calendars.values()]
    await first_api.ok("create-appointment", appointment())
    await second_api.ok("create-appointment", coffee_with_dev())
    foreign = coffee_with_dev() | {"calendarId": CALENDARS["personal"]}
    assert await second_api.refused("create-appointment", foreign) == (400, "Calendar not found")


@pytest.mark.asyncio
async def test_an_id_of_the_other_location_deletes_nothing(
    client: httpx.AsyncClient, second: httpx.AsyncClient
) -> None:
    """Who knows an id of the other location neither reads nor removes what it names."""
    booked = (await Api(client).ok("create-appointment", appointment()))["id"]
    assert (await Api(second).refused("delete-event", {}, eventId=booked))[0] == 400
    assert (await Api(second).refused("get-appointment", eventId=booked))[0] == 400
    assert await Api(client).ok("get-appointment", eventId=booked)


@pytest.mark.asyncio
async def test_a_token_opens_its_own_location_only(client: httpx.AsyncClient, second: httpx.AsyncClient) -> None:
    """Each private token, and each of OAuth, is refused by the other location."""
    assert (await second.post(GROUPS, json=group())).json()["message"] == ELSEWHERE
    reply = await client.post(GROUPS, json=group(locationId=SECOND.location_id))
    assert (reply.status_code, reply.json()["message"]) == (403, ELSEWHERE)


@pytest.mark.asyncio
async def test_oauth_opens_the_second_location(sandbox: Sandbox, second: httpx.AsyncClient) -> None:
    """A token that its user consented to is as good as its private one."""
    answer = await Company(sandbox, second).log_in(location_id=SECOND.location_id)
    reply = await second.post(
        APPOINTMENTS, json=coffee_with_dev(), headers={"Authorization": f"Bearer {answer['access_token']}"}
    )
    assert reply.status_code == 200


@pytest.mark.asyncio
async def test_each_location_has_its_own_limits(headers: dict[str, str]) -> None:
    """What one location has used up the other still has, of the burst as of the day."""
    clock = Clock()
    sandbox = Sandbox(rate_limit=2, daily_limit=3, clock=clock, now=lambda: NOW)
    statuses: list[int] = []
    async with httpx.AsyncClient(transport=sandbox.transport(), base_url="http://x", headers=headers) as client:
        for now in (0, 0, 0, 20, 20):
            clock.now = now
            reply = await client.get(GROUPS, params={"locationId": LOCATION})
            statuses.append(reply.status_code)
        told = rate_headers(reply)
        client.headers["Authorization"] = f"Bearer {SECOND.token}"
        other = await client.get(GROUPS, params={"locationId": SECOND.location_id})
    assert statuses == [200, 200, 429, 200, 429]
    assert (told["x-ratelimit-daily-remaining"], told["x-ratelimit-remaining"]) == ("0", "1")
    # Milliseconds that are left, and no time of day.
    assert told["x-ratelimit-daily-reset"] == str((86_400 - 20) * 1000)
    assert (other.status_code, other.headers["x-ratelimit-daily-remaining"]) == (200, "2")
