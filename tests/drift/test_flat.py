"""Pages of the other generator: what is read from their lists and samples."""

from __future__ import annotations

import pytest
from drift.facts import Place
from drift.reading import read_page
from drift.unreadable import Unreadable
from house import LIST, document, drift_of, facts, findings, page


def test_all_facts_are_read_with_their_lines() -> None:
    """Each fact of the lists is read at its line."""
    assert facts(read_page(page(LIST), document())) == [
        (8, "operation", "method", "GET"),
        (9, "operation", "path", "/house/rooms"),
        (7, "operation", "title", "List rooms"),
        (40, "header Version", "type", "string"),
        (42, "header Version", "required", True),
        (47, "header Version", "value", "2021-04-15"),
        (51, "query limit", "type", "number"),
        (53, "query limit", "default", 10),
        (57, "query limit", "minimum", 1),
        (57, "query limit", "maximum", 50),
        (59, "reply", "type", "object"),
        (65, "reply rooms", "type", "object[]"),
        (67, "reply rooms", "required", True),
        (68, "reply total", "type", "number"),
        (70, "reply total", "default", 7),
        (71, "reply mood", "type", "string"),
        (74, "reply mood", "value", "calm"),
        (75, "reply mood", "value", "wild"),
        (78, "reply mood", "example", "calm"),
        (61, "reply", "status", "200"),
    ]


def test_what_stands_only_in_samples_is_read() -> None:
    """The fields of objects, which no list has, come from the samples."""
    operation = read_page(page(LIST), document())
    shown = [(f.line, str(f.place), f.value) for f in operation.facts.values() if f.kind == "sample"]
    assert shown == [
        (15, "reply rooms[].id", "r1"),
        (16, "reply rooms[].price", 123),
        (19, "reply rooms[].doors[].side", "north"),
        (24, "reply total", 7),
        (25, "reply mood", "calm"),
        (26, "reply hidden", "<string>"),
    ]


def test_it_is_silent_about_what_it_has_no_place_for() -> None:
    """Scopes, ways in, errors and its own address are no facts of such a page."""
    drift = drift_of(page(LIST))
    assert (findings(drift), drift.stale) == ([], [])


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ('"price": 123,', '"price": 123, "size": 4,', ("adds", "new", "reply rooms[].size", "listed")),
        ('      "price": 123,\n', "", ("breaks callers", "gone", "reply rooms[].price", "listed")),
        ('"price": 123,', '"price": "dear",', ("breaks callers", "new", "reply rooms[].price", "sample")),
        ('"id": "r1"', '"id": "r2"', ("words only", "changed", "reply rooms[].id", "sample")),
        ('"side": "north"', '"side": "west"', ("adds", "new", "reply rooms[].doors[].side", "sample")),
        ("\ntotal\nnumber\ndefault:7", "", ("breaks callers", "gone", "reply total", "type")),
    ],
)
def test_a_difference_that_only_a_sample_shows(old: str, new: str, expected: tuple[str, ...]) -> None:
    """What changes in the samples is found, and so is a field that only the list has lost."""
    assert findings(drift_of(page(LIST, (old, new)))) == [expected]


def test_dotted_names_are_fields_of_the_object_before() -> None:
    """A page that lists the fields of an object after it names them with its name before theirs."""
    text = page(LIST, ("total\nnumber", "rooms.id\nstring\nrooms.price\nnumber\nrooms.doors\nobject[]\ntotal\nnumber"))
    operation = read_page(text, document())
    assert operation.value(Place("reply", "rooms[].price"), "type") == "number"
    assert findings(drift_of(text)) == []


@pytest.mark.parametrize(
    ("end", "reason"),
    [
        ('      "price"', 'line 15: it ends before its section "Response"'),
        ("Query Parameters", 'before its section "Response"'),
        ("\nrooms\nobject", "lists no field of the reply"),
        ("  --url", "in a form known here, or only the beginning of one"),
    ],
)
def test_a_truncated_page_is_refused(end: str, reason: str) -> None:
    """A page that lacks its end is refused with what is missing."""
    text = page(LIST)
    with pytest.raises(Unreadable, match=reason):
        read_page(text[: text.index(end)], document())


def test_a_sample_that_is_lost_is_missed() -> None:
    """Without a sample, nothing would be known of the fields of objects, and so the page is refused."""
    text = page(LIST)
    start, end = text.index("{\n"), text.index("Authorizations")
    with pytest.raises(Unreadable, match="line 42: it has no sample of the reply"):
        read_page(text[:start] + text[end:], document())


def test_a_sample_that_does_not_end_is_refused() -> None:
    """The line where the cut sample begins is named."""
    with pytest.raises(Unreadable, match="line 12: a sample does not end"):
        read_page(page(LIST, ("\n}\n\nAuthorizations", "\n\nAuthorizations")), document())
