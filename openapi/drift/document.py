"""The operations of an OpenAPI document, ours or the vendor's."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from .departures import claims
from .facts import Operation, Place
from .located import Node
from .references import References
from .schemas import Schemas
from .unreadable import Unreadable

METHODS = ("get", "put", "post", "delete", "patch", "head", "options")
JSON = "application/json"


def read_document(root: Node, file: Path | None = None) -> list[Operation]:
    """All operations of a document.

    Raises:
        Unreadable: it is no OpenAPI document.
    """
    if not root.text("openapi").startswith("3") or not root.children("paths"):
        raise Unreadable("no OpenAPI document: it lacks `openapi: 3.…` or has no paths.")
    try:
        operations = list(_operations(root, References(root, file)))
    except RecursionError as error:
        raise Unreadable("one of its schemas is made of nothing but itself.") from error
    servers = root.list("servers")
    for operation in operations:
        operation.host = re.sub(r"^https?://([^/]+).*", r"\1", servers[0].text("url")) if servers else ""
    return operations


def _operations(root: Node, references: References) -> Iterator[Operation]:
    for path, item in root.children("paths").items():
        for method, node in item.children().items():
            if method in METHODS:
                yield _operation(method.upper(), path, item, node, references)


def _operation(method: str, path: str, item: Node, node: Node, references: References) -> Operation:
    """One operation. What no place of the document is for, its extensions, it is silent about."""
    has_page = node.get("externalDocs") is not None
    silent = {"sample"} if has_page else {"page"}
    if not node.get("x-auth-methods"):
        silent |= {"auth method", "token type"}
    name, page = node.text("operationId"), node.get("externalDocs", "url")
    operation = Operation(method, path, node.line, frozenset(silent), name, str(page.value) if page else "")
    _head(operation, item, node)
    schemas = Schemas(references, operation)
    for parameter in (*item.list("parameters"), *node.list("parameters")):
        _parameter(schemas, parameter)
    _body(schemas, _resolved(references, node.get("requestBody")))
    _replies(schemas, node)
    for holder in (item, node):
        operation.claims += claims(holder.get("x-departure"), Place(), operation)
    return operation


def _head(operation: Operation, item: Node, node: Node) -> None:
    """Write the facts about the operation as a whole."""
    root = Place()
    operation.add(root, "method", operation.method, node.line)
    operation.add(root, "path", operation.path, item.line)
    title = node.get("externalDocs", "description") or node.get("summary")
    for kind, fact in (("title", title), ("page", node.get("externalDocs", "url"))):
        if fact:
            operation.add(root, kind, fact.plain(), fact.line)
    for scheme in node.list("security"):
        for scopes in scheme.children().values():
            for scope in scopes.items or ():
                operation.add(root, "scope", scope.plain(), scope.line)
    for kind, key in (("auth method", "x-auth-methods"), ("token type", "x-token-types")):
        for fact in node.list(key):
            operation.add(root, kind, fact.plain(), fact.line)
    deprecated = node.get("deprecated")
    operation.add(root, "deprecated", deprecated.plain() if deprecated else None, node.line)


def _resolved(references: References, node: Node | None) -> Node | None:
    """The node, or what it refers to."""
    return references.target(node) if node and node.get("$ref") else node


def _parameter(schemas: Schemas, node: Node) -> None:
    found = _resolved(schemas.references, node)
    if found is None:
        return
    place = Place(found.text("in"), found.text("name"))
    # A reference stands on a line of its own in the operation; what it leads to is what would be changed.
    schema = found.get("schema") or Node(found.line, members={})
    required = found.get("required")
    schemas.write(place, schema, found.line, required=required is not None and required.value is True)
    schemas.examples(place, found)
    deprecated = found.get("deprecated")
    schemas.operation.add(place, "deprecated", deprecated.plain() if deprecated else None, found.line)
    schemas.operation.claims += claims(found.get("x-departure"), place, schemas.operation)


def _body(schemas: Schemas, node: Node | None) -> None:
    schema = node.get("content", JSON, "schema") if node else None
    if node and schema:
        required = node.get("required")
        schemas.write(Place("body"), schema, node.line, required=required is not None and required.value is True)


def _replies(schemas: Schemas, node: Node) -> None:
    """Write the first success as `reply`, whatever its status, and each other status under its own."""
    operation = schemas.operation
    for status, reply in node.children("responses").items():
        success = status.startswith("2")
        place = Place(f"{'reply' if success else 'error'} {status}")
        if success and Place("reply") not in operation.places:
            place = Place("reply")
            operation.add(place, "status", status, reply.line)
        found = _resolved(schemas.references, reply)
        schema = found.get("content", JSON, "schema") if found else None
        if schema:
            schemas.write(place, schema, reply.line)
        else:
            operation.speak_of(place, reply.line)
        operation.claims += claims(found.get("x-departure") if found else None, place, operation)
