"""Staying under the API's rate limit, in one process or in a fleet of them."""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .limiter import Limiter
    from .local import LocalLimiter
    from .redis import RedisLimiter
    from .state import Limits

__all__ = ["Limiter", "Limits", "LocalLimiter", "RedisLimiter"]

_MODULES = {"Limiter": "limiter", "Limits": "state", "LocalLimiter": "local", "RedisLimiter": "redis"}


def __dir__() -> list[str]:
    return sorted(__all__)


def __getattr__(name: str) -> object:
    if name not in _MODULES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f".{_MODULES[name]}", __name__), name)
