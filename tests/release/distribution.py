"""The distribution, and environments to install it in."""

from __future__ import annotations

import re
import subprocess
import sys
import tomllib
from collections.abc import Sequence
from pathlib import Path

from repository import ROOT

# The tests need none of these.
_NO_TEST_TOOLS = ("build", "hatchling", "mypy", "pyright", "schemathesis", "types-", "uv")


def built(folder: Path) -> Path:
    """The wheel that is built from the sdist, which is built from the repository."""
    command = [sys.executable, "-m", "build", "--no-isolation", "--outdir", str(folder / "dist"), str(ROOT)]
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    [wheel] = (folder / "dist").glob("*.whl")
    return wheel


def lowest_requirements() -> list[str]:
    """The lowest version of each requirement that pyproject.toml names, as `name==version`."""
    options = ["--all-extras", "--resolution", "lowest-direct", "--no-deps", "--no-header", "--no-annotate", "--quiet"]
    result = uv("pip", "compile", str(ROOT / "pyproject.toml"), "--python", sys.executable, *options)
    return result.splitlines()


class Environment:
    """A virtual environment of its own."""

    def __init__(self, folder: Path) -> None:
        uv("venv", "--quiet", "--python", sys.executable, str(folder))
        self.python = folder / "bin" / "python"

    def install(self, *requirements: str) -> None:
        uv("pip", "install", "--quiet", "--python", str(self.python), *requirements)

    def install_with_tests(self, distribution: Path, requirements: Sequence[str]) -> None:
        """Install a distribution with all its extras and what the tests need, in versions that fit the requirements."""
        tools = [line for line in test_tools() if not line.startswith(_NO_TEST_TOOLS)]
        self.install(f"{distribution}[{','.join(extras())}]", *requirements, *tools)
        sys.stdout.write(uv("pip", "list", "--python", str(self.python), "--format", "freeze"))

    def run(self, *arguments: str) -> None:
        subprocess.run([self.python, *arguments], check=True, cwd=self.python.parent)


def extras() -> list[str]:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    return list(project["optional-dependencies"])


def test_tools() -> list[str]:
    """The names of the development tools: their newest versions that fit."""
    lines = (ROOT / "requirements-dev.txt").read_text(encoding="utf-8").splitlines()
    return [re.split("[=<>;]", line)[0] for line in lines if line.strip()]


def uv(*arguments: str) -> str:
    result = subprocess.run([sys.executable, "-m", "uv", *arguments], check=True, stdout=subprocess.PIPE, text=True)
    return result.stdout
