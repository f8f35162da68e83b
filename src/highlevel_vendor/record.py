"""VENDORED.md: what a copy was made of, and the hash of each of its files."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping, Sequence
from pathlib import PurePosixPath
from typing import NamedTuple

from .origin import DISTRIBUTION, Terms, with_lf
from .problems import VendorError

FILE = "VENDORED.md"
_ALL = "all"
_SEAL = "SHA-256 of all lines above this one: "


class Record(NamedTuple):
    """What is known of a copy.

    Attributes:
        version: The version of the SDK.
        groups: The groups of operations that it was made for, none for all.
        hashes: The SHA-256 of each file but the record itself.
    """

    version: str
    groups: Sequence[str]
    hashes: Mapping[str, str]


def digest(text: bytes) -> str:
    """The SHA-256 of a text with LF line ends, so that a checkout with others has the same."""
    return hashlib.sha256(with_lf(text)).hexdigest()


def written(version: str, groups: Sequence[str], terms: Terms, files: Mapping[str, bytes]) -> bytes:
    """The text of a record."""
    only = f" --only {','.join(groups)}" if groups else ""
    extras = [f"{line}  # only for the extra `{name}`" for name, lines in terms.extras.items() for line in lines]
    part = ["", "Docstrings may speak of groups that were left out."] if groups else []
    text = "\n".join(
        [
            f"# {DISTRIBUTION} {version}",
            "",
            f"A copy, made by `python -m highlevel_vendor DEST NAME{only}`.",
            "Do not edit it: the command updates it, and tells with `--check` whether it is as it was made.",
            "",
            f"- Version: {version}",
            f"- Commit: {terms.commit or 'not known, the source was no git checkout'}",
            f"- Groups of operations: {', '.join(groups) or _ALL}",
            f"- Licence: {terms.licence}, see LICENSE",
            f"- Python: {terms.python}",
            *part,
            "",
            "## Requirements",
            "",
            "```",
            *terms.requires,
            "```",
            "",
            "Optional; type checkers look for them too:",
            "",
            "```",
            *extras,
            "```",
            "",
            "## Files",
            "",
            "SHA-256 of each file with LF line ends.",
            "",
            "```",
            *(f"{digest(text)}  {path}" for path, text in sorted(files.items())),
            "```",
            "",
            "",
        ]
    )
    return f"{text}{_SEAL}{digest(text.encode())}\n".encode()


def read(text: bytes) -> Record:
    """The record that a text is.

    Raises:
        VendorError: it is none, or was edited.
    """
    lines = with_lf(text).decode("utf-8", "replace")
    above, seal, rest = lines.rpartition(_SEAL)
    if not seal or rest.strip() != digest(above.encode()):
        raise VendorError("it is not as it was written")
    version = re.search(r"^- Version: (\S+)$", above, re.MULTILINE)
    groups = re.search(r"^- Groups of operations: (.+)$", above, re.MULTILINE)
    hashes = {path: known for known, path in re.findall(r"^([0-9a-f]{64})  (.+)$", above, re.MULTILINE)}
    if version is None or groups is None or not all(map(is_below, hashes)):
        raise VendorError("it cannot be understood")
    return Record(version[1], [] if groups[1] == _ALL else groups[1].split(", "), hashes)


def is_below(path: str) -> bool:
    """Whether a path stays within the copy."""
    parts = PurePosixPath(path).parts
    return bool(parts) and not PurePosixPath(path).is_absolute() and ".." not in parts and "\\" not in path
