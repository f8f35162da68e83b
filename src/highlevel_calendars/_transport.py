"""The only module that does I/O over HTTP: one request, bounded in time, and whatever comes of it."""

from __future__ import annotations

from urllib.request import getproxies

import httpx

from ._replies import Failure, Reply
from .errors import ConfigurationError
from .limits.usage import Usage, usage

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


class Pools(httpx.AsyncBaseTransport):
    """Connections in many small pools, for a pool looks at all of its connections for each request.

    With a hundred requests in flight that look takes longer than all the rest of a call.
    """

    COUNT = 20

    def __init__(self) -> None:
        trust = httpx.create_ssl_context()
        self._pools = [httpx.AsyncHTTPTransport(verify=trust) for _ in range(self.COUNT)]
        self._busy = [0] * self.COUNT
        self.is_closed = False

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        """Send by the first of the least busy pools, so that few requests share few warm connections.

        Raises:
            RuntimeError: the pools are closed, as a client of httpx says it too.
        """
        if self.is_closed:
            raise RuntimeError("the connections are closed")
        number = self._busy.index(min(self._busy))
        self._busy[number] += 1
        try:
            return await self._pools[number].handle_async_request(request)
        finally:
            self._busy[number] -= 1

    async def aclose(self) -> None:
        self.is_closed = True
        for pool in self._pools:
            await pool.aclose()


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

        response: httpx.Response | None = None
        request = prepared(method, url, headers, content, timeout)
        del content  # a traceback may show the locals of this frame, and a request for a token holds secrets
        try:
            async with asyncio.timeout(timeout):
                response = await self._exchange(request)
                body = await response.aread()
                return Reply(response.status_code, response.headers, body, usage=told(response))
        except (httpx.ConnectTimeout, httpx.PoolTimeout) as error:
            what = "connecting took" if isinstance(error, httpx.ConnectTimeout) else "all connections were busy for"
            return Failure(f"{what} longer than {connect_timeout(timeout):g} seconds", sent=False, timed_out=True)
        except (TimeoutError, httpx.TimeoutException):
            return broken_off(response) or Failure(
                f"no reply came within {timeout:g} seconds", sent=True, timed_out=True
            )
        except httpx.LocalProtocolError:
            return Failure("the request could not be written as HTTP", sent=False)
        except (httpx.ConnectError, httpx.ProxyError, httpx.UnsupportedProtocol) as error:
            return Failure(f"no connection to {url.host}: {error}", sent=False)
        except (httpx.HTTPError, httpx.StreamError, OSError) as error:
            return broken_off(response) or Failure(f"the connection broke: {type(error).__name__}: {error}", sent=True)
        except RuntimeError as error:
            if not self._is_closed():
                raise
            raise ConfigurationError("The client is closed; make the call within its `async with`.") from error
        finally:
            if response is not None:
                await response.aclose()
                response.stream = _DRAINED  # leads back to the response: a cycle that would wait for the collector

    async def _exchange(self, request: httpx.Request) -> httpx.Response:
        if isinstance(self.http, httpx.AsyncClient):
            return await self.http.send(request, stream=True, auth=None, follow_redirects=False)
        return await self.http.handle_async_request(request)

    def _is_closed(self) -> bool:
        return isinstance(self.http, httpx.AsyncClient | Pools) and self.http.is_closed


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


def broken_off(response: httpx.Response | None) -> Reply | None:
    """The reply whose body did not arrive, if any of it did."""
    if response is None:
        return None
    return Reply(response.status_code, response.headers, b"", complete=False, usage=told(response))


def told(response: httpx.Response) -> Usage:
    """What a reply tells of the rate limit; one look at its headers, where asking for each by its name takes seven."""
    headers = {
        _RATE[name]: value.decode("ascii", "replace")
        for raw_name, value in response.headers.raw
        if (name := raw_name.lower()) in _RATE
    }
    return usage(response.status_code, headers)


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
