"""Free slots as they are asked for: range, zone, members, and what takes the calendar up."""

from datetime import UTC, datetime
from typing import Any

import httpx
import pytest

from highlevel_sandbox import Sandbox

from .api import Api
from .bodies import (
    APPOINTMENTS,
    BLOCK_SLOTS,
    CALENDARS,
    EQUIPMENT,
    LOCATION,
    ROOMS,
    USERS,
    appointment,
    block,
    calendar,
    hours,
    resource,
)

MONDAY = "2030-01-07"
DAY = 24 * 60 * 60 * 1000


def millis(text: str) -> int:
    """The milliseconds of a time in Paris in winter, at midnight unless one is told."""
    return int(datetime.fromisoformat(f"{text if 'T' in text else f'{text}T00:00'}:00+01:00").timestamp() * 1000)


async def offered(api: Api, calendar_id: str, day: str = MONDAY, **query: Any) -> dict[str, list[str]]:
    """The slots of one day in Paris, by date."""
    start = millis(day)
    found = await api.ok("get-slots", calendarId=calendar_id, startDate=start, endDate=start + DAY - 1, **query)
    return {date: entry["slots"] for date, entry in found.items()}


async def create(api: Api, **fields: Any) -> str:
    """The id of a new calendar that opens from nine to eleven on Monday."""
    request = calendar(openHours=hours(1, 9, 11), **fields)
    calendar_id: str = (await api.ok("create-calendar", request))["calendar"]["id"]
    return calendar_id


def times(found: dict[str, list[str]]) -> list[str]:
    """The clock times of the slots of Monday."""
    return [slot[11:16] for slot in found.get(MONDAY, [])]


@pytest.mark.asyncio
async def test_slots_come_by_date_with_the_offset_of_the_location(api: Api) -> None:
    """A date has its slots as times with an offset, and a day without any is left out."""
    calendar_id = await create(api)
    found = await api.ok(
        "get-slots", calendarId=calendar_id, startDate=millis("2030-01-05"), endDate=millis("2030-01-20")
    )
    slots = [f"{time}:00+01:00" for time in ("T09:00", "T09:30", "T10:00", "T10:30")]
    assert found == {
        "2030-01-07": {"slots": [f"2030-01-07{slot}" for slot in slots]},
        "2030-01-14": {"slots": [f"2030-01-14{slot}" for slot in slots]},
    }


@pytest.mark.asyncio
@pytest.mark.parametrize(
    ("timezone", "expected"),
    [
        ("America/New_York", {"2030-01-07": ["2030-01-07T03:00:00-05:00"]}),
        ("Asia/Kathmandu", {"2030-01-07": ["2030-01-07T13:45:00+05:45"]}),
        ("Pacific/Honolulu", {"2030-01-06": ["2030-01-06T22:00:00-10:00"]}),
        ("UTC", {"2030-01-07": ["2030-01-07T08:00:00+00:00"]}),
    ],
)
async def test_slots_are_told_in_the_zone_that_was_asked_for(api: Api, timezone: str, expected: object) -> None:
    """The zone decides on dates and offsets, and not on when the calendar opens."""
    calendar_id = await create(api, slotDuration=2, slotDurationUnit="hours")
    assert await offered(api, calendar_id, timezone=timezone) == expected


@pytest.mark.asyncio
@pytest.mark.parametrize(
    ("start", "end", "expected"),
    [
        ("2030-01-07T09:00", "2030-01-07T09:00", ["09:00"]),
        ("2030-01-07T09:01", "2030-01-07T10:00", ["09:30", "10:00"]),
        ("2029-12-30T00:00", "2030-01-07T09:00", ["09:00"]),
        ("2029-12-01T00:00", "2029-12-30T00:00", []),
    ],
)
async def test_the_range_counts_to_the_millisecond(api: Api, start: str, end: str, expected: list[str]) -> None:
    """A slot is told that starts within the range, both of whose ends belong to it, and none of the past."""
    calendar_id = await create(api)
    found = await api.ok("get-slots", calendarId=calendar_id, startDate=millis(start), endDate=millis(end))
    assert times({date: entry["slots"] for date, entry in found.items()}) == expected


@pytest.mark.asyncio
@pytest.mark.parametrize(
    ("changes", "status", "message"),
    [
        ({"endDate": millis(MONDAY) + 31 * DAY}, 200, None),
        ({"endDate": millis(MONDAY) + 31 * DAY + 1}, 400, "The range must not be longer than 31 days"),
        ({"endDate": millis(MONDAY) - 1}, 400, "endDate must not be before startDate"),
        ({"startDate": "2030-01-07"}, 422, ["startDate must be a number"]),
        ({"startDate": "NaN"}, 422, ["startDate must be a number"]),
        ({"startDate": "1e999"}, 422, ["startDate must be a number"]),
        ({"endDate": "9" * 5000}, 422, ["endDate must be a number"]),
        ({"endDate": "1e300"}, 422, ["endDate must not be greater than 253370764800000"]),
        ({"startDate": "-1e300"}, 400, "The range must not be longer than 31 days"),
        ({"timezone": "Mars/Olympus"}, 422, ["timezone must be a valid IANA time-zone"]),
        ({"timezone": "../UTC"}, 422, ["timezone must be a valid IANA time-zone"]),
        ({"timezone": ""}, 422, ["timezone must be a valid IANA time-zone"]),
        ({"locationId": LOCATION}, 422, ["property locationId should not exist"]),
        ({"userId": USERS["cleo"]}, 422, "The user id not part of calendar team."),
        ({"userIds": [USERS["ada"], "nobody"]}, 422, "The user id not part of calendar team."),
        ({"startDate": [1, 2]}, 422, ["startDate must be a number"]),
        ({"calendarId": "noSuchCalendar000001"}, 400, "Calendar not found"),
        ({"calendarId": Sandbox.inactive_calendar_id}, 400, "Calendar is inactive"),
    ],
)
async def test_what_cannot_be_asked(api: Api, changes: dict[str, Any], status: int, message: object) -> None:
    """A range, a zone or a member that cannot be is refused."""
    query = {"calendarId": CALENDARS["personal"], "startDate": millis(MONDAY), "endDate": millis(MONDAY) + DAY}
    reply = await api("get-slots", **query | changes)
    assert (reply.status_code, reply.json().get("message")) == (status, message)


@pytest.mark.asyncio
async def test_a_range_without_its_ends_is_422(api: Api) -> None:
    """Both ends of the range are missed at once."""
    messages = ["startDate must be a number", "endDate must be a number"]
    assert await api.refused("get-slots", calendarId=CALENDARS["personal"]) == (422, messages)


@pytest.mark.asyncio
async def test_members_can_be_picked(api: Api, client: httpx.AsyncClient) -> None:
    """The slots of a round robin are those of any member, of one, or of some."""
    await client.post(BLOCK_SLOTS, json=block(assignedUserId=USERS["ada"]))
    team = [{"userId": USERS["ada"]}, {"userId": USERS["ben"]}]
    calendar_id = await create(api, calendarType="round_robin", teamMembers=team)
    both = await offered(api, calendar_id)
    assert times(both) == ["09:00", "09:30", "10:00", "10:30"]
    assert await offered(api, calendar_id, userId=USERS["ben"]) == both
    assert await offered(api, calendar_id, userId=USERS["ada"]) == {}
    assert await offered(api, calendar_id, userIds=list(USERS.values())[:2]) == both
    assert await offered(api, calendar_id, userIds=[USERS["ada"]]) == {}


@pytest.mark.asyncio
async def test_a_collective_calendar_needs_everybody(api: Api, client: httpx.AsyncClient) -> None:
    """A block of one member closes the panel, but not for who asks about the other."""
    await client.post(BLOCK_SLOTS, json=block(assignedUserId=USERS["ben"]))
    team = [{"userId": USERS["ada"], "isPrimary": True}, {"userId": USERS["ben"]}]
    calendar_id = await create(api, calendarType="collective", teamMembers=team)
    assert await offered(api, calendar_id) == {}
    assert len((await offered(api, calendar_id, userId=USERS["ada"]))[MONDAY]) == 4


@pytest.mark.asyncio
async def test_a_booked_slot_is_no_longer_offered(api: Api, client: httpx.AsyncClient) -> None:
    """Each offered string books its slot once, and is gone from the next reply."""
    calendar_id = await create(api, calendarType="event")
    for left in (3, 2, 1, 0):
        slot = (await offered(api, calendar_id, timezone="America/New_York"))[MONDAY][0]
        booking = appointment(calendarId=calendar_id, startTime=slot)
        statuses = [(await client.post(APPOINTMENTS, json=booking)).status_code for _ in range(2)]
        assert statuses == [200, 400]
        assert len((await offered(api, calendar_id)).get(MONDAY, [])) == left


@pytest.mark.asyncio
async def test_a_cancelled_booking_gives_its_slot_back(api: Api) -> None:
    """What is cancelled or deleted is offered again."""
    calendar_id = await create(api, calendarType="event")
    for gone in ("cancelled", "deleted"):
        booked = await api.ok("create-appointment", appointment(calendarId=calendar_id))
        assert times(await offered(api, calendar_id)) == ["09:00", "09:30", "10:30"]
        if gone == "cancelled":
            await api.ok("edit-appointment", {"appointmentStatus": gone}, eventId=booked["id"])
        else:
            await api.ok("delete-event", {}, eventId=booked["id"])
        assert times(await offered(api, calendar_id)) == ["09:00", "09:30", "10:00", "10:30"]


@pytest.mark.asyncio
async def test_the_buffers_of_another_calendar_are_kept(api: Api, client: httpx.AsyncClient) -> None:
    """An appointment with a buffer leaves less of its user's time on a calendar without one."""
    team: dict[str, Any] = {"calendarType": "personal", "teamMembers": [{"userId": USERS["ada"]}]}
    first = await create(api, slotBuffer=15, **team)
    second = await create(api, **team)
    await client.post(APPOINTMENTS, json=appointment(calendarId=first, startTime="2030-01-07T09:30:00+01:00"))
    assert times(await offered(api, second)) == ["09:00", "10:30"]


@pytest.mark.asyncio
@pytest.mark.parametrize(
    ("path", "details", "left"),
    [
        (ROOMS, {"capacity": 9}, ["09:00", "10:30"]),
        (EQUIPMENT, {}, ["09:00", "10:30"]),
        (EQUIPMENT, {"quantity": 2}, ["09:00", "09:30", "10:00", "10:30"]),
        (EQUIPMENT, {"quantity": 2, "outOfService": 1}, ["09:00", "10:30"]),
    ],
)
async def test_resources_bound_a_service(
    api: Api, client: httpx.AsyncClient, path: str, details: dict[str, Any], left: list[str]
) -> None:
    """While a booking holds the room or the last piece of equipment, no other member can be booked."""
    team = [{"userId": USERS["ada"]}, {"userId": USERS["ben"]}]
    calendar_id = await create(api, calendarType="service_booking", teamMembers=team)
    needed = (await client.post(path, json=resource(calendarIds=[calendar_id], **details))).json()
    first, second, third = [
        await client.post(
            APPOINTMENTS,
            json=appointment(
                calendarId=calendar_id,
                startTime="2030-01-07T09:30:00+01:00",
                endTime="2030-01-07T10:30:00+01:00",
                assignedUserId=USERS[name],
                ignoreFreeSlotValidation=unchecked,
            ),
        )
        for name, unchecked in (("ada", False), ("ben", False), ("ada", True))
    ]
    assert [reply.status_code for reply in (first, second, third)] == [200, 200 if len(left) == 4 else 400, 200]
    read = await api.ok("get-appointment", eventId=first.json()["id"])
    assert read["appointment"]["assignedResources"] == [needed["id"]]
    if len(left) == 2:
        assert times(await offered(api, calendar_id)) == left


@pytest.mark.asyncio
async def test_a_resource_that_is_out_of_use_binds_nobody(api: Api, client: httpx.AsyncClient) -> None:
    """Equipment of which there is none closes its calendar, until it is deactivated."""
    team = [{"userId": USERS["ada"]}]
    calendar_id = await create(api, calendarType="service_booking", teamMembers=team)
    lamp = (await client.post(EQUIPMENT, json=resource(calendarIds=[calendar_id], quantity=0))).json()
    assert await offered(api, calendar_id) == {}
    await api.ok("update-calendar-resource", {"isActive": False}, resourceType="equipments", id=lamp["id"])
    assert len((await offered(api, calendar_id))[MONDAY]) == 4


@pytest.mark.asyncio
async def test_a_schedule_narrows_the_seeded_class(api: Api) -> None:
    """The class is always open, and Cleo teaches in the mornings and afternoons of working days."""
    found = await offered(api, CALENDARS["class_booking"])
    assert times(found)[:2] == ["09:00", "09:30"]
    assert "12:00" not in times(found)
    assert times(found)[-1] == "17:00"
    assert await offered(api, CALENDARS["class_booking"], "2030-01-12") == {}


@pytest.mark.asyncio
async def test_the_service_keeps_office_hours_and_the_others_never_close(api: Api) -> None:
    """The seeded service is open from nine to five on working days, and the personal calendar all night."""
    service = times(await offered(api, CALENDARS["service_booking"]))
    assert (service[0], service[-1]) == ("09:00", "16:00")
    assert len(times(await offered(api, CALENDARS["personal"]))) == 96


@pytest.mark.asyncio
async def test_the_clock_is_read_at_each_request(headers: dict[str, str]) -> None:
    """What was offered an hour ago is not offered any more when it has passed."""
    now = [datetime(2030, 1, 7, 8, tzinfo=UTC)]
    sandbox = Sandbox(now=lambda: now[0])
    transport = sandbox.transport()
    async with httpx.AsyncClient(transport=transport, base_url="http://sandbox", headers=headers) as client:
        api = Api(client)
        calendar_id = await create(api)
        left = [len((await offered(api, calendar_id)).get(MONDAY, []))]
        now[0] = datetime(2030, 1, 7, 9, 10, tzinfo=UTC)
        left.append(len((await offered(api, calendar_id)).get(MONDAY, [])))
    assert left == [4, 1]


@pytest.mark.asyncio
@pytest.mark.parametrize(
    ("start", "changes", "status"),
    [
        ("2030-01-07T09:05:00+01:00", {}, 200),
        ("2030-01-07T08:00:00+00:00", {}, 200),
        ("2030-01-07T03:00:00-05:00", {}, 200),
        ("2030-01-07T10:00:00+02:00", {}, 200),
        ("2030-01-07T08:00:00Z", {}, 400),
        ("2030-01-07T08:00:00z", {}, 400),
        ("2030-01-07T08:00:00Z", {"ignoreFreeSlotValidation": True}, 200),
        ("2030-01-07T08:00:00Z", {"ignoreDateRange": True}, 400),
        ("2030-01-07T08:55:00+01:00", {}, 400),
        ("2030-01-07T10:45:00+01:00", {}, 400),
        ("2030-01-07T20:00:00+01:00", {}, 400),
        ("2030-01-07T20:00:00+01:00", {"ignoreDateRange": True}, 400),
        ("2030-01-07T20:00:00+01:00", {"ignoreFreeSlotValidation": True}, 200),
        ("2029-12-31T09:00:00+01:00", {}, 400),
        ("2029-12-31T09:00:00+01:00", {"ignoreDateRange": True}, 200),
        ("2030-02-04T09:00:00+01:00", {}, 400),
        ("2030-02-04T09:00:00+01:00", {"ignoreDateRange": True}, 200),
        ("2030-02-04T09:00:00+01:00", {"ignoreFreeSlotValidation": True, "ignoreDateRange": False}, 200),
    ],
)
async def test_which_starts_can_be_booked(
    api: Api, client: httpx.AsyncClient, start: str, changes: dict[str, Any], status: int
) -> None:
    """A start within hours, notice and window is booked in any offset; each flag passes over its own checks."""
    calendar_id = await create(api, calendarType="event", allowBookingFor=3, allowBookingForUnit="weeks")
    reply = await client.post(APPOINTMENTS, json=appointment(calendarId=calendar_id, startTime=start, **changes))
    assert reply.status_code == status
    if status == 400:
        assert reply.json()["message"] == "The slot you have selected is no longer available."
