"""Pages of the other site generator: samples first, then flat lists of fields, with each fact on a line of its own."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from .facts import Operation, Place
from .fields import TYPES, Listed, element, parse_value
from .located import Node, Plain, read_json
from .page import Payload
from .unreadable import Unreadable

PARTS = {"Headers": "header", "Path Parameters": "path", "Query Parameters": "query", "Cookies": "cookie"}
SECTIONS = {"Authorizations", "Body", "Response", *PARTS}
# What the form of these pages has no place for.
SILENT = frozenset({"scope", "auth method", "token type", "page", "error"})
TYPE = re.compile(rf"(?:enum<\w+>|(?:{'|'.join(TYPES)})(?:<[\w-]+>)?)(?:\[\])*(?: \| null)?")
NAME = re.compile(r"[A-Za-z_$][\w$.\[\]-]*|\{key\}")
FLAGS = {"required": "required", "deprecated": "deprecated"}
LIMITS = {
    "Required range": "",
    "Maximum string length": "maxLength",
    "Minimum string length": "minLength",
    "Maximum array length": "maxItems",
    "Minimum array length": "minItems",
    "Pattern": "pattern",
}
METHOD = re.compile(r"--request (\w+)")
URL = re.compile(r"--url '?https?://([^/\s']+)(/[^\s'?]*)")


def is_flat(text: str) -> bool:
    """Whether a page comes from this generator."""
    return bool(METHOD.search(text) and URL.search(text)) or bool(re.search(r"^Authorizations$", text, re.MULTILINE))


def read_flat(text: str) -> Operation:
    """The operation of a page.

    Raises:
        Unreadable: it names none, or ends too early.
    """
    return _Page(text).operation()


class Line(NamedTuple):
    text: str
    number: int


class _Page:
    def __init__(self, text: str) -> None:
        self.text = text
        self.lines = [Line(line.strip(), number) for number, line in enumerate(text.splitlines(), 1)]

    def operation(self) -> Operation:
        method, url = METHOD.search(self.text), URL.search(self.text)
        if method is None or url is None:
            raise Unreadable("it names no operation: there is no `curl --request METHOD --url https://host/path`.")
        line = self.text.count("\n", 0, url.start()) + 1
        operation = Operation(method[1].upper(), url[2], line, SILENT, host=url[1])
        operation.add(Place(), "method", operation.method, self.text.count("\n", 0, method.start()) + 1)
        operation.add(Place(), "path", operation.path, line)
        above = [line for line in self.lines[: self.first_line("curl ") - 1] if line.text]
        if above:
            operation.add(Place(), "title", above[-1].text, above[-1].number)
        sections = dict(self.sections())
        if "Response" not in sections:
            raise Unreadable('it ends before its section "Response"; scrape it again.', len(self.lines))
        for title, part in PARTS.items():
            for listed in fields_of(sections.get(title, [])):
                listed.write(Place(part, listed.name), operation)
        self.write_payloads(operation, sections)
        return operation

    def first_line(self, start: str) -> int:
        """The number of the first line that begins so."""
        return next((line.number for line in self.lines if line.text.startswith(start)), len(self.lines))

    def sections(self) -> Iterator[tuple[str, list[Line]]]:
        """The lines below each title that a section has."""
        starts = [line for line in self.lines if line.text in SECTIONS]
        for start, end in zip(starts, [*starts[1:], Line("", len(self.lines) + 1)], strict=False):
            yield start.text, self.lines[start.number - 1 : end.number - 1]

    def write_payloads(self, operation: Operation, sections: dict[str, list[Line]]) -> None:
        """Write the body and the reply, with the samples that stand before the lists."""
        sent, received = self.samples()
        if "Body" in sections:
            _payload(Place("body"), sections["Body"], sent).write(operation)
            # These pages have no word for a body that may be left out.
            operation.places[Place("body")] = operation.places[Place("body")]._replace(kinds=frozenset({"type"}))
        reply = sections["Response"]
        _payload(Place("reply"), reply, received).write(operation)
        status = next((line for line in reply if re.match(r"[1-5]\d\d\b", line.text)), None)
        said = operation.places[Place("reply")]
        operation.places[Place("reply")] = said._replace(kinds=frozenset({"type", "status"}))
        if status:
            operation.add(Place("reply"), "status", status.text[:3], status.number)

    def samples(self) -> tuple[list[Node], list[Node]]:
        """What the request shows, and what the reply does."""
        first = next((line.number for line in self.lines if line.text in SECTIONS), len(self.lines))
        lines = self.text.splitlines()[: first - 1]
        sent, received = list[Node](), list[Node]()
        number = self.first_line("curl ") - 1
        within = False
        while number < len(lines):
            if lines[number].lstrip().startswith("--data"):
                within = True
            if lines[number] in {"{", "[", "{}", "[]"}:
                end = _end(lines, number)
                node = read_json("\n".join(lines[number:end]).replace("'\\''", "'"), number + 1)
                (sent if within else received).append(node)
                number, within = end, False
            else:
                number += 1
        return sent, received[:1]


def _end(lines: list[str], start: int) -> int:
    """The number of the line after a JSON value.

    Raises:
        Unreadable: it does not end.
    """
    if lines[start] in {"{}", "[]"}:
        return start + 1
    closing = "}" if lines[start] == "{" else "]"
    for number in range(start + 1, len(lines)):
        if lines[number].rstrip() == closing:
            return number + 1
    raise Unreadable("a sample does not end; the page is truncated, scrape it again.", start + 1)


def _payload(place: Place, section: list[Line], samples: list[Node]) -> Payload:
    """A body or a reply, with the fields of its section.

    Raises:
        Unreadable: the page has lost its sample.
    """
    array = any(re.search(r"application/json\b.*\[\]$", line.text) for line in section)
    fields = fields_of(section)
    full: dict[str, str] = {}
    for listed in fields:  # the fields of an object have its name before their own
        told, (above, _, name) = listed.name, listed.name.rpartition(".")
        listed.name = f"{full[above]}.{name}" if above in full else told
        full[told] = listed.name + "[]" * listed.type.count("[]")
    if not samples and any(listed.type.startswith("object") for listed in fields):
        reason = f"it has no sample of the {place}, where alone the fields of objects stand; scrape it again."
        raise Unreadable(reason, section[0].number)
    return Payload(place, section[0].number, fields, samples, whole=False, array=array)


def fields_of(section: list[Line]) -> list[Listed]:
    """The fields that a section lists: a name, and its type on the next line.

    Raises:
        Unreadable: the page ends between the two.
    """
    starts = [
        number
        for number in range(1, len(section) - 1)
        if NAME.fullmatch(section[number].text) and TYPE.fullmatch(section[number + 1].text)
    ]
    fields: list[Listed] = []
    for start, end in zip(starts, [*starts[1:], len(section)], strict=False):
        kind = re.sub(r"enum<(\w+)>", r"\1", section[start + 1].text)
        name = section[start].text.replace("{key}", "*")
        fields.append(Listed(name, kind, section[start].number))
        _facts(fields[-1], section[start + 2 : end])
    return fields


def _facts(listed: Listed, lines: list[Line]) -> None:
    """Note what the lines below a field say of it."""
    texts = [line for line in lines if line.text]
    number = 0
    while number < len(texts):
        text, line = texts[number]
        title, colon, rest = text.partition(":")
        number += 1
        if text in FLAGS:
            listed.add(FLAGS[text], value=True, line=line)
        elif text.startswith("default:"):
            listed.add("default", parse_value(rest.strip().strip('"'), listed.type), line)
        elif colon and title in LIMITS:
            said = rest.strip() or (texts[number].text if number < len(texts) else "")
            _limit(listed, LIMITS[title], said.strip("`"), line)
        elif text in {"Available options:", "Allowed value:"}:
            number = _options(listed, texts, number)
        elif text in {"Example:", "Examples:"}:
            while number < len(texts) and not texts[number].text.endswith(":"):
                shown = texts[number]
                listed.add("example", _literal(shown.text.rstrip(","), listed.type), shown.number)
                number += 1
                if text == "Example:":
                    break


def _options(listed: Listed, texts: list[Line], number: int) -> int:
    """Note the values of a list, each but the last with a comma; the number of the line after them."""
    while number < len(texts):
        text, line = texts[number]
        number += 1
        listed.add("value", parse_value(text.rstrip(",").strip().strip('"`'), element(listed.type)), line)
        if not text.endswith(","):
            break
    return number


def _literal(text: str, kind: str) -> Plain:
    """An example, which stands as JSON."""
    return parse_value(text.strip('"') if text.startswith('"') and kind == "string" else text, kind)


def _limit(listed: Listed, name: str, said: str, line: int) -> None:
    """Note a limit; a range stands as `0 <= x <= 23`."""
    if name == "pattern":
        listed.add("pattern", said, line)
    elif name:
        listed.add(name, parse_value(said, "number"), line)
    else:
        turned = re.sub(r"^(-?[\d.]+)\s*(<=?)\s*x", lambda found: f"{'>' + found[2][1:]} {found[1]} x", said)
        listed.limit(turned, line)
