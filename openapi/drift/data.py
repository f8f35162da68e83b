"""The report for machines: JSON whose keys stay as they are."""

from __future__ import annotations

import json

from .findings import Comparison, Drift
from .located import Plain
from .recognition import Stale
from .severity import Severity
from .skeleton import skeleton
from .words import told

Object = dict[str, Plain]


def data(drift: Drift, document: str) -> str:
    """All that was found; `document` is the name of ours."""
    report: Object = {
        "document": document,
        "drift": drift.found,
        "counts": {group.value: drift.count(group) for group in Severity},
        "operations": [_operation(one) for one in drift.comparisons],
        "new": [
            {"source": source, "operation": new.address, "line": new.line, "skeleton": skeleton(new)}
            for source, new in drift.new
        ],
        "gone": [
            {"source": source, "operation": gone.address, "id": gone.name, "document_line": gone.line}
            for source, gone in drift.gone
        ],
        "stale": [_stale(stale) for stale in drift.stale],
        "failures": [{"file": failure.name, "reason": failure.reason} for failure in drift.failures],
    }
    return json.dumps(report, indent=2, ensure_ascii=False) + "\n"


def _operation(one: Comparison) -> Object:
    """What was compared and found at an operation."""
    return {
        "source": one.source,
        "operation": one.theirs.address,
        "id": one.ours.name,
        "facts": one.facts,
        "departures": len(one.recognised),
        "findings": [
            {
                "group": severity.value,
                "change": difference.change,
                "place": str(difference.place),
                "kind": difference.kind,
                "ours": difference.ours,
                "theirs": difference.theirs,
                "source_line": difference.their_line,
                "document_line": difference.our_line,
            }
            for difference, severity in one.findings
        ],
    }


def _stale(stale: Stale) -> Object:
    """A departure that applies no longer."""
    return {
        "document_line": stale.claim.line,
        "place": str(stale.claim.place),
        "kind": stale.claim.kind,
        "says": told(stale.claim),
        "source": stale.source,
        "source_line": stale.line,
        "operation": stale.operation,
    }
