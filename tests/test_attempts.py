"""What the log and the hook tell of each attempt: all the facts, and nothing that is nobody's business."""

from __future__ import annotations

import asyncio
import dataclasses
import logging
import subprocess
import sys
from collections.abc import Callable
from contextlib import suppress
from typing import Any

import httpx
import pytest
from conftest import LOCATION, TOKEN
from support import Body, answered, operation

from highlevel_calendars import Attempt, CalendarsClient, errors
from highlevel_calendars.limits import LocalLimiter
from highlevel_calendars.limits.usage import Usage

LOGGER = "highlevel_calendars.attempts"
SECRETS = (
    "planted",
    LOCATION,
    "body-of-the-request",
    "body-of-the-reply",
    "value-of-the-query",
    "thing-17",
    "header-x",
)


class Script:
    """Plays its steps, one for each request."""

    def __init__(self, *steps: Any) -> None:
        self._steps = list(steps)

    def answer(self, _: httpx.Request) -> httpx.Response:
        step = self._steps.pop(0)
        if isinstance(step, httpx.Response):
            return step
        if isinstance(step, int):
            return httpx.Response(step, json={"id": "body-of-the-reply", "message": "m", "traceId": f"trace-{step}"})
        raise step("it broke, body-of-the-request")


async def touch(client: CalendarsClient, method: str = "GET") -> Any:
    body = Body({"a": "body-of-the-request"}) if method == "POST" else None
    thing = operation(method, "/things/{thing_id}")
    return await client.call(thing, path={"thing_id": "thing-17"}, body=body)


async def attempts_of(*steps: Any, method: str = "GET", **settings: Any) -> list[Attempt]:
    """What the hook is told of one call, whatever it comes to; the pauses between attempts take no time."""
    told = list[Attempt]()

    async def at_once(seconds: float) -> None:
        await asyncio.sleep(0)

    async with answered(Script(*steps).answer, **{"max_retries": 2, "on_attempt": told.append, **settings}) as client:
        client._pipeline._sleep = at_once
        with suppress(errors.HighLevelError):
            await touch(client, method)
    return told


def facts(attempt: Attempt) -> dict[str, Any]:
    """All but the times, which no two runs have the same."""
    known = dataclasses.asdict(attempt)
    return {name: value for name, value in known.items() if name not in {"elapsed", "waited", "retry_in"}}


SUCCESS = {
    "operation": "touch-thing",
    "method": "GET",
    "path": "/things/{thing_id}",
    "number": 1,
    "status": 200,
    "error": None,
    "trace_id": "trace-200",
}


@pytest.mark.asyncio
async def test_success() -> None:
    """An attempt that succeeds is told with its status and its trace id, and has no next one."""
    (attempt,) = await attempts_of(200)
    assert facts(attempt) == SUCCESS
    assert (attempt.waited, attempt.retry_in) == (0.0, None)
    assert 0.0 < attempt.elapsed < 5.0


@pytest.mark.parametrize(
    ("step", "method", "status", "error", "trace_id"),
    [
        (400, "GET", 400, "BadRequestError", "trace-400"),
        (404, "GET", 404, "NotFoundError", "trace-404"),
        (429, "GET", 429, "RateLimitError", "trace-429"),
        (503, "POST", 503, "ServerOutcomeUnknown", "trace-503"),
        (httpx.Response(500, text="<html>"), "GET", 500, "ServerError", None),
        (httpx.Response(200, text="body-of-the-reply"), "GET", 200, "UnreadableReplyError", None),
        (httpx.ConnectError, "GET", None, "APIConnectionError", None),
        (httpx.ReadTimeout, "GET", None, "APITimeoutError", None),
        (httpx.ReadError, "POST", None, "ConnectionOutcomeUnknown", None),
    ],
)
@pytest.mark.asyncio
async def test_failure(step: Any, method: str, status: int | None, error: str, trace_id: str | None) -> None:
    """One that fails is told with the class of the error that it is raised as, and a status where a reply came."""
    (attempt,) = await attempts_of(step, method=method, max_retries=0)
    expected = {"method": method, "status": status, "error": error, "trace_id": trace_id}
    assert facts(attempt) == SUCCESS | expected
    assert attempt.retry_in is None


@pytest.mark.asyncio
async def test_retries_are_counted() -> None:
    """Each attempt has its number and tells when the next one follows; the last has none."""
    told = await attempts_of(503, httpx.ConnectError, 200)
    assert [(attempt.number, attempt.status) for attempt in told] == [(1, 503), (2, None), (3, 200)]
    first, second, third = (attempt.retry_in for attempt in told)
    assert first is not None
    assert second is not None
    assert 0.375 <= first <= 0.5
    assert 0.75 <= second <= 1.0
    assert third is None


@pytest.mark.asyncio
async def test_last_retry_has_no_next() -> None:
    """When retries are used up, the last attempt says so."""
    told = await attempts_of(503, 503, 503)
    assert [attempt.retry_in is None for attempt in told] == [False, False, True]


class Renewable:
    """A token that is another one after its refusal."""

    def __init__(self) -> None:
        self._refused = list[str]()

    async def token(self) -> str:
        return f"planted-{len(self._refused)}"

    async def rejected(self, token: str) -> bool:
        self._refused.append(token)
        return True


@pytest.mark.asyncio
async def test_renewed_token_is_followed_at_once() -> None:
    """The attempt after a token was renewed is counted, but it is no retry: it follows at once, and none is used up."""
    refused = httpx.Response(401, json={"message": "Invalid JWT"})
    told = await attempts_of(refused, 503, 200, token=Renewable(), max_retries=1)
    assert [(attempt.number, attempt.error) for attempt in told] == [
        (1, "TokenRejectedError"),
        (2, "ServerError"),
        (3, None),
    ]
    assert told[0].retry_in == 0.0


@pytest.mark.asyncio
async def test_elapsed_is_from_sending_to_the_end_of_the_reply() -> None:
    """What was waited for room before is told apart."""

    async def slow(request: httpx.Request) -> httpx.Response:
        await asyncio.sleep(0.05)
        return httpx.Response(200, json={"id": "1"})

    told, limiter = list[Attempt](), LocalLimiter()
    permit = await limiter.acquire(LOCATION, None)
    await permit.release(Usage(limit=1, interval=0.2), arrived=True)
    async with answered(slow, limiter=limiter, on_attempt=told.append) as client:
        await touch(client)
    (attempt,) = told
    assert 0.05 <= attempt.elapsed < 1.0
    assert 0.15 <= attempt.waited < 1.0


@pytest.mark.asyncio
async def test_nothing_is_told_of_what_was_not_sent() -> None:
    """A call that is refused before it is sent had no attempt."""
    told, limiter = list[Attempt](), LocalLimiter()
    permit = await limiter.acquire(LOCATION, None)
    await permit.release(Usage(limit=1, interval=60.0), arrived=True)
    async with answered(Script().answer, limiter=limiter, on_attempt=told.append, max_wait=0) as client:
        with pytest.raises(errors.MaxWaitError):
            await touch(client)
    assert told == []


@pytest.mark.asyncio
async def test_hook_that_raises_costs_a_line_in_the_log(caplog: pytest.LogCaptureFixture) -> None:
    """The call goes on, retries included, and the error of the hook can be found."""
    called = list[Attempt]()

    def hook(attempt: Attempt) -> None:
        called.append(attempt)
        raise ZeroDivisionError

    await attempts_of(503, 200, on_attempt=hook)
    assert [attempt.number for attempt in called] == [1, 2]
    failed = [record for record in caplog.records if record.getMessage() == "on_attempt failed"]
    assert [(record.levelname, record.exc_info is not None) for record in failed] == [("WARNING", True)] * 2


@pytest.mark.parametrize("error", [KeyboardInterrupt, SystemExit, asyncio.CancelledError])
@pytest.mark.asyncio
async def test_hook_may_end_the_program(error: type[BaseException]) -> None:
    """What is no Exception is not kept from whoever it is for."""

    def hook(attempt: Attempt) -> None:
        raise error

    async with answered(Script(200).answer, on_attempt=hook) as client:
        with pytest.raises(error):
            await touch(client)


@pytest.mark.parametrize("hook", ["print", 5, object()], ids=["text", "a number", "an object"])
def test_hook_that_cannot_be_called(hook: Any) -> None:
    """It is refused when the client is made."""
    with pytest.raises(errors.ConfigurationError, match="on_attempt"):
        CalendarsClient(TOKEN, on_attempt=hook)


def test_attempt_cannot_be_changed() -> None:
    """So that several readers of it see the same."""
    attempt = Attempt(**SUCCESS, elapsed=0.1, waited=0.0, retry_in=None)  # type: ignore[arg-type]
    with pytest.raises(dataclasses.FrozenInstanceError):
        attempt.number = 2  # type: ignore[misc]


@pytest.mark.asyncio
async def test_records_of_a_call(caplog: pytest.LogCaptureFixture) -> None:
    """There is one DEBUG record for an attempt, and a WARNING when it is made again."""
    caplog.set_level(logging.DEBUG, LOGGER)
    await attempts_of(503, 200, on_attempt=None)
    records = [record for record in caplog.records if record.name == LOGGER]
    assert [record.levelname for record in records] == ["DEBUG", "WARNING", "DEBUG"]
    failed, again, succeeded = (record.getMessage() for record in records)
    for fact in ("touch-thing", "GET", "/things/{thing_id}", "attempt 1", "ServerError", "503", "trace-503", "waiting"):
        assert fact in failed
    for fact in ("touch-thing", "attempt 1", "ServerError", "the next"):
        assert fact in again
    for fact in ("attempt 2", "success", "200", "trace-200"):
        assert fact in succeeded


@pytest.mark.asyncio
async def test_trace_id_cannot_forge_a_record(caplog: pytest.LogCaptureFixture) -> None:
    """What a server sends as a trace id stays on the line of its record."""
    caplog.set_level(logging.DEBUG, LOGGER)
    await attempts_of(httpx.Response(400, json={"message": "m", "traceId": "t\nWARNING all is lost"}))
    (record,) = (record for record in caplog.records if record.name == LOGGER)
    assert "\n" not in record.getMessage()


@pytest.mark.parametrize(("level", "levels"), [("INFO", ["WARNING"]), ("WARNING", ["WARNING"]), ("ERROR", [])])
@pytest.mark.asyncio
async def test_levels(level: str, levels: list[str], caplog: pytest.LogCaptureFixture) -> None:
    """Who does not want the attempts still hears of the retries."""
    caplog.set_level(level, LOGGER)
    await attempts_of(503, 200, on_attempt=None)
    assert [record.levelname for record in caplog.records if record.name == LOGGER] == levels


@pytest.mark.parametrize(("interval", "told"), [(1.2, True), (0.2, False)])
@pytest.mark.asyncio
async def test_long_wait_is_told(interval: float, told: bool, caplog: pytest.LogCaptureFixture) -> None:
    """A wait for room of more than a second is an INFO with the operation and the seconds."""
    caplog.set_level(logging.INFO, LOGGER)
    limiter = LocalLimiter()
    permit = await limiter.acquire(LOCATION, None)
    await permit.release(Usage(limit=1, interval=interval), arrived=True)
    async with answered(Script(200).answer, limiter=limiter) as client:
        await touch(client)
    messages = [record.getMessage() for record in caplog.records if record.name == LOGGER]
    assert messages == (["touch-thing: waited 1.2 s for room under the rate limit"] if told else [])


STEPS: dict[str, Callable[[], Any]] = {
    "success": lambda: 200,
    "refusal": lambda: 400,
    "failure": lambda: 503,
    "limit": lambda: 429,
    "no connection": lambda: httpx.ConnectError,
    "lost": lambda: httpx.ReadError,
    "no JSON": lambda: httpx.Response(200, text="body-of-the-reply"),
    "echo of the token": lambda: httpx.Response(400, json={"message": f"not {TOKEN}", "traceId": "t"}),
}


@pytest.mark.parametrize("step", STEPS)
@pytest.mark.parametrize("method", ["GET", "POST"])
@pytest.mark.asyncio
async def test_nothing_else_is_told(step: str, method: str, caplog: pytest.LogCaptureFixture) -> None:
    """No record and no fact has a token, a location, a body, a value of path or query, or a header."""
    caplog.set_level(logging.DEBUG, "highlevel_calendars")
    told = await attempts_of(STEPS[step](), 200, 200, method=method)
    async with answered(Script(200).answer, on_attempt=told.append) as client:
        await client.call(operation("GET", "/things"), query={"q": "value-of-the-query"})
    records = [record for record in caplog.records if record.name.startswith("highlevel_calendars")]
    said = [f"{record.getMessage()} {vars(record)!r}" for record in records] + [repr(attempt) for attempt in told]
    assert len(records) >= 2
    assert [secret for secret in SECRETS for line in said if secret in line] == []


def test_nothing_is_printed_where_no_logging_is_set_up() -> None:
    """A program that has set up no logging is not told of retries on its stderr."""
    program = (
        "import logging, highlevel_calendars.attempts as a\n"
        "a.Observer(None).attempt(a.Attempt(operation='o', method='GET', path='/', number=1, status=503, error='E',\n"
        "    trace_id=None, elapsed=0.1, waited=0.0, retry_in=1.0))\n"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, check=True, timeout=60)
    assert (done.stdout, done.stderr) == (b"", b"")
