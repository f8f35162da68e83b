"""Reading, changing, listing and deleting events."""

from datetime import datetime
from typing import Any

import pytest

from .api import Api
from .bodies import CALENDARS, CONTACTS, LOCATION, USERS, Body, appointment, block, calendar, group

TAKEN = "The slot you have selected is no longer available."
INVALID = "The event id is invalid."

TEN = "2030-01-07T10:00:00+01:00"
HALF_PAST_TEN = "2030-01-07T10:30:00+01:00"
NOON = "2030-01-07T12:00:00+01:00"
ONE = "2030-01-07T13:00:00+01:00"


def millis(text: str) -> str:
    return str(int(datetime.fromisoformat(text).timestamp() * 1000))


async def book(api: Api, calendar_name: str = "personal", **changes: Any) -> str:
    """The id of a new appointment."""
    booked = await api.ok("create-appointment", appointment(calendar_name, **changes))
    booked_id: str = booked["id"]
    return booked_id


async def read(api: Api, event_id: str) -> Body:
    found: Body = (await api.ok("get-appointment", eventId=event_id))["appointment"]
    return found


async def listed(api: Api, *, blocks: bool = False, start: str = TEN, end: str = ONE, **whose: str) -> list[Body]:
    """The events from ten to one, unless another time is named."""
    query = {"locationId": LOCATION, "startTime": millis(start), "endTime": millis(end)} | whose
    if blocks:
        found = await api.ok("get-blocked-slots", **query)
    else:
        found = await api.ok("get-calendar-events", **query)
    events: list[Body] = found["events"]
    return events


@pytest.mark.asyncio
async def test_an_appointment_is_read_in_full(api: Api) -> None:
    """A read has all that a create leaves out, told by the clocks of the location."""
    event_id = await book(api, description="First visit", startTime="2030-01-07T04:00:00-05:00")
    assert await read(api, event_id) == {
        "id": event_id,
        "calendarId": CALENDARS["personal"],
        "locationId": LOCATION,
        "contactId": CONTACTS["nia"],
        "title": "Nia Brook",
        "description": "First visit",
        "address": "",
        "meetingLocationId": "default",
        "appointmentStatus": "confirmed",
        "appoinmentStatus": "confirmed",
        "statusDetails": {"status": "Confirmed", "state": "active", "oldStatus": "confirmed", "translatable": True},
        "assignedUserId": USERS["ada"],
        "users": [],
        "assignedResources": [],
        "startTime": TEN,
        "endTime": HALF_PAST_TEN,
        "isRecurring": False,
        "deleted": False,
        "dateAdded": "2030-01-01T00:00:00.000Z",
        "dateUpdated": "2030-01-01T00:00:00.000Z",
        "createdBy": {"source": "third_party"},
    }


@pytest.mark.asyncio
async def test_an_appointment_tells_the_group_of_its_calendar(api: Api) -> None:
    """The group is that of the calendar at the time of the reading."""
    event_id = await book(api)
    group_id = (await api.ok("create-calendar-group", group()))["group"]["id"]
    await api.ok("update-calendar", {"groupId": group_id}, calendarId=CALENDARS["personal"])
    assert (await read(api, event_id))["groupId"] == group_id


@pytest.mark.asyncio
async def test_a_collective_booking_names_the_rest_of_the_team(api: Api) -> None:
    """The primary member is assigned, and the others are the users who take part besides."""
    found = await read(api, await book(api, "collective"))
    assert (found["assignedUserId"], found["users"]) == (USERS["ada"], [USERS["ben"]])
    [event] = await listed(api, userId=USERS["ben"])
    assert event == found


@pytest.mark.asyncio
async def test_an_update_without_a_status_confirms(api: Api) -> None:
    """Whatever the status was, it is confirmed after an update that names none."""
    event_id = await book(api, appointmentStatus="showed")
    changed = await api.ok("edit-appointment", {"title": "Second visit"}, eventId=event_id)
    assert changed == {
        "id": event_id,
        "calendarId": CALENDARS["personal"],
        "contactId": CONTACTS["nia"],
        "title": "Second visit",
        "status": "booked",
        "appoinmentStatus": "confirmed",
        "assignedUserId": USERS["ada"],
        "address": "",
        "isRecurring": False,
    }
    found = await read(api, event_id)
    assert found["statusDetails"]["oldStatus"] == "showed"
    assert (found["startTime"], found["endTime"]) == (TEN, HALF_PAST_TEN)


@pytest.mark.asyncio
@pytest.mark.parametrize("status", ["new", "confirmed", "cancelled", "showed", "noshow", "invalid"])
async def test_an_update_sets_the_status(api: Api, status: str) -> None:
    """Each documented status is stored as it was sent, in both spellings."""
    event_id = await book(api)
    await api.ok("edit-appointment", {"appointmentStatus": status}, eventId=event_id)
    found = await read(api, event_id)
    assert found["appointmentStatus"] == found["appoinmentStatus"] == status


@pytest.mark.asyncio
@pytest.mark.parametrize(
    ("body", "messages"),
    [
        ({"contactId": CONTACTS["omar"]}, ["property contactId should not exist"]),
        ({"locationId": LOCATION}, ["property locationId should not exist"]),
        ({"appointmentStatus": "completed"}, ["appointmentStatus must be a valid enum value"]),
        ({"startTime": "2030-01-07T10:00:00"}, ["startTime must be a valid ISO 8601 date string"]),
        ({"endTime": TEN}, ["endTime must be after startTime"]),
        ({"rrule": "RRULE:FREQ=DAILY"}, ["ignoreFreeSlotValidation must be equal to true"]),
    ],
)
async def test_what_an_update_must_not_say(api: Api, body: Body, messages: list[str]) -> None:
    """The schema of an update knows neither the contact nor the location."""
    event_id = await book(api)
    assert await api.refused("edit-appointment", body, eventId=event_id) == (422, messages)


@pytest.mark.asyncio
@pytest.mark.parametrize(
    ("body", "times"),
    [
        ({"startTime": NOON}, (NOON, "2030-01-07T12:30:00+01:00")),
        ({"startTime": "2030-01-07T06:00:00-05:00"}, (NOON, "2030-01-07T12:30:00+01:00")),
        ({"endTime": NOON}, (TEN, NOON)),
        ({"startTime": NOON, "endTime": ONE}, (NOON, ONE)),
        ({"startTime": "2030-01-07T10:15:00+01:00"}, ("2030-01-07T10:15:00+01:00", "2030-01-07T10:45:00+01:00")),
    ],
)
async def test_an_appointment_moves(api: Api, body: Body, times: tuple[str, str]) -> None:
    """A new start keeps the length, and the own time of the appointment is no obstacle; the old time is free."""
    event_id = await book(api)
    await api.ok("edit-appointment", body, eventId=event_id)
    found = await read(api, event_id)
    assert (found["startTime"], found["endTime"]) == times
    if times[0] == NOON:
        await book(api)


@pytest.mark.asyncio
async def test_a_move_is_checked_like_a_booking(api: Api) -> None:
    """A taken time, a Z and a user of another team are refused, and nothing has changed then."""
    event_id = await book(api)
    await book(api, startTime=NOON)
    move = {"startTime": NOON, "appointmentStatus": "cancelled"}
    assert await api.refused("edit-appointment", move, eventId=event_id) == (400, TAKEN)
    utc = {"startTime": "2030-01-07T13:00:00Z"}
    assert await api.refused("edit-appointment", utc, eventId=event_id) == (400, TAKEN)
    foreign = {"assignedUserId": USERS["cleo"]}
    message = "The user id not part of calendar team."
    assert await api.refused("edit-appointment", foreign, eventId=event_id) == (422, message)
    found = await read(api, event_id)
    assert (found["startTime"], found["appointmentStatus"]) == (TEN, "confirmed")
    await api.ok("edit-appointment", {"startTime": NOON, "ignoreFreeSlotValidation": True}, eventId=event_id)
    assert (await read(api, event_id))["startTime"] == NOON


@pytest.mark.asyncio
async def test_an_appointment_changes_hands(api: Api) -> None:
    """Another member takes it over, if they are free, and another calendar finds one of its own."""
    first, second = await book(api, "round_robin"), await book(api, "round_robin")
    taken = await api.refused("edit-appointment", {"assignedUserId": USERS["ben"]}, eventId=first)
    assert taken == (400, TAKEN)
    await api.ok("delete-event", {}, eventId=second)
    await api.ok("edit-appointment", {"assignedUserId": USERS["ben"]}, eventId=first)
    assert (await read(api, first))["assignedUserId"] == USERS["ben"]
    await api.ok("edit-appointment", {"startTime": NOON}, eventId=first)
    assert (await read(api, first))["assignedUserId"] == USERS["ben"]
    moved = await api.ok("edit-appointment", {"calendarId": CALENDARS["personal"]}, eventId=first)
    assert (moved["calendarId"], moved["assignedUserId"]) == (CALENDARS["personal"], USERS["ada"])
    event = await api.ok("edit-appointment", {"calendarId": CALENDARS["event"]}, eventId=first)
    assert "assignedUserId" not in event


@pytest.mark.asyncio
@pytest.mark.parametrize("event_id", ["noSuchEvent000000001", "a_1_2", CALENDARS["personal"], "' OR 1=1 --"])
async def test_an_unknown_event_is_400(api: Api, event_id: str) -> None:
    """An id of nothing, or of something else, is no event."""
    assert await api.refused("get-appointment", eventId=event_id) == (400, INVALID)
    assert await api.refused("edit-appointment", {"title": "x"}, eventId=event_id) == (400, INVALID)
    assert await api.refused("edit-block-slot", {"locationId": LOCATION}, eventId=event_id) == (400, INVALID)
    assert await api.refused("delete-event", {}, eventId=event_id) == (400, INVALID)


@pytest.mark.asyncio
async def test_a_block_is_no_appointment_and_the_other_way_round(api: Api) -> None:
    """Each is changed by its own operation only."""
    block_id = (await api.ok("create-block-slot", block(assignedUserId=USERS["ben"])))["id"]
    event_id = await book(api)
    assert await api.refused("get-appointment", eventId=block_id) == (400, INVALID)
    assert await api.refused("edit-appointment", {"title": "x"}, eventId=block_id) == (400, INVALID)
    assert await api.refused("edit-block-slot", {"locationId": LOCATION}, eventId=event_id) == (400, INVALID)


@pytest.mark.asyncio
async def test_a_deleted_event_is_listed_and_nothing_else(api: Api) -> None:
    """A deletion answers 201; the event stays in the lists as deleted, and is unknown from then on."""
    event_id = await book(api)
    block_id = (await api.ok("create-block-slot", block(assignedUserId=USERS["ben"])))["id"]
    for deleted in (event_id, block_id):
        reply = await api("delete-event", {}, eventId=deleted)
        assert (reply.status_code, reply.json()["succeeded"]) == (201, True)
        assert await api.refused("delete-event", {}, eventId=deleted) == (400, INVALID)
    assert await api.refused("get-appointment", eventId=event_id) == (400, INVALID)
    assert await api.refused("edit-appointment", {"title": "x"}, eventId=event_id) == (400, INVALID)
    assert await api.refused("edit-block-slot", {"locationId": LOCATION}, eventId=block_id) == (400, INVALID)
    assert [(one["id"], one["deleted"]) for one in await listed(api, userId=USERS["ada"])] == [(event_id, True)]
    blocks = await listed(api, blocks=True, userId=USERS["ben"])
    assert [(one["id"], one["deleted"]) for one in blocks] == [(block_id, True)]
    await book(api)


@pytest.mark.asyncio
async def test_a_deletion_needs_a_body(api: Api) -> None:
    """Without the empty object it is refused, and so it is with anything in it."""
    event_id = await book(api)
    assert await api.refused("delete-event", eventId=event_id) == (422, ["body must be an object"])
    assert await api.refused("delete-event", {"a": 1}, eventId=event_id) == (422, ["property a should not exist"])
    assert (await read(api, event_id))["deleted"] is False


@pytest.mark.asyncio
async def test_lists_are_of_a_user_a_calendar_or_a_group(api: Api) -> None:
    """One of the three has to be named, and of several all count."""
    group_id = (await api.ok("create-calendar-group", group()))["group"]["id"]
    await api.ok("update-calendar", {"groupId": group_id}, calendarId=CALENDARS["event"])
    personal, event = await book(api), await book(api, "event")
    assert [one["id"] for one in await listed(api, userId=USERS["ada"])] == [personal]
    assert [one["id"] for one in await listed(api, calendarId=CALENDARS["event"])] == [event]
    assert [one["id"] for one in await listed(api, groupId=group_id)] == [event]
    assert await listed(api, groupId=group_id, userId=USERS["ada"]) == []
    assert await listed(api, userId="noSuchUser0000000001") == []
    query = {"locationId": LOCATION, "startTime": "0", "endTime": "1"}
    for operation in ("get-calendar-events", "get-blocked-slots"):
        message = "Either of userId, calendarId or groupId is required"
        assert await api.refused(operation, **query) == (422, message)


@pytest.mark.asyncio
async def test_blocks_have_a_list_of_their_own(api: Api) -> None:
    """A block is in the one list and an appointment in the other; a block has neither contact nor status."""
    event_id = await book(api, "event")
    blocked = await api.ok("create-block-slot", block(calendarId=CALENDARS["event"], title="Lunch"))
    assert [one["id"] for one in await listed(api, calendarId=CALENDARS["event"])] == [event_id]
    assert await listed(api, blocks=True, calendarId=CALENDARS["event"]) == [
        {
            "id": blocked["id"],
            "locationId": LOCATION,
            "calendarId": CALENDARS["event"],
            "title": "Lunch",
            "startTime": "2030-01-07T09:00:00+01:00",
            "endTime": NOON,
            "dateAdded": "2030-01-01T00:00:00.000Z",
            "dateUpdated": "2030-01-01T00:00:00.000Z",
            "deleted": False,
            "createdBy": {"source": "third_party"},
        }
    ]


@pytest.mark.asyncio
@pytest.mark.parametrize(
    ("start", "end", "found"),
    [
        (TEN, HALF_PAST_TEN, True),
        ("2030-01-07T09:00:00+01:00", TEN, False),
        ("2030-01-07T09:00:00+01:00", "2030-01-07T10:00:00.001+01:00", True),
        (HALF_PAST_TEN, ONE, False),
        ("2030-01-07T10:29:59.999+01:00", ONE, True),
        ("2030-01-07T10:10:00+01:00", "2030-01-07T10:20:00+01:00", True),
        ("1970-01-01T00:00:00+00:00", "9999-12-31T00:00:00+00:00", True),
    ],
)
async def test_lists_match_what_overlaps(api: Api, start: str, end: str, found: bool) -> None:
    """An event belongs to every time that it reaches into, and what only touches it does not."""
    await book(api)
    assert bool(await listed(api, start=start, end=end, userId=USERS["ada"])) is found


@pytest.mark.asyncio
@pytest.mark.parametrize(
    ("changes", "status", "message"),
    [
        ({"startTime": "2030-01-07T10:00:00Z"}, 422, [r"startTime must match ^\d+$ regular expression"]),
        ({"startTime": "-1"}, 422, [r"startTime must match ^\d+$ regular expression"]),
        ({"startTime": "2", "endTime": "1"}, 422, ["endTime must be after startTime"]),
        ({"limit": "5"}, 422, ["property limit should not exist"]),
        ({"locationId": "elsewhere"}, 403, "The token does not have access to this location."),
    ],
)
async def test_what_cannot_be_listed(api: Api, changes: Body, status: int, message: object) -> None:
    """The times are milliseconds, there is no paging, and there is one location."""
    query = {"locationId": LOCATION, "startTime": "0", "endTime": "1", "userId": USERS["ada"]} | changes
    assert await api.refused("get-calendar-events", **query) == (status, message)


@pytest.mark.asyncio
async def test_times_of_any_length_are_read(api: Api) -> None:
    """A time of very many digits is far in the future, and one with zeros before it is the same time."""
    await book(api)
    query = {"locationId": LOCATION, "startTime": "0" * 6000, "endTime": "9" * 6000, "userId": USERS["ada"]}
    assert len((await api.ok("get-calendar-events", **query))["events"]) == 1


@pytest.mark.asyncio
async def test_a_block_moves_and_changes_its_target(api: Api) -> None:
    """A block answers 201 with what it is now, and frees what it blocked before."""
    block_id = (await api.ok("create-block-slot", block(calendarId=CALENDARS["event"])))["id"]
    reply = await api("edit-block-slot", {"locationId": LOCATION, "startTime": HALF_PAST_TEN}, eventId=block_id)
    assert reply.status_code == 201
    assert (reply.json()["startTime"], reply.json()["endTime"]) == (HALF_PAST_TEN, NOON)
    await book(api, "event")
    moved = {"locationId": LOCATION, "assignedUserId": USERS["ada"], "title": "Away"}
    changed = await api.ok("edit-block-slot", moved, eventId=block_id)
    assert changed == moved | {"id": block_id, "startTime": HALF_PAST_TEN, "endTime": NOON}
    await book(api, "event", startTime=HALF_PAST_TEN)
    refused = await api.refused("create-appointment", appointment(startTime=HALF_PAST_TEN))
    assert refused == (400, TAKEN)
    await book(api, startTime=NOON)


@pytest.mark.asyncio
@pytest.mark.parametrize(
    ("changes", "status", "message"),
    [
        ({"calendarId": CALENDARS["personal"]}, 400, "The calendar is not an event calendar."),
        ({"assignedUserId": "noSuchUser0000000001"}, 400, "User not found"),
        (
            {"calendarId": CALENDARS["event"], "assignedUserId": USERS["ada"]},
            422,
            ["properties calendarId and assignedUserId should not exist together"],
        ),
        ({"endTime": "2030-01-07T09:00:00+01:00"}, 422, ["endTime must be after startTime"]),
        ({"locationId": "elsewhere"}, 403, "The token does not have access to this location."),
    ],
)
async def test_what_a_block_cannot_become(api: Api, changes: Body, status: int, message: object) -> None:
    """The rules of a create hold for an update."""
    block_id = (await api.ok("create-block-slot", block(assignedUserId=USERS["ben"])))["id"]
    refused = await api.refused("edit-block-slot", {"locationId": LOCATION} | changes, eventId=block_id)
    assert refused == (status, message)


@pytest.mark.asyncio
async def test_the_appointments_of_a_deleted_calendar_stay(api: Api) -> None:
    """They are read, listed and deleted, take up their user, and cannot be moved."""
    created = await api.ok(
        "create-calendar", calendar(calendarType="personal", teamMembers=[{"userId": USERS["ada"]}], slotBuffer=600)
    )
    calendar_id = created["calendar"]["id"]
    event_id = await book(api, calendarId=calendar_id)
    assert await api.ok("delete-calendar", calendarId=calendar_id) == {"success": True}
    assert await listed(api, calendarId=calendar_id) == [await read(api, event_id)]
    assert await api.refused("create-appointment", appointment()) == (400, TAKEN)
    moved = await api.refused("edit-appointment", {"startTime": NOON}, eventId=event_id)
    assert moved == (400, "Calendar not found")
    await api.ok("edit-appointment", {"title": "Late"}, eventId=event_id)
    await api.ok("delete-event", {}, eventId=event_id)
    await book(api)
