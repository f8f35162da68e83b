"""Booking: whom it goes to, what is free, and what the reply says."""

import asyncio

import httpx
import pytest

from highlevel_sandbox import Sandbox

from .bodies import APPOINTMENTS, BLOCK_SLOTS, CALENDARS, CONTACTS, USERS, Body, appointment, block, calendar

TAKEN = "The slot you have selected is no longer available."
MEMBER_MISSING = "A team member needs to be selected. assignedUserId is missing"

TEN = "2030-01-07T10:00:00+01:00"
HALF_PAST_TEN = "2030-01-07T10:30:00+01:00"
ELEVEN = "2030-01-07T11:00:00+01:00"


async def book(client: httpx.AsyncClient, calendar: str = "personal", **changes: object) -> httpx.Response:
    return await client.post(APPOINTMENTS, json=appointment(calendar, **changes))


async def create(client: httpx.AsyncClient, **fields: object) -> str:
    """The id of a new calendar."""
    created = await client.post("/calendars/", json=calendar(**fields))
    calendar_id: str = created.json()["calendar"]["id"]
    return calendar_id


@pytest.mark.asyncio
async def test_the_reply_has_the_few_fields_of_the_live_api(client: httpx.AsyncClient) -> None:
    """A booking answers with neither location nor times, and with the vendor's spelling of the status."""
    reply = await book(client)
    booked = reply.json()
    assert reply.status_code == 200
    assert len(booked.pop("id")) == 20
    assert booked.pop("traceId")
    assert booked == {
        "calendarId": CALENDARS["personal"],
        "contactId": CONTACTS["nia"],
        "title": "Nia Brook",
        "status": "booked",
        "appoinmentStatus": "confirmed",
        "assignedUserId": USERS["ada"],
        "address": "",
        "isRecurring": False,
    }


@pytest.mark.asyncio
async def test_what_was_sent_comes_back(client: httpx.AsyncClient) -> None:
    """Title, address and status of the request win over the defaults."""
    reply = await book(client, title="Fitting", address="1 Quay Rd", appointmentStatus="showed")
    booked = reply.json()
    assert [booked[name] for name in ("title", "address", "appoinmentStatus")] == ["Fitting", "1 Quay Rd", "showed"]


@pytest.mark.asyncio
async def test_a_calendar_without_auto_confirm_books_as_new(client: httpx.AsyncClient) -> None:
    """The status of a booking that waits for confirmation is new."""
    reply = await book(client, "service_booking")
    assert reply.json()["appoinmentStatus"] == "new"


@pytest.mark.asyncio
async def test_a_recurrence_is_marked(client: httpx.AsyncClient) -> None:
    """A booking with an rrule says that it recurs."""
    reply = await book(client, rrule="RRULE:FREQ=DAILY;COUNT=5", ignoreFreeSlotValidation=True)
    assert reply.json()["isRecurring"] is True


@pytest.mark.asyncio
@pytest.mark.parametrize(
    ("changes", "status", "message"),
    [
        ({"calendarId": "noSuchCalendar000001"}, 400, "Calendar not found"),
        ({"calendarId": Sandbox.inactive_calendar_id}, 400, "Calendar is inactive"),
        ({"contactId": "noSuchContact0000001"}, 400, "Contact not found"),
        ({"contactId": USERS["ada"]}, 400, "Contact not found"),
        ({"assignedUserId": USERS["cleo"]}, 422, "The user id not part of calendar team."),
        ({"assignedUserId": ""}, 422, "The user id not part of calendar team."),
        ({"endTime": TEN}, 422, ["endTime must be after startTime"]),
        ({"endTime": "2030-01-07T10:00:00+02:00"}, 422, ["endTime must be after startTime"]),
        (
            {"startTime": "9999-12-31T23:59:00+00:00"},
            422,
            ["startTime must be a valid ISO 8601 date string"],
        ),
        (
            {"startTime": "9998-12-31T23:59:00+00:00"},
            422,
            ["endTime must be a valid ISO 8601 date string"],
        ),
    ],
)
async def test_a_booking_that_makes_no_sense(
    client: httpx.AsyncClient, changes: Body, status: int, message: object
) -> None:
    """A booking of what does not exist, of nobody's or of no time is refused with the vendor's status."""
    reply = await book(client, **changes)
    answer = reply.json()
    assert reply.status_code == answer["statusCode"] == status
    assert answer["message"] == message
    assert answer["error"] == {400: "Bad Request", 422: "Unprocessable Entity"}[status]
    assert answer["traceId"]


@pytest.mark.asyncio
@pytest.mark.parametrize("kind", ["personal", "event", "collective"])
async def test_a_taken_slot_is_400(client: httpx.AsyncClient, kind: str) -> None:
    """The second booking of one time is refused."""
    assert (await book(client, kind)).status_code == 200
    reply = await book(client, kind, contactId=CONTACTS["omar"])
    answer = reply.json()
    assert answer.pop("traceId")
    assert answer == {"message": TAKEN, "error": "Bad Request", "statusCode": 400}


@pytest.mark.asyncio
@pytest.mark.parametrize(
    ("start", "end", "status"),
    [
        ("2030-01-07T09:00:00+00:00", None, 400),
        (HALF_PAST_TEN, None, 200),
        ("2030-01-07T09:30:00+01:00", None, 200),
        ("2030-01-07T09:31:00+01:00", None, 400),
        ("2030-01-07T10:29:59.999+01:00", None, 400),
        ("2030-01-07T08:00:00+01:00", "2030-01-07T18:00:00+01:00", 400),
        ("2030-01-07T10:10:00+01:00", "2030-01-07T10:20:00+01:00", 400),
    ],
)
async def test_what_overlaps_a_booking_of_thirty_minutes(
    client: httpx.AsyncClient, start: str, end: str | None, status: int
) -> None:
    """A booking at ten takes the time up to half past ten, in any offset, and nothing before or after."""
    await book(client, startTime=TEN)
    reply = await book(client, startTime=start, **({"endTime": end} if end else {}))
    assert reply.status_code == status


@pytest.mark.asyncio
async def test_a_slot_may_last_hours(client: httpx.AsyncClient) -> None:
    """Without an endTime a slot of one hour takes up the whole hour."""
    calendar_id = await create(client, calendarType="event", slotDuration=1, slotDurationUnit="hours")
    statuses = [
        (await book(client, calendarId=calendar_id, startTime=start)).status_code
        for start in (TEN, HALF_PAST_TEN, ELEVEN)
    ]
    assert statuses == [200, 400, 200]


@pytest.mark.asyncio
@pytest.mark.parametrize("length", [0, -30, 1e300, 10**400])
async def test_a_slot_of_no_possible_length_is_422(client: httpx.AsyncClient, length: float) -> None:
    """A calendar whose slots cannot be is created, but not booked without an endTime."""
    calendar_id = await create(client, calendarType="event", slotDuration=length)
    reply = await book(client, calendarId=calendar_id)
    assert reply.status_code == 422


@pytest.mark.asyncio
@pytest.mark.parametrize("status", ["cancelled", "noshow", "invalid"])
async def test_a_booking_that_does_not_take_place_leaves_its_time_free(client: httpx.AsyncClient, status: str) -> None:
    """Cancelled, missed and invalid appointments take up no time."""
    await book(client, appointmentStatus=status)
    assert (await book(client)).status_code == 200


@pytest.mark.asyncio
async def test_a_user_is_taken_in_all_their_calendars(client: httpx.AsyncClient) -> None:
    """A personal booking of Ada leaves a round robin to Ben, and the panel of both without its time."""
    await book(client, "personal")
    assert (await book(client, "collective")).status_code == 400
    assert (await book(client, "round_robin", assignedUserId=USERS["ada"])).status_code == 400
    assert (await book(client, "round_robin")).json()["assignedUserId"] == USERS["ben"]
    assert (await book(client, "round_robin")).status_code == 400


@pytest.mark.asyncio
async def test_a_round_robin_takes_the_member_with_the_fewest_bookings(client: httpx.AsyncClient) -> None:
    """Bookings at different times go to Ada and Ben in turn."""
    starts = [f"2030-01-07T{hour}:00:00+00:00" for hour in (10, 11, 12, 13)]
    taken = [(await book(client, "round_robin", startTime=start)).json()["assignedUserId"] for start in starts]
    assert taken == [USERS["ada"], USERS["ben"]] * 2


@pytest.mark.asyncio
async def test_a_collective_booking_takes_the_whole_team(client: httpx.AsyncClient) -> None:
    """The primary member is assigned, and the other is taken as well."""
    assert (await book(client, "collective")).json()["assignedUserId"] == USERS["ada"]
    assert (await book(client, "service_booking", assignedUserId=USERS["ben"])).status_code == 400
    assert (await book(client, "service_booking")).json()["assignedUserId"] == USERS["cleo"]


@pytest.mark.asyncio
async def test_a_class_has_seats(client: httpx.AsyncClient) -> None:
    """The class of three takes three bookings of one time, and not a fourth."""
    statuses = [(await book(client, "class_booking")).status_code for _ in range(4)]
    assert statuses == [200, 200, 200, 400]


@pytest.mark.asyncio
async def test_the_seats_of_a_class_are_its_whole_teams(client: httpx.AsyncClient) -> None:
    """A class of two seats takes two bookings of one time, however many teach it."""
    team = [{"userId": USERS["ada"]}, {"userId": USERS["ben"]}]
    calendar_id = await create(client, calendarType="class_booking", teamMembers=team, appoinmentPerSlot=2)
    statuses = [(await book(client, calendarId=calendar_id)).status_code for _ in range(3)]
    assert statuses == [200, 200, 400]


@pytest.mark.asyncio
async def test_each_member_of_a_round_robin_takes_bookings_a_slot(client: httpx.AsyncClient) -> None:
    """Two members who take two bookings at once take four of one time, in turn."""
    team = [{"userId": USERS["ada"]}, {"userId": USERS["ben"]}]
    calendar_id = await create(client, calendarType="round_robin", teamMembers=team, appoinmentPerSlot=2)
    taken = [(await book(client, calendarId=calendar_id)).json().get("assignedUserId") for _ in range(5)]
    assert taken == [USERS["ada"], USERS["ben"], USERS["ada"], USERS["ben"], None]


@pytest.mark.asyncio
async def test_a_block_closes_an_event_calendar_with_seats_left(client: httpx.AsyncClient) -> None:
    """A block is no booking among others: it leaves none of two seats."""
    calendar_id = await create(client, calendarType="event", appoinmentPerSlot=2)
    await client.post(BLOCK_SLOTS, json=block(calendarId=calendar_id))
    assert (await book(client, calendarId=calendar_id)).status_code == 400


@pytest.mark.asyncio
async def test_event_calendars_do_not_take_each_others_time(client: httpx.AsyncClient) -> None:
    """Two calendars without a team have no user in common."""
    calendar_id = await create(client, calendarType="event")
    await book(client, "event")
    assert (await book(client, calendarId=calendar_id)).status_code == 200


@pytest.mark.asyncio
async def test_an_event_calendar_has_no_assigned_user(client: httpx.AsyncClient) -> None:
    """A booking of a calendar without a team is assigned to nobody."""
    assert "assignedUserId" not in (await book(client, "event")).json()


@pytest.mark.asyncio
@pytest.mark.parametrize("kind", ["round_robin", "collective", "service_booking"])
async def test_unchecked_bookings_of_a_team_need_a_member(client: httpx.AsyncClient, kind: str) -> None:
    """Without a look at the slots nobody can be chosen, so that a team of several must be told whom."""
    reply = await book(client, kind, ignoreFreeSlotValidation=True)
    assert (reply.status_code, reply.json()["message"]) == (422, MEMBER_MISSING)
    named = await book(client, kind, ignoreFreeSlotValidation=True, assignedUserId=USERS["ben"])
    assert named.json()["assignedUserId"] == USERS["ben"]


@pytest.mark.asyncio
async def test_an_unchecked_booking_takes_a_taken_slot(client: httpx.AsyncClient) -> None:
    """ignoreFreeSlotValidation books over other bookings, and takes the time up itself."""
    statuses = [
        (await book(client, ignoreFreeSlotValidation=unchecked)).status_code for unchecked in (True, True, False)
    ]
    assert statuses == [200, 200, 400]


@pytest.mark.asyncio
@pytest.mark.parametrize(
    ("blocked", "kind", "status"),
    [
        ({"assignedUserId": USERS["ada"]}, "personal", 400),
        ({"assignedUserId": USERS["ada"]}, "collective", 400),
        ({"assignedUserId": USERS["ada"]}, "round_robin", 200),
        ({"assignedUserId": USERS["ada"]}, "event", 200),
        ({"assignedUserId": USERS["cleo"]}, "class_booking", 400),
        ({"calendarId": CALENDARS["event"]}, "event", 400),
        ({"calendarId": CALENDARS["event"]}, "personal", 200),
    ],
)
async def test_a_block_takes_up_its_user_or_calendar(
    client: httpx.AsyncClient, blocked: Body, kind: str, status: int
) -> None:
    """A block closes its event calendar, or its user in all calendars, and nothing else."""
    assert (await client.post(BLOCK_SLOTS, json=block(**blocked))).status_code == 201
    assert (await book(client, kind)).status_code == status


@pytest.mark.asyncio
async def test_a_refused_booking_leaves_nothing_behind(client: httpx.AsyncClient) -> None:
    """After a refusal the neighbouring time that it would have taken is still free."""
    await book(client, startTime=TEN)
    refused = await book(client, startTime=TEN, endTime=ELEVEN)
    assert refused.status_code == 400
    assert (await book(client, startTime=HALF_PAST_TEN)).status_code == 200


@pytest.mark.asyncio
async def test_of_identical_creates_at_once_one_wins(sandbox: Sandbox, headers: dict[str, str]) -> None:
    """Of twenty bookings of one slot that arrive together over a socket, exactly one is accepted."""
    async with sandbox.serve() as base_url, httpx.AsyncClient(base_url=base_url, headers=headers) as client:
        replies = await asyncio.gather(*(book(client) for _ in range(20)))
    assert sorted(reply.status_code for reply in replies) == [200] + [400] * 19


@pytest.mark.asyncio
async def test_of_many_moves_onto_one_slot_at_once_one_wins(sandbox: Sandbox, headers: dict[str, str]) -> None:
    """Of ten appointments that move to one time together over a socket, exactly one gets there."""
    async with sandbox.serve() as base_url, httpx.AsyncClient(base_url=base_url, headers=headers) as client:
        starts = [f"2030-01-{day}T10:00:00+01:00" for day in range(10, 20)]
        ids = [(await book(client, startTime=start)).json()["id"] for start in starts]
        replies = await asyncio.gather(
            *(client.put(f"{APPOINTMENTS}/{event_id}", json={"startTime": TEN}) for event_id in ids)
        )
    assert sorted(reply.status_code for reply in replies) == [200] + [400] * 9
