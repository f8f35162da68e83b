"""Where a source says something else than our document does."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from .facts import LISTED, MANY, Fact, Operation, Place, canonical
from .located import Plain
from .samples import explains, in_example


class Difference(NamedTuple):
    """One fact that a source has and we have not (`new`), that we alone have (`gone`), or that differs (`changed`)."""

    place: Place
    kind: str
    change: str
    ours: Plain
    theirs: Plain
    our_line: int
    their_line: int


def compare(ours: Operation, theirs: Operation) -> list[Difference]:
    """All differences, those at our places in our order first."""
    return [*_at_our_places(ours, theirs), *_at_new_places(ours, theirs)]


def _at_our_places(ours: Operation, theirs: Operation) -> Iterator[Difference]:
    for place, said in ours.places.items():
        if place in theirs.places:
            yield from _at(place, ours, theirs)
        elif theirs.speaks_of(place, LISTED):
            yield Difference(place, LISTED, "gone", True, None, said.line, theirs.line_of(place))


def _at_new_places(ours: Operation, theirs: Operation) -> Iterator[Difference]:
    for place, said in theirs.places.items():
        if place not in ours.places:
            yield Difference(place, LISTED, "new", None, True, ours.line_of(place), said.line)


def _at(place: Place, ours: Operation, theirs: Operation) -> Iterator[Difference]:
    """The differences at a place that both have."""
    here, there = ours.at(place), theirs.at(place)
    for key, fact in here.items():
        if not theirs.speaks_of(place, fact.kind) or (key not in there and fact.kind in {"example", "format"}):
            continue  # an example or a format of our own contradicts nothing
        if key not in there:
            yield Difference(place, fact.kind, "gone", fact.value, None, fact.line, theirs.line_of(place))
        elif fact.kind not in MANY and canonical(fact.value) != canonical(there[key].value):
            other = there[key]
            yield Difference(place, fact.kind, "changed", fact.value, other.value, fact.line, other.line)
    for key, fact in there.items():
        if key in here or (fact.kind == "sample" and _is_expected(ours, theirs, fact)):
            continue
        if fact.kind in {"example", "sample"}:
            yield _other_example(ours, fact)
        elif ours.speaks_of(place, fact.kind):
            yield Difference(place, fact.kind, "new", None, fact.value, ours.line_of(place), fact.line)


def _other_example(ours: Operation, fact: Fact) -> Difference:
    """An example or the value of a sample, beside the examples that we have instead."""
    known = list(ours.values(fact.place, "example").values())
    shown: Plain = [example.value for example in known] if known else None
    line = known[0].line if known else ours.line_of(fact.place)
    return Difference(fact.place, fact.kind, "changed" if known else "new", shown, fact.value, line, fact.line)


def _is_expected(ours: Operation, theirs: Operation, fact: Fact) -> bool:
    """Whether a sample shows what is said of the field; where only samples show the field, by us."""
    listed = theirs.fact(fact.place, "type") is not None
    if explains(ours, fact.place, fact.value, strictly=not listed) or in_example(ours, fact.place, fact.value):
        return True
    # What the page itself leads to is compared where the page says it.
    return listed and explains(theirs, fact.place, fact.value, strictly=False)
