"""What callers see of the package, one fact a line: a name as they write it, its kind, and its type.

    CalendarsClient.groups.create(slug)  required keyword  str
    models.Group.slug  optional field  str | None = None
    types.WidgetType 'classic'  value

What a name has of another one stands under that one alone, and of what is inherited only the base is told.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from typing import NamedTuple

from .sources import Definition, Module, Package, Place

# What a `for`, `with`, `await`, `len`, `in`, `[]` or `()` of the caller calls.
PROTOCOLS = re.compile("__(a?(iter|next|enter|exit)|await|len|bool|contains|getitem|call)__")
ENTRY = "CalendarsClient"
Function = ast.FunctionDef | ast.AsyncFunctionDef


class Fact(NamedTuple):
    """A line of the snapshot."""

    name: str
    kind: str
    type: str = ""

    def __str__(self) -> str:
        return "  ".join(part for part in self if part)


def written(node: ast.expr | None) -> str:
    """An annotation or a default as it stands in the source, without the module that keeps a name from being hidden."""
    return ast.unparse(node).replace("builtins.", "") if node else ""


def decorators(node: Function | ast.ClassDef) -> set[str]:
    """The names of the decorators, without their arguments."""
    calls = (item.func if isinstance(item, ast.Call) else item for item in node.decorator_list)
    return {ast.unparse(item).rpartition(".")[2] for item in calls}


def is_public(name: str) -> bool:
    return bool(PROTOCOLS.fullmatch(name)) or not name.startswith("_")


class Reader:
    """Reads the facts of a package, each name once."""

    def __init__(self, package: Package) -> None:
        self.package = package
        self.names: dict[int, str] = {}
        self.waiting: list[tuple[Module, ast.expr]] = []

    def read(self) -> Iterator[Fact]:
        """All facts: the client's, then those of the public modules, the package's own, and what they mention."""
        package = self.package.module("")
        if package is None:
            return
        names = [name for name in self.package.names(package) if not name.startswith("__")]
        found = {name: self.package.find(package, name) for name in names}
        client = found.get(ENTRY)
        if isinstance(client, Place):
            yield from self.definition(ENTRY, client)
        yield from (Fact(name, "module") for name, item in found.items() if isinstance(item, Module))
        doors = {f"{name}.": item for name, item in found.items() if isinstance(item, Module)}
        places = [*(row for prefix, door in doors.items() for row in self.door(door, prefix)), *self.door(package, "")]
        for name, place in places:  # a class has its own name before a subclass could lend it one
            self.names.setdefault(id(place.node), name)
        for name, place in places:
            if name != ENTRY:
                yield from self.definition(name, place)
        yield from self.mentioned()

    def door(self, module: Module, prefix: str) -> Iterator[tuple[str, Place]]:
        """What stands under a module's public names."""
        for name in self.package.names(module):
            item = self.package.find(module, name)
            if isinstance(item, Place) and not name.startswith("__"):
                yield prefix + name, item

    def mentioned(self) -> Iterator[Fact]:
        """What only annotations lead to, under the name of its module."""
        while self.waiting:
            module, annotation = self.waiting.pop(0)
            for node in ast.walk(annotation):
                item = self.package.resolve(module, node) if isinstance(node, ast.Name | ast.Attribute) else None
                if isinstance(item, Place) and id(item.node) not in self.names and self.is_type(item):
                    name = getattr(item.node, "name", "") or target(item.node)
                    yield from self.definition(f"{item.module.name}.{name}", item)

    def is_type(self, place: Place) -> bool:
        """Whether it is a class or an alias, and not a variable that stands for types."""
        value = place.node.value if isinstance(place.node, ast.Assign | ast.AnnAssign) else None
        is_variable = isinstance(value, ast.Call) and written(value.func) in {"TypeVar", "ParamSpec"}
        return not isinstance(place.node, Function) and not is_variable

    def note(self, module: Module, annotation: ast.expr | None) -> str:
        """The words of an annotation, which leads to further types."""
        if annotation:
            self.waiting.append((module, annotation))
        return written(annotation)

    def definition(self, name: str, place: Place) -> Iterator[Fact]:
        """The facts of what a name stands for; of a second name only what it stands for."""
        known = self.names.setdefault(id(place.node), name)
        if known != name:
            yield Fact(name, "is", known)
        elif isinstance(place.node, ast.ClassDef):
            yield from self.class_(name, place, place.node)
        elif isinstance(place.node, Function):
            yield from self.function(name, place.module, place.node)
        else:
            yield from self.value(name, place.module, place.node.value)

    def value(self, name: str, module: Module, value: ast.expr | None) -> Iterator[Fact]:
        """A constant, or an alias of a type with its values."""
        if isinstance(value, ast.Subscript) and written(value.value) == "Literal":
            yield Fact(name, "values")
            values = value.slice.elts if isinstance(value.slice, ast.Tuple) else [value.slice]
            yield from (Fact(f"{name} {written(item)}", "value") for item in values)
        elif isinstance(value, ast.Subscript | ast.BinOp):
            yield Fact(name, "alias", self.note(module, value))
        else:
            yield Fact(name, "constant", written(value))

    def class_(self, name: str, place: Place, node: ast.ClassDef) -> Iterator[Fact]:
        """A class with its own members, and those of bases that have no name of their own."""
        bases = [written(base) for base in node.bases]
        is_protocol = any(base.partition("[")[0] == "Protocol" for base in bases)
        yield Fact(name, "protocol" if is_protocol else "class", ", ".join(bases))
        seen: set[str] = set()
        for part in self.package.bases(place):
            if isinstance(part.node, ast.ClassDef) and self.names.setdefault(id(part.node), name) == name:
                for item in part.node.body:
                    members = list(self.member(name, part.module, item, is_field=has_fields(part.node)))
                    yield from (fact for fact in members if own_name(name, fact) not in seen)
                    seen.update(own_name(name, fact) for fact in members)

    def member(self, owner: str, module: Module, node: ast.stmt, *, is_field: bool) -> Iterator[Fact]:
        """A field, an attribute, a property or a method of a class."""
        member = getattr(node, "name", "") or target(node)
        name = f"{owner}.{member}"
        if isinstance(node, Function) and member == "__init__":
            yield from self.parameters(owner, module, node)
            yield from self.assigned(owner, module, node)
        elif not member or not is_public(member):
            return
        elif isinstance(node, Function):
            marks = decorators(node)
            if marks & {"property", "cached_property"}:
                yield Fact(name, "property", self.note(module, node.returns))
                group = self.package.resolve(module, node.returns) if node.returns else None
                if "cached_property" in marks and isinstance(group, Place):
                    facts = self.definition(name, group)
                    yield from (fact for fact in facts if not f"{fact.name}(".startswith(f"{name}("))  # nobody makes it
            else:
                yield from self.function(name, module, node, is_method="staticmethod" not in marks)
        elif isinstance(node, ast.AnnAssign):
            kind = ("optional field" if has_default(node) else "required field") if is_field else "attribute"
            default = "" if not is_field or isinstance(node.value, ast.Call) else written(node.value)
            yield Fact(name, kind, self.note(module, node.annotation) + (f" = {default}" if default else ""))
        elif isinstance(node, ast.Assign):
            yield Fact(name, "attribute")

    def assigned(self, owner: str, module: Module, node: Function) -> Iterator[Fact]:
        """The public attributes that a constructor sets."""
        types = {item.arg: item.annotation for item in (*node.args.args, *node.args.kwonlyargs)}
        for item in ast.walk(node):
            if isinstance(item, ast.Assign) and isinstance(goal := item.targets[0], ast.Attribute):
                kept = types.get(item.value.id) if isinstance(item.value, ast.Name) else None
                if written(goal.value) == "self" and is_public(goal.attr):
                    yield Fact(f"{owner}.{goal.attr}", "attribute", self.note(module, kept))

    def function(self, name: str, module: Module, node: Function, *, is_method: bool = False) -> Iterator[Fact]:
        """A function or method with its parameters."""
        is_awaited = isinstance(node, ast.AsyncFunctionDef) and not yields(node)
        kind = "method" if is_method else "function"
        yield Fact(name, f"async {kind}" if is_awaited else kind, self.note(module, node.returns))
        yield from self.parameters(name, module, node, skip=is_method)

    def parameters(self, owner: str, module: Module, node: Function, *, skip: bool = True) -> Iterator[Fact]:
        """The parameters of a function, but for `self`."""
        places = [*node.args.posonlyargs, *node.args.args]
        defaults = [None] * (len(places) - len(node.args.defaults)) + list(node.args.defaults)
        rows = [
            (f"positional {number + 1 - skip}", item, default)
            for number, (item, default) in enumerate(zip(places, defaults, strict=True))
        ]
        rows += [
            ("keyword", item, default)
            for item, default in zip(node.args.kwonlyargs, node.args.kw_defaults, strict=True)
        ]
        for kind, item, default in rows[skip:]:
            type_ = self.note(module, item.annotation) + (f" = {written(default)}" if default else "")
            yield Fact(f"{owner}({item.arg})", f"{'optional' if default else 'required'} {kind}", type_)
        for kind, rest in (("arguments", node.args.vararg), ("keywords", node.args.kwarg)):
            if rest:
                yield Fact(f"{owner}({rest.arg})", f"any {kind}", self.note(module, rest.annotation))


def target(node: ast.stmt | Definition) -> str:
    """The name that an assignment gives, empty for other statements."""
    goal = node.targets[0] if isinstance(node, ast.Assign) else node.target if isinstance(node, ast.AnnAssign) else None
    return goal.id if isinstance(goal, ast.Name) else ""


def own_name(owner: str, fact: Fact) -> str:
    """The member that a fact is about; the constructor's parameters are about one that has no name."""
    return fact.name.removeprefix(owner).removeprefix(".").partition("(")[0]


def has_fields(node: ast.ClassDef) -> bool:
    """Whether its annotations are what it is made of."""
    return bool(decorators(node) & {"define", "dataclass"}) or "NamedTuple" in map(written, node.bases)


def has_default(node: ast.AnnAssign) -> bool:
    """Whether a field may be left out; `field(repr=False)` is none."""
    if isinstance(node.value, ast.Call) and written(node.value.func) == "field":
        return any(item.arg in {"default", "factory", "default_factory"} for item in node.value.keywords)
    return node.value is not None


def yields(node: Function) -> bool:
    """Whether it is a generator, which is iterated over and not awaited."""
    waiting: list[ast.AST] = list(node.body)
    while waiting:
        item = waiting.pop()
        if isinstance(item, ast.Yield | ast.YieldFrom):
            return True
        if not isinstance(item, Function | ast.Lambda | ast.ClassDef):
            waiting.extend(ast.iter_child_nodes(item))
    return False
