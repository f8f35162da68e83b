"""The client itself: how it is made and refused, how long it lives, and what it shares with others."""

from __future__ import annotations

import asyncio
import copy
import gc
import json
import pickle
import warnings
from datetime import UTC, datetime
from typing import Any

import httpx
import pytest
from conftest import BASE_URL, LOCATION, TOKEN
from pytest_httpx import HTTPXMock
from support import answered

from highlevel_calendars import CalendarsClient, StaticToken, StatusError, errors
from highlevel_calendars.errors import ConfigurationError
from highlevel_calendars.limits import LocalLimiter
from highlevel_sandbox import Sandbox

START = datetime(2026, 8, 25, 8, tzinfo=UTC)


async def create_group(client: CalendarsClient, slug: str = "s") -> Any:
    return await client.groups.create(name="n", description="d", slug=slug)


# ---------------------------------------------------------------- made from arguments


BAD: dict[str, tuple[dict[str, Any], str]] = {
    "an empty token": ({"token": ""}, "token"),
    "a token with a line end": ({"token": "pit-planted\n"}, "line ends"),
    "a token with a space": ({"token": "Bearer pit-planted"}, "spaces"),
    "a token with a sign that none has": ({"token": "pit-plant\u00e9d"}, "ASCII"),
    "no token": ({"token": None}, "token"),
    "a number as the token": ({"token": 5}, "token"),
    "bytes as the token": ({"token": b"pit-planted"}, "token"),
    "half an Auth": ({"token": type("Half", (), {"token": str})()}, "Auth"),
    "an empty location": ({"location_id": ""}, "location_id"),
    "a number as the location": ({"location_id": 5}, "location_id"),
    "an empty address": ({"base_url": ""}, "http"),
    "an address without a scheme": ({"base_url": "services.example.com"}, "http"),
    "an address of another kind": ({"base_url": "ftp://services.example.com"}, "http"),
    "an address without a host": ({"base_url": "https://"}, "host"),
    "an address with a query": ({"base_url": "https://services.example.com?a=b"}, "path"),
    "an address with a fragment": ({"base_url": "https://services.example.com#a"}, "path"),
    "an address with a password": ({"base_url": "https://u:pit-planted@services.example.com"}, "password"),
    "an address with a bad port": ({"base_url": "https://services.example.com:http"}, "port"),
    "an address with a line end": ({"base_url": "https://services.example.com\n"}, "base_url"),
    "no address": ({"base_url": None}, "base_url"),
    "a number as the address": ({"base_url": 5}, "base_url"),
    "no time": ({"timeout": 0}, "positive"),
    "less than no time": ({"timeout": -1}, "positive"),
    "time that is no number": ({"timeout": float("nan")}, "positive"),
    "all time": ({"timeout": float("inf")}, "positive"),
    "no timeout": ({"timeout": None}, "timeout"),
    "a timeout as text": ({"timeout": "5"}, "timeout"),
    "a timeout of httpx": ({"timeout": httpx.Timeout(5)}, "timeout"),
    "less than no retries": ({"max_retries": -1}, "max_retries"),
    "retries as text": ({"max_retries": "2"}, "max_retries"),
    "no number of retries": ({"max_retries": None}, "max_retries"),
    "an endless wait": ({"max_wait": float("inf")}, "max_wait"),
    "a wait as text": ({"max_wait": "1"}, "max_wait"),
    "less than no wait": ({"max_wait": -1}, "max_wait"),
    "an unknown limiter": ({"limiter": "global"}, "limiter"),
    "no limiter": ({"limiter": None}, "limiter"),
    "a hook that cannot be called": ({"on_attempt": "print"}, "on_attempt"),
    "a hook that is awaited": ({"on_attempt": asyncio.sleep}, "on_attempt"),
    "the class of a limiter": ({"limiter": LocalLimiter}, "limiter"),
    "the class of a token": ({"token": StaticToken}, "token"),
    "an address that is no text": ({"base_url": httpx.URL("http://x")}, "base_url"),
    "an address with a space": ({"base_url": "http://x "}, "base_url"),
    "more than a day": ({"timeout": 10**400}, "timeout"),
    "an empty version": ({"version": ""}, "2021-04-15"),
    "a blank version": ({"version": " "}, "2021-04-15"),
    "a version with a line end": ({"version": "v3\n"}, "2021-04-15"),
    "a version that is no header": ({"version": "v\u00e9"}, "2021-04-15"),
    "no version": ({"version": None}, "version"),
    "a client of httpx that does not await": ({"http_client": httpx.Client()}, "http_client"),
    "text as the client of httpx": ({"http_client": "httpx"}, "http_client"),
}


@pytest.mark.parametrize(("arguments", "hint"), BAD.values(), ids=BAD.keys())
def test_bad_argument(arguments: dict[str, Any], hint: str) -> None:
    """An argument that cannot be used is a ConfigurationError that says which, without showing a secret."""
    values: dict[str, Any] = {"token": TOKEN, **arguments}
    with pytest.raises(ConfigurationError) as caught:
        CalendarsClient(values.pop("token"), **values)
    assert hint in str(caught.value)
    assert "planted" not in str(caught.value)
    assert isinstance(caught.value, ValueError)


@pytest.mark.parametrize(
    ("base_url", "url"),
    [
        ("https://services.example.com", "https://services.example.com/calendars/groups"),
        ("https://services.example.com/", "https://services.example.com/calendars/groups"),
        ("https://services.example.com:8443", "https://services.example.com:8443/calendars/groups"),
        ("http://127.0.0.1:8000/proxy/", "http://127.0.0.1:8000/proxy/calendars/groups"),
        ("http://[::1]:8000", "http://[::1]:8000/calendars/groups"),
        ("http://127.0.0.1/{a}", "http://127.0.0.1/%7Ba%7D/calendars/groups"),
    ],
)
@pytest.mark.asyncio
async def test_base_url(base_url: str, url: str, httpx_mock: HTTPXMock) -> None:
    """Requests go to the path below the base address, and name its host."""
    httpx_mock.add_response(json={"id": "1"})
    async with CalendarsClient(TOKEN, location_id=LOCATION, base_url=base_url) as client:
        await create_group(client)
    (request,) = httpx_mock.get_requests()
    assert str(request.url) == url
    assert request.headers["host"] == url.split("/")[2]


@pytest.mark.asyncio
async def test_defaults(httpx_mock: HTTPXMock) -> None:
    """Without settings a client calls the vendor's host, with half a minute for each attempt."""
    httpx_mock.add_response(json={"id": "1"})
    async with CalendarsClient(TOKEN, location_id=LOCATION) as client:
        await create_group(client)
    (request,) = httpx_mock.get_requests()
    assert str(request.url) == "https://services.leadconnectorhq.com/calendars/groups"
    assert request.extensions["timeout"]["read"] == 30.0


@pytest.mark.parametrize("version", ["2021-07-28", "v3"])
@pytest.mark.asyncio
async def test_version(version: str) -> None:
    """Another version is sent in the place of the usual one."""
    seen: list[str] = []

    def answer(request: httpx.Request) -> httpx.Response:
        seen.append(request.headers["version"])
        return httpx.Response(201, json={"id": "1"})

    async with answered(answer, version=version) as client:
        await create_group(client)
    assert seen == [version]


# ---------------------------------------------------------------- made from the environment


@pytest.mark.parametrize("value", [None, ""], ids=["missing", "empty"])
def test_environment_without_token(value: str | None, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without a token in the environment, the error names the variable."""
    if value is not None:
        monkeypatch.setenv("HIGHLEVEL_TOKEN", value)
    with pytest.raises(ConfigurationError, match="HIGHLEVEL_TOKEN"):
        CalendarsClient.from_env()


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("HIGHLEVEL_TOKEN", "pit-planted\n"),
        ("HIGHLEVEL_TOKEN", '"pit planted"'),
        ("HIGHLEVEL_BASE_URL", "services.example.com"),
        ("HIGHLEVEL_BASE_URL", "https://u:planted@services.example.com"),
    ],
)
def test_bad_environment(name: str, value: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """A variable that cannot be used is refused without showing a secret."""
    monkeypatch.setenv("HIGHLEVEL_TOKEN", TOKEN)
    monkeypatch.setenv(name, value)
    with pytest.raises(ConfigurationError) as caught:
        CalendarsClient.from_env()
    assert "planted" not in str(caught.value)


@pytest.mark.parametrize(
    ("variables", "host", "location"),
    [
        ({}, "services.leadconnectorhq.com", None),
        ({"HIGHLEVEL_LOCATION_ID": "", "HIGHLEVEL_BASE_URL": ""}, "services.leadconnectorhq.com", None),
        ({"HIGHLEVEL_LOCATION_ID": "loc-1"}, "services.leadconnectorhq.com", "loc-1"),
        (
            {"HIGHLEVEL_LOCATION_ID": "loc-1", "HIGHLEVEL_BASE_URL": "https://sandbox.example.com"},
            "sandbox.example.com",
            "loc-1",
        ),
    ],
    ids=["token alone", "empty", "location", "location and address"],
)
@pytest.mark.asyncio
async def test_environment(
    variables: dict[str, str], host: str, location: str | None, monkeypatch: pytest.MonkeyPatch, httpx_mock: HTTPXMock
) -> None:
    """The variables that are set are used, and an empty one is the same as none."""
    httpx_mock.add_response(json={"id": "1"})
    for name, value in {"HIGHLEVEL_TOKEN": "pit-of-env", **variables}.items():
        monkeypatch.setenv(name, value)
    async with CalendarsClient.from_env(max_retries=0, timeout=7, version="v3", validate=False) as client:
        await create_group(client)
    (request,) = httpx_mock.get_requests()
    assert request.url.host == host
    assert request.headers["authorization"] == "Bearer pit-of-env"
    assert request.headers["version"] == "v3"
    assert request.extensions["timeout"]["read"] == 7
    assert json.loads(request.content).get("locationId") == location


# ---------------------------------------------------------------- its life


@pytest.mark.asyncio
async def test_own_http_client_is_closed(httpx_mock: HTTPXMock) -> None:
    """A client closes the HTTP client that it made, and a call after that says what is wrong."""
    httpx_mock.add_response(json={"id": "1"})
    async with CalendarsClient(TOKEN, location_id=LOCATION) as client:
        await create_group(client)
    with pytest.raises(ConfigurationError, match="closed"):
        await create_group(client)
    await client.aclose()  # once more does no harm
    assert len(httpx_mock.get_requests()) == 1


@pytest.mark.asyncio
async def test_injected_http_client_is_not_closed(httpx_mock: HTTPXMock) -> None:
    """An HTTP client that was passed in is left open, by the end of the block and by aclose."""
    httpx_mock.add_response(json={"id": "1"}, is_reusable=True)
    async with httpx.AsyncClient() as http:
        async with CalendarsClient(TOKEN, location_id=LOCATION, http_client=http) as client:
            await create_group(client)
        await client.aclose()
        assert not http.is_closed
        await create_group(client)
    with pytest.raises(ConfigurationError, match="closed"):
        await create_group(client)


@pytest.mark.asyncio
async def test_closed_by_an_error() -> None:
    """A block that ends in an error closes the client too, and lets the error through."""
    with pytest.raises(ZeroDivisionError):
        async with CalendarsClient(TOKEN, location_id=LOCATION) as client:
            raise ZeroDivisionError
    with pytest.raises(ConfigurationError, match="closed"):
        await create_group(client)


@pytest.mark.parametrize(
    ("client", "text"),
    [
        (
            CalendarsClient(TOKEN, base_url=BASE_URL, location_id="loc-1"),
            "<CalendarsClient base_url='https://services.example.com' location_id='loc-1'>",
        ),
        (
            CalendarsClient(StaticToken(TOKEN)),
            "<CalendarsClient base_url='https://services.leadconnectorhq.com' location_id=None>",
        ),
    ],
    ids=["with a location", "without"],
)
def test_repr(client: CalendarsClient, text: str) -> None:
    """The repr of a client says where it calls and for which location, and not with which token."""
    assert repr(client) == str(client) == text


@pytest.mark.parametrize("way", [pickle.dumps, copy.copy, copy.deepcopy])
def test_no_copies(way: Any) -> None:
    """A client cannot be pickled or copied, and says what to do instead."""
    with pytest.raises(TypeError, match="make a new"):
        way(CalendarsClient(TOKEN))


# ---------------------------------------------------------------- beside others


@pytest.mark.asyncio
async def test_two_clients_share_nothing() -> None:
    """Clients over the same HTTP client keep their own token, location, address, version and cookies."""
    seen: list[tuple[str, ...]] = []

    def answer(request: httpx.Request) -> httpx.Response:
        headers = request.headers
        location = json.loads(request.content)["locationId"]
        seen.append(
            (request.url.host, headers["authorization"], headers["version"], location, headers.get("cookie", ""))
        )
        return httpx.Response(201, json={"id": "1"}, headers={"Set-Cookie": "session=1; Path=/"})

    async with httpx.AsyncClient(transport=httpx.MockTransport(answer)) as http:
        first = CalendarsClient("token-1", location_id="loc-1", base_url="https://one.example", http_client=http)
        second = CalendarsClient(
            "token-2", location_id="loc-2", base_url="https://two.example", http_client=http, version="v3"
        )
        for client in (first, second, first):
            await create_group(client)
        assert "authorization" not in http.headers
    one = ("one.example", "Bearer token-1", "2021-04-15", "loc-1", "")
    assert seen == [one, ("two.example", "Bearer token-2", "v3", "loc-2", ""), one]


@pytest.mark.asyncio
async def test_many_calls_at_once() -> None:
    """Fifty calls of all groups in as many tasks each get their own reply."""

    async def answer(request: httpx.Request) -> httpx.Response:
        body = json.loads(request.content)
        name = body.get("slug") or body.get("title") or body["name"]
        for _ in range(len(name) % 4):  # replies come in another order
            await asyncio.sleep(0)
        return httpx.Response(201, json={"id": f"id of {name}"})

    async with answered(answer) as client:
        calls: list[Any] = []
        for number in range(10):
            name = "x" * number + "n"
            calls += [
                client.calendars.create(name=name),
                client.groups.create(name="g", description="d", slug=name),
                client.resources.create("rooms", name=name, description="d", calendar_ids=[]),
                client.appointments.create(calendar_id="c", contact_id="p", start_time=START, title=name),
                client.block_slots.create(
                    assigned_user_id="u", start_time=START, end_time=START.replace(hour=9), title=name
                ),
            ]
        found = await asyncio.gather(*calls)
    assert [model.id for model in found] == [f"id of {'x' * number}n" for number in range(10) for _ in range(5)]


@pytest.mark.parametrize("follows", [False, True], ids=["usual", "HTTP client that follows"])
@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
@pytest.mark.asyncio
async def test_redirect_is_not_followed(status: int, follows: bool) -> None:
    """A redirect to another host is an error: neither the token nor the body goes there."""
    hosts: list[str] = []

    def answer(request: httpx.Request) -> httpx.Response:
        hosts.append(request.url.host)
        return httpx.Response(status, headers={"Location": "https://elsewhere.example/calendars/groups"})

    async with httpx.AsyncClient(transport=httpx.MockTransport(answer), follow_redirects=follows) as http:
        client = CalendarsClient(TOKEN, location_id=LOCATION, base_url=BASE_URL, http_client=http)
        with pytest.raises(StatusError) as caught:
            await create_group(client)
    assert hosts == ["services.example.com"]
    assert type(caught.value) is errors.StatusError
    assert (caught.value.status, caught.value.attempts) == (status, 1)


def test_a_client_in_a_second_event_loop() -> None:
    """A client whose event loop has ended says so, and what to do."""
    sandbox = Sandbox()
    clients: list[CalendarsClient] = []

    async def first(base_url: str) -> None:
        client = CalendarsClient(sandbox.token, location_id=sandbox.location_id, base_url=base_url)
        clients.append(client)
        await client.calendars.list()

    async def serve() -> None:
        async with sandbox.serve() as base_url:
            await asyncio.to_thread(asyncio.run, first(base_url))
            with pytest.raises(ConfigurationError, match="event loop"):
                await clients[0].calendars.list()

    with warnings.catch_warnings():
        warnings.simplefilter("ignore", ResourceWarning)  # of the connection that the first loop left behind
        asyncio.run(serve())
        del clients[:]
        gc.collect()
