"""`openapi/calendars.yaml`: sound in itself, and true to the five pages but where it says that it departs."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import pytest
from documented_calendar import CALENDAR
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

PAGES = {page.operation: page for page in (RESOURCE, GROUP, APPOINTMENT, CALENDAR, BLOCK_SLOT)}
ENVELOPES = {"CalendarEnvelope": ["calendar"], "GroupEnvelope": []}
# Where the YAML says something else than a page: the schema, the field, and what about it.
DEPARTURES = {
    ("CreateResource", "quantity", "required"),
    ("CreateResource", "outOfService", "required"),
    ("CreateResource", "capacity", "required"),
    ("CreateBlockSlot", "calendarId", "required"),
    ("CreateBlockSlot", "startTime", "required"),
    ("CreateBlockSlot", "endTime", "required"),
    ("CreateCalendar", "availabilityType", "type"),
    ("BlockSlot", "startTime", "type"),
    ("BlockSlot", "endTime", "type"),
    ("Appointment", "appointmentStatus", "values"),
    *(("Resource", name, "required") for name in ("locationId", "name", "resourceType", "isActive", "calendarIds")),
    *(("Group", name, "required") for name in ("id", "locationId", "name", "description", "slug")),
    *(("Appointment", name, "required") for name in ("calendarId", "locationId", "contactId")),
    *(("BlockSlot", name, "required") for name in ("locationId", "title", "startTime", "endTime")),
}
# What the YAML has beyond the fields of a page's list.
ADDITIONS = {
    "CreateCalendar": {"consentLabel"},
    "Resource": {"id"},
    "Appointment": {"status", "traceId"},
    "BlockSlot": {"traceId"},
}


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
    assert facts["externalDocs"]["url"] == PAGES[operation].url
    assert (facts["x-auth-methods"], facts["x-token-types"]) == (AUTH_METHODS, TOKEN_TYPES)
    ((scope,),) = (scheme["bearer"] for scheme in facts["security"])
    assert scope == (PAGES[operation].scope or "calendars.write")
    assert facts["x-sdk-method"].isidentifier()
    assert facts["tags"][0] in {tag["name"] for tag in DOCUMENT["tags"]}
    assert {"$ref": "#/components/parameters/Version"} in facts["parameters"]


@pytest.mark.parametrize(("pointer", "node"), [item for item in nodes(DOCUMENT) if "x-departure" in item[1]])
def test_a_departure_says_what_and_why(pointer: str, node: dict[str, Any]) -> None:
    """Each departure quotes what the source says and gives the reason for saying something else, in sentences."""
    assert sorted(node["x-departure"]) == ["says", "why"]
    for sentence in node["x-departure"].values():
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
    assert set(SCHEMAS[name].get("required", [])) <= set(SCHEMAS[name]["properties"])
    assert ": additionalProperties" in faults(name, {"notInThePages": 1})


@pytest.mark.parametrize("name", sorted(REPLIES | ERRORS))
def test_what_is_received_is_open(name: str) -> None:
    """Objects of replies allow any other key, and demand at most an id, or what the envelope is for."""
    assert "additionalProperties" not in SCHEMAS[name]
    demanded = SCHEMAS[name].get("required", [])
    assert demanded == ENVELOPES[name] if name in ENVELOPES else demanded in ([], ["id"])


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
    """The schema, the name and the facts of each field that a page lists."""
    for page in PAGES.values():
        for name, field in fields(page.request).items():
            yield body_of(page.operation), name, field
        for name, field in fields(page.reply or "").items():
            yield {"GroupEnvelope": "Group"}.get(schema := success_of(page.operation)[1], schema), name, field


@pytest.mark.parametrize(
    ("schema", "name", "field"), [pytest.param(*item, id=f"{item[0]}.{item[1]}") for item in documented()]
)
def test_a_field_is_as_its_page_has_it(schema: str, name: str, field: Any) -> None:
    """Type, default, values, and whether it is required or deprecated: as on the page, or named as a departure."""
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
    """The document lists no field that its page does not list, but for those whose source it names."""
    listed = {name for place, name, _ in documented() if place == schema}
    more = set(SCHEMAS[schema]["properties"]) - listed
    assert more == ADDITIONS.get(schema, set())
    assert [name for name in more if "x-departure" not in SCHEMAS[schema]["properties"][name]] == []


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
    assert faults(body_of(page.operation), page.sent) == SENT_FAULTS.get(page.operation, [])
    assert faults(success_of(page.operation)[1], page.received) == RECEIVED_FAULTS.get(page.operation, [])


@pytest.mark.parametrize(("schema", "sample"), [("BadRequestError", BAD_REQUEST), ("UnauthorizedError", UNAUTHORIZED)])
def test_the_documented_errors(schema: str, sample: dict[str, Any]) -> None:
    """The two errors of the pages are valid, and their fields are those that the document lists."""
    assert faults(schema, sample) == []
    assert set(SCHEMAS[schema]["properties"]) - set(sample) <= {"traceId"}
