"""Booking a slot, moving an appointment and cancelling it."""

from __future__ import annotations

import json
from collections.abc import Iterable
from datetime import UTC, datetime, timedelta, timezone
from typing import Any
from zoneinfo import ZoneInfo

import httpx
import pytest
from conftest import LOCATION
from pytest_httpx import HTTPXMock

from highlevel_calendars import CalendarsClient, Options, Slot, errors
from highlevel_calendars.models import Appointment, Event

OFFERED = "2026-08-25T08:00:00.000-05:00"
SLOT = Slot.offered(OFFERED)
CHICAGO = timezone(timedelta(hours=-5))

NEEDS_MEMBER = (422, {"message": "A team member needs to be selected. assignedUserId is missing"})
TAKEN = (400, {"message": "The slot you have selected is no longer available."})
NOT_IN_TEAM = (422, {"message": "The user id not part of calendar team."})
GONE_WRONG = (500, {"message": "Internal server error"})
BOOKED = (201, {"id": "a1", "status": "booked"})

Answer = tuple[int, dict[str, Any]]


class Api:
    """Answers reads with what it has, and writes with `writes` in turn; remembers what it was asked."""

    def __init__(
        self,
        *,
        calendar: dict[str, Any] | None = None,
        appointment: dict[str, Any] | None = None,
        writes: Iterable[Answer] = (BOOKED,),
    ) -> None:
        self.reads: list[str] = []
        self.bodies: list[dict[str, Any]] = []
        self.marks: list[str | None] = []
        self._calendar = {"id": "c1", **(calendar or {})}
        self._appointment = {"id": "a1", **(appointment or {})}
        self._writes = iter(writes)

    def __call__(self, request: httpx.Request) -> httpx.Response:
        path = request.url.path
        self.marks.append(request.headers.get("x-mine"))
        if request.method == "GET":
            self.reads.append(path)
            reply = {"calendar": self._calendar} if path == "/calendars/c1" else {"appointment": self._appointment}
            return httpx.Response(200, json=reply)
        expected = {"POST": "/calendars/events/appointments", "PUT": "/calendars/events/appointments/a1"}
        assert path == expected[request.method]
        self.bodies.append(json.loads(request.content))
        status, reply = next(self._writes)
        return httpx.Response(status, json=reply)


@pytest.fixture
def serve(httpx_mock: HTTPXMock) -> Any:
    """Puts an API behind the client."""

    def serve(api: Api) -> Api:
        httpx_mock.add_callback(api, is_reusable=True, is_optional=True)
        return api

    return serve


# ---------------------------------------------------------------- book


LENGTHS: dict[str, tuple[dict[str, Any], str | None]] = {
    "45 minutes": ({"slotDuration": 45, "slotDurationUnit": "mins"}, "2026-08-25T08:45:00-05:00"),
    "an hour": ({"slotDuration": 1, "slotDurationUnit": "hours"}, "2026-08-25T09:00:00-05:00"),
    "an hour and a half": ({"slotDuration": 1.5, "slotDurationUnit": "hours"}, "2026-08-25T09:30:00-05:00"),
    "a number in a string": ({"slotDuration": "30", "slotDurationUnit": "mins"}, "2026-08-25T08:30:00-05:00"),
    "nothing": ({}, None),
    "null": ({"slotDuration": None, "slotDurationUnit": None}, None),
    "a duration without a unit": ({"slotDuration": 45}, None),
    "a unit without a duration": ({"slotDurationUnit": "mins"}, None),
    "an unknown unit": ({"slotDuration": 2, "slotDurationUnit": "moons"}, None),
    "no time": ({"slotDuration": 0, "slotDurationUnit": "mins"}, None),
    "less than no time": ({"slotDuration": -30, "slotDurationUnit": "mins"}, None),
    "more than all time": ({"slotDuration": 1e300, "slotDurationUnit": "hours"}, None),
}


@pytest.mark.parametrize(("calendar", "end"), LENGTHS.values(), ids=LENGTHS.keys())
@pytest.mark.asyncio
async def test_end_of_a_booking(client: CalendarsClient, serve: Any, calendar: dict[str, Any], end: str | None) -> None:
    """The end follows from the calendar's slot duration, and is the API's where the calendar tells none."""
    api = serve(Api(calendar=calendar))
    appointment = await client.appointments.book(SLOT, calendar_id="c1", contact_id="n1")
    assert appointment == Appointment(id="a1", status="booked")
    ends = {} if end is None else {"endTime": end}
    sent = {"calendarId": "c1", "contactId": "n1", "startTime": OFFERED, "locationId": LOCATION, **ends}
    assert (api.bodies, api.reads) == ([sent], ["/calendars/c1"])


@pytest.mark.asyncio
async def test_booking_with_an_end(client: CalendarsClient, serve: Any) -> None:
    """A booking whose end is given reads nothing, and sends a plain datetime with its own offset."""
    api = serve(Api())
    start = datetime(2026, 8, 25, 15, tzinfo=ZoneInfo("Europe/Berlin"))
    await client.appointments.book(start, calendar_id="c1", contact_id="n1", end_time=start + timedelta(minutes=5))
    assert api.reads == []
    assert (api.bodies[0]["startTime"], api.bodies[0]["endTime"]) == (
        "2026-08-25T15:00:00+02:00",
        "2026-08-25T15:05:00+02:00",
    )


@pytest.mark.asyncio
async def test_end_over_a_change_of_the_clocks(client: CalendarsClient, serve: Any) -> None:
    """An hour is an hour where the clocks are put back meanwhile."""
    api = serve(Api(calendar={"slotDuration": 1, "slotDurationUnit": "hours"}))
    start = datetime(2026, 10, 25, 2, 30, tzinfo=ZoneInfo("Europe/Berlin"))
    await client.appointments.book(start, calendar_id="c1", contact_id="n1")
    assert (api.bodies[0]["startTime"], api.bodies[0]["endTime"]) == (
        "2026-10-25T02:30:00+02:00",
        "2026-10-25T03:30:00+02:00",
    )


@pytest.mark.asyncio
async def test_fields_of_a_booking(client: CalendarsClient, serve: Any) -> None:
    """Every other field of a booking is sent as it is, and so are the options."""
    api = serve(Api())
    await client.appointments.book(
        SLOT,
        calendar_id="c1",
        contact_id="n1",
        end_time=SLOT + timedelta(hours=1),
        assigned_user_id="u1",
        location_id="l1",
        title="t",
        description="d",
        meeting_location_type="phone",
        meeting_location_id="m1",
        override_location_config=True,
        address="a",
        appointment_status="new",
        ignore_date_range=False,
        ignore_free_slot_validation=True,
        to_notify=False,
        rrule="FREQ=DAILY;COUNT=2",
    )
    assert api.bodies == [
        {
            "calendarId": "c1",
            "contactId": "n1",
            "startTime": OFFERED,
            "endTime": "2026-08-25T09:00:00-05:00",
            "assignedUserId": "u1",
            "locationId": "l1",
            "title": "t",
            "description": "d",
            "meetingLocationType": "phone",
            "meetingLocationId": "m1",
            "overrideLocationConfig": True,
            "address": "a",
            "appointmentStatus": "new",
            "ignoreDateRange": False,
            "ignoreFreeSlotValidation": True,
            "toNotify": False,
            "rrule": "FREQ=DAILY;COUNT=2",
        }
    ]


TEAM: dict[str, Any] = {"teamMembers": [{"userId": "u1"}, {"priority": 1}, {"userId": "u2"}, {"userId": "u3"}]}
TURNS: dict[str, tuple[dict[str, Any], list[Answer], list[str | None], type[errors.HighLevelError] | None]] = {
    "none is needed": (TEAM, [BOOKED], [None], None),
    "the first is free": (TEAM, [NEEDS_MEMBER, BOOKED], [None, "u1"], None),
    "the last is free": (TEAM, [NEEDS_MEMBER, TAKEN, TAKEN, BOOKED], [None, "u1", "u2", "u3"], None),
    "none is free": (TEAM, [NEEDS_MEMBER, TAKEN, TAKEN, TAKEN], [None, "u1", "u2", "u3"], errors.SlotTakenError),
    "the slot is taken at once": (TEAM, [TAKEN], [None], errors.SlotTakenError),
    "one is refused": (TEAM, [NEEDS_MEMBER, NOT_IN_TEAM], [None, "u1"], errors.UserNotInTeamError),
    "one may be booked": (TEAM, [NEEDS_MEMBER, GONE_WRONG], [None, "u1"], errors.OutcomeUnknown),
    "an empty team": ({"teamMembers": []}, [NEEDS_MEMBER], [None], errors.TeamMemberRequiredError),
    "an unknown team": ({}, [NEEDS_MEMBER], [None], errors.TeamMemberRequiredError),
}


@pytest.mark.parametrize("with_end", [True, False])
@pytest.mark.parametrize(("calendar", "writes", "members", "error"), TURNS.values(), ids=TURNS.keys())
@pytest.mark.asyncio
async def test_any_member(
    *,
    client: CalendarsClient,
    serve: Any,
    calendar: dict[str, Any],
    writes: list[Answer],
    members: list[str | None],
    error: type[errors.HighLevelError] | None,
    with_end: bool,
) -> None:
    """Members are tried in turn until one is free or something else happens; the calendar is read once at most."""
    api = serve(Api(calendar={**calendar, "slotDuration": 30, "slotDurationUnit": "mins"}, writes=writes))
    end: dict[str, Any] = {"end_time": SLOT + timedelta(minutes=30)} if with_end else {}
    booking = client.appointments.book(
        SLOT, calendar_id="c1", contact_id="n1", any_member=True, on_unknown="raise", **end
    )
    if error is None:
        assert (await booking).id == "a1"
    else:
        with pytest.raises(error):
            await booking
    assert [body.get("assignedUserId") for body in api.bodies] == members
    assert {(body["startTime"], body["endTime"]) for body in api.bodies} == {(OFFERED, "2026-08-25T08:30:00-05:00")}
    assert len(api.reads) == (NEEDS_MEMBER in writes or not with_end)


@pytest.mark.parametrize("arguments", [{}, {"any_member": True, "assigned_user_id": "u9"}])
@pytest.mark.asyncio
async def test_member_that_is_not_left_to_chance(
    client: CalendarsClient, serve: Any, arguments: dict[str, Any]
) -> None:
    """Without any_member, and with a member that is named, no other member is tried."""
    api = serve(Api(calendar=TEAM, writes=[NEEDS_MEMBER]))
    end = SLOT + timedelta(minutes=30)
    with pytest.raises(errors.TeamMemberRequiredError):
        await client.appointments.book(SLOT, calendar_id="c1", contact_id="n1", end_time=end, **arguments)
    assert (len(api.bodies), api.reads) == (1, [])


# ---------------------------------------------------------------- reschedule and cancel


def booked(status: str | None, **more: Any) -> dict[str, Any]:
    """An appointment of 50 minutes as the API has it."""
    return {
        "appointmentStatus": status,
        "startTime": "2026-08-20T09:00:00-05:00",
        "endTime": "2026-08-20T09:50:00-05:00",
        **more,
    }


@pytest.mark.parametrize("given", ["a1", Event(id="a1"), Appointment(id="a1")], ids=lambda given: type(given).__name__)
@pytest.mark.parametrize("status", ["confirmed", "cancelled", "new", "showed", "noshow", "invalid"])
@pytest.mark.asyncio
async def test_moved_appointment(
    client: CalendarsClient, serve: Any, given: str | Event | Appointment, status: str
) -> None:
    """A moved appointment keeps its length and its status, as the API has them, and starts at the very slot."""
    api = serve(Api(appointment=booked(status), writes=[(200, {"id": "a1"})]))
    assert (await client.appointments.reschedule(given, SLOT)).id == "a1"
    assert api.reads == ["/calendars/events/appointments/a1"]
    assert api.bodies == [
        {"startTime": OFFERED, "endTime": "2026-08-25T08:50:00-05:00", "appointmentStatus": status},
    ]


@pytest.mark.asyncio
async def test_moved_to_an_end_and_a_member(client: CalendarsClient, serve: Any) -> None:
    """An end and a member that are given are what is written."""
    api = serve(Api(appointment={"appoinmentStatus": "new"}, writes=[(200, {"id": "a1"})]))
    end = datetime(2026, 8, 25, 12, tzinfo=CHICAGO)
    await client.appointments.reschedule("a1", SLOT, end_time=end, assigned_user_id="u1")
    assert api.bodies == [
        {
            "startTime": OFFERED,
            "endTime": "2026-08-25T12:00:00-05:00",
            "appointmentStatus": "new",
            "assignedUserId": "u1",
        }
    ]


LOST: dict[str, tuple[dict[str, Any], list[str]]] = {
    "no status": (booked(None), ["keep-status"]),
    "an empty status": (booked(""), ["keep-status"]),
    "no start": (booked("new", startTime=None), ["keep-length"]),
    "no end": (booked("new", endTime="soon"), ["keep-length"]),
    "nothing": ({}, ["keep-status", "keep-length"]),
}


@pytest.mark.parametrize(("appointment", "rules"), LOST.values(), ids=LOST.keys())
@pytest.mark.asyncio
async def test_appointment_that_cannot_be_kept(
    client: CalendarsClient, serve: Any, appointment: dict[str, Any], rules: list[str]
) -> None:
    """An appointment that is read without what is to be kept is not written, and the error says what is missing."""
    api = serve(Api(appointment=appointment))
    with pytest.raises(errors.ValidationError) as caught:
        await client.appointments.reschedule("a1", SLOT)
    assert [violation.rule for violation in caught.value.violations] == rules
    assert api.bodies == []


@pytest.mark.asyncio
async def test_status_is_kept_without_rules(client: CalendarsClient, serve: Any) -> None:
    """Not even with the rules switched off does a move write no status."""
    api = serve(Api(appointment=booked(None)))
    with pytest.raises(errors.ValidationError, match="confirmed"):
        await client.appointments.reschedule("a1", SLOT, options=Options(validate=False))
    assert api.bodies == []


@pytest.mark.parametrize("given", ["a1", Event(id="a1"), Appointment(id="a1")], ids=lambda given: type(given).__name__)
@pytest.mark.asyncio
async def test_cancelled_appointment(client: CalendarsClient, serve: Any, given: str | Event | Appointment) -> None:
    """Cancelling writes the status and nothing else."""
    api = serve(Api(writes=[(200, {"id": "a1", "appointmentStatus": "cancelled"})]))
    assert (await client.appointments.cancel(given)).appointment_status == "cancelled"
    assert (api.bodies, api.reads) == ([{"appointmentStatus": "cancelled"}], [])


@pytest.mark.asyncio
async def test_options_of_every_request(client: CalendarsClient, serve: Any) -> None:
    """The options go with every request of a booking, a move and a cancellation."""
    api = serve(Api(calendar=TEAM, appointment=booked("new"), writes=[NEEDS_MEMBER, BOOKED, BOOKED, BOOKED]))
    options = Options(headers={"x-mine": "1"})
    await client.appointments.book(SLOT, calendar_id="c1", contact_id="n1", any_member=True, options=options)
    await client.appointments.reschedule("a1", SLOT, options=options)
    await client.appointments.cancel("a1", options=options)
    assert api.marks == ["1"] * 6


@pytest.mark.parametrize("start", [datetime(2026, 8, 25, 8), OFFERED], ids=["naive", "text"])
@pytest.mark.asyncio
async def test_start_without_a_zone(client: CalendarsClient, serve: Any, start: Any) -> None:
    """A start that is no instant is refused before anything is sent, be it read or written."""
    api = serve(Api(appointment=booked("new")))
    for call in (
        client.appointments.book(start, calendar_id="c1", contact_id="n1"),
        client.appointments.reschedule("a1", start),
    ):
        with pytest.raises(errors.ValidationError) as caught:
            await call
        assert [violation.rule for violation in caught.value.violations] == ["aware-datetime"]
    assert (api.reads, api.bodies) == ([], [])


@pytest.mark.asyncio
async def test_lost_reply_of_a_booking(client: CalendarsClient, httpx_mock: HTTPXMock) -> None:
    """A booking that is not to be looked up is not tried again, with another member or without."""
    httpx_mock.add_exception(httpx.ReadTimeout("lost"))
    end = datetime(2026, 8, 25, 14, tzinfo=UTC)
    with pytest.raises(errors.OutcomeUnknown):
        await client.appointments.book(
            SLOT, calendar_id="c1", contact_id="n1", end_time=end, any_member=True, on_unknown="raise"
        )
    assert len(httpx_mock.get_requests()) == 1
