"""The limiter of one process, in virtual time: who is served when, and what becomes of the places."""

from __future__ import annotations

import asyncio
import random
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from functools import partial
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from highlevel_calendars.errors import ConfigurationError, DailyLimitError, MaxWaitError
from highlevel_calendars.limits import LocalLimiter
from highlevel_calendars.limits.bucket import FIRST_BURST
from highlevel_calendars.limits.limiter import Permit
from highlevel_calendars.limits.usage import Usage

from .virtual_time import now, run, turns

HERE = "here"


def told(limit: int, **more: Any) -> Usage:
    return Usage(limit=limit, interval=10.0, **more)


async def limiter_of(limit: int, **settings: Any) -> LocalLimiter:
    """A limiter that knows the limit, and whose places are all free."""
    limiter = LocalLimiter(**settings)
    permit = await limiter.acquire(HERE, None)
    await permit.release(told(limit), arrived=False)
    return limiter


async def taken(limiter: LocalLimiter, count: int) -> list[Permit]:
    """Places that are taken without waiting."""
    began = now()
    permits = [await limiter.acquire(HERE, None) for _ in range(count)]
    assert now() == began
    return permits


class Callers:
    """Tasks that wait for a place, and note who got one when; each keeps it until it is told to give it back."""

    def __init__(self, limiter: LocalLimiter) -> None:
        self._limiter = limiter
        self.served: list[int] = []
        self.times: list[float] = []
        self.permits: list[Permit] = []
        self.tasks: list[asyncio.Task[None]] = []

    async def come(self, count: int, max_wait: float | None = None) -> None:
        self.tasks += [asyncio.create_task(self._call(number, max_wait)) for number in range(count)]
        await turns()

    async def _call(self, number: int, max_wait: float | None) -> None:
        permit = await self._limiter.acquire(HERE, max_wait)
        self.served.append(number)
        self.times.append(now())
        self.permits.append(permit)

    async def leave(self) -> list[BaseException | None]:
        """Cancel those who still wait; what each came to."""
        for task in self.tasks:
            task.cancel()
        return await asyncio.gather(*self.tasks, return_exceptions=True)


async def assert_all_free(limiter: LocalLimiter, limit: int) -> None:
    """After an interval there are as many places as the limit says, and not one more."""
    await asyncio.sleep(10.0)
    state = limiter.state(HERE)
    assert (state.in_flight, state.waiting, state.remaining) == (0, 0, limit)
    permits = await taken(limiter, limit)
    with pytest.raises(MaxWaitError):
        await limiter.acquire(HERE, 0.0)
    for permit in permits:
        await permit.release(None, arrived=False)


def test_served_in_order_one_for_each_place() -> None:
    """As places come back one by one, those in line get them in the order in which they came."""

    async def main() -> None:
        limiter = await limiter_of(3)
        permits = await taken(limiter, 3)
        callers = Callers(limiter)
        await callers.come(6)
        for permit in permits:
            await asyncio.sleep(1.0)
            await permit.release(None, arrived=True)
        assert (callers.served, limiter.state(HERE).waiting) == ([], 6)
        await asyncio.sleep(10.5)
        assert (callers.served, callers.times) == ([0, 1, 2], [11.0, 12.0, 13.0])
        for permit in callers.permits[:2]:
            await permit.release(None, arrived=False)
        await turns()
        assert callers.served == [0, 1, 2, 3, 4]
        await callers.leave()

    run(main())


def test_newcomer_does_not_overtake() -> None:
    """A place that is free while others wait for it goes to the first of them, not to who asks next."""

    async def main() -> None:
        limiter = await limiter_of(1)
        (permit,) = await taken(limiter, 1)
        callers = Callers(limiter)
        await callers.come(1)
        await permit.release(None, arrived=False)
        with pytest.raises(MaxWaitError):
            await limiter.acquire(HERE, 0.0)
        await turns()
        assert callers.served == [0]

    run(main())


def test_only_as_many_wake_as_there_are_places() -> None:
    """Of a thousand that wait, two places wake two; the others are not touched."""

    async def main() -> None:
        limiter = await limiter_of(2)
        permits = await taken(limiter, 2)
        callers = Callers(limiter)
        await callers.come(1000)
        wakened: list[int] = []

        def note(number: int, _: asyncio.Future[None]) -> None:
            wakened.append(number)

        for number, task in enumerate(callers.tasks):
            waiter: Any = task
            inner: asyncio.Future[None] = waiter._fut_waiter
            inner.add_done_callback(partial(note, number))
        for permit in permits:
            await permit.release(None, arrived=False)
        await turns()
        assert wakened == callers.served == [0, 1]
        await callers.leave()

    run(main())


def test_first_burst_is_the_smallest_documented_limit() -> None:
    """Before a reply came 25 may be under way, and the first reply decides about the rest."""

    async def main() -> None:
        limiter = LocalLimiter()
        callers = Callers(limiter)
        await callers.come(150)
        assert len(callers.served) == FIRST_BURST
        await callers.permits[0].release(told(100, remaining=99), arrived=True)
        await turns()
        assert callers.served == list(range(100))
        await callers.leave()

    run(main())


def test_no_word_of_a_limit() -> None:
    """A healthy reply that tells of no limit lets all go at once."""

    async def main() -> None:
        limiter = LocalLimiter()
        callers = Callers(limiter)
        await callers.come(1000)
        await callers.permits[0].release(Usage(unlimited=True), arrived=True)
        await turns()
        assert len(callers.served) == 1000
        state = limiter.state(HERE)
        assert (state.limit, state.remaining, state.in_flight) == (None, None, 999)

    run(main())


@pytest.mark.parametrize("nothing", [None, Usage(), Usage(pause=0.0)], ids=["no reply", "broken gateway", "bare 429"])
def test_failure_opens_nothing(nothing: Usage | None) -> None:
    """A failure without a word of the limit does not send all that wait at a server in trouble."""

    async def main() -> None:
        limiter = LocalLimiter()
        callers = Callers(limiter)
        await callers.come(1000)
        for permit in callers.permits[:]:
            await permit.release(nothing, arrived=True)
        await turns()
        assert len(callers.served) == FIRST_BURST
        await callers.leave()

    run(main())


@pytest.mark.parametrize("leaving", [0, 1, 2], ids=["the first", "one in the middle", "the last"])
@pytest.mark.parametrize("max_wait", [None, 5.0], ids=["cancelled", "out of time"])
def test_who_leaves_the_line_takes_nothing_along(leaving: int, max_wait: float | None) -> None:
    """Whoever leaves, the others are served in their order, and all places are free in the end."""

    async def main() -> None:
        limiter = await limiter_of(1)
        (permit,) = await taken(limiter, 1)
        callers = Callers(limiter)
        for number in range(3):
            await callers.come(1, max_wait if number == leaving else None)
        if max_wait is None:
            callers.tasks[leaving].cancel()
        await asyncio.sleep(5.0)
        assert [task.done() for task in callers.tasks] == [number == leaving for number in range(3)]
        for number in {0, 1, 2} - {leaving}:
            await permit.release(None, arrived=False)
            await turns()
            assert callers.tasks[number].done()
            permit = callers.permits[-1]
        await permit.release(None, arrived=False)
        await callers.leave()
        await assert_all_free(limiter, 1)

    run(main())


def test_cancelled_in_the_very_moment_of_being_served() -> None:
    """The place goes on to the next in line, at once."""

    async def main() -> None:
        limiter = await limiter_of(1)
        (permit,) = await taken(limiter, 1)
        callers = Callers(limiter)
        await callers.come(2)
        await permit.release(None, arrived=False)
        callers.tasks[0].cancel()
        await turns()
        assert len(callers.served) == 1
        assert callers.tasks[0].cancelled()
        assert not callers.tasks[1].cancelled()
        await callers.permits[0].release(None, arrived=True)
        await assert_all_free(limiter, 1)

    run(main())


def test_time_runs_out_in_the_very_moment_of_being_served() -> None:
    """Whether the call or its bound wins, the place is not lost."""

    async def main() -> None:
        limiter = await limiter_of(1)
        (permit,) = await taken(limiter, 1)
        callers = Callers(limiter)
        await callers.come(1, 10.0)
        await callers.come(1)
        await permit.release(None, arrived=True)  # it comes back at the end of the bound
        await asyncio.sleep(10.0)
        await turns()
        assert len(callers.served) == 1
        await callers.permits[0].release(None, arrived=True)
        await callers.leave()
        await assert_all_free(limiter, 1)

    run(main())


def test_all_who_wait_are_cancelled_at_once() -> None:
    """A group of tasks that ends together leaves no timer, no place and no future behind."""

    async def main() -> None:
        limiter = await limiter_of(1)
        (permit,) = await taken(limiter, 1)
        await permit.release(None, arrived=True)
        callers = Callers(limiter)
        await callers.come(1000)
        outcomes = await callers.leave()
        assert all(isinstance(outcome, asyncio.CancelledError) for outcome in outcomes)
        assert len(limiter._lines[HERE]._waiting) == 0
        await assert_all_free(limiter, 1)

    run(main())


@settings(max_examples=40, deadline=None)
@given(
    st.integers(1, 5),
    st.lists(st.tuples(st.floats(0.0, 4.0), st.floats(0.0, 15.0), st.floats(0.0, 3.0), st.booleans()), max_size=40),
)
def test_places_survive_any_cancellation(limit: int, calls: list[tuple[float, float, float, bool]]) -> None:
    """Calls that come, are cancelled and end at any time leave every place free, and never take more than there are."""

    async def main() -> None:
        limiter = await limiter_of(limit)
        sent: list[float] = []

        async def call(begin: float, patience: float, latency: float, bounded: bool) -> None:
            await asyncio.sleep(begin)
            try:
                if bounded:
                    permit = await limiter.acquire(HERE, patience)
                else:
                    async with asyncio.timeout(patience):
                        permit = await limiter.acquire(HERE, None)
            except (MaxWaitError, TimeoutError):
                return
            usage, sent_at = None, now()
            assert limiter.state(HERE).in_flight <= limit
            try:
                async with asyncio.timeout(patience):
                    await asyncio.sleep(latency)
                usage = told(limit)
            except TimeoutError:
                pass
            finally:
                sent.append(sent_at)
                await permit.release(usage, arrived=True)

        await asyncio.gather(*(call(*each) for each in calls))
        sent.sort()
        assert all(later - earlier >= 10.0 - 1e-6 for earlier, later in zip(sent, sent[limit:], strict=False))
        await assert_all_free(limiter, limit)

    run(main())


@pytest.mark.parametrize(("max_wait", "waited"), [(0.0, 0.0), (0.5, 0.5), (9.5, 9.5)])
def test_max_wait_runs_out(max_wait: float, waited: float) -> None:
    """Without room in time a call ends after its bound, and says so; nothing of it stays in line."""

    async def main() -> None:
        limiter = await limiter_of(1)
        (permit,) = await taken(limiter, 1)
        await permit.release(None, arrived=True)
        began = now()
        with pytest.raises(MaxWaitError, match="not sent") as caught:
            await limiter.acquire(HERE, max_wait)
        assert (now() - began, caught.value.status) == (waited, None)
        await assert_all_free(limiter, 1)

    run(main())


@pytest.mark.parametrize("max_wait", [0.0, 10.5, 1e9, None])
def test_max_wait_is_enough(max_wait: float | None) -> None:
    """A bound that is long enough, or one of nothing where nothing has to be waited for, changes nothing."""

    async def main() -> None:
        limiter = await limiter_of(1)
        (permit,) = await taken(limiter, 1)
        await permit.release(None, arrived=max_wait != 0.0)
        await (await limiter.acquire(HERE, max_wait)).release(None, arrived=True)
        assert now() == (0.0 if max_wait == 0.0 else 10.0)

    run(main())


def test_pause_closes_for_all() -> None:
    """A 429 stops those in line and those who come; when it is over one goes ahead, and the rest follow in order."""

    async def main() -> None:
        limiter = await limiter_of(5)
        permits = await taken(limiter, 5)
        callers = Callers(limiter)
        await callers.come(3)
        await permits[0].release(told(5, pause=7.0), arrived=False)
        for permit in permits[1:]:
            await permit.release(None, arrived=False)
        await callers.come(3)
        assert limiter.state(HERE).closed_for == 7.0
        await asyncio.sleep(6.9)
        assert callers.served == []
        await asyncio.sleep(0.2)
        assert (callers.served, callers.times) == ([0], [7.0])
        await callers.permits[0].release(told(5, remaining=4), arrived=True)
        await turns()
        assert (callers.served, limiter.state(HERE).closed_for) == ([0, 1, 2, 0, 1], 0.0)
        await callers.leave()

    run(main())


@pytest.mark.parametrize(
    ("pause", "max_wait", "refused"),
    [(60.0, None, False), (61.0, None, True), (61.0, 60.0, True), (61.0, 62.0, False), (5.0, 4.0, True)],
)
def test_long_pause(pause: float, max_wait: float | None, refused: bool) -> None:
    """A pause of more than a minute, or than `max_wait`, is refused at once; with patience it is waited for."""

    async def main() -> None:
        limiter = await limiter_of(5)
        (permit,) = await taken(limiter, 1)
        await permit.release(told(5, pause=pause), arrived=True)
        if refused:
            with pytest.raises(MaxWaitError, match="pause"):
                await limiter.acquire(HERE, max_wait)
            assert (now(), limiter.state(HERE).waiting) == (0.0, 0)
        else:
            await (await limiter.acquire(HERE, max_wait)).release(None, arrived=True)
            assert now() == pause

    run(main())


def test_day_is_used_up() -> None:
    """New calls and those in line are refused at once with the time of reset, and after it they go again."""

    async def main() -> None:
        limiter = await limiter_of(2)
        permits = await taken(limiter, 2)
        callers = Callers(limiter)
        await callers.come(3)
        usage = told(2, daily_limit=200_000, daily_remaining=0, daily_reset=3600.0)
        await permits[0].release(usage, arrived=True)
        with pytest.raises(DailyLimitError, match="200,000") as caught:
            await limiter.acquire(HERE, 100_000.0)
        outcomes = await asyncio.gather(*callers.tasks, return_exceptions=True)
        assert now() == 0.0
        resets_at = datetime.now(UTC) + timedelta(hours=1)
        for error in (*outcomes, caught.value):
            assert isinstance(error, DailyLimitError)
            assert error.resets_at is not None
            assert abs(error.resets_at - resets_at) < timedelta(minutes=1)
            assert error.status is None
        state = limiter.state(HERE)
        assert (state.daily_limit, state.daily_remaining, state.waiting) == (200_000, 0, 0)
        assert state.daily_resets_at is not None
        await permits[1].release(None, arrived=True)
        await asyncio.sleep(3600.0)
        assert limiter.state(HERE).daily_resets_at is None
        await taken(limiter, 2)

    run(main())


def test_locations_do_not_wait_for_each_other() -> None:
    """A location that is full, closed or used up holds up no other."""

    async def main() -> None:
        limiter = LocalLimiter()
        for number, usage in enumerate(
            [told(1), told(1, pause=1000.0), told(1, daily_remaining=0, daily_reset=1000.0)]
        ):
            await (await limiter.acquire(str(number), None)).release(usage, arrived=True)
        await (await limiter.acquire("another", 0.0)).release(told(1), arrived=True)
        assert now() == 0.0

    run(main())


@pytest.mark.parametrize(
    ("share", "limit", "part"), [(0.25, 100, 25), (0.25, 25, 6), (0.1, 5, 1), (0.001, 100, 1), (1, 7, 7)]
)
def test_share(share: float, limit: int, part: int) -> None:
    """A share of the limit is kept to, whatever the others of the fleet use, and it is never nothing."""

    async def main() -> None:
        limiter = LocalLimiter(share=share)
        callers = Callers(limiter)
        await callers.come(200)
        assert len(callers.served) == max(1, int(FIRST_BURST * share))
        await callers.permits[0].release(told(limit, remaining=limit - 1), arrived=False)
        for permit in callers.permits[1:]:
            await permit.release(None, arrived=False)
        callers.served.clear()
        await turns()
        assert len(callers.served) == part
        assert limiter.state(HERE).limit == part
        await callers.leave()

    run(main())


@pytest.mark.parametrize("share", [0, -0.5, 1.01, float("nan"), float("inf")])
def test_share_that_makes_no_sense(share: float) -> None:
    """A share is more than nothing and at most all."""
    with pytest.raises(ConfigurationError, match="share"):
        LocalLimiter(share=share)


def test_state_before_anything_and_without_a_loop() -> None:
    """What is known can be looked at anywhere, also before there is anything to know."""
    state = LocalLimiter().state(HERE)
    assert (state.limit, state.remaining, state.daily_limit, state.daily_resets_at) == (None, None, None, None)
    assert (state.interval, state.in_flight, state.waiting, state.closed_for) == (10.0, 0, 0, 0.0)


def test_several_event_loops_one_after_another() -> None:
    """A limiter that was used in a loop that has ended, with calls still in line, goes on in the next."""
    limiter = LocalLimiter()

    async def first() -> None:
        permits = [await limiter.acquire(HERE, None) for _ in range(FIRST_BURST)]
        for permit in permits:
            await permit.release(Usage(limit=FIRST_BURST, interval=0.05), arrived=True)
        waiting = [asyncio.create_task(limiter.acquire(HERE, None)) for _ in range(30)]
        await turns()
        assert not waiting[0].done()

    async def then() -> None:
        async with asyncio.timeout(5.0):
            for _ in range(30):
                await (await limiter.acquire(HERE, None)).release(None, arrived=True)

    asyncio.run(first())
    asyncio.run(then())
    assert (limiter.state(HERE).in_flight, limiter.state(HERE).waiting) == (0, 0)


async def call_until(end: float, limiter: LocalLimiter, limit: int, latency: Callable[[], float]) -> int:
    """Make one call after another; how many that were."""
    calls = 0
    while now() < end:
        permit = await limiter.acquire(HERE, None)
        await asyncio.sleep(latency())
        await permit.release(told(limit), arrived=True)
        calls += 1
    return calls


@pytest.mark.parametrize("limit", [25, 100])
def test_hours_of_traffic(limit: int) -> None:
    """In two hours of calls by a hundred tasks at least 97 % of what the limit allows are made, and none are kept."""
    dice = random.Random(limit)  # noqa: S311 - the same in each run

    async def main() -> None:
        limiter, end = LocalLimiter(), 2 * 3600.0
        callers = (call_until(end, limiter, limit, lambda: dice.uniform(0.02, 0.3)) for _ in range(100))
        calls = sum(await asyncio.gather(*callers))
        assert 0.97 <= calls / (now() / 10.0 * limit) <= 1.01
        assert len(limiter._lines[HERE]._bucket._taken) <= limit
        await assert_all_free(limiter, limit)

    run(main())
