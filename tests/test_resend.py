"""A client that repeats: which attempts it makes, how long it waits between, and what it raises in the end."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from typing import Any

import httpx
import pytest
from support import Body, answered, operation
from wire import Call
from wire_calls import CALLS

from highlevel_calendars import CalendarsClient, HighLevelError, errors


class Script:
    """A server that plays its steps, one for each request, and the last again; and a sleep that only notes."""

    def __init__(self, *steps: Any) -> None:
        self._steps = steps
        self.requests: list[httpx.Request] = []
        self.slept: list[float] = []

    def answer(self, request: httpx.Request) -> httpx.Response:
        step = self._steps[min(len(self.requests), len(self._steps) - 1)]
        self.requests.append(request)
        if isinstance(step, httpx.Response):
            return step
        if isinstance(step, int):
            return httpx.Response(step, json={"id": "1", "message": "m"})
        raise step("it broke")

    async def sleep(self, seconds: float) -> None:
        self.slept.append(seconds)

    @asynccontextmanager
    async def client(self, **settings: Any) -> Any:
        async with answered(self.answer, **{"max_retries": 2, **settings}) as client:
            client._pipeline._sleep = self.sleep
            yield client


async def touch(client: CalendarsClient, method: str = "POST") -> Any:
    return await client.call(operation(method), path={}, body=Body({"a": 1}))


UNSENT = [httpx.ConnectError, httpx.ConnectTimeout, httpx.PoolTimeout, httpx.ProxyError, httpx.UnsupportedProtocol]
LOST = [
    httpx.ReadTimeout,
    httpx.ReadError,
    httpx.WriteError,
    httpx.WriteTimeout,
    httpx.CloseError,
    httpx.RemoteProtocolError,
    OSError,
    TimeoutError,
]
TIMEOUTS = {httpx.ConnectTimeout, httpx.PoolTimeout, httpx.ReadTimeout, httpx.WriteTimeout, TimeoutError}


@pytest.mark.parametrize("failure", [*UNSENT, 429], ids=str)
@pytest.mark.asyncio
async def test_post_is_repeated(failure: Any) -> None:
    """A POST that surely was not carried out is sent again as it was, and its reply tells of two attempts."""
    script = Script(failure, 200)
    async with script.client() as client:
        response = await touch(client)
    first, second = script.requests
    assert (response.value["id"], response.attempts) == ("1", 2)
    assert first.content == second.content == b'{"a":1}'
    assert first.headers == second.headers
    assert len(script.slept) == 1


@pytest.mark.parametrize("failure", [*LOST, 500, 502, 503, 504, 520], ids=str)
@pytest.mark.asyncio
async def test_post_is_not_repeated(failure: Any) -> None:
    """A POST that may have been carried out is sent once, and its outcome is unknown."""
    script = Script(failure, 200)
    async with script.client() as client:
        with pytest.raises(errors.OutcomeUnknown) as caught:
            await touch(client)
    assert (len(script.requests), script.slept) == (1, [])
    assert (caught.value.attempts, caught.value.operation) == (1, "touch-thing")


@pytest.mark.parametrize("failure", [*UNSENT, *LOST, 429, 500, 503], ids=str)
@pytest.mark.parametrize("method", ["GET", "PUT", "DELETE"])
@pytest.mark.asyncio
async def test_other_methods_are_repeated(method: str, failure: Any) -> None:
    """What can be done twice without harm is repeated after any failure that may pass."""
    script = Script(failure, failure, 200)
    async with script.client() as client:
        response = await touch(client, method)
    assert (response.attempts, len(script.requests), len(script.slept)) == (3, 3, 2)


@pytest.mark.parametrize("method", ["PUT", "DELETE"])
@pytest.mark.asyncio
async def test_refusal_after_a_loss(method: str) -> None:
    """A refusal that follows a lost reply says that the attempt before it may have been carried out."""
    for first in (httpx.ReadError, 500):
        script = Script(first, 400)
        async with script.client() as client:
            with pytest.raises(errors.BadRequestError, match="may have been carried out"):
                await touch(client, method)
        assert len(script.requests) == 2


@pytest.mark.asyncio
async def test_no_room_after_a_loss() -> None:
    """Where there is no room to send an update again, its error does not hide that the first may have worked."""
    used_up = {"x-ratelimit-daily-remaining": "0", "x-ratelimit-daily-reset": "60000"}
    script = Script(httpx.Response(500, json={}, headers=used_up))
    async with script.client(limiter="local") as client:
        with pytest.raises(errors.DailyLimitError, match=r"was not sent.*may have been carried out"):
            await touch(client, "PUT")
    assert len(script.requests) == 1


@pytest.mark.parametrize(("method", "first"), [("GET", httpx.ReadError), ("PUT", httpx.ConnectError), ("POST", 429)])
@pytest.mark.asyncio
async def test_refusal_after_nothing_was_done(method: str, first: Any) -> None:
    """A refusal that follows an attempt which surely did nothing speaks for itself."""
    script = Script(first, 400)
    async with script.client() as client:
        with pytest.raises(errors.BadRequestError) as caught:
            await touch(client, method)
    assert "carried out" not in str(caught.value)


@pytest.mark.parametrize("failure", [httpx.ReadError, httpx.ReadTimeout, 503], ids=str)
@pytest.mark.parametrize(("method", "perhaps"), [("GET", False), ("PUT", True), ("DELETE", True)])
@pytest.mark.asyncio
async def test_lost_update_says_that_it_may_have_been_carried_out(method: str, perhaps: bool, failure: Any) -> None:
    """An update or a deletion whose reply was lost may be done, which its error tells; a read changes nothing."""
    script = Script(failure)
    async with script.client(max_retries=0) as client:
        with pytest.raises(HighLevelError) as caught:
            await touch(client, method)
    assert ("may have been carried out" in str(caught.value)) is perhaps


@pytest.mark.parametrize(("method", "requests"), [("GET", 2), ("PUT", 1), ("POST", 1), ("DELETE", 1)])
@pytest.mark.asyncio
async def test_broken_json_of_a_read_is_asked_for_again(method: str, requests: int) -> None:
    """A success that is no JSON is read again where reading is all that was asked for."""
    script = Script(httpx.Response(200, content=b'{"id": '), 200)
    async with script.client() as client:
        if method == "GET":
            assert (await touch(client, method)).attempts == 2
        else:
            with pytest.raises(errors.UnreadableReplyError):
                await touch(client, method)
    assert len(script.requests) == requests


@pytest.mark.parametrize("call", CALLS.values(), ids=CALLS)
@pytest.mark.asyncio
async def test_each_operation_is_repeated_as_its_method_allows(call: Call) -> None:
    """After an error of the server a read, an update and a deletion are repeated as they were, a create never."""
    script = Script(503, httpx.Response(200, json=call.reply))
    async with script.client() as client:
        if call.request.startswith("POST"):
            with pytest.raises(errors.ServerOutcomeUnknown):
                await call.make(client, "method", call.arguments)
        else:
            await call.make(client, "method", call.arguments)
    sent = [(request.method, request.url, request.content, request.headers) for request in script.requests]
    assert sent == sent[:1] * (1 if call.request.startswith("POST") else 2)
    assert f"{sent[0][0]} {sent[0][1].path}" == call.request


@pytest.mark.parametrize("status", [301, 400, 401, 403, 404, 409, 422])
@pytest.mark.parametrize("method", ["POST", "GET"])
@pytest.mark.asyncio
async def test_refusal_is_not_repeated(method: str, status: int) -> None:
    """A refusal that would be the same again is raised at once."""
    script = Script(status, 200)
    async with script.client() as client:
        with pytest.raises(errors.StatusError) as caught:
            await touch(client, method)
    assert (caught.value.status, caught.value.attempts, len(script.requests)) == (status, 1, 1)


@pytest.mark.parametrize(("max_retries", "attempts"), [(0, 1), (1, 2), (2, 3), (5, 6)])
@pytest.mark.parametrize("failure", [429, httpx.ConnectError], ids=str)
@pytest.mark.asyncio
async def test_attempts(failure: Any, max_retries: int, attempts: int) -> None:
    """The error after the last retry tells how many times the request was sent."""
    script = Script(failure)
    async with script.client(max_retries=max_retries) as client:
        with pytest.raises(HighLevelError) as caught:
            await touch(client)
    assert (caught.value.attempts, len(script.requests), len(script.slept)) == (attempts, attempts, attempts - 1)


def kinds() -> Iterator[Any]:
    failure: type[Exception]
    for failure in UNSENT:
        kind = errors.APITimeoutError if failure in TIMEOUTS else errors.APIConnectionError
        yield pytest.param("POST", failure, kind, id=f"POST {failure.__name__}")
        yield pytest.param("GET", failure, kind, id=f"GET {failure.__name__}")
    for failure in LOST:
        late = failure in TIMEOUTS
        unknown = errors.TimeoutOutcomeUnknown if late else errors.ConnectionOutcomeUnknown
        yield pytest.param("POST", failure, unknown, id=f"POST {failure.__name__}")
        known = errors.APITimeoutError if late else errors.APIConnectionError
        yield pytest.param("GET", failure, known, id=f"GET {failure.__name__}")


@pytest.mark.parametrize(("method", "failure", "kind"), list(kinds()))
@pytest.mark.asyncio
async def test_kind_of_a_missing_reply(method: str, failure: Any, kind: type[HighLevelError]) -> None:
    """A missing reply says whether time ran out, and for a POST whether the outcome is unknown."""
    script = Script(failure)
    async with script.client(max_retries=0) as client:
        with pytest.raises(HighLevelError) as caught:
            await touch(client, method)
    error = caught.value
    assert type(error) is kind
    assert (error.status, error.messages, error.trace_id) == (None, (), None)
    assert ("The request was not carried out." in str(error)) is (failure in UNSENT)


@pytest.mark.asyncio
async def test_waits() -> None:
    """Between attempts the client waits as the headers say, and else for a backoff that grows."""
    script = Script(
        httpx.Response(429, headers={"Retry-After": "7"}),
        httpx.Response(429, headers={"X-RateLimit-Interval-Milliseconds": "2000"}),
        httpx.ConnectError,
        httpx.ConnectError,
        200,
    )
    async with script.client(max_retries=4) as client:
        await touch(client)
    first, second, third, fourth = script.slept
    assert first == 7.0
    assert 2.0 <= second <= 2.5
    assert 1.5 <= third <= 2.0
    assert 3.0 <= fourth <= 4.0


@pytest.mark.asyncio
async def test_waits_are_spread() -> None:
    """Clients that fail together do not come back together."""
    waits = set()
    for _ in range(20):
        script = Script(httpx.ConnectError, 200)
        async with script.client() as client:
            await touch(client)
        waits.update(script.slept)
    assert len(waits) > 10


@pytest.mark.parametrize(
    "headers",
    [{"Retry-After": "61"}, {"X-RateLimit-Daily-Remaining": "0"}, {"X-RateLimit-Interval-Milliseconds": "90000"}],
)
@pytest.mark.asyncio
async def test_too_long_to_wait(headers: dict[str, str]) -> None:
    """A limit that lasts longer than a caller waits is an error at once."""
    script = Script(httpx.Response(429, headers=headers))
    async with script.client() as client:
        with pytest.raises(errors.RateLimitError) as caught:
            await touch(client)
    assert (caught.value.attempts, script.slept) == (1, [])


@pytest.mark.asyncio
async def test_different_failures_count_together() -> None:
    """Retries count over all kinds of failures, and the last failure is the one that is raised."""
    script = Script(httpx.ConnectError, 429, 503)
    async with script.client(max_retries=2) as client:
        with pytest.raises(errors.ServerOutcomeUnknown) as caught:
            await touch(client)
    assert (caught.value.attempts, caught.value.status) == (3, 503)


@pytest.mark.asyncio
async def test_cancelled_while_it_waits() -> None:
    """A call that is cancelled between two attempts ends there."""
    script, waiting = Script(429, 200), asyncio.Event()

    async def wait(seconds: float) -> None:
        waiting.set()
        await asyncio.Event().wait()

    async with script.client() as client:
        client._pipeline._sleep = wait
        task = asyncio.create_task(touch(client))
        await waiting.wait()
        task.cancel()
        with pytest.raises(asyncio.CancelledError):
            await task
    assert task.cancelled()
    assert len(script.requests) == 1


@pytest.mark.asyncio
async def test_cancelled_while_it_is_sent() -> None:
    """A call that is cancelled while it waits for its reply ends there, and the client can go on."""
    sending, hangs = asyncio.Event(), [True, False]
    requests: list[httpx.Request] = []

    async def answer(request: httpx.Request) -> httpx.Response:
        requests.append(request)
        if hangs.pop(0):
            sending.set()
            await asyncio.Event().wait()
        return httpx.Response(200, json={"id": "1"})

    async with answered(answer, max_retries=2) as client:
        task = asyncio.create_task(touch(client))
        await sending.wait()
        task.cancel()
        with pytest.raises(asyncio.CancelledError):
            await task
        assert len(requests) == 1
        assert (await touch(client)).attempts == 1


@pytest.mark.parametrize("error", [ZeroDivisionError, RuntimeError, asyncio.CancelledError])
@pytest.mark.asyncio
async def test_mistakes_are_not_swallowed(error: type[BaseException]) -> None:
    """What is no failure of the network comes out as it is, and is not repeated."""
    script = Script(error)
    async with script.client() as client:
        with pytest.raises(error):
            await touch(client)
    assert len(script.requests) == 1


class Breaking(httpx.AsyncByteStream):
    """A body that breaks off, and knows whether it was closed."""

    def __init__(self, error: type[Exception]) -> None:
        self._error = error
        self.closed = False

    async def __aiter__(self) -> AsyncIterator[bytes]:
        yield b'{"id":'
        raise self._error("it broke")

    async def aclose(self) -> None:
        self.closed = True


@pytest.mark.parametrize("error", [httpx.ReadError, httpx.ReadTimeout, ZeroDivisionError])
@pytest.mark.asyncio
async def test_broken_reply_is_closed(error: type[Exception]) -> None:
    """A reply that breaks off is closed all the same, so that its connection is free again."""
    stream = Breaking(error)
    script = Script(httpx.Response(200, stream=stream))
    async with script.client(max_retries=0) as client:
        with pytest.raises((HighLevelError, ZeroDivisionError)):
            await touch(client)
        assert stream.closed


@pytest.mark.asyncio
async def test_half_a_success() -> None:
    """A POST whose success breaks off was done, and says so; a GET is repeated."""
    script = Script(httpx.Response(200, stream=Breaking(httpx.ReadError)), 200)
    async with script.client() as client:
        with pytest.raises(errors.UnreadableReplyError, match="What it asked for has been done") as caught:
            await touch(client)
    assert (caught.value.status, caught.value.attempts, len(script.requests)) == (200, 1, 1)
    script = Script(httpx.Response(200, stream=Breaking(httpx.ReadError)), 200)
    async with script.client() as client:
        assert (await touch(client, "GET")).attempts == 2
