"""What stands in the query of a request: what was set, in the vendor's form, and nothing else."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

import httpx
import pytest
from conftest import BASE_URL, LOCATION, TOKEN
from pytest_httpx import HTTPXMock
from support import answered, refuse_to_answer
from wire import Call
from wire_calls import CALLS

from highlevel_calendars import UNSET, CalendarsClient, Options, ValidationError, api

START = datetime(2026, 8, 25, 8, tzinfo=UTC)
SPAN: dict[str, Any] = {"start_time": START, "end_time": START + timedelta(hours=1)}
DAYS: dict[str, Any] = {"start_date": START, "end_date": START + timedelta(days=1)}
ASKING = {name: call for name, call in CALLS.items() if call.query}
LOCATED = {name: call for name, call in ASKING.items() if call.located}


def query(httpx_mock: HTTPXMock) -> str:
    """The raw query of the one request."""
    (request,) = httpx_mock.get_requests()
    return request.url.query.decode()


@pytest.mark.parametrize("call", ASKING.values(), ids=ASKING)
@pytest.mark.asyncio
async def test_unset_is_left_out(call: Call, client: CalendarsClient, httpx_mock: HTTPXMock) -> None:
    """UNSET passed as a value is the same as leaving the argument out."""
    httpx_mock.add_response(json=call.reply)
    unset = {name: UNSET for name in call.arguments if name not in call.needed}
    await call.make(client, "method", {**call.least, **unset})
    assert query(httpx_mock) == call.wire_query(call.least)


@pytest.mark.parametrize("call", LOCATED.values(), ids=LOCATED)
@pytest.mark.asyncio
async def test_location_of_the_call_wins(call: Call, client: CalendarsClient, httpx_mock: HTTPXMock) -> None:
    """A location that the call names is sent in place of the client's, and once."""
    httpx_mock.add_response(json=call.reply)
    await call.make(client, "method", {**call.least, "location_id": "location-1"})
    found = httpx.QueryParams(query(httpx_mock))
    assert found.get_list("locationId") == ["location-1"]


@pytest.mark.parametrize("call", LOCATED.values(), ids=LOCATED)
@pytest.mark.asyncio
async def test_client_without_location(call: Call, httpx_mock: HTTPXMock) -> None:
    """A client needs no location of its own when each call names one; without any there is no request."""
    httpx_mock.add_response(json=call.reply)
    async with CalendarsClient(TOKEN, base_url=BASE_URL) as client:
        await call.make(client, "method", {**call.least, "location_id": "location-1"})
        with pytest.raises(ValidationError) as caught:
            await call.make(client, "method", call.least)
    assert [violation[:2] for violation in caught.value.violations] == [("location-id", "location_id")]
    assert httpx.QueryParams(query(httpx_mock))["locationId"] == "location-1"


@pytest.mark.parametrize("call", ASKING.values(), ids=ASKING)
@pytest.mark.asyncio
async def test_unknown_argument(call: Call, client: CalendarsClient) -> None:
    """An argument that the operation does not have is a TypeError that names it."""
    for way in ("method", "function"):
        with pytest.raises(TypeError, match="colour"):
            await call.make(client, way, {**call.least, "colour": "red"})


@pytest.mark.parametrize(
    ("arguments", "wire"),
    [
        ({"is_active": True}, "isActive=true"),
        ({"is_active": False, "deleted": False}, "isActive=false&deleted=false"),
        ({"skip": 0}, "skip=0"),
        ({"limit": 100}, "limit=100"),
        ({"limit": 100.0}, "limit=100"),
        ({}, ""),
    ],
    ids=str,
)
@pytest.mark.asyncio
async def test_values_that_are_easily_lost(
    arguments: dict[str, Any], wire: str, client: CalendarsClient, httpx_mock: HTTPXMock
) -> None:
    """False and zero are sent; booleans are lower case, and whole numbers have no point."""
    httpx_mock.add_response(json=[])
    await client.notifications.list("c", **arguments)
    assert query(httpx_mock) == wire
    (request,) = httpx_mock.get_requests()
    assert (b"?" in request.url.raw_path) is bool(wire)


@pytest.mark.parametrize(
    ("user_ids", "wire"),
    [([], ""), (["a"], "&userIds=a"), (["b", "a", "b"], "&userIds=b&userIds=a&userIds=b"), (["a,b"], "&userIds=a%2Cb")],
    ids=str,
)
@pytest.mark.asyncio
async def test_a_list_repeats_its_key(
    user_ids: list[str], wire: str, client: CalendarsClient, httpx_mock: HTTPXMock
) -> None:
    """Each item of a list has a pair of its own, in order; an empty list has none."""
    httpx_mock.add_response(json={})
    await client.calendars.get_slots("c", **DAYS, user_ids=user_ids)
    assert query(httpx_mock) == f"startDate=1787644800000&endDate=1787731200000{wire}"


@pytest.mark.parametrize(
    ("value", "wire"),
    [
        ("a&admin=true", "a%26admin%3Dtrue"),
        ("a#b", "a%23b"),
        ("a?b", "a%3Fb"),
        ("a+b c", "a%2Bb+c"),
        ("a/../b", "a%2F..%2Fb"),
        ("%26", "%2526"),
        ("é🗓", "%C3%A9%F0%9F%97%93"),
        ("a\r\nX-Evil: 1", "a%0D%0AX-Evil%3A+1"),
    ],
    ids=ascii,
)
@pytest.mark.asyncio
async def test_a_value_stays_in_its_parameter(
    value: str, wire: str, client: CalendarsClient, httpx_mock: HTTPXMock
) -> None:
    """Whatever a value holds is quoted, so that it is neither another parameter nor another address."""
    httpx_mock.add_response(json={"calendars": []})
    await client.calendars.list(group_id=value)
    assert query(httpx_mock) == f"locationId={LOCATION}&groupId={wire}"
    (request,) = httpx_mock.get_requests()
    assert request.url.host == "services.example.com"
    assert request.url.path == "/calendars/"


@pytest.mark.parametrize(
    ("start", "millis"),
    [
        (datetime(1970, 1, 1, tzinfo=UTC), "0"),
        (datetime(1969, 12, 31, 23, 59, 59, tzinfo=UTC), "-1000"),
        (datetime(2026, 8, 25, 8, 0, 0, 999_999, tzinfo=UTC), "1787644800999"),
        (datetime(2026, 8, 25, 8, 0, 0, 1_000, tzinfo=UTC), "1787644800001"),
    ],
    ids=str,
)
@pytest.mark.asyncio
async def test_milliseconds_are_whole(
    start: datetime, millis: str, client: CalendarsClient, httpx_mock: HTTPXMock
) -> None:
    """Parts of a millisecond are dropped, and no float comes between."""
    httpx_mock.add_response(json={"events": []})
    await client.events.list(user_id="u", start_time=start, end_time=datetime(2026, 8, 26, tzinfo=UTC))
    assert f"&startTime={millis}&" in query(httpx_mock)


@pytest.mark.asyncio
async def test_a_query_follows_the_path_of_a_proxy() -> None:
    """A base address with a path keeps it before the path and the query of the operation."""
    seen: list[str] = []

    def answer(request: httpx.Request) -> httpx.Response:
        seen.append(str(request.url))
        return httpx.Response(200, json={"groups": []})

    async with answered(answer, base_url="https://services.example.com/proxy/") as client:
        await client.groups.list()
    assert seen == [f"https://services.example.com/proxy/calendars/groups?locationId={LOCATION}"]


@pytest.mark.asyncio
async def test_queries_are_not_remembered(client: CalendarsClient, httpx_mock: HTTPXMock) -> None:
    """Calls of one operation one after the other each have their own query."""
    httpx_mock.add_response(json=[], is_reusable=True)
    await client.notifications.list("c", limit=5)
    await client.notifications.list("c")
    await client.notifications.list("d", skip=7)
    found = [request.url.raw_path.decode() for request in httpx_mock.get_requests()]
    assert found == [
        "/calendars/c/notifications?limit=5",
        "/calendars/c/notifications",
        "/calendars/d/notifications?skip=7",
    ]


# By name: the operation, and arguments of a wrong type, as code without a type checker passes them.
WRONG: dict[str, tuple[str, dict[str, Any]]] = {
    "None for an owner": ("list events", {**SPAN, "user_id": None}),
    "None beside an owner": ("list events", {**SPAN, "user_id": "u", "group_id": None}),
    "None for a location": ("list groups", {"location_id": None}),
    "None for a boolean": ("list calendars", {"show_drafted": None}),
    "None for a number": ("list notifications", {"limit": None}),
    "None for a number that is demanded": ("list notes", {"limit": None, "offset": 0}),
    "None for ids": ("list free slots", {**DAYS, "user_ids": None}),
    "None among ids": ("list free slots", {**DAYS, "user_ids": ["u", None]}),
    "an object for an owner": ("list events", {**SPAN, "user_id": object()}),
    "a dict for a group": ("list calendars", {"group_id": {"id": "g"}}),
    "bytes for an owner": ("list events", {**SPAN, "user_id": b"u"}),
    "not a number": ("list rooms", {"limit": float("nan"), "skip": 0}),
    "half a character": ("list calendars", {"group_id": "\ud800"}),
    "a text for a time": ("list events", {"user_id": "u", **SPAN, "start_time": "2026-08-25T08:00:00Z"}),
    "a number for a time": ("list events", {"user_id": "u", **SPAN, "start_time": 1787644800000}),
    "None for a time": ("list free slots", {**DAYS, "end_date": None}),
    "a time without a zone": ("list free slots", {**DAYS, "end_date": datetime(2026, 8, 26)}),
}


@pytest.mark.parametrize(("name", "arguments"), WRONG.values(), ids=WRONG)
@pytest.mark.asyncio
async def test_argument_of_a_wrong_type(name: str, arguments: dict[str, Any]) -> None:
    """An argument of a wrong type ends in a ValidationError with something to read, and nothing is sent."""
    async with answered(refuse_to_answer) as client:
        for way in ("method", "function"):
            with pytest.raises(ValidationError) as caught:
                await CALLS[name].make(client, way, arguments)
            assert caught.value.violations
            assert caught.value.operation == CALLS[name].operation


@pytest.mark.parametrize("value", [datetime(2026, 8, 25, 8), "2026-08-25T08:00:00Z", 1787644800000, None], ids=str)
@pytest.mark.asyncio
async def test_a_time_that_is_none_is_not_sent_unchecked(value: Any) -> None:
    """Without validation too, what is no aware datetime is never sent as milliseconds."""
    async with answered(refuse_to_answer) as client:
        with pytest.raises(ValidationError) as caught:
            await client.events.list(user_id="u", **{**SPAN, "start_time": value}, options=Options(validate=False))
    assert [violation[:2] for violation in caught.value.violations] == [("json-types", "arguments")]


@pytest.mark.parametrize("user_ids", [("a", "b"), ["a", "b"]], ids=["tuple", "list"])
@pytest.mark.asyncio
async def test_any_sequence_of_ids(user_ids: Any) -> None:
    """A tuple of ids is sent as a list is, or refused; it is never sent as the text of a tuple."""
    seen: list[str] = []

    def answer(request: httpx.Request) -> httpx.Response:
        seen.append(request.url.query.decode())
        return httpx.Response(200, json={})

    async with answered(answer) as client:
        try:
            await api.get_slots(client, "c", **DAYS, user_ids=user_ids)
        except ValidationError:
            return
    assert seen == ["startDate=1787644800000&endDate=1787731200000&userIds=a&userIds=b"]
