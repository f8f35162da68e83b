"""Calls to servers that break every promise of HTTP: each ends in one error of the tree, and the client goes on."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator

import httpx
import pytest
import pytest_asyncio
from raw_server import (
    BITE,
    HTML,
    PATIENCE,
    TIMEOUT,
    Behaviour,
    Connection,
    assert_nothing_is_left,
    client_of,
    closed_port,
    create,
    error_of,
    group_reply,
    hangs_up_after,
    never,
    raw_server,
    reply,
    reset,
    says,
    trickles,
)

from highlevel_calendars import CalendarsClient, HighLevelError, Operation, Options, Response, errors
from highlevel_calendars._wire import reply_object
from highlevel_calendars.models import CreateGroup, Group

GROUP = CreateGroup(name="G", description="", slug="g", location_id="location-1")

READ_GROUP = Operation(
    id="read-group",
    method="GET",
    path="/calendars/groups",
    page="https://example.com/read-group",
    scope="calendars/groups.readonly",
    location="body",
    query=(),
    envelope=("group",),
    read=reply_object(Group.from_dict),
)


@pytest_asyncio.fixture(autouse=True)
async def _nothing_is_left(monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[None]:
    """No test leaves a task, or anything that warns when it is collected; no proxy stands between."""
    monkeypatch.setenv("no_proxy", "*")
    yield
    assert_nothing_is_left()


LOST = {
    "closed before the reply": hangs_up_after(),
    "reset before the reply": reset,
    "half a status line": hangs_up_after(b"HTTP/1.1 20"),
    "half a header": hangs_up_after(b"HTTP/1.1 201 Created\r\nContent-Le"),
    "garbage": hangs_up_after(b"\x00\xff\x07 no HTTP at all\r\n\r\n"),
    "status 099": hangs_up_after(reply("099 Odd")),
    "status of two digits": hangs_up_after(reply("20 OK")),
    "status of four digits": hangs_up_after(reply("2001 OK")),
    "unasked switch of protocols": hangs_up_after(b"HTTP/1.1 101 Switching Protocols\r\nUpgrade: x\r\n\r\n"),
    "two lengths": hangs_up_after(b"HTTP/1.1 201 OK\r\nContent-Length: 2\r\nContent-Length: 3\r\n\r\n{}"),
    "length that is no number": hangs_up_after(b"HTTP/1.1 201 OK\r\nContent-Length: two\r\n\r\n{}"),
    "headers without end": hangs_up_after(b"HTTP/1.1 201 OK\r\nX-Long: " + b"x" * 200_000),
}


@pytest.mark.asyncio
@pytest.mark.parametrize("behaviour", LOST.values(), ids=LOST)
async def test_a_lost_reply_to_a_write_leaves_its_outcome_unknown(behaviour: Behaviour) -> None:
    """Once the request may have arrived, a connection that breaks means that nobody knows, and it is said."""
    error = await error_of(behaviour)
    assert type(error) is errors.ConnectionOutcomeUnknown
    assert error.status is None
    assert str(error).endswith("Look whether it happened before sending it again.")


@pytest.mark.asyncio
@pytest.mark.parametrize("behaviour", [hangs_up_after(), reset], ids=["closed", "reset"])
async def test_a_connection_that_ends_before_the_request_is_read_leaves_its_outcome_unknown(
    behaviour: Behaviour,
) -> None:
    """What was written to a socket may have arrived, even when the other side never read it."""
    assert type(await error_of(behaviour, reads=False)) is errors.ConnectionOutcomeUnknown


LATE = {
    "no reply at all": never,
    "a status line byte by byte": trickles(b"HTTP/1.1 201 ", b"C"),
    "headers without end": trickles(b"HTTP/1.1 201 Created\r\n", b"X-More: 1\r\n"),
    "preliminary answers without end": trickles(b"", b"HTTP/1.1 102 Processing\r\n\r\n"),
}


@pytest.mark.asyncio
@pytest.mark.parametrize("behaviour", LATE.values(), ids=LATE)
async def test_a_reply_that_does_not_come_in_time_leaves_the_outcome_unknown(behaviour: Behaviour) -> None:
    """The timeout covers the whole attempt, however slowly the bytes arrive, and closes the connection."""
    async with raw_server(behaviour) as server, client_of(server.url) as client:
        with pytest.raises(HighLevelError, match=r"no reply came within 0\.2 seconds") as caught:
            await create(client, seconds=TIMEOUT)
        await server.all_closed()
        assert type(caught.value) is errors.TimeoutOutcomeUnknown
        assert await create(client) == Group(id="group-1", name="G")


@pytest.mark.asyncio
async def test_nobody_listening_is_no_unknown_outcome() -> None:
    """Without a connection nothing was sent, so the call is repeated and its error promises that nothing happened."""
    async with client_of(closed_port(), max_retries=1) as client:
        with pytest.raises(HighLevelError) as caught:
            await create(client)
    assert type(caught.value) is errors.APIConnectionError
    assert caught.value.attempts == 2
    assert "The request was not carried out." in str(caught.value)


@pytest.mark.asyncio
@pytest.mark.parametrize(
    ("behaviour", "seconds", "kind"),
    [(hangs_up_after(), PATIENCE, errors.APIConnectionError), (never, TIMEOUT, errors.APITimeoutError)],
    ids=["closed", "silent"],
)
async def test_a_failed_tls_handshake_is_no_unknown_outcome(
    behaviour: Behaviour, seconds: float, kind: type[HighLevelError]
) -> None:
    """A request that never got past the handshake was not carried out."""
    async with raw_server(behaviour, reads=False) as server:
        async with client_of(server.url.replace("http:", "https:"), timeout=seconds) as client:
            with pytest.raises(HighLevelError, match=r"The request was not carried out\.") as caught:
                await create(client)
        await server.all_closed()
    assert type(caught.value) is kind


@pytest.mark.asyncio
async def test_waiting_for_a_free_connection_is_no_unknown_outcome() -> None:
    """A call that never got one of the busy connections was not sent."""
    async with (
        raw_server(never) as server,
        httpx.AsyncClient(limits=httpx.Limits(max_connections=1)) as http,
    ):
        client = CalendarsClient("t", base_url=server.url, timeout=TIMEOUT, max_retries=0, http_client=http)
        first = asyncio.create_task(client.groups.create(location_id="l", name="1", description="", slug="s"))
        await server.arrived.wait()
        with pytest.raises(HighLevelError, match="all connections were busy") as second:
            await client.groups.create(location_id="l", name="2", description="", slug="s")
        with pytest.raises(errors.TimeoutOutcomeUnknown):
            await first
        assert type(second.value) is errors.APITimeoutError
        assert [request.json["name"] for request in server.requests] == ["1"]


READS = {
    "closed": (hangs_up_after(), PATIENCE, errors.APIConnectionError),
    "silent": (never, TIMEOUT, errors.APITimeoutError),
    "502": (says(reply("502 Bad Gateway", HTML)), PATIENCE, errors.ServerError),
    "no JSON": (says(reply("200 OK", b"{")), PATIENCE, errors.UnreadableReplyError),
    "cut off": (hangs_up_after(reply("200 OK", b"{", length=9)), PATIENCE, errors.UnreadableReplyError),
    "cut off by the time": (trickles(reply("200 OK", length=10**6), b"x"), TIMEOUT, errors.UnreadableReplyError),
}


@pytest.mark.asyncio
@pytest.mark.parametrize(("behaviour", "seconds", "kind"), READS.values(), ids=READS)
async def test_a_read_has_no_unknown_outcome(behaviour: Behaviour, seconds: float, kind: type[HighLevelError]) -> None:
    """What only reads changes nothing, so that its failures never speak of what may have been done."""
    async with raw_server(behaviour) as server, client_of(server.url, timeout=seconds) as client:
        with pytest.raises(HighLevelError) as caught:
            await client.call(READ_GROUP, path={}, body=GROUP)
        assert type(caught.value) is kind
        assert "has been done" not in str(caught.value)


@pytest.mark.asyncio
@pytest.mark.parametrize(
    "behaviour", [reset, hangs_up_after(reply("200 OK", b"{", length=9))], ids=["reset", "cut off"]
)
async def test_a_read_is_repeated(behaviour: Behaviour) -> None:
    """A read that broke is sent again, and the second answer counts."""
    async with raw_server(behaviour) as server, client_of(server.url) as client:
        response = await client.call(READ_GROUP, path={}, body=GROUP, options=Options(max_retries=1))
        assert isinstance(response, Response)
        assert (response.value.id, response.attempts, len(server.requests)) == ("group-1", 2, 2)


CANCELLED = {
    "before the reply": never,
    "in the middle of the body": trickles(reply("201 Created", length=10**6), b"x"),
    "while it waits to repeat": says(reply("429 Slow down", b"{}", "Retry-After: 1")),
}


@pytest.mark.asyncio
@pytest.mark.parametrize("behaviour", CANCELLED.values(), ids=CANCELLED)
async def test_a_cancelled_call_leaves_the_client_usable(behaviour: Behaviour) -> None:
    """Cancellation passes through unchanged, frees the connection, and the next call works."""
    async with raw_server(behaviour) as server, client_of(server.url, max_retries=1) as client:
        task = asyncio.create_task(create(client))
        await server.arrived.wait()
        await asyncio.sleep(5 * BITE)
        task.cancel()
        with pytest.raises(asyncio.CancelledError):
            await task
        assert await create(client) == Group(id="group-1", name="G")
        assert len(server.requests) == 2


@pytest.mark.asyncio
async def test_a_deadline_of_the_caller_is_the_callers() -> None:
    """When `asyncio.timeout` around a call expires, that block ends in TimeoutError, not in an error of the SDK."""
    async with raw_server(never) as server, client_of(server.url) as client:
        with pytest.raises(TimeoutError) as caught:
            async with asyncio.timeout(5 * BITE):
                await create(client)
        await server.all_closed()
        assert not isinstance(caught.value, HighLevelError)
        assert await create(client) == Group(id="group-1", name="G")


@pytest.mark.asyncio
async def test_a_hundred_tasks_each_get_their_own_end() -> None:
    """Tasks that share a client are not disturbed by the broken connections of others."""
    plan: dict[str, tuple[Behaviour, type[object]]] = {
        "ok": (says(group_reply()), Group),
        "reset": (reset, errors.ConnectionOutcomeUnknown),
        "closed": (hangs_up_after(), errors.ConnectionOutcomeUnknown),
        "cut": (hangs_up_after(reply("201 Created", b"{", length=9)), errors.UnreadableReplyError),
        "400": (says(reply("400 No", b'{"message": "no"}')), errors.BadRequestError),
    }

    async def as_planned(connection: Connection) -> bool:
        assert connection.request
        behaviour, _ = plan[str(connection.request.json["slug"])]
        return await behaviour(connection)

    slugs = [list(plan)[number % len(plan)] for number in range(100)]
    async with raw_server() as server:
        server.otherwise = as_planned
        async with client_of(server.url) as client:
            ends = await asyncio.gather(*(create(client, slug) for slug in slugs), return_exceptions=True)
        await server.all_closed()
    assert [type(end) for end in ends] == [plan[slug][1] for slug in slugs]
    assert len(server.requests) == 100


@pytest.mark.asyncio
async def test_leaving_the_client_closes_its_connections() -> None:
    """Connections that were kept for later end with the `async with` of the client, and not before."""
    async with raw_server() as server:
        async with client_of(server.url) as client:
            await create(client)
            await create(client)
            assert server.open == 1
        await server.all_closed()
        assert server.open == 0
