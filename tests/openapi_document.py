"""`openapi/calendars.yaml` as data, and JSON Schema's opinion of values by it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml
from jsonschema import Draft202012Validator, FormatChecker
from referencing import Registry, Resource
from referencing.jsonschema import DRAFT202012

SOURCE = Path(__file__).resolve().parent.parent / "openapi" / "calendars.yaml"
DOCUMENT: dict[str, Any] = yaml.safe_load(SOURCE.read_text(encoding="utf-8"))
SCHEMAS: dict[str, Any] = DOCUMENT["components"]["schemas"]
URN = "urn:calendars"
REGISTRY: Registry[Any] = Registry().with_resource(URN, Resource.from_contents(DOCUMENT, DRAFT202012))


def validator(pointer: str) -> Draft202012Validator:
    return Draft202012Validator(
        {"$ref": f"{URN}#{pointer}"}, registry=REGISTRY, format_checker=FormatChecker(["date-time"])
    )


def faults(schema: str, value: object) -> list[str]:
    """What a schema refuses: the place in the value, and the keyword of the schema."""
    errors = validator(f"/components/schemas/{schema}").iter_errors(value)
    return sorted(f"{'/'.join(map(str, error.absolute_path))}: {error.validator}" for error in errors)


def nodes(node: Any, pointer: str = "") -> Iterator[tuple[str, Any]]:
    """Each object of the document, with the pointer to it."""
    if isinstance(node, dict):
        yield pointer, node
        for key, value in node.items():
            yield from nodes(value, f"{pointer}/{str(key).replace('~', '~0').replace('/', '~1')}")
    elif isinstance(node, list):
        for index, value in enumerate(node):
            yield from nodes(value, f"{pointer}/{index}")


def operations() -> dict[str, tuple[str, str, dict[str, Any]]]:
    """The path, the method and the operation of each operationId."""
    return {
        item[method]["operationId"]: (path, method, item[method])
        for path, item in DOCUMENT["paths"].items()
        for method in item
        if not method.startswith("x-")
    }


def schema_of(content: dict[str, Any]) -> str:
    """The name of the schema of a body, or of the items when it is an array."""
    schema = content["content"]["application/json"]["schema"]
    reference: str = schema.get("items", schema)["$ref"]
    return reference.rpartition("/")[2]


def body_of(operation: str) -> str | None:
    """The schema of what an operation sends, if it sends anything."""
    body = operations()[operation][2].get("requestBody")
    return schema_of(body) if body else None


def success_of(operation: str) -> tuple[str, str]:
    """The status of success and its schema."""
    responses = operations()[operation][2]["responses"]
    (status,) = (status for status in responses if status.startswith("2"))
    return status, schema_of(responses[status])


def reachable(name: str | None) -> set[str]:
    """The schema and all that it refers to."""
    found: set[str] = set()
    waiting = {name} if name else set()
    while waiting:
        name = waiting.pop()
        found.add(name)
        waiting |= {node["$ref"].rpartition("/")[2] for _, node in nodes(SCHEMAS[name]) if "$ref" in node} - found
    return {name for name in found if SCHEMAS[name].get("type") == "object"}
