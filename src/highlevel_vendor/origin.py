"""The SDK that is copied: the one beside this package, in a checkout or as it was installed."""

from __future__ import annotations

import json
import re
import subprocess
import tomllib
from collections.abc import Iterable, Mapping, Sequence
from importlib.metadata import Distribution, distributions
from pathlib import Path
from typing import Any, NamedTuple

from .problems import VendorError

DISTRIBUTION = "highlevel-calendars"
HOME = Path(__file__).resolve().parent.parent
SDK = HOME / "highlevel_calendars"
# What only the sandbox needs is not of the SDK.
_OTHER_EXTRAS = frozenset({"sandbox"})


class Terms(NamedTuple):
    """What whoever takes the SDK has to know.

    Attributes:
        python: The versions of Python.
        requires: The requirements.
        extras: The requirements of parts that are optional, by the name of the extra.
        licence: The name of the licence.
        licence_text: The licence.
        commit: The commit of the source, `None` when it is not known.
    """

    python: str
    requires: Sequence[str]
    extras: Mapping[str, Sequence[str]]
    licence: str
    licence_text: bytes
    commit: str | None


def sources() -> Mapping[str, bytes]:
    """The files of the SDK by their paths below it, with LF line ends whatever the checkout has."""
    files = [file for file in SDK.rglob("*") if file.suffix == ".py" or file.name == "py.typed"]
    if not files:
        raise VendorError(f"the SDK is not at {SDK}, beside this command.")
    return {file.relative_to(SDK).as_posix(): with_lf(file.read_bytes()) for file in sorted(files)}


def with_lf(text: bytes) -> bytes:
    return text.replace(b"\r\n", b"\n")


def version(files: Mapping[str, bytes]) -> str:
    """The version that the SDK says it has."""
    found = re.search(r'^__version__ = "([^"\s]+)"$', files.get("_version.py", b"").decode("utf-8"), re.MULTILINE)
    if found is None:
        raise VendorError("_version.py of the SDK names no version.")
    return found[1]


def terms() -> Terms:
    """The terms of a checkout, or else of the installed distribution."""
    try:
        project: dict[str, Any] = tomllib.loads((HOME.parent / "pyproject.toml").read_text(encoding="utf-8"))["project"]
        if project["name"] == DISTRIBUTION:
            return of_checkout(project, HOME.parent)
    except (OSError, KeyError, ValueError):
        pass
    for found in distributions(name=DISTRIBUTION, path=[str(HOME)]):
        return of_distribution(found)
    raise VendorError(f"neither a pyproject.toml nor the metadata of {DISTRIBUTION} is beside {SDK}; install it again.")


def of_checkout(project: Mapping[str, Any], root: Path) -> Terms:
    extras: Mapping[str, Sequence[str]] = project.get("optional-dependencies", {})
    return Terms(
        python=project["requires-python"],
        requires=tidy(project["dependencies"]),
        extras={name: tidy(lines) for name, lines in sorted(extras.items()) if name not in _OTHER_EXTRAS},
        licence=project["license"],
        licence_text=with_lf((root / "LICENSE").read_bytes()),
        commit=commit_of(root),
    )


def of_distribution(found: Distribution) -> Terms:
    requires: list[str] = []
    extras: dict[str, list[str]] = {}
    for line in found.requires or ():
        requirement, _, marker = line.partition(";")
        extra = re.search(r"extra == ['\"]([\w-]+)['\"]", marker)
        if extra is None:
            requires.append(line)
        elif extra[1] not in _OTHER_EXTRAS:
            extras.setdefault(extra[1], []).append(requirement.strip())
    return Terms(
        python=found.metadata["Requires-Python"],
        requires=tidy(requires),
        extras={name: tidy(lines) for name, lines in sorted(extras.items())},
        licence=found.metadata["License-Expression"],
        licence_text=with_lf((found.read_text("licenses/LICENSE") or "").encode("utf-8")),
        commit=json.loads(found.read_text("direct_url.json") or "{}").get("vcs_info", {}).get("commit_id"),
    )


def tidy(requirements: Iterable[str]) -> Sequence[str]:
    """Requirements in order; the metadata of a distribution has their bounds in another order than pyproject.toml."""
    found = [re.match(r"([\w.\[\]-]+)\s*([^;]*)(.*)", line) for line in requirements]
    return sorted(
        f"{one[1]}{','.join(sorted((bound.strip() for bound in one[2].split(',')), reverse=True))}{one[3]}"
        for one in found
        if one is not None
    )


def commit_of(root: Path) -> str | None:
    """The last commit that changed the SDK, and whether it was changed since; `None` where git does not know it."""
    last = git(root, "log", "-1", "--format=%H")
    changed = git(root, "status", "--porcelain")
    return f"{last}, with changes that were not committed" if last and changed else last or None


def git(root: Path, *command: str) -> str:
    try:
        result = subprocess.run(  # noqa: S603 - every part of the command is ours
            ["git", "-C", str(root), *command, "--", str(SDK)],  # noqa: S607 - the git of whoever runs this
            check=True,
            capture_output=True,
            text=True,
            timeout=30,
        )
    except (OSError, subprocess.SubprocessError):
        return ""
    return result.stdout.strip()
