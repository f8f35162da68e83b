"""Whether what a look found is what was sent. Pure decisions on two models of the same kind."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Generic, NamedTuple, Protocol, TypeVar, cast

from ._wire import JsonObject

# The API tells no fractions of a second.
_SAME_TIME = timedelta(seconds=1)


class Row(Protocol):
    """What a read returns: a model with an id, if the API told one."""

    @property
    def id(self) -> str | None: ...
    @property
    def raw(self) -> JsonObject: ...


R = TypeVar("R", bound=Row)


class Traits(NamedTuple):
    """The fields by which a row is known to be what was sent, or not to be.

    Attributes:
        key: The same in both; a row that lacks one may be it.
        also: The same as well, where they were sent.
        kept: The API keeps them as they were sent, so a row with another value may be it, or be another.
        hints: The API may change them; they only tell several rows apart.
    """

    key: tuple[str, ...]
    also: tuple[str, ...] = ()
    kept: tuple[str, ...] = ()
    hints: tuple[str, ...] = ()


class Finding(NamedTuple, Generic[R]):
    """What a look came to. With neither a row nor a doubt, the write is not there.

    Attributes:
        row: What was sent, as the API has it.
        doubt: Why nothing is sure, for people.
    """

    row: R | None = None
    doubt: str = ""


def judge(traits: Traits, sent: R, rows: Sequence[R]) -> Finding[R]:
    """Whether what was sent is among the rows."""
    verdicts = [(likeness(traits, sent, row), row) for row in distinct(rows)]
    ours = [row for verdict, row in verdicts if verdict]
    perhaps = [row for verdict, row in verdicts if verdict is None]
    if len(ours) > 1:
        scores = [sum(bool(same(sent, row, name)) for name in traits.hints) for row in ours]
        ours = [row for row, score in zip(ours, scores, strict=True) if score == max(scores)]
    if len(ours) == 1:
        return Finding(ours[0])
    if ours:
        return Finding(doubt=f"{len(ours)} were found that may each be it: {named(ours)}")
    if perhaps:
        return Finding(doubt=f"{len(perhaps)} found may or may not be it: {named(perhaps)}")
    return Finding()


def likeness(traits: Traits, sent: Row, row: Row) -> bool | None:
    """Whether a row is what was sent, `None` when it cannot be told."""
    keys = [same(sent, row, name) for name in traits.key]
    keys += [same(sent, row, name) for name in traits.also if value(sent, name) is not None]
    if False in keys:
        return False
    changed = any(same(sent, row, name) is False for name in traits.kept)
    return None if None in keys or changed else True


def same(sent: Row, row: Row, name: str) -> bool | None:
    """Whether both have the same in a field, `None` when one of them has nothing there."""
    wanted, found = value(sent, name), value(row, name)
    if wanted is None or found is None:
        return None
    if isinstance(wanted, datetime) and isinstance(found, datetime):
        return abs(wanted - found) < _SAME_TIME
    if isinstance(wanted, str) and isinstance(found, str):
        return wanted.strip() == found.strip()
    return wanted == found


def value(row: Row, name: str) -> object:
    return cast(object, getattr(row, name))


def distinct(rows: Sequence[R]) -> list[R]:
    """The rows, each id once; those without an id are all kept."""
    known = {row.id: row for row in rows if row.id is not None}
    return [*known.values(), *(row for row in rows if row.id is None)]


def named(rows: Sequence[Row]) -> str:
    return ", ".join(row.id or "one without an id" for row in rows[:5])
