"""How much room a rate limit has left, for as long as one process knows. Pure: each time is passed in.

A request takes a place when it is sent, and the place comes back one interval after its reply. So whatever
the server's windows are, none of them ever sees more requests than the limit, however long each was on its
way. Places that a reply says are gone, though nobody here took them, were taken by others. How many these are
is unknown again after a pause, so then one request goes ahead of the rest to find out.
"""

from __future__ import annotations

from collections import deque

from .usage import INTERVAL, Usage

# The smallest bucket that the vendor documents: what is sent before the first reply.
FIRST_BURST = 25

# A minute, for a day that is used up when no reply tells how long it lasts.
_UNTOLD_RESET = 60.0


class Bucket:
    """The room of one location. All times are seconds of one clock that never goes back.

    Attributes:
        limit: Places in an interval, `None` before a reply has told.
        interval: Seconds.
        in_flight: Requests without a reply yet.
        closed_until: When a 429 allows the next request.
        daily_limit: Requests in a day, `None` before a reply has told.
        daily_remaining: How many of them the latest reply left.
        exhausted_until: When a day that is used up ends.
    """

    __slots__ = (
        "_ahead",
        "_paused",
        "_places",
        "_taken",
        "closed_until",
        "daily_limit",
        "daily_remaining",
        "exhausted_until",
        "in_flight",
        "interval",
        "limit",
    )

    def __init__(self, *, first: int = FIRST_BURST) -> None:
        self.limit: int | None = None
        self.interval = INTERVAL
        self.in_flight = 0
        self.closed_until = 0.0
        self.daily_limit: int | None = None
        self.daily_remaining: int | None = None
        self.exhausted_until = 0.0
        self._places: float = first
        self._taken: deque[float] = deque()  # when the reply to each came; the place comes back an interval later
        self._paused = False  # and nothing has been heard since
        self._ahead = 0  # how many may be in flight until something is heard

    def wait(self, now: float) -> float:
        """Seconds until a request may go; 0 for now, and infinity while only a reply can make room."""
        self._forget(now)
        if self.closed_until > now:
            return self.closed_until - now
        if self._paused:
            self._ahead = self._ahead or self.in_flight + 1
            if self.in_flight >= self._ahead:
                return float("inf")
        surplus = self.in_flight + len(self._taken) - self._places
        if surplus < 0:
            return 0.0
        if self.in_flight >= self._places:
            return float("inf")
        return self._taken[int(surplus)] + self.interval - now

    def remaining(self, now: float) -> int | None:
        """The places that are free now, `None` before a reply has told of the limit."""
        if self.limit is None:
            return None
        self._forget(now)
        return 0 if self.closed_until > now else max(0, self.limit - self.in_flight - len(self._taken))

    def take(self) -> None:
        """A request is sent."""
        self.in_flight += 1

    def put_back(self, now: float, usage: Usage | None, *, arrived: bool) -> None:
        """A request has ended.

        Args:
            now: The time.
            usage: What the reply told, if one came.
            arrived: Whether it may have reached the server, and so counts there.
        """
        self.in_flight -= 1
        if arrived:
            self._taken.append(now)
        if usage is not None:
            self.learn(now, usage)

    def learn(self, now: float, usage: Usage) -> None:
        """Take over what a reply told. While those of a healthy API tell of no limit, there is none to keep to."""
        if usage.limit is not None:
            self.limit = self._places = usage.limit
        elif usage.unlimited and self.limit is None:
            self._places = float("inf")
        if usage.interval is not None:
            self.interval = usage.interval
        self._forget(now)
        if usage.remaining is not None and self.limit is not None:
            by_others = self.limit - usage.remaining - self.in_flight - len(self._taken)
            self._taken.extend([now] * by_others)
        if usage.pause is not None:
            self.closed_until = max(self.closed_until, now + usage.pause)
            self._paused, self._ahead = True, 0
        elif self.closed_until <= now:
            self._paused = False
        self._learn_day(now, usage)

    def _forget(self, now: float) -> None:
        """Let the places come back whose time has come."""
        taken = self._taken
        while taken and taken[0] + self.interval <= now:
            taken.popleft()

    def _learn_day(self, now: float, usage: Usage) -> None:
        if usage.daily_limit is not None:
            self.daily_limit = usage.daily_limit
        if usage.daily_remaining is None:
            return
        if usage.daily_remaining == 0:
            self.exhausted_until = now + (_UNTOLD_RESET if usage.daily_reset is None else usage.daily_reset)
        elif self.exhausted_until > now:
            return  # a reply that was overtaken by the one with the last place
        self.daily_remaining = usage.daily_remaining
