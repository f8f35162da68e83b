"""What is cut out of a module, and what of its text is left."""

from __future__ import annotations

import pytest

from highlevel_vendor.cut import Knife
from highlevel_vendor.source import Module

SOURCE = '''# The head stays.
"""A module."""

from typing import TYPE_CHECKING

import first, second

if TYPE_CHECKING:
    from .a import Kept, Dead
    from .b import (
        Dead2,
        Kept2,  # a note
    )

__all__ = ["Kept", "Dead"]

_TABLE = {
    "kept": 1,
    # about the dead entry
    "dead": {
        "x": 2,
    },
}

NAMES = {"dead": 1, "kept": 2}


# about the dead function
def dead() -> None:
    """ä is two bytes."""


class Client:
    """Has groups."""

    # a heading

    @property
    def notes(self) -> int:
        return 1

    @property
    def groups(self) -> int:
        return 2


def kept() -> None:
    pass
'''
LEFT = '''# The head stays.
"""A module."""

from typing import TYPE_CHECKING

import first

if TYPE_CHECKING:
    from .a import Kept
    from .b import (
        Kept2,  # a note
    )

__all__ = ["Kept"]

_TABLE = {
    "kept": 1,
}

NAMES = {"kept": 2}


class Client:
    """Has groups."""

    # a heading

    @property
    def notes(self) -> int:
        return 1


def kept() -> None:
    pass
'''


def left(source: str, dead: set[str]) -> str:
    """A module without the pieces of these names."""
    module = Module("m.py", source.encode(), ["notes", "groups"])
    live = [piece for piece in module.all_pieces() if not {piece.key, *piece.binds} & dead]
    return Knife(module, live).text().decode()


def test_what_is_left_keeps_its_lines() -> None:
    """Definitions, imports, entries and methods go with their comments and blank lines, and nothing else does."""
    assert left(SOURCE, {"Dead", "Dead2", "second", "dead", "groups"}) == LEFT


@pytest.mark.parametrize(
    ("source", "rest"),
    [
        ('__all__ = ("a", "b")\n', '__all__ = ("a",)\n'),
        ('__all__ = ("b",)\n', "__all__ = ()\n"),
        ('T = {\n    "b": 1,\n}\n', "T = {}\n"),
        ("import b\n\nx = 1\n", "\nx = 1\n"),
        ("x = 1\n\n\ndef b(): ...\n", "x = 1\n"),
        ("if X:\n    import b\n\ny = 1\n", "\ny = 1\n"),
        ("import a\nimport b\nimport c\n", "import a\nimport c\n"),
    ],
)
def test_what_is_left_is_valid(source: str, rest: str) -> None:
    """A tuple of one keeps its comma, and an empty table its brackets."""
    assert left(source, {"b"}) == rest
