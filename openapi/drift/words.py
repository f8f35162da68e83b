"""Differences and departures in words."""

from __future__ import annotations

import json

from .comparison import Difference
from .facts import LISTED, Claim, Operation, Place
from .located import Plain
from .recognition import Stale

FLAGS = ("required", "deprecated")
NOTHING = "none"


def quoted(value: Plain) -> str:
    """A value as JSON writes it."""
    return json.dumps(value, ensure_ascii=False)


def outline(operation: Operation, place: Place) -> str:
    """What is known of a place that is new to us: `string, required, default 30, values "a", "b"`."""
    parts = [str(operation.value(place, "type") or "")]
    parts += [flag for flag in FLAGS if operation.value(place, flag)]
    default = operation.fact(place, "default")
    if default:
        parts.append(f"default {quoted(default.value)}")
    values = operation.values(place, "value")
    if values:
        parts.append(f"values {', '.join(values)}")
    samples = operation.values(place, "sample")
    if samples and not parts[0]:
        parts.append(f"sample {', '.join(samples)}")
    return ", ".join(filter(None, parts))


def describe(difference: Difference, theirs: Operation) -> str:
    """What is new, gone or changed at the place of a difference, which is not named."""
    kind, change = difference.kind, difference.change
    if kind == LISTED:
        return outline(theirs, difference.place) if change == "new" else ""
    if kind in FLAGS:
        return f"is {kind} now" if change == "new" else f"is not {kind} any more"
    if kind == "type" and change == "gone":
        return "is in no list of fields any more, only in a sample"
    if change == "changed":
        return f"{kind} is {quoted(difference.theirs)} now, was {quoted(difference.ours)}"
    return f"{kind} {quoted(difference.theirs if change == 'new' else difference.ours)}"


def told(claim: Claim) -> str:
    """What a departure says of a source."""
    where = str(claim.place)
    if claim.kind == LISTED:
        return f"lists {where}" if claim.present else f"does not list {where}"
    if claim.kind in FLAGS:
        return f"has {where} as {claim.kind}" if claim.present else f"does not have {where} as {claim.kind}"
    if not claim.present:
        value = NOTHING if claim.value is None else quoted(claim.value)
        return f"has no {claim.kind} of {where}" if value == NOTHING else f"lacks the {claim.kind} {value} of {where}"
    return f"has the {claim.kind} {quoted(claim.value)} at {where}"


def stale_note(stale: Stale) -> str:
    """Why a departure applies no longer, after its own line."""
    where = f"{stale.source} line {stale.line}, {stale.operation}"
    return f"says that the source {told(stale.claim)}, and the source does not any more ({where})"


def counted(number: int, singular: str, plural: str) -> str:
    return f"{number:,} {singular if number == 1 else plural}"
