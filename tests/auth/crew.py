"""Processes that share a store. Run as a program, which forks once everything is imported.

    crew.py gather|kill '{"url": ..., "store": ..., ...}'

Each line of its output is what one process has to say.
"""

from __future__ import annotations

import asyncio
import gc
import json
import os
import random
import signal
import sqlite3
import ssl
import sys
import time
import traceback
from collections.abc import AsyncGenerator, Callable
from contextlib import asynccontextmanager
from datetime import UTC, datetime, timedelta
from typing import Any, NoReturn

import httpx

from highlevel_calendars import CalendarsClient
from highlevel_calendars.auth import OAuth, RedisStore, SQLiteStore, TokenSet, TokenStore

TRUST = ssl.create_default_context()
STEPS = [
    "before the request",
    "after the request",
    "before the save",
    "in the save",
    "after the save",
    "before the return",
    "at any time",
]


def die() -> NoReturn:
    os.kill(os.getpid(), signal.SIGKILL)
    raise AssertionError("nobody comes here")


class DeadlyTransport(httpx.AsyncHTTPTransport):
    """Ends the process around the request for tokens, or holds it up."""

    def __init__(self, step: str) -> None:
        super().__init__(verify=TRUST)
        self._step = step

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        if self._step == "before the request":
            die()
        if self._step == "take your time" and request.url.path == "/oauth/token":
            await asyncio.sleep(0.5)
        response = await super().handle_async_request(request)
        if self._step == "after the request":
            die()
        return response


class DeadlyStore:
    """Ends the process around a save."""

    def __init__(self, store: TokenStore, step: str) -> None:
        self._store = store
        self._step = step
        self.load, self.delete = store.load, store.delete

    async def save(self, key: str, tokens: TokenSet, *, replacing: TokenSet | None) -> bool:
        if self._step == "before the save":
            die()
        if self._step == "in the save":
            deadly_commits()
        saved = await self._store.save(key, tokens, replacing=replacing)
        if self._step in {"after the save", "in the save"}:
            die()
        return saved

    @asynccontextmanager
    async def lock(self, key: str) -> AsyncGenerator[None]:
        async with self._store.lock(key):
            yield
            if self._step == "before the return":
                die()


def deadly_commits() -> None:
    """Let SQLite end the process with its transaction written and not yet committed."""
    connect = sqlite3.connect

    def deadly(*arguments: Any, **options: Any) -> sqlite3.Connection:
        db = connect(*arguments, **options)
        db.set_trace_callback(lambda statement: die() if statement == "COMMIT" else None)
        return db

    sqlite3.connect = deadly  # type: ignore[assignment]


def store_of(task: dict[str, Any]) -> TokenStore:
    where: str = task["store"]
    if where.startswith("redis:"):
        return RedisStore(where, prefix=task["prefix"], lock_seconds=task["lock_seconds"])
    return SQLiteStore(where)


async def work(task: dict[str, Any], *, tasks: int = 1, days: float = 2, step: str = "") -> str:
    """Ask for the location's token with many tasks at once, and make a call with it."""

    def now() -> datetime:
        return datetime.now(UTC) + timedelta(days=days)

    store = store_of(task)
    http = httpx.AsyncClient(transport=DeadlyTransport(step))
    app = OAuth(
        task["client_id"],
        task["client_secret"],
        store=DeadlyStore(store, step) if step else store,
        base_url=task["url"],
        http_client=http,
        now=now,
    )
    async with http, app as oauth:
        auth = oauth.for_location(task["location_id"])
        found = set(await asyncio.gather(*(auth.token() for _ in range(tasks))))
        assert len(found) == 1
        async with CalendarsClient(auth, base_url=task["url"], http_client=http) as client:
            assert await client.calendars.list(location_id=task["location_id"])
    return found.pop()


def forked(run: Callable[[], str]) -> int:
    """Start a process that says what `run` gives."""
    sys.stdout.flush()
    child = os.fork()
    if child:
        return child
    status = 1
    try:
        line = run() + "\n"
        os.write(1, line.encode())
        status = 0
    except BaseException:  # noqa: BLE001 - what is raised ends with this process
        traceback.print_exc()
    finally:
        sys.stderr.flush()
        os._exit(status)


def ended(child: int) -> int:
    """How a process ended: 0, its exit code, or minus the signal that killed it."""
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])


def gather(task: dict[str, Any]) -> None:
    """Eight processes of fifty tasks each, all of which come before the first request is out."""
    start = time.time() + 0.3

    def run() -> str:
        time.sleep(max(0.0, start - time.time()))
        return asyncio.run(work(task, tasks=50, step="take your time"))

    children = [forked(run) for _ in range(8)]
    assert [ended(child) for child in children] == [0] * 8


def kill(task: dict[str, Any]) -> None:
    """Again and again a process that is killed in a refresh, and then one that must get in."""
    random.seed(task["rounds"])
    for number in range(task["rounds"]):
        step = STEPS[number % len(STEPS)]
        days = 2.0 * (number + 1)
        doomed = forked(lambda: asyncio.run(work(task, days=days, step=step)))  # noqa: B023 - it runs at once
        if step == "at any time":
            time.sleep(random.uniform(0.0, 0.05))  # noqa: S311 - it guards nothing
            os.kill(doomed, signal.SIGKILL)
        assert ended(doomed) in ({-9, 0} if step == "at any time" else {-9}), step
        start = time.monotonic()
        assert ended(forked(lambda: asyncio.run(work(task, days=days)))) == 0, (number, step)  # noqa: B023
        os.write(1, json.dumps([step, time.monotonic() - start]).encode() + b"\n")


def main(what: str, task: dict[str, Any]) -> None:
    asyncio.run(work(task, days=0))  # the token is good today: this only imports what the processes need
    gc.freeze()
    {"gather": gather, "kill": kill}[what](task)


if __name__ == "__main__":
    main(sys.argv[1], json.loads(sys.argv[2]))
