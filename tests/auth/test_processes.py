"""Several processes, one store: how often they refresh, and what a killed one leaves behind."""

from __future__ import annotations

import asyncio
import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from highlevel_calendars.auth import RedisStore, SQLiteStore, TokenStore
from highlevel_sandbox import Sandbox

from .support import LOCATION, app, install

CREW = Path(__file__).with_name("crew.py")


@pytest.fixture
def sandbox() -> Iterator[Sandbox]:
    """A sandbox of the real time; the processes believe that it is some days later."""
    sandbox = Sandbox(rate_limit=100_000)
    yield sandbox
    sandbox.close()


@pytest.fixture(params=["SQLite", "Redis"])
def shared(request: pytest.FixtureRequest, tmp_path: Path) -> dict[str, Any]:
    """A store that processes can share."""
    if request.param == "SQLite":
        return {"store": str(tmp_path / "tokens.db")}
    return {"store": request.getfixturevalue("redis_url"), "prefix": f"{tmp_path}:", "lock_seconds": 20.0}


async def crew(what: str, sandbox: Sandbox, url: str, shared: dict[str, Any], **more: Any) -> list[str]:
    """What the processes say. All of them end with the one that is started here."""
    task = {
        "url": url,
        "client_id": sandbox.client_id,
        "client_secret": sandbox.client_secret,
        "location_id": LOCATION,
        **shared,
        **more,
    }
    process = await asyncio.create_subprocess_exec(
        sys.executable,
        str(CREW),
        what,
        json.dumps(task),
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.PIPE,
    )
    try:
        out, err = await asyncio.wait_for(process.communicate(), 120)
    finally:
        if process.returncode is None:
            process.kill()
            await process.wait()
    assert (process.returncode, err.decode()) == (0, "")
    return out.decode().splitlines()


async def installed(sandbox: Sandbox, url: str, shared: dict[str, Any]) -> None:
    """Put the location's first tokens into the store."""
    if shared["store"].startswith("redis:"):
        store: TokenStore = RedisStore(shared["store"], prefix=shared["prefix"])
    else:
        store = SQLiteStore(shared["store"])
    async with app(sandbox, store, base_url=url) as oauth:
        await install(oauth, sandbox)


@pytest.mark.asyncio
async def test_eight_processes_refresh_once(sandbox: Sandbox, shared: dict[str, Any]) -> None:
    """Eight processes of fifty tasks each find the token expired: one request reaches the server, all get its token."""
    async with sandbox.serve() as url:
        await installed(sandbox, url, shared)
        said = await crew("gather", sandbox, url, shared)
    assert (len(said), len(set(said))) == (8, 1)
    assert sandbox.rotations == 1
    assert sandbox.token_requests == {"authorization_code": 1, "refresh_token": 1}


@pytest.mark.asyncio
async def test_whoever_is_killed_the_next_gets_in(sandbox: Sandbox, shared: dict[str, Any]) -> None:
    """A process is killed at each step of a refresh, many times: the next one has a good token, and none is lost."""
    is_redis = "prefix" in shared
    rounds = 21 if is_redis else 105
    shared["lock_seconds"] = 0.25
    async with sandbox.serve() as url:
        await installed(sandbox, url, shared)
        said = await crew("kill", sandbox, url, shared, rounds=rounds)
    waits = [json.loads(line)[1] for line in said if line.startswith("[")]
    assert len(waits) == rounds
    assert sandbox.rotations == rounds
    assert max(waits) < 5
