"""A sandbox: its state, its application, and a server for it."""

import asyncio
import contextlib
import os
import socket
import time
from collections import Counter
from collections.abc import AsyncGenerator, Callable, Generator, Iterable, Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

import uvicorn

from highlevel_sandbox import seed
from highlevel_sandbox.api import Api, Location
from highlevel_sandbox.app import Service
from highlevel_sandbox.contract import contract
from highlevel_sandbox.faults import Faults
from highlevel_sandbox.gate import Gate
from highlevel_sandbox.limits import DAILY_LIMIT, Clock, RateLimit
from highlevel_sandbox.oauth import Client, OAuth
from highlevel_sandbox.problems import SandboxError
from highlevel_sandbox.store import Database
from highlevel_sandbox.times import utc_text
from highlevel_sandbox.tokens import TOKEN_SECONDS, Access, Grant, Tokens, UserType
from highlevel_sandbox.wire import Connection

if TYPE_CHECKING:
    import httpx

_SHUTDOWN_SECONDS = 1


def _utc_now() -> datetime:
    return datetime.now(UTC)


class Sandbox:
    """Two HighLevel locations of one company to develop and test against. Two sandboxes share nothing.

    `data` is the SQLite file that keeps its state, tokens included; without one the state ends with the object.
    `rate_limit` is in requests in 10 seconds and `daily_limit` in a day, each for every location by itself, and
    `clock`, in seconds, is what these are measured with. `now` tells the time of day, as an aware datetime:
    nothing is offered or booked before it, it dates the records, and OAuth's access tokens expire by it after
    `token_seconds`. `faults` is what goes wrong on purpose; it can be set at any time, and None means nothing.

    `token` has every scope of the first location and `read_only_token` only calendars.readonly. `calendars` has
    an id for each calendarType, `users` and `contacts` one for each first name. `timezone` is the location's.
    `second` has the like of the other location. OAuth knows the app by `client_id` and `client_secret`.
    """

    token: str = seed.TOKEN
    read_only_token: str = seed.READ_ONLY_TOKEN
    location_id: str = seed.LOCATION_ID
    timezone: str = seed.TIMEZONE
    schedule_id: str = seed.SCHEDULE_ID
    calendars: Mapping[str, str] = seed.CALENDARS
    inactive_calendar_id: str = seed.INACTIVE_CALENDAR_ID
    users: Mapping[str, str] = seed.USERS
    contacts: Mapping[str, str] = seed.CONTACTS
    second: seed.SecondLocation = seed.SECOND
    location_ids: tuple[str, str] = (seed.LOCATION_ID, seed.SECOND.location_id)
    company_id: str = seed.COMPANY_ID
    app_id: str = seed.APP_ID
    client_id: str = seed.CLIENT_ID
    client_secret: str = seed.CLIENT_SECRET

    def __init__(
        self,
        data: str | os.PathLike[str] | None = None,
        *,
        rate_limit: int = 100,
        daily_limit: int = DAILY_LIMIT,
        token_seconds: int = TOKEN_SECONDS,
        faults: Faults | None = None,
        clock: Clock = time.monotonic,
        now: Callable[[], datetime] = _utc_now,
    ) -> None:
        rules = contract()
        self.data = None if data is None else Path(data)
        self.rate_limit = rate_limit
        self.daily_limit = daily_limit
        self.token_seconds = token_seconds
        self._database = Database(self.data, lambda database: seed.plant(database, rules, utc_text(now())))
        scopes = tuple(sorted({scope for one in rules.operations.values() for scope in one.scopes}))
        self._tokens = Tokens(
            self._database.of(seed.COMPANY_ID),
            _private_tokens(frozenset(scopes)),
            now=now,
            seconds=token_seconds,
            company_id=seed.COMPANY_ID,
            user_id=seed.USERS["ada"],
        )
        limits = {owner: RateLimit(rate_limit, clock, daily_limit) for owner in (*self.location_ids, seed.COMPANY_ID)}
        gate = Gate(self._database, self._tokens, limits)
        zones = {seed.LOCATION_ID: seed.TIMEZONE, seed.SECOND.location_id: seed.SECOND.timezone}
        locations = {one: Location(one, ZoneInfo(zone), self._database.of(one)) for one, zone in zones.items()}
        client = Client(seed.CLIENT_ID, seed.CLIENT_SECRET, seed.APP_ID, seed.COMPANY_ID, scopes)
        self._service = Service(Api(rules, gate, locations, now), OAuth(gate, client, seed.locations()), faults)
        self.app = self._service.app()

    @property
    def faults(self) -> Faults | None:
        """What goes wrong on purpose."""
        return self._service.faults

    @faults.setter
    def faults(self, faults: Faults | None) -> None:
        self._service.faults = faults

    @property
    def rotations(self) -> int:
        """How many refresh tokens were used up; one that was repeated within the grace counts once."""
        return self._tokens.rotations

    @property
    def token_requests(self) -> Counter[str]:
        """How many requests have come to POST /oauth/token, by grant_type; those that met a fault count too."""
        return self._service.oauth.requests

    def authorization_code(
        self,
        user_type: UserType = "Location",
        location_id: str | None = None,
        scopes: Iterable[str] | None = None,
    ) -> str:
        """A code as the user's consent gives it, to be exchanged once; for the first location and every scope."""
        if user_type == "Location":
            location_id = self._known(location_id or self.location_id)
        elif location_id is not None:
            raise ValueError(f"A company token is for no location; leave out location_id={location_id!r}.")
        granted = self._service.oauth.scopes(user_type) if scopes is None else tuple(scopes)
        with self._database.transaction():
            return self._tokens.consent(Grant(user_type, location_id, granted))

    def deactivate(self, location_id: str) -> None:
        """Switches a location off, until `activate` or the end of the object: OAuth gives no tokens for it."""
        self._tokens.inactive.add(self._known(location_id))

    def activate(self, location_id: str) -> None:
        """Switches a location on again."""
        self._tokens.inactive.discard(self._known(location_id))

    def _known(self, location_id: str) -> str:
        if location_id not in self.location_ids:
            raise ValueError(f"There is no location {location_id!r}; give one of {', '.join(self.location_ids)}.")
        return location_id

    def transport(self) -> "httpx.ASGITransport":
        """A transport with which an httpx client calls the sandbox without a socket.

        There a fault that breaks the connection off is a ReadError, and one that hangs ends at the read timeout.
        """
        from highlevel_sandbox.transport import InProcess

        return InProcess(app=self.app)

    @contextlib.asynccontextmanager
    async def serve(self, host: str = "127.0.0.1", port: int = 0) -> AsyncGenerator[str, None]:
        """Serves on a socket in the running event loop, and gives the base URL; port 0 takes a free one.

        SandboxError when the address cannot be had. The state outlives the server and can be served again.
        """
        listener = _listen(host, port)
        server = _Server(
            uvicorn.Config(
                self.app,
                http=Connection,
                lifespan="off",
                ws="none",
                log_config=None,
                timeout_graceful_shutdown=_SHUTDOWN_SECONDS,
            )
        )
        name = f"[{host}]" if ":" in host else host
        async with server.running(listener):
            yield f"http://{name}:{listener.getsockname()[1]}"

    def close(self) -> None:
        """Closes the database; a sandbox that is no longer referred to does it by itself."""
        self._database.close()


def _private_tokens(every_scope: frozenset[str]) -> Mapping[str, Access]:
    return {
        seed.TOKEN: Access("Location", seed.LOCATION_ID, every_scope),
        seed.READ_ONLY_TOKEN: Access("Location", seed.LOCATION_ID, seed.READ_ONLY_SCOPES),
        seed.SECOND.token: Access("Location", seed.SECOND.location_id, every_scope),
    }


def _listen(host: str, port: int) -> socket.socket:
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    try:
        listener = socket.create_server((host, port), family=family)
    except (OSError, UnicodeError) as error:
        # socket appends the address in brackets, which the message has already.
        reason = str(getattr(error, "strerror", None) or error).partition(" (")[0]
        raise SandboxError(f"The sandbox cannot listen on {host}:{port}: {reason}.") from error
    # Connections inherit it; without it each answer but the first waits 40 ms for an acknowledgement.
    listener.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
    return listener


class _Server(uvicorn.Server):
    """A uvicorn server that is a guest in somebody else's event loop."""

    def __init__(self, config: uvicorn.Config) -> None:
        super().__init__(config)
        self._ready = asyncio.Event()

    @contextlib.contextmanager
    def capture_signals(self) -> Generator[None, None, None]:
        """Leaves the signals to the host."""
        yield

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        await super().startup(sockets)
        self._ready.set()

    @contextlib.asynccontextmanager
    async def running(self, listener: socket.socket) -> AsyncGenerator[None, None]:
        with listener:
            task = asyncio.create_task(self.serve(sockets=[listener]))
            task.add_done_callback(lambda _: self._ready.set())
            try:
                await self._ready.wait()
                yield
            finally:
                self.should_exit = True
                await task
