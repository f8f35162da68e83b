"""A sandbox for each test, and a client that calls it without a socket."""

from collections.abc import AsyncIterator, Iterator

import httpx
import pytest
import pytest_asyncio

from highlevel_sandbox import Sandbox

from .api import Api
from .bodies import NOW


@pytest.fixture
def headers() -> dict[str, str]:
    return {"Authorization": f"Bearer {Sandbox.token}", "Version": "2021-04-15"}


@pytest.fixture
def sandbox() -> Iterator[Sandbox]:
    sandbox = Sandbox(now=lambda: NOW)
    yield sandbox
    sandbox.close()


@pytest_asyncio.fixture
async def client(sandbox: Sandbox, headers: dict[str, str]) -> AsyncIterator[httpx.AsyncClient]:
    transport = sandbox.transport()
    async with httpx.AsyncClient(transport=transport, base_url="http://sandbox", headers=headers) as client:
        yield client


@pytest.fixture
def api(client: httpx.AsyncClient) -> Api:
    return Api(client)
