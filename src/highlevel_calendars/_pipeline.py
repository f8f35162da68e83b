"""The way of one call: check, authorise, wait for room, send, decide, decode."""

from __future__ import annotations

import json
import random
from collections.abc import Awaitable, Callable, Iterator, Mapping, Sequence
from datetime import UTC, datetime, timedelta
from time import monotonic
from typing import NamedTuple, TypeVar
from urllib.parse import quote, urlencode

from . import _replies, _retry, rules
from ._operation import Arguments, Operation, Options, Response
from ._replies import Failure, Reply
from ._transport import HTTPX, URL, Headers, InvalidURL, Transport, host_of
from ._version import __version__
from ._wire import UNSET, is_many
from .attempts import Attempt, Observer
from .auth import Auth, Secret
from .errors import (
    ConfigurationError,
    DailyLimitError,
    HighLevelError,
    RateLimitError,
    TokenRejectedError,
    UnreadableReplyError,
    ValidationError,
    Violation,
)
from .limits.limiter import Limiter, Permit

T = TypeVar("T")

_encode = json.JSONEncoder(ensure_ascii=False, allow_nan=False, separators=(",", ":")).encode
_NO_OPTIONS = Options()
_DAY = 86_400


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
    max_wait: float | None


class Timing(NamedTuple):
    """The number of an attempt, and the seconds that it took, and that it waited for room before."""

    number: int
    elapsed: float
    waited: float


class Pipeline:
    """Makes calls with one set of settings over one HTTP client."""

    def __init__(
        self,
        auth: Auth,
        settings: Settings,
        transport: Transport,
        limiter: Limiter | None,
        observer: Observer,
        *,
        sleep: Callable[[float], Awaitable[None]] = pause,
    ) -> None:
        self._auth = auth
        self._settings = settings
        self._transport = transport
        self._limiter = limiter
        self._observer = observer
        self._sleep = sleep
        self._urls: dict[str, URL] = {}
        self._token: Secret | None = None
        self.location = settings.location_id or ""
        self._headers = transport.default_headers()
        self._headers.update(
            {
                "host": host_of(settings.base_url),
                "accept": "application/json",
                "content-type": "application/json",
                "user-agent": f"highlevel-calendars/{__version__} {HTTPX}",
                "version": settings.version,
            }
        )

    async def call(self, operation: Operation[T], arguments: Arguments, options: Options | None) -> Response[T]:
        """Make one call, with as many attempts as it takes and may take.

        Raises:
            HighLevelError: see the tree in `errors`.
        """
        options = _NO_OPTIONS if options is None else checked_options(options)
        settings = self._settings
        timeout = settings.timeout if options.timeout is None else checked_timeout(options.timeout)
        max_retries = settings.max_retries if options.max_retries is None else checked_retries(options.max_retries)
        max_wait = settings.max_wait if options.max_wait is None else checked_wait(options.max_wait)
        written = self._written(operation, arguments, options)
        extra = options.headers or {}
        location = self._location(operation, arguments)
        attempts = retries = 0
        waited = 0.0
        renewed = lost = False
        while True:
            try:
                permit, wait = await self._room(operation, location, max_wait, waited, attempts)
            except HighLevelError as error:
                if lost:
                    _replies.tell_of_loss(error, operation)
                raise
            waited += wait
            attempts += 1
            token, attempt, elapsed = await self._send(permit, operation.method, written, extra, timeout)
            timing = Timing(attempts, elapsed, wait)
            outcome = result(attempt, operation, token, attempts)
            if isinstance(outcome, Response):
                if self._observer.wants_all:
                    self._observer.attempt(told(operation, attempt, outcome, timing))
                return outcome
            again: float | None = None
            try:
                if isinstance(outcome, TokenRejectedError) and not renewed:
                    renewed = await self._auth.rejected(token.reveal())
                    again = 0.0 if renewed else None
                else:
                    again = _retry.delay(
                        operation.method,
                        attempt,
                        retries=retries,
                        max_retries=max_retries,
                        chance=random.random(),  # noqa: S311 - it spreads retries, it guards nothing
                        now=datetime.now(UTC),
                    )
                    retries += 1
            finally:
                self._observer.attempt(told(operation, attempt, outcome, timing, again))
            if again is None:
                if lost:
                    _replies.tell_of_loss(outcome, operation)
                raise outcome
            lost = lost or _retry.may_have_worked(attempt)
            if permit is None or not isinstance(outcome, RateLimitError):  # else the limiter makes it wait
                await self._sleep(again)

    async def _room(
        self, operation: Operation[T], location: str, max_wait: float | None, waited: float, attempts: int
    ) -> tuple[Permit | None, float]:
        """A place under the rate limit, and the seconds that it took to get it.

        Raises:
            DailyLimitError, MaxWaitError: there is none.
        """
        if self._limiter is None:
            return None, 0.0
        began = monotonic()
        try:
            permit = await self._limiter.acquire(location, None if max_wait is None else max(0.0, max_wait - waited))
        except HighLevelError as error:
            error.args = (f"{operation.id}: {error}",)
            error.operation, error.attempts = operation.id, attempts
            raise
        wait = monotonic() - began
        self._observer.waited(operation.id, wait)
        return permit, wait

    async def _send(
        self,
        permit: Permit | None,
        method: str,
        written: tuple[URL, bytes],
        extra: Mapping[str, str],
        timeout: float,  # noqa: ASYNC109 - the transport keeps it
    ) -> tuple[Secret, Reply | Failure, float]:
        """Send the request once, with a token that is asked for now, and give its place back.

        Returns:
            The token, what came of it, and the seconds that it took.
        """
        url, content = written
        usage, arrived = None, False
        try:
            token = Secret(await self._auth.token())
            headers = self._authorized(token, extra)
            began = monotonic()
            arrived = True
            attempt = await self._transport.send(method, url, headers, content, timeout)
            if isinstance(attempt, Reply):
                usage = attempt.usage
            else:
                arrived = attempt.sent
            return token, attempt, monotonic() - began
        finally:
            if permit is not None:
                await permit.release(usage, arrived=arrived)

    def _location(self, operation: Operation[T], arguments: Arguments) -> str:
        """Whose rate limit a call counts against; where neither it nor the client tells, an earlier one did."""
        named: object = None
        if operation.location == "body":
            named = getattr(arguments.body, "location_id", None)
        elif operation.location == "query":
            named = arguments.query.get("location_id")
        if not isinstance(named, str):
            return self.location
        self.location = self.location or named
        return named

    def _written(self, operation: Operation[T], arguments: Arguments, options: Options) -> tuple[URL, bytes]:
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
        except (TypeError, ValueError, AttributeError, RecursionError, InvalidURL) as error:
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

    def _url(self, operation: Operation[T], arguments: Arguments) -> URL:
        """The address; one that is always the same is made once."""
        if not arguments.path and not operation.query:
            url = self._urls.get(operation.path)
            if url is None:
                url = self._urls[operation.path] = URL(self._settings.base_url + operation.path)
            return url
        path = operation.path.format_map({name: quote(value, safe="") for name, value in arguments.path.items()})
        query = urlencode(list(self._query(operation, arguments.query)))
        return URL(self._settings.base_url + path + ("?" + query if query else ""))

    def _query(self, operation: Operation[T], values: Mapping[str, object]) -> Iterator[tuple[str, str]]:
        """The pairs of the query; a list gives one for each of its items."""
        for parameter in operation.query:
            value = values.get(parameter.name, UNSET)
            if value is UNSET and parameter.wire_name == "locationId" and operation.location == "query":
                value = self._settings.location_id or UNSET
            if value is not UNSET:
                for item in value if is_many(value) else [value]:
                    yield parameter.wire_name, parameter.write(item)

    def _authorized(self, token: Secret, extra: Mapping[str, str]) -> Headers:
        """The headers to send, made anew only when the token changes."""
        if token != self._token:
            self._headers["authorization"] = f"Bearer {token.reveal()}"
            self._token = token
        if not extra:
            return self._headers
        headers = Headers(self._headers)
        headers.update(extra)
        return headers


def result(
    attempt: Reply | Failure, operation: Operation[T], token: Secret, attempts: int
) -> Response[T] | HighLevelError:
    """What an attempt comes to when it is the last."""
    if not isinstance(attempt, Reply) or not attempt.is_success or not attempt.complete:
        return failure(attempt, operation, token, attempts)
    try:
        return _replies.read(attempt, operation, attempts)
    except UnreadableReplyError as error:
        return error


def failure(attempt: Reply | Failure, operation: Operation[T], token: Secret, attempts: int) -> HighLevelError:
    """The error that an attempt ends in when it is the last."""
    if isinstance(attempt, Failure):
        return _replies.connection_error(attempt, operation, attempts)
    if attempt.is_success:
        return _replies.unreadable(attempt, operation, attempts, "it broke off in the middle")
    messages, trace_id = _replies.explain(token.redact(attempt.content))
    error = _replies.status_error(attempt, operation, messages, trace_id, attempts)
    if isinstance(error, DailyLimitError) and attempt.usage.daily_reset is not None:
        error.resets_at = datetime.now(UTC) + timedelta(seconds=attempt.usage.daily_reset)
    return error


def told(
    operation: Operation[T],
    attempt: Reply | Failure,
    outcome: Response[T] | HighLevelError,
    timing: Timing,
    retry_in: float | None = None,
) -> Attempt:
    """What there is to tell of an attempt."""
    return Attempt(
        operation=operation.id,
        method=operation.method,
        path=operation.path,
        number=timing.number,
        status=attempt.status if isinstance(attempt, Reply) else None,
        error=None if isinstance(outcome, Response) else type(outcome).__name__,
        trace_id=outcome.trace_id,
        elapsed=timing.elapsed,
        waited=timing.waited,
        retry_in=retry_in,
    )


def checked_options(options: object) -> Options:
    """The settings of a call as given.

    Raises:
        ConfigurationError: they are none.
    """
    if not isinstance(options, Options):
        raise ConfigurationError(f"options={options!r}: pass Options(...), for example Options(timeout=5).")
    return options


def checked_timeout(timeout: object) -> float:
    """A timeout as given.

    Raises:
        ConfigurationError: it is not a positive number.
    """
    if not isinstance(timeout, int | float) or not 0 < timeout <= _DAY:
        raise ConfigurationError(f"timeout={timeout!r}: pass a positive number of seconds, a day at the most.")
    return timeout


def checked_retries(max_retries: object) -> int:
    """A number of retries as given.

    Raises:
        ConfigurationError: it is no whole number from 0 up.
    """
    if not isinstance(max_retries, int) or max_retries < 0:
        raise ConfigurationError(f"max_retries={max_retries!r}: pass a whole number, 0 for none.")
    return max_retries


def checked_wait(max_wait: object) -> float | None:
    """A bound for waiting as given.

    Raises:
        ConfigurationError: it is no number from 0 up.
    """
    if max_wait is not None and (not isinstance(max_wait, int | float) or not 0 <= max_wait < float("inf")):
        raise ConfigurationError(f"max_wait={max_wait!r}: pass a number of seconds, or None to wait for any time.")
    return max_wait
