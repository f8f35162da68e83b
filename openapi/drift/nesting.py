"""Which field of a flat list is in which object."""

from __future__ import annotations

from collections.abc import Iterator

from .facts import Place
from .fields import Listed
from .located import Node

# Marks of an array's beginning and end, in the place of a field.
OPEN, CLOSE = "Array [", "]"


class Level:
    """An object whose fields are being listed."""

    def __init__(self, place: Place, brackets: str, sample: Node | None) -> None:
        self.place = place
        self.brackets = brackets
        self.marked = False
        while brackets and sample is not None:
            items = sample.items or []
            sample = items[0] if items else None
            brackets = brackets.removesuffix("[]")
        self.sample = sample
        self.expected = set(sample.children()) if sample else set[str]()


def nested(root: Place, root_type: str, fields: list[Listed], sample: Node | None) -> Iterator[tuple[Place, Listed]]:
    """Each field with its place.

    A page shows the fields of an object below it like any others. Where they end, a mark says, or the sample does: a
    field is in the innermost object that shows it and has not had it.
    """
    levels = [Level(root, "[]" * root_type.count("[]"), sample)]
    last: tuple[Place, Listed] | None = None
    for field in fields:
        if field.name == OPEN:
            if last is not None and (len(levels) == 1 or levels[-1].place != last[0]):
                levels.append(_below(levels[-1], *last))
            levels[-1].marked = True
            continue
        if field.name == CLOSE:
            if len(levels) > 1:
                levels.pop()
            continue
        while len(levels) > 1 and not levels[-1].marked and not _is_in(field.name, levels):
            levels.pop()
        level = levels[-1]
        level.expected.discard(field.name)
        last = level.place.inner(field.name, level.brackets), field
        yield last
        if field.type.startswith("object"):
            below = _below(level, *last)
            if below.expected:
                levels.append(below)


def _below(level: Level, place: Place, field: Listed) -> Level:
    """The level of an object's own fields."""
    inner = level.sample.get(field.name) if level.sample else None
    if level.sample and field.name == "*":
        inner = next(iter(level.sample.children().values()), None)
    return Level(place, "[]" * field.type.count("[]"), inner)


def _is_in(name: str, levels: list[Level]) -> bool:
    """Whether a field belongs to the innermost object: it shows the field, or no object does and it is not over."""
    if name in levels[-1].expected:
        return True
    return bool(levels[-1].expected) and not any(name in level.expected for level in levels)
