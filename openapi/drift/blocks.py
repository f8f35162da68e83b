"""The blocks of a Markdown page: headings, paragraphs, list items and code, each with its line."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from markdown_it import MarkdownIt
from markdown_it.token import Token


class Block(NamedTuple):
    """A block; of its inline text, what stands in bold at its beginning, the rest, and the spans of code."""

    kind: str
    text: str
    line: int
    bold: str = ""
    rest: str = ""
    codes: tuple[str, ...] = ()
    level: int = 0
    closed: bool = True


def read_blocks(text: str) -> list[Block]:
    """All blocks of a page in their order, those of lists too; escapes are resolved, front matter is left out."""
    lines = text.splitlines()
    first = _after_front_matter(lines)
    tokens = MarkdownIt("commonmark").parse("\n" * first + "\n".join(lines[first:]))
    return list(_blocks(tokens, lines))


def _after_front_matter(lines: list[str]) -> int:
    """The number of lines that the front matter takes."""
    if lines and lines[0].strip() == "---":
        for number, line in enumerate(lines[1:], 2):
            if line.strip() == "---":
                return number
    return 0


def _blocks(tokens: list[Token], lines: list[str]) -> Iterator[Block]:
    holder, level, depth = "paragraph", 0, 0
    for token in tokens:
        line = token.map[0] + 1 if token.map else 0
        if token.type == "heading_open":
            holder, level = "heading", int(token.tag[1:])
        elif token.type == "heading_close":
            holder = "paragraph"
        elif token.type in {"list_item_open", "list_item_close"}:
            depth += 1 if token.type == "list_item_open" else -1
        elif token.type in {"fence", "code_block"}:
            end = token.map[1] if token.map else 0
            closed = token.type == "code_block" or lines[end - 1].strip().startswith(token.markup)
            start = line + (token.type == "fence")
            yield Block("code", token.content, start, rest=token.info.strip(), closed=closed)
        elif token.type == "inline":
            kind = "item" if depth and holder == "paragraph" else holder
            yield _inline(token.children or [], kind, line, level if kind == "heading" else 0)


def _inline(children: list[Token], kind: str, line: int, level: int) -> Block:
    """The block that a line of text is: `**name** stringrequired` has the name in bold and the rest."""
    bold, rest, codes, strong = "", "", list[str](), False
    for child in children:
        if child.type in {"strong_open", "strong_close"}:
            strong = child.type == "strong_open"
        elif child.type == "code_inline":
            codes.append(child.content)
            rest += f"`{child.content}`"
        elif child.type in {"softbreak", "hardbreak"}:
            rest += "\n"
        elif strong and not rest.strip():
            bold += child.content
        else:
            rest += child.content
    return Block(kind, f"{bold}{rest}".strip(), line, bold.strip(), rest.strip(), tuple(codes), level)
