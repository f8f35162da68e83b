"""An async SDK for the HighLevel Calendars API.

The client is `CalendarsClient`. Request and reply models are in `models`, enumerations in `types`, the
operations as plain functions in `api`, and the tree of exceptions in `errors`. Tokens are in `auth`, the rate limit
in `limits`.
"""

from importlib import import_module
from typing import TYPE_CHECKING

from ._version import __version__

if TYPE_CHECKING:
    from . import api, auth, errors, limits, models, types
    from ._operation import OnUnknown, Operation, Options, Response
    from ._wire import UNSET, Unset
    from .attempts import Attempt
    from .auth import Auth, MemoryStore, OAuth, RedisStore, SQLiteStore, StaticToken, TokenSet, TokenStore
    from .client import CalendarsClient
    from .errors import HighLevelError, OutcomeUnknown, StatusError, ValidationError, Violation
    from .limits import Limits, RedisLimiter
    from .slots import Slot, SlotDay, SlotSearch

__all__ = [
    "UNSET",
    "Attempt",
    "Auth",
    "CalendarsClient",
    "HighLevelError",
    "Limits",
    "MemoryStore",
    "OAuth",
    "OnUnknown",
    "Operation",
    "Options",
    "OutcomeUnknown",
    "RedisLimiter",
    "RedisStore",
    "Response",
    "SQLiteStore",
    "Slot",
    "SlotDay",
    "SlotSearch",
    "StaticToken",
    "StatusError",
    "TokenSet",
    "TokenStore",
    "Unset",
    "ValidationError",
    "Violation",
    "__version__",
    "api",
    "auth",
    "errors",
    "limits",
    "models",
    "types",
]

_MODULES = {
    "UNSET": "_wire",
    "Attempt": "attempts",
    "Auth": "auth",
    "CalendarsClient": "client",
    "HighLevelError": "errors",
    "Limits": "limits",
    "MemoryStore": "auth",
    "OAuth": "auth",
    "OnUnknown": "_operation",
    "Operation": "_operation",
    "Options": "_operation",
    "OutcomeUnknown": "errors",
    "RedisLimiter": "limits",
    "RedisStore": "auth",
    "Response": "_operation",
    "SQLiteStore": "auth",
    "Slot": "slots",
    "SlotDay": "slots",
    "SlotSearch": "slots",
    "StaticToken": "auth",
    "StatusError": "errors",
    "TokenSet": "auth",
    "TokenStore": "auth",
    "Unset": "_wire",
    "ValidationError": "errors",
    "Violation": "errors",
}


def __dir__() -> list[str]:
    return sorted(__all__)


def __getattr__(name: str) -> object:
    if name in _MODULES:
        return getattr(import_module(f".{_MODULES[name]}", __name__), name)
    if name in __all__:
        return import_module(f".{name}", __name__)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
