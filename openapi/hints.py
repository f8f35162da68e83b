"""Whether each `x-sdk-*` key of the document is where the generator looks for it, and names what is there."""

from __future__ import annotations

from collections.abc import Iterator

from lower import METHODS, Json, child, children, entry, is_json, is_list, referenced, request_body, text, texts
from openapi_python_client.strings import PythonIdentifier

OF_OPERATIONS = frozenset({"x-sdk-method", "x-sdk-keep", "x-sdk-reconcile", "x-sdk-unwrap"})
OF_FIELDS = frozenset({"x-sdk-name", "x-sdk-aliases", "x-sdk-split"})


def obstacles(document: Json) -> Iterator[str]:
    """What no longer applies, a sentence each."""
    schemas = children(child(document, "components"), "schemas")
    operations = [
        operation
        for methods in children(document, "paths").values()
        for method, operation in children({"methods": methods}, "methods").items()
        if method in METHODS
    ]
    for operation in operations:
        yield from of_operation(operation, operations, schemas)
    for name, schema in schemas.items():
        yield from of_schema(name, schema, schemas)
    yield from misplaced(document, "")


def misplaced(node: object, path: str) -> Iterator[str]:
    """Keys that stand where nobody looks for them, or that nobody knows."""
    if is_json(node):
        is_field = "/properties/" in path and path.rsplit("/", 2)[1] == "properties"
        is_body = path.endswith("/requestBody/content/application\\json/schema")
        known = OF_FIELDS if is_field else {"x-sdk-name"} if is_body else OF_OPERATIONS if "operationId" in node else ()
        for key, value in node.items():
            if key.startswith("x-sdk-") and key not in known:
                where = path.strip("/").replace("/", " > ").replace("\\", "/")
                others = ", ".join(sorted(known)) or "none"
                yield f"{key} means nothing at {where}; keys that do: {others}. Mend or delete it."
            yield from misplaced(value, f"{path}/{key.replace('/', chr(92))}")
    elif is_list(node):
        for index, item in enumerate(node):
            yield from misplaced(item, f"{path}/{index}")


def of_operation(operation: Json, operations: list[Json], schemas: dict[str, Json]) -> Iterator[str]:
    """The keys of an operation."""
    name = text(operation, "operationId")
    body = request_body(operation)
    if "x-sdk-name" in body and "items" not in body:
        yield f"x-sdk-name of the body of {name} names an array, and the body is none now; delete it."
    whole = reply_of(operation, schemas)
    if texts(operation, "x-sdk-unwrap") and "items" in whole:
        yield f"x-sdk-unwrap of {name} is of no use: its reply is an array, which has no keys; delete it."
    properties = children(whole, "properties")
    wrapped = [key for key, field in properties.items() if "$ref" in field or "items" in field]
    if len(wrapped) == len(properties) == 1 and wrapped[0] not in texts(operation, "x-sdk-unwrap"):
        yield f"The reply of {name} is wrapped in {wrapped[0]!r}, which x-sdk-unwrap does not name; put it there."
    if "x-sdk-keep" in operation:
        yield from of_keep(name, operation, operations, schemas)


def of_keep(name: str, operation: Json, operations: list[Json], schemas: dict[str, Json]) -> Iterator[str]:
    """The argument of an operation that reads a field and sends it along."""
    keep = child(operation, "x-sdk-keep")
    argument, field, read = (text(keep, key) for key in ("argument", "field", "read"))
    group = texts(operation, "tags")[:1]
    reader = next((o for o in operations if texts(o, "tags")[:1] == group and o.get("x-sdk-method") == read), None)
    if reader is None:
        yield f"x-sdk-keep of {name} reads with {read!r}, and its group has no such method; name the one that reads."
    elif field not in fields_of(success_of(reader, schemas)):
        yield f"x-sdk-keep of {name} keeps {field!r}, which the reply of {read!r} does not have; name a field of it."
    sent = fields_of(resolved(request_body(operation), schemas))
    if field not in sent:
        yield f"x-sdk-keep of {name} keeps {field!r}, and its body has no such field; name one that it sends."
    if argument in sent:
        yield f"x-sdk-keep of {name} adds {argument!r}, which is a field of its body now; call the argument otherwise."


def of_schema(name: str, schema: Json, schemas: dict[str, Json]) -> Iterator[str]:
    """The keys of the fields of a schema."""
    fields = children(schema, "properties")
    names = fields_of(schema)
    for wire, field in fields.items():
        where = f"of {name}.{wire}"
        if "x-sdk-name" in field:
            chosen = text(field, "x-sdk-name")
            if not chosen.isidentifier():
                yield f"x-sdk-name {where} is {chosen!r}, which is no Python name; choose one that is."
            if chosen == python_name(wire):
                yield f"x-sdk-name {where} is the name that the field has without it; delete it."
            if names.count(chosen) > 1:
                yield f"x-sdk-name {where} is {chosen!r}, which another field of {name} is called; choose another one."
        aliases = texts(field, "x-sdk-aliases")
        if aliases and schema.get("additionalProperties") is False:
            yield f"x-sdk-aliases {where} is of no use: {name} is sent, and only replies are searched; delete it."
        for alias in aliases:
            if alias in fields:
                yield f"x-sdk-aliases {where} has {alias!r}, which is a field of {name} itself; delete one of the two."
        if "x-sdk-split" in field:
            inner = children(resolved(child({"items": field.get("items", {})}, "items"), schemas), "properties")
            split = text(field, "x-sdk-split")
            if "items" not in resolved(inner.get(split, {}), schemas):
                yield f"x-sdk-split {where} names {split!r}, and the entries have no such array; name one of theirs."


def resolved(schema: Json, schemas: dict[str, Json]) -> Json:
    """The schema, or the one that it refers to."""
    return entry(schemas, referenced(schema)) if "$ref" in schema else schema


def reply_of(operation: Json, schemas: dict[str, Json]) -> Json:
    """The schema of an operation's success."""
    responses = children(operation, "responses")
    success = next((reply for status, reply in responses.items() if status.startswith("2")), None)
    return resolved(child(success, "content", "application/json", "schema"), schemas) if success else {}


def success_of(operation: Json, schemas: dict[str, Json]) -> Json:
    """The schema of an operation's success, out of its envelope where it has one."""
    whole = reply_of(operation, schemas)
    properties = children(whole, "properties")
    key = next((key for key in texts(operation, "x-sdk-unwrap") if key in properties), None)
    return resolved(properties[key], schemas) if key else whole


def fields_of(schema: Json) -> list[str]:
    """The Python names of a schema's fields."""
    fields = children(schema, "properties")
    return [text(field, "x-sdk-name") if "x-sdk-name" in field else python_name(wire) for wire, field in fields.items()]


def python_name(wire: str) -> str:
    """The name that a field has without a hint."""
    return PythonIdentifier(wire, "field_")
