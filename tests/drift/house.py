"""The made-up API of `material`: its document, its two pages, and what the tool says about them."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from drift.facts import Operation
from drift.files import read_text
from drift.findings import Drift, Source, examine
from drift.reading import read_ours, read_page

MATERIAL = Path(__file__).parent / "material"
DOCUMENT = MATERIAL / "house.yaml"
PAGES = MATERIAL / "pages"
RENT, LIST = PAGES / "rent-room.txt", PAGES / "list-rooms.txt"


class Found(NamedTuple):
    """A finding without its lines."""

    group: str
    change: str
    place: str
    kind: str


def document() -> list[Operation]:
    return read_ours(DOCUMENT)


def page(file: Path, *replaced: tuple[str, str]) -> str:
    """The text of a page with some of it replaced, each once."""
    text = read_text(file)
    for old, new in replaced:
        assert old in text
        text = text.replace(old, new, 1)
    return text


def drift_of(text: str) -> Drift:
    """What a page says that the document does not."""
    ours = document()
    return examine(ours, [Source("page.txt", "page", [read_page(text, ours)])])


def findings(drift: Drift) -> list[Found]:
    """All findings."""
    return [
        Found(group.value, difference.change, str(difference.place), difference.kind)
        for one in drift.comparisons
        for difference, group in one.findings
    ]


def facts(operation: Operation) -> list[tuple[int, str, str, object]]:
    """All facts but those of samples: line, place, kind and value."""
    return [
        (line, str(place), kind, value) for place, kind, value, line in operation.facts.values() if kind != "sample"
    ]
