"""The facts of a JSON Schema: of a value, and of all fields within."""

from __future__ import annotations

from .departures import claims
from .facts import LIMITS, LISTED, Operation, Place
from .located import Node
from .references import References

# Rules between fields; no page has a place for them.
RULES = {"if", "not", "dependentSchemas"}


class Schemas:
    """Writes what schemas say into an operation."""

    def __init__(self, references: References, operation: Operation) -> None:
        self.references = references
        self.operation = operation

    def layers(self, schema: Node) -> list[Node] | None:
        """The schema with all that it is made of; what comes later says more. `None` where a part is not at hand."""
        found: list[Node] = []
        parts = [part for part in schema.list("allOf") if not RULES & part.children().keys()]
        if schema.get("$ref"):
            target = self.references.target(schema)
            if target is None:
                return None
            parts.append(target)
        for part in parts:
            below = self.layers(part)
            if below is None:
                return None
            found += below
        return [*found, schema]

    def write(
        self, place: Place, schema: Node, line: int, *, required: bool = False, within: frozenset[str] = frozenset()
    ) -> None:
        """Write the facts of a value and of the fields in it, but for a schema that it is itself `within`."""
        layers = self.layers(schema)
        reference = schema.text("$ref")
        self.operation.add(place, "required", required, line)
        if layers is None or reference in within:
            self.operation.speak_of(place, line, {"required"}, whole=False)
            return
        self.operation.speak_of(place, line)
        self.values(place, layers, line)
        self.fields(place, layers, within | {reference} if reference else within)
        for layer in layers:
            self.operation.claims += claims(layer.get("x-departure"), place, self.operation)

    def values(self, place: Place, layers: list[Node], line: int) -> None:
        """Write type, values, default, limits and examples."""
        add = self.operation.add
        add(place, "type", kind_of(self, layers), line)
        for layer in self.inmost(layers):
            for value in layer.list("enum"):
                add(place, "value", value.plain(), value.line)
            for limit in LIMITS:
                if node := layer.get(limit):
                    add(place, limit, node.plain(), node.line)
        for name in ("default", "deprecated", "format"):
            if node := find(layers, name):
                add(place, name, node.plain(), node.line)
        for layer in layers:
            self.examples(place, layer)

    def examples(self, place: Place, holder: Node) -> None:
        """Write the examples of a schema or of a parameter."""
        single = [node for node in (holder.get("example"),) if node]
        named = [node for item in holder.children("examples").values() if (node := item.get("value"))]
        for node in (*single, *named, *holder.list("examples")):
            self.operation.add(place, "example", node.plain(), node.line)

    def inmost(self, layers: list[Node]) -> list[Node]:
        """The schema itself, its alternatives, and the items of an array: a page has one list of values for all."""
        found = list(layers)
        for layer in layers:
            for inner in (*layer.list("oneOf"), *layer.list("anyOf"), *filter(None, [layer.get("items")])):
                found += self.inmost(self.layers(inner) or [])
        return found

    def fields(self, place: Place, layers: list[Node], within: frozenset[str]) -> None:
        """Write the fields of an object, or of the objects in an array."""
        brackets = ""
        while items := find(layers, "items"):
            reference = items.text("$ref")
            if reference in within:
                return
            within = within | {reference} if reference else within
            layers, brackets = self.layers(items) or [], f"{brackets}[]"
        required = {str(item.value): item.line for layer in layers for item in layer.list("required")}
        for layer in layers:
            for name, field in layer.children("properties").items():
                self.write(place.inner(name, brackets), field, field.line, required=name in required, within=within)
            more = layer.get("additionalProperties")
            if more and more.members:
                self.write(place.inner("*", brackets), more, more.line, within=within)
        for name, line in required.items():  # one that no part describes is a field all the same
            if place.inner(name, brackets) not in self.operation.places:
                self.operation.speak_of(place.inner(name, brackets), line, {LISTED, "required"}, whole=False)
                self.operation.add(place.inner(name, brackets), "required", value=True, line=line)
        if brackets:
            for layer in layers:
                self.operation.claims += claims(layer.get("x-departure"), place, self.operation)


def find(layers: list[Node], keyword: str) -> Node | None:
    """What the last layer that has the keyword says."""
    return next((node for layer in reversed(layers) if (node := layer.get(keyword))), None)


def kind_of(schemas: Schemas, layers: list[Node]) -> str:
    """The type as a page writes it: `string`, `object[]`, `number | null`."""
    for keyword in ("oneOf", "anyOf"):
        if alternatives := find(layers, keyword):
            kinds = [kind_of(schemas, schemas.layers(item) or []) for item in alternatives.items or ()]
            return " | ".join(dict.fromkeys(kinds))
    node = find(layers, "type")
    names = [str(item.value) for item in node.items] if node and node.items else [str(node.value)] if node else []
    nullable = find(layers, "nullable")
    if nullable and nullable.value is True:
        names.append("null")
    items = find(layers, "items")
    if items and (not names or "array" in names):
        inner = kind_of(schemas, schemas.layers(items) or [])
        array = f"({inner})[]" if " " in inner else f"{inner}[]"
        names = [array if name == "array" else name for name in names or ["array"]]
    if not names and (find(layers, "properties") or find(layers, "additionalProperties")):
        return "object"
    return " | ".join(names) or "any"
