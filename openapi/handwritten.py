"""Whether what is written by hand still names what is generated."""

from __future__ import annotations

import ast
from collections.abc import Iterable, Iterator
from pathlib import Path

from lower import METHODS, Json, children, text
from surface.facts import decorators, target, written
from surface.sources import Module, Package, Place

GENERATED = "_generated"
# Tables of what operations have beside their generated code, by operationId.
TABLES = ("RULES", "LOOKUPS")
LOOKED_UP = "LOOKUPS"


def obstacles(document: Json, root: Path, generated: Path) -> Iterator[str]:
    """What no longer applies in the package at `root` with a freshly generated tree, a sentence each."""
    package = Package(root, {GENERATED: generated})
    operations = operations_of(document)
    for module in package.modules():
        yield from of_imports(package, module)
        yield from of_tables(module, operations)
        yield from of_traits(package, module)
        yield from of_classes(package, module)


def operations_of(document: Json) -> dict[str, Json]:
    """The operations by their ids."""
    paths = children(document, "paths").values()
    found = [item for methods in paths for method, item in children({"_": methods}, "_").items() if method in METHODS]
    return {text(operation, "operationId"): operation for operation in found}


def of_imports(package: Package, module: Module) -> Iterator[str]:
    """What a module imports from the generated tree is there."""
    for wanted in module.imports.values():
        if wanted.module.split(".")[0] == GENERATED and not package.imported(module, wanted):
            yield (
                f"{path(module)}, line {wanted.line}, imports {wanted.name!r} of {wanted.module}, which calendars.yaml "
                f"does not give any more: import what took its place, or delete what needed it."
            )


def of_tables(module: Module, operations: dict[str, Json]) -> Iterator[str]:
    """What a table has, the document has; and what is looked up by its word has a row there."""
    for table in TABLES:
        node = module.definitions.get(table)
        value = node.value if isinstance(node, ast.Assign | ast.AnnAssign) else None
        if isinstance(value, ast.Dict):
            keys = {str(key.value): key.lineno for key in value.keys if isinstance(key, ast.Constant)}
            for key in sorted(keys.keys() - operations.keys()):
                yield (
                    f"{path(module)}, line {keys[key]}: {table} has {key!r}, and calendars.yaml no such operationId; "
                    f"name the operation as it is called now, or delete the row."
                )
            if table == LOOKED_UP:
                marked = {name for name, operation in operations.items() if operation.get("x-sdk-reconcile") is True}
                for name in sorted(marked - keys.keys()):
                    yield f"x-sdk-reconcile stands at {name}, and LOOKUPS of {path(module)} has no row for it; add one."
                for name in sorted((keys.keys() & operations.keys()) - marked):
                    yield f"LOOKUPS of {path(module)} has {name!r}, which lacks x-sdk-reconcile: true; add it there."


def of_traits(package: Package, module: Module) -> Iterator[str]:
    """The fields by which a lookup knows a row again are fields of its model."""
    node = module.definitions.get(LOOKED_UP)
    for call in ast.walk(node) if node else ():
        if isinstance(call, ast.Call) and isinstance(call.func, ast.Subscript):
            model = package.resolve(module, call.func.slice)
            body: list[ast.stmt] = getattr(model.node, "body", []) if isinstance(model, Place) else []
            fields = {target(item) for item in body}
            for name in strings(item for item in ast.walk(call) if isinstance(item, ast.Call) and item is not call):
                if fields and name.value not in fields:
                    yield (
                        f"{path(module)}, line {name.lineno}: LOOKUPS knows a {written(call.func.slice)} by "
                        f"{name.value!r}, which is no field of it any more; name one that is."
                    )


def strings(calls: Iterable[ast.Call]) -> Iterator[ast.Constant]:
    """The strings that calls are made with."""
    nodes = (node for call in calls for node in ast.walk(call))
    return (node for node in nodes if isinstance(node, ast.Constant) and isinstance(node.value, str))


def of_classes(package: Package, module: Module) -> Iterator[str]:
    """No helper hides what is generated; cached properties of the client extend groups, as type checkers see."""
    for name, node in module.definitions.items():
        if isinstance(node, ast.ClassDef):
            for base in list(package.bases(Place(module, node)))[1:]:
                if base.module.name.split(".")[0] == GENERATED:
                    for member in sorted(methods(node, but="cached_property") & methods(base.node)):
                        yield (
                            f"{name}.{member} of {path(module)} hides what is generated under that name: "
                            f"give one of the two another name, in the module or by x-sdk-method."
                        )


def methods(node: ast.AST, but: str = "") -> set[str]:
    """The public methods and properties of a class, but for those with a decorator."""
    functions = (item for item in getattr(node, "body", ()) if isinstance(item, ast.FunctionDef | ast.AsyncFunctionDef))
    return {item.name for item in functions if item.name[0] != "_" and but not in decorators(item)}


def path(module: Module) -> str:
    """The file of a module as one finds it in the repository."""
    return "src" + module.file.as_posix().rpartition("/src")[2]
