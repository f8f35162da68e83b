"""What a change of the surface means for callers: whether it breaks them, adds something, or neither."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator, Mapping
from enum import IntEnum
from typing import NamedTuple

from .facts import Fact

Facts = Mapping[str, Fact]


class Verdict(IntEnum):
    """What a change does, the worst last."""

    NEITHER = 0
    ADDS = 1
    BREAKS = 2


class Change(NamedTuple):
    """A difference between two surfaces."""

    verdict: Verdict
    name: str
    words: str

    def __str__(self) -> str:
        return f"{self.verdict.name.lower():9}{self.words}"


def changes(old: Facts, new: Facts) -> list[Change]:
    """The differences, the worst first. What comes or goes as a whole is one."""
    taken, held = directions({**old, **new})
    found = [*removals(old, new, taken), *additions(old, new, taken)]
    for name in old.keys() & new.keys():
        if old[name] != new[name]:
            verdict = of_change(old[name], new[name], taken, held)
            found.append(Change(verdict, name, f"{old[name]}\n{'':9}is now  {'  '.join(new[name][1:])}"))
    return sorted(found, key=lambda change: (-change.verdict, change.name))


def removals(old: Facts, new: Facts, taken: set[str]) -> Iterator[Change]:
    """What is gone. A value that only replies held is missed by nobody."""
    for name in old.keys() - new.keys():
        owner = owner_of(name)
        if owner not in old or owner in new:
            unnoticed = old[name].kind == "value" and last(owner) not in taken
            yield Change(Verdict.NEITHER if unnoticed else Verdict.BREAKS, name, f"{old[name]}  is gone")


def additions(old: Facts, new: Facts, taken: set[str]) -> Iterator[Change]:
    """What is new. It breaks callers when they have to pass it, or to implement it."""
    for name in new.keys() - old.keys():
        owner = owner_of(name)
        if owner not in new or owner in old:
            fact = new[name]
            is_demanded = fact.kind.startswith("required") and (not fact.kind.endswith("field") or last(owner) in taken)
            owed = {owner, owner_of(owner)} if name.endswith(")") else {owner}
            is_owed = any(item in new and new[item].kind == "protocol" for item in owed)
            yield Change(Verdict.BREAKS if is_demanded or is_owed else Verdict.ADDS, name, f"{fact}  is new")


def of_change(old: Fact, new: Fact, taken: set[str], held: set[str]) -> Verdict:
    """What it means that a fact is another one."""
    was, now = without_default(old.type), without_default(new.type)
    if old.kind != new.kind:
        kind = of_kind(old.kind, new.kind, last(owner_of(old.name)) in taken)
        return kind if was == now else max(kind, of_type(old, was, now, taken, held))
    return Verdict.NEITHER if was == now else of_type(old, was, now, taken, held)


def of_kind(old: str, new: str, is_taken: bool) -> Verdict:
    """What another kind means: leaving a choice adds, taking one breaks."""
    demand, _, form = old.partition(" ")
    now, _, other = new.partition(" ")
    if form == other and {demand, now} == {"required", "optional"}:
        if form == "field" and not is_taken:
            return Verdict.NEITHER
        return Verdict.ADDS if now == "optional" else Verdict.BREAKS
    is_freed = form == "keyword" and other.startswith("positional") and now in {demand, "optional"}
    return Verdict.ADDS if is_freed else Verdict.BREAKS


def of_type(fact: Fact, was: str, now: str, taken: set[str], held: set[str]) -> Verdict:
    """What another type means: callers may pass more, and may be given less."""
    if fact.kind == "class":
        return Verdict.ADDS if set(was.split(", ")) <= set(now.split(", ")) else Verdict.BREAKS
    if fact.kind == "alias":
        is_wider, is_narrower = fits(was, now), fits(now, was)
        name = last(fact.name)
        breaks = (name in taken and not is_wider) or (name in held and not is_narrower)
        return Verdict.BREAKS if breaks else Verdict.ADDS if is_wider else Verdict.NEITHER
    owner = last(owner_of(fact.name))
    is_passed = fact.name.endswith(")") or (fact.kind.endswith("field") and owner in taken)
    is_given = not fact.name.endswith(")") and (not fact.kind.endswith("field") or owner in held or owner not in taken)
    if (is_passed and not fits(was, now)) or (is_given and not fits(now, was)):
        return Verdict.BREAKS
    return Verdict.ADDS if is_passed else Verdict.NEITHER


def fits(narrow: str, wide: str) -> bool:
    """Whether every value of one type is one of the other, as far as a look at their names tells."""
    some, more = members(narrow), members(wide)
    more |= {"int"} if "float" in more else set()
    more |= {f"list[{item[9:-1]}]" for item in more if item.startswith("Sequence[")}
    return some <= more or bool(more & {"object", "Any"})


def members(annotation: str) -> set[str]:
    """The types that a union is of."""
    waiting, found = [parsed(annotation)] if annotation else [], set[str]()
    while waiting:
        node = waiting.pop()
        if isinstance(node, ast.BinOp):
            waiting += [node.left, node.right]
        elif isinstance(node, ast.Subscript) and ast.unparse(node.value) == "Literal":
            values = node.slice.elts if isinstance(node.slice, ast.Tuple) else [node.slice]
            found |= {f"Literal[{ast.unparse(value)}]" for value in values}
        else:
            found.add(ast.unparse(node))
    return found


def directions(facts: Facts) -> tuple[set[str], set[str]]:
    """The classes and aliases, by their last names, that callers pass, and those that they are given.

    What is read from a reply is never passed for its fields' sake, though it may be handed back.
    """
    replies = {last(owner_of(name)) for name in facts if name.endswith(".from_dict")}
    passed: set[str] = set()
    given: set[str] = set()
    for fact in facts.values():
        if fact.name.endswith(")"):
            for name, is_result in mentioned(fact.type):
                (given if is_result else passed).add(name)
        elif not fact.kind.endswith("field"):
            given |= {name for name, _ in mentioned(fact.type)}
    fields = [(last(owner_of(fact.name)), fact) for fact in facts.values() if fact.kind.endswith("field")]
    while True:
        size = len(passed) + len(given)
        for owner, fact in fields:
            names = {name for name, _ in mentioned(fact.type)}
            passed |= names if owner in passed - replies else set()
            given |= names if owner in given else set()
        if size == len(passed) + len(given):
            return passed - replies, given


def mentioned(annotation: str) -> Iterator[tuple[str, bool]]:
    """The names in an annotation, and whether they are what a function of the caller's is called with."""
    waiting: list[tuple[ast.AST, bool]] = [(parsed(without_default(annotation)), False)]
    while waiting:
        node, is_argument = waiting.pop()
        if isinstance(node, ast.Name):
            yield node.id, is_argument
        if isinstance(node, ast.Subscript) and ast.unparse(node.value) == "Callable":
            waiting += [(item, True) for item in ast.walk(node) if isinstance(item, ast.List)]
            waiting += [(node.slice.elts[-1], is_argument)] if isinstance(node.slice, ast.Tuple) else []
        else:
            waiting += [(item, is_argument) for item in ast.iter_child_nodes(node)]


def parsed(annotation: str) -> ast.expr:
    """An annotation; what is none is taken as the name of something unknown."""
    try:
        return ast.parse(annotation, mode="eval").body
    except SyntaxError:
        return ast.Name(annotation)


def without_default(type_: str) -> str:
    return type_.partition(" = ")[0]


def last(name: str) -> str:
    return name.rpartition(".")[2]


def owner_of(name: str) -> str:
    """What a name belongs to: the function of a parameter, the class of a member, the alias of a value."""
    return re.sub(r"(\(\w+\)| \S+|\.?\w+)$", "", name)
