"""What the command does not do: each bad input is one line and a status, and changes nothing."""

from __future__ import annotations

from pathlib import Path

import pytest

from highlevel_vendor import origin
from highlevel_vendor.origin import SDK

from .copies import content, vendor


@pytest.mark.parametrize(
    ("name", "options", "message"),
    [
        ("class", (), "'class' cannot be the name of a package"),
        ("a-b", (), "'a-b' cannot be the name of a package"),
        ("app.hl", (), "'app.hl' cannot be the name of a package"),
        ("../hl", (), "'../hl' cannot be the name of a package"),
        ("", (), "'' cannot be the name of a package"),
        ("hl", ("--only", "notes,calls"), "there is no group calls; the groups are appointments, "),
        ("hl", ("--only", ","), "it names no group"),
        ("hl", ("--check", "--force"), "--check changes nothing"),
        ("hl", ("--check", "--only", "notes"), "--check changes nothing"),
        ("hl", ("--check",), "there is no folder"),
        ("hl", ("--fast",), "unrecognized arguments: --fast"),
    ],
)
def test_a_bad_input_is_one_line_and_status_2(
    tmp_path: Path, name: str, options: tuple[str, ...], message: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """The line says what is wrong, and nothing is written."""
    assert vendor(tmp_path, name, *options) == 2
    output = capsys.readouterr()
    assert (output.out, len(output.err.splitlines())) == ("", 1)
    assert message in output.err
    assert list(tmp_path.iterdir()) == []


def test_a_destination_that_cannot_be_written_to_is_one_line(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A file in place of a folder, links in a circle, too long a name, or a system that allows no folder, is told."""
    (tmp_path / "file").write_text("")
    (tmp_path / "link").symlink_to(tmp_path / "link")
    wrong = (
        tmp_path / "file",
        tmp_path / "file" / "below",
        tmp_path / "link",
        tmp_path / ("x" * 300),
        Path("/proc/me"),
    )
    for dest in wrong:
        assert vendor(dest, "hl") == 2
        assert len(capsys.readouterr().err.splitlines()) == 1


def test_a_folder_whose_name_is_no_text_is_shown(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A file system may have names that are not UTF-8."""
    assert vendor(tmp_path / "\udcff", "hl", "--only", "notes") == 0
    assert "\\udcff" in capsys.readouterr().out


@pytest.mark.parametrize("dest", [SDK, SDK / "limits", SDK.parent, SDK.parent.parent], ids=lambda dest: dest.name)
def test_no_copy_goes_into_the_sdk_or_over_it(dest: Path) -> None:
    """A place within the SDK, or one that holds it, is refused even with --force."""
    name = {SDK.parent: SDK.name, SDK.parent.parent: SDK.parent.name}.get(dest, "hl")
    before = content(SDK)
    assert vendor(dest, name, "--force") == 2
    assert content(SDK) == before


def test_an_edited_file_is_kept_unless_forced(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """An update lists the files that were edited since, those too that it would remove, and changes nothing."""
    vendor(tmp_path, "hl")
    for name in ("errors.py", "paging.py", "agenda.py"):
        (tmp_path / "hl" / name).write_text("mine = 1\n")
    before = content(tmp_path / "hl")
    capsys.readouterr()
    assert vendor(tmp_path, "hl", "--only", "notes") == 1
    lines = capsys.readouterr().err.splitlines()
    assert lines[:-1] == ["agenda.py: edited", "errors.py: edited", "paging.py: edited"]
    assert content(tmp_path / "hl") == before
    assert vendor(tmp_path, "hl", "--only", "notes", "--force") == 0
    assert vendor(tmp_path, "hl", "--check") == 0
    assert not (tmp_path / "hl" / "agenda.py").exists()


def test_a_file_that_is_missing_comes_back(tmp_path: Path) -> None:
    """Nobody's work is lost by writing a file again."""
    vendor(tmp_path, "hl")
    (tmp_path / "hl" / "errors.py").unlink()
    assert vendor(tmp_path, "hl") == 0
    assert vendor(tmp_path, "hl", "--check") == 0


def test_a_foreign_file_is_kept_unless_forced(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A folder that is somebody else's package is left as it is."""
    (tmp_path / "hl").mkdir()
    (tmp_path / "hl" / "client.py").write_text("mine = 1\n")
    assert vendor(tmp_path, "hl") == 1
    assert capsys.readouterr().err.splitlines()[0] == "client.py: not of the copy"
    assert [file.name for file in (tmp_path / "hl").iterdir()] == ["client.py"]
    assert vendor(tmp_path, "hl", "--check") == 1
    assert vendor(tmp_path, "hl", "--force") == 0
    assert vendor(tmp_path, "hl", "--check") == 0


@pytest.mark.parametrize("change", [b"- Version: 9", b"\n../../outside", b""], ids=["edited", "merged", "empty"])
def test_a_record_that_was_edited_is_not_believed(
    tmp_path: Path, change: bytes, capsys: pytest.CaptureFixture[str]
) -> None:
    """Whoever edits VENDORED.md owns it: it is named, and only --force replaces it."""
    vendor(tmp_path, "hl")
    file = tmp_path / "hl" / "VENDORED.md"
    file.write_bytes(file.read_bytes().replace(b"- Version", change) if change else b"")
    capsys.readouterr()
    assert vendor(tmp_path, "hl", "--check") == 1
    assert capsys.readouterr().err.splitlines()[0] == "VENDORED.md: it is not as it was written"
    assert vendor(tmp_path, "hl") == 1
    assert capsys.readouterr().err.splitlines()[0] == "VENDORED.md: it is not as it was written"
    assert vendor(tmp_path, "hl", "--force") == 0
    assert vendor(tmp_path, "hl", "--check") == 0


def test_links_are_never_followed(tmp_path: Path) -> None:
    """A link in the copy is refused, and --force replaces the link, not what it leads to."""
    vendor(tmp_path, "hl")
    outside = tmp_path / "outside"
    (tmp_path / "hl" / "rules").rename(outside)
    (tmp_path / "hl" / "rules").symlink_to(outside)
    (outside / "notes.py").write_text("mine = 1\n")
    (tmp_path / "target.py").write_text("mine = 1\n")
    (tmp_path / "hl" / "errors.py").unlink()
    (tmp_path / "hl" / "errors.py").symlink_to(tmp_path / "target.py")
    before = content(outside)
    assert vendor(tmp_path, "hl", "--check") == 1
    assert vendor(tmp_path, "hl", "--only", "calendars") == 1
    assert vendor(tmp_path, "hl", "--only", "calendars", "--force") == 0
    assert vendor(tmp_path, "hl", "--check") == 0
    assert content(outside) == before
    assert (tmp_path / "target.py").read_text() == "mine = 1\n"


def test_a_link_in_place_of_the_copy_is_refused(tmp_path: Path) -> None:
    """The copy is a folder of its own."""
    (tmp_path / "real").mkdir()
    (tmp_path / "hl").symlink_to(tmp_path / "real")
    assert vendor(tmp_path, "hl", "--force") == 2
    assert list((tmp_path / "real").iterdir()) == []


@pytest.mark.parametrize("path", ["errors.py", "VENDORED.md"])
def test_a_folder_in_place_of_a_file_is_never_removed(tmp_path: Path, path: str) -> None:
    """What it holds is not the copy's to judge; nothing else is changed either."""
    (tmp_path / "hl" / path / "inner").mkdir(parents=True)
    assert vendor(tmp_path, "hl") == 1
    assert vendor(tmp_path, "hl", "--force") == 2
    assert [file.name for file in (tmp_path / "hl").iterdir()] == [path]


def test_what_a_killed_run_left_is_cleared(tmp_path: Path) -> None:
    """Files that were written aside and never put in their place are not kept."""
    (tmp_path / ".hl.vendoring" / "limits").mkdir(parents=True)
    assert vendor(tmp_path, "hl") == 0
    assert [file.name for file in tmp_path.iterdir()] == ["hl"]


def test_a_broken_sdk_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Without the SDK or its metadata there is no copy, and a line that says why."""
    (tmp_path / "sdk").mkdir()
    monkeypatch.setattr(origin, "SDK", tmp_path / "sdk")
    assert vendor(tmp_path, "hl") == 2
    assert "the SDK is not at" in capsys.readouterr().err
    (tmp_path / "sdk" / "_version.py").write_text('__version__ = "1"\n')
    monkeypatch.setattr(origin, "HOME", tmp_path)
    assert vendor(tmp_path, "hl") == 2
    assert "install it again" in capsys.readouterr().err
