"""Free slots: the exact string that books them, and searches over ranges of any length."""

from __future__ import annotations

import copy
import json
import pickle
import subprocess
import sys
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta, timezone
from typing import Any
from zoneinfo import ZoneInfo

import httpx
import pytest
from pytest_httpx import HTTPXMock

from highlevel_calendars import CalendarsClient, Options, Slot, SlotDay, errors

OFFERED = "2026-08-25T08:00:00-05:00"
START = datetime(2026, 1, 1, tzinfo=UTC)
CHICAGO = timezone(timedelta(hours=-5))

TEXTS = [
    OFFERED,
    "2026-08-25T08:00:00.000-05:00",
    "2026-08-25T13:00:00Z",
    "2026-08-25T13:00:00.000Z",
    "2026-08-25T13:00:00+00:00",
    "2026-08-25T18:30+05:30",
    "2026-08-25 08:00:00-05:00",
]


def epoch(millis: str) -> datetime:
    return datetime.fromtimestamp(int(millis) / 1000, UTC)


def asked(request: httpx.Request) -> tuple[datetime, datetime]:
    """The range that a request asks for."""
    return epoch(request.url.params["startDate"]), epoch(request.url.params["endDate"])


def answering(times: list[datetime]) -> Callable[[httpx.Request], httpx.Response]:
    """An API that offers the `times` within the range, its ends included, in the zone that they have."""

    def answer(request: httpx.Request) -> httpx.Response:
        start, end = asked(request)
        days: dict[str, Any] = {"traceId": "t-1"}
        for time in times:
            if start <= time <= end:
                days.setdefault(time.date().isoformat(), {"slots": []})["slots"].append(time.isoformat())
        return httpx.Response(200, json=days)

    return answer


# ---------------------------------------------------------------- a slot


@pytest.mark.parametrize("text", TEXTS)
def test_slot_keeps_its_string(text: str) -> None:
    """A slot is the datetime of its string, and writes itself as that very string."""
    slot = Slot.offered(text)
    assert (slot.text, slot.isoformat()) == (text, text)
    assert slot == datetime.fromisoformat(text)
    assert slot.utcoffset() == datetime.fromisoformat(text).utcoffset()


@pytest.mark.parametrize("text", ["", "soon", "2026-08-25", "2026-08-25T08:00:00", "2026-13-25T08:00:00Z"])
def test_string_that_is_no_slot(text: str) -> None:
    """What is no time with an offset is refused with the text that was passed."""
    with pytest.raises(ValueError, match="offset") as caught:
        Slot.offered(text)
    assert repr(text) in str(caught.value)


@pytest.mark.parametrize(
    "make",
    [lambda: Slot(2026, 8, 25), lambda: Slot.now(UTC), lambda: Slot.fromisoformat(OFFERED), Slot.today],
    ids=["constructor", "now", "fromisoformat", "today"],
)
def test_slot_that_was_not_offered(make: Callable[[], Slot]) -> None:
    """A slot cannot be made without the string that it was offered as."""
    with pytest.raises(TypeError, match=r"Slot\.offered"):
        make()


HOUR = timedelta(hours=1)
DERIVED: dict[str, Callable[[datetime], datetime]] = {
    "slot + timedelta": lambda slot: slot + HOUR,
    "timedelta + slot": lambda slot: HOUR + slot,
    "slot - timedelta": lambda slot: slot - HOUR,
    "astimezone": lambda slot: slot.astimezone(UTC),
    "astimezone of the system": lambda slot: slot.astimezone(),
    "astimezone of its own zone": lambda slot: slot.astimezone(slot.tzinfo),
    "replace": lambda slot: slot.replace(hour=9),
    "replace by position": lambda slot: slot.replace(2027, 1),
    "replace of nothing": lambda slot: slot.replace(),
    "plain": lambda slot: slot.plain() if isinstance(slot, Slot) else slot,
}


@pytest.mark.parametrize("derive", DERIVED.values(), ids=DERIVED.keys())
def test_what_is_worked_out_of_a_slot(derive: Callable[[datetime], datetime]) -> None:
    """A time that is worked out of a slot is the plain datetime that any other datetime would give."""
    text = "2026-08-25T08:00:00.000-05:00"
    derived = derive(Slot.offered(text))
    assert type(derived) is datetime
    assert derived.isoformat() == derive(datetime.fromisoformat(text)).isoformat()


def test_differences_of_slots() -> None:
    """Slots and datetimes are subtracted from each other either way."""
    slot = Slot.offered(OFFERED)
    noon = datetime(2026, 8, 25, 12, tzinfo=CHICAGO)
    assert (noon - slot, slot - noon) == (timedelta(hours=4), timedelta(hours=-4))
    assert slot - Slot.offered("2026-08-25T12:00:00Z") == HOUR


COPIES: dict[str, Callable[[Any], Any]] = {
    "copy": copy.copy,
    "deepcopy": copy.deepcopy,
    **{f"pickle {n}": lambda slot, n=n: pickle.loads(pickle.dumps(slot, n)) for n in range(6)},  # noqa: S301 - our own
}


@pytest.mark.parametrize("duplicate", COPIES.values(), ids=COPIES.keys())
def test_copies_of_a_slot(duplicate: Callable[[Slot], Slot]) -> None:
    """A copy of a slot is a slot of the same string."""
    slot = Slot.offered("2026-08-25T13:00:00.000Z")
    twin = duplicate(slot)
    assert (type(twin), twin, twin.text) == (Slot, slot, slot.text)


def test_slots_compare_as_datetimes() -> None:
    """Equality, hash and order look at the instant, not at the string."""
    slot, same, next_one = map(Slot.offered, (OFFERED, "2026-08-25T13:00:00Z", "2026-08-25T08:30:00-05:00"))
    assert {slot, same, datetime.fromisoformat(OFFERED)} == {slot}
    assert sorted([next_one, slot]) == [slot, next_one]
    assert slot < datetime(2026, 8, 25, 14, tzinfo=UTC)


def test_forms_of_a_slot() -> None:
    """Another form is given when it is asked for, and the repr makes the slot again."""
    slot = Slot.offered("2026-08-25T13:00:00.000Z")
    assert slot.isoformat(" ") == str(slot) == "2026-08-25 13:00:00+00:00"
    assert slot.isoformat(timespec="minutes") == "2026-08-25T13:00+00:00"
    assert f"{slot:%H:%M}" == "13:00"
    assert repr(slot) == "Slot.offered('2026-08-25T13:00:00.000Z')"
    with pytest.raises(AttributeError):
        slot.text = OFFERED  # type: ignore[misc]


@pytest.mark.parametrize("text", TEXTS)
@pytest.mark.asyncio
async def test_slot_on_the_wire(client: CalendarsClient, httpx_mock: HTTPXMock, text: str) -> None:
    """Whatever writes a slot as a time sends its exact string."""
    httpx_mock.add_response(json={"id": "a1"}, is_reusable=True)
    slot = Slot.offered(text)
    end = slot + HOUR
    await client.appointments.create(calendar_id="c", contact_id="n", start_time=slot)
    await client.appointments.update("a1", start_time=slot, appointment_status="new")
    await client.block_slots.create(assigned_user_id="u", start_time=slot, end_time=end)
    bodies = [json.loads(request.content) for request in httpx_mock.get_requests()]
    assert [body["startTime"] for body in bodies] == [text] * 3
    assert bodies[2]["endTime"] == end.isoformat()


# ---------------------------------------------------------------- a search


@pytest.mark.parametrize(
    ("length", "requests"),
    [
        (timedelta(minutes=30), 1),
        (timedelta(days=31), 1),
        (timedelta(days=31, milliseconds=1), 2),
        (timedelta(days=62), 2),
        (timedelta(days=365), 12),
    ],
)
@pytest.mark.asyncio
async def test_pieces_of_a_range(
    client: CalendarsClient, httpx_mock: HTTPXMock, length: timedelta, requests: int
) -> None:
    """A range is asked for in pieces of at most 31 days that meet, from its start to its end."""
    httpx_mock.add_response(json={"traceId": "t"}, is_reusable=True)
    search = client.calendars.free_slots("c1", START, START + length)
    assert await search.list() == []
    ranges = [asked(request) for request in httpx_mock.get_requests()]
    assert len(ranges) == requests
    assert (ranges[0][0], ranges[-1][1]) == (START, START + length)
    assert [start for start, _ in ranges[1:]] == [end for _, end in ranges[:-1]]
    assert all(end - start <= timedelta(days=31) for start, end in ranges)


@pytest.mark.asyncio
async def test_piece_with_a_day_of_25_hours(client: CalendarsClient, httpx_mock: HTTPXMock) -> None:
    """Where the clocks are put back, 31 days by the calendar are an hour too many for one request."""
    httpx_mock.add_response(json={}, is_reusable=True)
    start = datetime(2026, 10, 10, tzinfo=ZoneInfo("Europe/Berlin"))
    await client.calendars.free_slots("c1", start, start + timedelta(days=31)).list()
    ranges = [asked(request) for request in httpx_mock.get_requests()]
    assert [end - start for start, end in ranges] == [timedelta(days=31), HOUR]


@pytest.mark.asyncio
async def test_first_slot_of_a_year(client: CalendarsClient, httpx_mock: HTTPXMock) -> None:
    """The first slot of a year costs one request when there is one within 31 days, even on the last of them."""
    httpx_mock.add_callback(answering([START + timedelta(days=30, hours=23, minutes=30)]))
    search = client.calendars.free_slots("c1", START, START + timedelta(days=365))
    assert httpx_mock.get_requests() == []
    slot = await search.first()
    assert slot is not None
    assert slot.text == "2026-01-31T23:30:00+00:00"
    assert len(httpx_mock.get_requests()) == 1


@pytest.mark.asyncio
async def test_first_slot_that_is_late(client: CalendarsClient, httpx_mock: HTTPXMock) -> None:
    """A search for the first slot goes on through empty pieces, and no further than the slot."""
    httpx_mock.add_callback(answering([START + timedelta(days=70)]), is_reusable=True)
    search = client.calendars.free_slots("c1", START, START + timedelta(days=365))
    assert await search.first() == START + timedelta(days=70)
    assert len(httpx_mock.get_requests()) == 3


@pytest.mark.asyncio
async def test_leaving_an_iteration(client: CalendarsClient, httpx_mock: HTTPXMock) -> None:
    """A loop that is left early makes no more requests, and another loop searches again."""
    httpx_mock.add_callback(answering([START + timedelta(days=day) for day in range(100)]), is_reusable=True)
    search = client.calendars.free_slots("c1", START, START + timedelta(days=90))
    for _ in range(2):
        async for slot in search:
            if slot >= START + timedelta(days=10):
                break
    assert [asked(request)[0] for request in httpx_mock.get_requests()] == [START, START]


@pytest.mark.asyncio
async def test_day_that_a_border_cuts(client: CalendarsClient, httpx_mock: HTTPXMock) -> None:
    """A day on both sides of a border is one day, and a slot on the border comes once."""
    start = datetime(2026, 1, 1, 10, tzinfo=CHICAGO)
    end = start + timedelta(days=40)
    times = [start + timedelta(hours=hour) for hour in range(40 * 24)]
    httpx_mock.add_callback(answering(times), is_reusable=True)
    search = client.calendars.free_slots("c1", start, end)
    assert await search.list() == times
    days = [day async for day in search.days()]
    assert [day.date for day in days] == [date(2026, 1, 1) + timedelta(days=n) for n in range(41)]
    assert [slot for day in days for slot in day.slots] == times
    assert days[31] == SlotDay(date(2026, 2, 1), tuple(time for time in times if time.date() == date(2026, 2, 1)))


@pytest.mark.asyncio
async def test_api_that_answers_whole_days(client: CalendarsClient, httpx_mock: HTTPXMock) -> None:
    """Where each reply has whole days, the day that a border cuts comes once, and whole."""
    start = datetime(2026, 1, 1, 10, tzinfo=UTC)
    cut = start + timedelta(days=31)
    slots = [f"2026-02-01T{hour:02}:00:00Z" for hour in (8, 10, 12)]
    httpx_mock.add_response(json={"2026-02-01": {"slots": slots}}, is_reusable=True)
    days = [day async for day in client.calendars.free_slots("c1", start, cut + HOUR).days()]
    assert days == [SlotDay(cut.date(), tuple(map(Slot.offered, slots)))]
    assert len(httpx_mock.get_requests()) == 2


@pytest.mark.asyncio
async def test_slots_come_in_order(client: CalendarsClient, httpx_mock: HTTPXMock) -> None:
    """Slots come in order of time whatever the order of the reply, each with its own string."""
    httpx_mock.add_response(
        json={
            "2026-01-03": {"slots": ["2026-01-03T09:00:00.000Z"]},
            "traceId": "t",
            "2026-01-02": {"slots": ["2026-01-02T11:00:00+01:00", "2026-01-02T09:30:00Z"]},
        }
    )
    slots = await client.calendars.free_slots("c1", START, START + timedelta(days=7)).list()
    assert [slot.text for slot in slots] == [
        "2026-01-02T09:30:00Z",
        "2026-01-02T11:00:00+01:00",
        "2026-01-03T09:00:00.000Z",
    ]


@pytest.mark.asyncio
async def test_day_is_the_one_of_the_reply(client: CalendarsClient, httpx_mock: HTTPXMock) -> None:
    """A slot belongs to the day under which it is offered, whatever offset it is written with."""
    late = ["2026-01-02T23:00:00Z", "2026-01-03T01:00:00Z"]
    httpx_mock.add_response(json={"2026-01-02": {"slots": late}, "other": {"slots": ["2026-01-04T09:00:00Z"]}})
    search = client.calendars.free_slots("c1", START, START + timedelta(days=7))
    days = [(day.date.day, [slot.text for slot in day.slots]) async for day in search.days()]
    assert days == [(2, late), (4, ["2026-01-04T09:00:00Z"])]


ODD: dict[str, Any] = {
    "an empty reply": {},
    "an empty day": {"2026-01-02": {"slots": []}},
    "a day without slots": {"2026-01-02": {"from": 1}},
    "slots that are no list": {"2026-01-02": {"slots": "2026-01-02T09:00:00Z"}},
    "null": {"2026-01-02": {"slots": None}},
    "a day that is a list": {"2026-01-02": ["2026-01-02T09:00:00Z"]},
    "values that are no times": {"2026-01-02": {"slots": [None, 5, True, {}, "soon", "2026-01-02"]}},
    "a time without an offset": {"2026-01-02": {"slots": ["2026-01-02T09:00:00"]}},
}


@pytest.mark.parametrize("reply", ODD.values(), ids=ODD.keys())
@pytest.mark.asyncio
async def test_reply_without_slots(client: CalendarsClient, httpx_mock: HTTPXMock, reply: dict[str, Any]) -> None:
    """What is no slot is passed over, and a search that finds none says so."""
    httpx_mock.add_response(json=reply, is_reusable=True)
    search = client.calendars.free_slots("c1", START, START + timedelta(days=7))
    assert await search.first() is None
    assert await search.list() == []
    assert [day async for day in search.days()] == []


@pytest.mark.asyncio
async def test_what_is_asked_for(client: CalendarsClient, httpx_mock: HTTPXMock) -> None:
    """The calendar, the zone, the users and the options go with every piece."""
    httpx_mock.add_response(json={}, is_reusable=True)
    end = START + timedelta(days=40)
    zone = "America/Chicago"
    options = Options(headers={"x-mine": "1"})
    search = client.calendars.free_slots(
        "c 1", START, end, timezone=zone, user_id="u", user_ids=["v", "w"], options=options
    )
    await search.list()
    requests = httpx_mock.get_requests()
    assert len(requests) == 2
    for request in requests:
        assert request.headers["x-mine"] == "1"
        assert request.url.raw_path.startswith(b"/calendars/c%201/free-slots?")
        assert request.url.params.multi_items()[2:] == [
            ("timezone", zone),
            ("userId", "u"),
            ("userIds", "v"),
            ("userIds", "w"),
        ]


RANGES: dict[str, tuple[Any, Any, str]] = {
    "a naive start": (START.replace(tzinfo=None), START, "start"),
    "a naive end": (START, START.replace(tzinfo=None), "end"),
    "a start that is a string": ("2026-01-01T00:00:00Z", START, "start"),
    "an end that is a date": (START, START.date(), "end"),
    "an end before the start": (START, START - HOUR, "end"),
    "no time at all": (START, START, "end"),
}


@pytest.mark.parametrize(("start", "end", "argument"), RANGES.values(), ids=RANGES.keys())
def test_range_that_is_none(start: Any, end: Any, argument: str) -> None:
    """A range that is none is refused at once, with the argument and the page."""
    client = CalendarsClient("pit-x")
    with pytest.raises(errors.ValidationError) as caught:
        client.calendars.free_slots("c1", start, end)
    assert [violation.argument for violation in caught.value.violations] == [argument]
    assert "get-slots" in str(caught.value)


@pytest.mark.asyncio
async def test_calendar_that_is_inactive(client: CalendarsClient, httpx_mock: HTTPXMock) -> None:
    """A refusal of the API comes out of whatever asks for slots."""
    httpx_mock.add_response(400, json={"message": "Calendar is inactive"}, is_reusable=True)
    search = client.calendars.free_slots("c1", START, START + timedelta(days=7))
    for ask in (search.first, search.list, anext_of(search.__aiter__), anext_of(search.days)):
        with pytest.raises(errors.CalendarInactiveError):
            await ask()


def anext_of(iterate: Callable[[], Any]) -> Callable[[], Any]:
    return lambda: anext(iterate())


# ---------------------------------------------------------------- the modules


def test_importing_the_client_stays_cheap() -> None:
    """Neither the package nor a new client imports what only helpers and models need."""
    code = (
        "import sys, highlevel_calendars as h; h.CalendarsClient('pit-x');"
        "print([m for m in sys.modules if m == 'attrs' or m.endswith(('.slots', '.booking', '.agenda', '.paging'))])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
