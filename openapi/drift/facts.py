"""The facts that a page or a document states about an operation, each with its line."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import NamedTuple

from .located import Plain

# Kinds of which a place may have several facts. Of any other kind it has one at most; `required` and `deprecated`
# are facts where they are true.
MANY = frozenset({"scope", "auth method", "token type", "value", "example", "sample"})
# Whether a place is there at all: an operation, a parameter, a body, a field, a status.
LISTED = "listed"
LIMITS = (
    *("minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf"),
    *("minLength", "maxLength", "minItems", "maxItems", "pattern"),
)


class Place(NamedTuple):
    """Where a fact stands: `body` and `teamMembers[].userId`, `query` and `limit`, `error 400` and ``."""

    part: str = ""
    field: str = ""

    def __str__(self) -> str:
        return f"{self.part} {self.field}".strip() or "operation"

    @property
    def above(self) -> Place:
        """The place that this one is in; a parameter is in the operation."""
        if not self.field or self.part in {"header", "path", "query", "cookie"}:
            return Place()
        return Place(self.part, self.field.rpartition(".")[0].removesuffix("[]"))

    def inner(self, name: str, kind: str) -> Place:
        """A field of this place, which has the type `kind`: `object`, `object[]` and so on."""
        brackets = "[]" * kind.count("[]")
        return Place(self.part, ".".join(filter(None, (self.field + brackets, name))))


class Fact(NamedTuple):
    place: Place
    kind: str
    value: Plain
    line: int


class Claim(NamedTuple):
    """What a departure says that a source says: of a kind that may have several, whether it has this one."""

    place: Place
    kind: str
    value: Plain
    present: bool
    source: str
    line: int


Key = tuple[Place, str, str]


def canonical(value: Plain) -> str:
    """One text for equal values: 1 and 1.0 are, "1" and 1 are not; spaces count as one."""
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    if isinstance(value, str):
        value = " ".join(value.split())
    if isinstance(value, list):
        return f"[{','.join(map(canonical, value))}]"
    if isinstance(value, dict):
        return f"{{{','.join(f'{json.dumps(key)}:{canonical(value[key])}' for key in sorted(value))}}}"
    return json.dumps(value)


def key_of(place: Place, kind: str, value: Plain) -> Key:
    """What a fact and its counterpart in another source have in common."""
    return place, kind, canonical(value) if kind in MANY else ""


class Statement(NamedTuple):
    """That a source speaks of a place: from which line on, of which kinds (`None`: of all), and of all fields in it."""

    line: int
    kinds: frozenset[str] | None
    whole: bool


@dataclass
class Operation:
    """An operation as one source has it."""

    method: str
    path: str
    line: int
    # The kinds and the parts of an operation that the form of the source has no place for.
    silent: frozenset[str] = frozenset()
    name: str = ""
    page: str = ""
    host: str = ""
    facts: dict[Key, Fact] = field(default_factory=dict[Key, Fact])
    places: dict[Place, Statement] = field(default_factory=dict[Place, Statement])
    claims: list[Claim] = field(default_factory=list[Claim])

    def __post_init__(self) -> None:
        self.places[Place()] = Statement(self.line, None, whole=True)

    @property
    def address(self) -> str:
        return f"{self.method} {self.path}"

    def speak_of(self, place: Place, line: int, kinds: Iterable[str] | None = None, *, whole: bool = True) -> None:
        """Note that the source has the place. What was said of it first counts."""
        self.places.setdefault(place, Statement(line, None if kinds is None else frozenset(kinds), whole))

    def add(self, place: Place, kind: str, value: Plain, line: int) -> None:
        """Note a fact; `None` and `False` are the absence of one."""
        if value is None or (value is False and kind in {"required", "deprecated"}):
            return
        self.facts.setdefault(key_of(place, kind, value), Fact(place, kind, value, line))

    def fact(self, place: Place, kind: str) -> Fact | None:
        """The one fact of a kind."""
        return self.facts.get((place, kind, ""))

    def value(self, place: Place, kind: str) -> Plain:
        """The value of the one fact of a kind, `None` where there is none."""
        fact = self.fact(place, kind)
        return fact.value if fact else None

    def values(self, place: Place, kind: str) -> dict[str, Fact]:
        """The facts of a kind that may have several, by their canonical values."""
        return {key[2]: fact for key, fact in self.facts.items() if key[:2] == (place, kind)}

    def at(self, place: Place) -> dict[Key, Fact]:
        """All facts of a place."""
        return {key: fact for key, fact in self.facts.items() if key[0] == place}

    def speaks_of(self, place: Place, kind: str) -> bool:
        """Whether the source would state a fact of this kind here if there were one."""
        if kind in self.silent or place.part.partition(" ")[0] in self.silent:
            return False
        if kind == LISTED:
            above = self.places.get(place.above)
            return place in self.places or (above is not None and above.whole)
        statement = self.places.get(place)
        return statement is not None and (statement.kinds is None or kind in statement.kinds)

    def line_of(self, place: Place) -> int:
        """The line of a place, or of the next one above it that the source has."""
        while place not in self.places:
            place = place.above
        return self.places[place].line
