"""The tokens of a location that an agency's token can be exchanged for."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime

from ..errors import NotInstalledError, RefreshTokenInvalidError
from .endpoint import Endpoint
from .grant import Grant, Owner
from .protocol import TokenStore
from .secret import Secret
from .tokens import TokenSet


class LocationGrant(Grant):
    """The tokens of a location. What the store does not have, or what cannot be renewed, is had from its agency.

    Args:
        company_of: The grant of the agency, given its id where that is known; `None` where it cannot be told.
    """

    def __init__(  # noqa: PLR0917 - those of a grant, and one more
        self,
        owner: Owner,
        key: str,
        store: TokenStore,
        endpoint: Endpoint,
        now: Callable[[], datetime],
        company_of: Callable[[str | None], Grant | None],
    ) -> None:
        super().__init__(owner, key, store, endpoint, now)
        self._company_of = company_of

    async def _renewed(self, refused: Secret | None) -> TokenSet:
        try:
            return await super()._renewed(refused)
        except (NotInstalledError, RefreshTokenInvalidError):
            stored = await self._store.load(self._key)
            company = self._company_of(stored.company_id if stored else None)
            if company is None or not await company.is_kept():
                raise
        # The agency's token may have to be refreshed first, which must not happen under the lock of the location.
        return await company.authorized(lambda bearer: self._exchanged(company, bearer, refused))

    async def _exchanged(self, company: Grant, bearer: Secret, refused: Secret | None) -> TokenSet:
        """New tokens for the agency's token, asked for by one process at a time."""
        async with self._store.lock(self._key):
            stored = await self._store.load(self._key)
            if self._is_good(stored, refused):
                return stored
            tokens = self._own(await self._endpoint.for_location(bearer, company.owner.id, self.owner.id))
            return await self._kept(replace(tokens, company_id=company.owner.id), stored)
