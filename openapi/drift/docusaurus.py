"""Pages of the vendor's Docusaurus site, scraped as Markdown."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from .blocks import Block, read_blocks
from .facts import Operation, Place
from .fields import TYPES, Listed, element, parse_value
from .located import Node, Plain, read_json
from .nesting import CLOSE, OPEN
from .page import Payload
from .unreadable import Unreadable

ADDRESS = re.compile(r"(GET|PUT|POST|DELETE|PATCH|HEAD|OPTIONS)\s+https?://([^/\s]+)(/\S*)")
FLAGS = re.compile(r"(?P<type>.+?)(?P<flags>(?:\s*(?:nullable|required|deprecated|read-only|write-only))*)")
LISTS = {"Scope(s)": "scope", "Auth Method(s)": "auth method", "Token Type(s)": "token type"}
PARTS = {"Header": "header", "Path": "path", "Query": "query", "Cookie": "cookie"}
# Headings between which the statuses stand.
RESPONSES, AFTER = "Responses", "Share your feedback"
STATUS = re.compile(r"[1-5](\d\d|XX)|default")
LINK = re.compile(r"\((https?://[^)\s]+?)/index\.html")


def is_docusaurus(text: str) -> bool:
    """Whether a page comes from this generator."""
    return bool(re.search(r"^#+ Responses\b|^#### (Scope|Auth Method|Token Type)\(s\)|docusaurus", text, re.MULTILINE))


def read_docusaurus(text: str) -> Operation:
    """The operation of a page.

    Raises:
        Unreadable: it names none, or ends too early.
    """
    return _Page(text).operation()


@dataclass
class _Section:
    """The blocks below a heading, up to the next one of any level."""

    heading: Block
    blocks: list[Block] = field(default_factory=list[Block])


class _Page:
    def __init__(self, text: str) -> None:
        self.text = text
        self.blocks = read_blocks(text)
        self.sections = [_Section(Block("heading", "", 1))]
        for block in self.blocks:
            if block.kind == "heading":
                self.sections.append(_Section(block))
            else:
                self.sections[-1].blocks.append(block)

    def operation(self) -> Operation:
        address = next((block for block in self.blocks if block.kind == "code" and ADDRESS.match(block.text)), None)
        match = ADDRESS.match(address.text) if address else None
        if address is None or match is None:
            raise Unreadable("it names no operation, such as `POST https://host/path` in a block of code.")
        self.refuse_truncated()
        operation = Operation(match[1], re.sub(r":(\w+)", r"{\1}", match[3]), address.line, host=match[2])
        operation.add(Place(), "method", operation.method, address.line)
        operation.add(Place(), "path", operation.path, address.line)
        self.write_head(operation)
        self.write_parameters(operation)
        self.write_body(operation)
        self.write_replies(operation)
        return operation

    def refuse_truncated(self) -> None:
        """Refuse a page that lacks what each of them ends with."""
        last = self.text.count("\n") + 1
        for block in self.blocks:
            if not block.closed:
                raise Unreadable("a block of code does not end; the page is truncated, scrape it again.", block.line)
        if self.section(RESPONSES) is None:
            raise Unreadable('it ends before its section "Responses"; scrape it again.', last)
        if not any(block.text.startswith("curl ") for block in self.blocks if block.kind == "code"):
            raise Unreadable("it ends before the sample of its request; scrape it again.", last)

    def section(self, title: str) -> _Section | None:
        """The first section whose heading begins so."""
        return next((section for section in self.sections if section.heading.text.startswith(title)), None)

    def write_head(self, operation: Operation) -> None:
        """Write title, address, scopes, auth methods and token types."""
        title = next((s.heading for s in self.sections if s.heading.level == 1), None)
        if title:
            operation.add(Place(), "title", title.text, title.line)
        for number, line in enumerate(self.text.splitlines(), 1):
            if link := LINK.search(line):
                operation.page, operation.name = link[1], link[1].rpartition("/")[2]
                operation.add(Place(), "page", link[1], number)
                break
        for heading, kind in LISTS.items():
            section = self.section(heading)
            for block in section.blocks if section else ():
                for code in block.codes:
                    operation.add(Place(), kind, code, block.line)
        if not operation.values(Place(), "scope"):
            self.write_authorization(operation)

    def write_authorization(self, operation: Operation) -> None:
        """Write the scopes that stand where the page describes the Authorization header."""
        for block in self.blocks:
            if block.kind == "code" and (scopes := re.search(r"scopes: ?(.*?)scheme:", block.text)):
                for scope in re.split(r"[,\s]+", scopes[1].strip()):
                    operation.add(Place(), "scope", scope or None, block.line)

    def write_parameters(self, operation: Operation) -> None:
        for section in self.sections:
            first, _, second = section.heading.text.partition(" ")
            if first in PARTS and second == "Parameters":
                for listed in fields_of(section.blocks):
                    listed.write(Place(PARTS[first], listed.name), operation)

    def write_body(self, operation: Operation) -> None:
        section = self.section("Body")
        if section is None:
            return
        payload = Payload(Place("body"), section.heading.line, fields_of(section.blocks))
        payload.array = "array" in section.heading.text.lower()
        for block in self.blocks:
            if block.kind != "code":
                continue
            start = re.search(r"^-d '", block.text, re.MULTILINE)
            if start:
                before, _, data = block.text.partition("-d '")
                payload.samples.append(_sample(data.rpartition("'")[0], block.line + before.count("\n")))
            elif block.line > self.after() and block.text.lstrip().startswith(("{", "[")):
                payload.samples.append(_sample(block.text, block.line))
        payload.write(operation)
        operation.add(Place("body"), "required", "required" in section.heading.text, section.heading.line)

    def after(self) -> int:
        """The line from which on the page shows requests, not replies."""
        section = self.section(AFTER) or self.section("Authorization")
        return section.heading.line if section else self.text.count("\n") + 1

    def write_replies(self, operation: Operation) -> None:
        """Write each status with its schema."""
        section = self.section(RESPONSES)
        blocks = section.blocks if section else []
        statuses = [block for block in blocks if block.kind == "item" and STATUS.fullmatch(block.text)]
        replies = _replies([block for block in blocks if block not in statuses])
        if len(replies) > len(statuses):  # a description may have several paragraphs
            replies = [reply for reply in replies if reply]
        if not statuses or len(replies) != len(statuses):
            listed = ", ".join(block.text for block in statuses) or "no status"
            line = section.heading.line if section else None
            raise Unreadable(f"it lists {listed} and describes {len(replies)} replies; scrape it again.", line)
        for status, reply in zip(statuses, replies, strict=True):
            success = status.text.startswith("2")
            place = Place(f"{'reply' if success else 'error'} {status.text}")
            if success and Place("reply") not in operation.places:
                place = Place("reply")
                operation.add(place, "status", status.text, status.line)
            payload = Payload(place, status.line, fields_of(reply))
            for block in reply:
                if block.kind == "code" and block.text.lstrip().startswith(("{", "[")):
                    payload.samples.append(_sample(block.text, block.line))
            payload.write(operation)


def _replies(blocks: list[Block]) -> list[list[Block]]:
    """The blocks of each reply: its description, and up to its sample if it has a schema."""
    replies: list[list[Block]] = []
    within = False
    for block in blocks:
        if block.text == "Schema" and block.bold:
            within = True
            if not replies:
                replies.append([])
        elif within:
            replies[-1].append(block)
            within = not (block.kind == "code" and block.text.lstrip().startswith(("{", "[")))
        elif block.kind == "paragraph":
            replies.append([])
    return replies


def _sample(text: str, line: int) -> Node:
    """A sample of JSON.

    Raises:
        Unreadable: it is cut off.
    """
    return read_json(text.replace("'\\''", "'"), line)


def fields_of(blocks: list[Block]) -> list[Listed]:
    """The fields that a section lists, with the marks of arrays between them."""
    fields: list[Listed] = []
    for block in blocks:
        if block.text in {OPEN, CLOSE}:
            fields.append(Listed(block.text, "", block.line))
        elif (listed := _field(block)) is not None:
            fields.append(listed)
        elif fields and block.kind == "paragraph":
            _note(fields[-1], block)
    return fields


def _field(block: Block) -> Listed | None:
    """The field that a line such as `**name** string[]required` lists."""
    match = FLAGS.fullmatch(block.rest)
    if block.kind == "code" or not block.bold or block.bold.endswith(":") or match is None:
        return None
    kind, flags = match["type"].strip(), match["flags"]
    if re.split(r"[\[<| ]", kind)[0] not in TYPES and not (block.kind == "paragraph" and re.fullmatch(r"\w+", kind)):
        return None
    listed = Listed(_name(block.bold), f"{kind} | null" if "nullable" in flags else kind, block.line)
    listed.add("required", "required" in flags, block.line)
    listed.add("deprecated", "deprecated" in flags, block.line)
    return listed


def _name(bold: str) -> str:
    """The name of a field; the page's word for one of any name is `*`."""
    return "*" if bold.rstrip("*") == "property name" else bold


def _note(listed: Listed, block: Block) -> None:
    """Note what a paragraph below a field says of it."""
    if block.bold == "Default value:":
        listed.add("default", _one(block.codes, listed.type), block.line)
    elif block.bold == "Possible values:":
        _possible(listed, block)
    elif re.match(r"Examples?\b[^:`]*:", block.text):
        for code in block.codes:
            listed.add("example", parse_value(code, listed.type), block.line)


def _one(codes: tuple[str, ...], kind: str) -> Plain:
    return parse_value(codes[0], kind) if codes else None


def _possible(listed: Listed, block: Block) -> None:
    """Note values, which stand in brackets, and limits, which do not."""
    within = False
    for piece in re.findall(r"`[^`]*`|\[|\]|[^`\[\]]+", block.rest):
        if piece in {"[", "]"}:
            within = piece == "["
        elif piece.startswith("`") and within:
            listed.add("value", parse_value(piece.strip("`"), element(listed.type)), block.line)
        elif piece == "`non-empty`":
            listed.add("minLength", 1, block.line)
        elif piece.startswith("`") and not listed.limit(piece, block.line):
            listed.add("pattern", piece.strip("`"), block.line)
