"""The report for a pull request."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from .findings import Comparison, Drift
from .severity import Severity
from .skeleton import skeleton
from .text import summary, verdict
from .words import describe, stale_note


def markdown(drift: Drift, document: str) -> str:
    """All that was found; `document` is the name of ours."""
    return "\n".join(_lines(drift, document)).rstrip("\n") + "\n"


def _lines(drift: Drift, document: str) -> Iterator[str]:
    yield from ("## Drift of the documentation", "", verdict(drift), "")
    for source, group in groupby(drift.comparisons, key=lambda one: one.source):
        compared = list(group)
        yield f"- `{source}`: {summary(compared)}"
    yield ""
    for one in drift.comparisons:
        if one.findings:
            yield from _operation(one, document)
    for source, operation in drift.gone:
        yield f"- `{operation.address}` ({operation.name}, {document} line {operation.line}) is gone from `{source}`"
    for source, operation in drift.new:
        yield from (f"### New: `{operation.address}`", "", f"`{source}` line {operation.line}", "")
        yield from ("```yaml", *skeleton(operation).splitlines(), "```", "")
    yield from _list("### Stale departures", [f"{document} line {s.claim.line} {stale_note(s)}" for s in drift.stale])
    yield from _list("### Could not be read", [f"`{name}`: {reason}" for name, reason in drift.failures])


def _list(title: str, rows: list[str]) -> Iterator[str]:
    if rows:
        yield from (title, "", *(f"- {row}" for row in rows), "")


def _operation(one: Comparison, document: str) -> Iterator[str]:
    """The findings at an operation as a table."""
    yield from (f"### `{one.theirs.address}` ({one.ours.name})", "")
    yield f"| group | change | where | what | {one.source} line | {document} line |"
    yield "|---|---|---|---|---|---|"
    for group in Severity:
        for difference, severity in one.findings:
            if severity is group:
                said = describe(difference, one.theirs).replace("|", "\\|")
                yield (
                    f"| {group.value} | {difference.change} | `{difference.place}` | {said} "
                    f"| {difference.their_line} | {difference.our_line} |"
                )
    yield ""
