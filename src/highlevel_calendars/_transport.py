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
HTTPX = f"httpx/{httpx.__version__}"

_RATE = frozenset({b"x-ratelimit", b"retry-after"})
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

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        """Send by the first of the least busy pools, so that few requests share few warm connections."""
        number = self._busy.index(min(self._busy))
        self._busy[number] += 1
        try:
            return await self._pools[number].handle_async_request(request)
        finally:
            self._busy[number] -= 1

    async def aclose(self) -> None:
        for pool in self._pools:
            await pool.aclose()


def new_http_client() -> httpx.AsyncClient:
    """An HTTP client for many requests in flight; behind a proxy that the environment names, one of httpx' own."""
    return httpx.AsyncClient() if getproxies() else httpx.AsyncClient(transport=Pools())


class Transport:
    """Sends requests with one HTTP client. Redirects are not followed: a token goes nowhere else."""

    __slots__ = ("_http",)

    def __init__(self, http: httpx.AsyncClient) -> None:
        self._http = http

    def default_headers(self) -> httpx.Headers:
        """A copy of the headers that the HTTP client sends with every request."""
        return httpx.Headers(self._http.headers)

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
        try:
            async with asyncio.timeout(timeout):
                response = await self._http.send(request, stream=True, auth=None, follow_redirects=False)
                content = await response.aread()
                return Reply(response.status_code, response.headers, content, usage=told(response))
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
            if not self._http.is_closed:
                raise
            raise ConfigurationError("The client is closed; make the call within its `async with`.") from error
        finally:
            if response is not None:
                await response.aclose()
                response.stream = _DRAINED  # leads back to the response: a cycle that would wait for the collector


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
        name.lower().decode("ascii"): value.decode("ascii", "replace")
        for name, value in response.headers.raw
        if name[:11].lower() in _RATE
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
