"""A token that stays."""

from __future__ import annotations

from .secret import Secret


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
