"""Calendar groups, rooms and equipment."""

import httpx
import pytest

from .bodies import CALENDARS, EQUIPMENT, GROUPS, ROOMS, Body, calendar, group, resource


@pytest.mark.asyncio
async def test_a_group_comes_back_in_an_envelope(client: httpx.AsyncClient) -> None:
    """A group is active unless the request says otherwise."""
    reply = await client.post(GROUPS, json=group())
    answer = reply.json()
    assert reply.status_code == 201
    assert answer["traceId"]
    assert len(answer["group"].pop("id")) == 20
    assert answer["group"] == group(isActive=True)


@pytest.mark.asyncio
async def test_the_slug_of_a_group_is_taken_once(client: httpx.AsyncClient) -> None:
    """The second group of a slug is refused, while a calendar may still have it."""
    assert (await client.post(GROUPS, json=group(slug="both"))).status_code == 201
    reply = await client.post(GROUPS, json=group(slug="both"))
    assert (reply.status_code, reply.json()["message"]) == (400, "The slug is already taken.")
    assert (await client.post("/calendars/", json=calendar(slug="both"))).status_code == 200


@pytest.mark.asyncio
@pytest.mark.parametrize(
    ("path", "kind", "details"),
    [(ROOMS, "rooms", {"capacity": 12}), (EQUIPMENT, "equipments", {"quantity": 3, "outOfService": 1})],
)
async def test_a_resource_comes_back_with_its_kind(
    client: httpx.AsyncClient, path: str, kind: str, details: Body
) -> None:
    """The reply has what was sent, an id, and the kind that the path named."""
    reply = await client.post(path, json=resource(**details))
    answer = reply.json()
    assert reply.status_code == 201
    assert len(answer.pop("id")) == 20
    assert answer.pop("traceId")
    assert answer == resource(resourceType=kind, isActive=True, **details)


@pytest.mark.asyncio
@pytest.mark.parametrize(
    ("path", "calendar_ids", "status"),
    [
        (ROOMS, [], 201),
        (ROOMS, [CALENDARS["service_booking"]] * 2, 201),
        (ROOMS, [CALENDARS["service_booking"], CALENDARS["event"]], 400),
        (ROOMS, ["noSuchCalendar000001"], 400),
        (EQUIPMENT, [], 201),
        (EQUIPMENT, [CALENDARS["service_booking"]] * 2, 400),
        (EQUIPMENT, [CALENDARS["personal"]], 400),
    ],
)
async def test_which_calendars_a_resource_serves(
    client: httpx.AsyncClient, path: str, calendar_ids: list[str], status: int
) -> None:
    """A room serves any number of service calendars, and equipment at most one."""
    reply = await client.post(path, json=resource(calendarIds=calendar_ids))
    assert reply.status_code == status
