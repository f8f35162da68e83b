"""What a difference means to callers."""

from __future__ import annotations

import pytest
from drift.comparison import Difference
from drift.facts import LISTED, Fact, Operation, Place, Statement, key_of
from drift.located import Plain
from drift.severity import Severity, severity

BODY, REPLY, QUERY = Place("body", "size"), Place("reply", "size"), Place("query", "size")
BREAKS, ADDS, WORDS = Severity.BREAKS, Severity.ADDS, Severity.WORDS


def operation(place: Place, **facts: Plain) -> Operation:
    """An operation that has a place with these facts."""
    made = Operation("GET", "/house", 1)
    made.places[place] = Statement(1, None, whole=True)
    for kind, value in facts.items():
        made.facts[key_of(place, kind, value)] = Fact(place, kind, value, 1)
    return made


@pytest.mark.parametrize(
    ("place", "kind", "change", "values", "expected"),
    [
        (BODY, LISTED, "gone", (True, None), BREAKS),
        (REPLY, LISTED, "gone", (True, None), BREAKS),
        (REPLY, LISTED, "new", (None, True), ADDS),
        (BODY, LISTED, "new", (None, True), ADDS),
        (Place("error 409"), LISTED, "new", (None, True), ADDS),
        (Place("error 409"), LISTED, "gone", (True, None), WORDS),
        (BODY, "required", "new", (None, True), BREAKS),
        (BODY, "required", "gone", (True, None), ADDS),
        (REPLY, "required", "new", (None, True), ADDS),
        (REPLY, "required", "gone", (True, None), BREAKS),
        (REPLY, "value", "new", (None, "a"), ADDS),
        (BODY, "value", "new", (None, "a"), BREAKS),  # a field that was free is bound
        (BODY, "value", "gone", ("a", None), ADDS),  # and the other way round
        (REPLY, "value", "gone", ("a", None), BREAKS),
        (BODY, "type", "changed", ("number", "string"), BREAKS),
        (REPLY, "type", "changed", ("number", "string"), BREAKS),
        (BODY, "default", "changed", (1, 2), BREAKS),
        (BODY, "default", "new", (None, 2), WORDS),
        (REPLY, "default", "changed", (1, 2), WORDS),
        (QUERY, "maximum", "changed", (10, 5), BREAKS),
        (QUERY, "maximum", "changed", (10, 20), ADDS),
        (QUERY, "minimum", "changed", (1, 2), BREAKS),
        (QUERY, "minLength", "changed", (2, 1), ADDS),
        (QUERY, "maxItems", "new", (None, 5), BREAKS),
        (QUERY, "pattern", "gone", ("^a$", None), ADDS),
        (QUERY, "pattern", "changed", ("^a$", "^b$"), BREAKS),
        (REPLY, "maximum", "changed", (10, 5), WORDS),
        (BODY, "deprecated", "new", (None, True), WORDS),
        (BODY, "example", "changed", (1, 2), WORDS),
        (Place(), "scope", "new", (None, "a"), BREAKS),
        (Place(), "scope", "gone", ("a", None), ADDS),
        (Place(), "token type", "gone", ("a", None), BREAKS),
        (Place(), "title", "changed", ("a", "b"), WORDS),
    ],
)
def test_severity(place: Place, kind: str, change: str, values: tuple[Plain, Plain], expected: Severity) -> None:
    """What was accepted or returned and is no longer breaks; what was not and is now adds; the rest are words."""
    difference = Difference(place, kind, change, *values, 1, 1)
    assert severity(difference, operation(place), operation(place)) == expected


def test_a_new_required_field_breaks_where_it_is_sent() -> None:
    """Callers who do not send it are refused; in a reply it is a promise."""
    for place, expected in ((BODY, BREAKS), (QUERY, BREAKS), (REPLY, ADDS)):
        difference = Difference(place, LISTED, "new", None, True, 1, 1)
        assert severity(difference, operation(place), operation(place, required=True)) == expected


def test_a_value_among_others() -> None:
    """Beside other values a new one adds, and one that goes breaks."""
    bound = operation(BODY, value="b")
    assert severity(Difference(BODY, "value", "new", None, "a", 1, 1), bound, bound) == ADDS
    assert severity(Difference(BODY, "value", "gone", "a", None, 1, 1), bound, bound) == BREAKS
