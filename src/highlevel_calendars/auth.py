"""Who is calling: where the token of each request comes from."""

from __future__ import annotations

from typing import NoReturn, Protocol

from .errors import ConfigurationError


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


class Secret:
    """A token that does not show in a repr, a log, a traceback or a pickle.

    Raises:
        ConfigurationError: it is empty or has characters that no token has.
    """

    __slots__ = ("_value",)

    def __init__(self, value: object) -> None:
        usable = isinstance(value, str) and value.isascii() and value.isprintable() and " " not in value
        self._value = value if usable and isinstance(value, str) else ""
        del value  # a traceback may show the locals of this frame
        if not self._value:
            raise ConfigurationError(
                "The token must be a string of visible ASCII characters without spaces. "
                "Check where it is read from: quotes, line ends and an empty variable are the usual causes."
            )

    def reveal(self) -> str:
        return self._value

    def redact(self, content: bytes) -> bytes:
        """`content` without the token, which a server may echo."""
        return content.replace(self._value.encode(), b"***")

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Secret) and self._value == other._value

    def __hash__(self) -> int:
        return hash(self._value)

    def __repr__(self) -> str:
        return "Secret(***)"

    def __reduce__(self) -> NoReturn:
        raise TypeError("a token is not pickled or copied; make a new client from its source instead")


class StaticToken:
    """A token that never changes, such as a private integration token."""

    __slots__ = ("_secret",)

    def __init__(self, token: str) -> None:
        try:
            self._secret = Secret(token)
        finally:
            del token

    async def token(self) -> str:
        return self._secret.reveal()

    async def rejected(self, token: str) -> bool:  # noqa: ARG002 - there is no other token to offer
        return False

    def __repr__(self) -> str:
        return "StaticToken(***)"
