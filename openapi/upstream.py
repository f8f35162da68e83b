"""The templates of openapi-python-client that ours replace, as they were when ours were written."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from pathlib import Path

import openapi_python_client

UPSTREAM = Path(openapi_python_client.__file__).parent / "templates"
RECORD = "upstream.sha256"


def replaced(templates: Path) -> list[Path]:
    """The templates of the generator that ours replace."""
    return [UPSTREAM / file.name for file in sorted(templates.glob("*.jinja")) if (UPSTREAM / file.name).exists()]


def obstacles(templates: Path, version: str) -> Iterator[str]:
    """What is wrong with ours, a sentence each; `version` is the generator's."""
    recorded = read(templates / RECORD)
    found = {file.name: line_of(file) for file in replaced(templates)}
    where = f"openapi/templates/{RECORD}"
    for name, line in found.items():
        if name not in recorded:
            yield f"{name} replaces a template of openapi-python-client; add the line `{line}` to {where}."
        elif recorded[name] != line:
            yield (
                f"The {name} of openapi-python-client {version} is not the one that ours was written against: compare "
                f"it with that of the version before, carry over to openapi/templates/{name} what matters, and put the "
                f"line `{line}` into {where}."
            )
    for name in sorted(recorded.keys() - found.keys()):
        if (templates / name).exists():
            yield (
                f"openapi-python-client {version} has no {name}, so ours is not used: look what its templates are "
                f"called now, rename openapi/templates/{name}, and mend {where}."
            )
        else:
            yield f"There is no openapi/templates/{name}; delete its line from {where}."


def line_of(file: Path) -> str:
    """A template's line in the record, in the form of sha256sum."""
    return f"{hashlib.sha256(file.read_bytes()).hexdigest()}  {file.name}"


def read(record: Path) -> dict[str, str]:
    """The lines of the record by their templates, none when it is missing."""
    lines = record.read_text("utf-8").splitlines() if record.exists() else []
    return {line.rpartition(" ")[2]: line for line in lines}
