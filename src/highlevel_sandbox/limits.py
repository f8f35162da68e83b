"""The rate limit of a location: a burst window and a day, told in the headers of each answer."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

BURST_SECONDS = 10
DAY_SECONDS = 24 * 60 * 60
DAILY_LIMIT = 200_000

Clock = Callable[[], float]


@dataclass(frozen=True)
class Admission:
    """Whether a request may go on, and the rate limit headers of its answer."""

    granted: bool
    headers: Mapping[str, str]


class _Window:
    """A count that starts afresh with the first request after `seconds` have passed."""

    def __init__(self, limit: int, seconds: int) -> None:
        self.limit = limit
        self.seconds = seconds
        self.used = 0
        self._end: float | None = None

    def advance(self, now: float) -> None:
        if self._end is None or now >= self._end:
            self._end = now + self.seconds
            self.used = 0

    def left(self) -> int:
        return self.limit - self.used

    def milliseconds_left(self, now: float) -> int:
        return 0 if self._end is None else round((self._end - now) * 1000)


class RateLimit:
    """Counts the requests of one location. `clock` gives seconds and may start anywhere."""

    def __init__(self, burst: int, clock: Clock, daily: int = DAILY_LIMIT) -> None:
        self._burst = _Window(burst, BURST_SECONDS)
        self._day = _Window(daily, DAY_SECONDS)
        self._clock = clock

    def admit(self) -> Admission:
        """Counts one request, unless there is no room for it."""
        now = self._advance()
        windows = (self._burst, self._day)
        granted = all(window.left() > 0 for window in windows)
        if granted:
            for window in windows:
                window.used += 1
        return Admission(granted, self._headers(now))

    def headers(self) -> Mapping[str, str]:
        """How things stand, without counting anything."""
        return self._headers(self._advance())

    def _advance(self) -> float:
        now = self._clock()
        self._burst.advance(now)
        self._day.advance(now)
        return now

    def _headers(self, now: float) -> Mapping[str, str]:
        return {
            "x-ratelimit-limit-daily": str(self._day.limit),
            "x-ratelimit-daily-remaining": str(self._day.left()),
            "x-ratelimit-daily-reset": str(self._day.milliseconds_left(now)),
            "x-ratelimit-interval-milliseconds": str(BURST_SECONDS * 1000),
            "x-ratelimit-max": str(self._burst.limit),
            "x-ratelimit-remaining": str(self._burst.left()),
        }
