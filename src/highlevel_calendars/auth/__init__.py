"""Who is calling: where the token of each request comes from.

A private integration token is a string, or a `StaticToken`. An app of the marketplace has `OAuth`, which gets its
tokens and keeps them fresh, and a store for them: `SQLiteStore` for the processes of one machine, `RedisStore` for
several machines, `MemoryStore` for tests, or any other object with the methods of `TokenStore`.
"""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .locations import InstalledLocation
    from .memory import MemoryStore
    from .oauth import AuthorizationRequest, OAuth
    from .protocol import Auth, TokenStore
    from .redis import RedisStore
    from .secret import Secret
    from .sqlite import SQLiteStore
    from .static import StaticToken
    from .tokens import TokenSet, UserType

__all__ = [
    "Auth",
    "AuthorizationRequest",
    "InstalledLocation",
    "MemoryStore",
    "OAuth",
    "RedisStore",
    "SQLiteStore",
    "Secret",
    "StaticToken",
    "TokenSet",
    "TokenStore",
    "UserType",
]

_MODULES = {
    "Auth": "protocol",
    "AuthorizationRequest": "oauth",
    "InstalledLocation": "locations",
    "MemoryStore": "memory",
    "OAuth": "oauth",
    "RedisStore": "redis",
    "SQLiteStore": "sqlite",
    "Secret": "secret",
    "StaticToken": "static",
    "TokenSet": "tokens",
    "TokenStore": "protocol",
    "UserType": "tokens",
}


def __dir__() -> list[str]:
    return sorted(__all__)


def __getattr__(name: str) -> object:
    if name in _MODULES:
        return getattr(import_module(f".{_MODULES[name]}", __name__), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
