"""Ids, headers and addresses that try to be more than that: each reaches exactly its place, or nothing is sent."""

from __future__ import annotations

import contextlib
from collections.abc import AsyncIterator
from typing import Any
from urllib.parse import unquote

import httpx
import pytest
import pytest_asyncio
from conftest import LOCATION, TOKEN
from schemas import parameters
from wire import Call
from wire_calls import CALLS

from highlevel_calendars import CalendarsClient, HighLevelError, Options, ValidationError, errors
from highlevel_calendars.models import Resource


class Wire(httpx.AsyncBaseTransport):
    """Keeps the requests that would have been sent."""

    def __init__(self) -> None:
        self.requests: list[httpx.Request] = []

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        self.requests.append(request)
        return httpx.Response(200, json={"id": "done"})

    @property
    def paths(self) -> list[str]:
        """The paths as they would go over the wire, not decoded."""
        return [request.url.raw_path.decode("ascii") for request in self.requests]


@pytest.fixture
def wire() -> Wire:
    return Wire()


@pytest_asyncio.fixture
async def client(wire: Wire) -> AsyncIterator[CalendarsClient]:
    async with httpx.AsyncClient(transport=wire) as http:
        yield CalendarsClient(TOKEN, location_id=LOCATION, base_url="https://api.example.com/proxy", http_client=http)


REFUSED = {
    "empty": "",
    "this folder": ".",
    "the folder above": "..",
    "line feed": "a\nb",
    "carriage return": "a\rHost: evil",
    "tab": "a\tb",
    "NUL": "a\0b",
    "DEL": "a\x7fb",
    "C1 control": "a\x85b",
    "line separator": "a\u2028b",
    "override of direction": "a\u202eb",
    "zero width space": "a\u200bb",
    "lone surrogate": "a\ud800b",
    "number": 7,
    "bytes": b"abc",
    "nothing": None,
    "list": ["a"],
}
QUOTED = {
    "an id": ("ocQHyuzHvysMo5N5VsXc", "ocQHyuzHvysMo5N5VsXc"),
    "an instance of a series": ("abc_1729123200000_1800", "abc_1729123200000_1800"),
    "up and elsewhere": ("../contacts/abc", "..%2Fcontacts%2Fabc"),
    "far up": ("../../../../etc/passwd", "..%2F..%2F..%2F..%2Fetc%2Fpasswd"),
    "a slash": ("a/b", "a%2Fb"),
    "a slash before": ("/a", "%2Fa"),
    "two slashes": ("//evil.example.com/a", "%2F%2Fevil.example.com%2Fa"),
    "a backslash": ("..\\a", "..%5Ca"),
    "a query": ("a?b=c&d", "a%3Fb%3Dc%26d"),
    "a fragment": ("a#b", "a%23b"),
    "parameters": ("a;b=c", "a%3Bb%3Dc"),
    "another host": ("@evil.example.com", "%40evil.example.com"),
    "another scheme": ("https://evil.example.com", "https%3A%2F%2Fevil.example.com"),
    "quoted dots": ("%2e%2e", "%252e%252e"),
    "a quoted slash": ("..%2Fa", "..%252Fa"),
    "a quoted line end": ("a%0d%0ab", "a%250d%250ab"),
    "dots and more": ("...", "..."),
    "a space": ("a b", "a%20b"),
    "a plus": ("a+b", "a%2Bb"),
    "a template": ("{note_id}{0}{0.__class__}", "%7Bnote_id%7D%7B0%7D%7B0.__class__%7D"),
    "an accent": ("é", "%C3%A9"),
    "an emoji": ("🗓", "%F0%9F%97%93"),
    "full width dots": ("\uff0e\uff0e\uff0fa", "%EF%BC%8E%EF%BC%8E%EF%BC%8Fa"),
    "very long": ("x" * 50_000, "x" * 50_000),
}


@pytest.mark.asyncio
@pytest.mark.parametrize(("value", "segment"), QUOTED.values(), ids=QUOTED)
async def test_an_id_is_one_segment(client: CalendarsClient, wire: Wire, value: str, segment: str) -> None:
    """Whatever an id holds is quoted, so that it is one segment of the path, and means what it was."""
    await client.notes.update(value, "note", body="B")
    assert wire.paths == [f"/proxy/calendars/appointments/{segment}/notes/note"]
    assert unquote(segment) == value
    assert (wire.requests[0].url.host, wire.requests[0].headers["host"]) == ("api.example.com", "api.example.com")
    assert (wire.requests[0].url.query, wire.requests[0].url.fragment) == (b"", "")


@pytest.mark.asyncio
@pytest.mark.parametrize("validate", [True, False], ids=["checked", "not checked"])
@pytest.mark.parametrize("value", REFUSED.values(), ids=REFUSED)
async def test_what_is_no_id_is_not_sent(client: CalendarsClient, wire: Wire, value: Any, validate: bool) -> None:
    """What cannot be a segment is refused under its parameter's name, even when the rules are not checked."""
    with pytest.raises(ValidationError) as caught:
        await client.notes.update("appointment", value, body="B", options=Options(validate=validate))
    assert [(violation.rule, violation.argument) for violation in caught.value.violations] == [
        ("path-segment", "note_id")
    ]
    assert wire.requests == []


@pytest.mark.asyncio
@pytest.mark.parametrize("value", ["x" * 70_000, "é" * 12_000], ids=["plain", "quoted"])
async def test_an_id_that_fits_no_address_is_an_error_of_the_tree(
    client: CalendarsClient, wire: Wire, value: str
) -> None:
    """An id that is longer than any address may be is refused, and the HTTP library's own error does not come out."""
    with pytest.raises(HighLevelError):
        await client.notes.update(value, "note", body="B")
    assert wire.requests == []


@pytest.mark.asyncio
async def test_every_bad_id_is_named(client: CalendarsClient, wire: Wire) -> None:
    """Several ids that are none are all named in one error."""
    with pytest.raises(ValidationError) as caught:
        await client.notes.delete("..", "")
    assert [violation.argument for violation in caught.value.violations] == ["appointment_id", "note_id"]
    assert wire.requests == []


PLACES = [
    pytest.param(call, index, id=f"{name}: {place}")
    for name, call in CALLS.items()
    for index, place in enumerate(parameters(call.operation, "path"))
]


@pytest.mark.asyncio
@pytest.mark.parametrize(("call", "index"), PLACES)
async def test_each_id_of_each_operation_is_one_segment(
    client: CalendarsClient, wire: Wire, call: Call, index: int
) -> None:
    """An id that would lead elsewhere stays one segment of its operation's path; one that is none is refused."""
    positional = list(call.positional)
    method, path = call.request.split()
    expected = f"/proxy{path}".replace(f"/{positional[index]}", "/..%2F..%2Fa%3Fb%23c")
    positional[index] = "../../a?b#c"
    with contextlib.suppress(errors.UnreadableReplyError):
        await call._replace(positional=tuple(positional)).make(
            client, "function", call.least, options=Options(validate=False, max_retries=0)
        )
    assert [(request.method, request.url.raw_path.decode().partition("?")[0]) for request in wire.requests] == [
        (method, expected)
    ]
    positional[index] = ".."
    with pytest.raises(ValidationError, match="path-segment"):
        await call._replace(positional=tuple(positional)).make(client, "method", call.least)
    assert len(wire.requests) == 1


async def create_resource(client: CalendarsClient, kind: Any, *, validate: bool) -> Resource:
    return await client.resources.create(
        kind, name="Room", description="", calendar_ids=[], options=Options(validate=validate)
    )


@pytest.mark.asyncio
@pytest.mark.parametrize(
    "kind", [value for value, _ in QUOTED.values()] + list(REFUSED.values()), ids=[*QUOTED, *REFUSED]
)
async def test_a_resource_is_of_a_documented_kind(client: CalendarsClient, wire: Wire, kind: Any) -> None:
    """The kind of a resource stands in the path, and nothing but the two documented ones gets there."""
    with pytest.raises(ValidationError):
        await create_resource(client, kind, validate=True)
    assert wire.requests == []


@pytest.mark.asyncio
@pytest.mark.parametrize(("kind", "segment"), QUOTED.values(), ids=QUOTED)
async def test_an_unchecked_kind_is_still_one_segment(
    client: CalendarsClient, wire: Wire, kind: str, segment: str
) -> None:
    """Without the rules an undocumented kind is sent, but it stays in its segment."""
    await create_resource(client, kind, validate=False)
    assert wire.paths == [f"/proxy/calendars/resources/{segment}"]


@pytest.mark.asyncio
@pytest.mark.parametrize("kind", REFUSED.values(), ids=REFUSED)
async def test_an_unchecked_kind_cannot_leave_the_path(client: CalendarsClient, wire: Wire, kind: Any) -> None:
    """Without the rules, what would mean another address is refused all the same."""
    with pytest.raises(ValidationError):
        await create_resource(client, kind, validate=False)
    assert wire.requests == []


async def refusal(client: CalendarsClient, **options: Any) -> HighLevelError:
    with pytest.raises(HighLevelError) as caught:
        await client.groups.create(name="G", description="", slug="g", options=Options(**options))
    return caught.value


SECRET = "do-not-repeat"
BAD_HEADERS = {
    "line feed": ("X-Mine", f"{SECRET}\nX-Evil: 1"),
    "line end": ("X-Mine", f"{SECRET}\r\nX-Evil: 1"),
    "line end after it": ("X-Mine", f"{SECRET}\r\n"),
    "NUL": ("X-Mine", f"{SECRET}\0"),
    "tab": ("X-Mine", f"{SECRET}\t"),
    "no ASCII": ("X-Mine", f"{SECRET}é"),
    "space before": ("X-Mine", f" {SECRET}"),
    "space after": ("X-Mine", f"{SECRET} "),
    "bytes": ("X-Mine", SECRET.encode()),
    "number": ("X-Mine", 7),
    "nothing": ("X-Mine", None),
    "empty name": ("", SECRET),
    "space in the name": ("X Mine", SECRET),
    "colon in the name": ("X-Mine:", SECRET),
    "line end in the name": ("X-Mine\r\nX-Evil", SECRET),
    "no ASCII in the name": ("X-Mïne", SECRET),
    "NUL in the name": ("X-Mine\0", SECRET),
}


@pytest.mark.asyncio
@pytest.mark.parametrize("validate", [True, False], ids=["checked", "not checked"])
@pytest.mark.parametrize(("name", "value"), BAD_HEADERS.values(), ids=BAD_HEADERS)
async def test_what_is_no_header_is_not_sent(
    client: CalendarsClient, wire: Wire, name: str, value: Any, validate: bool
) -> None:
    """A header that would be another one, or none, is refused with its name and without its value."""
    error = await refusal(client, headers={"X-Fine": "fine", name: value}, validate=validate)
    assert isinstance(error, ValidationError)
    assert [(violation.rule, violation.argument) for violation in error.violations] == [
        ("header-syntax", f"options.headers[{name!r}]")
    ]
    assert SECRET not in f"{error} {error!r} {vars(error)}"
    assert wire.requests == []


@pytest.mark.asyncio
@pytest.mark.parametrize("spell", [str.lower, str.upper, str.title], ids=["lower", "upper", "title"])
@pytest.mark.parametrize(
    "name",
    ["authorization", "version", "host", "content-type", "content-length", "transfer-encoding", "connection"],
)
async def test_the_headers_of_the_sdk_are_its_own(client: CalendarsClient, wire: Wire, name: str, spell: Any) -> None:
    """What the SDK sets itself cannot be set beside it, in whatever case it is written."""
    error = await refusal(client, headers={spell(name): SECRET})
    assert isinstance(error, ValidationError)
    assert [(violation.rule, violation.argument) for violation in error.violations] == [
        ("own-header", f"options.headers[{spell(name)!r}]")
    ]
    assert SECRET not in f"{error} {error!r} {vars(error)}"
    assert wire.requests == []


@pytest.mark.asyncio
async def test_a_header_of_the_callers_own_is_sent_once(client: CalendarsClient, wire: Wire) -> None:
    """More headers go out with the call that names them, and not with the next one."""
    await client.groups.create(
        name="G", description="", slug="g", options=Options(headers={"X-Mine": "a b, c: d", "User-Agent": "me/1"})
    )
    await client.groups.create(name="G", description="", slug="g")
    first, second = (request.headers for request in wire.requests)
    assert (first["x-mine"], first.get_list("user-agent")) == ("a b, c: d", ["me/1"])
    assert "x-mine" not in second
    assert second["user-agent"].startswith("highlevel-calendars/")


@pytest.mark.asyncio
@pytest.mark.parametrize("name", ["X-Mine", "Authorization"])
async def test_the_headers_of_an_http_client_do_not_replace_those_of_the_sdk(wire: Wire, name: str) -> None:
    """Default headers of an HTTP client that was passed in are sent, but not in the place of the token."""
    async with httpx.AsyncClient(transport=wire, headers={name: "theirs"}) as http:
        client = CalendarsClient(TOKEN, location_id=LOCATION, http_client=http)
        await client.groups.create(name="G", description="", slug="g")
    assert wire.requests[0].headers.get_list("authorization") == [f"Bearer {TOKEN}"]
    assert wire.requests[0].headers.get("x-mine") == ("theirs" if name == "X-Mine" else None)


BAD_URLS = {
    "user and password": "https://user:do-not-repeat@api.example.com",
    "user": "https://do-not-repeat@api.example.com",
    "query": "https://api.example.com?key=1",
    "empty query": "https://api.example.com/?",
    "fragment": "https://api.example.com#top",
    "empty fragment": "https://api.example.com/#",
    "ftp": "ftp://api.example.com",
    "file": "file:///etc/passwd",
    "javascript": "javascript:alert(1)",
    "no scheme": "api.example.com",
    "scheme only": "https://",
    "path only": "/calendars",
    "empty": "",
    "line end": "https://api.example.com\r\nX-Evil: 1",
    "space before": " https://api.example.com",
    "port that is none": "https://api.example.com:99999999",
    "number": 7,
    "nothing": None,
}


@pytest.mark.parametrize("base_url", BAD_URLS.values(), ids=BAD_URLS)
def test_what_is_no_base_url_is_refused(base_url: Any) -> None:
    """An address with credentials, with more than a path, or of another kind makes no client; no password is shown."""
    with pytest.raises(errors.ConfigurationError, match="base_url") as caught:
        CalendarsClient(TOKEN, base_url=base_url)
    assert SECRET not in f"{caught.value} {caught.value!r}"


@pytest.mark.asyncio
@pytest.mark.parametrize(
    ("base_url", "expected"),
    [
        ("http://127.0.0.1:8080", "http://127.0.0.1:8080/calendars/groups"),
        ("https://api.example.com/", "https://api.example.com/calendars/groups"),
        ("https://api.example.com/a/b//", "https://api.example.com/a/b/calendars/groups"),
        ("https://[::1]:8443/x", "https://[::1]:8443/x/calendars/groups"),
        ("HTTPS://API.example.com", "https://api.example.com/calendars/groups"),
    ],
)
async def test_a_base_url_is_put_before_the_path(wire: Wire, base_url: str, expected: str) -> None:
    """The path of an operation follows the base URL with one slash between."""
    async with httpx.AsyncClient(transport=wire) as http:
        client = CalendarsClient(TOKEN, location_id=LOCATION, base_url=base_url, http_client=http)
        await client.groups.create(name="G", description="", slug="g")
    assert str(wire.requests[0].url) == expected


@pytest.mark.parametrize(
    "version", ["", "2021\n", "2021\r\nX-Evil: 1", "\uff12\uff10\uff12\uff11", " 2021-04-15", "2021-04-15 "]
)
def test_what_is_no_version_is_refused(version: str) -> None:
    """The version is a header too, and is held to the same."""
    with pytest.raises(errors.ConfigurationError, match="version"):
        CalendarsClient(TOKEN, version=version)
