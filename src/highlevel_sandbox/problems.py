"""What keeps a sandbox from starting."""


class SandboxError(Exception):
    """The sandbox cannot start; the message says why in one line."""
