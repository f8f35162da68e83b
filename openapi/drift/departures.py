"""What the notes `x-departure` of `calendars.yaml` say that its sources say.

Beside the sentences `says` and `why`, a note holds what can be compared: under `source` what every source says, under
`page` or `file` what only the pages or only the official file say.

    type, default, status, path, minimum, ...   the value that the source has; null where it has none
    required                                    true or false of a field; of an object, all that the source requires
    enum, examples                              all values that the source has
    sample                                      the value that a sample of the source shows
    listed                                      false where the source has no such field, parameter or status
    lists, lacks                                fields that the source has besides, or has not
    fields                                      any of these about fields within, by their names
"""

from __future__ import annotations

from collections.abc import Iterator

from .facts import LIMITS, LISTED, Claim, Operation, Place, canonical
from .located import Node, Plain
from .unreadable import Unreadable

SOURCES = ("source", "page", "file")
SINGLE = {"type", "default", "deprecated", "status", "method", "path", "title", "page", *LIMITS}
SEVERAL = {"enum": "value", "examples": "example", "scopes": "scope"}
# Where, of which kind, what, and whether the source has it.
Told = tuple[Place, str, Plain, bool]


def claims(note: Node | None, place: Place, operation: Operation) -> Iterator[Claim]:
    """What a note says about the place that it stands at, in an operation whose own facts are known.

    Raises:
        Unreadable: it has a key that means nothing.
    """
    if note is None:
        return
    for source in SOURCES:
        for where, kind, value, present in _all(note.children(source), place, operation):
            yield Claim(where, kind, value, present, source, note.line)


def _all(said: dict[str, Node], place: Place, operation: Operation) -> Iterator[Told]:
    """The places, kinds and values that a part of a note is about."""
    for key, node in said.items():
        if key == "fields":
            for name, inner in node.children().items():
                yield from _all(inner.children(), _named(name, place, operation), operation)
        else:
            yield from _told(key, node, place, operation)


def _told(key: str, said: Node, place: Place, operation: Operation) -> Iterator[Told]:
    """What one key of a note says."""
    if key in {"lists", "lacks"}:
        for item in said.items or ():
            yield _named(str(item.value), place, operation), LISTED, None, key == "lists"
    elif key == "listed":
        yield place, LISTED, None, said.value is True
    elif key == "required" and said.items is not None:
        yield from _required({str(item.value) for item in said.items}, place, operation)
    elif key == "required":
        yield place, "required", said.value or None, said.value is True
    elif key in SEVERAL:
        yield from _several(SEVERAL[key], said, place, operation)
    elif key == "sample":
        yield place, "sample", said.plain(), True
    elif key in SINGLE:
        yield Place("reply") if key == "status" else place, key, said.plain(), said.plain() is not None
    else:
        raise Unreadable(
            f"x-departure: {key!r} means nothing here; openapi/drift/departures.py has the keys.", said.line
        )


def _named(name: str, place: Place, operation: Operation) -> Place:
    """A field of the place; of an operation any place, such as `reply calendarIds`."""
    if place == Place():
        part, _, field = name.partition(" ")
        return Place(part, field)
    return place.inner(name, str(operation.value(place, "type") or ""))


def _required(theirs: set[str], place: Place, operation: Operation) -> Iterator[Told]:
    """The fields that only the operation requires or only the note says to be required."""
    for field in operation.places:
        name = field.field.rpartition(".")[2]
        required = operation.value(field, "required") is True
        if field.field and field.above == place and (name in theirs) is not required:
            yield field, "required", name in theirs or None, name in theirs


def _several(kind: str, said: Node, place: Place, operation: Operation) -> Iterator[Told]:
    """The values that only the operation has or only the note says."""
    ours = operation.values(place, kind)
    theirs = {canonical(item.plain()): item.plain() for item in said.items or ()}
    yield from ((place, kind, fact.value, False) for text, fact in ours.items() if text not in theirs)
    yield from ((place, kind, value, True) for text, value in theirs.items() if text not in ours)
