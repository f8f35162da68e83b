"""A store in Redis, for the processes of several machines."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncGenerator, Awaitable, Callable
from contextlib import asynccontextmanager, suppress
from importlib.util import find_spec
from typing import TYPE_CHECKING, TypeVar

from ..errors import ConfigurationError, StoreError
from .protocol import TokenStore
from .secret import Secret
from .tokens import TokenSet

if TYPE_CHECKING:
    from redis.asyncio import Redis

T = TypeVar("T")

# Seconds. A lock outlives the longest refresh, which takes fifteen; and where its holder was killed, it is free
# while the token endpoint still takes the refresh token that was used: for thirty seconds.
_LOCK_SECONDS = 20.0
_PATIENCE_TO_LOCK = 60.0
_POLL = 0.05
_TIMEOUT = 5.0
_IN_ALL = 15.0

_SCHEMES = ("redis://", "rediss://", "unix://")


class RedisStore(TokenStore):
    """Keeps tokens in Redis, safe for any number of processes of any number of machines.

    A lock keeps all processes but one from refreshing; should it be lost, as when its holder was stopped for long,
    comparing before each write keeps what was saved first. How durable a saved token is depends on the server: let
    it write an append-only file, and evict nothing.

    Args:
        redis: The address of the server, such as "redis://localhost:6379/0", to which each piece of work makes a
            connection of its own; or a client of `redis.asyncio`, which is yours: it is never closed here.
        prefix: What the names of its keys begin with.
        lock_seconds: How long the lock of a killed process keeps the others waiting.

    Raises:
        ConfigurationError: the extra is not installed, or the address cannot be read.
    """

    def __init__(
        self, redis: str | Redis, *, prefix: str = "highlevel-calendars:", lock_seconds: float = _LOCK_SECONDS
    ) -> None:
        if find_spec("redis") is None:
            raise ConfigurationError("RedisStore needs the package redis: pip install redis")
        self._redis = Secret(redis, "address of Redis") if isinstance(redis, str) else redis
        del redis  # a traceback may show the locals of this frame, and the address may hold a password
        self._prefix = prefix
        self._lock_seconds = lock_seconds
        if isinstance(self._redis, Secret) and not self._redis.reveal().startswith(_SCHEMES):
            raise ConfigurationError("The address of Redis must begin with redis://, rediss:// or unix://.")

    async def load(self, key: str) -> TokenSet | None:
        async def get(redis: Redis) -> TokenSet | None:
            return self._read(key, await redis.get(self._prefix + key))

        return await self._run(get)

    async def save(self, key: str, tokens: TokenSet, *, replacing: TokenSet | None) -> bool:
        from redis.exceptions import WatchError

        async def swap(redis: Redis) -> bool:
            async with redis.pipeline(transaction=True) as pipe:
                try:
                    await pipe.watch(self._prefix + key)
                    if self._read(key, await pipe.get(self._prefix + key)) != replacing:
                        return False
                    pipe.multi()  # type: ignore[no-untyped-call]
                    pipe.set(self._prefix + key, tokens.to_json())
                    await pipe.execute()
                except WatchError:
                    return False
                return True

        return await self._run(swap)

    async def delete(self, key: str) -> None:
        async def delete(redis: Redis) -> None:
            await redis.delete(self._prefix + key)

        await self._run(delete)

    @asynccontextmanager
    async def lock(self, key: str) -> AsyncGenerator[None]:
        from redis.asyncio.lock import Lock

        async with self._connection() as redis:
            lock = Lock(redis, f"{self._prefix}{key}:lock", timeout=self._lock_seconds, sleep=_POLL)
            del redis  # as in `_run`
            if not await self._reached(lock.acquire(blocking_timeout=_PATIENCE_TO_LOCK), _PATIENCE_TO_LOCK + _IN_ALL):
                raise StoreError(
                    f"Redis: another process has refreshed tokens for {_PATIENCE_TO_LOCK:g} seconds and is not done; "
                    f"look who holds {self._prefix}{key}:lock."
                )
            try:
                yield
            finally:
                with suppress(StoreError):  # the lock ends by itself, and what was done under it is done
                    await self._reached(lock.release())

    def __repr__(self) -> str:
        return f"<RedisStore prefix={self._prefix!r}>"

    async def _run(self, work: Callable[[Redis], Awaitable[T]]) -> T:
        async with self._connection() as redis:
            try:
                return await self._reached(work(redis))
            finally:
                del redis  # a traceback may show the locals of this frame, and older clients show their password

    @asynccontextmanager
    async def _connection(self) -> AsyncGenerator[Redis]:
        """The client that was passed in, or one of its own for the time being."""
        if not isinstance(self._redis, Secret):
            yield self._redis
            return
        from redis.asyncio import Redis

        try:
            redis = Redis.from_url(  # pyright: ignore[reportUnknownMemberType] - its options have no types
                self._redis.reveal(), socket_timeout=_TIMEOUT, socket_connect_timeout=_TIMEOUT
            )
        except ValueError:
            redis = None
        if redis is None:  # raised here, for the error of the parser has the address, and perhaps a password
            raise ConfigurationError(
                "The address of Redis cannot be read; it is like redis://user:password@host:6379/0."
            )
        try:
            yield redis
        finally:
            await redis.aclose()

    async def _reached(self, work: Awaitable[T], seconds: float = _IN_ALL) -> T:
        """What a piece of work gives.

        Raises:
            StoreError: Redis refuses it, or cannot be reached in that time.
        """
        from redis.exceptions import RedisError

        try:
            async with asyncio.timeout(seconds):
                return await work
        except (RedisError, OSError) as error:
            # An unknown command is quoted with what was to be written.
            reason = str(error).partition(", with args")[0] or type(error).__name__
        # Raised here, for the frames that the error holds have the tokens in them.
        raise StoreError(
            f"The tokens in Redis cannot be reached: {reason}. Look whether it runs, and lets this app in."
        )

    def _read(self, key: str, kept: str | bytes | None) -> TokenSet | None:
        """The tokens that stand under a key.

        Raises:
            StoreError: they are none.
        """
        try:
            return None if kept is None else TokenSet.from_json(kept)
        except ValueError as error:
            reason = str(error)
        finally:
            del kept  # a traceback may show the locals of this frame
        raise StoreError(
            f"Redis: {self._prefix}{key} holds no tokens: {reason}. Delete it, and authorise the app again."
        )
