"""The names that the package shows, as users have come to know them: those of `public_api.txt`."""

from __future__ import annotations

import re
from pathlib import Path

_LINES = (Path(__file__).parent / "public_api.txt").read_text(encoding="utf-8").splitlines()
_KINDS = {name: kind for name, kind, *_ in (line.split("  ", 2) for line in _LINES if not line.startswith("#"))}


def _names(door: str, *kinds: str) -> list[str]:
    """The names of a module that are of these kinds."""
    own = {name.removeprefix(door): kind for name, kind in _KINDS.items() if name.startswith(door)}
    return [name for name, kind in own.items() if re.fullmatch(r"\w+", name) and (not kinds or kind in kinds)]


NAMES = ["__version__", *_names("")]
OPERATIONS = _names("api.", "async function")
GROUPS = _names("api.", "is")
MODELS = _names("models.", "class")
TYPES = _names("types.", "values")
