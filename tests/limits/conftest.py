"""A Redis to stop."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from redis_process import RedisProcess, redis_process


@pytest.fixture
def own_redis() -> Iterator[RedisProcess]:
    """A Redis for a test that stops it."""
    with redis_process() as process:
        yield process
