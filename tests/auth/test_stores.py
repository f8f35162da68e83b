"""What every store does: SQLite, Redis and memory alike, and whatever a user makes."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable
from pathlib import Path

import pytest
import pytest_asyncio
from redis.asyncio import Redis

from highlevel_calendars.auth import MemoryStore, RedisStore, Secret, SQLiteStore, TokenStore

from .support import tokens

KINDS = ["memory", "SQLite", "Redis", "Redis client", "Redis client of texts"]
KEY = "client/location/l1"


@pytest_asyncio.fixture(params=KINDS)
async def store(request: pytest.FixtureRequest, tmp_path: Path) -> AsyncIterator[TokenStore]:
    """A new store of each kind."""
    kind: str = request.param
    if kind == "memory":
        yield MemoryStore()
    elif kind == "SQLite":
        yield SQLiteStore(tmp_path / "tokens.db")
    else:
        url: str = request.getfixturevalue("redis_url")
        if kind == "Redis":
            yield RedisStore(url, prefix=f"{tmp_path}:")
        else:
            async with Redis.from_url(url, decode_responses=kind.endswith("texts")) as client:
                yield RedisStore(client, prefix=f"{tmp_path}:")


@pytest.mark.asyncio
async def test_what_is_saved_is_loaded(store: TokenStore) -> None:
    """Tokens come back equal, under their key only, until they are replaced or deleted."""
    assert await store.load(KEY) is None
    assert await store.save(KEY, tokens("1"), replacing=None)
    assert await store.load(KEY) == tokens("1")
    assert await store.load(KEY + "2") is None
    assert await store.save(KEY, tokens("2"), replacing=tokens("1"))
    assert await store.load(KEY) == tokens("2")
    await store.delete(KEY)
    await store.delete(KEY)
    assert await store.load(KEY) is None


@pytest.mark.asyncio
async def test_only_what_was_expected_is_replaced(store: TokenStore) -> None:
    """A save that expects other tokens, or none, changes nothing and says so."""
    assert not await store.save(KEY, tokens("1"), replacing=tokens("0"))
    assert await store.load(KEY) is None
    assert await store.save(KEY, tokens("1"), replacing=None)
    for expected in (None, tokens("0"), tokens("1", refresh_token=Secret("another"))):
        assert not await store.save(KEY, tokens("2"), replacing=expected)
    assert await store.load(KEY) == tokens("1")


@pytest.mark.asyncio
async def test_of_many_that_replace_the_same_one_wins(store: TokenStore) -> None:
    """When many replace the same tokens at once, one of them does, and the others are told."""
    await store.save(KEY, tokens("0"), replacing=None)
    names = [str(number) for number in range(1, 9)]
    won = await asyncio.gather(*(store.save(KEY, tokens(name), replacing=tokens("0")) for name in names))
    assert won.count(True) == 1
    assert await store.load(KEY) == tokens(names[won.index(True)])


@pytest.mark.asyncio
async def test_a_lock_is_held_by_one(store: TokenStore) -> None:
    """Within the lock of a key there is one task at a time, also after one was cancelled or failed."""
    inside = 0
    order: list[int] = []

    async def work(number: int) -> None:
        nonlocal inside
        async with store.lock(KEY):
            inside += 1
            assert inside == 1
            try:
                await asyncio.sleep(0.02)
                if number == 1:
                    raise LookupError
                order.append(number)
            finally:
                inside -= 1

    tasks = [asyncio.create_task(work(number)) for number in range(5)]
    await asyncio.sleep(0.03)
    tasks[2].cancel()
    await asyncio.gather(*tasks, return_exceptions=True)
    assert sorted(order) in ([0, 3, 4], [0, 2, 3, 4])


@pytest.mark.asyncio
async def test_the_locks_of_other_keys_are_free(store: TokenStore) -> None:
    """Two locations are refreshed at the same time, and what is saved within one lock is not of the other."""
    async with asyncio.timeout(5), store.lock("client/location/a"), store.lock("client/location/b"):
        assert await store.save("client/location/a", tokens("a"), replacing=None)
        assert await store.save("client/location/b", tokens("b"), replacing=None)
    assert await store.load("client/location/a") == tokens("a")


@pytest.mark.asyncio
async def test_the_loop_goes_on_while_a_task_waits(store: TokenStore) -> None:
    """Waiting for a lock holds up no other task, and reading needs no lock."""
    ticks = 0

    async def tick() -> None:
        nonlocal ticks
        while True:
            await asyncio.sleep(0.001)
            ticks += 1

    async def wait() -> None:
        async with store.lock(KEY):
            pass

    await store.save(KEY, tokens(), replacing=None)
    async with store.lock(KEY):
        tasks = [asyncio.create_task(tick()), asyncio.create_task(wait())]
        await asyncio.sleep(0.1)
        assert await store.load(KEY) == tokens()
        assert ticks > 20
    await tasks[1]
    tasks[0].cancel()


@pytest.mark.asyncio
async def test_a_store_shows_no_token(store: TokenStore) -> None:
    """The repr of a store has no token in it."""
    await store.save(KEY, tokens(), replacing=None)
    assert "access-" not in repr(store)


@pytest.mark.parametrize("make", [lambda path: SQLiteStore(path / "t.db"), lambda _: MemoryStore()])
def test_a_store_serves_one_loop_after_another(make: Callable[[Path], TokenStore], tmp_path: Path) -> None:
    """A store that was used in one loop works in the next."""
    store = make(tmp_path)

    async def use() -> None:
        async with store.lock(KEY):
            await store.delete(KEY)
            assert await store.save(KEY, tokens(), replacing=None)

    for _ in range(2):
        asyncio.run(use())
