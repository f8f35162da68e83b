"""A local HighLevel to develop and test against: requests are checked, and what they create is kept.

async with Sandbox().serve() as base_url: ...
"""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from highlevel_sandbox.faults import FaultKind, Faults
    from highlevel_sandbox.problems import SandboxError
    from highlevel_sandbox.server import Sandbox
    from highlevel_sandbox.welcome import NOT_IMITATED

__all__ = ["NOT_IMITATED", "FaultKind", "Faults", "Sandbox", "SandboxError"]

_MODULES = {
    "NOT_IMITATED": "welcome",
    "FaultKind": "faults",
    "Faults": "faults",
    "Sandbox": "server",
    "SandboxError": "problems",
}


def __getattr__(name: str) -> object:
    """Import what is asked for, so that the command can say what is missing when the extra is."""
    if name not in _MODULES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    try:
        return getattr(import_module(f"{__name__}.{_MODULES[name]}"), name)
    except ModuleNotFoundError as missing:
        missing.msg += "; the sandbox needs its extra: pip install 'highlevel-calendars[sandbox]'"
        raise
