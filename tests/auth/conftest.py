"""A sandbox to get tokens from, a clock that the tests turn, and a Redis of their own."""

from __future__ import annotations

import shutil
import socket
import subprocess
import time
from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import httpx
import pytest
import pytest_asyncio

from highlevel_calendars.auth import MemoryStore, OAuth
from highlevel_sandbox import Sandbox

from .support import Clock, app


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def sandbox(clock: Clock) -> Iterator[Sandbox]:
    """A sandbox whose tokens live by the clock of the test."""
    sandbox = Sandbox(now=clock, rate_limit=100_000)
    yield sandbox
    sandbox.close()


@pytest_asyncio.fixture
async def http(sandbox: Sandbox) -> AsyncIterator[httpx.AsyncClient]:
    """An HTTP client that reaches the sandbox without a socket."""
    async with httpx.AsyncClient(transport=sandbox.transport()) as http:
        yield http


@pytest_asyncio.fixture
async def oauth(sandbox: Sandbox, clock: Clock, http: httpx.AsyncClient) -> AsyncIterator[OAuth]:
    """An app with an empty store in memory."""
    async with app(sandbox, MemoryStore(), http_client=http, now=clock) as oauth:
        yield oauth


@pytest.fixture(scope="session")
def redis_url(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A Redis server that keeps nothing; tests tell their keys apart by prefixes."""
    command = shutil.which("redis-server")
    if command is None:
        pytest.skip("redis-server is not installed, so nothing was shown about the store in Redis")
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    options = ["--port", str(port), "--bind", "127.0.0.1", "--save", "", "--appendonly", "no"]
    server = subprocess.Popen(
        [command, *options], cwd=tmp_path_factory.mktemp("redis"), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    try:
        wait_for(port)
        yield f"redis://127.0.0.1:{port}/0"
    finally:
        server.kill()
        server.wait()


def wait_for(port: int) -> None:
    """Wait until something listens on a port."""
    end = time.monotonic() + 10
    while True:
        try:
            socket.create_connection(("127.0.0.1", port), timeout=1).close()
        except OSError:
            if time.monotonic() > end:
                raise
            time.sleep(0.02)
        else:
            return


@pytest.fixture
def token_file(tmp_path: Path) -> Path:
    return tmp_path / "tokens.db"
