"""The default client's connections: many calls in flight do not slow each other down, few share a few."""

from __future__ import annotations

import asyncio
import random
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from typing import Any

import pytest
from support import operation

from highlevel_calendars import CalendarsClient
from highlevel_calendars._pools import Pool, Pools

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


def pools_of(client: CalendarsClient) -> list[Pool]:
    pools = client._transport.http
    assert isinstance(pools, Pools)
    return pools.pools


def connections_of(pool: Pool) -> int:
    inner: Any = pool._transport._pool  # Any: a part of httpcore
    return len(inner.connections)


def busy(client: CalendarsClient) -> list[int]:
    return [pool.busy for pool in pools_of(client) if pool.busy]


async def touch(client: CalendarsClient) -> Any:
    return await client.call(operation("GET"))


@pytest.mark.asyncio
async def test_hundred_calls_in_flight_are_spread_over_the_pools() -> None:
    """No pool has more than its part of them to look at, and all of them are under way at once."""
    server = Server(crowd=100)
    async with server.running() as url, CalendarsClient("token", base_url=url, limiter="off") as client:
        calls = [asyncio.create_task(touch(client)) for _ in range(100)]
        await asyncio.wait_for(server.crowded.wait(), 20.0)
        assert [connections_of(pool) for pool in pools_of(client)] == [100 // Pools.COUNT] * Pools.COUNT
        server.gate.set()
        await asyncio.gather(*calls)
        assert busy(client) == []


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
        assert busy(client) == []
        server.gate.set()


@pytest.mark.asyncio
async def test_no_connection_is_lost_to_cancellation() -> None:
    """However calls are cancelled, and however often, no connection stays behind that no call can use."""
    chance = random.Random(1)  # noqa: S311 - it spreads the cancellations
    server = Server()
    async with server.running() as url, CalendarsClient("token", base_url=url, limiter="off") as client:
        for _ in range(100):
            calls = [asyncio.create_task(touch(client)) for _ in range(20)]
            await asyncio.sleep(chance.uniform(0, 0.02))
            for call in calls:
                call.cancel()
                asyncio.get_running_loop().call_later(chance.uniform(0, 0.002), call.cancel)
            await asyncio.gather(*calls, return_exceptions=True)
        await touch(client)
        inner: list[Any] = [pool._transport._pool for pool in pools_of(client)]  # Any: parts of httpcore
        assert [one for pool in inner for one in pool.connections if not one.is_idle()] == []
        assert busy(client) == []


@pytest.mark.asyncio
async def test_client_that_is_closed_in_the_middle_of_calls() -> None:
    """Calls under way when the client is closed end, and leave no connection open."""
    server = Server(crowd=10)
    async with server.running() as url:
        async with CalendarsClient("token", base_url=url, limiter="off", max_retries=0) as client:
            calls = [asyncio.create_task(touch(client)) for _ in range(10)]
            await asyncio.wait_for(server.crowded.wait(), 20.0)
        server.gate.set()
        await asyncio.gather(*calls, return_exceptions=True)
        assert [connections_of(pool) for pool in pools_of(client)] == [0] * Pools.COUNT
