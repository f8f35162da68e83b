"""What keeps the command from doing what it was told."""

from collections.abc import Sequence


class VendorError(Exception):
    """It cannot be done. The message says why in one line."""


class Refusal(Exception):
    """It will not be done, or a copy is not as it was made.

    Attributes:
        files: A line for each file that is the reason.
    """

    def __init__(self, message: str, files: Sequence[str] = ()) -> None:
        super().__init__(message)
        self.files = files
