"""Fixtures that more than one test needs."""

from __future__ import annotations

import ssl
from collections.abc import AsyncIterator, Iterator

import httpx
import pytest
import pytest_asyncio
from redis_process import RedisProcess, redis_process

from highlevel_calendars import CalendarsClient

BASE_URL = "https://services.example.com"
TOKEN = "pit-planted-7d1c2f"
LOCATION = "ve9EPM428h8vShlRW1KT"
# Made once: reading the certificates anew for each test takes longer than most tests do.
TRUST = ssl.create_default_context()


@pytest.fixture(autouse=True)
def _no_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever the machine has set, the tests start from nothing."""
    for name in ("HIGHLEVEL_TOKEN", "HIGHLEVEL_LOCATION_ID", "HIGHLEVEL_BASE_URL"):
        monkeypatch.delenv(name, raising=False)


@pytest_asyncio.fixture
async def client() -> AsyncIterator[CalendarsClient]:
    """A client of a made-up address; pytest-httpx answers in its place."""
    async with httpx.AsyncClient(verify=TRUST) as http:
        yield CalendarsClient(TOKEN, location_id=LOCATION, base_url=BASE_URL, max_retries=0, http_client=http)


@pytest.fixture(scope="session")
def shared_redis() -> Iterator[RedisProcess]:
    """A Redis for tests that leave it running; they tell their keys apart by apps or prefixes."""
    with redis_process() as process:
        yield process


@pytest.fixture
def redis_url(shared_redis: RedisProcess) -> str:
    """The address of the Redis that tests share."""
    return shared_redis.url
