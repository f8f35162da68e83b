"""The store in Redis: a server that is gone, strange or slow, and a lock that was lost."""

from __future__ import annotations

import asyncio
import subprocess
import sys
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import pytest
from redis.asyncio import Redis

from highlevel_calendars import errors
from highlevel_calendars.auth import RedisStore
from highlevel_calendars.auth import redis as module

from .support import tokens

KEY = "client/location/l1"


@asynccontextmanager
async def server(answer: bytes | None) -> AsyncIterator[str]:
    """Something that listens like Redis: it says the same to everything, or nothing at all."""

    async def serve(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        while await reader.read(4096):
            if answer is not None:
                writer.write(answer)
        writer.close()

    listening = await asyncio.start_server(serve, "127.0.0.1", 0)
    async with listening:
        yield f"redis://:planted-password@127.0.0.1:{listening.sockets[0].getsockname()[1]}/0"


async def use(store: RedisStore, what: str) -> None:
    match what:
        case "load":
            await store.load(KEY)
        case "save":
            await store.save(KEY, tokens(), replacing=None)
        case "delete":
            await store.delete(KEY)
        case _:
            async with store.lock(KEY):
                pytest.fail("the lock was given")


USES = ["load", "save", "delete", "lock"]


@pytest.mark.parametrize("what", USES)
@pytest.mark.asyncio
async def test_a_server_that_is_down(what: str) -> None:
    """Without a server each piece of work is a StoreError within seconds."""
    start = time.monotonic()
    with pytest.raises(errors.StoreError, match="Look whether it runs"):
        await use(RedisStore("redis://127.0.0.1:1/0"), what)
    assert time.monotonic() - start < 10


@pytest.mark.parametrize("what", USES)
@pytest.mark.asyncio
async def test_a_server_that_says_nothing(what: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """A server that accepts and is silent is a StoreError, never a hang."""
    monkeypatch.setattr(module, "_TIMEOUT", 0.1)
    monkeypatch.setattr(module, "_PATIENCE_TO_LOCK", 0.0)
    async with asyncio.timeout(10), server(None) as url:
        with pytest.raises(errors.StoreError):
            await use(RedisStore(url), what)


@pytest.mark.parametrize(
    "answer", [b"-NOAUTH Authentication required.\r\n", b"-WRONGPASS no\r\n", b"HTTP/1.1 400 Bad Request\r\n\r\n"]
)
@pytest.mark.asyncio
async def test_a_server_that_does_not_let_us_in(answer: bytes) -> None:
    """A refused password, or something that is no Redis, is a StoreError without the password."""
    async with asyncio.timeout(10), server(answer) as url:
        store = RedisStore(url)
        for what in USES:
            with pytest.raises(errors.StoreError) as caught:
                await use(store, what)
            assert "planted" not in f"{caught.value!r} {store!r} {vars(store)!r}"


@pytest.mark.asyncio
async def test_a_refusal_that_quotes_what_was_to_be_written() -> None:
    """A server that repeats the command which it does not know does not bring a token into the error."""
    answer = b"-ERR unknown command 'SET', with args beginning with: 'key' '{\"access_token\": \"access-1\"' \r\n"
    async with asyncio.timeout(10), server(answer) as url:
        with pytest.raises(errors.StoreError) as caught:
            await RedisStore(url).save(KEY, tokens(), replacing=None)
    assert "access-1" not in str(caught.value)
    assert (caught.value.__cause__, caught.value.__context__) == (None, None)


@pytest.mark.parametrize("kept", ["nonsense-secret", "{}", b"\xff\xfe"])
@pytest.mark.asyncio
async def test_a_key_that_holds_no_tokens(redis_url: str, tmp_path: Path, kept: Any) -> None:
    """What somebody else has put there is a StoreError that names the key, and is not overwritten."""
    async with Redis.from_url(redis_url) as client:
        await client.set(f"{tmp_path}:{KEY}", kept)
        for what in ("load", "save"):
            with pytest.raises(errors.StoreError, match=KEY) as caught:
                await use(RedisStore(redis_url, prefix=f"{tmp_path}:"), what)
            assert "secret" not in str(caught.value)
        assert await client.get(f"{tmp_path}:{KEY}") == (kept if isinstance(kept, bytes) else kept.encode())


@pytest.mark.asyncio
async def test_a_lock_of_a_killed_process_ends(redis_url: str, tmp_path: Path) -> None:
    """A lock that nobody gives back is free after its time."""
    store = RedisStore(redis_url, prefix=f"{tmp_path}:", lock_seconds=0.3)
    async with Redis.from_url(redis_url) as client:
        await client.set(f"{tmp_path}:{KEY}:lock", "of a dead process", px=300)
    start = time.monotonic()
    async with store.lock(KEY):
        assert 0.2 < time.monotonic() - start < 3


@pytest.mark.asyncio
async def test_a_lost_lock_is_no_trouble_in_itself(redis_url: str, tmp_path: Path) -> None:
    """A holder whose lock has ended finishes without an error, and does not give back the lock of another."""
    store = RedisStore(redis_url, prefix=f"{tmp_path}:", lock_seconds=0.1)
    other = RedisStore(redis_url, prefix=f"{tmp_path}:")
    async with Redis.from_url(redis_url) as client:
        async with store.lock(KEY):
            await asyncio.sleep(0.15)
            held = other.lock(KEY)
            await held.__aenter__()
        assert await client.get(f"{tmp_path}:{KEY}:lock")
        await held.__aexit__(None, None, None)
        assert await client.get(f"{tmp_path}:{KEY}:lock") is None


@pytest.mark.asyncio
async def test_a_lock_is_not_waited_for_for_ever(
    redis_url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A holder that hangs is a StoreError in the end, which names the lock."""
    monkeypatch.setattr(module, "_PATIENCE_TO_LOCK", 0.1)
    store = RedisStore(redis_url, prefix=f"{tmp_path}:")
    async with store.lock(KEY):
        with pytest.raises(errors.StoreError, match=f"{KEY}:lock"):
            await use(store, "lock")


@pytest.mark.asyncio
async def test_an_injected_client_stays_open(redis_url: str, tmp_path: Path) -> None:
    """The caller's client is used as it is, and not closed."""
    async with Redis.from_url(redis_url) as client:
        store = RedisStore(client, prefix=f"{tmp_path}:")
        await store.save(KEY, tokens(), replacing=None)
        assert await client.ping()


@pytest.mark.parametrize("address", ["localhost:6379", "http://localhost", "", "redis://h ost"])
def test_an_address_that_is_none(address: str) -> None:
    """What is no address of Redis is refused when the store is made."""
    with pytest.raises(errors.ConfigurationError, match="address of Redis"):
        RedisStore(address)


@pytest.mark.asyncio
async def test_an_address_that_cannot_be_read() -> None:
    """An address that redis-py cannot read is a ConfigurationError that does not repeat it."""
    with pytest.raises(errors.ConfigurationError, match="cannot be read") as caught:
        await RedisStore("redis://:planted@host:port/0").load(KEY)
    assert "planted" not in repr(caught.value)
    assert (caught.value.__cause__, caught.value.__context__) == (None, None)


WITHOUT = """
import sys
sys.modules["redis"] = None
from highlevel_calendars import errors
from highlevel_calendars.auth import RedisStore
try:
    RedisStore("redis://localhost")
except errors.ConfigurationError as error:
    print(error)
"""


def test_without_the_extra() -> None:
    """Where redis is not installed, the error has the command that installs it."""
    result = subprocess.run([sys.executable, "-c", WITHOUT], check=True, capture_output=True, text=True, timeout=30)
    assert result.stdout == "RedisStore needs the package redis: pip install redis\n"
