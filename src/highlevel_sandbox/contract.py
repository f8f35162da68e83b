"""The contract, openapi/calendars.yaml, read as routes, scopes, statuses and the schemas of requests."""

import math
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from itertools import chain
from pathlib import Path
from typing import Any

import yaml
from jsonschema import Draft202012Validator, FormatChecker
from jsonschema.protocols import Validator
from referencing import Registry, Resource
from referencing.jsonschema import DRAFT202012

from highlevel_sandbox.bodies import JsonObject, is_array, is_object
from highlevel_sandbox.complaints import sentences
from highlevel_sandbox.problems import SandboxError

_URI = "urn:highlevel:calendars"
_METHODS = ("get", "post", "put", "patch", "delete")
_NUMBER = re.compile(r"-?[0-9]+(\.[0-9]+)?([eE][+-]?[0-9]+)?")
_FORMATS = FormatChecker(["date-time", "date"])

# Beside this module in the wheel, in openapi/ in the repository.
_PLACES = (
    Path(__file__).parent / "calendars.yaml",
    Path(__file__).parents[2] / "openapi" / "calendars.yaml",
)


@dataclass(frozen=True)
class Operation:
    """One operation of the contract: how it is reached and what it takes."""

    id: str
    method: str
    path: str
    scopes: frozenset[str]
    success: int
    versions: frozenset[str]
    takes_body: bool
    _query: Mapping[str, JsonObject] = field(repr=False)
    _query_rules: Validator = field(repr=False)
    _path_rules: Validator = field(repr=False)
    _body_rules: Validator = field(repr=False)

    def read_query(self, pairs: Iterable[tuple[str, str]]) -> JsonObject:
        """The query with its values in the documented types, wherever their texts can be read so."""
        query: JsonObject = {}
        for name, text in pairs:
            rules = self._query.get(name, {})
            if rules.get("type") == "array":
                query.setdefault(name, []).append(value_of(text, rules.get("items", {})))
            else:
                # What is named twice comes to a list, as it does in the live API, and is of no documented type.
                value = value_of(text, rules)
                query[name] = [query[name], value] if name in query else value
        return query

    def complaints(self, path: Mapping[str, str], query: JsonObject, body: Any) -> list[str]:
        """What is wrong with a request, one sentence each; empty when nothing is."""
        errors = (
            self._query_rules.iter_errors(query),
            self._path_rules.iter_errors(dict(path)),
            self._body_rules.iter_errors(body),
        )
        return sentences(chain.from_iterable(errors))


class Contract:
    """The operations of an OpenAPI 3.1 document, by operationId."""

    def __init__(self, document: JsonObject) -> None:
        resource = Resource[Any].from_contents(document, default_specification=DRAFT202012)
        self._registry: Registry[Any] = Registry[Any]().with_resource(_URI, resource)
        self._resolver = self._registry.resolver(_URI)
        self._body_schemas: dict[str, JsonObject] = {}
        self._query_schemas: dict[str, JsonObject] = {}
        self.operations = {operation.id: operation for operation in self._read(document["paths"])}

    def complete(self, operation_id: str, body: Any) -> Any:
        """A valid body with the documented default of each field that it leaves out, at any depth.

        What a PUT leaves out stays as it is, so that there the defaults count only within what is sent.
        """
        completed = self._with_defaults(self._body_schemas[operation_id], body)
        if self.operations[operation_id].method == "PUT":
            return {name: completed[name] for name in body}
        return completed

    def complete_query(self, operation_id: str, query: JsonObject) -> JsonObject:
        """A valid query with the documented default of each parameter that it leaves out."""
        completed: JsonObject = self._with_defaults(self._query_schemas[operation_id], query)
        return completed

    def _read(self, paths: JsonObject) -> Iterator[Operation]:
        for path, item in paths.items():
            for method in _METHODS:
                if method in item:
                    pointer = f"#/paths/{_escaped(path)}/{method}"
                    yield self._operation(pointer, method, path, item[method])

    def _operation(self, pointer: str, method: str, path: str, node: JsonObject) -> Operation:
        listed = [
            self._follow(f"{pointer}/parameters/{index}", parameter)
            for index, parameter in enumerate(node.get("parameters", []))
        ]
        in_path = {
            parameter["name"]: {"$ref": f"{_URI}{at}/schema"} for at, parameter in listed if parameter["in"] == "path"
        }
        query = {
            parameter["name"]: self._flat(parameter["schema"]) for _, parameter in listed if parameter["in"] == "query"
        }
        self._query_schemas[node["operationId"]] = {
            "properties": query,
            "required": [
                parameter["name"] for _, parameter in listed if parameter["in"] == "query" and parameter.get("required")
            ],
            "additionalProperties": False,
        }
        versions = [parameter["schema"]["enum"] for _, parameter in listed if parameter["name"] == "Version"]
        body_schema: JsonObject = {}
        if "requestBody" in node:
            at, _ = self._follow(f"{pointer}/requestBody", node["requestBody"])
            body_schema = {"$ref": f"{_URI}{at}/content/{_escaped('application/json')}/schema"}
        self._body_schemas[node["operationId"]] = body_schema
        return Operation(
            id=node["operationId"],
            method=method.upper(),
            path=path,
            scopes=frozenset(
                scope for need in node.get("security", []) for scopes in need.values() for scope in scopes
            ),
            success=min(int(status) for status in node["responses"] if status.startswith("2")),
            versions=frozenset(version for enum in versions for version in enum),
            takes_body="requestBody" in node,
            _query=query,
            _query_rules=self._validator(self._query_schemas[node["operationId"]]),
            _path_rules=self._validator({"properties": in_path}),
            _body_rules=self._validator(body_schema),
        )

    def _validator(self, schema: JsonObject) -> Validator:
        return Draft202012Validator(schema, registry=self._registry, format_checker=_FORMATS)

    def _follow(self, pointer: str, node: JsonObject) -> tuple[str, JsonObject]:
        """Where a node of the document really stands, and the node itself."""
        while "$ref" in node:
            pointer = node["$ref"]
            node = self._resolver.lookup(pointer).contents
        return pointer, node

    def _with_defaults(self, schema: JsonObject, value: Any) -> Any:
        schema = self._flat(schema)
        if is_array(value):
            return [self._with_defaults(schema.get("items", {}), item) for item in value]
        if not is_object(value):
            return value
        properties = {name: self._flat(rules) for name, rules in schema.get("properties", {}).items()}
        given = {name: self._with_defaults(properties.get(name, {}), item) for name, item in value.items()}
        absent = {name: rules for name, rules in properties.items() if name not in value and "default" in rules}
        return given | {name: rules["default"] for name, rules in absent.items()}

    def _flat(self, schema: JsonObject) -> JsonObject:
        """A schema with what it refers to written out; what stands beside the reference wins."""
        while "$ref" in schema:
            target: JsonObject = self._resolver.lookup(schema["$ref"]).contents
            schema = target | {key: rule for key, rule in schema.items() if key != "$ref"}
        return schema


def contract() -> Contract:
    """The contract of this installation; read once a process."""
    for place in _PLACES:
        if place.is_file():
            return _load(place)
    raise SandboxError(f"The contract calendars.yaml is missing: it is neither at {_PLACES[0]} nor at {_PLACES[1]}.")


@cache
def _load(place: Path) -> Contract:
    # libyaml reads the file ten times as fast as pure Python, but is not built in everywhere.
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    document: JsonObject = yaml.load(place.read_text("utf-8"), loader)  # noqa: S506 (both loaders are safe ones)
    return Contract(document)


def value_of(text: str, rules: JsonObject) -> Any:
    """A text of the query in its documented type; the text itself when it cannot be read so."""
    match rules.get("type"):
        case "boolean" if text in ("true", "false"):
            return text == "true"
        case "number" | "integer" if _NUMBER.fullmatch(text) and math.isfinite(float(text)):
            number = float(text)
            return int(number) if number.is_integer() else number
        case _:
            return text


def _escaped(segment: str) -> str:
    """One segment of a JSON pointer."""
    return segment.replace("~", "~0").replace("/", "~1")
