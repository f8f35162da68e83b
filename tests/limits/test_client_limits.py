"""The rate limit through the client, in virtual time: hours of traffic against a server that counts."""

from __future__ import annotations

import asyncio
import random
from collections.abc import Callable
from typing import Any

import httpx
import pytest
from support import operation

from highlevel_calendars import Attempt, CalendarsClient, Options, errors
from highlevel_calendars.limits.bucket import FIRST_BURST

from .virtual_time import DAY, FixedWindow, Server, SlidingWindow, Window, client_of, now, run, some_latency, turns

TOKEN = "pit-planted"


async def touch(client: CalendarsClient, **options: Any) -> Any:
    return await client.call(operation("GET"), options=Options(**options) if options else None)


async def touch_until(client: CalendarsClient, end: float) -> int:
    """Make one call after another; how many that were."""
    calls = 0
    while now() < end:
        await touch(client)
        calls += 1
    return calls


async def touch_all_until(client: CalendarsClient, end: float, tasks: int = 100) -> int:
    return sum(await asyncio.gather(*(touch_until(client, end) for _ in range(tasks))))


@pytest.mark.parametrize("window", [FixedWindow, SlidingWindow])
@pytest.mark.parametrize(("limit", "hours"), [(25, 0.5), (100, 0.1)])
def test_throughput(limit: int, hours: float, window: Callable[[float], Window]) -> None:
    """A hundred tasks make at least 97 % of the calls that the bucket allows, and the server never says 429."""
    server = Server(limit, window=window, latency=some_latency(limit, longest=0.1))

    async def main() -> None:
        with client_of(server) as client:
            calls = await touch_all_until(client, hours * 3600.0)
        assert server.refused == 0
        assert calls == server.admitted[TOKEN]
        assert calls >= 0.97 * limit * now() / 10.0

    run(main())


@pytest.mark.parametrize("window", [FixedWindow, SlidingWindow])
@pytest.mark.parametrize(("limit", "gap"), [(25, 2.0), (100, 0.5)])
def test_others_use_the_same_bucket(limit: int, gap: float, window: Callable[[float], Window]) -> None:
    """While others use a fifth of the bucket at random, no 429 reaches a caller, and nearly all of the rest is used."""
    server = Server(limit, window=window, latency=some_latency(limit, longest=0.1))
    dice = random.Random(limit)  # noqa: S311 - the same in each run

    async def main() -> None:
        others = asyncio.create_task(server.used_by_others(TOKEN, lambda: dice.expovariate(1 / gap)))
        with client_of(server) as client:
            calls = await touch_all_until(client, 360.0)
        others.cancel()
        await turns()
        assert calls >= 0.97 * (limit - 10.0 / gap) * now() / 10.0
        assert server.refused <= 0.05 * calls

    run(main())


def test_others_that_took_all() -> None:
    """When the bucket is empty before the first call, one pause is enough for everybody."""
    server = Server(FIRST_BURST)

    async def main() -> None:
        for _ in range(FIRST_BURST):
            server.admit(TOKEN)
        with client_of(server) as client:
            await asyncio.gather(*(touch(client) for _ in range(100)))
        assert server.refused <= FIRST_BURST
        assert now() < 50.0

    run(main())


@pytest.mark.parametrize(("before", "after"), [(25, 100), (100, 25)])
def test_limit_changes_in_the_middle(before: int, after: int) -> None:
    """A plan that is changed while calls wait is kept to from the next reply on, and nobody gets a 429."""
    server = Server(before, latency=some_latency(1, longest=0.1))

    async def main() -> None:
        with client_of(server) as client:
            await touch_all_until(client, 100.0)
            server.limit, began = after, now()
            calls = await touch_all_until(client, began + 200.0)
            assert client.limits.limit == after
        assert calls >= 0.9 * after * (now() - began) / 10.0

    run(main())


@pytest.mark.parametrize("interval", [1.0, 60.0])
def test_other_interval(interval: float) -> None:
    """The interval is as the replies tell, too."""
    server = Server(25, interval=interval)

    async def main() -> None:
        with client_of(server) as client:
            calls = await touch_all_until(client, 20 * interval)
        assert server.refused == 0
        assert calls >= 0.85 * 25 * now() / interval

    run(main())


def test_queue_that_grows_for_hours() -> None:
    """More calls than the bucket has room for wait for as long as it takes, in order."""
    server = Server(25, interval=600.0)

    async def main() -> None:
        with client_of(server) as client:
            things = [operation("GET", f"/things/{number}") for number in range(1000)]
            await asyncio.gather(*(client.call(thing) for thing in things))
        assert server.paths == [thing.path for thing in things]
        assert server.refused == 0
        assert now() == pytest.approx(39 * 600.0, rel=0.01)

    run(main())


def test_day_is_used_up() -> None:
    """The day's last reply ends the day for all: no request more, and the error tells when it goes on."""
    server = Server(25, daily=30)

    async def main() -> None:
        with client_of(server) as client:
            outcomes = await asyncio.gather(*(touch(client) for _ in range(100)), return_exceptions=True)
            assert sum(not isinstance(outcome, BaseException) for outcome in outcomes) == 30
            refused = [outcome for outcome in outcomes if isinstance(outcome, errors.DailyLimitError)]
            assert len(refused) == 70
            assert all(error.resets_at is not None for error in refused)
            with pytest.raises(errors.DailyLimitError, match="touch-thing") as caught:
                await touch(client)
            assert (caught.value.status, caught.value.attempts, caught.value.operation) == (None, 0, "touch-thing")
            limits = client.limits
            assert (limits.daily_limit, limits.daily_remaining, limits.waiting) == (30, 0, 0)
            assert caught.value.resets_at is not None
            assert limits.daily_resets_at is not None
            sent = server.admitted[TOKEN] + server.refused
            await asyncio.sleep(DAY - now() + 1.0)
            assert (await touch(client)).attempts == 1
            assert server.admitted[TOKEN] + server.refused == sent + 1
            assert client.limits.daily_resets_at is None

    run(main())


@pytest.mark.parametrize(("max_wait", "option"), [(2.0, None), (None, 2.0), (100.0, 2.0)])
def test_max_wait(max_wait: float | None, option: float | None) -> None:
    """The client's bound holds for each call that has none of its own; nothing is sent for who runs out of it."""
    server = Server(1)

    async def main() -> None:
        with client_of(server, max_wait=max_wait) as client:
            await touch(client)
            began = now()
            with pytest.raises(errors.MaxWaitError, match="touch-thing") as caught:
                await touch(client, **({} if option is None else {"max_wait": option}))
            assert now() - began == pytest.approx(2.0)
            assert (caught.value.status, caught.value.attempts, caught.value.operation) == (None, 0, "touch-thing")
        assert server.admitted[TOKEN] == 1

    run(main())


def test_max_wait_is_for_all_attempts_of_a_call() -> None:
    """What the first attempt waited for room is not there for the second."""
    server = Server(25)

    async def main() -> None:
        with client_of(server, max_wait=15.0) as client:
            await touch(client)
            server.limit = 1  # from now on others take every place
            for _ in range(25):
                server.admit(TOKEN)
            server.retry_after = "8"
            began = now()
            others = asyncio.create_task(server.used_by_others(TOKEN, lambda: 0.5))
            with pytest.raises(errors.MaxWaitError) as caught:
                await touch(client)
            others.cancel()
            await turns()
            assert caught.value.attempts == 2
            assert now() - began < 16.0

    run(main())


def test_long_pause_is_refused_at_once() -> None:
    """After a 429 that asks for more than a minute each call ends at once, unless it may wait for so long."""
    server = Server(1)
    server.retry_after = "300"

    async def main() -> None:
        server.admit(TOKEN)
        with client_of(server) as client:
            with pytest.raises(errors.RateLimitError) as caught:
                await touch(client)
            assert (caught.value.status, caught.value.attempts) == (429, 1)
            with pytest.raises(errors.MaxWaitError) as refused:
                await touch(client)
            assert refused.value.attempts == 0
            assert client.limits.closed_for == pytest.approx(300.0, abs=1.0)
            assert now() < 1.0
            assert (await touch(client, max_wait=400.0)).attempts == 1
            assert now() == pytest.approx(300.0, abs=1.0)

    run(main())


def test_limits_before_during_and_after() -> None:
    """What the client knows of its limit can be looked at at any time."""
    server = Server(25)

    async def main() -> None:
        with client_of(server) as client:
            assert (client.limits.limit, client.limits.remaining, client.limits.in_flight) == (None, None, 0)
            calls = [asyncio.create_task(touch(client)) for _ in range(40)]
            await turns()
            assert (client.limits.in_flight, client.limits.waiting) == (25, 15)
            await asyncio.sleep(1.0)
            limits = client.limits
            assert (limits.limit, limits.remaining, limits.interval) == (25, 0, 10.0)
            assert (limits.in_flight, limits.waiting, limits.closed_for) == (0, 15, 0.0)
            assert limits.daily_limit == 200_000
            assert 199_975 <= (limits.daily_remaining or 0) <= 200_000
            await asyncio.gather(*calls)
            await asyncio.sleep(10.0)
            assert (client.limits.remaining, client.limits.waiting) == (25, 0)

    run(main())


def test_switched_off() -> None:
    """Then nothing waits and nothing is known; a 429 is repeated after its interval as ever."""
    server = Server(25)

    async def main() -> None:
        with client_of(server, limiter="off", max_retries=0) as client:
            outcomes = await asyncio.gather(*(touch(client) for _ in range(30)), return_exceptions=True)
            assert sum(isinstance(outcome, errors.RateLimitError) for outcome in outcomes) == 5
            assert now() < 1.0
            with pytest.raises(errors.ConfigurationError, match="off"):
                client.limits  # noqa: B018 - looking is what is refused

    run(main())


@pytest.mark.parametrize("limiter", ["", "on", None, 5, object()], ids=repr)
def test_no_limiter(limiter: Any) -> None:
    """What is no limiter is refused when the client is made."""
    with pytest.raises(errors.ConfigurationError, match="limiter"):
        CalendarsClient(TOKEN, limiter=limiter)


@pytest.mark.parametrize("max_wait", [-1, float("nan"), float("inf"), "5"], ids=repr)
@pytest.mark.asyncio
async def test_no_bound(max_wait: Any) -> None:
    """What is no number of seconds is refused, by the client and by a call."""
    with pytest.raises(errors.ConfigurationError, match="max_wait"):
        CalendarsClient(TOKEN, max_wait=max_wait)
    with client_of(Server(1)) as client, pytest.raises(errors.ConfigurationError, match="max_wait"):
        await touch(client, max_wait=max_wait)


def test_siblings_do_not_wait_for_each_other() -> None:
    """Each location goes at the speed of its own bucket, and one that is closed or used up holds up no other."""
    server = Server(25)

    async def main() -> None:
        with client_of(server) as client:
            siblings = [client.for_location(f"loc-{number}", token=f"token-{number}") for number in range(4)]
            await asyncio.gather(touch(client), *(touch(sibling) for sibling in siblings))
            for _ in range(25):
                server.admit("token-0")
            blocked = asyncio.create_task(touch(siblings[0]))
            counts = await asyncio.gather(*(touch_all_until(sibling, 100.0, 20) for sibling in siblings[1:]))
            assert all(count >= 0.97 * 25 * now() / 10.0 for count in counts)
            await blocked
            assert client.limits.remaining == 25
            assert siblings[1].limits.limit == 25

    run(main())


def test_clients_of_one_location_share_its_bucket() -> None:
    """Two clients that come of one, for the same location, stay under its limit together."""
    server = Server(25)

    async def main() -> None:
        with client_of(server) as client:
            sibling = client.for_location("loc", token=TOKEN)
            await asyncio.gather(touch_all_until(client, 100.0, 30), touch_all_until(sibling, 100.0, 30))
            assert client.limits == sibling.limits
        assert server.refused == 0

    run(main())


def test_location_of_the_call_counts() -> None:
    """A call that names another location than the client's counts against that one."""

    async def main() -> None:
        with client_of(Server(100)) as client:
            await client.groups.create(name="n", description="d", slug="s", location_id="another")
            assert client.limits.limit is None
            assert client.for_location("another", token=TOKEN).limits.limit == 100

    run(main())


def test_client_without_a_location() -> None:
    """Calls that cannot name a location count against the one that a call before them has named."""

    async def main() -> None:
        with client_of(Server(100), location_id=None) as client:
            await client.groups.create(name="n", description="d", slug="s", location_id="loc")
            await touch(client)
            assert client.limits.remaining == 98

    run(main())


def test_broken_gateway_does_not_open_the_gate() -> None:
    """While a gateway answers 503 without a word of the limit, no more than the first burst is sent in an interval."""
    server = Server(25)
    server.down = 503

    async def main() -> None:
        with client_of(server, max_retries=0) as client:
            calls = [asyncio.create_task(touch(client)) for _ in range(500)]
            await asyncio.sleep(5.0)
            assert len(server.paths) == FIRST_BURST
            server.down = None
            outcomes = await asyncio.gather(*calls, return_exceptions=True)
            assert sum(isinstance(outcome, errors.ServerError) for outcome in outcomes) == FIRST_BURST
            assert server.refused == 0

    run(main())


@pytest.mark.parametrize("how", ["cancelled", "too slow"])
def test_call_that_ends_in_flight_counts(how: str) -> None:
    """A call that is cancelled or given up while it is under way may have arrived, so its place is kept for a while."""
    server = Server(3, latency=lambda: 1.0)

    async def main() -> None:
        with client_of(server, timeout=0.5 if how == "too slow" else 30.0, max_retries=0) as client:
            calls = [asyncio.create_task(touch(client)) for _ in range(3)]
            await asyncio.sleep(0.4)
            for call in calls if how == "cancelled" else []:
                call.cancel()
            await asyncio.gather(*calls, return_exceptions=True)
            line: Any = client._limiter
            bucket = line._lines["loc"]._bucket
            assert (bucket.in_flight, len(bucket._taken)) == (0, 3)

    run(main())


def test_call_that_never_left_does_not_count() -> None:
    """Without a connection nothing arrived, and the place is free at once."""

    async def main() -> None:
        def refuse(request: httpx.Request) -> httpx.Response:
            raise httpx.ConnectError("no")

        server = Server(25)
        with client_of(server, max_retries=0) as client:
            client._transport.http = httpx.MockTransport(refuse)
            for _ in range(100):
                with pytest.raises(errors.APIConnectionError):
                    await touch(client)
            assert (now(), client.limits.in_flight) == (0.0, 0)

    run(main())


def test_waits_are_told() -> None:
    """What an attempt waited for room is in its facts."""
    server = Server(1)
    attempts: list[Attempt] = []

    async def main() -> None:
        with client_of(server, on_attempt=attempts.append) as client:
            await touch(client)
            await touch(client)
        assert [attempt.waited for attempt in attempts] == pytest.approx([0.0, 10.0])

    run(main())
