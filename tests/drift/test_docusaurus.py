"""Pages of the Docusaurus site: what is read from them, and where it stands."""

from __future__ import annotations

import pytest
from drift.facts import Place
from drift.reading import read_page
from drift.unreadable import Unreadable
from house import RENT, document, drift_of, facts, findings, page

HEAD = [
    (12, "operation", "method", "POST"),
    (12, "operation", "path", "/house/rooms/{floor}"),
    (9, "operation", "title", "Rent a room"),
    (7, "operation", "page", "https://docs.example.com/docs/house/rent-room"),
    (21, "operation", "scope", "house.write"),
    (25, "operation", "auth method", "Key"),
    (25, "operation", "auth method", "Token"),
    (29, "operation", "token type", "Tenant"),
]
PARAMETERS = [
    (35, "header Version", "type", "string"),
    (35, "header Version", "required", True),
    (37, "header Version", "value", "2021-04-15"),
    (41, "path floor", "type", "string"),
    (41, "path floor", "required", True),
    (43, "path floor", "value", "ground"),
    (43, "path floor", "value", "first"),
    (47, "query nights", "type", "number"),
    (49, "query nights", "minimum", 1),
    (51, "query nights", "default", 2),
    (53, "query nights", "example", 3),
]
BODY = [
    (57, "body", "type", "object"),
    (59, "body name", "type", "string"),
    (59, "body name", "required", True),
    (66, "body name", "maxLength", 40),
    (68, "body name", "example", "true"),
    (70, "body note", "type", "string"),
    (70, "body note", "required", True),
    (79, "body kind", "type", "string"),
    (81, "body kind", "value", "attic"),
    (81, "body kind", "value", "cellar"),
    (83, "body kind", "default", "attic"),
    (85, "body beds", "type", "object[]"),
    (85, "body beds", "required", True),
    (87, "body beds", "maxItems", 4),
    (89, "body beds[].width", "type", "number"),
    (89, "body beds[].width", "required", True),
    (91, "body beds[].width", "example", 90),
    (93, "body beds[].colour", "type", "string"),
    (95, "body beds[].colour", "value", "red"),
    (95, "body beds[].colour", "value", "blue"),
    (97, "body keys", "type", "string[]"),
    (99, "body keys", "example", ["k1", "k2"]),
    (101, "body old_price", "type", "number"),
    (101, "body old_price", "deprecated", True),
    (57, "body", "required", True),
]
REPLY = [
    (105, "reply", "status", "201"),
    (105, "reply", "type", "object"),
    (117, "reply room", "type", "object"),
    (119, "reply room.id", "type", "string"),
    (121, "reply room.id", "example", "r1"),
    (123, "reply room.heated", "type", "boolean"),
    (125, "reply room.heated", "example", True),
    (127, "reply _links", "type", "string[]"),
]


def test_all_facts_are_read_with_their_lines() -> None:
    """Each fact comes from the content, at its line: neither from the front matter nor from a block in mid-sentence."""
    operation = read_page(page(RENT), document())
    assert facts(operation) == HEAD + PARAMETERS + BODY + REPLY


def test_samples_are_read_past_stray_backslashes() -> None:
    """What the samples show stands at its line in the curl command and in the replies."""
    operation = read_page(page(RENT), document())
    shown = [(f.line, str(f.place), f.value) for f in operation.facts.values() if f.kind == "sample"]
    assert shown == [
        (160, "body name", "true"),
        (161, "body note", "string"),
        (162, "body kind", "attic"),
        (165, "body beds[].width", 90),
        (166, "body beds[].colour", "red"),
        (169, "body keys", ["k1", "k2"]),
        (173, "body old_price", 0),
        (132, "reply room.id", "r1"),
        (133, "reply room.heated", True),
        (135, "reply _links", ["string"]),
    ]


def test_a_reply_without_a_schema_is_a_status() -> None:
    """A status whose reply is only described is read, and no field of it is missed."""
    operation = read_page(page(RENT), document())
    assert operation.places[Place("error 404")].line == 106
    assert findings(drift_of(page(RENT))) == []


def test_marks_of_an_array_tell_where_its_objects_end() -> None:
    """With the marks, no sample is needed to tell an object's fields from those after it."""
    marked = page(
        RENT,
        ("**width** numberrequired", "Array \\[\n\n**width** numberrequired"),
        ("**keys** string", "\\]\n\n**keys** string"),
        ('  "beds": [\\\n    {\\\n      "width": 90,\\\n      "colour": "red"\\\n    }\\\n  ],\n', ""),
    )
    assert findings(drift_of(marked)) == []


def test_the_fence_of_the_authorization_has_the_scopes_where_no_list_has() -> None:
    """A page without a list of scopes names them beside the header."""
    assert findings(drift_of(page(RENT, ("`house.write`\n", "none\n")))) == []


@pytest.mark.parametrize(
    ("written", "kind"),
    [
        ("string<date-time>required", "string"),
        ("stringnullablerequired", "string | null"),
        ("integerrequireddeprecated", "integer"),
    ],
)
def test_words_that_are_glued_to_a_type(written: str, kind: str) -> None:
    """What is glued to a type is told from it."""
    operation = read_page(page(RENT, ("**name** stringrequired", f"**name** {written}")), document())
    assert operation.value(Place("body", "name"), "type") == kind
    assert operation.value(Place("body", "name"), "required") is True


def test_an_array_as_a_body() -> None:
    """A body whose sample is a list is an array of objects."""
    text = page(RENT, ("-d '{\n", "-d '[{\n"), ('"old_price": 0\n}', '"old_price": 0\n}]'))
    operation = read_page(text, document())
    assert operation.value(Place("body"), "type") == "object[]"
    assert operation.value(Place("body", "[].beds[].width"), "required") is True


@pytest.mark.parametrize(
    ("end", "reason"),
    [
        ("## Share your", "before the sample of its request"),
        ("## Responses", 'before its section "Responses"'),
        ('    "heated"', "block of code does not end"),
        ('      "width"', "block of code does not end"),
        ("No such floor", "lists 201, 404 and describes 1 replies"),
        ("POST https", "names no operation"),
        ("[Skip to main", "in a form known here, or only the beginning of one"),
    ],
)
def test_a_truncated_page_is_refused(end: str, reason: str) -> None:
    """A page that lacks its end is refused with what is missing, instead of being taken for one with less in it."""
    text = page(RENT)
    text = text[: text.index(end)]
    if end.startswith("No such"):
        text += page(RENT).partition(end)[2]
    with pytest.raises(Unreadable, match=reason):
        read_page(text, document())


def test_a_list_that_is_lost_is_no_list_without_fields() -> None:
    """A body with a sample and without a list is refused."""
    with pytest.raises(Unreadable, match="line 57: it lists no field of the body"):
        read_page(page(RENT, ("### Body **required**\n", "### Body **required**\n\n### Notes\n")), document())
