"""What the command does: make or update a copy, and check one."""

from __future__ import annotations

import os
from collections.abc import Collection, Mapping, Sequence
from pathlib import Path

from . import origin, record
from .folder import carry_out, planned, recorded, standing, strangers
from .origin import DISTRIBUTION
from .problems import Refusal, VendorError
from .record import FILE, digest
from .slices import Slice, groups_of, sliced

ALL = "all"


def copy(folder: Path, only: Collection[str], *, force: bool) -> Sequence[str]:
    """Make or update a copy, and tell what was done.

    Args:
        folder: Where it is to be.
        only: The groups of operations that are wanted, or "all"; none for those that the copy has, at first all.
        force: Whether files are replaced that were edited, or are not of the copy.

    Raises:
        Refusal: there are such files; nothing was changed.
        VendorError: the copy cannot be made.
    """
    refuse_place(folder)
    files = origin.sources()
    try:
        known, complaint = recorded(folder), ""
    except VendorError as error:
        known, complaint = None, str(error)
    part = chosen(files, only or (known.groups if known else ()))
    version, terms = origin.version(files), origin.terms()
    content = {**part.files, "LICENSE": terms.licence_text}
    content[FILE] = record.written(version, part.groups, terms, content)
    hashes = {**known.hashes, FILE: digest((folder / FILE).read_bytes())} if known else {}
    plan = planned(folder, content, hashes)
    if plan.refused and not force:
        reasons = {**plan.refused, FILE: complaint} if complaint else plan.refused
        message = f"{folder} is as it was: it has files that are not the copy's to change; see --force."
        raise Refusal(message, [f"{path}: {reason}" for path, reason in sorted(reasons.items())])
    carry_out(folder, plan)
    length = sum(text.count(b"\n") for path, text in part.files.items() if path.endswith(".py"))
    done = f"{len(plan.write)} files written, {len(plan.remove)} removed" if plan.write else "up to date"
    return [
        f"{folder}: {DISTRIBUTION} {version}, {len(content)} files, {length:,} lines of Python; {done}",
        f"groups of operations: {', '.join(part.groups) or ALL}",
        *([f"of other groups, as functions of api: {', '.join(part.came_along)}"] if part.came_along else []),
        f"it requires: {', '.join(terms.requires)}; see {FILE}",
    ]


def chosen(files: Mapping[str, bytes], only: Collection[str]) -> Slice:
    """The part of the SDK with some groups; all of it where none or all of them are named."""
    if set(only) in (set[str](), {ALL}, set(groups_of(files))):
        return Slice(files, (), ())
    return sliced(files, set(only))


def check(folder: Path) -> Sequence[str]:
    """Compare a copy with its record, and tell what was found.

    Raises:
        Refusal: it is not as it was made.
        VendorError: there is no folder.
    """
    if not folder.is_dir():
        raise VendorError(f"there is no folder {folder}.")
    try:
        known = recorded(folder)
    except VendorError as error:
        raise Refusal(f"{folder} cannot be checked.", [f"{FILE}: {error}"]) from None
    if known is None:
        raise Refusal(f"{folder} has no {FILE}: it is no copy, or making it was interrupted.")
    found = {path: standing(folder, path, hash_) for path, hash_ in sorted(known.hashes.items())}
    lines = [f"{path}: {reason}" for path, reason in found.items() if reason]
    others = [f"{path}: not of the copy" for path in strangers(folder, known.hashes)]
    if lines:
        raise Refusal(f"{folder} is not as it was made.", [*lines, *others])
    return [f"{folder}: {DISTRIBUTION} {known.version}, {len(found)} files as they were made", *others]


def refuse_place(folder: Path) -> None:
    """Refuse a place where no copy can be.

    Raises:
        VendorError: it is a link or a file, or would be within the SDK or around it.
    """
    if folder.is_symlink():
        raise VendorError(f"{folder} is a symbolic link; pass the folder that it leads to.")
    if folder.exists() and not folder.is_dir():
        raise VendorError(f"{folder} is a file.")
    place = Path(os.path.realpath(folder))  # Path.resolve() fails on links in a circle
    for package in (origin.SDK, Path(__file__).resolve().parent):
        if place == package or package in place.parents or place in package.parents:
            raise VendorError(f"{folder} is where the SDK itself is; pass a folder of your own.")
