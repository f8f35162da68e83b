"""Which names a piece of Python uses, and what is imported within it."""

from __future__ import annotations

import ast
from collections.abc import Iterable

# A name, with the attribute that is taken of it: empty where the name stands alone.
Use = tuple[str, str]


class Names(ast.NodeVisitor):
    """Finds names. One of an inner scope that is also one of the module counts as the module's.

    Attributes:
        used: The names.
        imports: The imports.
    """

    def __init__(self, node: ast.AST, without: Iterable[ast.AST] = ()) -> None:
        self.used: set[Use] = set()
        self.imports: list[ast.ImportFrom] = []
        self._without = set(without)
        self.visit(node)

    def visit(self, node: ast.AST) -> None:
        if node not in self._without:
            super().visit(node)

    def visit_Name(self, node: ast.Name) -> None:
        self.used.add((node.id, ""))

    def visit_Attribute(self, node: ast.Attribute) -> None:
        if isinstance(node.value, ast.Name):
            self.used.add((node.value.id, node.attr))
        else:
            self.generic_visit(node)

    def visit_ImportFrom(self, node: ast.ImportFrom) -> None:
        self.imports.append(node)

    def visit_Subscript(self, node: ast.Subscript) -> None:
        self.generic_visit(node)
        if not (isinstance(node.value, ast.Name) and node.value.id == "Literal"):
            self._visit_quoted(node.slice)

    def visit_Call(self, node: ast.Call) -> None:
        self.generic_visit(node)
        if isinstance(node.func, ast.Name) and node.func.id in {"cast", "TypeVar"}:
            self._visit_quoted(node)

    def _visit_quoted(self, node: ast.AST) -> None:
        """Types may be quoted."""
        for inner in ast.walk(node):
            if isinstance(inner, ast.Constant) and isinstance(inner.value, str):
                try:
                    self.visit(ast.parse(inner.value, mode="eval"))
                except SyntaxError:
                    continue
