"""Copies of the SDK, made by the command."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from highlevel_vendor.__main__ import main
from highlevel_vendor.origin import HOME, sources
from highlevel_vendor.slices import groups_of

GROUPS = groups_of(sources())
PACKAGE = "their._vendor"


def vendor(dest: Path, name: str, *options: str) -> int:
    """The exit status of the command."""
    try:
        return main([str(dest), name, *options])
    except SystemExit as left:
        return int(left.code or 0)


def run(folder: Path, script: str, *arguments: str) -> list[str]:
    """The words that a script prints which is run beside copies, by an interpreter that has the sandbox too."""
    command = [sys.executable, "-W", "error", "-c", script, *arguments]
    environment = {**os.environ, "PYTHONPATH": str(HOME)}
    result = subprocess.run(
        command, check=False, cwd=folder, env=environment, capture_output=True, text=True, timeout=60
    )
    assert (result.returncode, result.stderr) == (0, ""), result.stderr
    return result.stdout.split()


def content(folder: Path) -> dict[str, bytes]:
    """The files below a folder."""
    return {file.relative_to(folder).as_posix(): file.read_bytes() for file in folder.rglob("*") if file.is_file()}
