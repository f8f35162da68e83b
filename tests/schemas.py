"""The OpenAPI file as the tests see it: which keys a request or a reply may have, all the way down.

A key is written as a path, `teamMembers[].userId`, and `keys_of` writes those of a JSON value the same way.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

import yaml

Schema = dict[str, Any]

FILE = Path(__file__).parent.parent / "openapi" / "calendars.yaml"


@cache
def document() -> Schema:
    """The OpenAPI file, parsed once."""
    parsed: Schema = yaml.safe_load(FILE.read_text(encoding="utf-8"))
    return parsed


def resolved(schema: Schema) -> Schema:
    """The schema that a reference leads to."""
    while "$ref" in schema:
        target: Any = document()
        for part in schema["$ref"].removeprefix("#/").split("/"):
            target = target[part]
        schema = target
    return schema


def operations() -> dict[str, Schema]:
    """Each operation by its operationId, with its path under `path` and its method under `method`."""
    return {
        operation["operationId"]: {**operation, "path": path, "method": method.upper()}
        for path, item in document()["paths"].items()
        for method, operation in item.items()
        if isinstance(operation, dict) and "operationId" in operation
    }


def item_schema(schema: Schema) -> Schema:
    """A schema, or that of the items of an array."""
    schema = resolved(schema)
    return resolved(schema["items"]) if schema.get("type") == "array" else schema


def request_schema(operation_id: str) -> Schema:
    """What the body of an operation, or each item of it, is made of; nothing where there is no body."""
    body = operations()[operation_id].get("requestBody")
    return item_schema(body["content"]["application/json"]["schema"]) if body else {}


def parameters(operation_id: str, place: str) -> list[str]:
    """The names of an operation's parameters in the path or in the query."""
    return [item["name"] for item in map(resolved, operations()[operation_id]["parameters"]) if item["in"] == place]


def reply_schema(operation_id: str) -> Schema:
    """What a good reply to an operation, or each item of it, holds, out of its envelope."""
    operation = operations()[operation_id]
    (status,) = (status for status in operation["responses"] if status.startswith("2"))
    schema = resolved(operation["responses"][status]["content"]["application/json"]["schema"])
    for key in operation.get("x-sdk-unwrap", ()):
        if key in schema.get("properties", ()):
            return item_schema(schema["properties"][key])
    return item_schema(schema)


def keys_in_schema(schema: Schema, prefix: str = "") -> set[str]:
    """Every key that the schema knows, nested ones too; a key that may be any is `*`."""
    keys: set[str] = set()
    properties = dict(resolved(schema).get("properties", {}))
    if isinstance(resolved(schema).get("additionalProperties"), dict):
        properties["*"] = resolved(schema)["additionalProperties"]
    for name, entry in properties.items():
        keys.add(prefix + name)
        inner, mark = resolved(entry), "."
        if inner.get("type") == "array":
            inner, mark = resolved(inner["items"]), "[]."
        keys |= keys_in_schema(inner, prefix + name + mark)
    return keys


def aliases_in_schema(schema: Schema) -> set[tuple[str, str]]:
    """Each key that has other spellings, with one of them."""
    pairs: set[tuple[str, str]] = set()
    for name, entry in resolved(schema).get("properties", {}).items():
        pairs |= {(name, alias) for alias in entry.get("x-sdk-aliases", ())}
        inner = resolved(entry)
        pairs |= aliases_in_schema(inner["items"] if inner.get("type") == "array" else inner)
    return pairs


def keys_of(value: object, prefix: str = "") -> set[str]:
    """Every key of a JSON value, in the form of `keys_in_schema`."""
    keys: set[str] = set()
    if isinstance(value, dict):
        for name, inner in value.items():
            keys.add(prefix + name)
            keys |= keys_of(inner, f"{prefix}{name}[]." if isinstance(inner, list) else f"{prefix}{name}.")
    elif isinstance(value, list):
        for item in value:
            keys |= keys_of(item, prefix)
    return keys
