"""Connections to the API: many small pools, which leave nothing behind."""

from __future__ import annotations

from collections.abc import AsyncIterator
from operator import attrgetter
from typing import TYPE_CHECKING, cast

import httpx

if TYPE_CHECKING:
    import ssl

_BUSY = attrgetter("busy")


class Pool:
    """Connections, and how many requests are under way over them."""

    def __init__(self, trust: ssl.SSLContext) -> None:
        self.busy = 0
        self._transport = httpx.AsyncHTTPTransport(verify=trust)
        self._suspect = False

    async def send(self, request: httpx.Request) -> httpx.Response:
        """Send a request, which is under way until its reply is closed."""
        self.busy += 1
        try:
            response = await self._transport.handle_async_request(request)
        except BaseException:
            # httpcore may keep a connection for ever that was opened for a request which was cancelled then.
            self._suspect = True
            await self.release()
            raise
        response.stream = PooledStream(self, cast(httpx.AsyncByteStream, response.stream))
        return response

    async def release(self) -> None:
        """A request has ended."""
        self.busy -= 1
        if self._suspect and not self.busy:
            self._suspect = False
            await self._transport.aclose()  # which closes its connections; it opens others when they are needed

    async def aclose(self) -> None:
        await self._transport.aclose()


class PooledStream(httpx.AsyncByteStream):
    """The body of a reply that came over a connection of a pool."""

    def __init__(self, pool: Pool, stream: httpx.AsyncByteStream) -> None:
        self._pool = pool
        self._stream = stream
        self._is_closed = False

    def __aiter__(self) -> AsyncIterator[bytes]:
        return aiter(self._stream)

    async def aclose(self) -> None:
        if not self._is_closed:
            self._is_closed = True
            try:
                await self._stream.aclose()
            finally:
                await self._pool.release()


class Pools(httpx.AsyncBaseTransport):
    """Connections in many small pools, for a pool looks at all of its connections for each request.

    With a hundred requests in flight that look takes longer than all the rest of a call.
    """

    COUNT = 20

    def __init__(self) -> None:
        trust = httpx.create_ssl_context()
        self.pools = [Pool(trust) for _ in range(self.COUNT)]
        self.is_closed = False

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        """Send by the first of the least busy pools, so that few requests share few warm connections.

        Raises:
            RuntimeError: the pools are closed, as a client of httpx says it too.
        """
        if self.is_closed:
            raise RuntimeError("the connections are closed")
        return await min(self.pools, key=_BUSY).send(request)

    async def aclose(self) -> None:
        self.is_closed = True
        for pool in self.pools:
            await pool.aclose()
