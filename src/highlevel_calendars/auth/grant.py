"""The tokens of one location or company: in memory, in the store, and at the endpoint."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable
from dataclasses import replace
from datetime import datetime, timedelta
from typing import NamedTuple, TypeGuard, TypeVar

from ..errors import (
    HighLevelError,
    NotInstalledError,
    RefreshTokenInvalidError,
    StoreError,
    TokenRejectedError,
    UnreadableReplyError,
)
from .endpoint import Endpoint
from .flight import Flight
from .protocol import TokenStore
from .secret import Secret
from .tokens import TokenSet, UserType

T = TypeVar("T")

logger = logging.getLogger(__name__)

# After a failure ahead of expiry: long enough not to hammer, and with the 15 seconds that a refresh may take still
# within the 30 in which a refresh token whose reply was lost is taken again.
_REST = timedelta(seconds=10)
# Nobody waits longer for new tokens while the present ones are good.
_PATIENCE = 3.0
# A store may lose the reply to a save, as one on a network does.
_TRIES = 3


class Owner(NamedTuple):
    """Whom tokens speak for."""

    user_type: UserType
    id: str

    def __str__(self) -> str:
        return f"{self.user_type.lower()} {self.id!r}"


class Unsaved(NamedTuple):
    """Tokens that the store has not taken yet, although the refresh token that they replace is used up."""

    tokens: TokenSet
    replacing: TokenSet | None


class Grant:
    """Keeps the tokens of one location or company fresh, for any number of tasks and processes.

    Args:
        owner: Whom they speak for.
        key: Their key in the store.
        store: Where they are kept.
        endpoint: Where they are renewed.
        now: Tells the time, aware.
    """

    def __init__(
        self, owner: Owner, key: str, store: TokenStore, endpoint: Endpoint, now: Callable[[], datetime]
    ) -> None:
        self.owner = owner
        self._key = key
        self._store = store
        self._endpoint = endpoint
        self._now = now
        self._flight: Flight[TokenSet] = Flight()
        self._tokens: TokenSet | None = None
        self._unsaved: Unsaved | None = None
        self._rest_until: datetime | None = None

    async def token(self) -> str:
        """An access token that is good now.

        Raises:
            HighLevelError: there is none, and none could be had.
        """
        tokens = self._tokens
        now = self._now()
        if tokens is None or now >= tokens.expires_at:
            tokens = await self._flight.join(self._renew)
        elif now >= tokens.refresh_at and (self._rest_until is None or now >= self._rest_until):
            tokens = await self._ahead(tokens)
        return tokens.access_token.reveal()

    async def rejected(self, token: str) -> bool:
        """The API refused an access token: get another one, unless there is one already.

        Returns:
            Whether `token()` now gives another one.

        Raises:
            HighLevelError: none could be had.
        """
        try:
            refused = Secret(token)
        finally:
            del token  # a traceback may show the locals of this frame
        for _ in range(2):  # a run that was under way may have begun before anybody knew of the refusal
            if self._tokens is not None and self._tokens.access_token != refused:
                return True
            await self._flight.join(lambda: self._renew(refused))
        return self._tokens is not None and self._tokens.access_token != refused

    async def authorized(self, ask: Callable[[Secret], Awaitable[T]]) -> T:
        """What `ask` gives for the access token; it is asked once more with another one where the first is refused."""
        bearer = Secret(await self.token())
        try:
            return await ask(bearer)
        except TokenRejectedError:
            if not await self.rejected(bearer.reveal()):
                raise
        return await ask(Secret(await self.token()))

    async def put(self, tokens: TokenSet) -> None:
        """Replace whatever tokens there are.

        Raises:
            StoreError: the store does not take them; they are kept here, and saved when they are next asked for.
        """
        tokens = self._own(tokens)
        async with self._store.lock(self._key):
            for _ in range(_TRIES):  # where the lock was lost, others may be saved in between
                if await self._kept(tokens, await self._store.load(self._key)) == tokens:
                    self._tokens = tokens
                    return
        raise StoreError(f"The tokens of {self.owner} could not be saved, for others were again and again.")

    async def forget(self) -> None:
        """Delete the tokens here and in the store."""
        async with self._store.lock(self._key):
            await self._store.delete(self._key)
        self._tokens = self._unsaved = None

    async def is_kept(self) -> bool:
        """Whether the store has tokens."""
        return await self._store.load(self._key) is not None

    async def landed(self) -> None:
        """Wait for a refresh that is under way: cut short, it could lose the tokens that it is about to get."""
        await self._flight.landed()

    async def _ahead(self, tokens: TokenSet) -> TokenSet:
        """New tokens while the present ones are good, or those, when new ones take their time."""
        flight = self._flight.board(self._renew)
        await asyncio.wait([flight], timeout=_PATIENCE)
        return flight.result() if flight.done() else tokens

    async def _renew(self, refused: Secret | None = None) -> TokenSet:
        """The run that all share: tokens of the store that are good, else new ones, else any that have not ended.

        Raises:
            HighLevelError: there are none.
        """
        stored = None
        try:
            stored = await self._store.load(self._key)
            self._tokens = stored if self._is_good(stored, refused) else await self._renewed(refused)
        except HighLevelError as error:
            now = self._now()
            self._rest_until = now + _REST
            known = [tokens for tokens in (stored, self._tokens) if tokens is not None]
            lasting = [tokens for tokens in known if now < tokens.expires_at and tokens.access_token != refused]
            if not lasting:
                raise
            self._tokens = lasting[0]
            end = self._tokens.expires_at.isoformat(timespec="seconds")
            logger.warning("Refreshing %s ahead of time failed; its token is good until %s. %s", self.owner, end, error)
        return self._tokens

    async def _renewed(self, refused: Secret | None) -> TokenSet:
        """New tokens, asked for by one process at a time.

        Raises:
            NotInstalledError: there is nothing to ask with.
            HighLevelError: none could be had.
        """
        async with self._store.lock(self._key):
            stored = await self._store.load(self._key)
            latest = self._unsaved.tokens if self._unsaved and self._unsaved.replacing == stored else stored
            if self._is_good(latest, refused):
                return latest if latest is stored else await self._kept(latest, stored)
            try:
                return await self._kept(await self._refreshed(latest), stored)
            except RefreshTokenInvalidError:
                newer = await self._store.load(self._key)  # others refresh, too, where the lock was lost
                if newer == stored or not self._is_good(newer, refused):
                    raise
                return newer

    async def _refreshed(self, tokens: TokenSet | None) -> TokenSet:
        if tokens is None:
            raise NotInstalledError(f"The store has no tokens of {self.owner}. {NotInstalledError.hint}")
        if tokens.refresh_token is None:
            raise NotInstalledError(f"The store has no refresh token of {self.owner}. {NotInstalledError.hint}")
        return self._own(await self._endpoint.refresh(tokens, tokens.refresh_token))

    async def _kept(self, tokens: TokenSet, replacing: TokenSet | None) -> TokenSet:
        """The tokens once the store has them; or its own, where another process has saved some meanwhile.

        Raises:
            StoreError: it did not take them; they are kept here, and saved when they are next asked for.
        """
        self._unsaved = Unsaved(tokens, replacing)
        for _ in range(_TRIES):
            saved = await self._store.save(self._key, tokens, replacing=replacing)
            stored = tokens if saved else await self._store.load(self._key)
            if saved or stored != replacing:
                self._unsaved = None
                if stored is None:
                    raise NotInstalledError(f"The tokens of {self.owner} were deleted. {NotInstalledError.hint}")
                end = stored.expires_at.isoformat(timespec="seconds")
                logger.info("New tokens of %s are saved; the access token is good until %s.", self.owner, end)
                return stored
        raise StoreError(f"The store did not save the tokens of {self.owner}, although it has those that they replace.")

    def _is_good(self, tokens: TokenSet | None, refused: Secret | None) -> TypeGuard[TokenSet]:
        """Whether tokens need no refresh."""
        return tokens is not None and self._now() < tokens.refresh_at and tokens.access_token != refused

    def _own(self, tokens: TokenSet) -> TokenSet:
        """Tokens that came, with the owner named.

        Raises:
            UnreadableReplyError: they are another's.
        """
        of_location = self.owner.user_type == "Location"
        found = tokens.location_id if of_location else tokens.company_id
        if tokens.user_type != self.owner.user_type or found not in {None, self.owner.id}:
            raise UnreadableReplyError(f"Tokens of {self.owner} were asked for, and those of another came.")
        return replace(tokens, location_id=self.owner.id) if of_location else replace(tokens, company_id=self.owner.id)
