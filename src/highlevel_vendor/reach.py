"""What some groups of operations need of the SDK: all that its public names reach without the other groups."""

from __future__ import annotations

import ast
from collections.abc import Collection, Iterator, Mapping

from .problems import VendorError
from .source import Module, Piece, Target

API = "_generated.api"


class Reach:
    """Which pieces of which modules are needed.

    Tables reach nothing: the entry of an operation, or of a name that is imported lazily, is needed when what it leads
    to is needed by something else. So they name what is there.

    Attributes:
        modules: The modules that are needed, by their names.
        live: The pieces that are.
    """

    def __init__(self, modules: Mapping[str, Module], wanted: Collection[str]) -> None:
        self.modules: dict[str, Module] = {}
        self.live: set[Piece] = set()
        self._waiting: list[tuple[Module, Piece]] = []
        self._all = modules
        self._wanted = wanted
        self._operations = dict(operations(modules))
        self._unwanted = set(self._helpers(unwanted=True)) - set(self._helpers(unwanted=False))
        self._show("")
        before = -1
        while len(self.live) > before:
            before = len(self.live)
            self._follow_all()
            self._fill_tables()
            self._keep_whole()

    def came_along(self) -> list[str]:
        """The functions of operations of other groups."""
        found = (name.split(".")[2:] for name in self.modules if name.startswith(f"{API}."))
        return [parts[1] for parts in sorted(found) if len(parts) > 1 and parts[0] not in self._wanted]

    def _helpers(self, *, unwanted: bool) -> Iterator[str]:
        """The modules from which a client takes its unwanted groups, or its wanted ones."""
        for module in self._all.values():
            for piece in module.all_pieces():
                if isinstance(piece.node, ast.FunctionDef) and piece.key and (piece.key in self._wanted) != unwanted:
                    yield from (target.module for target in piece.inner)

    def _show(self, name: str) -> None:
        """Need a module with all its public names, but for those of unwanted groups."""
        module = self._need_module(name)
        public = module.bindings.get("__all__")
        if public is None:
            self._need_all(module)
            return
        for part in public.parts:
            piece = self._piece(module, part.key)
            door = piece.target and self._module_of(module, piece.target)
            if (door or (piece.target and piece.target.module)) in self._unwanted:
                continue
            self._need(module, piece)
            if door:
                self._show(door)

    def _need_module(self, name: str) -> Module:
        """Need a module, with its package."""
        module = self._all[name]
        if name not in self.modules:
            self.modules[name] = module
            if name:
                self._need_module(name.rpartition(".")[0])
            for piece in module.pieces:
                if piece.stays or "__all__" in piece.binds:
                    self._need(module, piece)
        return module

    def _need_all(self, module: Module) -> None:
        for piece in module.pieces:
            self._need(module, piece)

    def _need(self, module: Module, piece: Piece) -> None:
        if piece not in self.live:
            self.live.add(piece)
            self._waiting.append((module, piece))

    def _follow_all(self) -> None:
        """Need what the needed pieces need in turn."""
        while self._waiting:
            module, piece = self._waiting.pop()
            for target in targets(piece):
                self._follow(module, target)
            for name, attribute in piece.uses:
                if name in module.bindings:
                    self._use(module, module.bindings[name], attribute)

    def _follow(self, module: Module, target: Target) -> None:
        """Need what an import leads to."""
        door = self._module_of(module, target)
        source = self._need_module(target.module if door is None else door)
        if door is None and target.name != "*":
            self._need(source, self._piece(source, target.name))

    def _use(self, module: Module, piece: Piece, attribute: str) -> None:
        self._need(module, piece)
        door = piece.target and self._module_of(module, piece.target)
        if not door:
            return
        if attribute:
            self._follow(module, Target(door, attribute))
        elif "__all__" not in self._all[door].bindings:
            self._need_all(self._all[door])

    def _has_place(self, module: Module, part: Piece) -> bool:
        if isinstance(part.node, ast.FunctionDef):
            return part.key in self._wanted
        if part.key in self._operations:
            return self._operations[part.key] in self.live
        listed = module.bindings.get(part.key) if module.is_lazy else None
        return listed is None or listed in self.live

    def _fill_tables(self) -> None:
        """Need the names and the parts of tables, and of clients, whose turn it is."""
        for module in list(self.modules.values()):
            public = module.bindings.get("__all__")
            for part in public.parts if public and module.is_lazy else ():
                piece = self._piece(module, part.key)
                if piece.target and self._is_there(module, piece.target):
                    self._need(module, piece)
            for part in (part for piece in module.pieces if piece in self.live for part in piece.parts):
                if self._has_place(module, part):
                    self._need(module, part)

    def _keep_whole(self) -> None:
        """Leave a module as it is when all that it imports is there."""
        whole = set(self.modules)
        while cut := {name for name in whole if not self._is_complete(self.modules[name], whole)}:
            whole -= cut
        for name in whole:
            self.live.update(self.modules[name].all_pieces())

    def _is_complete(self, module: Module, whole: Collection[str]) -> bool:
        found = (target for piece in module.all_pieces() for target in self._led_to(module, piece))
        return all(self._is_there(module, target, whole) for target in found)

    def _led_to(self, module: Module, piece: Piece) -> Iterator[Target]:
        """All that a piece imports, and the attributes that it takes of modules."""
        yield from targets(piece)
        for name, attribute in piece.uses:
            used = module.bindings.get(name)
            door = used and used.target and self._module_of(module, used.target)
            if door and attribute:
                yield Target(door, attribute)

    def _is_there(self, module: Module, target: Target, whole: Collection[str] = ()) -> bool:
        """Whether what an import leads to is needed, or in a module that is left whole."""
        door = self._module_of(module, target)
        if door is not None or target.name == "*":
            return (door or target.module) in self.modules
        if target.module in whole:
            return True
        return target.module in self.modules and self._piece(self._all[target.module], target.name) in self.live

    def _module_of(self, module: Module, target: Target) -> str | None:
        """The module that an import means, `None` when it means a name in one."""
        name = f"{target.module}.{target.name}".strip(".")
        is_name = module.name != target.module and target.name in self._all[target.module].bindings
        return name if name in self._all and not is_name else None

    def _piece(self, module: Module, name: str) -> Piece:
        if name not in module.bindings:
            raise VendorError(f"{module.path} of the SDK has no {name}, which is imported from it.")
        return module.bindings[name]


def targets(piece: Piece) -> Iterator[Target]:
    """What a piece imports."""
    if piece.target is not None:
        yield piece.target
    yield from piece.inner


def operations(modules: Mapping[str, Module]) -> Iterator[tuple[str, Piece]]:
    """The operations by their ids."""
    for name, module in modules.items():
        piece = module.bindings.get("OPERATION") if name.startswith(f"{API}.") else None
        for node in ast.walk(piece.node) if piece else ():
            if isinstance(node, ast.keyword) and node.arg == "id" and isinstance(node.value, ast.Constant) and piece:
                yield str(node.value.value), piece
