"""YAML and JSON with the line of every value."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

import yaml

from .unreadable import Unreadable

Scalar = str | int | float | bool | None
Plain = Scalar | list["Plain"] | dict[str, "Plain"]


@dataclass(frozen=True, slots=True)
class Node:
    """A value: an object, a list or a scalar, with its line. What an object holds has the line of its key."""

    line: int
    value: Scalar = None
    members: dict[str, Node] | None = None
    items: list[Node] | None = None

    def get(self, *keys: str) -> Node | None:
        """What stands at `keys` below this node."""
        node: Node | None = self
        for key in keys:
            if node is None or node.members is None:
                return None
            node = node.members.get(key)
        return node

    def text(self, key: str) -> str:
        """The scalar at `key` as text, empty where there is none."""
        node = self.get(key)
        return "" if node is None or node.value is None else str(node.value)

    def children(self, *keys: str) -> dict[str, Node]:
        """The members of the object at `keys`, empty where there is none."""
        node = self.get(*keys)
        return node.members or {} if node else {}

    def list(self, *keys: str) -> list[Node]:
        """The items of the list at `keys`, empty where there is none."""
        node = self.get(*keys)
        return node.items or [] if node else []

    def plain(self) -> Plain:
        """The value without lines."""
        if self.members is not None:
            return {key: node.plain() for key, node in self.members.items()}
        if self.items is not None:
            return [node.plain() for node in self.items]
        return self.value

    def moved_to(self, line: int) -> Node:
        """The same value as if all of it stood on one line."""
        members = self.members and {key: node.moved_to(line) for key, node in self.members.items()}
        items = self.items and [node.moved_to(line) for node in self.items]
        return replace(self, line=line, members=members, items=items)


class _Builder:
    """Builds nodes from what PyYAML composes; an anchor's value is built once."""

    def __init__(self, loader: yaml.SafeLoader, offset: int) -> None:
        self.loader = loader
        self.offset = offset
        self.built: dict[int, Node] = {}
        self.open: set[int] = set()

    def line(self, node: yaml.Node) -> int:
        return node.start_mark.line + self.offset

    def build(self, node: yaml.Node) -> Node:
        if id(node) in self.open:
            raise Unreadable("a value contains itself; write it without the anchor.", self.line(node))
        if id(node) not in self.built:
            self.open.add(id(node))
            self.built[id(node)] = self._build(node)
            self.open.discard(id(node))
        return self.built[id(node)]

    def _build(self, node: yaml.Node) -> Node:
        if isinstance(node, yaml.MappingNode):
            self.loader.flatten_mapping(node)
            return Node(self.line(node), members=dict(self.entries(node)))
        if isinstance(node, yaml.SequenceNode):
            return Node(self.line(node), items=[self.build(item) for item in node.value])
        value: object = self.loader.construct_object(node)  # pyright: ignore[reportUnknownMemberType]
        return Node(self.line(node), value if isinstance(value, Scalar) else str(value))

    def entries(self, node: yaml.MappingNode) -> Iterator[tuple[str, Node]]:
        for key, value in node.value:
            yield str(key.value), replace(self.build(value), line=self.line(key))


def read_yaml(text: str, first_line: int = 1) -> Node:
    """The document in `text`, whose first line is the file's `first_line`.

    Raises:
        Unreadable: it is no YAML, and so no JSON either.
    """
    loader = yaml.SafeLoader(text)
    try:
        root = loader.get_single_node()
        return _Builder(loader, first_line).build(root) if root is not None else Node(first_line)
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + first_line if error.problem_mark else first_line
        raise Unreadable(f"no YAML or JSON: {error.problem}.", line) from error
    except (yaml.YAMLError, RecursionError) as error:
        raise Unreadable(f"no YAML or JSON: {error}.") from error
    finally:
        loader.dispose()


def read_json(text: str, first_line: int = 1) -> Node:
    """A JSON value; what YAML would refuse in it, tabs and the scrape's backslash at the end of a line, is let pass."""
    return read_yaml(re.sub(r"\\+$", "", text, flags=re.MULTILINE).replace("\t", " "), first_line)
