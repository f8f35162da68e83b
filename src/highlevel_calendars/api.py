"""The operations as plain functions: each takes a client and a body model, and returns the whole response."""

from typing import TYPE_CHECKING

from ._generated import api as _api
from ._generated.api import __all__

if TYPE_CHECKING:
    from ._generated.api import *  # noqa: F403 - the list above is the generated one


def __dir__() -> list[str]:
    return sorted(__all__)


def __getattr__(name: str) -> object:
    return getattr(_api, name)
