"""The settings of a single call, and the endpoint functions that return the whole response."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from typing import Any

import httpx
import pytest
from conftest import TOKEN
from pytest_httpx import HTTPXMock
from support import answered
from wire import Call
from wire_calls import CALLS

from highlevel_calendars import CalendarsClient, Options, Response, StatusError, ValidationError, api, errors, models
from highlevel_calendars._generated import api as generated

START, END = datetime(2026, 8, 25, 8, tzinfo=UTC), datetime(2026, 8, 25, 9, tzinfo=UTC)


async def create_group(client: CalendarsClient, options: Options | None = None) -> models.Group:
    return await client.groups.create(name="n", description="d", slug="s", options=options)


@pytest.mark.parametrize("call", CALLS.values(), ids=CALLS.keys())
@pytest.mark.asyncio
async def test_function(call: Call, client: CalendarsClient, httpx_mock: HTTPXMock) -> None:
    """An endpoint function sends what its method sends, and returns the whole response around the same value."""
    reply = {**call.reply, "traceId": "trace-1"} if isinstance(call.reply, dict) else call.reply
    content = json.dumps(reply).encode()
    httpx_mock.add_response(status_code=201, content=content, headers={"X-RateLimit-Remaining": "99"}, is_reusable=True)
    response = await call.make(client, "function", call.least)
    assert type(response) is Response
    assert (response.status, response.attempts) == (201, 1)
    assert response.trace_id == ("trace-1" if isinstance(reply, dict) else None)
    assert response.content == content
    assert response.headers["x-ratelimit-remaining"] == "99"
    assert response.value == await call.make(client, "method", call.least)
    first, second = httpx_mock.get_requests()
    assert (first.method, first.url, first.content) == (second.method, second.url, second.content)


def test_every_function_is_tried() -> None:
    """No endpoint function is missing from the tables."""
    assert {name for name in generated.__all__ if name.islower()} == {call.function for call in CALLS.values()}


@pytest.mark.parametrize(
    ("body", "trace_id"),
    [
        ({"id": "1", "traceId": "t"}, "t"),
        ({"id": "1"}, None),
        ({"id": "1", "traceId": 5}, None),
        ({"group": {"id": "1"}, "traceId": "t"}, "t"),
    ],
    ids=["given", "missing", "a number", "beside the envelope"],
)
@pytest.mark.asyncio
async def test_trace_id(
    body: dict[str, object], trace_id: str | None, client: CalendarsClient, httpx_mock: HTTPXMock
) -> None:
    """The trace id of a response is the text beside or in the reply, if there is one."""
    httpx_mock.add_response(json=body)
    response = await api.create_calendar_group(client, models.CreateGroup(name="n", description="d", slug="s"))
    assert response.trace_id == trace_id


@pytest.mark.asyncio
async def test_response_hides_what_is_long(client: CalendarsClient, httpx_mock: HTTPXMock) -> None:
    """The repr of a response shows its value and not its headers or its body."""
    httpx_mock.add_response(content=b'{"id": "1", "other": "long text"}', headers={"Set-Cookie": "a=secret"})
    response = await api.create_calendar_group(client, models.CreateGroup(name="n", description="d", slug="s"))
    assert "Group(id='1'" in repr(response)
    assert "long text" not in repr(response)
    assert "secret" not in repr(response)


@pytest.mark.asyncio
async def test_headers_of_a_call(client: CalendarsClient, httpx_mock: HTTPXMock) -> None:
    """A call's headers are added to its own request only, and may name another user agent."""
    httpx_mock.add_response(json={"id": "1"}, is_reusable=True)
    await create_group(client, Options(headers={"X-Request-Id": "r-1", "User-Agent": "mine/1"}))
    await create_group(client)
    first, second = httpx_mock.get_requests()
    assert (first.headers["x-request-id"], first.headers["user-agent"]) == ("r-1", "mine/1")
    assert first.headers["authorization"] == f"Bearer {TOKEN}"
    assert "x-request-id" not in second.headers
    assert second.headers["user-agent"].startswith("highlevel-calendars/")


@pytest.mark.parametrize(
    "name",
    ["Authorization", "VERSION", "host", "Content-Type", "Content-Length", "Transfer-Encoding", "Connection"],
)
@pytest.mark.asyncio
async def test_own_headers(name: str, client: CalendarsClient, httpx_mock: HTTPXMock) -> None:
    """A header that the SDK sets itself is refused by name, and its value is not shown."""
    with pytest.raises(ValidationError) as caught:
        await create_group(client, Options(headers={name: "hidden-value"}))
    (violation,) = caught.value.violations
    assert (violation.rule, violation.argument) == ("own-header", f"options.headers[{name!r}]")
    assert "hidden-value" not in str(caught.value)
    assert not httpx_mock.get_requests()


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("", "v"),
        ("X Y", "v"),
        ("X:", "v"),
        ("X-\u00e9", "v"),
        ("X", "a\r\nY: b"),
        ("X", "a\nb"),
        ("X", "caf\u00e9"),
        ("X", "a\x00"),
        ("X", 5),
        ("X", None),
        ("X", b"bytes"),
        ("X", " leading"),
        ("X", "trailing "),
    ],
)
@pytest.mark.asyncio
async def test_bad_headers(name: Any, value: Any, client: CalendarsClient, httpx_mock: HTTPXMock) -> None:
    """What cannot stand in a header is refused before anything is sent."""
    httpx_mock.add_response(json={"id": "1"}, is_optional=True)
    with pytest.raises(ValidationError) as caught:
        await create_group(client, Options(headers={name: value}))
    assert [violation.rule for violation in caught.value.violations] == ["header-syntax"]
    assert not httpx_mock.get_requests()


@pytest.mark.parametrize("headers", [{5: "v"}, {None: "v"}, [("X", "v")], "X: v"], ids=repr)
@pytest.mark.asyncio
async def test_headers_of_a_wrong_type(headers: Any, client: CalendarsClient, httpx_mock: HTTPXMock) -> None:
    """Headers that are no mapping of names to values are a ValidationError, and nothing is sent."""
    with pytest.raises(ValidationError):
        await create_group(client, Options(headers=headers))
    assert not httpx_mock.get_requests()


@pytest.mark.parametrize(
    ("seconds", "phases"),
    [
        (None, {"connect": 5.0, "pool": 5.0, "read": 30.0, "write": 30.0}),
        (3, {"connect": 1.5, "pool": 1.5, "read": 3, "write": 3}),
        (10, {"connect": 5.0, "pool": 5.0, "read": 10, "write": 10}),
        (120, {"connect": 5.0, "pool": 5.0, "read": 120, "write": 120}),
    ],
)
@pytest.mark.asyncio
async def test_timeout_of_a_call(
    seconds: float | None, phases: dict[str, float], client: CalendarsClient, httpx_mock: HTTPXMock
) -> None:
    """A call's timeout reaches httpx; connecting may take half of it and at most five seconds."""
    httpx_mock.add_response(json={"id": "1"})
    await create_group(client, Options(timeout=seconds))
    (request,) = httpx_mock.get_requests()
    assert request.extensions["timeout"] == phases


@pytest.mark.parametrize("seconds", [0, -1, float("nan"), float("inf"), "5", httpx.Timeout(5)], ids=repr)
@pytest.mark.asyncio
async def test_bad_timeout_of_a_call(seconds: Any, client: CalendarsClient, httpx_mock: HTTPXMock) -> None:
    """A timeout that is no positive number is a ConfigurationError, and nothing is sent."""
    with pytest.raises(errors.ConfigurationError, match="timeout"):
        await create_group(client, Options(timeout=seconds))
    assert not httpx_mock.get_requests()


@pytest.mark.asyncio
async def test_settings_that_are_no_options(client: CalendarsClient, httpx_mock: HTTPXMock) -> None:
    """A dictionary in place of Options is refused, with what to pass."""
    options: Any = {"timeout": 5}
    with pytest.raises(errors.ConfigurationError, match=r"Options\(timeout=5\)"):
        await create_group(client, options)
    assert not httpx_mock.get_requests()


@pytest.mark.parametrize("max_wait", ["3", -1, float("nan")], ids=repr)
@pytest.mark.asyncio
async def test_bad_wait_of_a_call(max_wait: Any, client: CalendarsClient, httpx_mock: HTTPXMock) -> None:
    """A bound for waiting that cannot be used is refused before anything is sent."""
    with pytest.raises(errors.ConfigurationError, match="max_wait"):
        await create_group(client, Options(max_wait=max_wait))
    assert not httpx_mock.get_requests()


@pytest.mark.parametrize("max_retries", ["3", -1], ids=repr)
@pytest.mark.asyncio
async def test_bad_retries_of_a_call(max_retries: Any, client: CalendarsClient, httpx_mock: HTTPXMock) -> None:
    """A number of retries that is no whole number from 0 up is a ConfigurationError, and nothing is sent."""
    httpx_mock.add_response(status_code=429, is_optional=True)
    with pytest.raises(errors.ConfigurationError, match="max_retries"):
        await create_group(client, Options(max_retries=max_retries))
    assert not httpx_mock.get_requests()


@pytest.mark.parametrize(
    ("of_client", "of_call", "attempts"), [(0, 2, 3), (2, 0, 1), (1, None, 2), (0, None, 1), (2, 1, 2)]
)
@pytest.mark.asyncio
async def test_retries_of_a_call(of_client: int, of_call: int | None, attempts: int) -> None:
    """A call's own number of retries counts in place of the client's."""

    def refuse(request: httpx.Request) -> httpx.Response:
        return httpx.Response(429, headers={"Retry-After": "0"})

    async with answered(refuse, max_retries=of_client) as client:
        with pytest.raises(StatusError) as caught:
            await create_group(client, Options(max_retries=of_call))
    assert caught.value.attempts == attempts


@pytest.mark.parametrize(
    ("of_client", "of_call", "sent"),
    [(True, None, False), (True, False, True), (False, None, True), (False, True, False)],
)
@pytest.mark.asyncio
async def test_validation_of_a_call(of_client: bool, of_call: bool | None, sent: bool) -> None:
    """A call's own setting decides whether the rules are checked, in place of the client's."""
    requests: list[httpx.Request] = []

    def accept(request: httpx.Request) -> httpx.Response:
        requests.append(request)
        return httpx.Response(201, json={"id": "1"})

    async with answered(accept, validate=of_client) as client:
        try:
            await client.block_slots.create(start_time=START, end_time=END, options=Options(validate=of_call))
        except ValidationError:
            assert not sent
    assert bool(requests) is sent
