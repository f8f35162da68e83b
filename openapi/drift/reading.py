"""The files that are compared, and what is wrong with those that cannot be."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from .document import read_document
from .docusaurus import is_docusaurus, read_docusaurus
from .facts import Operation
from .files import read_text
from .findings import Failure, Source
from .flat import is_flat, read_flat
from .located import read_json, read_yaml
from .unreadable import Unreadable

HTML = re.compile(r"\s*<(!doctype|html|head|body|\?xml)\b", re.IGNORECASE)


def read_ours(file: Path) -> list[Operation]:
    """The operations of our document.

    Raises:
        Unreadable: it cannot be compared with anything.
    """
    return read_document(read_yaml(read_text(file)), file)


def read_page(text: str, ours: list[Operation]) -> Operation:
    """The operation that a page of either form documents.

    Raises:
        Unreadable: it is no such page, or one of another product.
    """
    if HTML.match(text):
        raise Unreadable("it is HTML; scrape the page as Markdown or as text.")
    if is_docusaurus(text):
        operation = read_docusaurus(text)
    elif is_flat(text):
        operation = read_flat(text)
    else:
        raise Unreadable("it is no page of an operation in a form known here, or only the beginning of one.")
    if not is_of_product(operation, ours):
        raise Unreadable(
            f"it documents {operation.method} {operation.host}{operation.path}, which is of another product: "
            f"ours is about {product(ours)}."
        )
    return operation


def read_official(file: Path, ours: list[Operation]) -> list[Operation]:
    """The operations of an OpenAPI document.

    Raises:
        Unreadable: it is no such document, or one of another product.
    """
    text = read_text(file)
    if HTML.match(text):
        raise Unreadable("it is HTML; save the file itself, not the page that shows it.")
    root = read_json(text) if text.lstrip().startswith("{") else read_yaml(text)
    operations = read_document(root, file)
    of_ours = [operation for operation in operations if is_of_product(operation, ours)]
    if not of_ours:
        raise Unreadable(f"it is of another product: none of its operations is about {product(ours)}.")
    return of_ours


def first_part(operation: Operation) -> str:
    return operation.path.split("/")[1]


def product(ours: list[Operation]) -> str:
    """Where our document's operations are, in words."""
    parts = sorted({f"{operation.host}/{first_part(operation)}" for operation in ours})
    return " and ".join(parts)


def is_of_product(operation: Operation, ours: list[Operation]) -> bool:
    """Whether an operation is at the host and below the first part of a path of ours."""
    return any(first_part(operation) == first_part(other) and operation.host in {other.host, ""} for other in ours)


def pages_of(path: Path) -> list[Path]:
    """The files of a folder in their order, or the one file.

    Raises:
        Unreadable: there is none.
    """
    if path.is_file():
        return [path]
    try:
        files = sorted(file for file in path.iterdir() if not file.name.startswith("."))
    except FileNotFoundError as error:
        raise Unreadable("there is no such folder.") from error
    except OSError as error:
        raise Unreadable(f"{error.strerror or error}.") from error
    if not files:
        raise Unreadable("the folder holds no page.")
    return files


def read_sources(pages: Path | None, official: Path | None, ours: list[Operation]) -> Iterator[Source | Failure]:
    """Each page and the file, or why it could not be read."""
    try:
        files = pages_of(pages) if pages else []
    except Unreadable as error:
        yield Failure(str(pages), str(error))
        files = []
    for file in files:
        try:
            yield Source(file.name, "page", [read_page(read_text(file), ours)])
        except Unreadable as error:
            yield Failure(file.name, str(error))
    if official:
        try:
            yield Source(official.name, "file", read_official(official, ours))
        except Unreadable as error:
            yield Failure(official.name, str(error))
