"""The pure functions that lower the document for the generator."""

from __future__ import annotations

import copy
import importlib.util
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

SOURCE = Path(__file__).resolve().parent.parent / "openapi" / "lower.py"


def load() -> Any:
    """The module, which is no part of a package."""
    spec = importlib.util.spec_from_file_location("lower_under_test", SOURCE)
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


lower = load()

Document = dict[str, Any]


def document() -> Document:
    """A document of one operation with everything that lowering looks at."""
    return {
        "openapi": "3.1.0",
        "info": {"title": "T", "version": "1"},
        "tags": [{"name": "things", "description": "All things."}],
        "paths": {
            "/things/{thingType}": {
                "x-departure": {"says": "s", "why": "w"},
                "post": {
                    "operationId": "create-thing",
                    "x-sdk-method": "create",
                    "x-sdk-unwrap": ["missing", "thing"],
                    "tags": ["things"],
                    "summary": "Create a thing",
                    "description": "Makes a thing of thingType.",
                    "externalDocs": {"url": "https://example.com/create-thing"},
                    "security": [{"bearer": ["things.write", "more.write"]}],
                    "parameters": [
                        {"$ref": "#/components/parameters/Version"},
                        {"name": "thingType", "in": "path", "description": "Its kind.", "schema": {"type": "string"}},
                    ],
                    "requestBody": {
                        "content": {"application/json": {"schema": {"$ref": "#/components/schemas/CreateThing"}}}
                    },
                    "responses": {
                        "201": {
                            "headers": {"x": {}},
                            "content": {"application/json": {"schema": {"$ref": "#/components/schemas/Envelope"}}},
                        },
                        "400": {"$ref": "#/components/responses/Bad"},
                    },
                },
            }
        },
        "components": {
            "parameters": {"Version": {}},
            "schemas": {
                "CreateThing": {
                    "description": "A thing; see maxSize.",
                    "required": ["locationId"],
                    "not": {"required": ["a", "b"]},
                    "allOf": [{"if": {}}],
                    "properties": {
                        "locationId": {"type": "string", "description": "Where."},
                        "maxSize": {"type": "number", "enum": [0, 0.5], "default": 0.5, "description": "At most."},
                        "appoinmentPerSlot": {"type": "number", "x-sdk-name": "appointments_per_slot"},
                        "isOpen": {"type": "boolean", "default": False, "description": "Beside appoinmentPerSlot."},
                        "part": {"$ref": "#/components/schemas/Part"},
                    },
                },
                "Envelope": {"properties": {"thing": {"$ref": "#/components/schemas/Thing"}}},
                "Thing": {"properties": {"parts": {"items": {"$ref": "#/components/schemas/Part"}}}},
                "Part": {"properties": {"whole": {"$ref": "#/components/schemas/Thing"}}},
                "Unused": {},
            },
        },
    }


def success(lowered: Document) -> Document:
    found: Document = lowered["paths"]["/things/{thingType}"]["post"]["responses"]["201"]
    return found


def test_the_source_is_left_alone() -> None:
    """Lowering makes a copy, so that the document can be used for something else afterwards."""
    source = document()
    lower.lower(source)
    assert source == document()


def test_the_facts_of_an_operation_move_to_its_success() -> None:
    """All that a template must know of an operation stands at its one reply."""
    assert success(lower.lower(document()))["x-operation"] == {
        "id": "create-thing",
        "method": "create",
        "path": "/things/{thing_type}",
        "page": "https://example.com/create-thing",
        "scope": "things.write more.write",
        "group": "All things.",
        "summary": "Create a thing",
        "description": "Makes a thing of thingType.",
        "envelope": ["missing", "thing"],
        "location": "body",
        "body": "object",
        "body_name": "items",
        "body_doc": "",
        "keep": {},
        "reconcile": False,
        "parameters": {"thingType": {"doc": "Its kind.", "format": ""}},
    }


def test_only_the_success_stays() -> None:
    """Errors, headers, shared parameters and notes are not for the generator."""
    operation = lower.lower(document())["paths"]["/things/{thingType}"]
    assert list(operation) == ["post"]
    assert list(operation["post"]["responses"]) == ["201"]
    assert sorted(success(lower.lower(document()))) == ["content", "x-operation"]
    assert [parameter["name"] for parameter in operation["post"]["parameters"]] == ["thingType"]


def test_the_success_comes_out_of_its_envelope() -> None:
    """The first key of the envelope that the schema has leads to what the method returns."""
    content = success(lower.lower(document()))["content"]["application/json"]
    assert content["schema"]["$ref"] == "#/components/schemas/Thing"


def test_a_bare_success_stays_as_it_is() -> None:
    """Where no key of the envelope is in the schema, the reply is the model itself."""
    source = document()
    source["paths"]["/things/{thingType}"]["post"]["x-sdk-unwrap"] = ["missing"]
    content = success(lower.lower(source))["content"]["application/json"]
    assert content["schema"] == {"$ref": "#/components/schemas/Envelope"}


def facts(spoil: Callable[[Document], None]) -> Document:
    """The facts of the one operation after a change to the document."""
    source = document()
    spoil(source)
    found: Document = success(lower.lower(source))["x-operation"]
    return found


def test_a_body_without_a_required_location_needs_none() -> None:
    """The client fills in its location only where the body demands one."""

    def spoil(source: Document) -> None:
        source["components"]["schemas"]["CreateThing"]["required"] = []

    assert facts(spoil)["location"] == ""


@pytest.mark.parametrize(("name", "place", "location"), [("locationId", "query", "query"), ("limit", "query", "body")])
def test_a_location_in_the_query_goes_there(name: str, place: str, location: str) -> None:
    """Where a parameter of the query is the location, the client fills it in there."""

    def spoil(source: Document) -> None:
        parameter = {"name": name, "in": place, "description": "It.", "schema": {"type": "string"}}
        source["paths"]["/things/{thingType}"]["post"]["parameters"].append(parameter)

    assert facts(spoil)["location"] == location


def test_a_parameter_keeps_what_the_templates_need() -> None:
    """The doc of a parameter has the default that the API takes, which the generator does not see; nor its limits."""

    def spoil(source: Document) -> None:
        schema = {"type": "number", "format": "epoch-millis", "default": 50}
        parameter = {"name": "since", "in": "query", "description": "From when.", "schema": schema}
        source["paths"]["/things/{thingType}"]["post"]["parameters"].append(parameter)

    source = document()
    spoil(source)
    lowered = lower.lower(source)
    assert facts(spoil)["parameters"]["since"] == {
        "doc": "From when. The API's default: 50.",
        "format": "epoch-millis",
    }
    _, since = lowered["paths"]["/things/{thingType}"]["post"]["parameters"]
    assert since["schema"] == {"type": "number", "format": "epoch-millis"}


def of_body(schema: Document) -> Callable[[Document], None]:
    def spoil(source: Document) -> None:
        body = source["paths"]["/things/{thingType}"]["post"]["requestBody"]
        body["content"]["application/json"]["schema"] = schema

    return spoil


def no_body(source: Document) -> None:
    del source["paths"]["/things/{thingType}"]["post"]["requestBody"]


@pytest.mark.parametrize(
    ("spoil", "body", "name", "doc"),
    [
        (no_body, "", "items", ""),
        (of_body({"$ref": "#/components/schemas/Unused"}), "", "items", ""),
        (of_body({"$ref": "#/components/schemas/Part"}), "object", "items", ""),
        (
            of_body(
                {
                    "type": "array",
                    "items": {"$ref": "#/components/schemas/Part"},
                    "x-sdk-name": "parts",
                    "description": "All of them.",
                }
            ),
            "array",
            "parts",
            "All of them.",
        ),
    ],
    ids=["none", "empty", "an object", "an array"],
)
def test_the_kind_of_a_body(spoil: Callable[[Document], None], body: str, name: str, doc: str) -> None:
    """A body is nothing, an object that is filled from arguments, or an array under a name of its own."""
    found = facts(spoil)
    assert (found["body"], found["body_name"], found["body_doc"]) == (body, name, doc)
    assert found["location"] == ""


def test_an_array_comes_out_of_its_envelope() -> None:
    """An array in the envelope is what the method returns, and a bare one stays as it is."""
    array = {"type": "array", "items": {"$ref": "#/components/schemas/Thing"}}
    source = document()
    source["components"]["schemas"]["Envelope"]["properties"]["thing"] = array
    assert success(lower.lower(source))["content"]["application/json"]["schema"].items() >= array.items()
    source = document()
    source["paths"]["/things/{thingType}"]["post"]["responses"]["201"]["content"]["application/json"]["schema"] = array
    assert success(lower.lower(source))["content"]["application/json"]["schema"] == array


def test_what_is_kept_is_told() -> None:
    """An argument that reads a field and sends it along stands among the facts."""
    keep = {"argument": "keep_size", "field": "max_size", "read": "get"}

    def spoil(source: Document) -> None:
        source["paths"]["/things/{thingType}"]["post"]["x-sdk-keep"] = keep

    assert facts(spoil)["keep"] == keep


def test_what_can_be_looked_up_is_told() -> None:
    """That a lost reply of an operation can be looked up stands among the facts."""

    def spoil(source: Document) -> None:
        source["paths"]["/things/{thingType}"]["post"]["x-sdk-reconcile"] = True

    assert facts(spoil)["reconcile"] is True


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"operationId": "other-thing"}, "'create' of things stands twice"),
        ({"x-sdk-method": "other"}, "'create-thing' of operationId stands twice"),
        ({"operationId": "other-thing", "x-sdk-method": "other"}, None),
        ({"operationId": "other-thing", "tags": ["others"]}, None),
    ],
    ids=["a method", "an id", "neither", "a method of another group"],
)
def test_no_two_operations_share_a_name(change: Document, said: str | None) -> None:
    """An id that stands twice, or a method of one group, is refused; a method may have its like in another group."""
    source = document()
    source["tags"].append({"name": "others", "description": "Others."})
    operation = copy.deepcopy(source["paths"]["/things/{thingType}"]["post"]) | change
    source["paths"]["/others/{thingType}"] = {"post": operation}
    if said is None:
        assert set(lower.lower(source)["paths"]) == {"/things/{thingType}", "/others/{thingType}"}
    else:
        with pytest.raises(lower.GenerationError, match=said):
            lower.lower(source)


def test_only_schemas_in_use_stay() -> None:
    """What no operation refers to, directly or through others, makes no model."""
    assert sorted(lower.lower(document())["components"]["schemas"]) == ["CreateThing", "Part", "Thing"]


def test_constraints_are_dropped_and_docs_put_beside_the_fields() -> None:
    """The generator never sees what it would misread, and each field's doc names fields as Python does."""
    lowered = lower.lower(document())["components"]["schemas"]["CreateThing"]
    assert lowered["x-doc"] == "A thing; see max_size."
    assert not {"not", "allOf"} & set(lowered)
    fields = lowered["properties"]
    assert fields["maxSize"]["x-doc"] == "At most. The API's default: 0.5."
    assert not {"enum", "default"} & set(fields["maxSize"])
    assert fields["isOpen"]["x-doc"] == "Beside appointments_per_slot. The API's default: false."
    assert fields["appoinmentPerSlot"]["x-doc"] == ""


@pytest.mark.parametrize(
    ("field", "name"),
    [("maxSize", "max_size"), ("appoinmentPerSlot", "appointments_per_slot"), ("isOpen", "is_open"), ("part", None)],
)
def test_python_names(field: str, name: str | None) -> None:
    """A field has its snake case name, or the one that the YAML gives it; same names are left out."""
    assert lower.python_names(document()["components"]["schemas"]).get(field) == name


@pytest.mark.parametrize(
    ("words", "spoken"),
    [
        ("locationId and maxSize.", "location_id and maxSize."),
        ("xlocationId locationIds", "xlocationId locationIds"),
        ("(locationId)", "(location_id)"),
        ("", ""),
    ],
)
def test_docs_speak_python_word_by_word(words: str, spoken: str) -> None:
    """Whole words are replaced in docs, at any depth, and nothing else is."""
    node = {"description": words, "title": words, "list": [{"x-doc": words}], "other": {"description": 7}}
    lower.speak_python(node, {"locationId": "location_id"})
    assert node == {
        "description": spoken,
        "title": words,
        "list": [{"x-doc": spoken}],
        "other": {"description": 7},
    }


def without(*keys: str) -> Callable[[Document], None]:
    def spoil(operation: Document) -> None:
        node = operation
        for key in keys[:-1]:
            node = node[key]
        del node[keys[-1]]

    return spoil


def with_tag(operation: Document) -> None:
    operation["tags"] = ["thigns"]


def with_schema(operation: Document) -> None:
    operation["requestBody"]["content"]["application/json"]["schema"]["$ref"] = "#/components/schemas/CreateThign"


def with_undescribed_parameter(operation: Document) -> None:
    operation["parameters"].append({"name": "limit", "in": "query", "schema": {"type": "integer"}})


def with_bare_parameter(operation: Document) -> None:
    operation["parameters"].append({"name": "limit", "in": "query", "description": "How many."})


FAULTS: dict[str, tuple[Callable[[Document], None], str]] = {
    "no id": (without("operationId"), "operationId"),
    "no method": (without("x-sdk-method"), "x-sdk-method"),
    "no page": (without("externalDocs"), "externalDocs"),
    "no summary": (without("summary"), "summary"),
    "no tag": (without("tags"), "default"),
    "a body without content": (without("requestBody", "content"), "content"),
    "no success": (without("responses", "201"), "2XX"),
    "a reply without content": (without("responses", "201", "content"), "content"),
    "an unknown tag": (with_tag, "thigns"),
    "an unknown schema": (with_schema, "CreateThign"),
    "a parameter without a doc": (with_undescribed_parameter, "description"),
    "a parameter without a schema": (with_bare_parameter, "schema"),
}


@pytest.mark.parametrize(("spoil", "said"), FAULTS.values(), ids=FAULTS)
def test_what_the_client_is_made_of_must_be_there(spoil: Callable[[Document], None], said: str) -> None:
    """A document that lacks something is refused with a message that names what."""
    source = copy.deepcopy(document())
    spoil(source["paths"]["/things/{thingType}"]["post"])
    with pytest.raises(lower.GenerationError, match=said):
        lower.lower(source)


@pytest.mark.parametrize(("value", "found"), [(["a", 1, None, "b"], ["a", "b"]), ("a", []), (None, [])])
def test_texts_are_the_strings_of_a_list(value: object, found: list[str]) -> None:
    """A list that is missing, or something else, is empty."""
    assert lower.texts({"key": value}, "key") == found


@pytest.mark.parametrize(("value", "found"), [([{"a": 1}, "b"], [{"a": 1}]), ({"a": {}}, []), (None, [])])
def test_items_are_the_objects_of_a_list(value: object, found: list[object]) -> None:
    """What is no object in a list is passed over."""
    assert lower.items({"key": value}, "key") == found


@pytest.mark.parametrize(("value", "found"), [({"a": {}, "b": 1}, {"a": {}}), ([], {}), (None, {})])
def test_children_are_the_objects_of_an_object(value: object, found: object) -> None:
    """What is no object in an object is passed over."""
    assert lower.children({"key": value}, "key") == found


def test_a_reference_is_known_by_its_last_part() -> None:
    """The name of a schema is what stands behind the last slash."""
    assert lower.referenced({"$ref": "#/components/schemas/Thing"}) == "Thing"


def test_a_long_value_is_cut_in_the_message() -> None:
    """The message about a wrong value shows only the beginning of it."""
    with pytest.raises(lower.GenerationError) as caught:
        lower.child({"key": "x" * 500}, "key")
    assert len(str(caught.value)) < 200
