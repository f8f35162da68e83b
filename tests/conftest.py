"""Fixtures that more than one test needs."""

from __future__ import annotations

import shutil
import socket
import ssl
import subprocess
import time
from collections.abc import AsyncIterator, Iterator

import httpx
import pytest
import pytest_asyncio

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
def redis_url(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A Redis server that keeps nothing; tests tell their keys apart by prefixes."""
    command = shutil.which("redis-server")
    if command is None:
        pytest.skip("redis-server is not installed, so nothing was shown about Redis")
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
