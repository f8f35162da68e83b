"""`make demo`, as its reader sees it."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

DEMO = Path(__file__).parent.parent / "examples" / "demo.py"
REAL = {"HIGHLEVEL_TOKEN": "pit-planted", "HIGHLEVEL_LOCATION_ID": "loc", "HIGHLEVEL_CONTACT_ID": "con"}


def demo(answer: str = "", **variables: str) -> subprocess.CompletedProcess[str]:
    """Run the demo with these environment variables; nothing can reach the real API."""
    environment = {name: value for name, value in os.environ.items() if not name.startswith("HIGHLEVEL_")}
    return subprocess.run(
        [sys.executable, str(DEMO)],
        input=answer,
        env=environment | variables,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )


STEPS = [
    *("group", "calendar", "room", "booked", "refused", "free now", "moved", "note", "blocked", "cancelled"),
    "not sent",
]


def test_demo_is_a_booking_day() -> None:
    """The demo sets up, books, is refused, moves, blocks, cancels, lists the week in order, and exits with 0."""
    result = demo()
    assert (result.returncode, result.stderr) == (0, "")
    day, _, week = result.stdout.partition("A booking day:")[2].partition("  start ")
    assert [line[2:14].strip() for line in day.splitlines() if line.strip()] == STEPS
    assert "no longer available" in day
    assert "pass exactly one of the two" in day
    rows = [line.split()[-2:] for line in week.splitlines()[1:] if line.strip()]
    assert rows == [["Viewing", "confirmed"], ["Perhaps", "cancelled"], ["Survey", "blocked"]]


@pytest.mark.parametrize(("answer", "said"), [("no\n", "Nothing was written."), ("", "Nobody answered")])
def test_real_api_is_asked_about_first(answer: str, said: str) -> None:
    """With a token set the demo names what it would write, and writes nothing without a yes."""
    result = demo(answer, **REAL)
    assert result.returncode == 1
    assert "This writes to the real location loc" in result.stdout
    assert said in result.stderr
    assert "Traceback" not in result.stderr


@pytest.mark.parametrize("missing", sorted(REAL))
def test_half_an_environment_is_refused(missing: str) -> None:
    """A variable that is missing beside others is named, and the token is not shown."""
    result = demo(**{name: value for name, value in REAL.items() if name != missing})
    assert result.returncode == 1
    assert f"set {missing} too" in result.stderr
    assert "pit-planted" not in result.stdout + result.stderr
    assert "Traceback" not in result.stderr


def test_unreachable_api_is_one_line() -> None:
    """Without a network the demo ends with a sentence, not with a traceback."""
    result = demo("yes\n", **REAL, HIGHLEVEL_BASE_URL="http://127.0.0.1:9")
    assert result.returncode == 1
    assert result.stderr.startswith("APIConnectionError: create-calendar-group: no connection to 127.0.0.1")
    assert len(result.stderr.splitlines()) == 1
