"""One run for any number of tasks."""

from __future__ import annotations

import asyncio
import gc
from collections.abc import Callable, Coroutine
from typing import Any

import pytest

from highlevel_calendars.auth.flight import Flight


class Work:
    """Work that ends when it is told to."""

    def __init__(self) -> None:
        self.runs = 0
        self.end = asyncio.Event()
        self.failure: Exception | None = None

    async def __call__(self) -> int:
        self.runs += 1
        await self.end.wait()
        if self.failure:
            raise self.failure
        return self.runs


def joined(flight: Flight[int], work: Callable[[], Coroutine[Any, Any, int]], count: int) -> list[asyncio.Task[int]]:
    return [asyncio.create_task(flight.join(work)) for _ in range(count)]


async def settled() -> None:
    for _ in range(5):
        await asyncio.sleep(0)


@pytest.mark.asyncio
async def test_all_get_the_result_of_one_run() -> None:
    """Tasks that come while a run is under way get its result; who comes later has a new one."""
    flight, work = Flight[int](), Work()
    tasks = joined(flight, work, 50)
    await settled()
    work.end.set()
    assert await asyncio.gather(*tasks) == [1] * 50
    assert await flight.join(work) == 2


@pytest.mark.asyncio
async def test_all_share_the_failure_of_one_run() -> None:
    """All who wait see the failure, and it does not stand in the way of the next run."""
    flight, work = Flight[int](), Work()
    work.failure = LookupError("no")
    tasks = joined(flight, work, 50)
    await settled()
    work.end.set()
    assert [type(result) for result in await asyncio.gather(*tasks, return_exceptions=True)] == [LookupError] * 50
    work.failure = None
    assert await flight.join(work) == 2


@pytest.mark.asyncio
async def test_the_cancelled_leave_the_others_alone() -> None:
    """A task that is cancelled ends at once; the run goes on for the others, and even for nobody."""
    flight, work = Flight[int](), Work()
    tasks = joined(flight, work, 3)
    await settled()
    tasks[0].cancel()
    await settled()
    assert [task.done() for task in tasks] == [True, False, False]
    tasks[1].cancel()
    work.end.set()
    assert await tasks[2] == 1

    work.end.clear()
    (alone,) = joined(flight, work, 1)
    await settled()
    alone.cancel()
    landing = asyncio.create_task(flight.landed())
    await settled()
    assert not landing.done()
    work.end.set()
    await landing
    assert work.runs == 2


@pytest.mark.asyncio
async def test_a_failure_that_nobody_waits_for_is_not_complained_about() -> None:
    """The loop does not report a failed run whose tasks were all cancelled, and waiting for its end hides it."""
    complaints: list[Any] = []
    asyncio.get_running_loop().set_exception_handler(lambda _, context: complaints.append(context))
    flight, work = Flight[int](), Work()
    work.failure = LookupError("no")
    (alone,) = joined(flight, work, 1)
    await settled()
    alone.cancel()
    work.end.set()
    await flight.landed()
    await settled()
    gc.collect()
    assert complaints == []


def test_a_run_of_another_loop_is_not_waited_for() -> None:
    """What a loop left unfinished when it ended does not hold up the next loop."""
    flight = Flight[int]()

    async def leave() -> Work:
        work = Work()
        joined(flight, work, 1)
        await settled()
        return work

    async def join() -> int:
        work = Work()
        work.end.set()
        await flight.landed()
        return await flight.join(work)

    loop = asyncio.new_event_loop()
    loop.run_until_complete(leave())
    assert asyncio.run(join()) == 1
    for task in asyncio.all_tasks(loop):
        task.cancel()
    loop.run_until_complete(settled())
    loop.close()
