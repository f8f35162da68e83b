"""Runs the test suite elsewhere than in the repository:

    python tests/release/suite.py vendored   on a copy under another name, with the name of the original blocked
    python tests/release/suite.py wheel      on the wheel that is built from the sdist, with the newest requirements
    python tests/release/suite.py lowest     the same, with the lowest requirements that pyproject.toml allows

Exit status: 0 when all tests pass, else that of the step that failed.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
from pathlib import Path

from distribution import Environment, built, lowest_requirements
from repository import LEFT_OUT_OF_A_COPY, NAME, ROOT, put_sandbox, put_tests, reasons

COPY = "their._vendor.hl"

# Every interpreter reads it at its start: the original, which the environment may have installed, is gone for it.
BLOCKER = f'''
import os, sys

sys.path[:] = [folder for folder in sys.path if not os.path.isdir(os.path.join(folder, "{NAME}"))]


class Blocker:
    """Lets nobody import the original."""

    @staticmethod
    def find_spec(name, path=None, target=None):
        if name.partition(".")[0] == "{NAME}":
            raise ModuleNotFoundError(f"{{name}} is blocked, only the copy is here", name=name)


sys.meta_path.insert(0, Blocker)
'''

IMPORT_ALL = """
import importlib, pkgutil, sys
for package in map(importlib.import_module, sys.argv[1:]):
    modules = [each.name for each in pkgutil.walk_packages(package.__path__, package.__name__ + ".")]
    for name in modules:
        importlib.import_module(name)
    names = [getattr(package, name) for name in getattr(package, "__all__", ())]
    print(f"{package.__name__}: {len(modules)} modules and {len(names)} public names imported")
"""


def main() -> int:
    """Run the suite in one of the ways; the exit status."""
    ways = {"vendored": vendored, "wheel": wheel, "lowest": lowest}
    parser = argparse.ArgumentParser(description="Run the test suite elsewhere than in the repository.")
    parser.add_argument("way", choices=ways)
    way = ways[parser.parse_args().way]
    try:
        with tempfile.TemporaryDirectory(prefix="highlevel-") as folder:
            return way(Path(folder).resolve())
    except subprocess.CalledProcessError as error:
        return error.returncode
    except KeyboardInterrupt:
        return 130


def vendored(folder: Path) -> int:
    """Run it on a copy, in this environment."""
    *packages, name = COPY.split(".")
    environment = {**os.environ, "PYTHONPATH": str(ROOT / "src")}
    command = [sys.executable, "-m", "highlevel_vendor", str(folder.joinpath(*packages)), name]
    subprocess.run(command, check=True, env=environment)
    put_sandbox(folder)
    put_tests(folder, COPY)
    (folder / "sitecustomize.py").write_text(BLOCKER, encoding="utf-8")
    environment["PYTHONPATH"] = str(folder)
    blocked = subprocess.run(
        [sys.executable, "-c", f"import {NAME}"], check=False, env=environment, capture_output=True
    )
    if b"is blocked" not in blocked.stderr:
        sys.stderr.write(f"{NAME} can be imported beside the copy, so nothing would be shown.\n")
        return 1
    return run(folder, Path(sys.executable), is_copy=True)


def wheel(folder: Path) -> int:
    """Run it on the wheel with the newest requirements, after importing it with nothing but what it requires."""
    distribution = built(folder)
    environment = Environment(folder / "venv")
    environment.install(str(distribution))
    environment.run("-I", "-c", IMPORT_ALL, NAME, "highlevel_vendor")
    return installed(folder, environment, distribution, [])


def lowest(folder: Path) -> int:
    """Run it on the wheel with the lowest requirements."""
    return installed(folder, Environment(folder / "venv"), built(folder), lowest_requirements())


def installed(folder: Path, environment: Environment, distribution: Path, requirements: list[str]) -> int:
    """Run it on a distribution with some requirements."""
    environment.install_with_tests(distribution, requirements)
    put_tests(folder)
    return run(folder, environment.python, is_copy=False)


def run(folder: Path, python: Path, *, is_copy: bool) -> int:
    """Run the tests that were put into a folder; the exit status of pytest."""
    sys.stdout.write("".join(f"{line}\n" for line in reasons(is_copy=is_copy)))
    sys.stdout.flush()
    deselected = [part for test in LEFT_OUT_OF_A_COPY if is_copy for part in ("--deselect", test)]
    environment = {**os.environ, "PYTHONPATH": str(folder) if is_copy else ""}
    command = [str(python), "-m", "pytest", "-q", "-p", "no:cacheprovider", *deselected]
    return subprocess.run(command, check=False, cwd=folder, env=environment).returncode


if __name__ == "__main__":
    sys.exit(main())
