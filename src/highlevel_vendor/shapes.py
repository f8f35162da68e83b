"""The shapes of Python that the SDK's modules are made of."""

from __future__ import annotations

import ast
from collections.abc import Iterator, Sequence
from typing import NamedTuple, TypeGuard


class Entry(NamedTuple):
    """An entry of a table: the item of a list of names, or the key of a dictionary, whose value follows."""

    key: ast.Constant
    value: ast.expr

    @property
    def name(self) -> str:
        return str(self.key.value)


def entries(node: ast.stmt) -> Sequence[Entry]:
    """The entries of a table: of `__all__`, or of a dictionary whose keys are all strings."""
    value = node.value if isinstance(node, ast.Assign | ast.AnnAssign) else None
    if isinstance(value, ast.Dict):
        found = [Entry(key, item) for key, item in zip(value.keys, value.values, strict=True) if is_text(key)]
        return found if len(found) == len(value.keys) else []
    if isinstance(value, ast.List | ast.Tuple) and "__all__" in bound(node):
        return [Entry(item, item) for item in value.elts if is_text(item)]
    return []


def is_text(node: ast.expr | None) -> TypeGuard[ast.Constant]:
    return isinstance(node, ast.Constant) and isinstance(node.value, str)


def givers(node: ast.ClassDef) -> Iterator[ast.FunctionDef]:
    """The methods of a class that are read as attributes."""
    for method in node.body:
        if isinstance(method, ast.FunctionDef):
            decorators = {decorator.id for decorator in method.decorator_list if isinstance(decorator, ast.Name)}
            if decorators & {"cached_property", "property"}:
                yield method


def is_condition(node: ast.stmt) -> TypeGuard[ast.If]:
    """Whether a statement only imports, on a condition such as TYPE_CHECKING."""
    return (
        isinstance(node, ast.If)
        and not node.orelse
        and all(isinstance(inner, ast.Import | ast.ImportFrom) for inner in node.body)
    )


def is_definition(node: ast.stmt) -> bool:
    return isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef | ast.Assign | ast.AnnAssign)


def bound(node: ast.stmt) -> Iterator[str]:
    """The names that a statement defines."""
    if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef):
        yield node.name
        return
    targets: Sequence[ast.AST] = node.targets if isinstance(node, ast.Assign) else [getattr(node, "target", node)]
    for inner in (inner for target in targets for inner in ast.walk(target)):
        if isinstance(inner, ast.Name) and isinstance(inner.ctx, ast.Store):
            yield inner.id
