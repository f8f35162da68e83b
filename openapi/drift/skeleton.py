"""A new operation as YAML, for a person to complete: what the source does not say is `???`."""

from __future__ import annotations

import yaml

from .facts import LIMITS, Operation, Place
from .located import Plain
from .samples import type_of

OPEN = "???"
# What our document names the errors, of which 404 is not everywhere.
ERRORS = {
    "400": "BadRequest",
    "401": "Unauthorized",
    "403": "Forbidden",
    "404": "NotFound",
    "422": "UnprocessableEntity",
    "429": "TooManyRequests",
    "5XX": "ServerError",
}
Object = dict[str, Plain]


def skeleton(operation: Operation) -> str:
    """The operation as it would stand under `paths`."""
    root = Place()
    title = operation.value(root, "title") or OPEN
    known: Object = {
        "operationId": operation.name or OPEN,
        "x-sdk-method": OPEN,
        "tags": [OPEN],
        "summary": OPEN,
        "description": OPEN,
        "externalDocs": {"description": title, "url": operation.page or OPEN},
        "x-auth-methods": _several(operation, root, "auth method") or [OPEN],
        "x-token-types": _several(operation, root, "token type") or [OPEN],
        "security": [{"bearer": _several(operation, root, "scope") or [OPEN]}],
        "parameters": _parameters(operation),
    }
    if Place("body") in operation.places:
        known["requestBody"] = {"required": True, **_content(operation, Place("body"))}
    known["responses"] = _responses(operation)
    document: Object = {operation.path: {operation.method.lower(): known}}
    return yaml.dump(document, Dumper=_Dumper, sort_keys=False, allow_unicode=True, width=110)


class _Dumper(yaml.SafeDumper):
    """Indents lists as our document does, and writes equal values out."""

    def increase_indent(self, flow: bool = False, indentless: bool = False) -> None:  # noqa: ARG002
        super().increase_indent(flow, False)

    def ignore_aliases(self, data: object) -> bool:  # noqa: ARG002
        return True


def _several(operation: Operation, place: Place, kind: str) -> list[Plain]:
    return [fact.value for fact in operation.values(place, kind).values()]


def _parameters(operation: Operation) -> list[Plain]:
    found: list[Plain] = []
    for place in operation.places:
        if place == Place("header", "Version"):
            found.append({"$ref": "#/components/parameters/Version"})
        elif place.part in {"header", "path", "query", "cookie"}:
            parameter: Object = {"name": place.field, "in": place.part}
            if operation.value(place, "required"):
                parameter["required"] = True
            found.append({**parameter, "description": OPEN, "schema": _schema(operation, place)})
    return found


def _responses(operation: Operation) -> Object:
    """The replies that the source documents, and the errors that each operation of ours has beside them."""
    replies: Object = {}
    for place in operation.places:
        part = place.part.partition(" ")
        if place.field or part[0] not in {"reply", "error"}:
            continue
        status = part[2] or str(operation.value(place, "status") or OPEN)
        if status not in ERRORS:
            replies[status] = {"description": OPEN, **_content(operation, place)}
    for status, name in ERRORS.items():
        if status != "404" or Place("error 404") in operation.places:
            replies[status] = {"$ref": f"#/components/responses/{name}"}
    return replies


def _content(operation: Operation, place: Place) -> Object:
    """The schema of a body or a reply, if the source has any."""
    if operation.value(place, "type") is None:
        return {}
    return {"content": {"application/json": {"schema": _schema(operation, place)}}}


def _schema(operation: Operation, place: Place) -> Object:
    """What is known of a value, with the fields below it."""
    kind = str(operation.value(place, "type") or _shown_type(operation, place))
    brackets = kind.count("[]")
    schema: Object = _type(kind.replace("[]", ""))
    values, examples = _several(operation, place, "value"), _several(operation, place, "example")
    if values:
        schema["enum"] = values
    fields = [inner for inner in operation.places if inner.field and inner.above == place]
    names = {inner: inner.field.rpartition(".")[2] for inner in fields}
    required: list[Plain] = [names[inner] for inner in fields if operation.value(inner, "required")]
    if required:
        schema["required"] = required
    if fields and place.part not in {"header", "path", "query", "cookie"}:
        schema["properties"] = {names[inner]: _schema(operation, inner) for inner in fields}
    for _ in range(brackets):
        schema = {"type": "array", "items": schema}
    for name in (*LIMITS, "default", "deprecated"):
        value = operation.value(place, name)
        if value is not None:
            schema[name] = value
    if examples:
        schema["examples"] = examples
    if place.field and place.part in {"body", "reply"}:
        schema["description"] = OPEN
    return schema


def _shown_type(operation: Operation, place: Place) -> str:
    """The type that the samples show."""
    for fact in operation.values(place, "sample").values():
        return type_of(fact.value)
    inner = [other.field.removeprefix(place.field) for other in operation.places if other.above == place]
    return f"object{'[]' * inner[0].count('[]')}" if inner else OPEN


def _type(kind: str) -> Object:
    """A type, or several of them."""
    return {"type": list[Plain](kind.split(" | "))} if " | " in kind else {"type": kind}
