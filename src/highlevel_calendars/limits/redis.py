"""The limiter of a fleet: all processes that name the same Redis and app stay under the limit together.

Redis keeps when the requests of a location were sent and plans the next ones, by its own clock. A request that has
to wait is told for how long, and sleeps until then: it asks again when its turn has come, and not before.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from secrets import token_hex
from types import TracebackType
from typing import TYPE_CHECKING, Literal, NamedTuple, Protocol, Self

from ..errors import ConfigurationError, LimiterError, MaxWaitError
from . import scripts
from .bucket import FIRST_BURST
from .limiter import Permit
from .local import LONGEST_PAUSE, LocalLimiter, clock, no_room, too_long_a_pause, used_up
from .state import Limits
from .usage import INTERVAL, Usage

if TYPE_CHECKING:
    from redis.asyncio import Redis

_logger = logging.getLogger(__name__)

# Seconds that Redis may take to answer, and for which it is left alone when it did not.
ANSWER = 2.0
RESPITE = 5.0

MISSING = "A RedisLimiter needs the package redis: pip install redis"

_MICROSECONDS = 1_000_000


class Script(Protocol):
    """A Lua script that Redis knows."""

    async def __call__(self, keys: Sequence[str], args: Sequence[str | int]) -> list[int]: ...


class Told(NamedTuple):
    """What a script answers. Times are microseconds from now; a number is 0 where nothing is known."""

    verdict: int = scripts.WAIT
    wait: int = 0
    limit: int = 0
    used: int = 0
    interval: int = int(INTERVAL * _MICROSECONDS)
    closed: int = 0
    daily_limit: int = 0
    daily_remaining: int = 0
    exhausted: int = 0


class RedisLimiter:
    """Keeps many processes under the rate limit of each location together. It is yours to close.

    Processes take turns in the order in which they asked, each of them with its first in line.

    Args:
        redis: The address of a Redis, such as "redis://127.0.0.1:6379/0", or a client of redis.asyncio, which is
            never closed here.
        app: The name of the app whose limits they are; the same in every process that uses its tokens.
        when_down: What to do while Redis does not answer: "raise" a LimiterError, or go on with the "local" share.
        share: The part of each limit that this process may use by itself while Redis is down, more than 0 and at
            most 1: a quarter in a fleet of four.

    Raises:
        ConfigurationError: an argument cannot be used, or the package redis is missing.
    """

    def __init__(
        self,
        redis: str | Redis,
        *,
        app: str = "highlevel-calendars",
        when_down: Literal["raise", "local"] = "raise",
        share: float = 1.0,
    ) -> None:
        if when_down not in {"raise", "local"}:
            raise ConfigurationError(f"when_down={when_down!r}: pass 'raise' or 'local'.")
        self._alone = LocalLimiter(share=share)
        self._when_down = when_down
        self._app = app
        self._redis = connected(redis) if isinstance(redis, str) else checked(redis)
        self._owns_redis = isinstance(redis, str)
        self._acquire: Script = self._redis.register_script(scripts.ACQUIRE)
        self._settle: Script = self._redis.register_script(scripts.SETTLE)
        self._down_until = 0.0
        self._lines: dict[str, Line] = {}

    async def acquire(self, location: str, max_wait: float | None) -> Permit:
        began = clock()
        try:
            return await self._line(location).acquire(max_wait)
        except LimiterError:
            if self._when_down == "raise":
                raise
        left = None if max_wait is None else max(0.0, max_wait - (clock() - began))
        return await self._alone.acquire(location, left)

    def state(self, location: str) -> Limits:
        """What Redis told this process when it was asked last; the state of its own share while it goes on alone."""
        if self._when_down == "local" and self._down_until > clock():
            return self._alone.state(location)
        return self._line(location).state()

    async def aclose(self) -> None:
        """Close the connections to Redis, unless the client was passed in."""
        if self._owns_redis:
            await self._redis.aclose()

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        await self.aclose()

    async def take(self, location: str, place: str, longest_pause: float) -> Told:
        """Ask for a place, or once more when its turn has come.

        Raises:
            LimiterError: Redis did not answer.
        """
        bounds = [in_microseconds(longest_pause), in_microseconds(ANSWER)]
        return await self._run(self._acquire, location, [place, Told().interval, FIRST_BURST, *bounds])

    async def settle(self, location: str, place: str, usage: Usage, *, arrived: bool) -> Told:
        """Tell what came of a request.

        Raises:
            LimiterError: Redis did not answer.
        """
        told = [
            usage.limit,
            usage.remaining,
            None if usage.interval is None else in_microseconds(usage.interval),
            None if usage.pause is None else in_microseconds(usage.pause),
            usage.daily_limit,
            usage.daily_remaining,
            None if usage.daily_reset is None else in_microseconds(usage.daily_reset),
        ]
        flags = [int(arrived), int(usage.unlimited)]
        arguments = [place, Told().interval, *flags, *("" if number is None else number for number in told)]
        return await self._run(self._settle, location, arguments)

    async def _run(self, script: Script, location: str, arguments: Sequence[str | int]) -> Told:
        from redis.exceptions import RedisError

        now = asyncio.get_running_loop().time
        if self._down_until > now():
            raise LimiterError(f"the Redis of the limiter did not answer, and is left alone for {RESPITE:g} seconds.")
        keys = [f"{self._app}:{{{location}}}:{name}" for name in scripts.KEYS]
        try:
            async with asyncio.timeout(ANSWER):
                return Told(*await script(keys, arguments))
        except (RedisError, OSError, TimeoutError) as error:
            if self._down_until <= now():
                self._tell_of(error)
            self._down_until = now() + RESPITE
            raise LimiterError(
                f"the Redis of the limiter did not answer ({type(error).__name__}: {error}), and the request was not "
                "sent. Check that it runs, or pass when_down='local' to go on without it."
            ) from error

    def _tell_of(self, error: Exception) -> None:
        then = "calls are refused" if self._when_down == "raise" else "this process goes on with its own share"
        _logger.warning("the Redis of the limiter did not answer (%s): %s", type(error).__name__, then)

    def _line(self, location: str) -> Line:
        line = self._lines.get(location)
        if line is None:
            line = self._lines[location] = Line(self, location)
        return line


class Line:
    """Those of this process who wait for the room of one location: only the first of them asks Redis."""

    def __init__(self, limiter: RedisLimiter, location: str) -> None:
        self._limiter = limiter
        self._location = location
        self._first = asyncio.Lock()
        self._changed = asyncio.Event()
        self._told = Told()
        self._told_at = datetime.now(UTC)
        self._waiting = 0
        self._in_flight = 0

    async def acquire(self, max_wait: float | None) -> Permit:
        """A place, as soon as there is room; asking Redis does not count as waiting.

        Raises:
            DailyLimitError: the day is used up.
            MaxWaitError: there is no room in time, or the API wants a longer pause.
            LimiterError: Redis did not answer.
        """
        deadline = None if max_wait is None else clock() + max_wait
        self._waiting += 1
        try:
            try:
                async with asyncio.timeout_at(deadline):
                    await self._first.acquire()
            except TimeoutError:
                raise no_room(max_wait) from None
            try:
                place = await self._place(deadline, max_wait)
            finally:
                self._first.release()
        finally:
            self._waiting -= 1
        self._in_flight += 1
        return RedisPermit(self, place)

    async def _place(self, deadline: float | None, max_wait: float | None) -> str:
        place = token_hex(8)
        try:
            while True:
                self._changed.clear()
                left = LONGEST_PAUSE if deadline is None else max(0.0, deadline - clock())
                told = self._remember(await self._limiter.take(self._location, place, left))
                if told.verdict == scripts.GRANTED:
                    return place
                if told.verdict == scripts.EXHAUSTED:
                    raise used_up(told.daily_limit or None, told.exhausted / _MICROSECONDS)
                if told.verdict == scripts.CLOSED:
                    raise too_long_a_pause(told.closed / _MICROSECONDS, left)
                wait = told.wait / _MICROSECONDS
                if deadline is None:
                    await self._sleep(wait)
                elif deadline > clock():
                    await self._sleep(min(wait, deadline - clock()))
                else:
                    raise no_room(max_wait)
        except (asyncio.CancelledError, MaxWaitError):
            await asyncio.shield(self._settle(place, Usage(), arrived=False))
            raise

    async def _sleep(self, seconds: float) -> None:
        """Sleep, but no longer than until a reply tells something new, or a place is given back unused."""
        try:
            async with asyncio.timeout(seconds):
                await self._changed.wait()
        except TimeoutError:
            return

    async def release(self, place: str, usage: Usage | None, *, arrived: bool) -> None:
        """A request has ended; the place of one without a reply is given back by the time alone."""
        self._in_flight -= 1
        if usage is not None:
            await self._settle(place, usage, arrived=arrived)

    async def _settle(self, place: str, usage: Usage, *, arrived: bool) -> None:
        before = self._told
        try:
            told = self._remember(await self._limiter.settle(self._location, place, usage, arrived=arrived))
        except LimiterError:
            return  # it was logged, and must not cost the caller the reply
        if (told.limit, told.interval) != (before.limit, before.interval) or told.exhausted or not arrived:
            self._changed.set()

    def _remember(self, told: Told) -> Told:
        self._told, self._told_at = told, datetime.now(UTC)
        return told

    def state(self) -> Limits:
        """What is known."""
        told, passed = self._told, (datetime.now(UTC) - self._told_at).total_seconds()
        closed_for = max(0.0, told.closed / _MICROSECONDS - passed)
        resets_at = self._told_at + timedelta(microseconds=told.exhausted)
        return Limits(
            limit=told.limit or None,
            remaining=(0 if closed_for else max(0, told.limit - told.used)) if told.limit else None,
            interval=told.interval / _MICROSECONDS,
            in_flight=self._in_flight,
            waiting=self._waiting,
            closed_for=closed_for,
            daily_limit=told.daily_limit or None,
            daily_remaining=told.daily_remaining if told.daily_limit else None,
            daily_resets_at=resets_at if told.exhausted / _MICROSECONDS > passed else None,
        )


class RedisPermit:
    """A place that Redis knows by its name."""

    __slots__ = ("_line", "_place")

    def __init__(self, line: Line, place: str) -> None:
        self._line = line
        self._place = place

    async def release(self, usage: Usage | None, *, arrived: bool) -> None:
        await self._line.release(self._place, usage, arrived=arrived)


def in_microseconds(seconds: float) -> int:
    return round(seconds * _MICROSECONDS)


def checked(redis: object) -> Redis:
    """A client as given.

    Raises:
        ConfigurationError: it is none of redis.asyncio.
    """
    try:
        from redis.asyncio import Redis
    except ModuleNotFoundError as missing:
        raise ConfigurationError(MISSING) from missing
    if not isinstance(redis, Redis):
        kind = type(redis).__name__
        raise ConfigurationError(
            f"redis is a {kind}; pass an address like redis://host:6379/0 or a redis.asyncio.Redis."
        )
    return redis


def connected(url: str) -> Redis:
    """A client of a Redis, whose commands share a few connections.

    Raises:
        ConfigurationError: the address cannot be read, or the package redis is missing.
    """
    try:
        from redis.asyncio import BlockingConnectionPool, Redis
        from redis.asyncio.retry import Retry
        from redis.backoff import NoBackoff
    except ModuleNotFoundError as missing:
        raise ConfigurationError(MISSING) from missing
    try:
        pool = BlockingConnectionPool.from_url(  # pyright: ignore[reportUnknownMemberType] - its **kwargs have no type
            url,
            max_connections=8,
            timeout=ANSWER,
            socket_connect_timeout=ANSWER,
            socket_timeout=ANSWER,
            retry=Retry(NoBackoff(), 1),  # for a connection that broke while nobody used it
        )
    except ValueError as error:
        raise ConfigurationError(f"The address of the Redis cannot be read: {error}.") from None
    return Redis.from_pool(pool)
