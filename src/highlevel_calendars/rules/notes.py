"""The rules of notes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .basics import Problem, Problems, within

if TYPE_CHECKING:
    from .._generated.models import CreateNote, UpdateNote
    from .._operation import Arguments

LONGEST_BODY = 5000
LARGEST_PAGE = 20


def page(arguments: Arguments) -> Problems:
    yield from within("limit", arguments.query.get("limit"), 1, LARGEST_PAGE)
    yield from within("offset", arguments.query.get("offset"), 0, float("inf"))


def text(body: CreateNote | UpdateNote) -> Problems:
    """A note has at most 5,000 characters."""
    if len(body.body) > LONGEST_BODY:
        message = f"a note has at most {LONGEST_BODY} characters, found {len(body.body)}."
        yield Problem("note-length", "body", message)
