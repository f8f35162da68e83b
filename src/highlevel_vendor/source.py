"""A module of the SDK, in the pieces that can be left out of it one by one."""

from __future__ import annotations

import ast
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import NamedTuple

from .names import Names, Use
from .problems import VendorError
from .shapes import bound, entries, givers, is_condition, is_definition


class Target(NamedTuple):
    """What an import leads to: a name in a module of the SDK, or a module of a package."""

    module: str
    name: str


@dataclass(eq=False, kw_only=True)
class Piece:
    """A definition, one name of an import, an entry of a table, or a method that gives a group of operations.

    Attributes:
        node: Where it stands.
        binds: The names that it defines.
        uses: The names that it uses.
        inner: What is imported within it.
        target: What it imports itself.
        parts: The entries or methods that can be left out of it.
        key: The name of an entry, or the group of a method.
        stays: Whether its module never goes without it.
    """

    node: ast.AST
    binds: frozenset[str] = frozenset()
    uses: Collection[Use] = ()
    inner: Sequence[Target] = ()
    target: Target | None = None
    parts: Sequence[Piece] = ()
    key: str = ""
    stays: bool = False


class Module:
    """A module by its path below the SDK and by its dotted name, which is empty for the SDK itself."""

    def __init__(self, path: str, text: bytes, groups: Collection[str]) -> None:
        self.path = path
        self.text = text
        parts = PurePosixPath(path).with_suffix("").parts
        self._package = parts[:-1]
        self.name = ".".join(parts[:-1] if parts[-1] == "__init__" else parts)
        try:
            self.tree = ast.parse(text)
        except (SyntaxError, ValueError) as error:
            raise VendorError(f"{path} of the SDK is no Python: {error}.") from None
        self.pieces = list(self._pieces(self.tree.body, groups))
        self.bindings = {name: piece for piece in self.pieces for name in piece.binds}

    @property
    def is_lazy(self) -> bool:
        """Whether its names are imported when they are first asked for, by its tables."""
        return "__getattr__" in self.bindings

    def all_pieces(self) -> Iterator[Piece]:
        """The pieces and their parts."""
        for piece in self.pieces:
            yield piece
            yield from piece.parts

    def _pieces(
        self, body: Iterable[ast.stmt], groups: Collection[str], condition: Collection[Use] = ()
    ) -> Iterator[Piece]:
        for node in body:
            if isinstance(node, ast.ImportFrom | ast.Import):
                yield from self._imports(node, condition)
            elif is_condition(node):
                yield from self._pieces(node.body, groups, Names(node.test).used)
            elif isinstance(node, ast.ClassDef):
                methods = [method for method in givers(node) if method.name in groups]
                parts = [self._piece(method, method, key=method.name) for method in methods]
                yield self._piece(node, node, parts, without=methods)
            elif found := entries(node):
                parts = [self._piece(entry.key, entry.value, key=entry.name) for entry in found]
                yield self._piece(node, node, parts, without=[each for entry in found for each in entry])
            else:
                yield self._piece(node, node)

    def _imports(self, node: ast.ImportFrom | ast.Import, condition: Collection[Use]) -> Iterator[Piece]:
        base = self._base(node) if isinstance(node, ast.ImportFrom) else None
        is_future = isinstance(node, ast.ImportFrom) and node.module == "__future__"
        for alias in node.names:
            name = alias.asname or (alias.name if isinstance(node, ast.ImportFrom) else alias.name.partition(".")[0])
            yield Piece(
                node=alias,
                binds=frozenset({name}) - {"*"},
                uses=condition,
                target=None if base is None else Target(base, alias.name),
                stays=is_future or name == "*",
            )

    def _piece(
        self,
        node: ast.AST,
        text: ast.AST,
        parts: Sequence[Piece] = (),
        *,
        without: Iterable[ast.AST] = (),
        key: str = "",
    ) -> Piece:
        """A piece whose names are those in `text`."""
        found = Names(text, without)
        binds = frozenset(bound(node)) if isinstance(node, ast.stmt) and not key else frozenset[str]()
        may_go = key or (isinstance(node, ast.stmt) and is_definition(node) and not all(map(is_special, binds)))
        return Piece(
            node=node,
            binds=binds,
            uses=found.used,
            inner=list(self._targets(found.imports)),
            parts=parts,
            key=key,
            stays=not may_go,
        )

    def _targets(self, nodes: Iterable[ast.ImportFrom]) -> Iterator[Target]:
        for node in nodes:
            base = self._base(node)
            if base is not None:
                yield from (Target(base, alias.name) for alias in node.names)

    def _base(self, node: ast.ImportFrom) -> str | None:
        """The module that a statement imports from, `None` when it is not of the SDK."""
        if not node.level:
            return None
        package = self._package[: len(self._package) - node.level + 1]
        return ".".join([*package, *([node.module] if node.module else [])])


def is_special(name: str) -> bool:
    return name.startswith("__")
