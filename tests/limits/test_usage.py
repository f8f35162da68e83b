"""What the headers of a reply tell of the rate limit, and what counts as nonsense."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from highlevel_calendars.limits.usage import DAY, LARGEST, Usage, usage

NOW = datetime(2026, 8, 25, 10, 0, 0, tzinfo=UTC)
NAMES = {
    "x-ratelimit-max": "limit",
    "x-ratelimit-remaining": "remaining",
    "x-ratelimit-interval-milliseconds": "interval",
    "x-ratelimit-limit-daily": "daily_limit",
    "x-ratelimit-daily-remaining": "daily_remaining",
    "x-ratelimit-daily-reset": "daily_reset",
}
NONSENSE = ["", " ", "-1", "1.5", "1e3", "ten", "25, 25", "0x19", "\u0662\u0665", "²", "9" * 16, "nan", "inf"]


def test_all_headers() -> None:
    """Milliseconds become seconds, and the rest is taken as it is."""
    headers = {
        "x-ratelimit-max": "25",
        "x-ratelimit-remaining": "24",
        "x-ratelimit-interval-milliseconds": "10000",
        "x-ratelimit-limit-daily": "10000",
        "x-ratelimit-daily-remaining": "9999",
        "x-ratelimit-daily-reset": "86343000",
    }
    assert usage(200, headers, NOW) == Usage(25, 24, 10.0, 10_000, 9_999, 86_343.0)


@pytest.mark.parametrize("value", NONSENSE, ids=ascii)
@pytest.mark.parametrize(("header", "field"), NAMES.items())
def test_nonsense_is_not_told(header: str, field: str, value: str) -> None:
    """A header that is no whole number from 0 up is as good as missing."""
    assert getattr(usage(200, {header: value}, NOW), field) is None


@pytest.mark.parametrize(
    ("header", "value", "field", "expected"),
    [
        ("x-ratelimit-max", "0", "limit", None),
        ("x-ratelimit-max", str(LARGEST), "limit", LARGEST),
        ("x-ratelimit-max", str(LARGEST + 1), "limit", None),
        ("x-ratelimit-remaining", "0", "remaining", 0),
        ("x-ratelimit-interval-milliseconds", "0", "interval", None),
        ("x-ratelimit-interval-milliseconds", "1", "interval", 0.001),
        ("x-ratelimit-interval-milliseconds", "86400000", "interval", DAY),
        ("x-ratelimit-interval-milliseconds", "86400001", "interval", None),
        ("x-ratelimit-limit-daily", "0", "daily_limit", None),
        ("x-ratelimit-daily-remaining", "0", "daily_remaining", 0),
        ("x-ratelimit-daily-reset", "0", "daily_reset", 0.0),
        ("x-ratelimit-daily-reset", "999999999999999", "daily_reset", DAY),
        ("x-ratelimit-max", " 25 ", "limit", 25),
        ("x-ratelimit-max", "0025", "limit", 25),
    ],
)
def test_bounds(header: str, value: str, field: str, expected: Any) -> None:
    """A limit of nothing or of more than any, an interval of no time or of more than a day, are nonsense too."""
    assert getattr(usage(200, {header: value}, NOW), field) == expected


@pytest.mark.parametrize(
    ("headers", "pause"),
    [
        ({}, 10.0),
        ({"x-ratelimit-interval-milliseconds": "2000"}, 2.0),
        ({"x-ratelimit-interval-milliseconds": "soon"}, 10.0),
        ({"retry-after": "7"}, 7.0),
        ({"retry-after": "0"}, 0.0),
        ({"retry-after": "soon"}, 10.0),
        ({"retry-after": "7", "x-ratelimit-interval-milliseconds": "2000"}, 7.0),
        ({"retry-after": "Tue, 25 Aug 2026 10:00:30 GMT"}, 30.0),
        ({"retry-after": "Tue, 25 Aug 2026 09:00:00 GMT"}, 0.0),
        ({"retry-after": "9" * 20}, DAY),
        ({"retry-after": "Fri, 31 Dec 9999 23:59:59 GMT"}, DAY),
    ],
)
def test_pause(headers: dict[str, str], pause: float) -> None:
    """A 429 asks for what Retry-After says, else for the interval, and never for more than a day; others for none."""
    assert usage(429, headers, NOW).pause == pause
    assert usage(200, headers, NOW).pause is None


@pytest.mark.parametrize(
    ("status", "headers", "unlimited"),
    [
        (200, {}, True),
        (404, {}, True),
        (200, {"x-ratelimit-max": "25"}, False),
        (200, {"x-ratelimit-max": "0"}, True),
        (429, {}, False),
        (500, {}, False),
        (502, {}, False),
        (503, {"retry-after": "1"}, False),
    ],
)
def test_only_the_api_may_tell_of_no_limit(status: int, headers: dict[str, str], unlimited: bool) -> None:
    """A 429, or a gateway that breaks down without a word of the limit, does not mean that there is none."""
    assert usage(status, headers, NOW).unlimited is unlimited


@given(st.integers(100, 599), st.dictionaries(st.sampled_from([*NAMES, "retry-after"]), st.text(max_size=30)))
def test_any_header(status: int, headers: dict[str, str]) -> None:
    """Whatever a reply says, the numbers of it are not negative, and its times not longer than a day."""
    told = usage(status, headers, NOW)
    assert all(number is None or number >= 0 for number in told)
    assert all(time is None or time <= DAY for time in (told.interval, told.daily_reset, told.pause))
