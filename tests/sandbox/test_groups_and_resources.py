"""Calendar groups, rooms and equipment."""

import httpx
import pytest

from .api import Api
from .bodies import CALENDARS, EQUIPMENT, GROUPS, LOCATION, ROOMS, Body, calendar, group, resource

SLUG_TAKEN = "The slug is already taken."


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
    assert (reply.status_code, reply.json()["message"]) == (400, SLUG_TAKEN)
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


@pytest.mark.asyncio
async def test_groups_are_listed_and_changed(api: Api) -> None:
    """An update replaces name, description and slug, and leaves the status to its own operation."""
    assert await api.ok("get-groups", locationId=LOCATION) == {"groups": []}
    first, second = [
        (await api.ok("create-calendar-group", group(slug=slug, isActive=False)))["group"] for slug in ("a", "b")
    ]
    changes = {"name": "New", "description": "New", "slug": "c"}
    changed = await api.ok("edit-group", changes, groupId=first["id"])
    assert changed == {"group": first | changes}
    assert await api.ok("get-groups", locationId=LOCATION) == {"groups": [first | changes, second]}
    assert await api.refused("edit-group", changes | {"slug": "b"}, groupId=first["id"]) == (400, SLUG_TAKEN)
    assert await api.refused("edit-group", {"name": "x"}, groupId=first["id"]) == (
        422,
        ["description must be a string", "slug must be a string"],
    )
    assert await api.ok("disable-group", {"isActive": True}, groupId=second["id"]) == {"success": True}
    assert (await api.ok("get-groups", locationId=LOCATION))["groups"][1]["isActive"] is True


@pytest.mark.asyncio
async def test_a_slug_can_be_asked_about(api: Api) -> None:
    """It is free until a group has it, and again after that group was deleted."""
    question = {"locationId": LOCATION, "slug": "group-a"}
    assert await api.ok("validate-groups-slug", question) == {"available": True}
    group_id = (await api.ok("create-calendar-group", group()))["group"]["id"]
    assert await api.ok("validate-groups-slug", question) == {"available": False}
    await api.ok("delete-group", groupId=group_id)
    assert await api.ok("validate-groups-slug", question) == {"available": True}


@pytest.mark.asyncio
async def test_a_deleted_group_leaves_its_calendars(api: Api) -> None:
    """The group is unknown, and the calendar still there."""
    group_id = (await api.ok("create-calendar-group", group()))["group"]["id"]
    created = (await api.ok("create-calendar", calendar(groupId=group_id)))["calendar"]
    assert await api.ok("delete-group", groupId=group_id) == {"success": True}
    assert await api.ok("get-calendar", calendarId=created["id"]) == {"calendar": created}
    unknown = (400, "Group not found")
    assert await api.refused("delete-group", groupId=group_id) == unknown
    assert await api.refused("disable-group", {"isActive": True}, groupId=group_id) == unknown
    changes = {"name": "x", "description": "x", "slug": "x"}
    assert await api.refused("edit-group", changes, groupId=group_id) == unknown


@pytest.mark.asyncio
async def test_resources_are_listed_by_their_kind(api: Api) -> None:
    """The list is a bare array of one kind, cut by limit and skip, both of which are required."""
    rooms = [await api.ok("create-calendar-resource", resource(name=name), resourceType="rooms") for name in "abc"]
    lamp = await api.ok("create-calendar-resource", resource(), resourceType="equipments")
    query = {"locationId": LOCATION, "skip": 0, "limit": 9}
    assert await api.ok("fetch-calendar-resources", resourceType="rooms", **query) == rooms
    assert await api.ok("fetch-calendar-resources", resourceType="equipments", **query) == [lamp]
    page = await api.ok("fetch-calendar-resources", resourceType="rooms", **(query | {"skip": 1, "limit": 1}))
    assert page == rooms[1:2]
    status, messages = await api.refused("fetch-calendar-resources", resourceType="rooms")
    assert (status, len(messages)) == (422, 3)


@pytest.mark.asyncio
async def test_a_resource_is_changed_and_deleted(api: Api) -> None:
    """An update answers without the calendars, of which it changes only what it names."""
    created = await api.ok("create-calendar-resource", resource(capacity=2), resourceType="rooms")
    at = {"resourceType": "rooms", "id": created["id"]}
    assert await api.ok("get-calendar-resource", **at) == created
    changed = await api.ok("update-calendar-resource", {"capacity": 5, "isActive": False}, **at)
    after = created | {"capacity": 5, "isActive": False}
    assert changed == {name: value for name, value in after.items() if name != "calendarIds"}
    assert await api.ok("get-calendar-resource", **at) == after
    await api.ok("update-calendar-resource", {"calendarIds": []}, **at)
    assert (await api.ok("get-calendar-resource", **at))["calendarIds"] == []
    assert await api.ok("delete-calendar-resource", **at) == {"success": True}
    assert await api.refused("get-calendar-resource", **at) == (400, "Resource not found")
    assert await api.refused("update-calendar-resource", {}, **at) == (400, "Resource not found")
    assert await api.refused("delete-calendar-resource", **at) == (400, "Resource not found")


@pytest.mark.asyncio
async def test_a_resource_stays_what_it_is(api: Api) -> None:
    """A room is unknown among the equipment, and the calendars of an update are those of a create."""
    created = await api.ok("create-calendar-resource", resource(), resourceType="equipments")
    assert await api.refused("get-calendar-resource", resourceType="rooms", id=created["id"]) == (
        400,
        "Resource not found",
    )
    at = {"resourceType": "equipments", "id": created["id"]}
    for calendar_ids in ([CALENDARS["event"]], [CALENDARS["service_booking"]] * 2, ["no"]):
        status, _ = await api.refused("update-calendar-resource", {"calendarIds": calendar_ids}, **at)
        assert status == 400
