"""The front door: one client for a process, any number of tasks."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from functools import cached_property
from types import TracebackType
from typing import TYPE_CHECKING, NoReturn, Self, TypeVar

import httpx

from ._generated.api import AllGroups
from ._operation import Arguments, Body, OnUnknown, Operation, Options, Response
from ._pipeline import Pipeline, Settings, checked_retries, checked_timeout
from ._transport import Transport
from .auth import Auth, StaticToken
from .errors import ConfigurationError
from .rules import is_header_value

if TYPE_CHECKING:
    from .agenda import Events
    from .booking import Appointments
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
        token: A private integration token or an access token, of a sub-account; or an object with the
            methods of `Auth`.
        location_id: The location of calls that name none.
        base_url: Where the API is, for a proxy or a sandbox.
        timeout: Seconds that one attempt may take, from connecting to the last byte.
        max_retries: How many times a failed attempt is repeated at the most. A write is repeated only when
            it surely was not carried out.
        http_client: An httpx client to send with. It is yours: it is never closed here.
        version: The `Version` header.
        validate: False sends requests without checking the documented rules first.

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
        http_client: httpx.AsyncClient | None = None,
        version: str = VERSION,
        validate: bool = True,
    ) -> None:
        try:
            auth = StaticToken(token) if isinstance(token, str) else token
        finally:
            del token  # a traceback may show the locals of this frame
        if not callable(getattr(auth, "token", None)) or not callable(getattr(auth, "rejected", None)):
            del auth
            raise ConfigurationError("The token must be a string or an object with the methods of Auth.")
        if location_id is not None and not is_header_value(location_id):
            raise ConfigurationError(f"location_id={location_id!r} is no id; leave it out or pass the location's.")
        if not is_header_value(version):
            raise ConfigurationError(f"version={version!r} is not a header value; the default is {VERSION!r}.")
        if not is_client(http_client):
            raise ConfigurationError(f"http_client is a {type(http_client).__name__}; pass an httpx.AsyncClient.")
        settings = Settings(
            location_id=location_id,
            base_url=checked_url(base_url),
            timeout=checked_timeout(timeout),
            max_retries=checked_retries(max_retries),
            version=version,
            validate=validate,
        )
        self._http = httpx.AsyncClient() if http_client is None else http_client
        self._owns_http = http_client is None
        self._settings = settings
        self._pipeline = Pipeline(auth, settings, Transport(self._http))

    @classmethod
    def from_env(
        cls,
        *,
        timeout: float = TIMEOUT,
        max_retries: int = MAX_RETRIES,
        http_client: httpx.AsyncClient | None = None,
        version: str = VERSION,
        validate: bool = True,
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
        )

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
        """Close the connections, unless the HTTP client was passed in."""
        if self._owns_http:
            await self._http.aclose()

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
    """Whether a client of httpx was passed, or none."""
    return value is None or isinstance(value, httpx.AsyncClient)


def checked_url(base_url: str) -> str:
    """The address without a slash at the end.

    Raises:
        ConfigurationError: it is not the address of an HTTP server. A password in it is not shown.
    """
    try:
        url = httpx.URL(base_url)
    except (httpx.InvalidURL, TypeError) as error:
        raise ConfigurationError(f"base_url cannot be read: {error}. The default is {BASE_URL}.") from None
    if url.userinfo:
        raise ConfigurationError("base_url holds a user name or a password; the token is the only credential.")
    is_plain = url.scheme in {"http", "https"} and url.host and not set(base_url) & set("?#")
    if not is_plain or not 0 < (url.port or 80) < 65536:
        raise ConfigurationError(f"base_url={base_url!r}: pass http:// or https://, a host, and at most a path.")
    return base_url.rstrip("/")
