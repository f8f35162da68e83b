"""The repository, as far as it is tested elsewhere: in a copy of the SDK, or in a distribution."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
NAME = "highlevel_calendars"

# What is about the repository and not about the SDK, by file or by test, with the reason.
LEFT_OUT = {
    "tests/contract": "calls the sandbox with tools that only `make check` and `make tools` install",
    "tests/drift": "tests openapi/drift, which knows nothing of the SDK",
    "tests/release": "is this",
    "tests/typing": "is read by the type checkers, not run",
    "tests/vendor": "makes copies of the source tree",
    "tests/test_additions.py": "generates the SDK anew",
    "tests/test_demo.py": "runs examples/demo.py",
    "tests/test_generation.py": "generates the SDK anew",
    "tests/test_lower.py": "tests the generator's first step",
    "tests/test_overrides.py": "tests what the generator is told by hand",
    "tests/test_readme.py": "reads README.md and the Makefile",
    "tests/test_regeneration.py": "generates the SDK anew",
    "tests/test_soak.py": "runs benchmarks/soak.py",
}
# What only a copy under another name cannot pass.
LEFT_OUT_OF_A_COPY = {
    "tests/test_secrets.py::test_success_and_retries_show_no_token": "knows a logger by the first part of its name",
    "tests/test_surface.py::test_httpx_stays_in_three_modules": "names the files by the name of the package",
    "tests/test_surface.py::test_the_package_has_no_data": "counts VENDORED.md and LICENSE as data",
}


def put_tests(into: Path, name: str = NAME) -> None:
    """Put the tests and what they read into a folder, with the SDK by another name."""
    shutil.copytree(ROOT / "openapi", into / "openapi", ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "pyproject.toml", into)
    for file in sorted((ROOT / "tests").rglob("*")):
        path = file.relative_to(ROOT).as_posix()
        if file.is_file() and file.suffix != ".pyc" and not any(path.startswith(left_out) for left_out in LEFT_OUT):
            target = into / path
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(file.read_bytes().replace(NAME.encode(), name.encode()))


def put_sandbox(into: Path) -> None:
    """Put the sandbox into a folder, to be imported from there."""
    shutil.copytree(
        ROOT / "src" / "highlevel_sandbox", into / "highlevel_sandbox", ignore=shutil.ignore_patterns("__pycache__")
    )
    shutil.copy(ROOT / "openapi" / "calendars.yaml", into / "highlevel_sandbox")


def reasons(*, is_copy: bool) -> Iterator[str]:
    """What is left out, and why."""
    for path, reason in {**LEFT_OUT, **(LEFT_OUT_OF_A_COPY if is_copy else {})}.items():
        yield f"left out: {path}: it {reason}"
