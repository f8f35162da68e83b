"""The only module that does I/O over HTTP: one request, bounded in time, and whatever comes of it."""

from __future__ import annotations

import httpx

from ._replies import Failure, Reply
from .errors import ConfigurationError

URL = httpx.URL
Headers = httpx.Headers
InvalidURL = httpx.InvalidURL
HTTPX = f"httpx/{httpx.__version__}"

_DRAINED = httpx.ByteStream(b"")


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
                return Reply(response.status_code, response.headers, await response.aread())
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
    return None if response is None else Reply(response.status_code, response.headers, b"", complete=False)


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
