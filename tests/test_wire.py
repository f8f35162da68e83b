"""What each operation sends: method, path, query, headers and every field of its body."""

from __future__ import annotations

import inspect
import json
from datetime import UTC, datetime, timedelta, timezone
from typing import Any
from zoneinfo import ZoneInfo

import httpx
import pytest
from conftest import LOCATION, TOKEN
from pytest_httpx import HTTPXMock
from schemas import keys_in_schema, keys_of, operations, parameters, request_schema
from wire import INDIA, Call, Row
from wire_calls import CALLS

from highlevel_calendars import CalendarsClient, Options

UNCHECKED = Options(validate=False)
CLIENT = CalendarsClient("t")  # to look at, not to call
each_call = pytest.mark.parametrize("call", CALLS.values(), ids=CALLS.keys())
each_way = pytest.mark.parametrize("way", ["method", "function"])


def sent(httpx_mock: HTTPXMock) -> tuple[str, object]:
    """The method with the raw path and query of the one request, and its JSON body or `None`."""
    (request,) = httpx_mock.get_requests()
    body = json.loads(request.content) if request.content else None
    return f"{request.method} {request.url.raw_path.decode()}", body


def expected(call: Call, arguments: dict[str, Any]) -> tuple[str, object]:
    query = call.wire_query(arguments)
    return call.request + (f"?{query}" if query else ""), call.wire_body(arguments)


def test_every_operation_is_called() -> None:
    """The tables have every operation of the OpenAPI file, and no other."""
    assert {call.operation for call in CALLS.values()} == set(operations())


@pytest.mark.parametrize("operation_id", operations().keys())
def test_tables_are_complete(operation_id: str) -> None:
    """The tables exercise every key and parameter that the OpenAPI file has for a request, and no other."""
    calls = [call for call in CALLS.values() if call.operation == operation_id]
    bodies = [call.wire_body(call.arguments) for call in calls]
    assert set().union(*map(keys_of, bodies)) == keys_in_schema(request_schema(operation_id))
    for call in calls:
        assert [row[2] for row in call.query] == parameters(operation_id, "query")
        names = parameters(operation_id, "path")
        assert len(call.positional) == len(names) + isinstance(call.content, list)
        template = operations()[operation_id]["path"]
        for name, value in zip(names, call.positional, strict=False):
            template = template.replace(f"{{{name}}}", value)
        assert call.request == f"{operations()[operation_id]['method']} {template}"


@each_call
def test_the_tables_have_every_argument(call: Call) -> None:
    """Each keyword of a method stands in its table, but for those that say how to call and not what."""
    group, name = call.method.split(".")
    taken = inspect.signature(getattr(getattr(CLIENT, group), name)).parameters.values()
    keywords = {item.name: item.default for item in taken if item.kind is inspect.Parameter.KEYWORD_ONLY}
    others = {"assigned_user_id", "calendar_id"} if "block-slot" in call.operation else set[str]()
    assert keywords.keys() - {"options", "keep_status", "on_unknown"} == call.arguments.keys() | others
    demanded = {name for name, default in keywords.items() if default is inspect.Parameter.empty}
    assert demanded <= call.needed


@each_way
@each_call
@pytest.mark.asyncio
async def test_every_field(call: Call, way: str, client: CalendarsClient, httpx_mock: HTTPXMock) -> None:
    """A call with every argument sends every field and parameter under the key and in the form of the vendor."""
    httpx_mock.add_response(json=call.reply)
    await call.make(client, way, call.arguments)
    assert sent(httpx_mock) == expected(call, call.arguments)


@each_call
@pytest.mark.asyncio
async def test_the_least(call: Call, client: CalendarsClient, httpx_mock: HTTPXMock) -> None:
    """A call with only what is needed sends only that, and the client's location where one is demanded."""
    httpx_mock.add_response(json=call.reply)
    await call.make(client, "method", call.least)
    assert sent(httpx_mock) == expected(call, call.least)


@each_call
@pytest.mark.asyncio
async def test_the_clients_location(call: Call, client: CalendarsClient, httpx_mock: HTTPXMock) -> None:
    """The location of the client goes where the vendor demands one, once, and nowhere else."""
    httpx_mock.add_response(json=call.reply)
    await call.make(client, "method", call.least)
    place = "query" if "locationId" in parameters(call.operation, "query") else "body"
    demanded = place == "query" or "locationId" in request_schema(call.operation).get("required", ())
    (request,) = httpx_mock.get_requests()
    assert str(request.url).count(LOCATION) == (demanded and place == "query")
    assert request.content.decode().count(LOCATION) == (demanded and place == "body")


ROWS = [
    pytest.param(call, row, id=f"{name}: {row[2]}")
    for name, call in CALLS.items()
    for row in (*call.body, *call.query)
    if row[0] not in call.needed
]


@pytest.mark.parametrize(("call", "row"), ROWS)
@pytest.mark.asyncio
async def test_one_field(call: Call, row: Row, client: CalendarsClient, httpx_mock: HTTPXMock) -> None:
    """An optional argument adds its own key to the body or the query, and no other."""
    httpx_mock.add_response(json=call.reply)
    arguments = {**call.least, row[0]: row[1]}
    await call.make(client, "method", arguments, options=UNCHECKED)
    assert sent(httpx_mock) == expected(call, arguments)


@each_call
@pytest.mark.asyncio
async def test_headers(call: Call, client: CalendarsClient, httpx_mock: HTTPXMock) -> None:
    """A request has the headers that the API demands; those of a body only come with one."""
    httpx_mock.add_response(json=call.reply)
    await call.make(client, "method", call.arguments)
    (request,) = httpx_mock.get_requests()
    headers = dict(request.headers)
    sdk, library = headers.pop("user-agent").split(" ")
    encodings = headers.pop("accept-encoding")
    assert "gzip" in encodings
    assert sdk.startswith("highlevel-calendars/0.")
    assert library == f"httpx/{httpx.__version__}"
    of_body = {"content-type": "application/json", "content-length": str(len(request.content))}
    assert headers == {
        "host": "services.example.com",
        "authorization": f"Bearer {TOKEN}",
        "version": "2021-04-15",
        "accept": "application/json",
        "connection": "keep-alive",
        **(of_body if call.wire_body(call.arguments) is not None else {}),
    }


BERLIN = ZoneInfo("Europe/Berlin")
TIMES = {
    "half an hour": (datetime(2026, 8, 25, 8, 0, tzinfo=INDIA), "2026-08-25T08:00:00+05:30", "1787625000000"),
    "UTC": (datetime(2026, 8, 25, 8, 0, tzinfo=UTC), "2026-08-25T08:00:00+00:00", "1787644800000"),
    "Berlin in summer": (datetime(2026, 8, 25, 8, 0, tzinfo=BERLIN), "2026-08-25T08:00:00+02:00", "1787637600000"),
    "Berlin in winter": (datetime(2026, 12, 25, 8, 0, tzinfo=BERLIN), "2026-12-25T08:00:00+01:00", "1798182000000"),
    "the hour that comes twice": (
        datetime(2026, 10, 25, 2, 30, fold=1, tzinfo=BERLIN),
        "2026-10-25T02:30:00+01:00",
        "1792891800000",
    ),
    "west": (
        datetime(2026, 8, 25, 8, 0, tzinfo=timezone(-timedelta(hours=5))),
        "2026-08-25T08:00:00-05:00",
        "1787662800000",
    ),
}


@pytest.mark.parametrize(("start", "wire", "millis"), TIMES.values(), ids=TIMES)
@pytest.mark.asyncio
async def test_offset_is_kept(
    start: datetime, wire: str, millis: str, client: CalendarsClient, httpx_mock: HTTPXMock
) -> None:
    """A time is sent with the offset that it was given with, and never turned into another zone."""
    httpx_mock.add_response(json={"id": "1"})
    await client.appointments.create(calendar_id="c", contact_id="p", start_time=start)
    _, body = sent(httpx_mock)
    assert isinstance(body, dict)
    assert body["startTime"] == wire


@pytest.mark.parametrize(("start", "wire", "millis"), TIMES.values(), ids=TIMES)
@pytest.mark.asyncio
async def test_a_range_is_asked_for_in_milliseconds(
    start: datetime, wire: str, millis: str, client: CalendarsClient, httpx_mock: HTTPXMock
) -> None:
    """A time of a query is sent as the milliseconds since 1970, whatever its offset."""
    httpx_mock.add_response(json={"events": []})
    end = datetime(2027, 1, 1, tzinfo=UTC)
    await client.events.list(user_id="u", start_time=start, end_time=end)
    request, _ = sent(httpx_mock)
    assert request == (f"GET /calendars/events?locationId={LOCATION}&userId=u&startTime={millis}&endTime=1798761600000")
