"""A module without some of its pieces. What is left keeps its lines."""

from __future__ import annotations

import ast
from bisect import bisect_right
from collections.abc import Collection, Iterable, Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

from .shapes import entries, is_condition
from .source import Module, Piece


class Span(NamedTuple):
    """Bytes of a module, from `start` up to `end`."""

    start: int
    end: int


class Item(NamedTuple):
    """One of several between commas."""

    span: Span
    is_dead: bool


class Knife:
    """Cuts a module down to its live pieces."""

    def __init__(self, module: Module, live: Collection[Piece]) -> None:
        self._text = module.text
        self._lines = module.text.split(b"\n")
        self._starts = [0]
        for line in self._lines:
            self._starts.append(self._starts[-1] + len(line) + 1)
        self._dead = {piece.node for piece in module.all_pieces() if piece not in live}
        self._gone: set[int] = set()
        self._edits: list[tuple[Span, bytes]] = []
        self._cut_body(module.tree.body)
        self._cut_blank_lines()

    def text(self) -> bytes:
        """What is left."""
        lines = [(Span(self._starts[line], self._starts[line + 1]), b"") for line in self._gone]
        text = self._text
        for span, new in sorted([*lines, *self._edits], reverse=True):
            text = text[: span.start] + new + text[span.end :]
        return text

    def _cut_body(self, body: Iterable[ast.stmt]) -> None:
        for node in body:
            if self._is_dead(node):
                self._cut_lines(self._span(node))
            elif isinstance(node, ast.ClassDef) or is_condition(node):
                self._cut_body(node.body)
            elif isinstance(node, ast.Import | ast.ImportFrom):
                items = [Item(self._span(alias), alias in self._dead) for alias in node.names]
                self._cut_items(items, Span(items[0].span.start, items[-1].span.end))
            elif isinstance(node, ast.Assign | ast.AnnAssign) and (found := entries(node)) and node.value:
                items = [Item(self._span(entry.key, entry.value), entry.key in self._dead) for entry in found]
                start, end = self._span(node.value)
                self._cut_items(items, Span(start + 1, end - 1), is_tuple=isinstance(node.value, ast.Tuple))

    def _is_dead(self, node: ast.stmt) -> bool:
        if is_condition(node):
            return all(map(self._is_dead, node.body))
        if isinstance(node, ast.Import | ast.ImportFrom):
            return all(alias in self._dead for alias in node.names)
        return node in self._dead

    def _cut_items(self, items: Sequence[Item], whole: Span, *, is_tuple: bool = False) -> None:
        """Cut the lines of the dead items, or write those that are left anew where several share a line."""
        if not any(item.is_dead for item in items):
            return
        kept = [self._text[slice(*item.span)] for item in items if not item.is_dead]
        if kept and all(self._owns_lines(item.span) for item in items):
            for item in items:
                if item.is_dead:
                    self._cut_lines(item.span)
            return
        self._edits.append((whole, b", ".join(kept) + (b"," if is_tuple and len(kept) == 1 else b"")))

    def _owns_lines(self, span: Span) -> bool:
        first, last = self._line(span.start), self._line(span.end)
        before = self._text[self._starts[first] : span.start]
        after = self._text[span.end : self._starts[last + 1]].lstrip(b",").split(b"#")[0]
        return not before.strip() and not after.strip()

    def _cut_lines(self, span: Span) -> None:
        """Cut the lines of something, with the comment right above it, unless that is the head of the file."""
        first, last = self._line(span.start), self._line(span.end)
        above = first
        while above and self._lines[above - 1].lstrip().startswith(b"#"):
            above -= 1
        self._gone.update(range(above or first, last + 1))

    def _cut_blank_lines(self) -> None:
        """Of the blank lines on both sides of a cut, keep those of one side."""
        for first, last in list(runs(self._gone)):
            before, after = first, last
            while before and not self._lines[before - 1].strip():
                before -= 1
            while after + 1 < len(self._lines) and not self._lines[after + 1].strip():
                after += 1
            is_end = after + 1 == len(self._lines)
            surplus = first - before if is_end else min(first - before, after - last)
            self._gone.update(range(first - surplus, first))

    def _span(self, first: ast.AST, last: ast.AST | None = None) -> Span:
        decorators: Sequence[ast.AST] = getattr(first, "decorator_list", [])
        begin, end = located(min([first, *decorators], key=lambda node: located(node).lineno)), located(last or first)
        return Span(
            self._starts[begin.lineno - 1] + begin.col_offset,
            self._starts[(end.end_lineno or end.lineno) - 1] + (end.end_col_offset or 0),
        )

    def _line(self, offset: int) -> int:
        return bisect_right(self._starts, offset) - 1


def located(node: ast.AST) -> ast.stmt | ast.expr | ast.alias:
    """A node as one that knows where it stands."""
    if not isinstance(node, ast.stmt | ast.expr | ast.alias):
        raise TypeError(node)
    return node


def runs(numbers: Iterable[int]) -> Iterator[tuple[int, int]]:
    """The first and the last of each run of numbers without a gap."""
    for _, run in groupby(enumerate(sorted(numbers)), key=lambda pair: pair[1] - pair[0]):
        found = [number for _, number in run]
        yield found[0], found[-1]
