"""All events of a range, over any number of calendars, users and groups."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Sequence
from datetime import UTC, datetime, timedelta
from typing import Any

import httpx
import pytest
from conftest import LOCATION
from pytest_httpx import HTTPXMock

from highlevel_calendars import CalendarsClient, Options, errors
from highlevel_calendars.models import Calendar

START = datetime(2026, 1, 1, tzinfo=UTC)
YEAR = START + timedelta(days=365)
HOUR = timedelta(hours=1)


def at(day: float, hours: float = 1, **more: Any) -> dict[str, Any]:
    """An event that starts so many days after `START`."""
    start = START + timedelta(days=day)
    return {
        "contactId": "n1",
        "startTime": start.isoformat(),
        "endTime": (start + timedelta(hours=hours)).isoformat(),
        **more,
    }


def block(day: float, **more: Any) -> dict[str, Any]:
    """A block that starts so many days after `START`."""
    return {key: value for key, value in at(day, **more).items() if key != "contactId"}


def epoch(millis: str) -> datetime:
    return datetime.fromtimestamp(int(millis) / 1000, UTC)


class Server:
    """Has events by id, each in the lists of the calendars, users and groups that it names; finds them by overlap."""

    def __init__(self, events: dict[str, dict[str, Any]], calendars: Sequence[str] = ()) -> None:
        self.asked: list[dict[str, str]] = []
        self.marks: list[str | None] = []
        self.running = self.most = self.cancelled = 0
        self.hold: Callable[[dict[str, str]], Any] | None = None
        self._events = [{"id": id_, **event} for id_, event in events.items()]
        self._calendars = calendars

    async def __call__(self, request: httpx.Request) -> httpx.Response:
        params = {"path": request.url.path, **dict(request.url.params)}
        self.asked.append(params)
        self.marks.append(request.headers.get("x-mine"))
        self.running += 1
        self.most = max(self.most, self.running)
        try:
            if self.hold is not None:
                await self.hold(params)
            return self.answer(params)
        except asyncio.CancelledError:
            self.cancelled += 1
            raise
        finally:
            self.running -= 1

    def answer(self, params: dict[str, str]) -> httpx.Response:
        if params["path"] == "/calendars/":
            return httpx.Response(200, json={"calendars": [{"id": id_} for id_ in self._calendars]})
        blocked = params["path"] == "/calendars/blocked-slots"
        start, end = epoch(params["startTime"]), epoch(params["endTime"])
        found = [
            event
            for event in self._events
            if ("contactId" not in event) == blocked
            and datetime.fromisoformat(event["startTime"]) <= end
            and datetime.fromisoformat(event["endTime"]) >= start
            and any(params.get(key) in event.get("lists", ["c1"]) for key in ("calendarId", "userId", "groupId"))
        ]
        return httpx.Response(200, json={"events": found, "traceId": "t-1"})

    def lists(self) -> list[tuple[str, str]]:
        """The path and the target of every list that was asked for."""
        keys = ("calendarId", "userId", "groupId")
        return [(asked["path"], f"{key}={asked[key]}") for asked in self.asked for key in keys if key in asked]


@pytest.fixture
def serve(httpx_mock: HTTPXMock) -> Callable[[Server], Server]:
    """Puts a server behind the client."""

    def serve(server: Server) -> Server:
        httpx_mock.add_callback(server, is_reusable=True, is_optional=True)
        return server

    return serve


def other_tasks() -> set[asyncio.Task[Any]]:
    return asyncio.all_tasks() - {task for task in [asyncio.current_task()] if task is not None}


Serve = Callable[[Server], Server]

# ---------------------------------------------------------------- what comes


STREAMS: dict[str, tuple[dict[str, Any], dict[str, Any], list[str]]] = {
    "none": ({}, {}, []),
    "in order of their start": ({"a": at(3), "b": at(1), "c": at(2)}, {}, ["b", "c", "a"]),
    "in order over windows and zones": (
        {"a": at(200), "b": at(40), "c": at(33, hours=48, startTime="2026-02-02T23:00:00-05:00"), "d": at(32)},
        {},
        ["d", "c", "b", "a"],
    ),
    "one over many windows": ({"long": at(20, hours=100 * 24), "short": at(32)}, {}, ["long", "short"]),
    "one that began before": ({"a": at(1), "early": at(-5, hours=6 * 24)}, {}, ["early", "a"]),
    "one on a border": ({"a": at(31), "b": at(30, hours=24), "c": at(31, hours=0)}, {}, ["b", "a", "c"]),
    "one in several lists": (
        {"a": at(1, lists=["c1", "c2"]), "b": at(40, lists=["c2", "c1"]), "c": at(2, lists=["c2"])},
        {"calendars": ["c1", "c2"]},
        ["a", "c", "b"],
    ),
    "no deleted ones": ({"a": at(1, deleted=True), "b": at(2, deleted=False)}, {}, ["b"]),
    "deleted ones on demand": ({"a": at(1, deleted=True), "b": at(2)}, {"deleted": True}, ["a", "b"]),
    "no blocks": ({"a": at(1), "block": block(2)}, {}, ["a"]),
    "blocks on demand": (
        {"a": at(1), "block": block(2), "b": at(3), "old": block(4, deleted=True)},
        {"blocks": True},
        ["a", "block", "b"],
    ),
    "none outside": ({"before": at(-1), "after": at(366), "in": at(364)}, {}, ["in"]),
}


@pytest.mark.parametrize("concurrency", [1, 3, 100])
@pytest.mark.parametrize(("events", "arguments", "expected"), STREAMS.values(), ids=STREAMS.keys())
@pytest.mark.asyncio
async def test_stream(
    *,
    client: CalendarsClient,
    serve: Serve,
    events: dict[str, Any],
    arguments: dict[str, Any],
    expected: list[str],
    concurrency: int,
) -> None:
    """The events of a year come once each, in order of their start, whatever the concurrency."""
    serve(Server(events))
    values: dict[str, Any] = {"calendars": ["c1"], "concurrency": concurrency, **arguments}
    assert [event.id async for event in client.events.between(START, YEAR, **values)] == expected


@pytest.mark.asyncio
async def test_blocks_are_told_apart(client: CalendarsClient, serve: Serve) -> None:
    """A block has no contact."""
    serve(Server({"a": at(1), "block": block(2)}))
    stream = client.events.between(START, START + timedelta(days=5), calendars=["c1"], blocks=True)
    assert [(event.id, event.contact_id is None) async for event in stream] == [("a", False), ("block", True)]


@pytest.mark.asyncio
async def test_event_without_a_start(client: CalendarsClient, httpx_mock: HTTPXMock) -> None:
    """An event whose start cannot be read is not lost."""
    httpx_mock.add_response(json={"events": [{"id": "b", **at(1)}, {"id": "a", "startTime": "soon"}]})
    stream = client.events.between(START, START + timedelta(days=5), calendars=["c1"])
    assert [event.id async for event in stream] == ["a", "b"]


@pytest.mark.asyncio
async def test_events_that_start_together(client: CalendarsClient, serve: Serve) -> None:
    """Events of the same start come in the order of their targets, whichever reply is the first."""
    server = serve(Server({"a": at(1, lists=["u2"]), "b": at(1, lists=["u1"])}))
    server.hold = lambda params: asyncio.sleep(0.01 if params["userId"] == "u1" else 0)
    stream = client.events.between(START, START + timedelta(days=5), users=["u1", "u2"])
    assert [event.id async for event in stream] == ["b", "a"]


# ---------------------------------------------------------------- what is asked for


TARGETS: dict[str, tuple[dict[str, Any], list[str]]] = {
    "ids": ({"calendars": ["c1", "c2"]}, ["calendarId=c1", "calendarId=c2"]),
    "models": ({"calendars": (Calendar(id="c1"), "c2")}, ["calendarId=c1", "calendarId=c2"]),
    "one twice": ({"calendars": ["c1", Calendar(id="c1")]}, ["calendarId=c1"]),
    "users": ({"users": ["u1", "u2"]}, ["userId=u1", "userId=u2"]),
    "groups": ({"groups": ["g1"]}, ["groupId=g1"]),
    "none of the kind": ({"users": []}, []),
}


@pytest.mark.parametrize("blocks", [False, True])
@pytest.mark.parametrize(("arguments", "targets"), TARGETS.values(), ids=TARGETS.keys())
@pytest.mark.asyncio
async def test_targets(
    client: CalendarsClient, serve: Serve, arguments: dict[str, Any], targets: list[str], blocks: bool
) -> None:
    """Each target is asked for once in a window, and once more for its blocks."""
    server = serve(Server({}))
    stream = client.events.between(START, START + timedelta(days=31), blocks=blocks, **arguments)
    assert [event async for event in stream] == []
    paths = ["/calendars/events", "/calendars/blocked-slots"] if blocks else ["/calendars/events"]
    assert sorted(server.lists()) == sorted((path, target) for path in paths for target in targets)
    assert all(asked["locationId"] == LOCATION for asked in server.asked)
    assert len(server.lists()) == len(server.asked)


@pytest.mark.asyncio
async def test_all_calendars_of_the_location(client: CalendarsClient, serve: Serve) -> None:
    """Without a target the location's calendars are listed, once, and each is asked for."""
    server = serve(Server({"a": at(40, lists=["c2"]), "b": at(1, lists=["c1"])}, calendars=["c1", "c2"]))
    stream = client.events.between(START, START + timedelta(days=62), location_id="l9")
    assert server.asked == []
    assert [event.id async for event in stream] == ["b", "a"]
    assert [asked["path"] for asked in server.asked] == ["/calendars/", *["/calendars/events"] * 4]
    assert {asked["locationId"] for asked in server.asked} == {"l9"}


@pytest.mark.asyncio
async def test_options_of_every_request(client: CalendarsClient, serve: Serve) -> None:
    """The options go with every request."""
    server = serve(Server({}, calendars=["c1"]))
    options = Options(headers={"x-mine": "1"})
    stream = client.events.between(START, START + HOUR, blocks=True, options=options)
    assert [event async for event in stream] == []
    assert server.marks == ["1"] * 3


@pytest.mark.asyncio
async def test_location_without_calendars(client: CalendarsClient, serve: Serve) -> None:
    """A location without calendars has no events, and nothing more is asked for."""
    server = serve(Server({}))
    assert [event async for event in client.events.between(START, YEAR)] == []
    assert len(server.asked) == 1


@pytest.mark.parametrize(
    ("length", "windows"),
    [(HOUR, 1), (timedelta(days=31), 1), (timedelta(days=31, hours=1), 2), (timedelta(days=365), 12)],
)
@pytest.mark.asyncio
async def test_windows(client: CalendarsClient, serve: Serve, length: timedelta, windows: int) -> None:
    """The windows meet, and cover the range from its start to its end."""
    server = serve(Server({}))
    assert [event async for event in client.events.between(START, START + length, users=["u1"])] == []
    ranges = sorted((epoch(asked["startTime"]), epoch(asked["endTime"])) for asked in server.asked)
    assert len(ranges) == windows
    assert (ranges[0][0], ranges[-1][1]) == (START, START + length)
    assert [start for start, _ in ranges[1:]] == [end for _, end in ranges[:-1]]


WRONG: dict[str, tuple[dict[str, Any], str, str]] = {
    "a naive start": ({"start": START.replace(tzinfo=None)}, "aware-datetime", "start"),
    "an end that is text": ({"end": "2026-02-01T00:00:00Z"}, "aware-datetime", "end"),
    "an end before the start": ({"end": START - HOUR}, "end-after-start", "end"),
    "two kinds": ({"calendars": ["c1"], "users": []}, "one-kind", "calendars, users"),
    "three kinds": ({"calendars": [], "users": [], "groups": []}, "one-kind", "calendars, users, groups"),
    "a string of users": ({"users": "u1"}, "list-of-ids", "users"),
    "a string of calendars": ({"calendars": "c1"}, "list-of-ids", "calendars"),
    "no requests at a time": ({"concurrency": 0}, "positive-concurrency", "concurrency"),
}


@pytest.mark.parametrize(("arguments", "rule", "argument"), WRONG.values(), ids=WRONG.keys())
@pytest.mark.asyncio
async def test_wrong_arguments(
    client: CalendarsClient, httpx_mock: HTTPXMock, arguments: dict[str, Any], rule: str, argument: str
) -> None:
    """Arguments that make no sense are refused by the call itself, before the iteration."""
    values: dict[str, Any] = {"start": START, "end": YEAR, **arguments}
    with pytest.raises(errors.ValidationError) as caught:
        client.events.between(values.pop("start"), values.pop("end"), **values)
    assert [(found.rule, found.argument) for found in caught.value.violations] == [(rule, argument)]
    assert httpx_mock.get_requests() == []


# ---------------------------------------------------------------- how it is asked for


@pytest.mark.parametrize(
    ("targets", "concurrency", "most"), [(10, 4, 4), (10, 1, 1), (1, 4, 4), (2, 5, 4), (3, 100, 36), (12, 4, 4)]
)
@pytest.mark.asyncio
async def test_concurrency(client: CalendarsClient, serve: Serve, targets: int, concurrency: int, most: int) -> None:
    """As many requests as allowed are under way, of several windows where one has few targets, and never more."""
    server = serve(Server({}))
    await client.events.list(start_time=START, end_time=YEAR, user_id="u")  # the first reply tells of no rate limit
    server.asked.clear()
    server.hold = lambda _: asyncio.sleep(0.001)
    users = [f"u{number}" for number in range(targets)]
    assert [event async for event in client.events.between(START, YEAR, users=users, concurrency=concurrency)] == []
    assert server.most == most
    assert len(server.asked) == 12 * targets


@pytest.mark.asyncio
async def test_leaving_early(client: CalendarsClient, serve: Serve) -> None:
    """No task is left when the consumer leaves, none runs while it has an event, and later windows cost nothing."""
    server = serve(Server({f"e{day}": at(day) for day in range(365)}))
    stream = client.events.between(START, YEAR, calendars=["c1"], concurrency=2)
    async for event in stream:
        assert (other_tasks(), server.running) == (set(), 0)
        if event.id == "e10":
            break
    assert (other_tasks(), len(server.asked)) == (set(), 2)
    await stream.aclose()
    assert [event async for event in stream] == []
    assert (other_tasks(), len(server.asked)) == (set(), 2)


@pytest.mark.asyncio
async def test_failure_ends_the_others(client: CalendarsClient, serve: Serve) -> None:
    """The first failure is raised as it is, at once; requests under way are called off and the rest never made."""
    server = serve(Server({}))

    async def hold(params: dict[str, str]) -> None:
        if params["userId"] == "u1":
            await asyncio.sleep(0.001)
            raise httpx.ReadError("broken")
        await asyncio.Event().wait()

    server.hold = hold
    users = [f"u{number}" for number in range(9)]
    async with asyncio.timeout(5):
        with pytest.raises(errors.APIConnectionError, match="broken"):
            await anext(client.events.between(START, YEAR, users=users, concurrency=3))
    assert [asked["userId"] for asked in server.asked] == ["u0", "u1", "u2"]
    assert (server.cancelled, server.running, other_tasks()) == (2, 0, set())


@pytest.mark.asyncio
async def test_consumer_that_is_cancelled(client: CalendarsClient, serve: Serve) -> None:
    """A consumer that is cancelled while it waits takes its requests with it."""
    server = serve(Server({}))
    server.hold = lambda _: asyncio.Event().wait()
    users = [f"u{number}" for number in range(9)]
    stream = client.events.between(START, YEAR, users=users, concurrency=3)
    with pytest.raises(TimeoutError):
        async with asyncio.timeout(0.01):
            await anext(stream)
    assert (server.cancelled, server.running, other_tasks()) == (3, 0, set())


@pytest.mark.asyncio
async def test_failure_of_the_list_of_calendars(client: CalendarsClient, httpx_mock: HTTPXMock) -> None:
    """Where the calendars cannot be listed, that is the error."""
    httpx_mock.add_response(403, json={"message": "The token does not have access to this location."})
    with pytest.raises(errors.WrongLocationError):
        await anext(client.events.between(START, YEAR))
