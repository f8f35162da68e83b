"""What the tables of `wire_*.py` lack, made of the OpenAPI file: a new optional field needs no row of its own.

A row written by hand says more, since nobody looked at the file for it, and it wins wherever there is one. What is
required has to have one, and what is written in a form of its own.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any
from urllib.parse import quote_plus

import attrs
from openapi_python_client.strings import PythonIdentifier
from schemas import Schema, keys_in_schema, keys_of, operations, request_schema, resolved
from wire import INDIA, Call, Row

from highlevel_calendars import UNSET, models

SAMPLES = {"string": "text", "boolean": True, "integer": 1, "number": 0.5}
OWN_FORMS = {"local-date", "date", "epoch-millis"}


def completed(calls: Mapping[str, Call]) -> dict[str, Call]:
    """The calls, with a value for each key and parameter that no call of their operation has."""
    return {name: complete(call, calls.values()) for name, call in calls.items()}


def complete(call: Call, calls: Iterable[Call]) -> Call:
    """The call with what it and the others of its operation lack."""
    bodies = [other.wire_body(other.arguments) for other in calls if other.operation == call.operation]
    schema = request_schema(call.operation)
    missing = keys_in_schema(schema) - set[str]().union(*map(keys_of, bodies))
    if missing and isinstance(call.content, list):
        items = [extended(item, schema, "", missing) for item in call.positional[-1]]
        content = [extended_wire(item, schema, "", missing) for item in call.content]
        call = call._replace(positional=(*call.positional[:-1], items), content=content)
    elif missing:
        rows = [extended_row(row, schema, missing) for row in call.body]
        call = call._replace(body=[*rows, *new_rows(schema, "", missing)])
    return with_query(call)


def with_query(call: Call) -> Call:
    """The call with the parameters of the query that it lacks, in the order of the file."""
    own = {row[2]: row for row in call.query}
    query = {item["name"]: item for item in map(resolved, operations()[call.operation]["parameters"])}
    optional = [key for key, item in query.items() if item["in"] == "query" and not item.get("required")]
    new = {key: query_row(key, query[key]) for key in optional if key not in own}
    return call._replace(query=[{**own, **new}[key] for key in query if key in own or key in new]) if new else call


def query_row(key: str, parameter: Schema) -> Row:
    """A row of a parameter; what goes over the wire is text."""
    value, wire = sample(key, parameter["schema"])
    return name_of(key, parameter), value, key, [as_text(item) for item in (wire if isinstance(wire, list) else [wire])]


def as_text(wire: object) -> str:
    """A value as the query has it."""
    return quote_plus(wire if isinstance(wire, str) else json.dumps(wire))


def new_rows(schema: Schema, prefix: str, missing: set[str]) -> list[Row]:
    """A row for each field of an object that is missing."""
    fields = schema.get("properties", {})
    return [
        (name_of(key, field), value, key, wire)
        for key, field in fields.items()
        if prefix + key in missing
        for value, wire in [sample(key, field)]
    ]


def extended_row(row: Row, schema: Schema, missing: set[str]) -> Row:
    name, value, key, wire = row
    field = schema["properties"].get(key, {})
    prefix = below("", key, field)
    return name, extended(value, field, prefix, missing), key, extended_wire(wire, field, prefix, missing)


def extended(value: Any, node: Schema, prefix: str, missing: set[str]) -> Any:
    """A model with a value for each missing field of it and of what it holds."""
    schema = resolved(node)
    if isinstance(value, list):
        return [extended(item, schema.get("items", {}), prefix, missing) for item in value]
    if not attrs.has(type(value)):
        return value
    fields = {name_of(key, field): (key, field) for key, field in schema["properties"].items()}
    held = {name: getattr(value, name) for name in fields if getattr(value, name) is not UNSET}
    own = {name: extended(item, fields[name][1], below(prefix, *fields[name]), missing) for name, item in held.items()}
    return attrs.evolve(value, **own, **{row[0]: row[1] for row in new_rows(schema, prefix, missing)})


def extended_wire(wire: Any, node: Schema, prefix: str, missing: set[str]) -> Any:
    """The same of what goes over the wire."""
    schema = resolved(node)
    if isinstance(wire, list):
        return [extended_wire(item, schema.get("items", {}), prefix, missing) for item in wire]
    if not isinstance(wire, dict):
        return wire
    fields = schema["properties"]
    own = {
        key: extended_wire(item, fields[key], below(prefix, key, fields[key]), missing) for key, item in wire.items()
    }
    return {**own, **{row[2]: row[3] for row in new_rows(schema, prefix, missing)}}


def sample(key: str, node: Schema) -> tuple[Any, Any]:
    """A value of a field, and what it is on the wire: its first example, or any that its type allows."""
    schema = {**resolved(node), **node}
    kind, form = schema.get("type"), schema.get("format")
    if "oneOf" in schema:
        return sample(key, schema["oneOf"][0])
    if form in OWN_FORMS or "x-sdk-split" in schema or (kind == "object" and "$ref" not in node):
        raise AssertionError(f"{key} is written in a form of its own; give it a row in tests/wire_*.py.")
    if kind == "object":
        rows = new_rows(schema, "", set(schema.get("properties", {})))
        model = getattr(models, node["$ref"].rpartition("/")[2])
        return model(**{row[0]: row[1] for row in rows}), {row[2]: row[3] for row in rows}
    if kind == "array":
        value, wire = sample(key, schema["items"])
        return [value], [wire]
    if form == "date-time":
        return datetime(2026, 8, 25, 8, 0, tzinfo=INDIA), "2026-08-25T08:00:00+05:30"
    value = next(iter([*schema.get("examples", []), *schema.get("enum", [])]), SAMPLES.get(kind or "string"))
    return value, value


def below(prefix: str, key: str, field: Schema) -> str:
    """The beginning of the keys of what a field holds, as `keys_in_schema` writes them."""
    return f"{prefix}{key}{'[].' if resolved(field).get('type') == 'array' else '.'}"


def name_of(key: str, field: Schema) -> str:
    """The Python name of a field or parameter."""
    return field.get("x-sdk-name") or PythonIdentifier(key, "field_")
