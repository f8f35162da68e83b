"""What is told of each attempt: to the log, and to whoever wants to measure.

The log has one DEBUG record for an attempt, a WARNING when it is made again, and an INFO for a wait of more than
a second. None of them has a body, a value of the query, or a token.
"""

from __future__ import annotations

import logging
from collections.abc import Callable
from dataclasses import dataclass

_logger = logging.getLogger(__name__)
# Without this, Python prints the warnings of a program that has set up no logging.
logging.getLogger(__package__).addHandler(logging.NullHandler())

_LONG_WAIT = 1.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Attempt:
    """One attempt at a call, after it has ended.

    Attributes:
        operation: The operationId, for example "create-appointment".
        method: The HTTP method.
        path: The path template, with its parameters in braces.
        number: Which attempt of the call it was, from 1.
        status: The HTTP status, `None` when no reply came.
        error: The name of the error's class, `None` when it succeeded.
        trace_id: The id that the vendor's support asks for, where the reply had one.
        elapsed: Seconds from sending to the end of the reply.
        waited: Seconds that it waited before for room under the rate limit.
        retry_in: Seconds until the next attempt, `None` when there is none; after a 429 at the least, for then it
            stands in line.
    """

    operation: str
    method: str
    path: str
    number: int
    status: int | None
    error: str | None
    trace_id: str | None
    elapsed: float
    waited: float
    retry_in: float | None


class Observer:
    """Tells the log and the hook."""

    __slots__ = ("_on_attempt",)

    def __init__(self, on_attempt: Callable[[Attempt], object] | None) -> None:
        self._on_attempt = on_attempt

    @property
    def wants_all(self) -> bool:
        """Whether attempts that succeed are wanted too."""
        return self._on_attempt is not None or _logger.isEnabledFor(logging.DEBUG)

    def attempt(self, attempt: Attempt) -> None:
        """Tell of an attempt. An error of the hook is logged, for it must not cost anybody their reply."""
        _logger.debug(
            "%s: %s %s, attempt %d: %s, HTTP %s in %.3f s after %.3f s of waiting, trace %r",
            attempt.operation,
            attempt.method,
            attempt.path,
            attempt.number,
            attempt.error or "success",
            attempt.status,
            attempt.elapsed,
            attempt.waited,
            attempt.trace_id,
        )
        if attempt.retry_in is not None:
            _logger.warning(
                "%s: attempt %d ended in %s, the next is in %.1f s",
                attempt.operation,
                attempt.number,
                attempt.error,
                attempt.retry_in,
            )
        if self._on_attempt is not None:
            try:
                self._on_attempt(attempt)
            except Exception:
                _logger.warning("on_attempt failed", exc_info=True)

    def waited(self, operation: str, seconds: float) -> None:
        """Tell of a wait for room under the rate limit."""
        if seconds > _LONG_WAIT:
            _logger.info("%s: waited %.1f s for room under the rate limit", operation, seconds)
