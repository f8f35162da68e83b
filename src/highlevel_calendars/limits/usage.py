"""What a reply tells of the rate limit. Pure."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from typing import NamedTuple

# Seconds, where a reply does not tell.
INTERVAL = 10.0
DAY = 86_400.0

# What is above this is no limit; and to keep a record of each place must not take all of the memory.
LARGEST = 100_000


class Usage(NamedTuple):
    """The state of a bucket as a reply tells it; `None` where it does not.

    Attributes:
        limit: Requests that an interval has room for.
        remaining: How many of them are left.
        interval: Seconds.
        daily_limit: Requests that a day has room for.
        daily_remaining: How many of them are left.
        daily_reset: Seconds until the day's count starts anew.
        pause: Seconds for which nothing is to be sent, after a 429.
        unlimited: Whether the API answered, not something broken before it, and told of no limit.
    """

    limit: int | None = None
    remaining: int | None = None
    interval: float | None = None
    daily_limit: int | None = None
    daily_remaining: int | None = None
    daily_reset: float | None = None
    pause: float | None = None
    unlimited: bool = False


def usage(status: int, headers: Mapping[str, str], now: datetime | None = None) -> Usage:
    """The rate limit in a reply's headers, whose names are in lower case. Nonsense counts as not told.

    Args:
        status: The HTTP status.
        headers: The headers, of which only those of the rate limit matter.
        now: The time, aware, for a Retry-After that names a date.
    """
    told_limit = number(headers.get("x-ratelimit-max", ""))
    limit = told_limit if told_limit and told_limit <= LARGEST else None
    milliseconds = number(headers.get("x-ratelimit-interval-milliseconds", ""))
    reset = number(headers.get("x-ratelimit-daily-reset", ""))
    interval = milliseconds / 1000 if milliseconds and milliseconds <= DAY * 1000 else None
    pause = None
    if status == 429:
        asked = retry_after(headers, now or datetime.now(UTC))
        pause = (interval or INTERVAL) if asked is None else min(asked, DAY)
    return Usage(
        limit,
        number(headers.get("x-ratelimit-remaining", "")),
        interval,
        number(headers.get("x-ratelimit-limit-daily", "")) or None,
        number(headers.get("x-ratelimit-daily-remaining", "")),
        None if reset is None else min(reset / 1000, DAY),
        pause,
        limit is None and status < 500 and status != 429,
    )


def number(text: str) -> int | None:
    """A whole number from 0 up."""
    if not text.isdecimal():
        text = text.strip()
    return int(text) if text.isdecimal() and text.isascii() and len(text) < 16 else None


def retry_after(headers: Mapping[str, str], now: datetime) -> float | None:
    """The seconds that `Retry-After` asks for, as a number or as a date."""
    value = headers.get("retry-after", "").strip()
    if value.isascii() and value.isdigit():
        return float(value[:9])
    try:
        date = parsedate_to_datetime(value)
    except (ValueError, OverflowError):
        return None
    return max(0.0, (date.replace(tzinfo=date.tzinfo or UTC) - now).total_seconds())
