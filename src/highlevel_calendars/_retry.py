"""Whether a failed attempt is repeated, and after how long. Pure: no clock, no dice of its own.

With n retries behind it, a retry waits min(0.5 * 2**n, 8) * U(0.75, 1) seconds. After a 429 it waits for
what `Retry-After` says, else for the burst interval that the headers name, stretched by up to a quarter so
that tasks do not wake together.
"""

from __future__ import annotations

from datetime import datetime

from ._replies import Failure, Reply
from .limits.usage import INTERVAL, retry_after

# A caller waits no longer than this for a single retry; what wants more time is an error.
LONGEST_WAIT = 60.0

_REPEATABLE = frozenset({"GET", "PUT", "DELETE"})


def delay(
    method: str, attempt: Reply | Failure, *, retries: int, max_retries: int, chance: float, now: datetime
) -> float | None:
    """Seconds to wait before the request is sent again, or `None` when it must not be.

    Args:
        method: The HTTP method, in capitals.
        attempt: What the last attempt came to.
        retries: How many retries there were before.
        max_retries: How many there may be.
        chance: A random number from 0 to 1.
        now: The time, aware, for a Retry-After that names a date.
    """
    if retries >= max_retries or not is_repeatable(method, attempt):
        return None
    backoff = min(0.5 * 2.0 ** min(retries, 4), 8.0) * (0.75 + 0.25 * chance)
    if isinstance(attempt, Failure):
        return backoff
    if attempt.status == 429 and attempt.usage.daily_remaining == 0:
        return None
    wait = retry_after(attempt.headers, now)
    if wait is None and attempt.status == 429:
        wait = (attempt.usage.interval or INTERVAL) * (1 + 0.25 * chance)
    if wait is None:
        return backoff
    return wait if wait <= LONGEST_WAIT else None


def is_repeatable(method: str, attempt: Reply | Failure) -> bool:
    """Whether sending the request again cannot do its work twice.

    What the API has accepted is asked for again where its reply is broken: a read always, an update where it broke
    off. A deletion never, for what it would be told then is that there is no such thing.
    """
    if isinstance(attempt, Failure):
        return method in _REPEATABLE or not attempt.sent
    if attempt.status == 429:
        return True
    if attempt.is_success:
        return method == "GET" or (method == "PUT" and not attempt.complete)
    return method in _REPEATABLE and attempt.status >= 500


def may_have_worked(attempt: Reply | Failure) -> bool:
    """Whether the request may have been carried out all the same."""
    return attempt.sent if isinstance(attempt, Failure) else attempt.status >= 500
