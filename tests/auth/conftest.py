"""A sandbox to get tokens from, and a clock that the tests turn."""

from __future__ import annotations

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


@pytest.fixture
def token_file(tmp_path: Path) -> Path:
    return tmp_path / "tokens.db"
