"""A copy: what is in it, how it is updated, and how it is told to be as it was made."""

from __future__ import annotations

import hashlib
import re
import subprocess
import sys
from pathlib import Path

import pytest

from highlevel_vendor import folder as folders
from highlevel_vendor.origin import HOME, SDK, sources

from .copies import content, vendor

ROOT = HOME.parent


def listed(copy: Path) -> dict[str, str]:
    """The hashes that VENDORED.md has."""
    text = (copy / "VENDORED.md").read_text(encoding="utf-8")
    return {path: known for known, path in re.findall(r"^([0-9a-f]{64})  (.+)$", text, flags=re.MULTILINE)}


def test_a_copy_is_the_sdk_with_its_licence_and_its_record(tmp_path: Path) -> None:
    """Each module is there byte for byte, the licence too, and nothing of the sandbox or the tools."""
    assert vendor(tmp_path / "app" / "_vendor", "hl") == 0
    found = content(tmp_path / "app" / "_vendor" / "hl")
    assert found.pop("LICENSE") == (ROOT / "LICENSE").read_bytes()
    assert found.pop("VENDORED.md")
    assert found == sources()
    assert [file.name for file in (tmp_path / "app" / "_vendor").iterdir()] == ["hl"]


def test_the_record_names_version_commit_licence_requirements_and_hashes(tmp_path: Path) -> None:
    """VENDORED.md has the exact lines to add to one's requirements, and the SHA-256 of every other file."""
    vendor(tmp_path, "hl")
    text = (tmp_path / "hl" / "VENDORED.md").read_text(encoding="utf-8")
    version = re.search(r'"(.+)"', (SDK / "_version.py").read_text(encoding="utf-8"))
    assert version is not None
    assert f"- Version: {version[1]}\n" in text
    assert re.search(r"^- Commit: ([0-9a-f]{40}|not known)", text, flags=re.MULTILINE)
    assert "- Licence: MIT, see LICENSE\n" in text
    assert "\nhttpx>=0.27,<1\n" in text
    assert re.search(r"^redis>=[\d.]+  # only for the extra `redis`$", text, flags=re.MULTILINE)
    assert "starlette" not in text
    found = content(tmp_path / "hl")
    del found["VENDORED.md"]
    assert listed(tmp_path / "hl") == {path: hashlib.sha256(data).hexdigest() for path, data in found.items()}


def test_two_copies_are_the_same_bytes(tmp_path: Path) -> None:
    """Neither the place nor the name nor the time is in a copy."""
    vendor(tmp_path / "a", "one")
    vendor(tmp_path / "b", "two")
    assert content(tmp_path / "a" / "one") == content(tmp_path / "b" / "two")


def test_nothing_is_written_when_nothing_changed(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A second run leaves each file alone and says so."""
    vendor(tmp_path, "hl")
    before = {file: file.stat().st_mtime_ns for file in (tmp_path / "hl").rglob("*")}
    capsys.readouterr()
    assert vendor(tmp_path, "hl") == 0
    assert "up to date" in capsys.readouterr().out
    assert {file: file.stat().st_mtime_ns for file in (tmp_path / "hl").rglob("*")} == before


def test_an_update_removes_what_it_owns_and_no_longer_needs(tmp_path: Path) -> None:
    """A smaller copy in place of a larger one is as a new one, with no empty folder; bytecode goes too."""
    vendor(tmp_path, "hl")
    cache = tmp_path / "hl" / "_generated" / "api" / "notes" / "__pycache__"
    cache.mkdir()
    (cache / "update_note.pyc").write_bytes(b"")
    assert vendor(tmp_path, "hl", "--only", "block_slots") == 0
    vendor(tmp_path / "new", "hl", "--only", "block_slots")
    assert content(tmp_path / "hl") == content(tmp_path / "new" / "hl")
    assert not cache.parent.exists()


def test_an_update_keeps_the_groups_that_the_copy_has(tmp_path: Path) -> None:
    """Without --only a part stays a part; `--only all` makes it whole."""
    vendor(tmp_path, "hl", "--only", "notes")
    part = content(tmp_path / "hl")
    assert vendor(tmp_path, "hl") == 0
    assert content(tmp_path / "hl") == part
    assert vendor(tmp_path, "hl", "--only", "all") == 0
    assert len(content(tmp_path / "hl")) == len(sources()) + 2


def test_a_copy_is_checked_against_its_hashes(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """--check names each file that is missing or edited, and what was put beside them."""
    vendor(tmp_path, "hl")
    assert vendor(tmp_path, "hl", "--check") == 0
    (tmp_path / "hl" / "api.py").unlink()
    (tmp_path / "hl" / "errors.py").write_text("raise\n")
    (tmp_path / "hl" / "mine.py").write_text("")
    capsys.readouterr()
    assert vendor(tmp_path, "hl", "--check") == 1
    assert capsys.readouterr().err.splitlines()[:3] == [
        "api.py: missing",
        "errors.py: edited",
        "mine.py: not of the copy",
    ]


def test_a_file_beside_the_copy_is_no_fault(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A file that is not of the copy is named, and neither fails the check nor is touched by an update."""
    vendor(tmp_path, "hl")
    (tmp_path / "hl" / "mine.py").write_text("")
    assert vendor(tmp_path, "hl", "--check") == 0
    assert "mine.py: not of the copy" in capsys.readouterr().out
    assert vendor(tmp_path, "hl", "--only", "notes") == 0
    assert (tmp_path / "hl" / "mine.py").exists()


def test_line_ends_of_a_checkout_are_no_edit(tmp_path: Path) -> None:
    """A copy that git checked out with CRLF is as it was made, and can be updated."""
    vendor(tmp_path, "hl")
    for file in (tmp_path / "hl").rglob("*"):
        if file.is_file():
            file.write_bytes(file.read_bytes().replace(b"\n", b"\r\n"))
    assert vendor(tmp_path, "hl", "--check") == 0
    assert vendor(tmp_path, "hl", "--only", "notes") == 0
    assert vendor(tmp_path, "hl", "--check") == 0


@pytest.mark.parametrize("after", [0, 1, 60, 157])
@pytest.mark.parametrize("options", [(), ("--only", "notes")], ids=["larger", "smaller"])
def test_an_interrupted_run_is_mended_by_the_next(
    tmp_path: Path, after: int, options: tuple[str, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Ctrl-C at any file leaves a copy that --check tells of, unless it is still the old one; the next run mends it."""
    vendor(tmp_path, "hl", "--only", "block_slots" if not options else "all")
    put, done = folders.put, 0

    def interrupted(aside: Path, folder: Path, path: str) -> None:
        nonlocal done
        if done == after:
            raise KeyboardInterrupt
        done += 1
        put(aside, folder, path)

    monkeypatch.setattr(folders, "put", interrupted)
    status = vendor(tmp_path, "hl", *(options or ("--only", "all")))
    monkeypatch.undo()
    if status:
        assert status == 130
        assert vendor(tmp_path, "hl", "--check") == (1 if after else 0)
    assert [file.name for file in tmp_path.iterdir()] == ["hl"]
    assert vendor(tmp_path, "hl", *(options or ("--only", "all"))) == 0
    assert vendor(tmp_path, "hl", "--check") == 0
    vendor(tmp_path / "new", "hl", *options)
    assert content(tmp_path / "hl") == content(tmp_path / "new" / "hl")


def test_the_command_is_a_module(tmp_path: Path) -> None:
    """`python -m highlevel_vendor` runs anywhere, on a relative folder too."""
    command = [sys.executable, "-m", "highlevel_vendor", "app/_vendor", "hl", "--only", "notes"]
    result = subprocess.run(
        command, check=False, cwd=tmp_path, env={"PYTHONPATH": str(HOME)}, capture_output=True, text=True
    )
    assert (result.returncode, result.stderr) == (0, "")
    assert result.stdout.startswith("app/_vendor/hl: highlevel-calendars ")
