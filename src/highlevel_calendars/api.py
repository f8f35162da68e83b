"""The operations as plain functions: each takes a client and a body model, and returns the whole response."""

from typing import TYPE_CHECKING

from ._generated import api as _api
from ._generated.api import __all__  # noqa: F401 - the public names are the generated ones

if TYPE_CHECKING:
    from ._generated.api import *  # noqa: F403 - the list above is the generated one


def __getattr__(name: str) -> object:
    return getattr(_api, name)
