"""What the client needs of a limiter."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from .usage import Usage

if TYPE_CHECKING:
    from .state import Limits


class Permit(Protocol):
    """The place of one request under a rate limit."""

    async def release(self, usage: Usage | None, *, arrived: bool) -> None:
        """The request has ended. Without `usage` this waits for nothing, so that a cancelled call may do it.

        Args:
            usage: What the reply told, `None` without a reply.
            arrived: Whether the request may have reached the server, and so counts there.
        """
        ...


class Limiter(Protocol):
    """Decides when a request may go. Each location has a rate limit of its own, so that none waits for another."""

    async def acquire(self, location: str, max_wait: float | None) -> Permit:
        """Wait in line until a request may be sent, and take its place.

        Args:
            location: Whose rate limit it counts against.
            max_wait: Seconds to wait at the most; `None` for as long as it takes.

        Raises:
            DailyLimitError: the day is used up.
            MaxWaitError: there is no room within `max_wait`.
        """
        ...

    def state(self, location: str) -> Limits:
        """What this process knows of a location's rate limit."""
        ...
