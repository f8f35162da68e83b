"""A store that ends with the process."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager

from .protocol import TokenStore
from .tokens import TokenSet


class MemoryStore(TokenStore):
    """Keeps tokens in the process, for tests and trials: what is rotated in it is lost with it."""

    def __init__(self) -> None:
        self._tokens: dict[str, TokenSet] = {}
        self._locks: dict[str, asyncio.Lock] = {}

    async def load(self, key: str) -> TokenSet | None:
        return self._tokens.get(key)

    async def save(self, key: str, tokens: TokenSet, *, replacing: TokenSet | None) -> bool:
        if self._tokens.get(key) != replacing:
            return False
        self._tokens[key] = tokens
        return True

    async def delete(self, key: str) -> None:
        self._tokens.pop(key, None)

    @asynccontextmanager
    async def lock(self, key: str) -> AsyncGenerator[None]:
        async with self._locks.setdefault(key, asyncio.Lock()):
            yield

    def __repr__(self) -> str:
        return f"<MemoryStore of {len(self._tokens)}>"
