"""A copy in its folder: what stands there, and how it becomes what it should be."""

from __future__ import annotations

import os
import shutil
from collections.abc import Collection, Iterable, Iterator, Mapping
from pathlib import Path, PurePosixPath
from typing import NamedTuple

from .problems import VendorError
from .record import FILE, Record, digest, read

_FOLDER = "a folder stands there"


class Plan(NamedTuple):
    """What makes a folder the copy.

    Attributes:
        write: The files to write.
        remove: The files to remove.
        refused: The files among them that are not the copy's to change, each with the reason.
    """

    write: Mapping[str, bytes]
    remove: Collection[str]
    refused: Mapping[str, str]


def recorded(folder: Path) -> Record | None:
    """The record of a copy, `None` where there is none.

    Raises:
        VendorError: it is not as it was written.
    """
    file = folder / FILE
    return read(file.read_bytes()) if file.is_file() and not file.is_symlink() else None


def planned(folder: Path, files: Mapping[str, bytes], known: Mapping[str, str]) -> Plan:
    """What has to be done for the folder to hold the files, when it holds those that are known by their hashes."""
    write = {path: text for path, text in files.items() if standing(folder, path, digest(text))}
    remove = [path for path in known if path not in files and os.path.lexists(folder / path)]
    reasons = {path: standing(folder, path, known.get(path)) for path in [*write, *remove]}
    return Plan(
        write, remove, {path: reason for path, reason in sorted(reasons.items()) if reason not in {"", "missing"}}
    )


def standing(folder: Path, path: str, known: str | None) -> str:
    """How a file differs from the one that is known by its hash, empty when it does not."""
    file = folder / path
    for parent in upwards(folder, path):
        if parent.is_symlink() or (parent.exists() and not parent.is_dir()):
            return "something else stands in place of its folder"
    if not os.path.lexists(file):
        return "missing"
    if file.is_symlink():
        return "a symbolic link"
    if file.is_dir():
        return _FOLDER
    if known is None or not file.is_file():
        return "not of the copy"
    return "" if digest(file.read_bytes()) == known else "edited"


def strangers(folder: Path, known: Collection[str]) -> Iterator[str]:
    """The Python files in the folder that are not of the copy."""
    found = (file.relative_to(folder).as_posix() for file in sorted(folder.rglob("*.py")))
    return (path for path in found if path not in known)


def upwards(folder: Path, path: str) -> Iterator[Path]:
    """The folders of a file within the copy, the outermost first."""
    return (folder / parent for parent in reversed(PurePosixPath(path).parents[:-1]))


def carry_out(folder: Path, plan: Plan) -> None:
    """Write and remove files. All are written aside before the first one is put in its place, the record comes last.

    Raises:
        VendorError: a folder stands where a file goes.
        OSError: the folder cannot be written to.
    """
    blocked = [path for path, reason in plan.refused.items() if reason == _FOLDER]
    if blocked:
        raise VendorError(f"{blocked[0]} is a folder, which is never removed; move it away.")
    folder.parent.mkdir(parents=True, exist_ok=True)
    aside = folder.parent / f".{folder.name}.vendoring"
    if aside.exists():
        shutil.rmtree(aside)  # of a run that was killed
    try:
        for path, text in plan.write.items():
            file = aside / path
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(text)
        for path in plan.write:
            if path != FILE:
                put(aside, folder, path)
        remove(folder, plan.remove)
        if FILE in plan.write:
            put(aside, folder, FILE)
    finally:
        shutil.rmtree(aside, ignore_errors=True)


def put(aside: Path, folder: Path, path: str) -> None:
    """Put a file in its place, and folders in place of the links and files that stand for them."""
    for parent in upwards(folder, path):
        if parent.is_symlink() or parent.is_file():
            parent.unlink()
    (folder / path).parent.mkdir(parents=True, exist_ok=True)
    (aside / path).replace(folder / path)


def remove(folder: Path, paths: Iterable[str]) -> None:
    """Remove files, and the folders that hold nothing but bytecode after that; what is behind a link is left alone."""
    for path in paths:
        parents = list(upwards(folder, path))
        if any(parent.is_symlink() for parent in parents):
            continue
        (folder / path).unlink(missing_ok=True)
        for parent in reversed(parents):
            if any(inner.name != "__pycache__" for inner in parent.iterdir()):
                break
            shutil.rmtree(parent)
