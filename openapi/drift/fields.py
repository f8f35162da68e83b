"""A field as a page lists it, and the values and limits that stand below its name."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass, field

from .facts import Operation, Place
from .located import Plain

TYPES = ("string", "number", "integer", "boolean", "object", "array", "null", "any", "file")
LIMIT = re.compile(r"(?P<sign>>=|<=|>|<)\s*(?P<number>-?\d+(?:\.\d+)?)(?P<characters>\s+characters?)?")
SIGNS = {">=": "minimum", "<=": "maximum", ">": "exclusiveMinimum", "<": "exclusiveMaximum"}
# What a limit is called depends on what it limits.
LENGTHS = {"minimum": "minLength", "maximum": "maxLength"}
COUNTS = {"minimum": "minItems", "maximum": "maxItems"}


@dataclass
class Listed:
    """A field of a list: its name, its type, and its facts with their lines."""

    name: str
    type: str
    line: int
    facts: list[tuple[str, Plain, int]] = field(default_factory=list[tuple[str, Plain, int]])

    def add(self, kind: str, value: Plain, line: int) -> None:
        self.facts.append((kind, value, line))

    def limit(self, text: str, line: int) -> bool:
        """Note the limits in a text such as `>= 1 and <= 20`; whether there is any."""
        found = list(LIMIT.finditer(text))
        for match in found:
            name = SIGNS[match["sign"]]
            if self.type.endswith("[]") and not self.type.startswith(("number", "integer")):
                name = COUNTS.get(name, name)  # of numbers, the limits are theirs
            elif self.type.startswith("string") or match["characters"]:
                name = LENGTHS.get(name, name)
            self.add(name, json.loads(match["number"]), line)
        return bool(found)

    def write(self, place: Place, operation: Operation) -> None:
        """Write the facts into an operation."""
        operation.speak_of(place, self.line)
        kind, _, form = self.type.partition("<")
        operation.add(place, "type", f"{kind}{form.partition('>')[2]}", self.line)
        operation.add(place, "format", form.partition(">")[0] or None, self.line)
        for name, value, line in self.facts:
            operation.add(place, name, value, line)


def parse_value(text: str, kind: str) -> Plain:
    """A value that a page writes as text, by the type of its field; what does not fit the type is text."""
    if kind.startswith("string") and not kind.endswith("[]"):
        return text
    try:
        value: Plain = json.loads(text)
    except ValueError:
        return text
    return value


def element(kind: str) -> str:
    """The type of an array's items, or the type itself: an array's list of values is that of its items."""
    return kind.removesuffix("[]")
