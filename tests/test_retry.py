"""Whether and when a failed attempt is repeated: the decision alone, without a clock or an event loop."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

import httpx
import pytest

from highlevel_calendars import _retry
from highlevel_calendars._replies import Failure, Reply
from highlevel_calendars.limits.usage import usage

NOW = datetime(2026, 8, 25, 10, 0, 0, tzinfo=UTC)
NOT_SENT, LOST = Failure("no connection", sent=False), Failure("it broke", sent=True)
NOT_SENT_IN_TIME = Failure("too slow", sent=False, timed_out=True)
LOST_IN_TIME = Failure("too slow", sent=True, timed_out=True)


def reply(status: int, *, complete: bool = True, **headers: Any) -> Reply:
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    return told(status, httpx.Headers(named), complete=complete)


def told(status: int, headers: httpx.Headers, *, complete: bool = True) -> Reply:
    return Reply(status, headers, b"", complete=complete, usage=usage(status, headers))


def delay(attempt: Any, method: str = "POST", **more: Any) -> float | None:
    values: dict[str, Any] = {"retries": 0, "max_retries": 2, "chance": 0.0, "now": NOW, **more}
    return _retry.delay(method, attempt, **values)


@pytest.mark.parametrize(
    ("retries", "shortest", "longest"),
    [
        (0, 0.375, 0.5),
        (1, 0.75, 1.0),
        (2, 1.5, 2.0),
        (3, 3.0, 4.0),
        (4, 6.0, 8.0),
        (5, 6.0, 8.0),
        (50, 6.0, 8.0),
        (5000, 6.0, 8.0),
    ],
)
def test_backoff(retries: int, shortest: float, longest: float) -> None:
    """Waits double from half a second to eight seconds, each cut by up to a quarter, however many there were."""
    assert delay(NOT_SENT, retries=retries, max_retries=10_000, chance=0.0) == shortest
    assert delay(NOT_SENT, retries=retries, max_retries=10_000, chance=1.0) == longest


METHODS = ["POST", "PATCH", "GET", "PUT", "DELETE"]
REPEATABLE: dict[str, tuple[Any, set[str]]] = {
    "never connected": (NOT_SENT, set(METHODS)),
    "not connected in time": (NOT_SENT_IN_TIME, set(METHODS)),
    "lost": (LOST, {"GET", "PUT", "DELETE"}),
    "lost in time": (LOST_IN_TIME, {"GET", "PUT", "DELETE"}),
    "429": (reply(429), set(METHODS)),
    "500": (reply(500), {"GET", "PUT", "DELETE"}),
    "502": (reply(502), {"GET", "PUT", "DELETE"}),
    "503 with Retry-After": (reply(503, Retry_After="1"), {"GET", "PUT", "DELETE"}),
    "599": (reply(599), {"GET", "PUT", "DELETE"}),
    "half a success": (reply(200, complete=False), {"GET", "PUT"}),
    "a success that cannot be read": (reply(200), {"GET"}),
    "half a server error": (reply(500, complete=False), {"GET", "PUT", "DELETE"}),
    "half a refusal": (reply(400, complete=False), set()),
    "301": (reply(301), set()),
    "400": (reply(400), set()),
    "400 with Retry-After": (reply(400, Retry_After="1"), set()),
    "401": (reply(401), set()),
    "403": (reply(403), set()),
    "404": (reply(404), set()),
    "408": (reply(408), set()),
    "409": (reply(409), set()),
    "422": (reply(422), set()),
}


@pytest.mark.parametrize("method", METHODS)
@pytest.mark.parametrize(("attempt", "methods"), REPEATABLE.values(), ids=REPEATABLE.keys())
def test_repeatable(attempt: Any, methods: set[str], method: str) -> None:
    """An attempt is repeated only when its work cannot be done twice."""
    assert (delay(attempt, method) is not None) is (method in methods)


@pytest.mark.parametrize(
    ("retries", "max_retries", "again"), [(0, 0, False), (0, 1, True), (1, 1, False), (1, 2, True), (5, 2, False)]
)
@pytest.mark.parametrize("attempt", [NOT_SENT, reply(429)], ids=["never connected", "429"])
def test_max_retries(attempt: Any, retries: int, max_retries: int, again: bool) -> None:
    """There are as many retries as are allowed, and none when none is."""
    assert (delay(attempt, retries=retries, max_retries=max_retries) is not None) is again


@pytest.mark.parametrize(
    ("value", "seconds"),
    [
        ("0", 0.0),
        ("7", 7.0),
        (" 7 ", 7.0),
        ("60", 60.0),
        ("61", None),
        ("86400", None),
        ("99999999999999999999", None),
        ("Tue, 25 Aug 2026 10:00:30 GMT", 30.0),
        ("Tue, 25 Aug 2026 12:00:30 +0200", 30.0),
        ("Tue, 25 Aug 2026 10:00:30 -0000", 30.0),
        ("Tue, 25 Aug 2026 10:01:00 GMT", 60.0),
        ("Tue, 25 Aug 2026 10:01:01 GMT", None),
        ("Tue, 25 Aug 2026 09:59:00 GMT", 0.0),
        ("Wed, 21 Oct 2015 07:28:00 GMT", 0.0),
    ],
)
@pytest.mark.parametrize(("method", "status"), [("POST", 429), ("GET", 429), ("GET", 503)])
def test_retry_after(value: str, seconds: float | None, method: str, status: int) -> None:
    """Retry-After, in seconds or as a date, is waited for up to a minute; for what asks longer there is no retry."""
    assert delay(reply(status, Retry_After=value), method) == seconds


@pytest.mark.parametrize(
    "value",
    [
        "",
        "soon",
        "1.5",
        "-5",
        "1e3",
        "\u0665",
        "Tue, 99 Aug 2026 10:00:30 GMT",
        "Tue, 25 Aug 2026 10:00:30 +9999",
        "Mon, 20 Nov 1995 19:12:08 +99999999999999999999",
        "Mon, 20 Nov 99999999999999999999 19:12:08 GMT",
    ],
    ids=ascii,
)
def test_retry_after_that_makes_no_sense(value: str) -> None:
    """A Retry-After that cannot be read is passed over: the interval or the backoff counts."""
    headers = {"retry-after": value}
    assert delay(told(429, headers)) == 10.0
    assert delay(told(503, headers), "GET") == 0.375


@pytest.mark.parametrize(
    ("value", "chance", "seconds"),
    [
        ("10000", 0.0, 10.0),
        ("10000", 1.0, 12.5),
        ("10000", 0.5, 11.25),
        ("2500", 0.0, 2.5),
        ("60000", 0.0, 60.0),
        ("60000", 0.1, None),
        ("3600000", 0.0, None),
        (None, 0.0, 10.0),
        (None, 1.0, 12.5),
        ("", 0.0, 10.0),
        ("ten", 0.0, 10.0),
        ("-1", 0.0, 10.0),
        ("1.5", 0.0, 10.0),
    ],
)
def test_interval(value: str | None, chance: float, seconds: float | None) -> None:
    """After a 429 the wait is the interval of the headers, ten seconds if they name none, and up to a quarter more."""
    headers: dict[str, Any] = {} if value is None else {"X_RateLimit_Interval_Milliseconds": value}
    assert delay(reply(429, **headers), chance=chance) == seconds


def test_retry_after_goes_before_the_interval() -> None:
    """What the API asks for outright counts more than what its interval suggests."""
    assert delay(reply(429, Retry_After="3", X_RateLimit_Interval_Milliseconds="10000")) == 3.0


@pytest.mark.parametrize(
    ("left", "again"), [("0", False), (" 0 ", False), ("1", True), ("199999", True), ("", True), ("none", True)]
)
@pytest.mark.parametrize("more", [{}, {"Retry_After": "1"}], ids=["without Retry-After", "with Retry-After"])
def test_daily_limit(left: str, again: bool, more: dict[str, Any]) -> None:
    """When nothing is left of the day's requests, waiting does not help."""
    found = delay(reply(429, X_RateLimit_Daily_Remaining=left, **more))
    assert (found is not None) is again


def test_daily_limit_of_another_status() -> None:
    """The day's last request may fail for another reason, for which it is repeated as usual."""
    assert delay(reply(503, X_RateLimit_Daily_Remaining="0"), "GET") == 0.375


@pytest.mark.parametrize("seconds", [0, 30, 59])
def test_date_counts_from_now(seconds: int) -> None:
    """A date in Retry-After is a time from the now that is given, not from a clock."""
    then = NOW + timedelta(seconds=seconds)
    assert delay(reply(429, Retry_After=f"{then:%a, %d %b %Y %H:%M:%S} GMT")) == seconds
