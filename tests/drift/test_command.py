"""The command: its exit statuses, and what it says about files that cannot be read."""

from __future__ import annotations

import errno
import json
import os
import re
import shutil
import signal
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml
from drift import __main__ as command
from house import DOCUMENT, LIST, PAGES, RENT, page

REPO = Path(__file__).resolve().parents[2]
Outcome = tuple[int, str, str]


@pytest.fixture
def pages(tmp_path: Path) -> Path:
    """A folder with the two pages."""
    return Path(shutil.copytree(PAGES, tmp_path / "pages"))


def run(capsys: pytest.CaptureFixture[str], *arguments: object) -> Outcome:
    """The exit status and what the command writes to either side."""
    status = command.main([*map(str, arguments), "--document", str(DOCUMENT)])
    return status, *capsys.readouterr()


def test_no_drift_is_0(capsys: pytest.CaptureFixture[str], pages: Path) -> None:
    """Pages that say what the document says end with 0."""
    status, out, err = run(capsys, pages)
    assert (status, err) == (0, "")
    assert out.endswith("No drift: 0 breaks callers, 0 adds, 0 words only, 0 stale departures.\n")


def test_drift_is_1(capsys: pytest.CaptureFixture[str], pages: Path) -> None:
    """One difference is enough for 1, in every format."""
    (pages / RENT.name).write_text(page(RENT, ("**kind** string\n", "**kind** number\n")), encoding="utf-8")
    for form in ("text", "json", "markdown"):
        status, out, _ = run(capsys, pages, "--format", form)
        assert (status, "body kind" in out) == (1, True)


def test_a_stale_departure_is_drift(capsys: pytest.CaptureFixture[str], pages: Path) -> None:
    """A note that has to go ends with 1 as well."""
    (pages / RENT.name).write_text(page(RENT, ("**note** stringrequired", "**note** string")), encoding="utf-8")
    assert run(capsys, pages)[0] == 1


BAD: dict[str, tuple[bytes, str]] = {
    "empty": (b"", "it is empty; scrape it again."),
    "blank": (b" \n\n", "it is empty; scrape it again."),
    "HTML": (b"<!DOCTYPE html>\n<html><body>Rent a room</body></html>", "it is HTML; scrape the page as Markdown"),
    "truncated": (page(RENT).partition("## Responses")[0].encode(), 'it ends before its section "Responses"'),
    "another product": (
        page(RENT, ("/house/rooms", "/garden/trees")).encode(),
        "documents POST api.example.com/garden/trees/{floor}, which is of another product: "
        "ours is about api.example.com/house.",
    ),
    "another host": (
        page(LIST, ("api.example.com", "api.example.org")).encode(),
        "api.example.org/house/rooms, which is",
    ),
    "not UTF-8": (b"caf\xe9", "byte 3 is no UTF-8; save it as text in UTF-8."),
    "something else": (b"# A recipe\n\nTake two eggs.\n", "no page of an operation in a form known here"),
}


@pytest.mark.parametrize(("content", "reason"), BAD.values(), ids=BAD)
def test_a_page_that_cannot_be_read_is_2(
    capsys: pytest.CaptureFixture[str], pages: Path, content: bytes, reason: str
) -> None:
    """The report names the page and the reason, and compares the others all the same."""
    (pages / "bad.txt").write_bytes(content)
    status, out, err = run(capsys, pages)
    assert (status, err) == (2, "")
    assert [line for line in out.splitlines() if line.startswith("bad.txt: could not be read: ") and reason in line]
    assert "list-rooms.txt: GET /house/rooms" in out
    assert "rent-room.txt: POST /house/rooms/{floor}" in out


def test_unreadable_counts_for_more_than_drift(capsys: pytest.CaptureFixture[str], pages: Path) -> None:
    """With both, the status is 2, and the drift is reported."""
    (pages / "bad.txt").write_text("")
    (pages / RENT.name).write_text(page(RENT, ("**kind** string\n", "**kind** number\n")), encoding="utf-8")
    status, out, _ = run(capsys, pages, "--format", "json")
    assert status == 2
    assert json.loads(out)["counts"]["breaks callers"] == 1


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no named pipes")
def test_a_pipe_among_the_pages(capsys: pytest.CaptureFixture[str], pages: Path) -> None:
    """A named pipe, which nobody may ever write into, is not waited for."""
    os.mkfifo(pages / "pipe.txt")
    status, out, _ = run(capsys, pages)
    assert status == 2
    assert "pipe.txt: could not be read: it is neither a file nor a folder" in out


def test_a_folder_among_the_pages(capsys: pytest.CaptureFixture[str], pages: Path) -> None:
    """A folder in the place of a page is named; what is hidden is passed over."""
    (pages / "more.txt").mkdir()
    (pages / ".hidden").write_text("")
    status, out, _ = run(capsys, pages)
    assert status == 2
    assert "more.txt: could not be read: it is a folder" in out
    assert "hidden" not in out


@pytest.mark.parametrize(("name", "reason"), [("missing", "there is no such folder."), ("none", "holds no page.")])
def test_a_folder_without_pages(capsys: pytest.CaptureFixture[str], tmp_path: Path, name: str, reason: str) -> None:
    """A folder that is missing or empty is named."""
    (tmp_path / "none").mkdir()
    status, out, _ = run(capsys, tmp_path / name)
    assert status == 2
    assert reason in out


def test_a_page_without_permission(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, pages: Path
) -> None:
    """A page that may not be read is named with the system's reason."""
    read = Path.read_text

    def refuse(file: Path, *arguments: Any, **options: Any) -> str:
        if file.name == RENT.name:
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))
        return read(file, *arguments, **options)

    monkeypatch.setattr(Path, "read_text", refuse)
    status, out, _ = run(capsys, pages)
    assert status == 2
    assert "rent-room.txt: could not be read: Permission denied." in out
    assert "list-rooms.txt: GET /house/rooms" in out


def test_the_sdk_does_without_it() -> None:
    """Neither the SDK nor the sandbox imports the tool."""
    sources = (REPO / "src").rglob("*.py")
    assert [file for file in sources if re.search(r"^\s*(from|import) drift\b", file.read_text("utf-8"), re.M)] == []


def test_one_page_may_be_named(capsys: pytest.CaptureFixture[str]) -> None:
    """Instead of a folder, a single page will do."""
    status, out, _ = run(capsys, RENT)
    assert (status, out.count("known departures")) == (0, 1)


def official() -> dict[str, Any]:
    """The vendor's own document: ours, with what its departures say that every source says."""
    found: dict[str, Any] = yaml.safe_load(DOCUMENT.read_text(encoding="utf-8"))
    operation = found["paths"]["/house/rooms/{floor}"]["post"]
    operation["requestBody"]["content"]["application/json"]["schema"]["required"].append("note")
    del operation["responses"]["201"]["content"]["application/json"]["schema"]["properties"]["traceId"]
    del operation["responses"]["422"]
    return found


@pytest.mark.parametrize("suffix", [".json", ".yaml"])
def test_the_official_file(capsys: pytest.CaptureFixture[str], tmp_path: Path, suffix: str) -> None:
    """An OpenAPI file, as JSON or as YAML, is compared operation by operation."""
    file = tmp_path / f"official{suffix}"
    file.write_text(json.dumps(official(), indent=2) if suffix == ".json" else yaml.safe_dump(official()))
    status, out, _ = run(capsys, PAGES, "--official", file)
    assert status == 0
    assert f"official{suffix}: 2 operations, " in out


def test_an_operation_that_the_official_file_has_no_longer(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    """The file has all operations, so that one it lacks is gone; pages that are not there say nothing."""
    found = official()
    del found["paths"]["/house/rooms"]
    (tmp_path / "official.json").write_text(json.dumps(found))
    status, out, _ = run(capsys, "--official", tmp_path / "official.json")
    assert status == 1
    assert "official.json: gone: GET /house/rooms (list-rooms), house.yaml line " in out
    assert run(capsys, RENT)[0] == 0


@pytest.mark.parametrize("kind", ["missing", "folder", "another product"])
def test_an_official_file_that_cannot_be_read(capsys: pytest.CaptureFixture[str], tmp_path: Path, kind: str) -> None:
    """A file that is missing, a folder, or one of another product is named."""
    file = tmp_path / "official.yaml"
    if kind == "folder":
        file.mkdir()
    if kind == "another product":
        file.write_text(DOCUMENT.read_text(encoding="utf-8").replace("/house/", "/garden/"), encoding="utf-8")
    status, out, _ = run(capsys, "--official", file)
    reasons = {"missing": "no such file", "folder": "it is a folder", "another product": "it is of another product"}
    assert status == 2
    assert f"official.yaml: could not be read: {reasons[kind]}" in out.replace("there is ", "")


def test_nothing_to_compare_is_said(capsys: pytest.CaptureFixture[str]) -> None:
    """Without pages and without a file the command says how to name them."""
    status, out, err = run(capsys)
    assert (status, out) == (2, "")
    assert "nothing to compare" in err
    assert "PAGES=<folder> OFFICIAL=<file>" in err


def test_a_document_of_ours_that_is_broken_is_2(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    """When our own document cannot be read there is nothing to report, and the reason stands on the other side."""
    broken = tmp_path / "ours.yaml"
    broken.write_text("openapi: [", encoding="utf-8")
    assert command.main([str(PAGES), "--document", str(broken)]) == 2
    assert capsys.readouterr().err.startswith("drift: ours.yaml: line ")


def test_ctrl_c_is_130(monkeypatch: pytest.MonkeyPatch) -> None:
    """An interrupt ends the command without a traceback."""

    def interrupt(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(command, "run", interrupt)
    assert command.main([str(PAGES)]) == 130


def _process(*arguments: str) -> subprocess.Popen[bytes]:
    environment = {**os.environ, "PYTHONPATH": str(REPO / "openapi")}
    return subprocess.Popen(
        [sys.executable, "-m", "drift", *arguments], stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=environment
    )


def test_a_reader_that_has_seen_enough_is_no_error() -> None:
    """When the report's reader closes the pipe, the command ends quietly."""
    with _process(str(PAGES), "--document", str(DOCUMENT)) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.close()
        assert process.stderr.read() == b""
        assert process.wait(30) in {141, -signal.SIGPIPE}


@pytest.mark.skipif(shutil.which("make") is None, reason="there is no make")
def test_make_passes_everything_on(tmp_path: Path) -> None:
    """`make drift` names the folder, the file and the format to the command, spaces and all."""
    command_line = ["make", "--dry-run", "--no-print-directory", f"VENV={tmp_path}", "drift"]
    variables = ["PAGES=a folder", "OFFICIAL=b.json", "FORMAT=json"]
    said = subprocess.run([*command_line, *variables], cwd=REPO, check=True, capture_output=True, text=True).stdout
    assert said.splitlines()[-1].endswith("python -m drift --official 'b.json' --format 'json' 'a folder'")
