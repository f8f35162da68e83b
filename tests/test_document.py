"""`openapi/calendars.yaml`: sound in itself, and true to the vendor's pages and file but where it departs by name."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import pytest
from departures import (
    ADDITIONS,
    DEMANDED,
    DEPARTURES,
    ENVELOPES,
    OMISSIONS,
    PARAMETER_DEPARTURES,
    UNDECLARED,
)
from documented_calendar import CALENDAR
from documented_objects import OBJECTS, SAME
from documented_operations import OPERATIONS, parameters
from documented_pages import (
    APPOINTMENT,
    AUTH_METHODS,
    BAD_REQUEST,
    BLOCK_SLOT,
    GROUP,
    RESOURCE,
    TOKEN_TYPES,
    UNAUTHORIZED,
    Page,
    fields,
)
from openapi_document import (
    DOCUMENT,
    SCHEMAS,
    SOURCE,
    body_of,
    faults,
    nodes,
    operations,
    reachable,
    success_of,
    validator,
)
from openapi_spec_validator import validate

from highlevel_calendars import client

SITE = "https://marketplace.gohighlevel.com/docs/ghl/calendars/"
PAGES = {page.operation: page for page in (RESOURCE, GROUP, APPOINTMENT, CALENDAR, BLOCK_SLOT)}


REQUESTS = {name for operation in operations() for name in reachable(body_of(operation))}
REPLIES = {name for operation in operations() for name in reachable(success_of(operation)[1])}
ERRORS = {"BadRequestError", "UnauthorizedError", "Error"}


def test_it_is_openapi() -> None:
    """The document is valid OpenAPI 3.1."""
    validate(DOCUMENT)


def test_it_speaks_of_the_api_that_the_sdk_calls() -> None:
    """The address and the version of the document are the defaults of the client."""
    assert [server["url"] for server in DOCUMENT["servers"]] == [client.BASE_URL]
    assert DOCUMENT["info"]["version"] == client.VERSION
    assert DOCUMENT["components"]["parameters"]["Version"]["schema"]["enum"] == [client.VERSION]


def test_each_extension_is_explained() -> None:
    """The head of the file explains each extension that is used in it, and no other."""
    head = SOURCE.read_text(encoding="utf-8").partition("openapi:")[0]
    used = {key for _, node in nodes(DOCUMENT) for key in node if key.startswith("x-") and "ratelimit" not in key}
    assert set(re.findall(r"\bx-[a-z-]+", head)) == used


@pytest.mark.parametrize("operation", operations())
def test_an_operation_names_its_page_and_its_permissions(operation: str) -> None:
    """Page, scope, auth methods, token types, group and method of the SDK stand at each operation."""
    facts = operations()[operation][2]
    assert facts["externalDocs"]["url"] == SITE + re.sub("([A-Z])", r"-\1", operation).lower()
    assert (facts["x-auth-methods"], facts["x-token-types"]) == (AUTH_METHODS, TOKEN_TYPES)
    ((scope,),) = (scheme["bearer"] for scheme in facts["security"])
    assert scope == OPERATIONS[operation][3]
    assert operation not in PAGES or PAGES[operation].scope in {scope, None}
    assert facts["x-sdk-method"].isidentifier()
    assert facts["tags"][0] in {tag["name"] for tag in DOCUMENT["tags"]}
    assert {"$ref": "#/components/parameters/Version"} in facts["parameters"]


@pytest.mark.parametrize(("pointer", "node"), [item for item in nodes(DOCUMENT) if "x-departure" in item[1]])
def test_a_departure_says_what_and_why(pointer: str, node: dict[str, Any]) -> None:
    """Each departure quotes what the source says and gives the reason for saying something else, in sentences."""
    assert {"says", "why"} <= set(node["x-departure"]) <= {"says", "why", "source", "page", "file"}
    for sentence in (node["x-departure"]["says"], node["x-departure"]["why"]):
        assert len(sentence.split()) >= 4
        assert sentence.endswith(".")


def own_values() -> Iterator[tuple[str, object]]:
    """Each example and default, with the pointer to the schema that it stands at."""
    for name, schema in SCHEMAS.items():
        for pointer, node in nodes(schema, f"/components/schemas/{name}"):
            if not pointer.endswith("/properties"):
                yield from ((pointer, example) for example in node.get("examples", []))
                if "default" in node:
                    yield pointer, node["default"]


@pytest.mark.parametrize(("pointer", "value"), list(own_values()))
def test_examples_and_defaults_are_valid(pointer: str, value: object) -> None:
    """Each example and default is allowed by the very schema that it stands at."""
    assert [error.message for error in validator(pointer).iter_errors(value)] == []


@pytest.mark.parametrize("name", sorted(REQUESTS))
def test_what_is_sent_is_closed(name: str) -> None:
    """Objects of requests forbid keys that are not listed, and demand only those that are."""
    assert SCHEMAS[name]["additionalProperties"] is False
    assert set(SCHEMAS[name].get("required", [])) <= set(SCHEMAS[name].get("properties", []))
    assert ": additionalProperties" in faults(name, {"notInThePages": 1})


@pytest.mark.parametrize("name", sorted(REPLIES | ERRORS))
def test_what_is_received_is_open(name: str) -> None:
    """Objects of replies allow any other key, and demand at most an id, or what the envelope is for."""
    assert SCHEMAS[name].get("additionalProperties") is not False
    demanded = SCHEMAS[name].get("required", [])
    assert demanded == DEMANDED[name] if name in DEMANDED else demanded in ([], ["id"])


def test_no_schema_is_for_both_ways() -> None:
    """What is sent and what is received are different objects, since their rules differ."""
    assert set() == REQUESTS & REPLIES
    enumerations = {name for name, schema in SCHEMAS.items() if schema.get("type") != "object"}
    assert set(SCHEMAS) - REQUESTS - REPLIES - ERRORS == enumerations


def facts_of(schema: str, name: str) -> dict[str, Any]:
    """What the document says about a field, in the words of a page."""
    node = SCHEMAS[schema]["properties"][name]
    target = {**SCHEMAS[node["$ref"].rpartition("/")[2]], **node} if "$ref" in node else node
    kind = target.get("type", "oneOf")
    if kind == "array":
        inner = target["items"]
        kind = f"{inner.get('type', 'object')}[]"
    return {
        "type": kind,
        "required": name in SCHEMAS[schema].get("required", []),
        "deprecated": node.get("deprecated", False),
        "default": node.get("default"),
        "values": sorted(target.get("enum", [])),
    }


def documented() -> Iterator[tuple[str, str, Any]]:
    """The schema, the name and the facts of each field that a page or the vendor's file lists."""
    for page in PAGES.values():
        for name, field in fields(page.request).items():
            yield body_of(page.operation) or "", name, field
        for name, field in fields(page.reply or "").items():
            yield {"GroupEnvelope": "Group"}.get(schema := success_of(page.operation)[1], schema), name, field
    for schema in (*OBJECTS, *SAME):
        for name, field in fields(OBJECTS[SAME.get(schema, schema)]).items():
            if name not in OMISSIONS.get(schema, ()):
                yield schema, name, field


@pytest.mark.parametrize(
    ("schema", "name", "field"), [pytest.param(*item, id=f"{item[0]}.{item[1]}") for item in documented()]
)
def test_a_field_is_as_its_source_has_it(schema: str, name: str, field: Any) -> None:
    """Type, default, values, and whether it is required or deprecated: as in the source, or named as a departure."""
    found = facts_of(schema, name)
    if found["type"] == "oneOf":  # the number, or null
        assert [inner.get("type", inner.get("$ref")) for inner in SCHEMAS[schema]["properties"][name]["oneOf"]] == [
            "#/components/schemas/AvailabilityType",
            "null",
        ]
        found["values"] = SCHEMAS["AvailabilityType"]["enum"]
    told = {**field._asdict(), "values": sorted(field.values)}
    differing = {fact for fact in found if found[fact] != told[fact]}
    assert differing == {fact for place, of, fact in DEPARTURES if (place, of) == (schema, name)}
    if differing:
        inner = SCHEMAS[schema]["properties"][name]
        target = SCHEMAS.get(inner.get("$ref", "").rpartition("/")[2], {})
        assert any("x-departure" in node for node in (SCHEMAS[schema], inner, target))


@pytest.mark.parametrize("schema", sorted({schema for schema, _, _ in documented()}))
def test_no_field_is_invented(schema: str) -> None:
    """The document lists no field that its source does not list, but for those that it gives the reason for."""
    listed = {name for place, name, _ in documented() if place == schema}
    more = set(SCHEMAS[schema]["properties"]) - listed
    assert more == ADDITIONS.get(schema, set())
    assert [name for name in more if "x-departure" not in SCHEMAS[schema]["properties"][name]] == []


@pytest.mark.parametrize("schema", OMISSIONS)
def test_a_field_that_is_left_out_is_named(schema: str) -> None:
    """What the vendor's file lists and the document leaves out stands in a departure."""
    assert OMISSIONS[schema] == set(fields(OBJECTS[schema])) - set(SCHEMAS[schema]["properties"])
    for name in OMISSIONS[schema]:
        assert name in SCHEMAS[schema]["x-departure"]["says"]


def test_no_object_is_invented() -> None:
    """Every object is one of the sources, but for what wraps replies, the map of free slots, and the empty one."""
    listed = {schema for schema, _, _ in documented()}
    assert (REQUESTS | REPLIES) - listed == {*ENVELOPES, "FreeSlots", "Empty"}
    assert SCHEMAS["Empty"].get("properties", {}) == {}
    assert SCHEMAS["FreeSlots"]["additionalProperties"] == {"$ref": "#/components/schemas/DaySlots"}


@pytest.mark.parametrize("envelope", ENVELOPES)
def test_an_envelope_holds_what_it_is_for(envelope: str) -> None:
    """The key of an envelope leads to its object or to an array of such, and each operation with it names the key."""
    key, schema = ENVELOPES[envelope]
    inner = SCHEMAS[envelope]["properties"][key]
    assert inner.get("items", inner) == {"$ref": f"#/components/schemas/{schema}"}
    assert (inner.get("type") == "array") is (key.endswith("s"))
    users = [operation for operation in operations() if success_of(operation)[1] == envelope]
    assert users
    assert [name for name in users if key not in operations()[name][2]["x-sdk-unwrap"]] == []


def test_the_operations_are_those_of_the_official_file() -> None:
    """The document has all operations of its version and no others, each with its method, path and status."""
    found = {name: (method, path, success_of(name)[0]) for name, (path, method, _) in operations().items()}
    assert found == {name: (method, path, status) for name, (method, path, status, _) in OPERATIONS.items()}


@pytest.mark.parametrize("operation", OPERATIONS)
def test_a_parameter_is_as_the_official_file_has_it(operation: str) -> None:
    """Place, type, default, and whether it is required: as in the vendor's file, or named as a departure."""
    path, _, facts = operations()[operation]
    for place in ("path", "query"):
        ours = {item["name"]: item for item in facts["parameters"] if item.get("in") == place}
        theirs = parameters(operation, place)
        more = set(ours) - set(theirs)
        assert (more, set(theirs) - set(ours)) == (
            UNDECLARED.get(operation, set()) if place == "path" else set(),
            set(),
        )
        assert not more or "x-departure" in facts
        assert place == "query" or set(ours) == set(re.findall(r"{(\w+)}", path))
        for name, field in theirs.items():
            schema = ours[name]["schema"]
            schema = SCHEMAS[schema["$ref"].rpartition("/")[2]] if "$ref" in schema else schema
            array = f"{schema['items']['type']}[]" if "items" in schema else schema["type"]
            found = (array, ours[name].get("required", False), schema.get("default"), schema.get("enum", []))
            told = (field.type, field.required, field.default, field.values)
            differing = {
                fact
                for fact, a, b in zip(("type", "required", "default", "values"), found, told, strict=True)
                if a != b
            }
            assert differing == {fact for at, of, fact in PARAMETER_DEPARTURES if (at, of) == (operation, name)}
            assert not differing or "x-departure" in ours[name]


@pytest.mark.parametrize("page", PAGES.values(), ids=PAGES)
def test_an_operation_is_where_its_page_has_it(page: Page) -> None:
    """Path, method and status of success are those of the page; the one path that differs says so."""
    path, method, _ = operations()[page.operation]
    assert method == "post"
    assert path == page.path or (path == f"{page.path}/" and "x-departure" in DOCUMENT["paths"][path])
    assert success_of(page.operation)[0] == (page.status or "200")


def test_the_kinds_of_resource_are_those_of_the_page() -> None:
    """The parameter in the path has the two values of the page."""
    (parameter,) = (p for p in operations()["create-calendar-resource"][2]["parameters"] if "name" in p)
    assert (parameter["name"], parameter["in"], parameter["required"]) == ("resourceType", "path", True)
    assert SCHEMAS["ResourceType"]["enum"] == ["equipments", "rooms"]


# The samples of the pages that break the document's rules, each a departure that stands in it.
SENT_FAULTS = {
    "create-calendar": ["lookBusyConfig/LookBusyPercentage: maximum"],
    "create-block-slot": [": not"],
}
RECEIVED_FAULTS = {"create-appointment": ["isRecurring: type"]}


@pytest.mark.parametrize("page", PAGES.values(), ids=PAGES)
def test_the_samples_of_the_pages(page: Page) -> None:
    """What a page shows as a request and as a reply is valid, but for what the document departs from."""
    body = body_of(page.operation)
    assert body is not None
    assert faults(body, page.sent) == SENT_FAULTS.get(page.operation, [])
    assert faults(success_of(page.operation)[1], page.received) == RECEIVED_FAULTS.get(page.operation, [])


@pytest.mark.parametrize(("schema", "sample"), [("BadRequestError", BAD_REQUEST), ("UnauthorizedError", UNAUTHORIZED)])
def test_the_documented_errors(schema: str, sample: dict[str, Any]) -> None:
    """The two errors of the pages are valid, and their fields are those that the document lists."""
    assert faults(schema, sample) == []
    assert set(SCHEMAS[schema]["properties"]) - set(sample) <= {"traceId"}
