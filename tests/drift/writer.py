"""Pages of both forms, written from the facts of an operation with the quirks that scraped pages have."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from drift.facts import LISTED, Fact, Operation, Place, key_of
from drift.recognition import is_for

PARTS = {"header": "Header", "path": "Path", "query": "Query"}
FLAT_PARTS = {"header": "Headers", "path": "Path Parameters", "query": "Query Parameters"}
RANGES = {"minimum": ">=", "maximum": "<=", "minItems": ">=", "maxItems": "<="}
LENGTHS = {"minLength": ">=", "maxLength": "<="}
FENCE = "```"


def as_told(ours: Operation, source: str) -> Operation:
    """The operation as its sources have it: with what our departures say that they say."""
    told = replace(ours, facts=dict(ours.facts), places=dict(ours.places), claims=[])
    for claim in ours.claims:
        if not is_for(claim, source) or (claim.kind == LISTED and claim.present):
            continue
        if claim.kind == LISTED:
            drop(told, claim.place)
        elif claim.place in told.places:
            key = key_of(claim.place, claim.kind, claim.value)
            told.facts.pop(key, None)
            if claim.present and claim.value is not None:
                told.facts[key] = Fact(claim.place, claim.kind, claim.value, 0)
    return told


def drop(operation: Operation, place: Place) -> None:
    """Take a place out, with all in it."""
    if not place.field:
        gone = [other for other in operation.places if other.part == place.part]
    else:
        inner = (f"{place.field}.", f"{place.field}[")
        gone = [
            other
            for other in operation.places
            if other == place or (other.part == place.part and other.field.startswith(inner))
        ]
    for other in gone:
        del operation.places[other]
        for key in operation.at(other):
            del operation.facts[key]


def put(operation: Operation, place: Place, kind: str, value: Any) -> None:
    """Let a place have this fact, in the place of the one it has of this kind unless it may have several."""
    operation.facts[key_of(place, kind, value)] = Fact(place, kind, value, 0)


def take(operation: Operation, place: Place, kind: str, value: Any = None) -> None:
    """Take a fact out."""
    del operation.facts[key_of(place, kind, value)]


def children(operation: Operation, place: Place) -> list[Place]:
    return [other for other in operation.places if other.field and other.above == place and other != place]


def several(operation: Operation, place: Place, kind: str) -> list[Any]:
    return [fact.value for fact in operation.values(place, kind).values()]


def sample(operation: Operation, place: Place, placeholders: dict[str, Any]) -> Any:
    """What a generator shows for a place: a sample of its own, an example, the default, a value, a placeholder."""
    kind = str(operation.value(place, "type") or "string").split(" | ")[0]
    inner = children(operation, place)
    for known in ("sample", "example"):
        if values := several(operation, place, known):
            return values[0]
    default = operation.value(place, "default")
    if default is not None:
        return default
    if inner:
        shown: Any = {
            "2026-02-03" if name == "*" else name: sample(operation, other, placeholders)
            for other in inner
            for name in [other.field.rpartition(".")[2]]
        }
    else:
        values = several(operation, place, "value")
        shown = values[0] if values else placeholders[kind.replace("[]", "")]
    for _ in range(kind.count("[]")):
        shown = [shown]
    return shown


def docusaurus(operation: Operation) -> str:
    """The page of an operation, with another operation's address in its front matter and stray backslashes."""
    return "\n".join(_docusaurus(operation)) + "\n"


def _docusaurus(operation: Operation) -> Iterator[str]:
    root = Place()
    path = str(operation.value(root, "path")).replace("{", ":").replace("}", "")
    link = f"{operation.page}/index.html"
    yield from ("---", "source: https://docs.example.com/docs/another-operation", "title: Another | API", "---", "")
    yield from (f"[Skip to main content]({link}#__docusaurus_skipToContent_fallback)", "")
    yield from (f"# {operation.value(root, 'title')}", "", FENCE)
    yield from (
        f"{operation.method} https://{operation.host}{path}",
        FENCE,
        "",
        "Some words.",
        "",
        "### Requirements",
        "",
    )
    for heading, kind in (("Scope(s)", "scope"), ("Auth Method(s)", "auth method"), ("Token Type(s)", "token type")):
        yield from (f"#### {heading}", "", " ".join(f"`{value}`" for value in several(operation, root, kind)), "")
    yield from (r'## Request [](https://docs.example.com\#request "Direct link to Request")', "")
    for part, heading in PARTS.items():
        found = [place for place in operation.places if place.part == part]
        if found:
            yield from (f"### {heading} Parameters", "")
        for place in found:
            yield from _field(operation, place)
    body = Place("body")
    if body in operation.places:
        array = " array" if str(operation.value(body, "type")).endswith("[]") else ""
        required = " **required**" if operation.value(body, "required") else ""
        yield from ("- application/json", "", f"### Body{array}{required}", "")
        yield from _fields(operation, body)
    yield from _replies(operation)
    yield from ("## Share your feedback", "", "#### Authorization: Authorization", "", f"{FENCE}openapi-explorer")
    yield from (f"curl -L '{operation.path}' \\", "-H 'Accept: application/json'")
    if body in operation.places:
        yield f"-d '{_json(operation, body)}'"
    yield from ("", FENCE, "", "Send API Request")


def _replies(operation: Operation) -> Iterator[str]:
    replies = [place for place in operation.places if not place.field and place.part.startswith(("reply", "error"))]
    statuses = [place.part.partition(" ")[2] or str(operation.value(place, "status")) for place in replies]
    yield from (r'## Responses [](https://docs.example.com\#responses "Direct link to Responses")', "")
    yield from (*(f"- {status}" for status in statuses), "")
    for place in replies:
        yield from ("A description.", "")
        if operation.value(place, "type") is None:
            continue
        yield from ("- application/json", "", "- Schema", "- Example (auto)", "", "**Schema**", "")
        yield from _fields(operation, place)
        yield from (f"{FENCE}codeBlockLines_e6Vv", _json(operation, place), "", FENCE, "")


def _json(operation: Operation, place: Place) -> str:
    shown = sample(operation, place, {"string": "string", "number": 0, "integer": 0, "boolean": True, "object": {}})
    return "\n".join(
        f"{line}\\" if line.endswith(("[", '",')) and line.startswith("   ") else line
        for line in json.dumps(shown, indent=2).splitlines()
    )


def _fields(operation: Operation, place: Place) -> Iterator[str]:
    for inner in children(operation, place):
        if operation.value(inner, "type") is not None:
            yield from _field(operation, inner)
            yield from _fields(operation, inner)


def _field(operation: Operation, place: Place) -> Iterator[str]:
    kind = str(operation.value(place, "type")).replace("[", r"\[").replace("]", r"\]")
    flags = "".join(flag for flag in ("required", "deprecated") if operation.value(place, flag))
    name = place.field.rpartition(".")[2]
    name = r"property name\*" if name == "*" else name
    yield from (f"**{name}** {kind}{flags}", "")
    yield from ("A description, which goes", "", f"{FENCE}codeBlockLines_e6Vv", "on in a block.", "", FENCE, "")
    if possible := ", ".join(_possible(operation, place)):
        yield from (f"**Possible values:** {possible}", "")
    default = operation.value(place, "default")
    if default is not None:
        yield from (f"**Default value:** `{_text(default)}`", "")
    for example in several(operation, place, "example")[:1]:
        yield from (f"Example:`{_text(example)}`", "")


def _possible(operation: Operation, place: Place) -> Iterator[str]:
    if values := several(operation, place, "value"):
        yield rf"\[ {', '.join(f'`{_text(value)}`' for value in values)}\]"
    for limits, unit in ((RANGES, ""), (LENGTHS, " characters")):
        for limit, sign in limits.items():
            if (value := operation.value(place, limit)) is not None:
                yield f"`{sign} {value}{unit}`"
    if pattern := operation.value(place, "pattern"):
        yield f"Value must match regular expression `{pattern}`"


def _text(value: Any) -> str:
    return value if isinstance(value, str) else json.dumps(value)


def flat(operation: Operation) -> str:
    """The page of the other form: samples first, then lists without the fields of objects."""
    return "\n".join(_flat(operation)) + "\n"


def _flat(operation: Operation) -> Iterator[str]:
    placeholders = {"string": "<string>", "number": 123, "integer": 123, "boolean": True, "object": {}}
    body, reply = Place("body"), Place("reply")
    yield from ("Skip to main content", operation.method, "/", "calendars", str(operation.value(Place(), "title")))
    yield from (
        f"curl --request {operation.method} \\",
        f"  --url https://{operation.host}{operation.value(Place(), 'path')} \\",
    )
    yield "  --header 'Authorization: Bearer <token>'"
    if body in operation.places:
        yield from ("  --data '", json.dumps(sample(operation, body, placeholders), indent=2), "'")
    yield from (json.dumps(sample(operation, reply, placeholders), indent=2), "", "Authorizations", "", "Authorization")
    yield from ("string", "header", "required", "")
    for part, heading in FLAT_PARTS.items():
        found = [place for place in operation.places if place.part == part]
        if found:
            yield from (heading, "")
        for place in found:
            yield from _flat_field(operation, place)
    for heading, place in (("Body", body), ("Response", reply)):
        if place not in operation.places:
            continue
        status = operation.value(place, "status")
        array = " · object[]" if str(operation.value(place, "type")).endswith("[]") else ""
        yield from (heading, "", *([f"{status}"] if status else []), f"application/json{array}")
        for inner in children(operation, place):
            if operation.value(inner, "type") is not None:
                yield from _flat_field(operation, inner)
    yield "Last modified on March 4, 2026"


def _flat_field(operation: Operation, place: Place) -> Iterator[str]:
    kind, values = str(operation.value(place, "type")), several(operation, place, "value")
    name = place.field.rpartition(".")[2]
    yield "{key}" if name == "*" else name
    yield kind if not values or kind.endswith("[]") else f"enum<{kind}>"
    yield from (flag for flag in ("required", "deprecated") if operation.value(place, flag))
    default = operation.value(place, "default")
    if default is not None:
        yield f"default:{_text(default)}"
    yield from ("", "A description: it tells this and that.", "")
    low, high = operation.value(place, "minimum"), operation.value(place, "maximum")
    if low is not None and high is not None:
        yield f"Required range: {low} <= x <= {high}"
    elif low is not None or high is not None:
        yield f"Required range: x {'>=' if high is None else '<='} {low if high is None else high}"
    for limit, words in (
        ("maxLength", "Maximum string length"),
        ("minItems", "Minimum array length"),
        ("maxItems", "Maximum array length"),
        ("pattern", "Pattern"),
    ):
        if (value := operation.value(place, limit)) is not None:
            yield f"{words}: `{value}`"
    if values:
        yield from ("Available options:", *(f"{_text(value)}," for value in values[:-1]), _text(values[-1]))
    for example in several(operation, place, "example")[:1]:
        yield from ("Example:", "", json.dumps(example), "")
