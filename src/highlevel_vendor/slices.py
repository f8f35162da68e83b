"""The SDK with some of its groups of operations only."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from pathlib import PurePosixPath
from typing import NamedTuple

from .cut import Knife
from .problems import VendorError
from .reach import API, Reach
from .source import Module


class Slice(NamedTuple):
    """Part of the SDK.

    Attributes:
        files: The files, by their paths below the SDK.
        groups: The groups of operations that it was made for, none for all.
        came_along: The operations of other groups that are needed.
    """

    files: Mapping[str, bytes]
    groups: Sequence[str]
    came_along: Sequence[str]


def groups_of(files: Collection[str]) -> Sequence[str]:
    """The groups of operations that the SDK has."""
    home = PurePosixPath(*API.split("."))
    paths = [PurePosixPath(path) for path in files]
    return sorted(path.parent.name for path in paths if path.name == "__init__.py" and path.parent.parent == home)


def sliced(files: Mapping[str, bytes], wanted: Collection[str]) -> Slice:
    """The part of the SDK that the wanted groups need.

    Raises:
        VendorError: there is no such group.
    """
    groups = groups_of(files)
    unknown = sorted(set(wanted) - set(groups))
    if unknown:
        raise VendorError(f"there is no group {', '.join(unknown)}; the groups are {', '.join(groups)}.")
    parsed = [Module(path, text, groups) for path, text in files.items() if path.endswith(".py")]
    reach = Reach({module.name: module for module in parsed}, wanted)
    kept = {path: text for path, text in files.items() if not path.endswith(".py")}
    for module in reach.modules.values():
        text = Knife(module, reach.live).text()
        kept[module.path] = text if text == module.text else listing(text, groups, wanted)
    return Slice(dict(sorted(kept.items())), sorted(wanted), reach.came_along())


def listing(text: bytes, groups: Collection[str], wanted: Collection[str]) -> bytes:
    """A docstring that lists groups lists those that are there."""
    name = rf"`(?:{'|'.join(groups)})`"
    lists = re.compile(rf"{name}(?:(?:,|,?\s+and)\s+{name}){{2,}}")

    def shorter(found: re.Match[str]) -> str:
        names = [name for name in re.findall(r"`\w+`", found[0]) if name.strip("`") in wanted]
        return " and ".join(filter(None, [", ".join(names[:-1]), *names[-1:]]))

    return lists.sub(shorter, text.decode("utf-8")).encode("utf-8")
