"""The token is in the requests, and nowhere else: not in reprs, logs, errors, tracebacks or pickles."""

from __future__ import annotations

import asyncio
import copy
import logging
import pickle
import traceback
from collections.abc import AsyncIterator, Callable, Iterator
from pathlib import Path
from typing import Any

import h11
import httpcore
import httpx
import pytest
import pytest_asyncio
from raw_server import (
    TIMEOUT,
    Behaviour,
    Connection,
    assert_nothing_is_left,
    closed_port,
    create,
    hangs_up_after,
    never,
    raw_server,
    reply,
    reset,
    says,
)

import highlevel_calendars
from highlevel_calendars import CalendarsClient, HighLevelError, Options, StaticToken, errors
from highlevel_calendars.auth import Secret

TOKEN = "pit-planted-5e1d0c9a7b"
TRACE = "trace-77"
# Where a traceback may come from; the frames of the tests know the token, of course.
LIBRARIES = tuple(str(Path(module.__file__).parent) for module in (highlevel_calendars, httpx, httpcore, h11))


class RenewableToken:
    """A token of the caller's own making, which never changes."""

    async def token(self) -> str:
        return TOKEN

    async def rejected(self, token: str) -> bool:
        return token != TOKEN


TOKENS: dict[str, Callable[[], Any]] = {"a string": lambda: TOKEN, "an Auth": RenewableToken}


def next_key(arguments: dict[str, Any]) -> str:
    return next(iter(arguments))


@pytest_asyncio.fixture(autouse=True)
async def _nothing_is_left(monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[None]:
    """No proxy stands between, and no test leaves anything."""
    monkeypatch.setenv("no_proxy", "*")
    yield
    assert_nothing_is_left()


@pytest.fixture(autouse=True)
def logs(caplog: pytest.LogCaptureFixture) -> Iterator[list[str]]:
    """All that any logger says at any level, which never has the token in it."""
    caplog.set_level(logging.DEBUG)
    said: list[str] = []
    yield said
    said += [f"{record.getMessage()} {vars(record)!r}" for record in caplog.get_records("call")]
    assert [line for line in said if TOKEN in line] == []


def chain(error: BaseException | None) -> Iterator[BaseException]:
    """The error, and all that it was caused by or came up in."""
    if error is not None:
        yield error
        yield from chain(error.__cause__)
        yield from chain(error.__context__)


def shown(value: object) -> str:
    """A repr, as a traceback with locals has it."""
    try:
        return repr(value)
    except AttributeError:
        return "an object that is not made yet"


def said(error: BaseException) -> Iterator[str]:
    """All that an error says for itself, each with a word of where it says it."""
    for link in chain(error):
        yield f"str of {type(link).__name__}: {link}"
        yield f"repr of {type(link).__name__}: {link!r}"
        yield f"attributes of {type(link).__name__}: {vars(link)!r} {link.args!r}"
    yield f"pickle: {pickle.dumps(error)!r}"


def traced(error: BaseException) -> Iterator[str]:
    """The locals of the libraries' frames, which an error tracker shows."""
    for link in chain(error):
        for frame, _ in traceback.walk_tb(link.__traceback__):
            if frame.f_code.co_filename.startswith(LIBRARIES):
                for name, value in frame.f_locals.items():
                    yield f"local {name} of {frame.f_code.co_qualname}: {shown(value)}"


def leaks(error: BaseException) -> list[str]:
    return [trace for trace in (*said(error), *traced(error)) if TOKEN in trace]


async def fail(client: CalendarsClient, **options: Any) -> HighLevelError:
    with pytest.raises(HighLevelError) as caught:
        await client.groups.create(name="G", description="", slug="s", options=Options(max_retries=0, **options))
    return caught.value


def echoes(status: str, body: str) -> Behaviour:
    """Put the token that came with the request into the places of the body marked with @."""

    async def behave(connection: Connection) -> bool:
        assert connection.request
        (line,) = (line for line in connection.request.head.split(b"\r\n") if line.lower().startswith(b"authorization"))
        token = line.decode().partition("Bearer ")[2]
        await connection.say(reply(status, body.replace("@", token).encode()))
        return True

    return behave


FAILURES: dict[str, tuple[Behaviour, type[HighLevelError]]] = {
    "closed": (hangs_up_after(), errors.ConnectionOutcomeUnknown),
    "reset": (reset, errors.ConnectionOutcomeUnknown),
    "silent": (never, errors.TimeoutOutcomeUnknown),
    "garbage": (hangs_up_after(b"\x00\r\n\r\n"), errors.ConnectionOutcomeUnknown),
    "400": (says(reply("400 No", b'{"message": "no"}')), errors.BadRequestError),
    "401": (says(reply("401 No", b'{"message": "Invalid JWT"}')), errors.TokenRejectedError),
    "403": (says(reply("403 No", b"{}")), errors.PermissionDeniedError),
    "422": (says(reply("422 No", b'{"message": ["a", "b"]}')), errors.UnprocessableError),
    "429": (says(reply("429 No", b"{}")), errors.RateLimitError),
    "500": (says(reply("500 No")), errors.ServerOutcomeUnknown),
    "cut off": (hangs_up_after(reply("201 Yes", b"{", length=9)), errors.UnreadableReplyError),
    "no gzip": (hangs_up_after(reply("201 Yes", b"{", "Content-Encoding: gzip")), errors.UnreadableReplyError),
    "no JSON": (says(reply("201 Yes", b"{")), errors.UnreadableReplyError),
    "no id": (says(reply("201 Yes", b"{}")), errors.UnreadableReplyError),
    "echo in the message": (echoes("401 No", '{"message": "bad token @"}'), errors.AuthenticationError),
    "echo in messages": (echoes("422 No", '{"message": ["a", "Bearer @ @"]}'), errors.UnprocessableError),
    "echo in the error": (echoes("400 No", '{"error": {"sent": "@"}}'), errors.BadRequestError),
    "echo in the trace id": (echoes("400 No", '{"message": "no", "traceId": "@"}'), errors.BadRequestError),
    "echo in HTML": (echoes("502 No", "<html><b>authorization:</b> Bearer @</html>"), errors.ServerOutcomeUnknown),
    "echo in JSON that is no object": (echoes("403 No", '["@"]'), errors.PermissionDeniedError),
}


@pytest.mark.asyncio
@pytest.mark.parametrize("token", TOKENS.values(), ids=TOKENS)
@pytest.mark.parametrize(("behaviour", "kind"), FAILURES.values(), ids=FAILURES)
async def test_no_failure_shows_the_token(
    behaviour: Behaviour, kind: type[HighLevelError], token: Callable[[], Any]
) -> None:
    """Whatever a server does, what is raised shows the token nowhere, although the server was given it."""
    async with raw_server(behaviour) as server:
        async with CalendarsClient(token(), location_id="l", base_url=server.url) as client:
            error = await fail(client, timeout=TIMEOUT if behaviour is never else None)
        assert f"Bearer {TOKEN}\r\n".encode() in server.requests[0].head
    assert type(error) is kind
    assert leaks(error) == []


@pytest.mark.asyncio
@pytest.mark.parametrize("body", ["<html>@</html>", '{"name": "@"}', "@"], ids=["HTML", "no id", "plain"])
async def test_an_unreadable_success_does_not_repeat_the_token(body: str) -> None:
    """A success that echoes the token and cannot be read is not quoted, nor is it in what its error comes from."""
    async with (
        raw_server(echoes("201 Yes", body)) as server,
        CalendarsClient(TOKEN, location_id="l", base_url=server.url) as client,
    ):
        error = await fail(client)
    assert type(error) is errors.UnreadableReplyError
    assert [line for line in said(error) if TOKEN in line] == []


@pytest.mark.asyncio
async def test_a_long_message_is_not_cut_in_the_middle_of_the_token() -> None:
    """Shortening a page that echoes the token leaves no piece of it, wherever the cut falls."""
    for start in range(470, 501, 6):
        page = echoes("500 No", f"{'x' * start}@")
        async with (
            raw_server(page) as server,
            CalendarsClient(TOKEN, location_id="l", base_url=server.url) as client,
        ):
            assert TOKEN[:8] not in str(await fail(client))


@pytest.mark.asyncio
@pytest.mark.parametrize("token", TOKENS.values(), ids=TOKENS)
async def test_no_failure_before_a_reply_shows_the_token(token: Callable[[], Any]) -> None:
    """Calls that are refused here, or that find nobody, show the token nowhere."""
    found: list[HighLevelError] = []
    async with CalendarsClient(token(), location_id="l", base_url=closed_port()) as client:
        found.append(await fail(client))
        found.append(await fail(client, headers={"X-Broken": "a\r\nb"}))
        found.append(await fail(client, timeout=-1.0))
        with pytest.raises(errors.ValidationError) as caught:
            await client.groups.create(name="G", description="", slug={"no": "JSON", "of": {1, 2}})  # type: ignore[arg-type]
        found.append(caught.value)
    found.append(await fail(client))  # now it is closed
    assert [type(error).__name__ for error in found] == [
        "APIConnectionError",
        "ValidationError",
        "ConfigurationError",
        "ValidationError",
        "ConfigurationError",
    ]
    assert [leak for error in found for leak in leaks(error)] == []


@pytest.mark.asyncio
@pytest.mark.parametrize("headers", [{"Authorization": f"Bearer {TOKEN}"}, {"X-Copy": f"{TOKEN}\n"}], ids=next_key)
async def test_a_refused_header_is_not_quoted(headers: dict[str, str]) -> None:
    """A token that the caller has put into a header which is refused is not repeated by the error."""
    async with CalendarsClient("another", location_id="l", base_url=closed_port()) as client:
        error = await fail(client, headers=headers)
    assert type(error) is errors.ValidationError
    assert [line for line in said(error) if TOKEN in line] == []


@pytest.mark.asyncio
@pytest.mark.parametrize("token", TOKENS.values(), ids=TOKENS)
async def test_success_and_retries_show_no_token(token: Callable[[], Any], caplog: pytest.LogCaptureFixture) -> None:
    """Neither the client nor its parts, nor a response, nor what is logged on the way, show the token."""
    wait = says(reply("429 Wait", b"{}", "Retry-After: 0"))
    async with raw_server(wait) as server:
        made = token()
        async with CalendarsClient(made, location_id="l", base_url=server.url) as client:
            response = await highlevel_calendars.api.create_calendar_group(
                client, highlevel_calendars.models.CreateGroup(name="G", description="", slug="s")
            )
            shown = [client, vars(client), client.groups, made if made != TOKEN else StaticToken(made)]
            shown += [response, response.value, response.headers, Secret(TOKEN), Options(headers={"x": "y"})]
            assert [f"{thing!r} {thing}" for thing in shown if TOKEN in f"{thing!r} {thing}"] == []
    assert len(server.requests) == response.attempts == 2
    assert {record.name.partition(".")[0] for record in caplog.records} >= {"highlevel_calendars", "httpcore"}


@pytest.mark.asyncio
@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
@pytest.mark.parametrize("injected", [False, True], ids=["own client", "injected client that follows"])
async def test_a_redirect_is_not_followed(status: int, injected: bool) -> None:
    """A server cannot send the token on to another one, not even over an HTTP client that follows redirects."""
    async with (
        raw_server() as other,
        raw_server(says(reply(f"{status} Go", b"", f"Location: {other.url}/steal"))) as server,
        httpx.AsyncClient(follow_redirects=True, auth=("user", "secret")) as http,
        CalendarsClient(TOKEN, location_id="l", base_url=server.url, http_client=http if injected else None) as client,
    ):
        error = await fail(client)
        assert (len(server.requests), other.requests) == (1, [])
        assert f"Bearer {TOKEN}\r\n".encode() in server.requests[0].head
    assert type(error) is errors.StatusError
    assert error.status == status
    assert leaks(error) == []


@pytest.mark.parametrize("make", [lambda: CalendarsClient(TOKEN), lambda: StaticToken(TOKEN), lambda: Secret(TOKEN)])
@pytest.mark.parametrize("copying", [pickle.dumps, copy.deepcopy], ids=["pickle", "deepcopy"])
def test_what_holds_the_token_is_not_pickled(make: Callable[[], object], copying: Callable[[object], object]) -> None:
    """A client and its token cannot be written to a file or sent to another process by accident."""
    thing = make()
    with pytest.raises(TypeError, match="make a new") as caught:
        copying(thing)
    assert TOKEN not in str(caught.value)
    if isinstance(thing, CalendarsClient):
        asyncio.run(thing.aclose())


def every_error() -> Iterator[type[HighLevelError]]:
    waiting: list[type[HighLevelError]] = [HighLevelError]
    while waiting:
        kind = waiting.pop()
        yield kind
        waiting += kind.__subclasses__()


@pytest.mark.parametrize("kind", sorted(set(every_error()), key=lambda kind: kind.__name__))
def test_errors_survive_pickling(kind: type[HighLevelError]) -> None:
    """An error comes whole out of another process, with all that it says."""
    error = kind("what happened", operation="create-calendar-group")
    error.status, error.messages, error.trace_id, error.attempts = 418, ("a", "b"), TRACE, 3
    for twin in (pickle.loads(pickle.dumps(error)), copy.deepcopy(error)):  # noqa: S301 - it is our own
        assert (type(twin), str(twin), vars(twin)) == (kind, "what happened", vars(error))


BAD = {
    "line end": f"{TOKEN}\n",
    "header": f"{TOKEN}\r\nX-Evil: 1",
    "space within": f"{TOKEN} {TOKEN}",
    "space before": f" {TOKEN}",
    "NUL": f"{TOKEN}\0",
    "no ASCII": f"{TOKEN}é",
    "bytes": TOKEN.encode(),
    "list": [TOKEN],
    "empty": "",
    "nothing": None,
}
USES: dict[str, Callable[[Any], object]] = {"client": CalendarsClient, "StaticToken": StaticToken, "Secret": Secret}


@pytest.mark.parametrize("use", USES.values(), ids=USES)
@pytest.mark.parametrize("bad", BAD.values(), ids=BAD)
def test_a_bad_token_is_refused_without_being_shown(bad: object, use: Callable[[Any], object]) -> None:
    """What cannot be a token is a ConfigurationError that does not show it, and neither do its frames."""
    with pytest.raises(errors.ConfigurationError, match="token must be a string") as caught:
        use(bad)
    assert leaks(caught.value) == []


@pytest.mark.parametrize("bad", ["line end", "space within", "no ASCII"])
def test_a_bad_token_in_the_environment_is_refused_without_being_shown(
    bad: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The same goes for a token that the environment holds."""
    monkeypatch.setenv("HIGHLEVEL_TOKEN", str(BAD[bad]))
    with pytest.raises(errors.ConfigurationError) as caught:
        CalendarsClient.from_env()
    assert leaks(caught.value) == []


@pytest.mark.parametrize(
    "arguments",
    [{"location_id": ""}, {"version": "\n"}, {"max_retries": -1}, {"timeout": 0}, {"base_url": "ftp://x"}],
    ids=next_key,
)
def test_another_bad_argument_does_not_show_the_token(arguments: dict[str, Any]) -> None:
    """A client that is refused for another reason keeps the token to itself."""
    with pytest.raises(errors.ConfigurationError) as caught:
        CalendarsClient(TOKEN, **arguments)
    assert leaks(caught.value) == []


def test_a_client_that_was_refused_can_be_shown() -> None:
    """The traceback of a refused client can be formatted with its locals, of which the half-made client is one."""
    with pytest.raises(errors.ConfigurationError) as caught:
        CalendarsClient(TOKEN, location_id="")
    traceback.TracebackException.from_exception(caught.value, capture_locals=True)


@pytest.mark.asyncio
@pytest.mark.parametrize("bad", BAD.values(), ids=BAD)
async def test_a_bad_token_of_an_auth_is_refused_without_being_shown(bad: Any) -> None:
    """An Auth that yields what cannot be a token ends the call before anything is sent."""

    class Bad(RenewableToken):
        async def token(self) -> str:
            result: str = bad
            return result

    async with raw_server() as server, CalendarsClient(Bad(), location_id="l", base_url=server.url) as client:
        with pytest.raises(errors.ConfigurationError, match="token must be a string") as caught:
            await create(client)
        assert server.requests == []
    assert leaks(caught.value) == []
