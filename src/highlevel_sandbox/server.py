"""A sandbox: its state, its application, and a server for it."""

import asyncio
import contextlib
import os
import socket
import time
from collections.abc import AsyncGenerator, Callable, Generator, Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

import uvicorn

from highlevel_sandbox import seed
from highlevel_sandbox.app import Location, create_app
from highlevel_sandbox.contract import contract
from highlevel_sandbox.limits import Clock, RateLimit
from highlevel_sandbox.problems import SandboxError
from highlevel_sandbox.store import Store
from highlevel_sandbox.times import utc_text

if TYPE_CHECKING:
    import httpx

_SHUTDOWN_SECONDS = 1


def _utc_now() -> datetime:
    return datetime.now(UTC)


class Sandbox:
    """A HighLevel location to develop and test against. Two of them share nothing.

    `data` is the SQLite file that keeps its state; without one the state ends with the object. `rate_limit` is
    in requests in 10 seconds, and `clock`, in seconds, is what these are measured with. `now` tells the time of
    day, as an aware datetime: nothing is offered or booked before it, and it dates the records.

    `token` has every scope and `read_only_token` only calendars.readonly. `calendars` has an id for each
    calendarType, `users` and `contacts` one for each first name. `timezone` is the location's.
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

    def __init__(
        self,
        data: str | os.PathLike[str] | None = None,
        *,
        rate_limit: int = 100,
        clock: Clock = time.monotonic,
        now: Callable[[], datetime] = _utc_now,
    ) -> None:
        rules = contract()
        self.data = None if data is None else Path(data)
        self.rate_limit = rate_limit
        self._store = Store(self.data, lambda store: seed.plant(store, rules, utc_text(now())))
        every_scope = frozenset(scope for operation in rules.operations.values() for scope in operation.scopes)
        tokens = {seed.TOKEN: every_scope, seed.READ_ONLY_TOKEN: seed.READ_ONLY_SCOPES}
        limit = RateLimit(rate_limit, clock)
        zone = ZoneInfo(seed.TIMEZONE)
        self.app = create_app(Location(seed.LOCATION_ID, tokens, limit, rules, self._store, zone, now))

    def transport(self) -> "httpx.ASGITransport":
        """A transport with which an httpx client calls the sandbox without a socket."""
        import httpx

        return httpx.ASGITransport(app=self.app)

    @contextlib.asynccontextmanager
    async def serve(self, host: str = "127.0.0.1", port: int = 0) -> AsyncGenerator[str, None]:
        """Serves on a socket in the running event loop, and gives the base URL; port 0 takes a free one.

        SandboxError when the address cannot be had. The state outlives the server and can be served again.
        """
        listener = _listen(host, port)
        server = _Server(
            uvicorn.Config(
                self.app,
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
        self._store.close()


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
