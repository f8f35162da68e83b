"""The report in its three forms."""

from __future__ import annotations

import copy
import json

import pytest
import yaml
from drift.data import data
from drift.findings import Drift, Failure, Source, examine
from drift.markdown import markdown
from drift.reading import read_page
from drift.skeleton import skeleton
from drift.text import text
from house import LIST, RENT, document, page
from openapi_document import DOCUMENT as CALENDARS
from openapi_spec_validator import validate

CHANGED = (
    ("**kind** string\n", "**kind** number\n"),
    ("`red`, `blue`", "`red`, `blue`, `green|grey`"),
    ("# Rent a room", "# Let a room"),
    ("**note** stringrequired", "**note** string"),
)
TOLD = [
    '    breaks callers\n      changed: body kind: type is "number" now, was "string"  [line 79; house.yaml line 47]',
    '    adds\n      new: body beds[].colour: value "green|grey"  [line 95; house.yaml line 56]',
    '    words only\n      changed: operation: title is "Let a room" now, was "Rent a room"  [line 9; ',
]


@pytest.fixture
def drift() -> Drift:
    """A changed page, an unchanged one, a stale departure, a new operation and a file that could not be read."""
    ours = document()
    new = page(
        RENT, ("/house/rooms/:floor", "/house/attics/:floor"), ("/rent-room/", "/x/"), ("# Rent a room", "# Attic")
    )
    texts = {"rent.txt": page(RENT, *CHANGED), "list.txt": page(LIST), "attic.txt": new}
    found = examine(ours, [Source(name, "page", [read_page(text, ours)]) for name, text in texts.items()])
    found.failures.append(Failure("empty.txt", "it is empty; scrape it again."))
    return found


def test_the_text_groups_the_findings_of_an_operation(drift: Drift) -> None:
    """Each finding stands in its group with what is new, gone or changed, and both lines."""
    report = text(drift, "house.yaml")
    assert report.startswith("rent.txt: POST /house/rooms/{floor}, ")
    assert "list.txt: GET /house/rooms, 38 facts, 1 known departure, no drift\n" in report
    for part in TOLD:
        assert part in report
    assert "house.yaml line 40: stale departure: it says that the source has body note as required" in report
    assert "empty.txt: could not be read: it is empty; scrape it again.\n" in report
    assert report.endswith(
        "Drift: 1 breaks callers, 2 adds, 1 words only, 1 stale departure; 1 file could not be read.\n"
    )


def test_the_json_has_the_same(drift: Drift) -> None:
    """The report for machines has each finding as an object, and the rest beside them."""
    report = json.loads(data(drift, "house.yaml"))
    assert (report["document"], report["drift"]) == ("house.yaml", True)
    assert report["counts"] == {"breaks callers": 1, "adds": 2, "words only": 1}
    rent = report["operations"][0]
    assert (rent["source"], rent["operation"], rent["id"]) == ("rent.txt", "POST /house/rooms/{floor}", "rent-room")
    assert rent["findings"][1] == {
        "group": "breaks callers",
        "change": "changed",
        "place": "body kind",
        "kind": "type",
        "ours": "string",
        "theirs": "number",
        "source_line": 79,
        "document_line": 47,
    }
    assert [(stale["place"], stale["document_line"]) for stale in report["stale"]] == [("body note", 40)]
    assert [new["operation"] for new in report["new"]] == ["POST /house/attics/{floor}"]
    assert report["failures"] == [{"file": "empty.txt", "reason": "it is empty; scrape it again."}]


def test_the_markdown_is_a_table_for_each_operation(drift: Drift) -> None:
    """The report for a pull request has tables, whose cells no value breaks, and the skeleton as code."""
    report = markdown(drift, "house.yaml")
    assert "### `POST /house/rooms/{floor}` (rent-room)" in report
    assert '| adds | new | `body beds[].colour` | value "green\\|grey" | 95 | 56 |' in report
    assert "```yaml\n/house/attics/{floor}:\n" in report
    assert "### Stale departures\n\n- house.yaml line 40 says that" in report
    assert "### Could not be read\n\n- `empty.txt`: it is empty" in report


@pytest.mark.parametrize("form", [text, data, markdown])
def test_no_drift_is_said(form: object) -> None:
    """Without any drift the report still says what was compared."""
    ours = document()
    clean = examine(ours, [Source("list.txt", "page", [read_page(page(LIST), ours)])])
    report = str(form(clean, "house.yaml"))  # type: ignore[operator]
    assert "list.txt" in report
    assert "No drift" in report or '"drift": false' in report


def test_a_new_operation_is_a_skeleton(drift: Drift) -> None:
    """All that the page says stands in the YAML already, and what it does not say is marked."""
    ((_, new),) = drift.new
    written = yaml.safe_load(skeleton(new))["/house/attics/{floor}"]["post"]
    assert (written["operationId"], written["x-sdk-method"], written["tags"]) == ("x", "???", ["???"])
    assert written["security"] == [{"bearer": ["house.write"]}]
    assert written["parameters"][:2] == [
        {"$ref": "#/components/parameters/Version"},
        {
            "name": "floor",
            "in": "path",
            "required": True,
            "description": "???",
            "schema": {"type": "string", "enum": ["ground", "first"]},
        },
    ]
    body = written["requestBody"]["content"]["application/json"]["schema"]
    assert body["required"] == ["name", "note", "beds"]
    assert body["properties"]["beds"]["items"]["properties"]["width"] == {
        "type": "number",
        "examples": [90],
        "description": "???",
    }
    assert list(written["responses"]) == ["201", "400", "401", "403", "404", "422", "429", "5XX"]
    assert written["responses"]["404"] == {"$ref": "#/components/responses/NotFound"}


def test_a_skeleton_has_the_types_that_samples_show() -> None:
    """Where only a sample shows a field, its type is that of the value."""
    ours = document()
    new = read_page(page(LIST), ours)
    reply = yaml.safe_load(skeleton(new))["/house/rooms"]["get"]["responses"]["200"]
    rooms = reply["content"]["application/json"]["schema"]["properties"]["rooms"]["items"]["properties"]
    assert {name: node["type"] for name, node in rooms.items()} == {"id": "string", "price": "number", "doors": "array"}


def test_a_skeleton_fits_into_the_document() -> None:
    """Put under the paths of calendars.yaml, with a word for each mark, it is valid OpenAPI."""
    written = yaml.safe_load(skeleton(read_page(page(RENT), document())).replace("???", "word"))
    calendars = copy.deepcopy(CALENDARS)
    calendars["paths"].update(written)
    validate(calendars)
