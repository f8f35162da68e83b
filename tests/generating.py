"""A copy of what generation needs, and the generator in a process of its own."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import yaml

REPO = Path(__file__).resolve().parent.parent


def run(repo: Path, *arguments: str, cwd: Path | None = None, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run the generator of `repo`."""
    return run_python(str(repo / "openapi" / "generate.py"), *arguments, cwd=cwd, **environment)


def run_python(*arguments: str, cwd: Path | None = None, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run Python."""
    return subprocess.run(
        [sys.executable, *arguments],
        check=False,
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=60,
        cwd=cwd,
        env={**os.environ, "PYTHONDONTWRITEBYTECODE": "1", **environment},
    )


def copy_to(folder: Path) -> Path:
    """A copy of the files that generation reads and writes."""
    ignored = shutil.ignore_patterns("__pycache__")
    for part in ("openapi", "src/highlevel_calendars"):
        shutil.copytree(REPO / part, folder / part, ignore=ignored)
    for file in ("generator-config.yml", "tests/public_api.txt"):
        (folder / file).parent.mkdir(exist_ok=True)
        shutil.copy(REPO / file, folder / file)
    return folder


def package_of(repo: Path) -> Path:
    return repo / "src" / "highlevel_calendars"


def content(folder: Path) -> dict[str, bytes]:
    """The bytes of each file below the folder, but for bytecode."""
    files = (file for file in folder.rglob("*") if file.is_file() and file.suffix != ".pyc")
    return {file.relative_to(folder).as_posix(): file.read_bytes() for file in sorted(files)}


def edit(repo: Path, *changes: Callable[[dict[str, Any]], None]) -> Path:
    """Change the OpenAPI file of `repo`, and nothing else."""
    path = repo / "openapi" / "calendars.yaml"
    document: dict[str, Any] = yaml.safe_load(path.read_text(encoding="utf-8"))
    for change in changes:
        change(document)
    path.write_text(json.dumps(document), encoding="utf-8")
    return repo


def replace_in(file: Path, old: str, new: str) -> None:
    """Replace the first place where the text stands, which must be there."""
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), encoding="utf-8")
