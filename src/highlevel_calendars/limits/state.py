"""What is known of a rate limit, to look at."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, kw_only=True)
class Limits:
    """The rate limit of a location, as far as this process knows it.

    Attributes:
        limit: Requests in an interval, `None` before a reply has told.
        remaining: How many may be sent at once now, `None` while the limit is not known.
        interval: The length of the interval in seconds.
        in_flight: Requests of this process that have no reply yet.
        waiting: Calls of this process that wait for room.
        closed_for: Seconds until the next request may go after a 429; 0 when it may now.
        daily_limit: Requests in a day, `None` before a reply has told.
        daily_remaining: How many of them the latest reply left.
        daily_resets_at: When a day that is used up ends, an aware datetime; `None` while it is not used up.
    """

    limit: int | None
    remaining: int | None
    interval: float
    in_flight: int
    waiting: int
    closed_for: float
    daily_limit: int | None
    daily_remaining: int | None
    daily_resets_at: datetime | None
