"""A file that cannot be read for what it should hold."""


class Unreadable(Exception):
    """The message says what is wrong with the file and what to do; the file's name stands beside it in the report."""

    def __init__(self, reason: str, line: int | None = None) -> None:
        super().__init__(reason if line is None else f"line {line}: {reason}")
