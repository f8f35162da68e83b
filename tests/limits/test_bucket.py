"""The room of one location, with every time passed in: no clock, no event loop."""

from __future__ import annotations

import heapq
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from highlevel_calendars.limits.bucket import FIRST_BURST, Bucket
from highlevel_calendars.limits.usage import LARGEST, Usage

from .virtual_time import FixedWindow, SlidingWindow, Window

NEVER = float("inf")


def told(limit: int, **more: Any) -> Usage:
    return Usage(limit=limit, **{"interval": 10.0, **more})


def sends(bucket: Bucket, now: float) -> int:
    """Send all that may go now; how many that were."""
    count = 0
    while bucket.wait(now) == 0:
        bucket.take()
        count += 1
        assert count <= LARGEST
    return count


def known(limit: int, **more: Any) -> Bucket:
    """A bucket that knows its limit at 0.0, of which every place is free."""
    bucket = Bucket()
    bucket.learn(0.0, told(limit, **more))
    return bucket


def test_before_the_first_reply() -> None:
    """Until a reply tells of the limit the smallest documented one holds, and only a reply makes room."""
    bucket = Bucket()
    assert (bucket.limit, bucket.remaining(0.0)) == (None, None)
    assert sends(bucket, 0.0) == FIRST_BURST
    assert bucket.wait(1000.0) == NEVER


@pytest.mark.parametrize("limit", [1, 10, 25, 100])
def test_limit_is_as_told(limit: int) -> None:
    """The first reply replaces what was assumed, upward and downward."""
    bucket = Bucket()
    bucket.take()
    bucket.put_back(1.0, told(limit), arrived=True)
    assert (bucket.limit, bucket.remaining(1.0)) == (limit, limit - 1)
    assert sends(bucket, 1.0) == limit - 1
    assert bucket.wait(1.0) == 10.0


def test_place_comes_back_an_interval_after_its_reply() -> None:
    """Not when the request was sent, for the server may count it as late as it replies."""
    bucket = known(1)
    bucket.take()
    assert bucket.wait(3.0) == NEVER
    bucket.put_back(3.0, None, arrived=True)
    assert [bucket.wait(now) for now in (3.0, 12.5, 13.0)] == [10.0, 0.5, 0.0]


def test_place_of_a_request_that_never_arrived_is_free_at_once() -> None:
    """What did not reach the server does not count there."""
    bucket = known(1)
    bucket.take()
    bucket.put_back(3.0, None, arrived=False)
    assert (bucket.wait(3.0), bucket.remaining(3.0)) == (0.0, 1)


@pytest.mark.parametrize(("first", "then"), [(100, 25), (25, 100), (25, 1), (1, 25)])
def test_limit_changes(first: int, then: int) -> None:
    """A limit that changes in the middle counts what is taken already, and none is given out twice."""
    bucket = known(first)
    for _ in range(sends(bucket, 0.0)):
        bucket.put_back(1.0, told(then), arrived=True)
    assert bucket.remaining(1.0) == max(0, then - first)
    assert sends(bucket, 1.0) == max(0, then - first)
    assert bucket.wait(1.0) == 10.0
    for _ in range(bucket.in_flight):
        bucket.put_back(2.0, None, arrived=True)
    assert bucket.wait(11.0) == 0.0
    assert sends(bucket, 12.0) == then


def test_longer_interval_holds_for_what_was_sent_before() -> None:
    """A reply that tells of a longer interval keeps its own place, and all before it, for as long."""
    bucket = Bucket()
    for _ in range(sends(bucket, 0.0)):
        bucket.put_back(1.0, Usage(limit=FIRST_BURST, interval=60.0), arrived=True)
    assert bucket.wait(11.0) == 50.0
    assert sends(bucket, 61.0) == FIRST_BURST


def test_shorter_interval_holds_for_what_was_sent_before() -> None:
    """Places that were taken under a longer interval come back with those that were taken under the shorter."""
    bucket = known(2, interval=60.0)
    bucket.take()
    bucket.put_back(0.0, None, arrived=True)
    bucket.take()
    bucket.put_back(1.0, told(2, interval=1.0), arrived=True)
    assert bucket.wait(1.5) == 0.0
    assert sends(bucket, 2.0) == 2


def test_others_use() -> None:
    """Places that a reply says are gone, though nobody here took them, are gone for an interval."""
    bucket = known(25)
    bucket.take()
    bucket.put_back(1.0, told(25, remaining=4), arrived=True)
    assert (bucket.remaining(1.0), sends(bucket, 1.0)) == (4, 4)
    assert bucket.wait(1.0) == 10.0


@pytest.mark.parametrize("remaining", [20, 21, 25, 10**15 - 1])
def test_more_left_than_known_is_not_believed(remaining: int) -> None:
    """A window of the server that starts afresh frees no place before its time, for the next may be a sliding one."""
    bucket = known(25)
    assert sends(bucket, 0.0) == 25
    for _ in range(25):
        bucket.put_back(1.0, told(25, remaining=remaining), arrived=True)
    assert (bucket.remaining(1.0), bucket.wait(1.0)) == (0, 10.0)


def test_places_that_have_come_back_do_not_hide_others_use() -> None:
    """What was sent an interval ago is not in the server's window, so what it misses now was taken by others."""
    bucket = known(25)
    for _ in range(20):
        bucket.take()
        bucket.put_back(0.0, None, arrived=True)
    bucket.take()
    bucket.put_back(15.0, told(25, remaining=5), arrived=True)
    assert bucket.remaining(15.0) == 5


def test_requests_in_flight_do_not_count_as_others() -> None:
    """The server may have counted them before it replied."""
    bucket = known(25)
    assert sends(bucket, 0.0) == 25
    bucket.put_back(1.0, told(25, remaining=0), arrived=True)
    for _ in range(24):
        bucket.put_back(1.0, None, arrived=False)
    assert bucket.remaining(1.0) == 24


def test_pause_closes() -> None:
    """A 429 stops everything for as long as it asks for, and one that asks for less does not shorten that."""
    bucket = known(25)
    bucket.learn(1.0, told(25, pause=10.0))
    bucket.learn(2.0, told(25, pause=1.0))
    assert (bucket.wait(2.0), bucket.remaining(2.0)) == (9.0, 0)
    bucket.learn(3.0, told(25))
    assert [bucket.wait(now) for now in (3.0, 10.5, 11.0)] == [8.0, 0.5, 0.0]


def test_after_a_pause_one_goes_ahead() -> None:
    """What others did in the meantime is not known, so one request finds it out before the rest follow."""
    bucket = known(25)
    bucket.learn(0.0, told(25, pause=10.0))
    assert (sends(bucket, 10.0), bucket.wait(10.0)) == (1, NEVER)
    bucket.put_back(10.1, told(25, remaining=3), arrived=True)
    assert sends(bucket, 10.1) == 3


def test_after_a_pause_one_goes_ahead_of_those_that_hang_too() -> None:
    """Requests that are still under way from before the pause hold nobody up."""
    bucket = known(25)
    bucket.take()
    bucket.learn(0.0, told(25, pause=10.0))
    assert (sends(bucket, 10.0), bucket.wait(10.0)) == (1, NEVER)
    bucket.put_back(10.1, None, arrived=True)
    assert sends(bucket, 10.1) == 1


def test_the_one_ahead_meets_another_pause() -> None:
    """Then all wait again, and again one goes ahead."""
    bucket = known(25)
    bucket.learn(0.0, told(25, pause=10.0))
    assert sends(bucket, 10.0) == 1
    bucket.put_back(10.5, told(25, pause=10.0), arrived=True)
    assert bucket.wait(10.5) == 10.0
    assert sends(bucket, 20.5) == 1


def test_no_word_of_a_limit() -> None:
    """While the API tells of none there is none to keep to; the first that it tells of holds."""
    bucket = Bucket()
    bucket.learn(0.0, Usage(unlimited=True))
    for _ in range(1000):
        assert bucket.wait(0.0) == 0.0
        bucket.take()
    bucket.put_back(1.0, told(25), arrived=True)
    assert bucket.wait(1.0) == NEVER


@pytest.mark.parametrize("nothing", [Usage(), Usage(pause=10.0)], ids=["a gateway that is down", "a bare 429"])
def test_failure_tells_of_no_limit(nothing: Usage) -> None:
    """A failure without a word of the limit leaves what was assumed before."""
    bucket = Bucket()
    assert sends(bucket, 0.0) == FIRST_BURST
    bucket.put_back(1.0, nothing, arrived=True)
    assert bucket.wait(1.0) > 0
    assert bucket.limit is None


def test_reply_without_a_limit_does_not_forget_it() -> None:
    """What was told once holds until another number is told."""
    bucket = known(3)
    bucket.learn(1.0, Usage(unlimited=True))
    assert (bucket.limit, sends(bucket, 1.0)) == (3, 3)


def test_day() -> None:
    """A day that is used up ends when the reply says, also when a reply that was overtaken still has some left."""
    bucket = known(25)
    bucket.learn(1.0, Usage(daily_limit=10_000, daily_remaining=7))
    assert (bucket.daily_limit, bucket.daily_remaining, bucket.exhausted_until) == (10_000, 7, 0.0)
    bucket.learn(2.0, Usage(daily_remaining=0, daily_reset=3600.0))
    bucket.learn(3.0, Usage(daily_remaining=1, daily_reset=3599.0))
    assert (bucket.daily_remaining, bucket.exhausted_until) == (0, 3602.0)
    bucket.learn(3602.0, Usage(daily_remaining=9_999))
    assert (bucket.daily_remaining, bucket.exhausted_until) == (9_999, 3602.0)


def test_day_that_nobody_says_the_end_of() -> None:
    """Then it is tried again after a minute."""
    bucket = known(25)
    bucket.learn(1.0, Usage(daily_remaining=0))
    assert bucket.exhausted_until == 61.0


times = st.floats(0.0, 3.0)
schedules = st.lists(st.tuples(st.floats(0.0, 5.0), times, times, st.booleans()), min_size=1, max_size=120)


def play(bucket: Bucket, limit: int, schedule: list[tuple[float, float, float, bool]], window: Window) -> list[float]:
    """Requests that come after a gap each, are a time on their way there and back, and may lose their reply.

    Returns:
        When the server counted each of them.
    """
    now, counted, agenda = 0.0, list[float](), list[tuple[float, int, Callable[[float], None]]]()

    def until(end: float) -> None:
        while agenda and agenda[0][0] <= end:
            time, _, happen = heapq.heappop(agenda)
            happen(time)

    def request(number: int, there: float, back: float, *, lost: bool) -> None:
        def arrive(time: float) -> None:
            assert window.used(time) < limit
            window.count(time)
            counted.append(time)
            usage = None if lost else told(limit, remaining=limit - window.used(time))
            heapq.heappush(agenda, (time + back, number, lambda then: bucket.put_back(then, usage, arrived=True)))

        bucket.take()
        heapq.heappush(agenda, (now + there, number, arrive))

    for number, (gap, there, back, lost) in enumerate(schedule):
        now += gap
        until(now)
        while (wait := bucket.wait(now)) > 0:
            now = agenda[0][0] if wait == NEVER else now + wait
            until(now)
        request(number, there, back, lost=lost)
    until(NEVER)
    return counted


@pytest.mark.parametrize("window", [FixedWindow, SlidingWindow])
@given(limit=st.integers(1, 60), schedule=schedules)
def test_no_window_sees_more_than_its_limit(
    window: Callable[[float], Window], limit: int, schedule: list[tuple[float, float, float, bool]]
) -> None:
    """However long each request is on its way and whenever it comes, any ten seconds have room for it."""
    counted = sorted(play(known(limit), limit, schedule, window(10.0)))
    assert len(counted) == len(schedule)
    for earlier, later in zip(counted, counted[limit:], strict=False):
        assert later - earlier >= 10.0 - 1e-9


@given(limit=st.integers(FIRST_BURST, 100), schedule=schedules)
def test_no_place_is_lost_or_doubled(limit: int, schedule: list[tuple[float, float, float, bool]]) -> None:
    """An interval after all requests have ended every place is free, and none more."""
    bucket = Bucket()
    counted = play(bucket, limit, schedule, SlidingWindow(10.0))
    assert (len(counted), bucket.in_flight) == (len(schedule), 0)
    end = max(counted) + 3.0 + 10.0
    places = FIRST_BURST if bucket.limit is None else limit
    assert sends(bucket, end) == places
    assert bucket.wait(end) == NEVER


events = st.one_of(
    st.tuples(st.just("take"), st.just(None), st.booleans()),
    st.tuples(
        st.just("end"),
        st.one_of(
            st.none(),
            st.builds(
                Usage,
                limit=st.none() | st.integers(1, 50),
                remaining=st.none() | st.integers(0, 60),
                interval=st.none() | st.floats(0.001, 100.0),
                daily_remaining=st.none() | st.integers(0, 3),
                daily_reset=st.none() | st.floats(0.0, 100.0),
                pause=st.none() | st.floats(0.0, 100.0),
                unlimited=st.booleans(),
            ),
        ),
        st.booleans(),
    ),
)


@given(st.lists(st.tuples(st.floats(0.0, 30.0), events), max_size=100))
def test_wait_is_never_wrong(happened: list[tuple[float, Any]]) -> None:
    """Before a wait has passed nothing may go, after it something may, and nothing stays taken for ever."""
    bucket, now, in_flight = Bucket(), 0.0, 0
    for gap, (what, usage, arrived) in happened:
        now += gap
        wait = bucket.wait(now)
        assert wait >= 0
        if 0 < wait < NEVER:
            assert bucket.wait(now + wait * 0.999) > 0
        if what == "take" and wait == 0:
            bucket.take()
            in_flight += 1
        elif what == "end" and in_flight:
            bucket.put_back(now, usage, arrived=arrived)
            in_flight -= 1
        assert bucket.in_flight == in_flight
    for _ in range(in_flight):
        bucket.put_back(now, None, arrived=True)
    for _ in range(1000):
        wait = bucket.wait(now)
        if wait == 0:
            return
        assert wait < NEVER
        now += wait
    pytest.fail("it never opens again")
