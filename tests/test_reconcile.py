"""A create whose reply was lost: what is looked for, what is returned, what is sent again, and what is raised."""

from __future__ import annotations

import asyncio
import inspect
import json
import logging
import subprocess
import sys
from collections.abc import Iterator
from contextlib import asynccontextmanager
from datetime import datetime, timedelta, timezone
from typing import Any, NamedTuple

import httpx
import pytest
from conftest import LOCATION
from public_names import OPERATIONS
from support import answered

from highlevel_calendars import CalendarsClient, OnUnknown, Options, _reconcile, api, errors, models
from highlevel_calendars._generated.api.notes.create_appointment_note import OPERATION as CREATE_NOTE

START = datetime(2026, 8, 25, 8, tzinfo=timezone(timedelta(hours=-5)))
END = START + timedelta(minutes=30)
TIMES = {"startTime": START.isoformat(), "endTime": END.isoformat()}
BOOKING = {"id": "a1", "calendarId": "c1", "contactId": "n1", "title": "Nia: T", **TIMES}
WHOLE = {**BOOKING, "appointmentStatus": "confirmed", "assignedUserId": "u1", "locationId": LOCATION}

LOST = httpx.ReadTimeout
TAKEN = httpx.Response(400, json={"message": "The slot you have selected is no longer available."})
BROKEN = httpx.Response(201, content=b'{"id": "a')
WAITS = list(_reconcile.WAITS)


class Api:
    """Plays one list of steps for the writes and one for the looks, the last of each again and again.

    Attributes:
        looks: The requests that list, in order.
        reads: The paths of those that read one thing.
        bodies: What was written.
        slept: The pauses between looks.
    """

    def __init__(self, *writes: Any, looks: Any = ([],), whole: Any = WHOLE) -> None:
        self.looks: list[httpx.Request] = []
        self.reads: list[str] = []
        self.bodies: list[Any] = []
        self.slept: list[float] = []
        self.requests: list[httpx.Request] = []
        self._writes, self._looks, self._whole = list(writes), list(looks), whole

    def answer(self, request: httpx.Request) -> httpx.Response:
        self.requests.append(request)
        if request.method == "POST":
            self.bodies.append(json.loads(request.content))
            return played(self._writes)
        if request.url.path.startswith("/calendars/events/appointments/"):
            self.reads.append(request.url.path)
            return played([self._whole])
        self.looks.append(request)
        return played(self._looks)

    async def sleep(self, seconds: float) -> None:
        self.slept.append(seconds)

    @asynccontextmanager
    async def client(self, **settings: Any) -> Any:
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(_reconcile, "pause", self.sleep)
            async with answered(self.answer, **{"max_retries": 2, **settings}) as client:
                client._pipeline._sleep = no_pause
                yield client


async def no_pause(_seconds: float) -> None:
    """The pauses of the pipeline are not looked at here."""


def played(steps: list[Any]) -> httpx.Response:
    step = steps.pop(0) if len(steps) > 1 else steps[0]
    if isinstance(step, httpx.Response):
        # Read once, a response cannot be played again.
        return httpx.Response(step.status_code, content=step.content, headers=step.headers)
    if isinstance(step, int):
        return httpx.Response(step, json={"message": "m"})
    if isinstance(step, type):
        raise step("it broke")
    return httpx.Response(200, json={"events": step} if isinstance(step, list) else step)


async def book(client: CalendarsClient, on_unknown: OnUnknown = "reconcile", **more: Any) -> models.Appointment:
    return await client.appointments.create(
        calendar_id="c1", contact_id="n1", start_time=START, title="T", on_unknown=on_unknown, **more
    )


async def response_of(client: CalendarsClient, **options: Any) -> Any:
    body = models.CreateAppointment(calendar_id="c1", contact_id="n1", start_time=START, title="T")
    return await api.create_appointment(client, body, options=Options(**options), on_unknown="reconcile")


@pytest.mark.parametrize("failure", [LOST, httpx.ReadError, 500, 502, BROKEN], ids=str)
@pytest.mark.asyncio
async def test_found_at_once(failure: Any) -> None:
    """A booking that came through is returned as richly as the API has it, after one look and one read."""
    script = Api(failure, looks=[[BOOKING]], whole={"appointment": WHOLE, "traceId": "trace-1"})
    async with script.client() as client:
        response = await response_of(client)
    assert response.value == models.Appointment.from_dict({**WHOLE, "traceId": "trace-1"})
    assert (response.status, response.attempts, response.trace_id) == (200, 1, "trace-1")
    assert b"trace-1" in response.content
    assert (len(script.bodies), len(script.looks), script.reads, script.slept) == (
        1,
        1,
        ["/calendars/events/appointments/a1"],
        [0.0],
    )


@pytest.mark.asyncio
async def test_where_a_booking_is_looked_for() -> None:
    """The look asks for the events of the calendar around the start, with the options of the call."""
    script = Api(LOST, looks=[[BOOKING]])
    async with script.client() as client:
        await book(client, location_id="l1", options=Options(headers={"x-mine": "1"}))
    (look,) = script.looks
    assert look.url.path == "/calendars/events"
    millis = int(START.timestamp() * 1000)
    assert dict(look.url.params) == {
        "calendarId": "c1",
        "locationId": "l1",
        "startTime": str(millis - 60_000),
        "endTime": str(millis + 60_000),
    }
    assert [request.headers["x-mine"] for request in script.requests] == ["1"] * 3


@pytest.mark.parametrize("failure", [LOST, BROKEN], ids=str)
@pytest.mark.asyncio
async def test_found_late(failure: Any) -> None:
    """A list that lags behind is asked again, after pauses that grow."""
    script = Api(failure, looks=[[], [], [], [BOOKING]])
    async with script.client() as client:
        assert (await book(client)).id == "a1"
    assert (len(script.bodies), script.slept) == (1, WAITS)


@pytest.mark.asyncio
async def test_found_but_not_read() -> None:
    """A booking that was found is returned as the list has it when it cannot be read alone."""
    script = Api(LOST, looks=[[BOOKING]], whole=404)
    async with script.client() as client:
        assert await book(client) == models.Appointment.from_dict(BOOKING)


@pytest.mark.asyncio
async def test_cancelled_and_deleted_bookings_are_passed_over() -> None:
    """What was cancelled or deleted is not what was sent, so the booking is sent again."""
    gone = [{**BOOKING, "appointmentStatus": "cancelled"}, {**BOOKING, "id": "a2", "deleted": True}]
    script = Api(LOST, {"id": "a3"}, looks=[gone])
    async with script.client() as client:
        assert (await book(client)).id == "a3"


@pytest.mark.asyncio
async def test_series() -> None:
    """A series is found by its first instance, and returned as a whole."""
    instance = {**BOOKING, "id": "m1_1787662800000_1800", "masterEventId": "m1"}
    other = {**instance, "id": "m2_1787662800000_1800", "masterEventId": "m2", "contactId": "n2"}
    master = {**WHOLE, "id": "m1", "rrule": "FREQ=DAILY;COUNT=2"}
    script = Api(LOST, looks=[[instance, other]], whole={"appointment": master})
    async with script.client() as client:
        booked = await book(client, rrule="FREQ=DAILY;COUNT=2", ignore_free_slot_validation=True)
    assert booked == models.Appointment.from_dict(master)
    assert set(script.reads) == {"/calendars/events/appointments/m1"}


@pytest.mark.asyncio
async def test_series_that_would_not_be_found() -> None:
    """A series that does not occur at its start is not looked for, and its outcome stays unknown."""
    script = Api(LOST)
    async with script.client() as client:
        with pytest.raises(errors.OutcomeUnknown, match="does not occur at its start"):
            await book(client, rrule="FREQ=WEEKLY;BYDAY=SU", ignore_free_slot_validation=True)
    assert (len(script.bodies), len(script.looks)) == (1, 0)


@pytest.mark.asyncio
async def test_sent_again() -> None:
    """What is not there at any look is sent again just as it was, and the reply tells of both attempts."""
    script = Api(LOST, {"id": "a9"})
    async with script.client() as client:
        response = await response_of(client)
    assert (response.value.id, response.attempts, script.slept) == ("a9", 2, WAITS)
    first, second = script.bodies
    assert first == second


@pytest.mark.parametrize(("max_retries", "sends"), [(0, 1), (1, 2), (3, 4)])
@pytest.mark.parametrize("where", ["client", "options"])
@pytest.mark.asyncio
async def test_how_often_it_is_sent(where: str, max_retries: int, sends: int) -> None:
    """A write is sent max_retries times more at the most, and without retries it is only looked for."""
    script = Api(LOST)
    settings, options = ({"max_retries": max_retries}, {}) if where == "client" else ({}, {"max_retries": max_retries})
    async with script.client(**settings) as client:
        with pytest.raises(errors.TimeoutOutcomeUnknown, match="not there, and max_retries") as caught:
            await response_of(client, **options)
    assert (len(script.bodies), caught.value.attempts) == (sends, sends)
    assert script.slept == WAITS * sends


@pytest.mark.asyncio
async def test_retries_count_together() -> None:
    """Attempts that were surely not carried out use up the retries as well."""
    script = Api(429, LOST, 429, LOST)
    async with script.client(max_retries=2) as client:
        with pytest.raises(errors.RateLimitError) as caught:
            await book(client)
    assert (len(script.bodies), caught.value.attempts) == (3, 3)


@pytest.mark.parametrize("refusal", [TAKEN, 400, 409, 422], ids=str)
@pytest.mark.asyncio
async def test_found_after_a_refusal(refusal: Any) -> None:
    """Another attempt that is refused may have met the first one, which is looked for once more and found."""
    script = Api(LOST, refusal, looks=[[], [], [], [], [BOOKING]])
    async with script.client() as client:
        response = await response_of(client)
    assert (response.value.id, response.attempts, len(script.bodies)) == ("a1", 2, 2)


@pytest.mark.parametrize(("refusal", "looks"), [(TAKEN, 8), (422, 8), (401, 4), (403, 4)], ids=str)
@pytest.mark.asyncio
async def test_refused_in_the_end(refusal: Any, looks: int) -> None:
    """A refusal that did not come of the first attempt is raised, and tells of both."""
    script = Api(LOST, refusal)
    async with script.client() as client:
        with pytest.raises(errors.StatusError) as caught:
            await book(client)
    assert not isinstance(caught.value, errors.OutcomeUnknown)
    assert (caught.value.attempts, len(script.looks)) == (2, looks)


@pytest.mark.asyncio
async def test_refused_and_not_sure() -> None:
    """After a refusal that leaves a doubt, the outcome is unknown: the first attempt may have taken the slot."""
    script = Api(LOST, TAKEN, looks=[[], [], [], [], [BOOKING, {**BOOKING, "id": "a2"}]])
    async with script.client() as client:
        with pytest.raises(errors.OutcomeUnknown, match=r"another attempt was refused.*a1, a2") as caught:
            await book(client)
    assert isinstance(caught.value.__cause__, errors.SlotTakenError)
    assert caught.value.attempts == 2


@pytest.mark.parametrize("refusal", [TAKEN, 401, httpx.ConnectError], ids=str)
@pytest.mark.asyncio
async def test_first_refusal_is_not_looked_into(refusal: Any) -> None:
    """What was surely not carried out is raised as ever."""
    script = Api(refusal)
    async with script.client(max_retries=0) as client:
        with pytest.raises((errors.StatusError, errors.APIConnectionError)):
            await book(client)
    assert (len(script.bodies), script.looks) == (1, [])


@pytest.mark.asyncio
async def test_unreadable_reply_is_never_sent_again() -> None:
    """What the API accepted has happened: not found, it ends in the error that says so."""
    script = Api(BROKEN)
    async with script.client() as client:
        with pytest.raises(errors.UnreadableReplyError, match=r"What it asked for has been done.*not to be found yet"):
            await book(client)
    assert (len(script.bodies), len(script.looks)) == (1, 4)


@pytest.mark.parametrize("failure", [400, 401, 403, 404, 422], ids=str)
@pytest.mark.asyncio
async def test_look_that_is_refused(failure: int) -> None:
    """When reading is refused, looking ends at once, and the outcome is unknown because of it."""
    script = Api(LOST, looks=[failure])
    async with script.client() as client:
        with pytest.raises(errors.TimeoutOutcomeUnknown, match="looking for it failed: get-calendar-events") as caught:
            await book(client)
    assert isinstance(caught.value.__cause__, errors.StatusError)
    assert (len(script.looks), len(script.bodies)) == (1, 1)


@pytest.mark.parametrize("failure", [500, 429, httpx.ReadTimeout, {"nothing": 1}], ids=str)
@pytest.mark.asyncio
async def test_look_that_fails(failure: Any) -> None:
    """A look that fails is made again, and when none gets an answer, the outcome is unknown."""
    script = Api(LOST, looks=[failure])
    async with script.client(max_retries=0) as client:
        with pytest.raises(errors.OutcomeUnknown, match="looking for it failed") as caught:
            await book(client)
    assert isinstance(caught.value.__cause__, errors.HighLevelError)
    assert (len(script.bodies), script.slept) == (1, [*WAITS, *_reconcile.SPARE])


@pytest.mark.asyncio
async def test_look_on_a_day_that_is_used_up() -> None:
    """When the day has no more requests, looking ends at once, and the message ends in one full stop."""
    used_up = httpx.Response(429, json={"message": "Too Many Requests"}, headers={"x-ratelimit-daily-remaining": "0"})
    script = Api(LOST, looks=[used_up])
    async with script.client() as client:
        with pytest.raises(errors.OutcomeUnknown) as caught:
            await book(client)
    assert isinstance(caught.value.__cause__, errors.DailyLimitError)
    assert (len(script.looks), script.slept) == (1, [0.0])
    assert ".." not in str(caught.value)


@pytest.mark.asyncio
async def test_look_waits_for_room_though_the_call_may_not() -> None:
    """A lost write is looked up also where the call itself was not to wait for room."""
    script = Api(LOST, looks=[[BOOKING]])
    async with script.client() as client:
        seen: list[float | None] = []
        inner = client._pipeline.call

        async def watched(operation: Any, arguments: Any, options: Options) -> Any:
            seen.append(options.max_wait)
            return await inner(operation, arguments, options)

        client._pipeline.call = watched
        await book(client, options=Options(max_wait=0))
    assert seen == [0, _reconcile.LONGEST, _reconcile.LONGEST]


@pytest.mark.asyncio
async def test_last_look_counts() -> None:
    """A write is sent again only after a last look that was answered."""
    script = Api(LOST, {"id": "a9"}, looks=[[], [], [], 500, []])
    async with script.client(max_retries=1) as client:
        client._pipeline._settings = client._pipeline._settings._replace(max_retries=0)  # a look is one request
        assert (await book(client)).id == "a9"
    assert script.slept == [*WAITS, _reconcile.SPARE[0]]


AMBIGUOUS: dict[str, list[dict[str, Any]]] = {
    "two alike": [BOOKING, {**BOOKING, "id": "a2"}],
    "one without a contact": [{name: value for name, value in BOOKING.items() if name != "contactId"}],
}


@pytest.mark.parametrize("rows", AMBIGUOUS.values(), ids=AMBIGUOUS.keys())
@pytest.mark.asyncio
async def test_doubt(rows: list[dict[str, Any]]) -> None:
    """What may or may not be it is neither returned nor sent again, and the error names it."""
    script = Api(500, looks=[rows])
    async with script.client() as client:
        with pytest.raises(errors.ServerOutcomeUnknown, match=r"It was looked for: .* a1") as caught:
            await book(client)
    assert (len(script.bodies), caught.value.status, caught.value.attempts) == (1, 500, 1)


@pytest.mark.asyncio
async def test_looking_ends(monkeypatch: pytest.MonkeyPatch) -> None:
    """Looking has an end, and what was not settled until then stays unknown."""
    monkeypatch.setattr(_reconcile, "LONGEST", 0.05)

    async def answer(request: httpx.Request) -> httpx.Response:
        if request.method == "POST":
            raise LOST("it broke")
        await asyncio.Event().wait()
        raise AssertionError

    async with answered(answer, max_retries=2) as client:
        with pytest.raises(errors.OutcomeUnknown, match=r"longer than 0\.05 seconds"):
            await book(client)


@pytest.mark.asyncio
async def test_cancelled_while_it_looks() -> None:
    """A call that is cancelled while it looks ends there, and nothing is sent afterwards."""
    looking, requests = asyncio.Event(), list[str]()

    async def answer(request: httpx.Request) -> httpx.Response:
        requests.append(request.method)
        if request.method == "POST":
            raise LOST("it broke")
        looking.set()
        await asyncio.Event().wait()
        raise AssertionError

    async with answered(answer, max_retries=2) as client:
        task = asyncio.create_task(book(client))
        await looking.wait()
        task.cancel()
        with pytest.raises(asyncio.CancelledError):
            await task
    assert requests == ["POST", "GET"]
    assert asyncio.all_tasks() == {asyncio.current_task()}


class Create(NamedTuple):
    """A create that can be looked up."""

    group: str
    arguments: dict[str, Any]
    look: str
    query: dict[str, str]
    found: Any
    absent: Any
    positional: tuple[str, ...] = ()


BLOCK = {"id": "x1", "assignedUserId": "u1", **TIMES}
AROUND = {
    "startTime": str(int(START.timestamp() * 1000) - 60_000),
    "endTime": str(int(START.timestamp() * 1000) + 60_000),
}
PAGE = [{"id": f"r{number}", "name": "Another"} for number in range(100)]
CREATES = {
    "user block": Create(
        "block_slots",
        {"assigned_user_id": "u1", "start_time": START, "end_time": END},
        "/calendars/blocked-slots",
        {"userId": "u1", **AROUND},
        {"events": [BLOCK]},
        {"events": []},
    ),
    "calendar block": Create(
        "block_slots",
        {"calendar_id": "c1", "start_time": START, "end_time": END, "title": "T"},
        "/calendars/blocked-slots",
        {"calendarId": "c1", **AROUND},
        {"events": [{"id": "x1", "calendarId": "c1", "title": "T", **TIMES}, {**BLOCK, "id": "x2"}]},
        {"events": [{**BLOCK, "deleted": True}]},
    ),
    "calendar": Create(
        "calendars",
        {"name": "N", "calendar_type": "event", "is_active": False},
        "/calendars/",
        {"showDrafted": "true"},
        {"calendars": [{"id": "x1", "name": "N", "calendarType": "event"}, {"id": "x2", "name": "M"}]},
        {"calendars": [{"id": "x1", "name": "N", "calendarType": "personal"}]},
    ),
    "group": Create(
        "groups",
        {"name": "N", "description": "", "slug": "s"},
        "/calendars/groups",
        {},
        {"groups": [{"id": "x1", "name": "N", "slug": "s"}]},
        {"groups": [{"id": "x1", "name": "N", "slug": "t"}]},
    ),
    "resource": Create(
        "resources",
        {"name": "N", "description": "D", "calendar_ids": []},
        "/calendars/resources/rooms",
        {"limit": "100", "skip": "0"},
        [{"_id": "x1", "name": "N", "description": "D"}],
        [{"_id": "x1", "name": "M"}],
        ("rooms",),
    ),
}


async def make(client: CalendarsClient, create: Create) -> Any:
    group = getattr(client, create.group)
    return await group.create(*create.positional, **create.arguments, on_unknown="reconcile")


def json_replies(*bodies: Any) -> list[httpx.Response]:
    return [httpx.Response(200, json=body) for body in bodies]


@pytest.mark.parametrize("create", CREATES.values(), ids=CREATES.keys())
@pytest.mark.asyncio
async def test_each_create_is_looked_up(create: Create) -> None:
    """Each of the five creates finds what it had written where the API lists it."""
    script = Api(LOST, looks=json_replies(create.absent, create.found))
    async with script.client() as client:
        made = await make(client, create)
    assert (made.id, len(script.bodies), len(script.looks)) == ("x1", 1, 2)
    assert {look.url.path for look in script.looks} == {create.look}
    assert dict(script.looks[0].url.params) == {"locationId": LOCATION, **create.query}


@pytest.mark.parametrize("create", CREATES.values(), ids=CREATES.keys())
@pytest.mark.asyncio
async def test_each_create_is_sent_again(create: Create) -> None:
    """Each of the five creates is sent again when it is surely not there."""
    script = Api(LOST, {"id": "x9"}, looks=json_replies(create.absent))
    async with script.client() as client:
        assert (await make(client, create)).id == "x9"
    assert len(script.bodies) == 2


@pytest.mark.asyncio
async def test_resource_on_a_later_page() -> None:
    """Resources are looked for on all pages."""
    create = CREATES["resource"]
    script = Api(LOST, looks=json_replies(PAGE, create.found))
    async with script.client() as client:
        assert (await make(client, create)).id == "x1"
    assert [look.url.params["skip"] for look in script.looks] == ["0", "100"]


def test_each_create_with_a_lookup_takes_the_argument() -> None:
    """The operations that can be looked up are those whose methods and functions take on_unknown."""
    taking = {name for name in OPERATIONS if "on_unknown" in inspect.signature(getattr(api, name)).parameters}
    assert {name.replace("_", "-") for name in taking} == set(_reconcile.LOOKUPS)


@pytest.mark.parametrize("choice", ["ignore", "", None, True])
@pytest.mark.asyncio
async def test_unknown_choice(choice: Any) -> None:
    """A choice that is neither of the two is refused before anything is sent."""
    script = Api({"id": "a1"})
    async with script.client() as client:
        with pytest.raises(errors.ConfigurationError, match='pass "raise" or "reconcile"'):
            await book(client, choice)
    assert script.requests == []


@pytest.mark.asyncio
async def test_operation_without_a_lookup() -> None:
    """What cannot be looked up is refused before anything is sent."""
    script = Api({"id": "a1"})
    async with script.client() as client:
        with pytest.raises(errors.ConfigurationError, match="create-appointment-note: its outcome cannot be looked"):
            await client.call(CREATE_NOTE, path={"appointment_id": "a1"}, on_unknown="reconcile")
    assert script.requests == []


@pytest.mark.asyncio
async def test_not_asked_for() -> None:
    """Without the argument a lost reply is an error at once."""
    script = Api(LOST, looks=[[BOOKING]])
    async with script.client() as client:
        with pytest.raises(errors.OutcomeUnknown):
            await client.appointments.create(calendar_id="c1", contact_id="n1", start_time=START)
    assert (len(script.bodies), script.looks) == (1, [])


@pytest.mark.asyncio
async def test_good_reply_is_not_looked_into() -> None:
    """A create that is answered costs no other request."""
    script = Api({"id": "a1"})
    async with script.client() as client:
        assert (await response_of(client)).attempts == 1
    assert len(script.requests) == 1


@pytest.mark.asyncio
async def test_book_looks_without_being_asked() -> None:
    """A booking whose reply was lost is looked up."""
    script = Api(LOST, looks=[[BOOKING]])
    async with script.client() as client:
        booked = await client.appointments.book(START, end_time=END, calendar_id="c1", contact_id="n1")
    assert (booked.id, len(script.bodies)) == ("a1", 1)


@pytest.mark.asyncio
async def test_book_tries_no_other_member_while_the_outcome_is_unknown() -> None:
    """With any_member, a booking that may have happened ends the turn of the members."""
    needs = httpx.Response(422, json={"message": "A team member needs to be selected. assignedUserId is missing"})
    team = {"calendar": {"id": "c1", "teamMembers": [{"userId": "u1"}, {"userId": "u2"}]}}
    script = Api(needs, LOST, TAKEN, looks=[team, [], [], [], [], 403])
    async with script.client() as client:
        with pytest.raises(errors.OutcomeUnknown):
            await client.appointments.book(START, end_time=END, calendar_id="c1", contact_id="n1", any_member=True)
    assert [body.get("assignedUserId") for body in script.bodies] == [None, "u1", "u1"]


def said(caplog: pytest.LogCaptureFixture) -> Iterator[tuple[str, str]]:
    for record in caplog.records:
        if record.name == "highlevel_calendars._reconcile":
            yield record.levelname, record.getMessage()


@pytest.mark.asyncio
async def test_what_is_logged(caplog: pytest.LogCaptureFixture) -> None:
    """A lost reply is a warning and what came of it an information; neither tells what was sent."""
    caplog.set_level(logging.DEBUG)
    script = Api(LOST, 500, looks=[[], [], [], [], [BOOKING]])
    async with script.client() as client:
        await book(client)
    assert list(said(caplog)) == [
        ("WARNING", "create-appointment: attempt 1 ended in TimeoutOutcomeUnknown, looking"),
        ("INFO", "create-appointment: not found"),
        ("INFO", "create-appointment: it is not there and is sent again"),
        ("WARNING", "create-appointment: attempt 2 ended in ServerOutcomeUnknown, looking"),
        ("INFO", "create-appointment: found"),
    ]


LAZY = """
import asyncio, sys, httpx
from highlevel_calendars import CalendarsClient

async def main():
    transport = httpx.MockTransport(lambda request: httpx.Response(201, json={"id": "made"}))
    async with httpx.AsyncClient(transport=transport) as http:
        client = CalendarsClient("t", location_id="l", http_client=http)
        await client.groups.create(name="n", description="d", slug="s")
        print("highlevel_calendars._reconcile" in sys.modules)
        await client.groups.create(name="n", description="d", slug="s", on_unknown="reconcile")
        print("highlevel_calendars._reconcile" in sys.modules)

asyncio.run(main())
"""


def test_it_is_imported_when_it_is_asked_for() -> None:
    """Whoever does not ask for lost writes to be looked up does not pay for the import."""
    result = subprocess.run([sys.executable, "-c", LAZY], check=True, capture_output=True, text=True, timeout=30)
    assert result.stdout.split() == ["False", "True"]
