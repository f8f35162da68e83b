"""What is distributed: the files of the wheel and of the sdist, and what their metadata say."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import tarfile
import tomllib
import zipfile
from email.parser import Parser
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
PACKAGES = ("highlevel_calendars", "highlevel_sandbox", "highlevel_vendor")
VERSION = re.findall(r'"(.+)"', (ROOT / "src" / "highlevel_calendars" / "_version.py").read_text(encoding="utf-8"))[0]


@pytest.fixture(scope="module")
def dist(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the sdist of the repository and the wheel that is built from it."""
    folder = tmp_path_factory.mktemp("dist")
    command = [sys.executable, "-m", "build", "--no-isolation", "--outdir", str(folder), str(ROOT)]
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    return folder


def sources(package: str) -> set[str]:
    """The files of a package in the repository."""
    files = (file for file in (ROOT / "src" / package).rglob("*") if file.is_file() and file.suffix != ".pyc")
    return {file.relative_to(ROOT / "src").as_posix() for file in files}


def test_the_wheel_holds_three_packages_and_nothing_stray(dist: Path) -> None:
    """Its files are those of the packages, the contract for the sandbox, the markers of typing and the metadata."""
    [wheel] = dist.glob("*.whl")
    with zipfile.ZipFile(wheel) as archive:
        names = set(archive.namelist())
    info = f"highlevel_calendars-{VERSION}.dist-info"
    metadata = {f"{info}/{name}" for name in ("METADATA", "RECORD", "WHEEL", "licenses/LICENSE")}
    assert names == {*metadata, "highlevel_sandbox/calendars.yaml"}.union(*map(sources, PACKAGES))
    assert {f"{package}/py.typed" for package in PACKAGES} <= names
    assert {Path(name).suffix for name in names - metadata} == {".py", ".typed", ".yaml"}


def test_the_wheel_has_no_command(dist: Path) -> None:
    """It is for any Python 3, and installs nothing outside its packages."""
    [wheel] = dist.glob("*.whl")
    assert wheel.name == f"highlevel_calendars-{VERSION}-py3-none-any.whl"
    with zipfile.ZipFile(wheel) as archive:
        assert [name for name in archive.namelist() if "entry_points" in name or ".data/" in name] == []


def test_the_metadata_name_licence_version_and_requirements(dist: Path) -> None:
    """What an installer and an index read is what pyproject.toml says."""
    [wheel] = dist.glob("*.whl")
    with zipfile.ZipFile(wheel) as archive:
        text = archive.read(f"highlevel_calendars-{VERSION}.dist-info/METADATA").decode()
    metadata = Parser().parsestr(text)
    assert (metadata["Name"], metadata["Version"]) == ("highlevel-calendars", VERSION)
    assert (metadata["License-Expression"], metadata["License-File"]) == ("MIT", "LICENSE")
    required = [line for line in metadata.get_all("Requires-Dist", []) if "extra ==" not in line]
    assert sorted(re.split("[<>=]", line)[0] for line in required) == ["attrs", "httpx", "python-dateutil"]


def vendored(home: Path, dest: Path) -> list[str]:
    """The lines of VENDORED.md of a copy that is made by the packages in `home`."""
    command = [sys.executable, "-m", "highlevel_vendor", str(dest), "hl"]
    subprocess.run(command, check=True, env={**os.environ, "PYTHONPATH": str(home)}, capture_output=True, timeout=60)
    return (dest / "hl" / "VENDORED.md").read_text(encoding="utf-8").splitlines()


def test_a_wheel_makes_the_same_copy_as_a_checkout(dist: Path, tmp_path: Path) -> None:
    """Only the commit and so the seal differ: a wheel does not know it, unless it was installed from git."""
    [wheel] = dist.glob("*.whl")
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(tmp_path / "site")  # noqa: S202 - our own
    mine, theirs = vendored(ROOT / "src", tmp_path / "a"), vendored(tmp_path / "site", tmp_path / "b")
    assert [line for line in theirs if line not in mine][:-1] in (
        ["- Commit: not known, the source was no git checkout"],
        [],
    )
    info = tmp_path / "site" / f"highlevel_calendars-{VERSION}.dist-info"
    (info / "direct_url.json").write_text('{"url": "x", "vcs_info": {"vcs": "git", "commit_id": "abc"}}')
    assert "- Commit: abc" in vendored(tmp_path / "site", tmp_path / "c")


def test_the_sdist_holds_what_builds_and_tests_it(dist: Path) -> None:
    """Nothing that git does not know is in it, and of what it knows only the settings of the machine are left out."""
    [sdist] = dist.glob("*.tar.gz")
    with tarfile.open(sdist) as archive:
        names = {name.partition("/")[2] for name in archive.getnames()}
    tops = {name.partition("/")[0] for name in names}
    assert tops == {
        *("src", "openapi", "tests", "benchmarks", "examples"),
        *("CHANGELOG.md", "CONTRIBUTING.md", "LICENSE", "Makefile", "PKG-INFO", "README.md"),
        *("generator-config.yml", "package.json"),
        *("pyproject.toml", "requirements-dev.txt", ".gitignore"),
    }
    assert [name for name in names if "__pycache__" in name or name.endswith(".pyc")] == []


def test_the_changelog_begins_with_the_version() -> None:
    """CHANGELOG.md follows Keep a Changelog: the newest section is the version of the package, or what follows it."""
    text = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    sections = re.findall(r"^## \[([^\]]+)\](?: - \d{4}-\d\d-\d\d)?$", text, flags=re.MULTILINE)
    assert VERSION in [name for name in sections if name != "Unreleased"][:1]
    kinds = set(re.findall(r"^### (.+)$", text, flags=re.MULTILINE))
    assert kinds <= {"Added", "Changed", "Deprecated", "Removed", "Fixed", "Security"}
    links = re.findall(r"^## \[", text, flags=re.MULTILINE)
    assert len(links) == len(sections)


def test_the_version_is_semantic() -> None:
    """The version has three numbers, and the classifiers name each supported Python."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert re.fullmatch(r"\d+\.\d+\.\d+", VERSION)
    assert project["requires-python"] == ">=3.11"
