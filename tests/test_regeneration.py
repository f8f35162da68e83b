"""What `make generate` says: what changed for callers, and what no longer fits."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from generating import REPO, content, copy_to, edit, replace_in, run, run_python

Document = dict[str, Any]


@pytest.fixture
def repo(tmp_path: Path) -> Path:
    return copy_to(tmp_path / "repository")


def schema_of(document: Document) -> Document:
    schema: Document = document["components"]["schemas"]["CreateGroup"]
    return schema


def add(document: Document) -> None:
    """An optional field more."""
    schema_of(document)["properties"]["wallpaper"] = {"type": "string", "description": "What is behind it."}


def demand(document: Document) -> None:
    """A required field more."""
    add(document)
    schema_of(document)["required"].append("wallpaper")


def reword(document: Document) -> None:
    """Another description."""
    schema_of(document)["properties"]["name"]["description"] = "What the group is called."


REPORTS: dict[str, tuple[Callable[[Document], None], list[str]]] = {
    "an addition": (
        add,
        [
            "What changed for callers:",
            "  adds     CalendarsClient.groups.create(wallpaper)  optional keyword  str | Unset = UNSET  is new",
            "  adds     models.CreateGroup.wallpaper  optional field  str | Unset = UNSET  is new",
            "This adds and breaks nobody: a patch release, 0.1.1 after 0.1.0, as below 1.0 a break raises the second "
            "number and all else the third.",
        ],
    ),
    "a break": (
        demand,
        [
            "What changed for callers:",
            "  breaks   CalendarsClient.groups.create(wallpaper)  required keyword  str  is new",
            "  breaks   models.CreateGroup.wallpaper  required field  str  is new",
            "This breaks callers: a minor release, 0.2.0 after 0.1.0, as below 1.0 a break raises the second "
            "number and all else the third.",
        ],
    ),
    "other words": (reword, []),
}


@pytest.mark.parametrize(("change", "lines"), REPORTS.values(), ids=REPORTS)
def test_what_changed_for_callers_is_told_once(
    repo: Path, change: Callable[[Document], None], lines: list[str]
) -> None:
    """After an edit the command tells each change with its verdict and keeps the snapshot; then it is quiet."""
    (repo / "src" / "highlevel_calendars" / "_version.py").write_text('__version__ = "0.1.0"\n')
    edit(repo, change)
    first, second, check = run(repo), run(repo), run(repo, "--check")
    assert [result.stderr for result in (first, second, check)] == ["", "", ""]
    assert first.stdout.splitlines()[0].endswith("files, written")
    assert first.stdout.splitlines()[1:] == lines
    assert second.stdout == check.stdout
    assert len(second.stdout.splitlines()) == 1


def test_a_stale_snapshot_is_shown(repo: Path) -> None:
    """--check fails when only the snapshot is out of date, tells the difference, and writes nothing."""
    replace_in(repo / "tests" / "public_api.txt", "api.Groups  is  CalendarsClient.groups\n", "")
    before = content(repo)
    result = run(repo, "--check")
    assert result.returncode == 1
    assert "  adds     api.Groups  is  CalendarsClient.groups  is new\n" in result.stdout
    assert result.stderr == "generate: tests/public_api.txt is out of date; run `make generate` and commit.\n"
    assert content(repo) == before


@pytest.mark.parametrize("left", [None, "<<<<<<< HEAD\n"], ids=["missing", "a merge"])
def test_a_snapshot_that_is_none_is_written_anew(repo: Path, left: str | None) -> None:
    """Without a snapshot that can be read the command says so, and makes one."""
    snapshot = repo / "tests" / "public_api.txt"
    whole = snapshot.read_bytes()
    snapshot.unlink()
    if left:
        snapshot.write_text(left)
    assert run(repo, "--check").returncode == 1
    result = run(repo)
    assert (result.returncode, result.stderr) == (0, "")
    assert "tests/public_api.txt is missing or no snapshot, so what changed for callers is not known." in result.stdout
    assert snapshot.read_bytes() == whole


def test_a_snapshot_in_another_form_is_written_anew(repo: Path) -> None:
    """Lines in another order are put in order, though nothing changed for callers."""
    snapshot = repo / "tests" / "public_api.txt"
    whole = snapshot.read_bytes()
    head, *lines = snapshot.read_text(encoding="utf-8").splitlines(keepends=True)
    snapshot.write_text("".join([head, *reversed(lines)]), encoding="utf-8")
    result = run(repo)
    assert result.stdout.splitlines()[1:] == ["tests/public_api.txt has the same facts in another form."]
    assert snapshot.read_bytes() == whole


def test_code_by_hand_that_is_no_python_is_told(repo: Path) -> None:
    """A module that cannot be read ends in status 2 and a message that names it, not in a traceback."""
    with (repo / "src" / "highlevel_calendars" / "paging.py").open("a") as file:
        file.write("def (\n")
    result = run(repo)
    assert result.returncode == 2
    assert "(paging.py, line " in result.stderr
    assert "Traceback" not in result.stderr


def stale_hint(repo: Path) -> str:
    replace_in(repo / "openapi" / "calendars.yaml", "x-sdk-split: daysOfTheWeek", "x-sdk-split: days")
    return "calendars.yaml: x-sdk-split of CreateCalendar.openHours names 'days', and the entries have no such array"


def stale_row(repo: Path) -> str:
    replace_in(repo / "openapi" / "calendars.yaml", "operationId: get-slots", "operationId: get-free-slots")
    return "RULES has 'get-slots', and calendars.yaml no such operationId"


def stale_import(repo: Path) -> str:
    replace_in(repo / "openapi" / "calendars.yaml", "/DaySlots'", "/SlotsOfDay'")
    replace_in(repo / "openapi" / "calendars.yaml", "    DaySlots:\n", "    SlotsOfDay:\n")
    return "imports 'DaySlots' of _generated.models.day_slots, which calendars.yaml does not give any more"


def stale_setting(repo: Path) -> str:
    with (repo / "generator-config.yml").open("a") as file:
        file.write("class_overrides:\n  Grupo: {class_name: Group, module_name: group}\n")
    return "generator-config.yml: class_overrides names 'Grupo', and there is no such schema; mend or delete it."


@pytest.mark.parametrize(
    "spoil", [stale_hint, stale_row, stale_import, stale_setting], ids=lambda spoil: spoil.__name__
)
def test_an_override_that_no_longer_applies_is_refused(repo: Path, spoil: Callable[[Path], str]) -> None:
    """What is said by hand of something that is not there ends in status 2 and a sentence, and nothing is written."""
    sentence = spoil(repo)
    before = content(repo)
    result = run(repo)
    assert (result.returncode, result.stdout) == (2, "")
    assert sentence in result.stderr
    assert content(repo) == before


def test_another_template_of_the_generator_is_refused(repo: Path, tmp_path: Path) -> None:
    """A generator with another template under the same version writes nothing, and the template is named."""
    import openapi_python_client

    package = tmp_path / "site" / "openapi_python_client"
    shutil.copytree(Path(openapi_python_client.__file__).parent, package, ignore=shutil.ignore_patterns("__pycache__"))
    with (package / "templates" / "model.py.jinja").open("a") as file:
        file.write("{# another #}")
    before = content(repo)
    result = run(repo, PYTHONPATH=str(tmp_path / "site"))
    assert (result.returncode, result.stdout) == (2, "")
    assert result.stderr.startswith("generate: The model.py.jinja of openapi-python-client 0.29.1 is not the one that ")
    assert content(repo) == before


def surface(*arguments: str) -> tuple[int, str, str]:
    """Run the tool that compares snapshots."""
    result = run_python("-m", "surface", *arguments, PYTHONPATH=str(REPO / "openapi"))
    return result.returncode, result.stdout.replace(os.linesep, "\n"), result.stderr


def test_two_snapshots_are_compared(tmp_path: Path) -> None:
    """The tool tells what changed between any two snapshots, and its status whether callers are broken."""
    old, new = tmp_path / "old.txt", tmp_path / "new.txt"
    old.write_text("api  module\n")
    new.write_text("api  module\nerrors  module\n")
    status, told, _ = surface(str(old), str(new))
    assert (status, told.splitlines()[1]) == (0, "  adds     errors  module  is new")
    status, told, _ = surface(str(new), str(old))
    assert (status, told.splitlines()[1]) == (1, "  breaks   errors  module  is gone")


def test_a_snapshot_is_compared_with_the_package() -> None:
    """With one snapshot the tool tells what changed since."""
    assert surface(str(REPO / "tests" / "public_api.txt")) == (0, "Nothing changed for callers.\n", "")


def test_what_cannot_be_compared_is_told(tmp_path: Path) -> None:
    """A file that is missing or no snapshot ends in status 2 and a message that names it."""
    (tmp_path / "it.txt").write_text("nothing\n")
    for name, said in (("it.txt", "line 1: 'nothing' is no fact"), ("missing.txt", "No such file")):
        status, _, message = surface(str(tmp_path / name))
        assert status == 2
        assert message.startswith("surface: ")
        assert said in message
        assert name in message
