"""The report for people."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from .findings import Comparison, Drift
from .severity import Severity
from .skeleton import skeleton
from .words import counted, describe, stale_note


def text(drift: Drift, document: str) -> str:
    """All that was found; `document` is the name of ours."""
    return "\n".join(_lines(drift, document)) + "\n"


def _lines(drift: Drift, document: str) -> Iterator[str]:
    for source, group in groupby(drift.comparisons, key=lambda one: one.source):
        compared = list(group)
        yield f"{source}: {summary(compared)}"
        for one in compared:
            yield from _operation(one, document)
    for source, operation in drift.gone:
        yield f"{source}: gone: {operation.address} ({operation.name}), {document} line {operation.line}"
    for source, operation in drift.new:
        yield f"{source}: new: {operation.address}, line {operation.line}; complete each ??? and add it to {document}:"
        yield ""
        yield from (f"  {line}" for line in skeleton(operation).splitlines())
        yield ""
    for stale in drift.stale:
        yield f"{document} line {stale.claim.line}: stale departure: it {stale_note(stale)}"
    for failure in drift.failures:
        yield f"{failure.name}: could not be read: {failure.reason}"
    yield verdict(drift)


def _operation(one: Comparison, document: str) -> Iterator[str]:
    """The findings at an operation in their groups."""
    if one.findings:
        yield f"  {one.theirs.address} ({one.ours.name})"
    for group in Severity:
        found = [difference for difference, severity in one.findings if severity is group]
        if found:
            yield f"    {group.value}"
        for difference in found:
            said = describe(difference, one.theirs)
            what = f"{difference.place}: {said}" if said else str(difference.place)
            lines = f"line {difference.their_line}; {document} line {difference.our_line}"
            yield f"      {difference.change}: {what}  [{lines}]"


def summary(compared: list[Comparison]) -> str:
    """What was compared of a source, and how much was found."""
    found = sum(len(one.findings) for one in compared)
    facts = sum(one.facts for one in compared)
    known = sum(len(one.recognised) for one in compared)
    what = compared[0].theirs.address if len(compared) == 1 else counted(len(compared), "operation", "operations")
    return (
        f"{what}, {counted(facts, 'fact', 'facts')}, {counted(known, 'known departure', 'known departures')}, "
        f"{counted(found, 'difference', 'differences') if found else 'no drift'}"
    )


def verdict(drift: Drift) -> str:
    """One line about all of it."""
    parts = [f"{drift.count(group)} {group.value}" for group in Severity]
    parts.append(counted(len(drift.stale), "stale departure", "stale departures"))
    unread = f"; {counted(len(drift.failures), 'file', 'files')} could not be read" if drift.failures else ""
    return f"{'Drift' if drift.found else 'No drift'}: {', '.join(parts)}{unread}."
