"""The models: what requests take, such as `TeamMember`, and what replies hold, such as `Appointment`."""

from typing import TYPE_CHECKING

from ._generated import models as _models
from ._generated.models import __all__

if TYPE_CHECKING:
    from ._generated.models import *  # noqa: F403 - the list above is the generated one


def __dir__() -> list[str]:
    return sorted(__all__)


def __getattr__(name: str) -> object:
    return getattr(_models, name)
