"""A piece of work that runs once, however many tasks want it done."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Coroutine
from typing import Any, Generic, TypeVar

T = TypeVar("T")


class Flight(Generic[T]):
    """At most one run at a time. Who joins gets its result or its failure; who is cancelled leaves it running."""

    def __init__(self) -> None:
        self._task: asyncio.Task[T] | None = None

    def board(self, work: Callable[[], Coroutine[Any, Any, T]]) -> asyncio.Task[T]:
        """The run that is under way, or a new one."""
        # A run of another loop, which a forked process or a second asyncio.run() may find here, never ends.
        if self._task is None or self._task.get_loop() is not asyncio.get_running_loop():
            self._task = asyncio.create_task(work())
            self._task.add_done_callback(self._land)
        return self._task

    async def join(self, work: Callable[[], Coroutine[Any, Any, T]]) -> T:
        """The result of the run that is under way, or of a new one."""
        return await asyncio.shield(self.board(work))

    async def landed(self) -> None:
        """Wait for the run that is under way, whatever it comes to."""
        if self._task is not None and self._task.get_loop() is asyncio.get_running_loop():
            await asyncio.wait([self._task])

    def _land(self, task: asyncio.Task[T]) -> None:
        if task is self._task:
            self._task = None
        if not task.cancelled():
            task.exception()  # it was seen, also when everybody who waited is gone
