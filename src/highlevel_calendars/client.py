"""The front door: one client for a process, any number of tasks."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping, Sequence
from functools import cached_property
from inspect import iscoroutinefunction
from types import TracebackType
from typing import TYPE_CHECKING, Literal, NoReturn, Self, TypeGuard, TypeVar

import httpx

from ._generated.api import AllGroups
from ._operation import Arguments, Body, OnUnknown, Operation, Options, Response
from ._pipeline import Pipeline, Settings, checked_retries, checked_timeout, checked_wait
from ._transport import Transport
from .attempts import Attempt, Observer
from .auth.protocol import Auth, bound, has_locations
from .auth.static import StaticToken
from .errors import ConfigurationError
from .limits.limiter import Limiter
from .rules import is_header_value

if TYPE_CHECKING:
    from .agenda import Events
    from .booking import Appointments
    from .limits.state import Limits
    from .paging import Notes, Notifications, Resources, Schedules
    from .slots import Calendars

T = TypeVar("T")

BASE_URL = "https://services.leadconnectorhq.com"
VERSION = "2021-04-15"
TIMEOUT = 30.0
MAX_RETRIES = 2


class CalendarsClient(AllGroups):
    """An async client of the HighLevel Calendars API.

    Its groups of operations are `calendars`, `groups`, `resources`, `appointments`, `block_slots`, `events`,
    `notes`, `notifications` and `schedules`.

        async with CalendarsClient("pit-...", location_id="...") as client:
            appointment = await client.appointments.create(...)

    Args:
        token: A private integration token or an access token, of a sub-account; an `OAuth`; or any other object
            with the methods of `Auth`.
        location_id: The location of calls that name none.
        base_url: Where the API is, for a proxy or a sandbox.
        timeout: Seconds that one attempt may take, from connecting to the last byte.
        max_retries: How many times a failed attempt is repeated at the most. A write is repeated only when
            it surely was not carried out.
        http_client: A client or an async transport of httpx to send with. It is yours: it is never closed here.
        version: The `Version` header.
        validate: False sends requests without checking the documented rules first.
        limiter: What keeps the requests under the rate limit: "local" within this client, a `RedisLimiter` across
            a fleet, and "off" for nothing.
        max_wait: Seconds that a call may wait for room under the rate limit, in all; `None` for as long as it takes.
        on_attempt: Called with an `Attempt` after each attempt; not awaited, and its errors are only logged.

    Raises:
        ConfigurationError: an argument cannot be used.
    """

    def __init__(
        self,
        token: str | Auth,
        *,
        location_id: str | None = None,
        base_url: str = BASE_URL,
        timeout: float = TIMEOUT,
        max_retries: int = MAX_RETRIES,
        http_client: httpx.AsyncClient | httpx.AsyncBaseTransport | None = None,
        version: str = VERSION,
        validate: bool = True,
        limiter: Limiter | Literal["local", "off"] = "local",
        max_wait: float | None = None,
        on_attempt: Callable[[Attempt], object] | None = None,
    ) -> None:
        try:
            auth = StaticToken(token) if isinstance(token, str) else token
        finally:
            del token  # a traceback may show the locals of this frame
        if isinstance(auth, type) or not all(callable(getattr(auth, name, None)) for name in ("token", "rejected")):
            del auth
            raise ConfigurationError("The token must be a string or an object with the methods of Auth.")
        if location_id is not None and not is_header_value(location_id):
            raise ConfigurationError(f"location_id={location_id!r} is no id; leave it out or pass the location's.")
        if not is_header_value(version):
            raise ConfigurationError(f"version={version!r} is not a header value; the default is {VERSION!r}.")
        if not is_client(http_client):
            kind = type(http_client).__name__
            raise ConfigurationError(f"http_client is a {kind}; pass an httpx.AsyncClient or an async transport.")
        settings = Settings(
            location_id=location_id,
            base_url=checked_url(base_url),
            timeout=checked_timeout(timeout),
            max_retries=checked_retries(max_retries),
            version=version,
            validate=validate,
            max_wait=checked_wait(max_wait),
        )
        if on_attempt is not None and (not callable(on_attempt) or iscoroutinefunction(on_attempt)):
            raise ConfigurationError(f"on_attempt={on_attempt!r}: pass a function of one Attempt that is not async.")
        self._limiter = checked_limiter(limiter)
        self._on_attempt = on_attempt
        self._transport = Transport(http_client)
        self._auth = auth
        self._settings = settings
        self._pipeline = Pipeline(
            bound(auth, location_id), settings, self._transport, self._limiter, Observer(on_attempt)
        )

    @classmethod
    def from_env(
        cls,
        *,
        timeout: float = TIMEOUT,
        max_retries: int = MAX_RETRIES,
        http_client: httpx.AsyncClient | httpx.AsyncBaseTransport | None = None,
        version: str = VERSION,
        validate: bool = True,
        limiter: Limiter | Literal["local", "off"] = "local",
        max_wait: float | None = None,
        on_attempt: Callable[[Attempt], object] | None = None,
    ) -> Self:
        """A client of `HIGHLEVEL_TOKEN` and, where they are set, `HIGHLEVEL_LOCATION_ID` and `HIGHLEVEL_BASE_URL`.

        Raises:
            ConfigurationError: there is no token, or a variable cannot be used.
        """
        if not os.environ.get("HIGHLEVEL_TOKEN"):
            raise ConfigurationError("HIGHLEVEL_TOKEN is not set; put a private integration token into it.")
        return cls(
            os.environ["HIGHLEVEL_TOKEN"],
            location_id=os.environ.get("HIGHLEVEL_LOCATION_ID") or None,
            base_url=os.environ.get("HIGHLEVEL_BASE_URL") or BASE_URL,
            timeout=timeout,
            max_retries=max_retries,
            http_client=http_client,
            version=version,
            validate=validate,
            limiter=limiter,
            max_wait=max_wait,
            on_attempt=on_attempt,
        )

    def for_location(self, location_id: str, *, token: str | Auth | None = None) -> Self:
        """A client of another location, with a token and a rate limit of its own, over the same connections.

        It needs no closing, and ends with the client that it was made of.

        Args:
            location_id: The location.
            token: Its token; `OAuth` has one for each location that the app is installed in.

        Raises:
            ConfigurationError: there is no token for it.
        """
        if token is None and not has_locations(self._auth):
            raise ConfigurationError(f"Pass the token of {location_id}: that of this client is for one location only.")
        settings = self._settings
        return type(self)(
            self._auth if token is None else token,
            location_id=location_id,
            base_url=settings.base_url,
            timeout=settings.timeout,
            max_retries=settings.max_retries,
            http_client=self._transport.http,
            version=settings.version,
            validate=settings.validate,
            limiter=self._limiter or "off",
            max_wait=settings.max_wait,
            on_attempt=self._on_attempt,
        )

    @property
    def limits(self) -> Limits:
        """What is known of the rate limit of the client's location.

        Raises:
            ConfigurationError: the limiter is switched off.
        """
        if self._limiter is None:
            raise ConfigurationError("The client was made with limiter='off', so it keeps no account of the limits.")
        return self._limiter.state(self._pipeline.location)

    # These groups have more than the generated methods.

    @cached_property
    def calendars(self) -> Calendars:
        from .slots import Calendars

        return Calendars(self)

    @cached_property
    def resources(self) -> Resources:
        from .paging import Resources

        return Resources(self)

    @cached_property
    def appointments(self) -> Appointments:
        from .booking import Appointments

        return Appointments(self)

    @cached_property
    def events(self) -> Events:
        from .agenda import Events

        return Events(self)

    @cached_property
    def notes(self) -> Notes:
        from .paging import Notes

        return Notes(self)

    @cached_property
    def notifications(self) -> Notifications:
        from .paging import Notifications

        return Notifications(self)

    @cached_property
    def schedules(self) -> Schedules:
        from .paging import Schedules

        return Schedules(self)

    async def call(
        self,
        operation: Operation[T],
        *,
        path: Mapping[str, str] | None = None,
        query: Mapping[str, object] | None = None,
        body: Body | Sequence[Body] | None = None,
        options: Options | None = None,
        on_unknown: OnUnknown = "raise",
    ) -> Response[T]:
        arguments = Arguments(path or {}, query or {}, body)
        if on_unknown == "raise":
            return await self._pipeline.call(operation, arguments, options)
        from ._reconcile import reconciled

        max_retries = self._settings.max_retries
        return await reconciled(self, operation, arguments, options, on_unknown=on_unknown, max_retries=max_retries)

    async def aclose(self) -> None:
        """Close the connections, unless what to send with was passed in."""
        await self._transport.aclose()

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        await self.aclose()

    def __repr__(self) -> str:
        settings = getattr(self, "_settings", None)  # a traceback may show a client that was refused
        where = "" if settings is None else f" base_url={settings.base_url!r} location_id={settings.location_id!r}"
        return f"<CalendarsClient{where}>"

    def __reduce__(self) -> NoReturn:
        raise TypeError("a client holds connections and a token; make a new one instead of pickling or copying it")


def is_client(value: object) -> bool:
    """Whether something to send with was passed, or nothing."""
    return value is None or isinstance(value, httpx.AsyncClient | httpx.AsyncBaseTransport)


def checked_limiter(limiter: object) -> Limiter | None:
    """A limiter as given, `None` for none.

    Raises:
        ConfigurationError: it is neither a limiter nor one of the words.
    """
    if limiter == "local":
        from .limits.local import LocalLimiter

        return LocalLimiter()
    if limiter == "off":
        return None
    if not is_limiter(limiter):
        raise ConfigurationError(f"limiter={limiter!r}: pass 'local', 'off' or a RedisLimiter.")
    return limiter


def is_limiter(value: object) -> TypeGuard[Limiter]:
    return not isinstance(value, type) and all(callable(getattr(value, name, None)) for name in ("acquire", "state"))


def checked_url(base_url: object) -> str:
    """The address without a slash at the end.

    Raises:
        ConfigurationError: it is not the address of an HTTP server. A password in it is not shown.
    """
    if not isinstance(base_url, str):
        raise ConfigurationError(f"base_url={base_url!r}: pass the address as a string.")
    try:
        url = httpx.URL(base_url)
    except (httpx.InvalidURL, TypeError) as error:
        raise ConfigurationError(f"base_url cannot be read: {error}. The default is {BASE_URL}.") from None
    if url.userinfo:
        raise ConfigurationError("base_url holds a user name or a password; the token is the only credential.")
    is_plain = url.scheme in {"http", "https"} and url.host and not set(base_url) & set("?# ")
    if not is_plain or not 0 < (url.port or 80) < 65536:
        raise ConfigurationError(f"base_url={base_url!r}: pass http:// or https://, a host, and at most a path.")
    return base_url.rstrip("/")
