"""The limiter of one process."""

from __future__ import annotations

import asyncio
from collections import OrderedDict
from datetime import UTC, datetime, timedelta
from time import monotonic

from ..errors import ConfigurationError, DailyLimitError, MaxWaitError
from .bucket import FIRST_BURST, Bucket
from .limiter import Permit
from .state import Limits
from .usage import Usage

# Seconds; without a max_wait of its own, a call does not wait for the end of a longer pause.
LONGEST_PAUSE = 60.0


class LocalLimiter:
    """Keeps the requests of one process under the rate limit of each location.

    What a location has room for is learned from its replies, use by others included. Until the first of them
    25 requests may be under way, the smallest limit that the vendor documents.

    Args:
        share: The part of each limit that this process may use, more than 0 and at most 1.

    Raises:
        ConfigurationError: the share is no such number.
    """

    def __init__(self, *, share: float = 1.0) -> None:
        if not is_share(share):
            raise ConfigurationError(f"share={share!r}: pass a number above 0, and 1 at the most.")
        self._share = share
        self._lines: dict[str, Line] = {}

    async def acquire(self, location: str, max_wait: float | None) -> Permit:
        line = self._line(location)
        if not line.serves_at_once():
            await line.wait(max_wait)
        return line

    def state(self, location: str) -> Limits:
        return self._line(location).state()

    def _line(self, location: str) -> Line:
        line = self._lines.get(location)
        if line is None:
            line = self._lines[location] = Line(self._share)
        return line


def is_share(share: object) -> bool:
    return isinstance(share, int | float) and 0 < share <= 1


class Line:
    """Those who wait for the room of one location, served in order, one for each place that comes free."""

    __slots__ = ("_bucket", "_share", "_timer", "_waiting")

    def __init__(self, share: float) -> None:
        self._share = share
        self._bucket = Bucket(first=self._part(FIRST_BURST))
        self._waiting: OrderedDict[asyncio.Future[None], None] = OrderedDict()  # left without a search
        self._timer: asyncio.TimerHandle | None = None

    def serves_at_once(self) -> bool:
        """Take a place if there is one and nobody waits for it."""
        if self._waiting:
            return False
        now = asyncio.get_running_loop().time()
        if self._bucket.exhausted_until > now or self._bucket.wait(now) > 0:
            return False
        self._bucket.take()
        return True

    async def wait(self, max_wait: float | None) -> None:
        """Stand in line; on return a place is taken.

        Raises:
            DailyLimitError, MaxWaitError: as `Limiter.acquire` says.
        """
        loop = asyncio.get_running_loop()
        now = loop.time()
        if self._bucket.exhausted_until > now:
            raise used_up(self._bucket.daily_limit, self._bucket.exhausted_until - now)
        closed_for = self._bucket.closed_until - now
        bound = LONGEST_PAUSE if max_wait is None else max_wait
        if closed_for > bound:
            raise too_long_a_pause(closed_for, bound)
        served: asyncio.Future[None] = loop.create_future()
        self._waiting[served] = None
        self._serve()
        try:
            async with asyncio.timeout(max_wait):
                await served
        except TimeoutError:
            self._leave(served)
            raise no_room(max_wait) from None
        except asyncio.CancelledError:
            self._leave(served)
            raise

    async def release(self, usage: Usage | None, *, arrived: bool) -> None:
        now = asyncio.get_running_loop().time()
        if usage is not None and self._share < 1 and usage.limit is not None:
            # What is left of the whole says nothing of the part that is set aside for this process.
            usage = usage._replace(limit=self._part(usage.limit), remaining=None)
        self._bucket.put_back(now, usage, arrived=arrived)
        if self._waiting:
            self._serve()

    def state(self) -> Limits:
        """What is known."""
        bucket, now = self._bucket, clock()
        day_left = bucket.exhausted_until - now
        return Limits(
            limit=bucket.limit,
            remaining=bucket.remaining(now),
            interval=bucket.interval,
            in_flight=bucket.in_flight,
            waiting=len(self._waiting),
            closed_for=max(0.0, bucket.closed_until - now),
            daily_limit=bucket.daily_limit,
            daily_remaining=bucket.daily_remaining,
            daily_resets_at=datetime.now(UTC) + timedelta(seconds=day_left) if day_left > 0 else None,
        )

    def _leave(self, served: asyncio.Future[None]) -> None:
        """Make way for the next."""
        if served in self._waiting:
            del self._waiting[served]
        elif not served.cancelled() and not served.exception():  # it was served in the very moment of leaving
            self._bucket.put_back(asyncio.get_running_loop().time(), None, arrived=False)
        self._serve()

    def _part(self, limit: int) -> int:
        return max(1, int(limit * self._share))

    def _serve(self) -> None:
        """Serve as many as there is room for, and come back when there will be more."""
        if self._timer is not None:
            self._timer.cancel()
            self._timer = None
        loop = asyncio.get_running_loop()
        now = loop.time()
        while self._waiting:
            served = next(iter(self._waiting))
            if served.done():  # its task was cancelled, and has not come to leave the line yet
                del self._waiting[served]
            elif self._bucket.exhausted_until > now:
                del self._waiting[served]
                served.set_exception(used_up(self._bucket.daily_limit, self._bucket.exhausted_until - now))
            elif (wait := self._bucket.wait(now)) > 0:
                if wait < float("inf"):
                    self._timer = loop.call_later(wait, self._serve)
                return
            else:
                del self._waiting[served]
                self._bucket.take()
                served.set_result(None)


def clock() -> float:
    """The time of the event loop, or what it would be if there were one."""
    try:
        return asyncio.get_running_loop().time()
    except RuntimeError:
        return monotonic()


def no_room(max_wait: float | None) -> MaxWaitError:
    """The error of a call that has waited for as long as it may."""
    return MaxWaitError(
        f"no room under the rate limit came within {max_wait:g} seconds, and the request was not sent. "
        "Send less, or allow a longer max_wait."
    )


def too_long_a_pause(seconds: float, bound: float) -> MaxWaitError:
    """The error of a 429 that asks for more patience than a call has."""
    return MaxWaitError(
        f"after a 429 the API wants a pause of another {seconds:.1f} seconds, and this call waits for {bound:g} at the "
        "most; the request was not sent. Pass a max_wait to wait for longer, or come back then."
    )


def used_up(limit: int | None, seconds: float) -> DailyLimitError:
    """The error of a day that is used up and lasts for some more seconds."""
    resets_at = datetime.now(UTC) + timedelta(seconds=seconds)
    of = "" if limit is None else f" of {limit:,} requests"
    error = DailyLimitError(
        f"the daily limit{of} is used up until {resets_at:%Y-%m-%d %H:%M:%S} UTC, and the request was not sent."
    )
    error.resets_at = resets_at
    return error
