"""A local HighLevel to develop and test against: requests are checked, and what they create is kept.

async with Sandbox().serve() as base_url: ...
"""

try:
    from highlevel_sandbox.problems import SandboxError
    from highlevel_sandbox.server import Sandbox
    from highlevel_sandbox.welcome import NOT_IMITATED
except ModuleNotFoundError as missing:
    missing.msg += "; the sandbox needs its extra: pip install 'highlevel-calendars[sandbox]'"
    raise

__all__ = ["NOT_IMITATED", "Sandbox", "SandboxError"]
