"""Real processes that share a bucket of the sandbox by a real Redis."""

from __future__ import annotations

import asyncio
import sys
import time
from pathlib import Path

import pytest
from redis_process import RedisProcess

from highlevel_sandbox import Sandbox, limits

MEMBER = Path(__file__).parent / "fleet_member.py"
PROCESSES, TASKS, LIMIT = 4, 20, 25


class Ledger:
    """When the sandbox counted each request, and how many it refused."""

    def __init__(self, patch: pytest.MonkeyPatch) -> None:
        self.counted: list[float] = []
        self.refused = 0
        admit = limits.RateLimit.admit

        def noted(limit: limits.RateLimit) -> limits.Admission:
            admission = admit(limit)
            if admission.granted:
                self.counted.append(time.monotonic())
            else:
                self.refused += 1
            return admission

        patch.setattr(limits.RateLimit, "admit", noted)


async def fleet(sandbox: Sandbox, redis: str, calls: int) -> list[str]:
    """What each process printed."""
    async with sandbox.serve() as base_url:
        arguments = [redis, base_url, sandbox.token, sandbox.location_id, str(calls // PROCESSES), str(TASKS)]
        members = [
            await asyncio.create_subprocess_exec(
                sys.executable, str(MEMBER), *arguments, stdout=asyncio.subprocess.PIPE
            )
            for _ in range(PROCESSES)
        ]
        try:
            printed = await asyncio.gather(*(member.communicate() for member in members))
        finally:
            for member in members:
                if member.returncode is None:
                    member.kill()
                    await member.wait()
    return [output.decode() for output, _ in printed]


@pytest.mark.asyncio
async def test_fleet_of_processes(own_redis: RedisProcess, monkeypatch: pytest.MonkeyPatch) -> None:
    """Four processes use at least 90 % of what one bucket allows, and no 429 reaches a caller.

    The interval of the bucket is a fifth of the real one, so that the test is five times as short.
    """
    interval, calls = 2, 96
    monkeypatch.setattr(limits, "BURST_SECONDS", interval)
    ledger = Ledger(monkeypatch)
    sandbox = Sandbox(rate_limit=LIMIT)
    async with asyncio.timeout(60.0):
        printed = await fleet(sandbox, own_redis.url, calls)
    assert printed == [f"done={calls // PROCESSES}"] * PROCESSES
    assert ledger.refused == 0
    shortest = (calls // LIMIT) * interval  # of which the first window is full at once
    assert ledger.counted[-1] - ledger.counted[0] <= shortest / 0.9
