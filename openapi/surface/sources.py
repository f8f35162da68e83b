"""The modules of a package and where their names come from, read and never imported.

So it takes no dependency of the package, gives the same on every Python, and can read a tree that is not in place.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

Definition = ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef | ast.Assign | ast.AnnAssign


@dataclass(frozen=True)
class Import:
    """A name that a module has from another one: `name` of `module`, or the module itself where that is its name."""

    module: str
    name: str
    line: int


@dataclass(frozen=True)
class Place:
    """Where a name is defined."""

    module: Module
    node: Definition


@dataclass
class Module:
    """A module of the package.

    Attributes:
        name: Its dotted name below the package, empty for the package itself.
        file: Where it stands.
        definitions: Its functions, classes and assignments.
        imports: What it has from other modules of the package, also for the type checkers alone.
        stars: The modules whose names it has all.
    """

    name: str
    file: Path
    definitions: dict[str, Definition] = field(default_factory=dict[str, Definition])
    imports: dict[str, Import] = field(default_factory=dict[str, Import])
    stars: list[str] = field(default_factory=list[str])

    def read(self) -> Module:
        for node in self.statements(ast.parse(self.file.read_text(encoding="utf-8"), self.file.name)):
            if isinstance(node, ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef):
                self.definitions[node.name] = node
            elif isinstance(node, ast.AnnAssign) and isinstance(node.target, ast.Name):
                self.definitions[node.target.id] = node
            elif isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Name):
                self.definitions[node.targets[0].id] = node
            elif isinstance(node, ast.ImportFrom) and node.level:
                self.take(node)
        return self

    def statements(self, block: ast.Module | ast.If) -> Iterator[ast.stmt]:
        """The statements of the module, and those below an `if`, which is one of TYPE_CHECKING."""
        for node in block.body:
            if isinstance(node, ast.If):
                yield from self.statements(node)
            else:
                yield node

    def take(self, node: ast.ImportFrom) -> None:
        parts = self.name.split(".") if self.name else []
        above = node.level - (self.file.name == "__init__.py")
        base = parts[: len(parts) - above] + (node.module.split(".") if node.module else [])
        for alias in node.names:
            if alias.name == "*":
                self.stars.append(".".join(base))
            else:
                self.imports[alias.asname or alias.name] = Import(".".join(base), alias.name, node.lineno)


class Package:
    """A package in a folder.

    Args:
        root: Its folder.
        instead: Folders that stand in the place of subpackages, by their names.
    """

    def __init__(self, root: Path, instead: dict[str, Path] | None = None) -> None:
        self.root = root
        self._instead = instead or {}
        self._modules: dict[str, Module | None] = {}

    def modules(self) -> Iterator[Module]:
        """All modules but those of the subpackages that are replaced, and of hidden folders."""
        for file in sorted(self.root.rglob("*.py")):
            parts = file.relative_to(self.root).with_suffix("").parts
            if parts[0] not in self._instead and not parts[0].startswith("."):
                found = self.module(".".join(parts[:-1] if parts[-1] == "__init__" else parts))
                if found:
                    yield found

    def module(self, name: str) -> Module | None:
        """A module by its dotted name, `None` where there is none."""
        if name not in self._modules:
            head, *rest = name.split(".") if name else [""]
            base = self._instead.get(head, self.root / head).joinpath(*rest)
            files = (base / "__init__.py", base.with_suffix(".py"))
            file = next((file for file in files if file.is_file()), None)
            self._modules[name] = Module(name, file).read() if file else None
        return self._modules[name]

    def find(self, module: Module, name: str) -> Place | Module | None:
        """What a name means in a module, `None` where it comes from elsewhere."""
        if name in module.definitions:
            return Place(module, module.definitions[name])
        if name in module.imports:
            return self.imported(module, module.imports[name])
        for star in module.stars:
            source = self.module(star)
            found = self.find(source, name) if source else None
            if found:
                return found
        return None

    def imported(self, module: Module, wanted: Import) -> Place | Module | None:
        """What an import of a module brings."""
        source = self.module(wanted.module)
        found = self.find(source, wanted.name) if source and source is not module else None
        return found or self.module(f"{wanted.module}.{wanted.name}".lstrip("."))

    def resolve(self, module: Module, node: ast.expr) -> Place | Module | None:
        """What `name` or `module.name` means in a module."""
        if isinstance(node, ast.Name):
            return self.find(module, node.id)
        if isinstance(node, ast.Attribute):
            owner = self.resolve(module, node.value)
            return self.find(owner, node.attr) if isinstance(owner, Module) else None
        return None

    def names(self, module: Module) -> list[str]:
        """The public names of a module: its `__all__`, or what it defines without an underscore in front."""
        listed = self.find(module, "__all__")
        if isinstance(listed, Place) and isinstance(listed.node, ast.Assign):
            return list(ast.literal_eval(listed.node.value))
        kinds = (ast.ClassDef, ast.FunctionDef, ast.AsyncFunctionDef)
        return [name for name, node in module.definitions.items() if name[0] != "_" and isinstance(node, kinds)]

    def bases(self, place: Place) -> Iterator[Place]:
        """The class and the classes of the package that it has members of, nearest first."""
        yield place
        if isinstance(place.node, ast.ClassDef):
            for base in place.node.bases:
                found = self.resolve(place.module, base.value if isinstance(base, ast.Subscript) else base)
                if isinstance(found, Place):
                    yield from self.bases(found)
