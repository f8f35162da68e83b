"""What a client asks for tokens, and what OAuth keeps them in: interfaces that anybody can implement."""

from __future__ import annotations

from contextlib import AbstractAsyncContextManager
from typing import TYPE_CHECKING, Protocol, TypeGuard

if TYPE_CHECKING:
    from .tokens import TokenSet


class Auth(Protocol):
    """Where the client gets its token. A plain string passed as the token becomes a `StaticToken`."""

    async def token(self) -> str:
        """The token for the next request; renew it here when it is about to expire."""
        ...

    async def rejected(self, token: str) -> bool:
        """The API refused `token` as expired or invalid.

        Returns:
            True when `token()` now gives another one, with which the request is sent again, once.
        """
        ...


class TokenStore(Protocol):
    """Where `OAuth` keeps its tokens. A key names the app and its location or company, and is no secret.

    `TokenSet.to_json()` gives the text to keep, and `TokenSet.from_json()` reads it.
    """

    async def load(self, key: str) -> TokenSet | None:
        """The tokens under a key, as last saved by any process; `None` when there are none.

        Raises:
            StoreError: they cannot be read.
        """
        ...

    async def save(self, key: str, tokens: TokenSet, *, replacing: TokenSet | None) -> bool:
        """Keep tokens if those under the key are equal to `replacing`, or missing where it is `None`, in one step.

        They are durable when this returns: the refresh token that they replace is used up.

        Returns:
            False when there are others, which are kept.

        Raises:
            StoreError: they cannot be written.
        """
        ...

    async def delete(self, key: str) -> None:
        """Forget the tokens under a key, if there are any.

        Raises:
            StoreError: they cannot be deleted.
        """
        ...

    def lock(self, key: str) -> AbstractAsyncContextManager[None]:
        """Hold a key for the time of a refresh, some 15 seconds at the most, against every process of the store.

        A holder that is killed must not keep it for longer than 20 seconds: the token endpoint takes a refresh
        token a second time only within 30.

        Raises:
            StoreError: it cannot be had, or the store could not be written.
        """
        ...


class Locations(Auth, Protocol):
    """The tokens of many locations."""

    def for_location(self, location_id: str) -> Auth: ...


def has_locations(auth: object) -> TypeGuard[Locations]:
    """Whether an auth is of many locations, as `OAuth` is."""
    return callable(getattr(auth, "for_location", None))


def bound(auth: Auth, location_id: str | None) -> Auth:
    """The auth of one location, where `auth` is of many; else `auth` itself."""
    return auth.for_location(location_id) if location_id is not None and has_locations(auth) else auth
