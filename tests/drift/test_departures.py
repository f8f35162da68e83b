"""What the document departs from: recognised while a source says it, stale when none does."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml
from departures import ADDITIONS, DEPARTURES, OMISSIONS, PARAMETER_DEPARTURES, UNDECLARED
from drift.document import read_document
from drift.facts import LISTED, Operation, Place
from drift.findings import Drift, Source, examine
from drift.located import read_yaml
from drift.reading import read_page
from drift.unreadable import Unreadable
from house import DOCUMENT, LIST, RENT, document, drift_of, findings, page
from openapi_document import SCHEMAS, operations

# A departure of house.yaml, what a page would have to say for it to apply no longer, and the line of its note.
OVER = [
    ("limit", RENT, "**Possible values:** `>= 1`", "**Possible values:** `>= 1`, `<= 30`", "query nights", "maximum"),
    ("required", RENT, "**note** stringrequired", "**note** string", "body note", "required"),
    ("field", RENT, "**\\_links** string", "**traceId** string\n\n**\\_links** string", "reply traceId", LISTED),
    ("status", RENT, "- 404\n", "- 404\n- 422\n", "error 422", LISTED),
    ("list", LIST, "mood\nenum<string>", "hidden\nstring\nmood\nenum<string>", "reply hidden", "type"),
]


def test_departures_are_recognised() -> None:
    """What the document announces is counted, and is no drift."""
    drift = drift_of(page(RENT))
    assert (findings(drift), drift.stale, drift.found) == ([], [], False)
    assert [str(difference.place) for difference, _ in drift.comparisons[0].recognised] == [
        "query nights",
        "body note",
        "reply traceId",
        "error 422",
    ]


@pytest.mark.parametrize(("file", "old", "new", "place", "kind"), [case[1:] for case in OVER], ids=[c[0] for c in OVER])
def test_a_departure_that_applies_no_longer_is_stale(file: Path, old: str, new: str, place: str, kind: str) -> None:
    """Once the page says what the document says, the departure is reported with its line, and nothing else is."""
    text = page(file, (old, new))
    if kind == LISTED and place.startswith("error"):
        text = text.replace("No such floor\n", "No such floor\n\nWrong\n")
    drift = drift_of(text)
    assert findings(drift) == []
    assert drift.found
    (stale,) = drift.stale
    assert (str(stale.claim.place), stale.claim.kind) == (place, kind)
    assert "x-departure" in DOCUMENT.read_text(encoding="utf-8").splitlines()[stale.claim.line - 1]
    assert 1 < stale.line <= text.count("\n")


def test_a_departure_that_says_a_third_thing_is_stale_and_the_difference_is_drift() -> None:
    """When the source says neither what we say nor what we say that it says, both are reported."""
    drift = drift_of(page(RENT, ("**Possible values:** `>= 1`", "**Possible values:** `>= 1`, `<= 60`")))
    assert findings(drift) == [("adds", "changed", "query nights", "maximum")]
    assert [str(stale.claim.place) for stale in drift.stale] == ["query nights"]


def test_a_note_that_many_operations_share_holds_while_one_shows_it() -> None:
    """A shared note is stale only when no operation that reaches it shows the difference."""
    ours = _twins("string")
    shown = Source("a.yaml", "file", _twins("string", "number"))
    assert examine(ours, [shown]).stale == []
    (stale,) = examine(ours, [Source("a.yaml", "file", _twins("string", "string"))]).stale
    assert stale.claim.value == "number"


def _twins(*kinds: str) -> list[Operation]:
    """Two operations whose replies share a schema of ours, or have one each of another's."""
    node: dict[str, Any] = {"type": kinds[0]}
    note = {"says": "It is a number.", "why": "It is not.", "source": {"type": "number"}}
    paths: dict[str, Any] = {}
    for index, name in enumerate(("one", "two")):
        field = {"type": kinds[-1 if index else 0]} if len(kinds) > 1 else {**node, "x-departure": note}
        schema = {"type": "object", "properties": {"size": field}}
        reply = {"200": {"description": "It", "content": {"application/json": {"schema": schema}}}}
        paths[f"/house/{name}"] = {"get": {"operationId": name, "responses": reply}}
    if len(kinds) == 1:  # one note, at one place, for both
        paths["/house/two"]["get"]["responses"] = paths["/house/one"]["get"]["responses"]
    text = yaml.safe_dump({"openapi": "3.1.0", "info": {}, "paths": paths})
    return read_document(read_yaml(text))


def test_a_note_for_pages_is_none_for_the_file() -> None:
    """What only the pages say is drift when the official file says it too."""
    ours = document()
    file = read_page(page(RENT), ours)
    drift: Drift = examine(ours, [Source("house.json", "file", [file])])
    assert ("adds", "gone", "query nights", "maximum") in findings(drift)


@pytest.mark.parametrize("key", ["typo", "enums", "says"])
def test_a_key_that_means_nothing_is_refused(key: str) -> None:
    """A note with a key that nothing reads is an error at its line, so that no departure is silently none."""
    text = DOCUMENT.read_text(encoding="utf-8").replace("page: {maximum: null}", f"page: {{{key}: null}}")
    with pytest.raises(Unreadable, match=rf"^line \d+: x-departure: '{key}' means nothing here"):
        read_document(read_yaml(text))


def _notes() -> dict[str, Any]:
    """What the notes of calendars.yaml say, by the schema that they stand in, `schema.field` for a field's own."""
    notes: dict[str, Any] = {}
    for name, schema in SCHEMAS.items():
        notes[name] = schema.get("x-departure", {})
        for field, node in schema.get("properties", {}).items():
            target = SCHEMAS.get(node.get("$ref", "").rpartition("/")[2], {})
            notes[f"{name}.{field}"] = {**target.get("x-departure", {}), **node.get("x-departure", {})}
    return notes


NOTES = _notes()


def _said(note: dict[str, Any]) -> dict[str, Any]:
    """What a note says of any source."""
    return {**note.get("source", {}), **note.get("page", {}), **note.get("file", {})}


@pytest.mark.parametrize(("schema", "field", "fact"), sorted(DEPARTURES))
def test_each_known_departure_of_a_field_is_data(schema: str, field: str, fact: str) -> None:
    """What the tables that were made by hand know to differ, a note says in a form that can be compared."""
    if fact == "required":
        theirs = _said(NOTES[schema])["required"]
        assert (field in theirs) is not (field in SCHEMAS[schema].get("required", []))
    else:
        assert {"type": "type", "values": "enum"}[fact] in _said(NOTES[f"{schema}.{field}"])


def test_each_known_departure_of_a_parameter_is_data() -> None:
    """So it is with parameters."""
    for operation, name, fact in PARAMETER_DEPARTURES:
        (node,) = (item for item in operations()[operation][2]["parameters"] if item.get("name") == name)
        assert fact in _said(node["x-departure"])
    for operation, names in UNDECLARED.items():
        assert _said(operations()[operation][2]["x-departure"])["lacks"] == [f"path {name}" for name in names]


def test_each_addition_and_omission_is_data() -> None:
    """So it is with fields that only one side has; the one that a page has in its sample has no type there."""
    for schema, names in ADDITIONS.items():
        for name in names:
            assert _said(NOTES[f"{schema}.{name}"]) in ({"listed": False}, {"type": None})
    for schema, names in OMISSIONS.items():
        assert set(_said(NOTES[schema])["lists"]) == names


def test_no_claim_repeats_what_the_document_says() -> None:
    """A departure that says of the source what we say ourselves would never be found stale."""
    text = Path(CALENDARS_FILE).read_text(encoding="utf-8")
    for operation in read_document(read_yaml(text)):
        for claim in operation.claims:
            if claim.kind == LISTED:
                assert (claim.place in operation.places) is not claim.present
            elif claim.kind in {"value", "example"}:
                assert (claim.value in [f.value for f in operation.values(claim.place, claim.kind).values()]) is not (
                    claim.present
                )
            elif claim.place in operation.places and claim.place != Place():
                assert operation.value(claim.place, claim.kind) != claim.value


CALENDARS_FILE = Path(__file__).resolve().parents[2] / "openapi" / "calendars.yaml"
