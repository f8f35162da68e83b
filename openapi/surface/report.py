"""What changed for callers, in words, and the version number that it asks for."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path

from .verdict import Change, Verdict

SAYS = {
    Verdict.BREAKS: "This breaks callers",
    Verdict.ADDS: "This adds and breaks nobody",
    Verdict.NEITHER: "This neither breaks callers nor adds anything",
}


def report(found: Sequence[Change], version: str) -> str:
    """The changes and the verdict, empty where nothing changed; `version` is the last one that was released."""
    if not found:
        return ""
    verdict = max(change.verdict for change in found)
    lines = "".join(f"  {change}\n" for change in found)
    return f"What changed for callers:\n{lines}{SAYS[verdict]}: {step(verdict, version)}.\n"


def step(verdict: Verdict, version: str) -> str:
    """The version that follows, under SemVer."""
    major, minor, patch = (int(part) for part in re.findall(r"\d+", version)[:3])
    if verdict is Verdict.BREAKS:
        kind, following = ("major", f"{major + 1}.0.0") if major else ("minor", f"0.{minor + 1}.0")
    elif verdict is Verdict.ADDS and major:
        kind, following = "minor", f"{major}.{minor + 1}.0"
    else:
        kind, following = "patch", f"{major}.{minor}.{patch + 1}"
    below = "" if major else ", as below 1.0 a break raises the second number and all else the third"
    return f"a {kind} release, {following} after {version}{below}"


def released(package: Path) -> str:
    """The version of a package, which is raised when it is released."""
    return (package / "_version.py").read_text("utf-8").split('"')[1]
