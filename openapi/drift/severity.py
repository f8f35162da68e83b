"""What a difference means to those who call the API through the SDK.

*Breaks callers*: what worked may be refused, or what was read may be missing. *Adds*: more is possible than before.
*Words only*: nothing happens otherwise than before; a deprecation is one of these until the field is gone.
"""

from __future__ import annotations

from collections.abc import Callable
from enum import StrEnum
from typing import NamedTuple

from .comparison import Difference
from .facts import LIMITS, LISTED, Operation
from .samples import fits

UPPER = {"maximum", "exclusiveMaximum", "maxLength", "maxItems"}


class Severity(StrEnum):
    BREAKS = "breaks callers"
    ADDS = "adds"
    WORDS = "words only"


class Change(NamedTuple):
    """A difference with all that is known around it; `sent` is what callers write, the rest is what they read."""

    difference: Difference
    ours: Operation
    theirs: Operation

    @property
    def new(self) -> bool:
        return self.difference.change == "new"

    @property
    def gone(self) -> bool:
        return self.difference.change == "gone"

    @property
    def sent(self) -> bool:
        return self.difference.place.part.partition(" ")[0] not in {"reply", "error"}


def severity(difference: Difference, ours: Operation, theirs: Operation) -> Severity:
    """What the difference means."""
    rule = RULES.get(difference.kind)
    return rule(Change(difference, ours, theirs)) if rule else Severity.WORDS


def _breaks_if(breaks: bool) -> Severity:
    return Severity.BREAKS if breaks else Severity.ADDS


def _always(_: Change) -> Severity:
    return Severity.BREAKS


def _listed(change: Change) -> Severity:
    """A place that comes or goes. A status of an error that is no longer documented may still be answered."""
    place = change.difference.place
    if change.gone:
        return Severity.WORDS if place.part.startswith("error") and not place.field else Severity.BREAKS
    return _breaks_if(change.sent and change.theirs.value(place, "required") is True)


def _required(change: Change) -> Severity:
    """Callers have to send it, or can no longer rely on it."""
    return _breaks_if(change.sent is change.new)


def _value(change: Change) -> Severity:
    """A value that comes or goes; with the first of them a field is bound, with the last one it is free."""
    left = (change.ours if change.new else change.theirs).values(change.difference.place, "value")
    if change.new:
        return _breaks_if(change.sent and not left)
    return _breaks_if(bool(left) or not change.sent)


def _sample(change: Change) -> Severity:
    """A value in a sample: of another type, beyond our values, or just another example."""
    place, value = change.difference.place, change.difference.theirs
    if not fits(value, str(change.ours.value(place, "type") or "any")):
        return Severity.BREAKS
    return Severity.ADDS if change.ours.values(place, "value") else Severity.WORDS


def _default(change: Change) -> Severity:
    """Another default changes what happens when the field is left out; one that was not documented does not."""
    return Severity.BREAKS if change.sent and not change.new else Severity.WORDS


def _limit(change: Change) -> Severity:
    """A limit of what is sent: narrower breaks, wider adds; another pattern may be either."""
    if not change.sent:
        return Severity.WORDS
    kind, old, new = change.difference.kind, change.difference.ours, change.difference.theirs
    if not isinstance(old, int | float) or not isinstance(new, int | float):
        return _breaks_if(not change.gone)
    return _breaks_if(not (new > old if kind in UPPER else new < old))


def _scope(change: Change) -> Severity:
    """A token may lack another scope."""
    return _breaks_if(change.new)


def _access(change: Change) -> Severity:
    """A way in that is closed, or opened."""
    return _breaks_if(change.gone)


RULES: dict[str, Callable[[Change], Severity]] = {
    LISTED: _listed,
    "required": _required,
    "value": _value,
    "sample": _sample,
    "default": _default,
    "scope": _scope,
    "auth method": _access,
    "token type": _access,
    **dict.fromkeys(LIMITS, _limit),
    **dict.fromkeys(("method", "path", "type", "status"), _always),
}
