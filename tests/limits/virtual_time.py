"""An event loop that does not sleep, and a rate-limited server in it: hours of traffic in milliseconds."""

from __future__ import annotations

import asyncio
import random
import selectors
from collections import Counter, deque
from collections.abc import Callable, Coroutine, Iterator
from contextlib import contextmanager
from typing import Any, Protocol, TypeVar, cast

import httpx
import pytest

from highlevel_calendars import CalendarsClient, _pipeline

T = TypeVar("T")

DAY = 86_400.0


class VirtualLoop(asyncio.SelectorEventLoop):
    """An event loop whose time passes only while it has nothing else to do, and then at once."""

    def __init__(self) -> None:
        self.now = 0.0
        super().__init__(cast("selectors.BaseSelector", _Jumping(self)))

    def time(self) -> float:
        return self.now

    def timers(self) -> int:
        """How many timers are still to fire."""
        scheduled: list[asyncio.TimerHandle] = self._scheduled  # type: ignore[attr-defined]
        return sum(not handle.cancelled() for handle in scheduled)


class _Jumping(selectors.DefaultSelector):
    """Where a selector would sleep, this one lets the time of its loop go on."""

    def __init__(self, loop: VirtualLoop) -> None:
        super().__init__()
        self._loop = loop

    def select(self, timeout: float | None = None) -> list[tuple[selectors.SelectorKey, int]]:
        found = super().select(0)
        if found or timeout == 0:
            return found
        if timeout is None:
            raise RuntimeError("everybody waits, and nothing will ever happen")
        self._loop.now += max(timeout, 0.0)
        return found


def run(main: Coroutine[Any, Any, T]) -> T:
    """The result of `main` in virtual time; it must leave no task and no timer behind."""
    with asyncio.Runner(loop_factory=VirtualLoop) as runner, pytest.MonkeyPatch.context() as patch:
        loop = cast("VirtualLoop", runner.get_loop())
        patch.setattr(_pipeline, "monotonic", loop.time)
        result = runner.run(main)
        assert asyncio.all_tasks(loop) == set()
        assert loop.timers() == 0
    return result


def now() -> float:
    return asyncio.get_running_loop().time()


async def turns(count: int = 5) -> None:
    """Let everybody else go on until they wait."""
    for _ in range(count):
        await asyncio.sleep(0)


# Sums of floats are off by less: what comes within it after an interval comes after the interval.
ROUNDING = 1e-9


class Window(Protocol):
    """Counts requests; one is admitted while `used` is below the limit."""

    def used(self, now: float) -> int: ...

    def count(self, now: float) -> None: ...


class FixedWindow:
    """A count that starts afresh with the first request after the interval has passed."""

    def __init__(self, interval: float) -> None:
        self._interval = interval
        self._end = 0.0
        self._used = 0

    def used(self, now: float) -> int:
        return self._used if now < self._end - ROUNDING else 0

    def count(self, now: float) -> None:
        if now >= self._end - ROUNDING:
            self._end, self._used = now + self._interval, 0
        self._used += 1

    def left(self, now: float) -> float:
        """Seconds until the count starts afresh."""
        return max(0.0, self._end - now)


class SlidingWindow:
    """Counts the requests of the interval that ends now."""

    def __init__(self, interval: float) -> None:
        self._interval = interval
        self._times: deque[float] = deque()

    def used(self, now: float) -> int:
        while self._times and self._times[0] <= now - self._interval + ROUNDING:
            self._times.popleft()
        return len(self._times)

    def count(self, now: float) -> None:
        self._times.append(now)


class Server:
    """Answers a MockTransport; each token has a bucket of its own, and so stands for a location.

    Attributes:
        limit: Requests in an interval.
        admitted: How many requests of each token were.
        refused: How many were not, and got a 429.
        paths: What was asked for, in the order of sending.
        retry_after: What a 429 says, where it does.
        silent: Whether the replies tell nothing of the limit.
        down: A status that every request gets, without a word of the limit.
    """

    def __init__(
        self,
        limit: int,
        *,
        interval: float = 10.0,
        window: Callable[[float], Window] = FixedWindow,
        daily: int = 200_000,
        latency: Callable[[], float] = lambda: 0.05,
    ) -> None:
        self.limit = limit
        self.interval = interval
        self.daily = daily
        self.admitted: Counter[str] = Counter()
        self.refused = 0
        self.paths: list[str] = []
        self.retry_after: str | None = None
        self.silent = False
        self.down: int | None = None
        self._window = window
        self._latency = latency
        self._buckets: dict[str, Window] = {}
        self._days: dict[str, FixedWindow] = {}

    async def answer(self, request: httpx.Request) -> httpx.Response:
        self.paths.append(request.url.path)
        await asyncio.sleep(self._latency())
        token = request.headers["authorization"].removeprefix("Bearer ")
        if self.down is not None:
            status, headers = self.down, dict[str, str]()
        else:
            status = 200 if self.admit(token) else 429
            headers = {} if self.silent else self.headers(token)
        if status == 200:
            self.admitted[token] += 1
        elif status == 429:
            self.refused += 1
            headers |= {"retry-after": self.retry_after} if self.retry_after is not None else {}
        await asyncio.sleep(self._latency())
        return httpx.Response(status, json={"id": "1"}, headers=headers)

    def admit(self, token: str) -> bool:
        """Count a request, whoever it is from, unless there is no room for it."""
        time, bucket, day = now(), self._bucket(token), self._day(token)
        granted = bucket.used(time) < self.limit and day.used(time) < self.daily
        if granted:
            bucket.count(time)
            day.count(time)
        return granted

    async def used_by_others(self, token: str, gap: Callable[[], float]) -> None:
        """Use the bucket of a token without end, a request after each gap."""
        while True:
            await asyncio.sleep(gap())
            self.admit(token)

    def headers(self, token: str) -> dict[str, str]:
        time, day = now(), self._day(token)
        return {
            "x-ratelimit-limit-daily": str(self.daily),
            "x-ratelimit-daily-remaining": str(self.daily - day.used(time)),
            "x-ratelimit-daily-reset": str(round(day.left(time) * 1000)),
            "x-ratelimit-interval-milliseconds": str(round(self.interval * 1000)),
            "x-ratelimit-max": str(self.limit),
            "x-ratelimit-remaining": str(max(0, self.limit - self._bucket(token).used(time))),
        }

    def _bucket(self, token: str) -> Window:
        if token not in self._buckets:
            self._buckets[token] = self._window(self.interval)
        return self._buckets[token]

    def _day(self, token: str) -> FixedWindow:
        return self._days.setdefault(token, FixedWindow(DAY))


def some_latency(seed: int, longest: float = 0.2) -> Callable[[], float]:
    """Seconds that each way takes, other ones each time."""
    dice = random.Random(seed)  # noqa: S311 - the same in each run
    return lambda: dice.uniform(0.01, longest)


@contextmanager
def client_of(server: Server, **settings: Any) -> Iterator[CalendarsClient]:
    """A client whose requests the server answers; MockTransport holds nothing that wants closing."""
    values: dict[str, Any] = {"token": "pit-planted", "location_id": "loc", "base_url": "http://server", **settings}
    http = httpx.AsyncClient(transport=httpx.MockTransport(server.answer))
    yield CalendarsClient(values.pop("token"), http_client=http, **values)
