"""Lower `calendars.yaml` to what openapi-python-client takes best.

Only successes and their schemas stay, out of their envelopes. What the templates must know moves to where the
generator shows it to them: an operation's facts into its success, as `x-operation`, and the doc of a field
beside the field, as `x-doc`.
"""

import json
import re
from collections.abc import Iterator
from typing import TypeGuard, TypeVar

from openapi_python_client.strings import snake_case

T = TypeVar("T")

Json = dict[str, object]

METHODS = ("get", "put", "post", "delete", "patch")
# Said for JSON Schema tools; the generator drops or misreads them.
CONSTRAINTS = ("allOf", "dependentSchemas", "if", "then", "else", "not", "default")


class GenerationError(Exception):
    """The client cannot be generated; the message says what to do."""


def is_json(value: object) -> TypeGuard[Json]:
    return isinstance(value, dict)


def is_list(value: object) -> TypeGuard[list[object]]:
    return isinstance(value, list)


def child(node: Json, *keys: str) -> Json:
    """The object at `keys` below `node`."""
    for key in keys:
        value = node.get(key)
        if not is_json(value):
            raise GenerationError(f"calendars.yaml: expected an object named {key!r}, found {value!r:.80}.")
        node = value
    return node


def children(node: Json, key: str) -> dict[str, Json]:
    """The objects of the object at `key`, empty where there is none."""
    value = node.get(key)
    return {name: item for name, item in value.items() if is_json(item)} if is_json(value) else {}


def items(node: Json, key: str) -> list[Json]:
    """The objects of the list at `key`, empty where there is none."""
    value = node.get(key)
    return [item for item in value if is_json(item)] if is_list(value) else []


def text(node: Json, key: str) -> str:
    """The string at `key`."""
    value = node.get(key)
    if not isinstance(value, str):
        raise GenerationError(f"calendars.yaml: expected a string named {key!r}, found {value!r:.80}.")
    return value


def entry(table: dict[str, T], key: str) -> T:
    """What `table` has under `key`."""
    if key not in table:
        raise GenerationError(f"calendars.yaml: there is no {key!r} among {', '.join(table) or 'nothing'}.")
    return table[key]


def texts(node: Json, key: str) -> list[str]:
    """The strings of the list at `key`, empty where there is none."""
    value = node.get(key)
    return [item for item in value if isinstance(item, str)] if is_list(value) else []


def referenced(node: Json) -> str:
    """The name of the schema that `node` refers to."""
    return text(node, "$ref").rpartition("/")[2]


def lower(source: Json) -> Json:
    """A lowered copy of the document.

    Raises:
        GenerationError: the document lacks what the client is made of.
    """
    document: Json = json.loads(json.dumps(source))
    schemas = children(child(document, "components"), "schemas")
    groups = {text(tag, "name"): text(tag, "description") for tag in items(document, "tags")}
    for path, methods in children(document, "paths").items():
        methods.pop("x-departure", None)
        for method, operation in children({"methods": methods}, "methods").items():
            if method in METHODS:
                lower_operation(operation, path, groups, schemas)
    refuse_twins(document)
    for schema in schemas.values():
        lower_schema(schema)
    speak_python(document, python_names(schemas))
    kept = reachable(document, schemas)
    document["components"] = {"schemas": {name: schema for name, schema in schemas.items() if name in kept}}
    return document


def refuse_twins(document: Json) -> None:
    """Each operation has an id of its own, and a method of its own within its group."""
    seen: set[tuple[str, str]] = set()
    for methods in children(document, "paths").values():
        for operation in children({"methods": methods}, "methods").values():
            group = next(iter(texts(operation, "tags")), "default")
            for name in (("operationId", text(operation, "operationId")), (group, text(operation, "x-sdk-method"))):
                if name in seen:
                    raise GenerationError(f"calendars.yaml: {name[1]!r} of {name[0]} stands twice.")
                seen.add(name)


def lower_operation(operation: Json, path: str, groups: dict[str, str], schemas: dict[str, Json]) -> None:
    """Leave the operation's success, out of its envelope, with the operation's facts."""
    parameters = [parameter for parameter in items(operation, "parameters") if "$ref" not in parameter]
    responses = children(operation, "responses")
    status = next((status for status in responses if status.startswith("2")), "2XX")
    success = entry(responses, status)
    content = child(success, "content", "application/json")
    envelope = texts(operation, "x-sdk-unwrap")
    content["schema"] = unwrapped(child(content, "schema"), envelope, schemas)
    body = request_body(operation)
    body_schema = entry(schemas, referenced(body)) if "$ref" in body else body
    in_query = any(text(parameter, "name") == "locationId" and parameter["in"] == "query" for parameter in parameters)
    in_body = "locationId" in texts(body_schema, "required")
    success.pop("headers", None)
    success["x-operation"] = {
        "id": text(operation, "operationId"),
        "method": text(operation, "x-sdk-method"),
        "path": re.sub(r"{(\w+)}", lambda name: f"{{{snake_case(name[1])}}}", path),
        "page": text(child(operation, "externalDocs"), "url"),
        "scope": " ".join(scope for scheme in items(operation, "security") for scope in texts(scheme, "bearer")),
        "group": entry(groups, next(iter(texts(operation, "tags")), "default")),
        "summary": text(operation, "summary"),
        "description": text(operation, "description"),
        "envelope": envelope,
        "location": "query" if in_query else "body" if in_body else "",
        "body": "array" if "items" in body_schema else "object" if body_schema.get("properties") else "",
        "body_name": body.get("x-sdk-name", "items"),
        "body_doc": body.get("description", ""),
        "keep": operation.get("x-sdk-keep", {}),
        "reconcile": operation.get("x-sdk-reconcile", False),
        "parameters": {text(parameter, "name"): lower_parameter(parameter) for parameter in parameters},
    }
    operation["parameters"] = parameters
    operation["responses"] = {status: success}


def lower_parameter(parameter: Json) -> Json:
    """The doc of a parameter of path or query and its format; its limits and its default go."""
    schema = child(parameter, "schema")
    default = schema.pop("default", None)
    suffix = "" if default is None else f" The API's default: {json.dumps(default)}."
    return {"doc": f"{text(parameter, 'description')}{suffix}", "format": schema.get("format", "")}


def request_body(operation: Json) -> Json:
    """The schema of the body, empty where there is none."""
    return (
        child(operation, "requestBody", "content", "application/json", "schema") if "requestBody" in operation else {}
    )


def unwrapped(schema: Json, envelope: list[str], schemas: dict[str, Json]) -> Json:
    """The schema of what is in the envelope, or the schema itself when it is none."""
    if "$ref" not in schema:
        return schema
    properties = children(entry(schemas, referenced(schema)), "properties")
    return next((properties[key] for key in envelope if key in properties), schema)


def lower_schema(schema: Json) -> None:
    """Drop what only JSON Schema tools understand, and put each field's doc beside it."""
    schema["x-doc"] = schema.get("description", "")
    for keyword in CONSTRAINTS:
        schema.pop(keyword, None)
    for field in children(schema, "properties").values():
        default = field.get("default")
        suffix = "" if default is None else f" The API's default: {json.dumps(default)}."
        field["x-doc"] = f"{field.get('description', '')}{suffix}"
        for keyword in CONSTRAINTS:
            field.pop(keyword, None)
        if field.get("type") == "number":
            field.pop("enum", None)  # Python has no literal type of floats.


def python_names(schemas: dict[str, Json]) -> dict[str, str]:
    """The Python name of each field whose wire name is another one."""
    names: dict[str, str] = {}
    for schema in schemas.values():
        for wire, field in children(schema, "properties").items():
            names[wire] = text(field, "x-sdk-name") if "x-sdk-name" in field else snake_case(wire)
    return {wire: python for wire, python in names.items() if wire != python}


def speak_python(node: object, names: dict[str, str]) -> None:
    """Let the docs name the fields as Python does."""
    if is_json(node):
        for key, value in node.items():
            if key in {"x-doc", "description"} and isinstance(value, str):
                node[key] = re.sub(r"\w+", lambda word: names.get(word[0], word[0]), value)
            speak_python(value, names)
    elif is_list(node):
        for item in node:
            speak_python(item, names)


def references(node: object) -> Iterator[str]:
    """The names of the schemas that `node` refers to."""
    if is_json(node):
        if "$ref" in node:
            yield referenced(node)
        for value in node.values():
            yield from references(value)
    elif is_list(node):
        for item in node:
            yield from references(item)


def reachable(document: Json, schemas: dict[str, Json]) -> set[str]:
    """The names of the schemas that the operations use."""
    waiting = set(references(document["paths"]))
    found: set[str] = set()
    while waiting:
        name = waiting.pop()
        found.add(name)
        waiting |= set(references(entry(schemas, name))) - found
    return found
