"""The values that the API knows for its enumerations. Replies may hold others."""

from ._generated.types import *  # noqa: F403 - the list below is the generated one
from ._generated.types import __all__  # noqa: F401 - the public names are the generated ones
