"""Schedules."""

from typing import Any

import pytest

from highlevel_sandbox import Sandbox

from .api import Api
from .bodies import CALENDARS, LOCATION, USERS, calendar, hours
from .test_slots import MONDAY, offered, times

MORNING = {"type": "wday", "day": "monday", "intervals": [{"from": "09:00", "to": "10:00"}]}
NOT_FOUND = (404, "Schedule not found")


def schedule(**changes: Any) -> dict[str, Any]:
    return {"locationId": LOCATION, "userId": USERS["ada"], "name": "Mornings", "timezone": "Europe/Paris"} | changes


async def create(api: Api, **changes: Any) -> dict[str, Any]:
    reply = await api("createSchedule", schedule(**changes))
    assert reply.status_code == 201
    created: dict[str, Any] = reply.json()["schedule"]
    return created


async def found(api: Api, user: str = "ada", **query: Any) -> list[str]:
    """The ids on the page."""
    page = await api.ok("getAllSchedules", locationId=LOCATION, userId=USERS[user], **query)
    return [one["id"] for one in page["schedules"]]


@pytest.mark.asyncio
async def test_a_schedule_comes_back(api: Api) -> None:
    """What was sent is kept, with an id and dates; rules and calendars are none unless they are named."""
    created = await create(api)
    assert len(created["id"]) == 20
    assert created == schedule(
        id=created["id"],
        rules=[],
        calendarIds=[],
        dateAdded="2030-01-01T00:00:00.000Z",
        dateUpdated="2030-01-01T00:00:00.000Z",
        deleted=False,
    )
    assert await api.ok("getScheduleById", id=created["id"]) == {"schedule": created}


@pytest.mark.asyncio
async def test_schedules_are_searched_by_user_and_calendar(api: Api) -> None:
    """A page has the schedules of one user, and of one calendar when it is named."""
    assert await found(api, "cleo") == [Sandbox.schedule_id]
    ids = [(await create(api, calendarIds=[CALENDARS[name]]))["id"] for name in ("personal", "event", "personal")]
    assert await found(api) == ids
    assert await found(api, calendarId=CALENDARS["personal"]) == [ids[0], ids[2]]
    assert await found(api, skip=1, limit=1) == [ids[1]]
    assert await found(api, "ben") == []


@pytest.mark.asyncio
@pytest.mark.parametrize(
    ("query", "status", "message"),
    [
        ({}, 422, ["locationId must be a string", "userId must be a string"]),
        ({"locationId": "elsewhere", "userId": "x"}, 403, "The token does not have access to this location."),
        ({"locationId": LOCATION, "userId": "x", "limit": 501}, 422, ["limit must not be greater than 500"]),
    ],
)
async def test_what_cannot_be_searched(api: Api, query: dict[str, Any], status: int, message: object) -> None:
    """Location and user are required, and a page has its limit."""
    refused = await api.refused("getAllSchedules", **query)
    assert refused == (status, message)


@pytest.mark.asyncio
async def test_a_schedule_is_changed(api: Api) -> None:
    """Name, rules and time zone change, each on its own."""
    created = await create(api, rules=[MORNING])
    changed = await api.ok("updateSchedule", {"name": "Early", "timezone": "Asia/Tokyo"}, id=created["id"])
    assert changed == {"schedule": created | {"name": "Early", "timezone": "Asia/Tokyo"}}
    assert await api.refused("updateSchedule", {"userId": USERS["ben"]}, id=created["id"]) == (
        422,
        ["property userId should not exist"],
    )


@pytest.mark.asyncio
async def test_a_deleted_schedule_is_gone(api: Api) -> None:
    """It is found neither by its id nor by a search."""
    schedule_id = (await create(api))["id"]
    assert await api.ok("deleteSchedule", id=schedule_id) == {"success": True}
    assert await found(api) == []
    at = {"id": schedule_id, "calendarId": CALENDARS["personal"]}
    assert await api.refused("getScheduleById", id=schedule_id) == NOT_FOUND
    assert await api.refused("updateSchedule", {}, id=schedule_id) == NOT_FOUND
    assert await api.refused("deleteSchedule", id=schedule_id) == NOT_FOUND
    assert await api.refused("add-calendar-to-schedule", **at) == NOT_FOUND
    assert await api.refused("remove-calendar-from-schedule", **at) == NOT_FOUND


@pytest.mark.asyncio
@pytest.mark.parametrize(
    ("changes", "status", "message"),
    [
        ({"timezone": "Mars/Olympus"}, 422, ["timezone must be a valid IANA time-zone"]),
        ({"timezone": "UTC"}, 422, ["timezone must match ^[A-Za-z_]+/[A-Za-z_]+$ regular expression"]),
        ({"rules": [{"type": "wday", "intervals": []}]}, 422, ["rules.0.day should not be empty"]),
        (
            {"rules": [{"type": "date", "date": "2030-02-30", "intervals": []}]},
            422,
            ["rules.0.date must be a valid date"],
        ),
        ({"userId": "no"}, 400, "User not found"),
        ({"calendarIds": [CALENDARS["event"], "no"]}, 400, "Calendar not found"),
    ],
)
async def test_what_is_no_schedule(api: Api, changes: dict[str, Any], status: int, message: object) -> None:
    """The zone, the rules, the user and the calendars have to be ones that exist."""
    refused = await api.refused("createSchedule", schedule(**changes))
    assert refused == (status, message)


@pytest.mark.asyncio
async def test_a_zone_that_is_none_is_refused_in_an_update_too(api: Api) -> None:
    """The schedule stays as it was."""
    created = await create(api)
    refused = await api.refused("updateSchedule", {"timezone": "Mars/Olympus"}, id=created["id"])
    assert refused == (422, ["timezone must be a valid IANA time-zone"])
    assert await api.ok("getScheduleById", id=created["id"]) == {"schedule": created}


@pytest.mark.asyncio
async def test_a_schedule_applies_to_the_calendars_it_is_put_on(api: Api) -> None:
    """It narrows the slots while it is on, and putting it on or taking it off twice changes nothing."""
    request = calendar(calendarType="personal", teamMembers=[{"userId": USERS["ada"]}], openHours=hours(1, 9, 11))
    calendar_id = (await api.ok("create-calendar", request))["calendar"]["id"]
    schedule_id = (await create(api, rules=[MORNING]))["id"]
    at = {"id": schedule_id, "calendarId": calendar_id}
    for _ in range(2):
        assert await api.ok("add-calendar-to-schedule", **at) == {"success": True}
        assert (await api.ok("getScheduleById", id=schedule_id))["schedule"]["calendarIds"] == [calendar_id]
        assert times(await offered(api, calendar_id)) == ["09:00", "09:30"]
    for _ in range(2):
        assert await api.ok("remove-calendar-from-schedule", **at) == {"success": True}
        assert times(await offered(api, calendar_id, MONDAY)) == ["09:00", "09:30", "10:00", "10:30"]
    unknown = at | {"calendarId": "no"}
    assert await api.refused("add-calendar-to-schedule", **unknown) == (404, "Calendar not found")
    assert await api.refused("remove-calendar-from-schedule", **unknown) == (404, "Calendar not found")
