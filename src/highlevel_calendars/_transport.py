"""The only module that does I/O over HTTP: one request, bounded in time, and whatever comes of it."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.request import getproxies

import httpx

from ._pools import Pools
from ._replies import Failure, Reply
from .errors import ConfigurationError
from .limits.usage import Usage, usage

if TYPE_CHECKING:
    import asyncio

URL = httpx.URL
Headers = httpx.Headers
InvalidURL = httpx.InvalidURL
HttpClient = httpx.AsyncClient | httpx.AsyncBaseTransport
HTTPX = f"httpx/{httpx.__version__}"

_RATE = {
    name.encode(): name
    for name in (
        "retry-after",
        "x-ratelimit-daily-remaining",
        "x-ratelimit-daily-reset",
        "x-ratelimit-interval-milliseconds",
        "x-ratelimit-limit-daily",
        "x-ratelimit-max",
        "x-ratelimit-remaining",
    )
}
_DRAINED = httpx.ByteStream(b"")


class Transport:
    """Sends requests: over an HTTP client or a transport of somebody else's, or over connections of its own.

    Redirects are not followed, for a token goes nowhere else. Without a client of httpx in between, nothing keeps
    cookies or logs addresses, and a call takes a third less time.
    """

    __slots__ = ("_owned", "http")

    def __init__(self, http: HttpClient | None) -> None:
        self._owned = http is None
        # Only a client of httpx goes through the proxies that the environment names.
        self.http = http or (httpx.AsyncClient() if getproxies().keys() - {"no"} else Pools())

    def default_headers(self) -> httpx.Headers:
        """A copy of the headers that go with every request."""
        if isinstance(self.http, httpx.AsyncClient):
            return httpx.Headers(self.http.headers)
        return httpx.AsyncClient(transport=self.http).headers

    async def aclose(self) -> None:
        """Close its own connections."""
        if self._owned:
            await self.http.aclose()

    async def send(
        self,
        method: str,
        url: httpx.URL,
        headers: httpx.Headers,
        content: bytes,
        timeout: float,  # noqa: ASYNC109 - connecting has a part of it
    ) -> Reply | Failure:
        """Send a request once and take what comes, within `timeout` seconds in all.

        Raises:
            ConfigurationError: the HTTP client is closed.
        """
        import asyncio

        exchange = Exchange(self.http, prepared(method, url, headers, content, timeout))
        del content  # a traceback may show the locals of this frame, and a request for a token holds secrets
        task = asyncio.create_task(exchange.run())
        in_time = True
        try:
            await asyncio.wait((task,), timeout=timeout)
        finally:
            if not task.done():
                in_time = False
                await exchange.give_up(task)
            if self._is_closed():
                await self.http.aclose()  # for the connection that this has just given back
        try:
            body = task.result()
            return Reply(exchange.status, exchange.headers, body, usage=told(exchange.status, exchange.headers))
        except (httpx.ConnectTimeout, httpx.PoolTimeout) as error:
            what = "connecting took" if isinstance(error, httpx.ConnectTimeout) else "all connections were busy for"
            return Failure(f"{what} longer than {connect_timeout(timeout):g} seconds", sent=False, timed_out=True)
        except (asyncio.CancelledError, TimeoutError, httpx.TimeoutException) as error:
            if in_time and isinstance(error, asyncio.CancelledError):
                raise  # it comes from the transport itself
            return exchange.broken_off() or Failure(
                f"no reply came within {timeout:g} seconds", sent=True, timed_out=True
            )
        except httpx.LocalProtocolError:
            return Failure("the request could not be written as HTTP", sent=False)
        except (httpx.ConnectError, httpx.ProxyError, httpx.UnsupportedProtocol) as error:
            return Failure(f"no connection to {url.host}: {error}", sent=False)
        except (httpx.HTTPError, httpx.StreamError, OSError) as error:
            said = f": {error}" if str(error) else ""
            return exchange.broken_off() or Failure(f"the connection broke: {type(error).__name__}{said}", sent=True)
        except RuntimeError as error:
            if self._is_closed():
                raise ConfigurationError("The client is closed; make the call within its `async with`.") from error
            if "loop" in str(error):
                raise ConfigurationError(
                    "The client was used in an event loop that has ended; make one for each asyncio.run()."
                ) from error
            raise

    def _is_closed(self) -> bool:
        return isinstance(self.http, httpx.AsyncClient | Pools) and self.http.is_closed


class Exchange:
    """A request and its reply, in a task of its own that is cancelled once at the most, and never while it closes.

    A connection of httpcore is lost for ever when its task is cancelled in the middle of closing a reply.
    """

    __slots__ = ("_closing", "_http", "_request", "headers", "status")

    def __init__(self, http: HttpClient, request: httpx.Request) -> None:
        self._http = http
        self._request = request
        self._closing = False
        self.status = 0
        self.headers = httpx.Headers()

    async def run(self) -> bytes:
        """Send the request; the body of the reply."""
        if isinstance(self._http, httpx.AsyncClient):
            response = await self._http.send(self._request, stream=True, auth=None, follow_redirects=False)
        else:
            response = await self._http.handle_async_request(self._request)
        self.status, self.headers = response.status_code, response.headers
        try:
            return await body_of(response)
        finally:
            self._closing = True
            await response.aclose()
            response.stream = _DRAINED  # leads back to the response: a cycle that would wait for the collector

    async def give_up(self, task: asyncio.Task[bytes]) -> None:
        """End the task before its time, and wait for it, however often the caller is cancelled."""
        import asyncio

        if not self._closing:
            task.cancel()
        interrupted: asyncio.CancelledError | None = None
        while not task.done():
            try:
                await asyncio.wait((task,))
            except asyncio.CancelledError as error:
                interrupted = error
        if not task.cancelled():
            task.exception()  # it is seen here, for who was cancelled does not ask for it
        if interrupted is not None:
            raise interrupted

    def broken_off(self) -> Reply | None:
        """The reply whose body did not arrive, if any of it did."""
        if not self.status:
            return None
        return Reply(self.status, self.headers, b"", complete=False, usage=told(self.status, self.headers))


async def body_of(response: httpx.Response) -> bytes:
    """The body, without closing the reply as httpx' own way of reading does."""
    stream = response.stream
    if not isinstance(stream, httpx.AsyncByteStream):
        raise ConfigurationError(f"http_client gave a reply of {type(stream).__name__}; pass one that is async.")
    content = b"".join([part async for part in stream])
    if "content-encoding" in response.headers:
        return httpx.Response(response.status_code, headers=response.headers, content=content).content
    return content


def prepared(method: str, url: httpx.URL, headers: httpx.Headers, content: bytes, timeout: float) -> httpx.Request:
    """A request whose headers are complete, so that httpx need not work them out for each call."""
    stream = httpx.ByteStream(content)
    request = httpx.Request(method, url, stream=stream, extensions={"timeout": phases(timeout)})
    request.headers = httpx.Headers(headers)
    request.headers.encoding = "ascii"
    if content:
        request.headers["content-length"] = str(len(content))
    else:
        request.headers.pop("content-type", None)
    request.read()
    return request


def told(status: int, headers: httpx.Headers) -> Usage:
    """What a reply tells of the rate limit; one look at its headers, where asking for each by its name takes seven."""
    named = {
        _RATE[name]: value.decode("ascii", "replace")
        for raw_name, value in headers.raw
        if (name := raw_name.lower()) in _RATE
    }
    return usage(status, named)


def host_of(base_url: str) -> str:
    """The `Host` header of requests to an address."""
    return httpx.Request("GET", base_url).headers["host"]


def connect_timeout(timeout: float) -> float:
    """Connecting takes no more than half of the time, and never more than five seconds."""
    return min(5.0, timeout / 2)


def phases(timeout: float) -> dict[str, float]:
    """The timeouts of httpx's phases, so that a call that could not be sent is told from one that was lost."""
    connect = connect_timeout(timeout)
    return {"connect": connect, "pool": connect, "read": timeout, "write": timeout}
