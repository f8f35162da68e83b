"""A real server on the loopback interface that reads a request and then does whatever a test says."""

from __future__ import annotations

import asyncio
import gc
import json
import socket
import struct
from collections import deque
from collections.abc import AsyncIterator, Awaitable, Callable, Iterable
from contextlib import asynccontextmanager
from typing import NamedTuple

import pytest

from highlevel_calendars import CalendarsClient, HighLevelError, Options
from highlevel_calendars.models import Group

TIMEOUT = 0.2  # seconds, of calls that are to run out of time
PATIENCE = 20.0  # seconds, of calls that are not
HTML = b"<!DOCTYPE html><html><head><title>Bad gateway</title></head><body>cloudflare</body></html>"
BITE = 0.01  # seconds between the bytes of a server that trickles


class Request(NamedTuple):
    head: bytes
    body: bytes

    @property
    def json(self) -> dict[str, object]:
        value: dict[str, object] = json.loads(self.body)
        return value


class Connection(NamedTuple):
    """What a behaviour is given: the two streams, and the request that was read, if it was."""

    reader: asyncio.StreamReader
    writer: asyncio.StreamWriter
    request: Request | None

    async def say(self, *pieces: bytes) -> None:
        for piece in pieces:
            self.writer.write(piece)
            await self.writer.drain()


# True keeps the connection for another request.
Behaviour = Callable[[Connection], Awaitable[bool]]


def reply(status: str, body: bytes = b"", *headers: str, length: int | None = None) -> bytes:
    """A reply of HTTP/1.1, byte for byte; `length` is what its Content-Length claims."""
    lines = [f"HTTP/1.1 {status}", f"Content-Length: {len(body) if length is None else length}", *headers]
    return "\r\n".join(lines).encode() + b"\r\n\r\n" + body


def group_reply() -> bytes:
    """What a healthy server says to the create of a group."""
    return reply("201 Created", b'{"group": {"id": "group-1", "name": "G"}}')


def says(*pieces: bytes) -> Behaviour:
    """Send the pieces and keep the connection, as a server does whose reply is whole."""

    async def behave(connection: Connection) -> bool:
        await connection.say(*pieces)
        return True

    return behave


def hangs_up_after(*pieces: bytes) -> Behaviour:
    """Send the pieces and close the connection."""

    async def behave(connection: Connection) -> bool:
        await connection.say(*pieces)
        return False

    return behave


async def reset(connection: Connection) -> bool:
    """End the connection with a RST in place of a FIN."""
    raw: socket.socket = connection.writer.get_extra_info("socket")
    raw.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
    connection.writer.transport.abort()
    return False


async def never(connection: Connection) -> bool:
    """Say nothing for as long as the client waits."""
    await connection.reader.read()
    return False


def trickles(start: bytes, drop: bytes) -> Behaviour:
    """Send `start`, then `drop` again and again for as long as the client listens."""

    async def behave(connection: Connection) -> bool:
        await connection.say(start)
        while not connection.reader.at_eof():
            await connection.say(drop)
            await asyncio.sleep(BITE)
        return False

    return behave


class RawServer:
    """Takes the behaviours one after the other, one a request, and is healthy when they are used up.

    Attributes:
        requests: What was asked, in the order of arrival.
        arrived: Set by each request.
        open: How many connections there are now.
    """

    def __init__(self, behaviours: Iterable[Behaviour] = (), *, reads: bool = True) -> None:
        self.behaviours = deque(behaviours)
        self.requests: list[Request] = []
        self.arrived = asyncio.Event()
        self.open = 0
        self.url = ""
        self.otherwise: Behaviour = says(group_reply())
        self._reads = reads
        self._idle = asyncio.Event()
        self._idle.set()

    async def serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self.open += 1
        self._idle.clear()
        try:
            while await self._turn(reader, writer):
                pass
        except (asyncio.IncompleteReadError, ConnectionError):
            pass  # the client went away, as it may
        finally:
            writer.close()
            self.open -= 1
            if not self.open:
                self._idle.set()

    async def _turn(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> bool:
        request = None
        if self._reads or not self.behaviours:
            request = await read_request(reader)
            self.requests.append(request)
            self.arrived.set()
        behave = self.behaviours.popleft() if self.behaviours else self.otherwise
        return await behave(Connection(reader, writer, request))

    async def all_closed(self) -> None:
        """Come back when no connection is left, or fail after two seconds."""
        async with asyncio.timeout(2):
            await self._idle.wait()


async def read_request(reader: asyncio.StreamReader) -> Request:
    head = await reader.readuntil(b"\r\n\r\n")
    length = next(
        (int(line.partition(b":")[2]) for line in head.split(b"\r\n") if line.lower().startswith(b"content-length:")), 0
    )
    return Request(head, await reader.readexactly(length))


@asynccontextmanager
async def raw_server(*behaviours: Behaviour, reads: bool = True) -> AsyncIterator[RawServer]:
    """A server for the length of the block; with `reads=False` its behaviours act before any request is read."""
    server = RawServer(behaviours, reads=reads)
    listening = await asyncio.start_server(server.serve, "127.0.0.1", 0, limit=2**20)
    server.url = f"http://127.0.0.1:{listening.sockets[0].getsockname()[1]}"
    try:
        yield server
    finally:
        listening.close()
        await server.all_closed()
        await listening.wait_closed()


def closed_port() -> str:
    """The address of a port that nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return f"http://127.0.0.1:{probe.getsockname()[1]}"


def client_of(url: str, *, max_retries: int = 0, timeout: float = PATIENCE) -> CalendarsClient:
    return CalendarsClient(
        "pit-token", location_id="location-1", base_url=url, max_retries=max_retries, timeout=timeout
    )


async def create(client: CalendarsClient, slug: str = "g", *, seconds: float | None = None) -> Group:
    return await client.groups.create(name="G", description="", slug=slug, options=Options(timeout=seconds))


async def error_of(behaviour: Behaviour, *, reads: bool = True, seconds: float = PATIENCE) -> HighLevelError:
    """What a create raises; the next call on the same client, and the end of its connections, are checked."""
    async with raw_server(behaviour, reads=reads) as server:
        async with client_of(server.url) as client:
            with pytest.raises(HighLevelError) as caught:
                await create(client, seconds=seconds)
            assert await create(client) == Group(id="group-1", name="G")
        await server.all_closed()
    assert caught.value.operation == "create-calendar-group"
    assert caught.value.attempts == 1
    return caught.value


def assert_nothing_is_left() -> None:
    """No task but this one, and nothing that warns when it is collected: warnings are errors here."""
    assert asyncio.all_tasks() - {asyncio.current_task()} == set()
    gc.collect(1)  # what a test has left is young; to look through all that is old takes longer than the test
