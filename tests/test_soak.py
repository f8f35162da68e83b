"""Bookings through a sandbox that breaks one request in five; `make soak` makes ten times as many."""

from __future__ import annotations

import importlib.util
import sys
from pathlib import Path
from types import ModuleType

import pytest

from highlevel_sandbox import Faults, Sandbox

FILE = Path(__file__).parent.parent / "benchmarks" / "soak.py"


def load() -> ModuleType:
    spec = importlib.util.spec_from_file_location("soak", FILE)
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


soak = load()


def sandbox() -> Sandbox:
    return Sandbox(rate_limit=1_000_000_000, daily_limit=1_000_000_000)


@pytest.mark.asyncio
async def test_no_duplicate_and_nothing_lost() -> None:
    """Of 1,000 bookings by 50 tasks with 20 % faults none is there twice, none is lost, and every call ends."""
    faults = Faults(0.2)
    report = await soak.soak(sandbox(), faults, count=1_000)
    said = soak.told(report, faults, 0)
    assert report.is_clean, said
    assert len(report.results) + len(report.errors) == 1_000, said
    assert len(report.results) >= 990, said
    assert set(faults.injected) == set(faults.kinds), said


@pytest.mark.asyncio
async def test_duplicates_are_noticed() -> None:
    """A client that sends again without looking books twice, and the audit finds it."""
    faults = Faults(0.5, ["500-after", "reset-after", "truncated"], seed=1, only=["create-appointment"])
    report = await soak.soak(sandbox(), faults, count=60, book=soak.naive)
    assert report.duplicates > 10
    assert not report.is_clean


@pytest.mark.asyncio
async def test_losses_are_noticed() -> None:
    """A client that makes results up loses bookings, and the audit finds it."""

    async def liar(_client: object, booking: object) -> str:
        return f"made up {booking}"

    report = await soak.soak(sandbox(), Faults(0), count=9, book=liar)
    assert report.lost == 9
    assert not report.is_clean
