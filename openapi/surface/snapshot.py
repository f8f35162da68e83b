"""The snapshot of what callers see: one file, one fact a line, sorted, so that a pull request shows what changes."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from .facts import Fact, Reader
from .sources import Package

HEAD = "# What callers see, a line a fact: name  kind  type. Written by `make generate`, do not edit it.\n"


class UnreadableSnapshot(Exception):
    """A file is no snapshot; the message says what to do."""


def surface(root: Path, generated: Path | None = None) -> dict[str, Fact]:
    """What callers see of a package, by name; `generated` stands in the place of its generated tree."""
    package = Package(root, {"_generated": generated} if generated else None)
    return {fact.name: fact for fact in sorted(Reader(package).read())}


def write(facts: Iterable[Fact]) -> str:
    """The text of a snapshot."""
    return HEAD + "".join(f"{fact}\n" for fact in facts)


def read(text: str, name: str) -> dict[str, Fact]:
    """The facts of a snapshot.

    Raises:
        UnreadableSnapshot: it is none; `name` is what it is called in the message.
    """
    facts: dict[str, Fact] = {}
    for number, line in enumerate(text.splitlines(), 1):
        if not line.startswith("#"):
            parts = line.split("  ", 2)
            if len(parts) < 2:
                raise UnreadableSnapshot(f"{name}, line {number}: {line!r:.80} is no fact; run `make generate`.")
            facts[parts[0]] = Fact(*parts)
    return facts
