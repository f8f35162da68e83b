"""The default client's connections: many calls in flight do not slow each other down, few share a few."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from typing import Any

import httpx
import pytest
from support import operation

from highlevel_calendars import CalendarsClient
from highlevel_calendars._transport import Pools

REPLY = b'HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-length: 8\r\n\r\n{"id":1}'


class Server:
    """Answers requests over connections that it keeps; the first `crowd` of them only when `gate` is opened."""

    def __init__(self, crowd: int = 0) -> None:
        self.connections = 0
        self.crowded = asyncio.Event()
        self.gate = asyncio.Event()
        self._missing = crowd
        if not crowd:
            self.gate.set()

    async def serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self.connections += 1
        try:
            while await reader.readuntil(b"\r\n\r\n"):
                self._missing -= 1
                if self._missing == 0:
                    self.crowded.set()
                await self.gate.wait()
                writer.write(REPLY)
        except (asyncio.IncompleteReadError, ConnectionError):
            pass
        finally:
            writer.close()

    @asynccontextmanager
    async def running(self) -> AsyncIterator[str]:
        server = await asyncio.start_server(self.serve, "127.0.0.1", 0)
        async with server:
            yield f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}"


@pytest.fixture(autouse=True)
def _no_proxy(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Behind a proxy httpx' own pool is used."""
    for name in ("http_proxy", "https_proxy", "all_proxy", "no_proxy"):
        monkeypatch.delenv(name, raising=False)
        monkeypatch.delenv(name.upper(), raising=False)
    return iter(())


def pools_of(client: CalendarsClient) -> Pools:
    pools = client._transport.http
    assert isinstance(pools, Pools)
    return pools


def connections_of(pool: httpx.AsyncHTTPTransport) -> int:
    inner: Any = pool._pool
    return len(inner.connections)


async def touch(client: CalendarsClient) -> Any:
    return await client.call(operation("GET"))


@pytest.mark.asyncio
async def test_hundred_calls_in_flight_are_spread_over_the_pools() -> None:
    """No pool has more than its part of them to look at, and all of them are under way at once."""
    server = Server(crowd=100)
    async with server.running() as url, CalendarsClient("token", base_url=url, limiter="off") as client:
        calls = [asyncio.create_task(touch(client)) for _ in range(100)]
        await asyncio.wait_for(server.crowded.wait(), 20.0)
        pools = pools_of(client)._pools
        assert [connections_of(pool) for pool in pools] == [100 // Pools.COUNT] * Pools.COUNT
        server.gate.set()
        await asyncio.gather(*calls)
        assert pools_of(client)._busy == [0] * Pools.COUNT


@pytest.mark.asyncio
async def test_few_calls_share_warm_connections() -> None:
    """Calls one after another take one connection, and again after a hundred at once no more than there are."""
    server = Server()
    async with server.running() as url, CalendarsClient("token", base_url=url, limiter="off") as client:
        for _ in range(20):
            await touch(client)
        assert server.connections == 1
        for _ in range(20):
            await asyncio.gather(touch(client), touch(client), touch(client))
        assert server.connections <= 4
        await asyncio.gather(*(touch(client) for _ in range(100)))
        before = server.connections
        for _ in range(20):
            await touch(client)
        assert server.connections == before


@pytest.mark.asyncio
async def test_cancelled_call_leaves_its_pool() -> None:
    """What was cancelled in flight is not counted as busy for ever."""
    server = Server(crowd=30)
    async with server.running() as url, CalendarsClient("token", base_url=url, limiter="off") as client:
        calls = [asyncio.create_task(touch(client)) for _ in range(30)]
        await asyncio.wait_for(server.crowded.wait(), 20.0)
        for call in calls:
            call.cancel()
        await asyncio.gather(*calls, return_exceptions=True)
        assert pools_of(client)._busy == [0] * Pools.COUNT
        server.gate.set()
