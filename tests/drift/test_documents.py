"""OpenAPI documents: references, compositions and types of both versions, with the line of each fact."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from drift.document import read_document
from drift.facts import LISTED, Operation, Place
from drift.located import read_json, read_yaml
from drift.reading import read_official
from drift.unreadable import Unreadable
from house import document


def operation(schema: str, file: Path | None = None, components: str = "{}") -> Operation:
    """An operation whose reply has this schema, written as a flow of YAML on line 8."""
    text = f"""openapi: 3.0.0
paths:
  /house:
    get:
      responses:
        '200':
          content: {{application/json:
            {{schema: {schema}}}}}
components: {components}
"""
    (found,) = read_document(read_yaml(text), file)
    return found


REPLY = Place("reply")


@pytest.mark.parametrize(
    ("schema", "kind"),
    [
        ("{type: string, nullable: true}", "string | null"),
        ("{type: [string, 'null']}", "string | null"),
        ("{type: array, items: {type: array, items: {type: number}}}", "number[][]"),
        ("{oneOf: [{type: string}, {type: array, items: {type: string}}]}", "string | string[]"),
        ("{type: array, items: {anyOf: [{type: string}, {type: number}]}}", "(string | number)[]"),
        ("{properties: {a: {type: string}}}", "object"),
        ("{}", "any"),
    ],
)
def test_types_are_written_as_pages_write_them(schema: str, kind: str) -> None:
    """Both versions' ways to say null, arrays and alternatives become one text."""
    assert operation(schema).value(REPLY, "type") == kind


def test_what_a_schema_is_made_of_counts() -> None:
    """The parts of allOf and what a reference leads to are facts of the field, and what stands beside them wins."""
    made = operation(
        "{type: object, properties: {size: {allOf: [{$ref: '#/components/Size'}], default: 2}}}",
        components="{Size: {type: number, default: 1, enum: [1, 2], maximum: 9}}",
    )
    size = Place("reply", "size")
    assert (made.value(size, "type"), made.value(size, "default"), made.value(size, "maximum")) == ("number", 2, 9)
    assert [(fact.value, fact.line) for fact in made.values(size, "value").values()] == [(1, 9), (2, 9)]


def test_a_field_that_is_only_required_is_a_field() -> None:
    """A name under `required` that no property describes is a required field of no known type."""
    made = operation("{type: object, required: [key], properties: {name: {type: string}}}")
    key = Place("reply", "key")
    assert key in made.places
    assert (made.value(key, "required"), made.value(key, "type")) == (True, None)


def test_a_schema_that_contains_itself_is_read_once() -> None:
    """A tree of objects ends where it begins again, and nothing is claimed about what is below."""
    twigs = "{type: array, items: {$ref: '#/components/Tree'}}"
    tree = f"{{type: object, properties: {{name: {{type: string}}, twigs: {twigs}}}}}"
    made = operation("{$ref: '#/components/Tree'}", components=f"{{Tree: {tree}}}")
    assert [str(place) for place in made.places if place.part == "reply"] == ["reply", "reply name", "reply twigs"]


@pytest.mark.parametrize("at_hand", [True, False])
def test_a_reference_into_another_file(tmp_path: Path, at_hand: bool) -> None:
    """Another file is read where it lies beside the document; where it does not, nothing is claimed about it."""
    if at_hand:
        (tmp_path / "common.json").write_text(
            '{"Error": {"type": "object", "properties": {"message": {"type": "string"}}}}'
        )
    made = operation("{$ref: '../shared/common.json#/Error'}", tmp_path / "house.yaml")
    message = Place("reply", "message")
    assert (message in made.places) is at_hand
    assert made.speaks_of(message, LISTED) is at_hand
    assert not at_hand or made.places[message].line == 8  # the line of the reference: the other file has its own


def test_all_ways_to_write_examples_are_read() -> None:
    """An example, a list of examples and named ones are all examples."""
    text = """openapi: 3.0.0
paths:
  /house:
    get:
      parameters:
        - {name: a, in: query, schema: {type: string, example: x}}
        - {name: b, in: query, schema: {type: string}, examples: {one: {value: y}}}
        - {name: c, in: query, schema: {type: string, examples: [z, w]}}
      responses: {}
"""
    (made,) = read_document(read_yaml(text))
    examples = [(place.field, fact.value) for (place, kind, _), fact in made.facts.items() if kind == "example"]
    assert examples == [("a", "x"), ("b", "y"), ("c", "z"), ("c", "w")]


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ('{"swagger": "2.0", "paths": {"/house": {}}}', "no OpenAPI document"),
        ('{"openapi": "3.0.0", "paths": {}}', "no OpenAPI document"),
        ('{"openapi": "3.0.0"', "line 1: no YAML or JSON"),
        ("a: &a [*a]\n", "line 1: a value contains itself"),
        ("<!DOCTYPE html><html></html>", "it is HTML"),
        ("just words", "no OpenAPI document"),
    ],
)
def test_what_is_no_openapi_document_is_refused(tmp_path: Path, text: str, reason: str) -> None:
    """Another version, half a file, HTML and plain words are named for what they are."""
    file = tmp_path / "official.json"
    file.write_text(text)
    with pytest.raises(Unreadable, match=reason):
        read_official(file, document())


def test_a_reference_that_leads_nowhere_is_named() -> None:
    """A broken reference is an error at its line."""
    with pytest.raises(Unreadable, match=r"line 8: .*#/components/Nothing. leads nowhere"):
        operation("{$ref: '#/components/Nothing'}")


def test_json_has_lines_too() -> None:
    """The lines of a JSON file are those of its keys, also behind tabs."""
    value: dict[str, Any] = {"a": {"b": [1, {"c": "d"}]}}
    node = read_json(json.dumps(value, indent="\t"))
    inner = node.get("a", "b")
    assert node.plain() == value
    assert inner is not None
    assert [item.line for item in inner.list()] == [4, 5]
