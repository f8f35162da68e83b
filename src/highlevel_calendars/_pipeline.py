"""The way of one call, and the only module that does I/O: check, authorise, send, decide, decode."""

from __future__ import annotations

import json
import random
from collections.abc import Awaitable, Callable, Iterator, Mapping, Sequence
from datetime import UTC, datetime
from typing import NamedTuple, TypeVar
from urllib.parse import quote, urlencode

import httpx

from . import _replies, _retry, rules
from ._operation import Arguments, Operation, Options, Response
from ._replies import Failure, Reply
from ._version import __version__
from ._wire import UNSET, is_many
from .auth import Auth, Secret
from .errors import ConfigurationError, HighLevelError, TokenRejectedError, ValidationError, Violation

T = TypeVar("T")

_encode = json.JSONEncoder(ensure_ascii=False, allow_nan=False, separators=(",", ":")).encode
_NO_OPTIONS = Options()
_DRAINED = httpx.ByteStream(b"")


async def pause(seconds: float) -> None:
    import asyncio

    await asyncio.sleep(seconds)


class Settings(NamedTuple):
    """What the client was told, checked."""

    location_id: str | None
    base_url: str
    timeout: float
    max_retries: int
    version: str
    validate: bool


class Pipeline:
    """Makes calls with one set of settings over one HTTP client."""

    def __init__(
        self,
        auth: Auth,
        settings: Settings,
        http: httpx.AsyncClient,
        sleep: Callable[[float], Awaitable[None]] = pause,
    ) -> None:
        self._auth = auth
        self._settings = settings
        self._http = http
        self._sleep = sleep
        self._urls: dict[str, httpx.URL] = {}
        self._token: Secret | None = None
        self._headers = httpx.Headers(http.headers)
        self._headers.update(
            {
                "host": httpx.Request("GET", settings.base_url).headers["host"],
                "accept": "application/json",
                "content-type": "application/json",
                "user-agent": f"highlevel-calendars/{__version__} httpx/{httpx.__version__}",
                "version": settings.version,
            }
        )

    async def call(self, operation: Operation[T], arguments: Arguments, options: Options | None) -> Response[T]:
        """Make one call, with as many attempts as it takes and may take.

        Raises:
            HighLevelError: see the tree in `errors`.
        """
        options = options or _NO_OPTIONS
        settings = self._settings
        timeout = settings.timeout if options.timeout is None else checked_timeout(options.timeout)
        max_retries = settings.max_retries if options.max_retries is None else checked_retries(options.max_retries)
        url, content = self._written(operation, arguments, options)
        extra = options.headers or {}
        attempts = retries = 0
        renewed = False
        while True:
            token = Secret(await self._auth.token())
            attempts += 1
            request = self._request(operation.method, url, self._authorized(token, extra), content, timeout)
            attempt = await self._send(request, timeout)
            if isinstance(attempt, Reply) and attempt.is_success and attempt.complete:
                return _replies.read(attempt, operation, attempts)
            error = failure(attempt, operation, token, attempts)
            if isinstance(error, TokenRejectedError) and not renewed:
                renewed = await self._auth.rejected(token.reveal())
                if renewed:
                    continue
            wait = _retry.delay(
                operation.method,
                attempt,
                retries=retries,
                max_retries=max_retries,
                chance=random.random(),  # noqa: S311 - it spreads retries, it guards nothing
                now=datetime.now(UTC),
            )
            if wait is None:
                raise error
            retries += 1
            await self._sleep(wait)

    def _request(
        self, method: str, url: httpx.URL, headers: httpx.Headers, content: bytes, timeout: float
    ) -> httpx.Request:
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

    async def _send(self, request: httpx.Request, timeout: float) -> Reply | Failure:  # noqa: ASYNC109 - connecting has a part of it
        """Send the request once and take what comes, within `timeout` seconds in all."""
        import asyncio

        response: httpx.Response | None = None
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
            return Failure(f"no connection to {request.url.host}: {error}", sent=False)
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

    def _written(self, operation: Operation[T], arguments: Arguments, options: Options) -> tuple[httpx.URL, bytes]:
        """The address and the body to send.

        Raises:
            ValidationError: a rule is broken, or an argument is of a wrong type.
        """
        location_id = self._settings.location_id
        validate = self._settings.validate if options.validate is None else options.validate
        try:
            rules.check(operation, arguments, options.headers or {}, location_id=location_id, validate=validate)
            return self._url(operation, arguments), self._content(operation, arguments)
        except ValidationError:
            raise
        except (TypeError, ValueError, AttributeError, RecursionError, httpx.InvalidURL) as error:
            message = f"an argument is of a wrong type or cannot be written: {error}"
            violation = Violation("json-types", "arguments", message, operation.page)
            raise ValidationError.of(operation.id, [violation]) from error

    def _content(self, operation: Operation[T], arguments: Arguments) -> bytes:
        """The body as JSON, nothing when there is none."""
        body = arguments.body
        if body is None:
            return b""
        if isinstance(body, Sequence):
            return _encode([item.to_dict() for item in body]).encode()
        data = body.to_dict()
        if operation.location == "body" and self._settings.location_id is not None:
            data.setdefault("locationId", self._settings.location_id)
        return _encode(data).encode()

    def _url(self, operation: Operation[T], arguments: Arguments) -> httpx.URL:
        """The address; one that is always the same is made once."""
        if not arguments.path and not operation.query:
            url = self._urls.get(operation.path)
            if url is None:
                url = self._urls[operation.path] = httpx.URL(self._settings.base_url + operation.path)
            return url
        path = operation.path.format_map({name: quote(value, safe="") for name, value in arguments.path.items()})
        query = urlencode(list(self._query(operation, arguments.query)))
        return httpx.URL(self._settings.base_url + path + ("?" + query if query else ""))

    def _query(self, operation: Operation[T], values: Mapping[str, object]) -> Iterator[tuple[str, str]]:
        """The pairs of the query; a list gives one for each of its items."""
        for parameter in operation.query:
            value = values.get(parameter.name, UNSET)
            if value is UNSET and parameter.wire_name == "locationId" and operation.location == "query":
                value = self._settings.location_id or UNSET
            if value is not UNSET:
                for item in value if is_many(value) else [value]:
                    yield parameter.wire_name, parameter.write(item)

    def _authorized(self, token: Secret, extra: Mapping[str, str]) -> httpx.Headers:
        """The headers to send, made anew only when the token changes."""
        if token != self._token:
            self._headers["authorization"] = f"Bearer {token.reveal()}"
            self._token = token
        if not extra:
            return self._headers
        headers = httpx.Headers(self._headers)
        headers.update(extra)
        return headers


def broken_off(response: httpx.Response | None) -> Reply | None:
    """The reply whose body did not arrive, if any of it did."""
    return None if response is None else Reply(response.status_code, response.headers, b"", complete=False)


def failure(attempt: Reply | Failure, operation: Operation[T], token: Secret, attempts: int) -> HighLevelError:
    """The error that an attempt ends in when it is the last."""
    if isinstance(attempt, Failure):
        return _replies.connection_error(attempt, operation, attempts)
    if attempt.is_success:
        return _replies.unreadable(attempt, operation, attempts, "it broke off in the middle")
    messages, trace_id = _replies.explain(token.redact(attempt.content))
    return _replies.status_error(attempt, operation, messages, trace_id, attempts)


def connect_timeout(timeout: float) -> float:
    """Connecting takes no more than half of the time, and never more than five seconds."""
    return min(5.0, timeout / 2)


def phases(timeout: float) -> dict[str, float]:
    """The timeouts of httpx's phases, so that a call that could not be sent is told from one that was lost."""
    connect = connect_timeout(timeout)
    return {"connect": connect, "pool": connect, "read": timeout, "write": timeout}


def checked_timeout(timeout: object) -> float:
    """A timeout as given.

    Raises:
        ConfigurationError: it is not a positive number.
    """
    if not isinstance(timeout, int | float) or not 0 < timeout < float("inf"):
        raise ConfigurationError(f"timeout={timeout!r}: pass a positive number of seconds.")
    return timeout


def checked_retries(max_retries: object) -> int:
    """A number of retries as given.

    Raises:
        ConfigurationError: it is no whole number from 0 up.
    """
    if not isinstance(max_retries, int) or max_retries < 0:
        raise ConfigurationError(f"max_retries={max_retries!r}: pass a whole number, 0 for none.")
    return max_retries
