"""Which differences our document announces as departures, and which departures apply no longer."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from .comparison import Difference
from .facts import LISTED, MANY, Claim, Operation, canonical, key_of

Label = tuple[int, str, str, str, bool, str]


class Stale(NamedTuple):
    """A departure that stands in our document although none of the sources that were read says so any more."""

    claim: Claim
    operation: str
    source: str
    line: int


def is_for(claim: Claim, source: str) -> bool:
    """Whether the claim is about this kind of source, `page` or `file`."""
    return claim.source in {"source", source}


def announces(claim: Claim, difference: Difference) -> bool:
    """Whether a claim says just what the source says."""
    if (claim.place, claim.kind) != (difference.place, difference.kind):
        return False
    if claim.kind == LISTED:
        return claim.present is (difference.change == "new")
    if claim.kind in MANY:
        value = difference.theirs if claim.present else difference.ours
        return claim.present is (difference.change != "gone") and canonical(claim.value) == canonical(value)
    return canonical(claim.value) == canonical(difference.theirs)


def holds(claim: Claim, theirs: Operation) -> bool:
    """Whether the source says what the claim says that it does."""
    if claim.kind == LISTED:
        return (claim.place in theirs.places) is claim.present
    if claim.kind in MANY:
        return (key_of(claim.place, claim.kind, claim.value) in theirs.facts) is claim.present
    return canonical(theirs.value(claim.place, claim.kind)) == canonical(claim.value)


def is_judged(claim: Claim, theirs: Operation) -> bool:
    """Whether the source speaks of what the claim is about."""
    if claim.kind == "sample":
        return bool(theirs.values(claim.place, "sample"))
    return theirs.speaks_of(claim.place, claim.kind)


@dataclass
class Ledger:
    """What became of each claim over all sources that were read: one note may stand for many operations."""

    held: set[Label] = field(default_factory=set[Label])
    failed: dict[Label, Stale] = field(default_factory=dict[Label, Stale])

    def enter(self, claims: Iterable[Claim], kind: str, theirs: Operation, source: str) -> None:
        """Note which claims hold for an operation of a source and which do not."""
        for claim in claims:
            if is_for(claim, kind) and is_judged(claim, theirs):
                name = claim.place.field.rpartition(".")[2]
                label = (claim.line, name, claim.kind, canonical(claim.value), claim.present, kind)
                if holds(claim, theirs):
                    self.held.add(label)
                else:
                    stale = Stale(claim, theirs.address, source, theirs.line_of(claim.place))
                    self.failed.setdefault(label, stale)

    def stale(self) -> Iterator[Stale]:
        """The claims that hold nowhere, in the order of our document."""
        yield from (stale for label, stale in sorted(self.failed.items()) if label not in self.held)
