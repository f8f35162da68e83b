"""All that sources say and our document does not, over any number of them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from .comparison import Difference, compare
from .facts import Claim, Operation, Place
from .recognition import Ledger, Stale, announces, is_for
from .severity import Severity, severity


class Source(NamedTuple):
    """A file that was read: its name, its kind (`page` or `file`), and the operations it documents."""

    name: str
    kind: str
    operations: list[Operation]


class Failure(NamedTuple):
    """A file that could not be read, and why."""

    name: str
    reason: str


class Finding(NamedTuple):
    difference: Difference
    severity: Severity


@dataclass
class Comparison:
    """One operation of a source beside ours."""

    source: str
    ours: Operation
    theirs: Operation
    findings: list[Finding] = field(default_factory=list[Finding])
    recognised: list[tuple[Difference, Claim]] = field(default_factory=list[tuple[Difference, Claim]])

    @property
    def facts(self) -> int:
        """How many facts the source states about the operation."""
        return len(self.theirs.facts) + len(self.theirs.places)


@dataclass
class Drift:
    """What was found."""

    comparisons: list[Comparison] = field(default_factory=list[Comparison])
    new: list[tuple[str, Operation]] = field(default_factory=list[tuple[str, Operation]])
    gone: list[tuple[str, Operation]] = field(default_factory=list[tuple[str, Operation]])
    stale: list[Stale] = field(default_factory=list[Stale])
    failures: list[Failure] = field(default_factory=list[Failure])

    @property
    def found(self) -> bool:
        """Whether anything has to be done to our document."""
        return bool(self.new or self.gone or self.stale or any(one.findings for one in self.comparisons))

    def count(self, group: Severity) -> int:
        """How many findings there are of a group; an operation is one."""
        found = sum(finding.severity is group for one in self.comparisons for finding in one.findings)
        whole = {Severity.BREAKS: len(self.gone), Severity.ADDS: len(self.new)}
        return found + whole.get(group, 0)


def examine(document: list[Operation], sources: Iterable[Source]) -> Drift:
    """Compare each operation of each source with that of our document."""
    drift, ledger = Drift(), Ledger()
    for source in sources:
        met: list[Operation] = []
        for theirs in source.operations:
            ours = counterpart(document, theirs)
            if ours is None or any(ours is other for other in met):
                drift.new.append((source.name, theirs))
                continue
            met.append(ours)
            drift.comparisons.append(_compared(source, ours, theirs))
            ledger.enter(ours.claims, source.kind, theirs, source.name)
        if source.kind == "file":
            drift.gone += [(source.name, ours) for ours in document if not any(ours is other for other in met)]
    drift.stale = list(ledger.stale())
    return drift


def _compared(source: Source, ours: Operation, theirs: Operation) -> Comparison:
    """The findings at one operation, and what is no finding because our document announces it."""
    result = Comparison(source.name, ours, theirs)
    claims = [claim for claim in ours.claims if is_for(claim, source.kind)]
    for difference in compare(ours, theirs):
        claim = next((claim for claim in claims if announces(claim, difference)), None)
        if claim is None:
            result.findings.append(Finding(difference, severity(difference, ours, theirs)))
        else:
            result.recognised.append((difference, claim))
    return result


def counterpart(document: list[Operation], theirs: Operation) -> Operation | None:
    """Our operation that a source documents: at the same address, or else of the same page, id or title."""
    for keys in (_addresses, _pages, _names, _titles):
        found = [ours for ours in document if set(keys(ours)) & set(keys(theirs))]
        if len(found) == 1:
            return found[0]
    return None


def _addresses(operation: Operation) -> Iterator[str]:
    """Names in the path and a slash at its end make no other address."""
    yield f"{operation.method} {re.sub(r'{[^}]*}', '{}', operation.path).rstrip('/')}"


def _pages(operation: Operation) -> Iterator[str]:
    if operation.page:
        yield operation.page


def _names(operation: Operation) -> Iterator[str]:
    if operation.name:
        yield operation.name


def _titles(operation: Operation) -> Iterator[str]:
    """The title, of those that no id tells apart: a document has ids, a page of the one form has its own address."""
    title = operation.value(Place(), "title")
    if title and (operation.page or not operation.name):
        yield str(title)
