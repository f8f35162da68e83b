"""What the samples of a page show: fields, and values of theirs."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from .facts import Operation, Place, canonical
from .located import Node, Plain

# What the generators of the pages put where a field has neither example, default nor enumeration.
PLACEHOLDERS = {
    "string": ('"string"', '"<string>"'),
    "number": ("0", "123"),
    "integer": ("0", "123"),
    "boolean": ("true", "false"),
    "object": ("{}",),
}
NAMES = {str: "string", bool: "boolean", int: "number", float: "number", dict: "object", type(None): "null"}


class Shown(NamedTuple):
    """A field of a sample: what it holds, unless that is an object."""

    place: Place
    value: Plain
    line: int
    leaf: bool


def shown(place: Place, sample: Node, operation: Operation | None = None) -> Iterator[Shown]:
    """All that a sample shows at a place; where the operation lists any name, `*`, the sample's names are that."""
    brackets = ""
    while sample.items and all(item.members is not None or item.items for item in sample.items):
        if len(sample.items) > 1:
            for item in sample.items[1:]:
                yield from shown(Place(place.part, f"{place.field}{brackets}[]"), item, operation)
        sample, brackets = sample.items[0], f"{brackets}[]"
    for name, node in (sample.members or {}).items():
        inner, any_name = place.inner(name, brackets), place.inner("*", brackets)
        if operation and inner not in operation.places and any_name in operation.places:
            inner = any_name
        leaf = node.members is None and not (node.items and any(item.members is not None for item in node.items))
        yield Shown(inner, node.plain(), node.line, leaf)
        yield from shown(inner, node, operation)


def type_of(value: Plain) -> str:
    """The JSON type of a value, as a page writes it."""
    if isinstance(value, list):
        return f"{type_of(value[0])}[]" if value else "[]"
    return NAMES[type(value)]


def fits(value: Plain, kind: str) -> bool:
    """Whether a value of a sample is of a type."""
    if " | " in kind:
        return any(fits(value, one) for one in kind.split(" | "))
    found = type_of(value)
    if kind == "any" or (found == "[]" and kind.endswith("[]")):
        return True
    return found == kind.replace("integer", "number")


def is_placeholder(value: Plain, kind: str) -> bool:
    """Whether it is what a generator puts for want of an example."""
    if isinstance(value, list) and kind.endswith("[]"):
        return all(is_placeholder(item, kind.removesuffix("[]")) for item in value)
    return any(canonical(value) in PLACEHOLDERS.get(one, ()) for one in kind.split(" | "))


def in_example(operation: Operation, place: Place, value: Plain) -> bool:
    """Whether the example of an object around the place has the value there."""
    around = place.above
    while around != Place():
        steps = place.field.removeprefix(around.field).replace("[]", "").strip(".").split(".")
        for example in operation.values(around, "example").values():
            if any(canonical(found) == canonical(value) for found in _reached(example.value, steps)):
                return True
        around = around.above
    return False


def _reached(value: Plain, steps: list[str]) -> Iterator[Plain]:
    """What an example has at the end of the steps, in each item of its lists; `*` is a step to any name."""
    if not steps:
        yield value
    elif isinstance(value, list):
        for item in value:
            yield from _reached(item, steps)
    elif isinstance(value, dict):
        for name, inner in value.items():
            if steps[0] in {name, "*"}:
                yield from _reached(inner, steps[1:])


def explains(operation: Operation, place: Place, value: Plain, *, strictly: bool) -> bool:
    """Whether a generator would show this value for what the operation says of the field.

    Generators take an example first, then the default, then one of the values; `strictly` holds them to that order.
    """
    kind = str(operation.value(place, "type") or "any")
    if not fits(value, kind):
        return False
    default = operation.fact(place, "default")
    examples, values = set(operation.values(place, "example")), set(operation.values(place, "value"))
    told = [known for known in (examples, {canonical(default.value)} if default else set[str](), values) if known]
    if any(_is_among(value, known) for known in (told[:1] if strictly else told)):
        return True
    return is_placeholder(value, kind) and not (strictly and told)


def _is_among(value: Plain, known: set[str]) -> bool:
    """Whether a value, or each item of a list, is known."""
    if canonical(value) in known:
        return True
    return isinstance(value, list) and bool(value) and all(canonical(item) in known for item in value)
