"""The limiter of a fleet on a real Redis: several limiters stand for several processes."""

from __future__ import annotations

import asyncio
import logging
import sys
import time
from collections.abc import AsyncIterator, Callable
from typing import Any
from uuid import uuid4

import pytest
import pytest_asyncio
from redis_process import RedisProcess

from highlevel_calendars.errors import ConfigurationError, DailyLimitError, LimiterError, MaxWaitError
from highlevel_calendars.limits import RedisLimiter
from highlevel_calendars.limits import redis as implementation
from highlevel_calendars.limits.bucket import FIRST_BURST
from highlevel_calendars.limits.limiter import Permit
from highlevel_calendars.limits.scripts import GRANTED, WAIT
from highlevel_calendars.limits.usage import Usage

HERE = "here"
INTERVAL = 0.5

NewLimiter = Callable[..., RedisLimiter]


def told(limit: int, **more: Any) -> Usage:
    return Usage(limit=limit, **{"interval": INTERVAL, **more})


@pytest_asyncio.fixture
async def new(shared_redis: RedisProcess) -> AsyncIterator[NewLimiter]:
    """Makes limiters of one app, which are closed in the end."""
    app, limiters = f"app-{uuid4()}", list[RedisLimiter]()

    def make(**more: Any) -> RedisLimiter:
        limiters.append(RedisLimiter(shared_redis.url, **{"app": app, **more}))
        return limiters[-1]

    yield make
    for limiter in limiters:
        await limiter.aclose()


async def teach(limiter: RedisLimiter, usage: Usage, location: str = HERE) -> None:
    """Let a reply tell, without taking a place."""
    await (await limiter.acquire(location, None)).release(usage, arrived=False)


async def taken(limiter: RedisLimiter, location: str = HERE, most: int = 200) -> list[Permit]:
    """All places that are free now."""
    permits = list[Permit]()
    for _ in range(most):
        try:
            permits.append(await limiter.acquire(location, 0.0))
        except MaxWaitError:
            break
    return permits


async def members(limiter: RedisLimiter, name: str, location: str = HERE) -> int:
    """How many are in a set of a location."""
    redis: Any = limiter._redis
    count: int = await redis.zcard(f"{limiter._app}:{{{location}}}:{name}")
    return count


@pytest.mark.asyncio
async def test_places_are_shared(new: NewLimiter) -> None:
    """What one process has taken the others of the app have not, and before the first reply it is 25 in all."""
    one, other = new(), new()
    assert len(await taken(one, most=10)) == 10
    assert len(await taken(other)) == FIRST_BURST - 10
    assert len(await taken(one)) == 0


@pytest.mark.parametrize("limit", [1, 7, 100])
@pytest.mark.asyncio
async def test_what_one_learns_all_know(limit: int, new: NewLimiter) -> None:
    """The limit that a reply to one process tells holds for all."""
    one, other = new(), new()
    await teach(one, told(limit))
    assert len(await taken(other)) == limit
    state = other.state(HERE)
    assert (state.limit, state.remaining, state.interval, state.in_flight) == (limit, 0, INTERVAL, limit)


@pytest.mark.asyncio
async def test_two_apps_and_two_locations_do_not_share(new: NewLimiter) -> None:
    """Each app has a bucket for each location, and a full one holds up no other."""
    one, other = new(), new(app=f"another-{uuid4()}")
    await teach(one, told(3))
    assert len(await taken(one)) == 3
    assert len(await taken(one, "there")) == FIRST_BURST
    assert len(await taken(other)) == FIRST_BURST


@pytest.mark.parametrize("location", ["", "{}", "a}b{c", "ü:\n ", "x" * 1000], ids=ascii)
@pytest.mark.asyncio
async def test_any_location(location: str, new: NewLimiter) -> None:
    """Whatever a location is called, it has a bucket of its own."""
    limiter = new()
    await teach(limiter, told(2), location)
    assert len(await taken(limiter, location)) == 2
    assert len(await taken(limiter)) == FIRST_BURST


@pytest.mark.asyncio
async def test_no_interval_sees_more_than_the_limit(new: NewLimiter) -> None:
    """Three limiters with many tasks never take more places in an interval than there are, and hardly fewer."""
    limiters = [new(), new(), new()]
    await teach(limiters[0], told(10))
    taken_at, replied_at, left = list[float](), list[float](), iter(range(50))

    async def work(limiter: RedisLimiter, latency: float) -> None:
        for _ in left:
            permit = await limiter.acquire(HERE, None)
            taken_at.append(time.monotonic())
            await asyncio.sleep(latency)
            replied_at.append(time.monotonic())
            await permit.release(told(10), arrived=True)

    async with asyncio.timeout(20.0):
        await asyncio.gather(*(work(limiter, 0.01 * task) for limiter in limiters for task in range(5)))
    for end, begin in zip(replied_at, taken_at[10:], strict=False):
        assert begin - end >= INTERVAL - 0.02
    assert len(replied_at) == 50
    assert taken_at[-1] - taken_at[0] <= 4 * (INTERVAL + 0.04) / 0.9


@pytest.mark.asyncio
async def test_late_riser_does_not_make_room_for_two(new: NewLimiter) -> None:
    """A waiter that comes late for its turn is counted all the same when the next one comes for its own."""
    limiter, usage = new(), told(2, interval=0.4)
    await teach(limiter, usage)
    early, late = await taken(limiter)
    await early.release(usage, arrived=True)
    await asyncio.sleep(0.005)
    assert [(await limiter.take(HERE, name, 60.0)).verdict for name in ("one", "other")] == [WAIT, WAIT]
    await asyncio.sleep(0.3)
    await late.release(usage, arrived=True)
    await asyncio.sleep(0.15)
    assert [(await limiter.take(HERE, name, 60.0)).verdict for name in ("one", "other")] == [GRANTED, WAIT]


@pytest.mark.asyncio
async def test_waiters_of_several_processes_take_turns(new: NewLimiter) -> None:
    """Who has come first is served first, however often the waiting ask again in between."""
    limiters = [new() for _ in range(6)]
    await teach(limiters[0], told(1, interval=0.1))
    (permit,) = await taken(limiters[0])
    served = list[int]()

    async def call(number: int) -> None:
        permit = await limiters[number].acquire(HERE, None)
        served.append(number)
        await asyncio.sleep(0.03)
        await permit.release(None, arrived=True)
        await limiters[number]._line(HERE)._settle("of-nobody", told(1, interval=0.1), arrived=True)

    calls = list[asyncio.Task[None]]()
    for number in range(6):
        calls.append(asyncio.create_task(call(number)))
        await asyncio.sleep(0.01)
    await permit.release(told(1, interval=0.1), arrived=True)
    async with asyncio.timeout(20.0):
        await asyncio.gather(*calls)
    assert served == [0, 1, 2, 3, 4, 5]


@pytest.mark.asyncio
async def test_waiting_is_no_polling(new: NewLimiter, monkeypatch: pytest.MonkeyPatch) -> None:
    """Who waits asks once when it comes and about once when its turn has come; those behind it do not ask at all."""
    limiter, asked = new(), list[str]()
    take = RedisLimiter.take

    async def counted(self: RedisLimiter, location: str, place: str, longest_pause: float) -> Any:
        asked.append(place)
        return await take(self, location, place, longest_pause)

    await teach(limiter, told(1))
    (permit,) = await taken(limiter)
    await permit.release(told(1), arrived=True)
    monkeypatch.setattr(RedisLimiter, "take", counted)
    waiting = [asyncio.create_task(limiter.acquire(HERE, None)) for _ in range(100)]
    await waiting[0]
    for task in waiting[1:]:
        task.cancel()
    await asyncio.gather(*waiting, return_exceptions=True)
    assert len(asked) <= 4


@pytest.mark.parametrize("moment", ["first", "behind", "before the first reply"])
@pytest.mark.asyncio
async def test_cancelled_in_line(moment: str, new: NewLimiter) -> None:
    """Who is cancelled leaves nothing in Redis, the next one gets the place, and no limit is forgotten or invented."""
    limiter = new()
    if moment != "before the first reply":
        await teach(limiter, told(FIRST_BURST))
    permits = await taken(limiter)
    waiting = [asyncio.create_task(limiter.acquire(HERE, None)) for _ in range(3)]
    await asyncio.sleep(0.05)
    assert (limiter.state(HERE).waiting, await members(limiter, "line")) == (3, 1)
    leaving = waiting.pop(1 if moment == "behind" else 0)
    leaving.cancel()
    with pytest.raises(asyncio.CancelledError):
        await leaving
    await asyncio.sleep(0.05)
    assert not any(task.done() for task in waiting)
    for permit in permits[:2]:
        await permit.release(Usage(), arrived=False)
    async with asyncio.timeout(2.0):
        permits += await asyncio.gather(*waiting)
    state = limiter.state(HERE)
    assert (state.waiting, state.in_flight) == (0, FIRST_BURST)
    for permit in permits[2:]:
        await permit.release(Usage(), arrived=False)
    assert [await members(limiter, name) for name in ("sent", "line", "due")] == [0, 0, 0]


@pytest.mark.asyncio
async def test_dead_process_does_not_hold_up_the_line(new: NewLimiter, monkeypatch: pytest.MonkeyPatch) -> None:
    """A process that ended while it waited loses its turn a little after it was due."""
    monkeypatch.setattr(implementation, "ANSWER", 0.2)
    dead, alive = new(), new()
    await teach(dead, told(1))
    (permit,) = await taken(dead)
    assert (await dead.take(HERE, "of-the-dead", 60.0)).verdict == 0
    await permit.release(told(1), arrived=True)
    async with asyncio.timeout(5.0):
        await alive.acquire(HERE, None)
    assert await members(alive, "line") == 0


@pytest.mark.parametrize("max_wait", [0.0, 0.1])
@pytest.mark.asyncio
async def test_max_wait(max_wait: float, new: NewLimiter) -> None:
    """A bound is kept to by those in front and those behind; one of nothing still takes what is free."""
    limiter = new()
    await (await limiter.acquire(HERE, max_wait)).release(told(1, interval=60.0), arrived=False)
    (permit,) = await taken(limiter)
    began = time.monotonic()
    outcomes = await asyncio.gather(*(limiter.acquire(HERE, max_wait) for _ in range(5)), return_exceptions=True)
    assert max_wait <= time.monotonic() - began < max_wait + 0.5
    assert all(isinstance(outcome, MaxWaitError) for outcome in outcomes)
    assert (limiter.state(HERE).waiting, await members(limiter, "line"), await members(limiter, "due")) == (0, 0, 0)
    await permit.release(told(1), arrived=False)
    await limiter.acquire(HERE, max_wait)


@pytest.mark.asyncio
async def test_limit_that_rises_wakes_the_first_in_line(new: NewLimiter) -> None:
    """Who waits for a place under the old limit goes on as soon as a reply tells of another."""
    limiter = new()
    await teach(limiter, told(1, interval=60.0))
    (permit,) = await taken(limiter)
    waiting = [asyncio.create_task(limiter.acquire(HERE, None)) for _ in range(4)]
    await asyncio.sleep(0.05)
    await permit.release(told(5, interval=60.0), arrived=True)
    async with asyncio.timeout(2.0):
        await asyncio.gather(*waiting)


@pytest.mark.asyncio
async def test_interval_that_shrinks_wakes_the_first_in_line(new: NewLimiter) -> None:
    """Who waits for the end of a long interval is told better when a reply tells of a shorter one."""
    limiter = new()
    await teach(limiter, told(2, interval=60.0))
    permits = await taken(limiter)
    waiting = asyncio.create_task(limiter.acquire(HERE, None))
    await asyncio.sleep(0.05)
    for permit in permits:
        await permit.release(told(2, interval=0.1), arrived=True)
    async with asyncio.timeout(2.0):
        await waiting


@pytest.mark.parametrize(("before", "after"), [(10, 3), (3, 10), (100, 1)])
@pytest.mark.asyncio
async def test_limit_changes(before: int, after: int, new: NewLimiter) -> None:
    """A limit that changes counts what is taken already, and none is given out twice."""
    limiter = new()
    await teach(limiter, told(before, interval=60.0))
    permits = await taken(limiter)
    await permits[0].release(told(after, interval=60.0), arrived=True)
    assert len(await taken(limiter)) == max(0, after - before)


@pytest.mark.asyncio
async def test_others_use(new: NewLimiter) -> None:
    """Places that a reply says are gone, though nobody of the fleet took them, are gone for an interval."""
    limiter = new()
    await teach(limiter, told(25, interval=60.0))
    (permit,) = await taken(limiter, most=1)
    await permit.release(told(25, interval=60.0, remaining=4), arrived=True)
    assert len(await taken(limiter)) == 4


@pytest.mark.asyncio
async def test_places_that_have_come_back_do_not_hide_others_use(new: NewLimiter) -> None:
    """What was sent an interval ago is not in the server's window, so what it misses now was taken by others."""
    limiter = new()
    await teach(limiter, told(25))
    permits = await taken(limiter)
    for permit in permits[1:]:
        await permit.release(told(25), arrived=True)
    await asyncio.sleep(INTERVAL + 0.05)
    await permits[0].release(told(25, remaining=5), arrived=True)
    assert len(await taken(limiter)) == 5


@pytest.mark.parametrize("nothing", [Usage(), Usage(pause=0.0)], ids=["broken gateway", "bare 429"])
@pytest.mark.asyncio
async def test_failure_opens_nothing(nothing: Usage, new: NewLimiter) -> None:
    """A failure without a word of the limit leaves the first burst as it was."""
    limiter = new()
    permits = await taken(limiter)
    await permits[0].release(nothing, arrived=True)
    assert len(await taken(limiter)) == 0


@pytest.mark.asyncio
async def test_no_word_of_a_limit(new: NewLimiter) -> None:
    """A healthy reply that tells of none lets all processes go on; a number that is told later holds."""
    one, other = new(), new()
    await teach(one, Usage(unlimited=True))
    permits = await taken(other, most=60)
    assert (len(permits), other.state(HERE).limit, other.state(HERE).remaining) == (60, None, None)
    await permits[0].release(told(10), arrived=True)
    assert len(await taken(one)) == 0


@pytest.mark.asyncio
async def test_pause_closes_for_the_fleet(new: NewLimiter) -> None:
    """A 429 to one process stops all of them for as long as it asks for."""
    one, other = new(), new()
    await teach(one, told(5, pause=0.3))
    began = time.monotonic()
    assert 0.0 < one.state(HERE).closed_for <= 0.3
    await other.acquire(HERE, None)
    assert 0.25 <= time.monotonic() - began < 1.0


@pytest.mark.parametrize(("pause", "max_wait"), [(61.0, None), (5.0, 4.0)])
@pytest.mark.asyncio
async def test_long_pause_is_refused_at_once(pause: float, max_wait: float | None, new: NewLimiter) -> None:
    """Those who are refused leave nothing behind that would keep others out when it is over."""
    limiter = new()
    await teach(limiter, told(5, pause=pause))
    for _ in range(20):
        with pytest.raises(MaxWaitError, match="pause"):
            await limiter.acquire(HERE, max_wait)
    assert [await members(limiter, name) for name in ("sent", "line", "due")] == [0, 0, 0]


@pytest.mark.asyncio
async def test_day_is_used_up(new: NewLimiter) -> None:
    """New calls and those in line, of all processes, are refused with the time of reset, and go on after it."""
    one, other = new(), new()
    await teach(one, told(1, interval=60.0))
    (permit,) = await taken(one)
    waiting = [asyncio.create_task(one.acquire(HERE, None)) for _ in range(3)]
    await asyncio.sleep(0.05)
    usage = told(1, interval=0.1, daily_limit=200_000, daily_remaining=0, daily_reset=0.5)
    began = time.monotonic()
    await permit.release(usage, arrived=True)
    outcomes = await asyncio.gather(*waiting, other.acquire(HERE, None), return_exceptions=True)
    assert time.monotonic() - began < 0.4
    assert all(isinstance(outcome, DailyLimitError) and outcome.resets_at is not None for outcome in outcomes)
    state = other.state(HERE)
    assert (state.daily_limit, state.daily_remaining, state.daily_resets_at is None) == (200_000, 0, False)
    assert await members(one, "line") == 0
    await asyncio.sleep(0.5)
    await other.acquire(HERE, None)


@pytest.mark.asyncio
async def test_numbers_are_exact(new: NewLimiter) -> None:
    """The largest numbers that a reply can tell come back from Lua as they went in."""
    limiter = new()
    usage = Usage(100_000, 99_999, 86_400.0, 10**15 - 1, 10**15 - 2, 86_400.0, 86_400.0)
    await teach(limiter, usage)
    state = limiter.state(HERE)
    assert (state.limit, state.interval) == (100_000, 86_400.0)
    assert (state.daily_limit, state.daily_remaining) == (10**15 - 1, 10**15 - 2)
    assert 86_399.0 < state.closed_for <= 86_400.0


@pytest.mark.asyncio
async def test_clock_of_redis_that_is_set_back(new: NewLimiter) -> None:
    """Places that were taken in what is now the future come back an interval from now."""
    limiter = new()
    await teach(limiter, told(3))
    await taken(limiter)
    redis: Any = limiter._redis
    key = f"{limiter._app}:{{{HERE}}}:sent"
    for name in await redis.zrange(key, 0, -1):
        await redis.zincrby(key, 3_600_000_000, name)
    assert len(await taken(limiter)) == 0
    await asyncio.sleep(INTERVAL)
    assert len(await taken(limiter)) == 3


@pytest.mark.asyncio
async def test_keys_expire(new: NewLimiter) -> None:
    """Nothing stays in Redis for ever, and nothing goes before its interval has passed twice."""
    limiter = new()
    await teach(limiter, told(1, interval=86_400.0))
    await taken(limiter)
    with pytest.raises(MaxWaitError):
        await limiter.acquire(HERE, 0.01)
    waiting = asyncio.create_task(limiter.acquire(HERE, None))
    await asyncio.sleep(0.05)
    redis: Any = limiter._redis
    keys = await redis.keys(f"{limiter._app}:*")
    assert len(keys) == 4
    assert all([2 * 86_400 - 5 <= await redis.ttl(key) <= 172_800 for key in keys])
    waiting.cancel()
    await asyncio.gather(waiting, return_exceptions=True)


@pytest.mark.asyncio
async def test_release_without_a_reply_asks_nobody(new: NewLimiter, monkeypatch: pytest.MonkeyPatch) -> None:
    """So a call that is cancelled is not held up."""
    limiter = new()
    permit = await limiter.acquire(HERE, None)

    def settle(*_: object, **__: object) -> None:
        pytest.fail("Redis was asked")

    monkeypatch.setattr(RedisLimiter, "settle", settle)
    await permit.release(None, arrived=True)
    assert limiter.state(HERE).in_flight == 0


@pytest.mark.asyncio
async def test_reply_that_comes_after_its_place_has_gone(new: NewLimiter) -> None:
    """A request that was longer under way than an interval counts from its reply on all the same."""
    limiter = new()
    await teach(limiter, told(1, interval=0.1))
    (permit,) = await taken(limiter)
    await asyncio.sleep(0.2)
    await permit.release(told(1, interval=60.0), arrived=True)
    assert len(await taken(limiter)) == 0


@pytest.mark.asyncio
async def test_client_of_the_callers_is_not_closed(shared_redis: RedisProcess) -> None:
    """A client that was passed in goes on; one that the limiter made of an address does not."""
    from redis.asyncio import Redis

    redis: Any = Redis.from_url(shared_redis.url)
    async with RedisLimiter(redis, app=f"app-{uuid4()}") as limiter:
        assert len(await taken(limiter)) == FIRST_BURST
    assert await redis.ping()
    assert len(redis.connection_pool._available_connections) == 1
    await redis.aclose()
    async with RedisLimiter(shared_redis.url, app=f"app-{uuid4()}") as limiter:
        await limiter.acquire(HERE, None)
        pool: Any = limiter._redis.connection_pool
        (connection,) = pool._available_connections
    assert not connection.is_connected


@pytest.mark.parametrize("decoded", [True, False])
@pytest.mark.asyncio
async def test_client_that_decodes(decoded: bool, shared_redis: RedisProcess) -> None:
    """It does not matter whether the caller's client makes text of what Redis says."""
    from redis.asyncio import Redis

    redis: Any = Redis.from_url(shared_redis.url, decode_responses=decoded)
    limiter = RedisLimiter(redis, app=f"app-{uuid4()}")
    await teach(limiter, told(2))
    assert (len(await taken(limiter)), limiter.state(HERE).limit) == (2, 2)
    await redis.aclose()


@pytest.mark.parametrize("url", ["", "localhost:6379", "http://127.0.0.1:6379", "redis://127.0.0.1:port/0"])
def test_address_that_cannot_be_read(url: str) -> None:
    """It is refused when the limiter is made, not when it is first needed."""
    with pytest.raises(ConfigurationError, match="Redis"):
        RedisLimiter(url)


def test_other_arguments_that_make_no_sense() -> None:
    """So are a policy that there is not, and a share that is none."""
    policy: Any = "ignore"
    with pytest.raises(ConfigurationError, match="when_down"):
        RedisLimiter("redis://127.0.0.1:1/0", when_down=policy)
    with pytest.raises(ConfigurationError, match="share"):
        RedisLimiter("redis://127.0.0.1:1/0", share=0)


def test_missing_package(monkeypatch: pytest.MonkeyPatch) -> None:
    """Without the package redis the error says how to get it."""
    monkeypatch.setitem(sys.modules, "redis.asyncio", None)
    with pytest.raises(ConfigurationError, match="pip install redis"):
        RedisLimiter("redis://127.0.0.1:1/0")


TROUBLES = {"refused": RedisProcess.stop, "hanging": RedisProcess.hang}


def mend(redis: RedisProcess, trouble: str) -> None:
    if trouble == "refused":
        redis.start()
    else:
        redis.go_on()


@pytest.mark.parametrize("trouble", TROUBLES)
@pytest.mark.asyncio
async def test_redis_goes_and_comes_back(
    trouble: str, own_redis: RedisProcess, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    """Without Redis calls are refused, or go on with a share of their own, in bounded time, until it is back."""
    monkeypatch.setattr(implementation, "ANSWER", 0.3)
    monkeypatch.setattr(implementation, "RESPITE", 0.6)
    caplog.set_level(logging.INFO)
    strict = RedisLimiter(own_redis.url)
    lenient = RedisLimiter(own_redis.url, when_down="local", share=0.2)
    async with strict, lenient:
        await teach(lenient, told(10))
        held = await strict.acquire(HERE, None)
        TROUBLES[trouble](own_redis)

        began = time.monotonic()
        outcomes = await asyncio.gather(*(strict.acquire(HERE, None) for _ in range(50)), return_exceptions=True)
        assert all(isinstance(outcome, LimiterError) for outcome in outcomes)
        assert time.monotonic() - began < 1.5
        began = time.monotonic()
        await held.release(told(10), arrived=True)  # the reply is not lost
        assert time.monotonic() - began < 1.0

        began = time.monotonic()
        alone = [await lenient.acquire(HERE, 1.0) for _ in range(5)]
        assert time.monotonic() - began < 1.0
        await alone[0].release(told(10), arrived=False)
        assert lenient.state(HERE).limit == 2
        with pytest.raises(MaxWaitError):
            await lenient.acquire(HERE, 0.05)
        for permit in alone[1:]:
            await permit.release(told(10), arrived=False)
        warnings = [record.message for record in caplog.records if record.levelno == logging.WARNING]
        assert 2 <= len(warnings) <= 4

        mend(own_redis, trouble)
        await asyncio.sleep(0.7)
        async with asyncio.timeout(5.0):
            for limiter in (strict, lenient):
                await (await limiter.acquire(HERE, None)).release(told(10), arrived=True)
        assert await members(strict, "sent") >= 1


@pytest.mark.asyncio
async def test_redis_goes_while_calls_wait(own_redis: RedisProcess, monkeypatch: pytest.MonkeyPatch) -> None:
    """Those in line learn it when their turn has come, and none of them hangs."""
    monkeypatch.setattr(implementation, "ANSWER", 0.3)
    async with RedisLimiter(own_redis.url) as limiter:
        await teach(limiter, told(1))
        (permit,) = await taken(limiter)
        await permit.release(told(1), arrived=True)
        waiting = [asyncio.create_task(limiter.acquire(HERE, None)) for _ in range(20)]
        await asyncio.sleep(0.05)
        own_redis.hang()
        async with asyncio.timeout(3.0):
            outcomes = await asyncio.gather(*waiting, return_exceptions=True)
        assert all(isinstance(outcome, LimiterError) for outcome in outcomes)
        assert limiter.state(HERE).waiting == 0


@pytest.mark.asyncio
async def test_max_wait_counts_once_when_redis_hangs(own_redis: RedisProcess, monkeypatch: pytest.MonkeyPatch) -> None:
    """What was waited for Redis is not waited again for the own share."""
    monkeypatch.setattr(implementation, "ANSWER", 0.3)
    async with RedisLimiter(own_redis.url, when_down="local", share=0.04) as limiter:
        await teach(limiter, told(1))
        own_redis.hang()
        await limiter.acquire(HERE, None)  # the only place of its share
        limiter._down_until = 0.0
        began = time.monotonic()
        with pytest.raises(MaxWaitError):
            await limiter.acquire(HERE, 0.4)
        assert time.monotonic() - began < 0.7


@pytest.mark.asyncio
async def test_cancelled_while_redis_hangs(own_redis: RedisProcess, monkeypatch: pytest.MonkeyPatch) -> None:
    """A call that is cancelled then ends in bounded time, and when Redis is back all places are free."""
    monkeypatch.setattr(implementation, "ANSWER", 0.3)
    monkeypatch.setattr(implementation, "RESPITE", 0.1)
    async with RedisLimiter(own_redis.url) as limiter:
        await teach(limiter, told(3))
        own_redis.hang()
        calls = [asyncio.create_task(limiter.acquire(HERE, None)) for _ in range(5)]
        await asyncio.sleep(0.1)
        for call in calls:
            call.cancel()
        async with asyncio.timeout(2.0):
            await asyncio.gather(*calls, return_exceptions=True)
        assert (limiter.state(HERE).waiting, limiter.state(HERE).in_flight) == (0, 0)
        own_redis.go_on()
        await asyncio.sleep(INTERVAL + 0.5)
        assert len(await taken(limiter)) == 3


@pytest.mark.asyncio
async def test_redis_that_forgets(own_redis: RedisProcess) -> None:
    """A Redis that was started anew is told the scripts and the limit again, and nobody is refused for it."""
    async with RedisLimiter(own_redis.url) as limiter:
        await teach(limiter, told(3, interval=60.0))
        held = await taken(limiter)
        own_redis.stop()
        own_redis.start()
        await held[0].release(told(3, interval=60.0), arrived=True)
        assert len(await taken(limiter)) == 2
