"""Generate `src/highlevel_calendars/_generated` from `openapi/calendars.yaml`.

    python openapi/generate.py            write the tree
    python openapi/generate.py --check    fail with a diff when the tree is not what would be written

The document is lowered first, see `lower`; then openapi-python-client runs with the templates beside this file.
Exit status: 0 done, 1 the tree is out of date, 2 it could not be generated.
"""

import argparse
import difflib
import hashlib
import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from importlib.metadata import version
from pathlib import Path

import openapi_python_client
import yaml
from lower import GenerationError, is_json, lower

ROOT = Path(__file__).resolve().parent.parent
DOCUMENT = ROOT / "openapi" / "calendars.yaml"
TEMPLATES = ROOT / "openapi" / "templates"
CONFIG = ROOT / "generator-config.yml"
OUTPUT = ROOT / "src" / "highlevel_calendars" / "_generated"
GENERATOR = "0.29.1"
RUFF = "0.17.5"


def digest(*files: Path) -> str:
    """The SHA-256 of the files' names and contents."""
    total = hashlib.sha256()
    for file in sorted(files):
        total.update(file.name.encode() + b"\0" + file.read_bytes())
    return total.hexdigest()


def provenance() -> str:
    """The lines that tell what the tree was generated from."""
    upstream = Path(openapi_python_client.__file__).parent / "templates"
    own = sorted(TEMPLATES.glob("*.jinja"))
    replaced = [upstream / file.name for file in own if (upstream / file.name).exists()]
    rows = {
        DOCUMENT.relative_to(ROOT).as_posix(): digest(DOCUMENT),
        CONFIG.relative_to(ROOT).as_posix(): digest(CONFIG),
        "openapi/*.py": digest(*TEMPLATES.parent.glob("*.py")),
        TEMPLATES.relative_to(ROOT).as_posix(): digest(*own),
        "replaced upstream templates": digest(*replaced),
        "openapi-python-client": GENERATOR,
        "ruff": RUFF,
    }
    return "".join(f"# {name}: {value}\n" for name, value in rows.items())


def check_tools() -> None:
    """Refuse other versions of the tools: the same input must give the same bytes."""
    for package, pinned in (("openapi-python-client", GENERATOR), ("ruff", RUFF)):
        found = version(package)
        if found != pinned:
            raise GenerationError(
                f"{package} {found} is installed, the output is pinned to {pinned}. "
                f"Install it with `pip install -r requirements-dev.txt`."
            )


def generate(into: Path) -> None:
    """Write the tree into the folder `into`, which must not exist."""
    check_tools()
    try:
        document: object = yaml.safe_load(DOCUMENT.read_text(encoding="utf-8"))
        json.dumps(document, default=refuse)
    except (OSError, yaml.YAMLError, TypeError, ValueError) as error:
        raise GenerationError(f"{DOCUMENT.relative_to(ROOT)} cannot be read: {error}") from error
    if not is_json(document):
        raise GenerationError(f"{DOCUMENT.relative_to(ROOT)} holds no OpenAPI document.")
    with tempfile.TemporaryDirectory() as folder:
        lowered = Path(folder) / "lowered.json"
        lowered.write_text(json.dumps(lower(document)), encoding="utf-8")
        result = run_generator(lowered, into, ["--custom-template-path", str(TEMPLATES)])
        if result.returncode:
            # What the generator leaves out may break the templates before it says so; its own take anything.
            plain = run_generator(lowered, Path(folder) / "plain", [])
            reason = plain if plain.returncode else result
            raise GenerationError(f"openapi-python-client failed:\n{reason.stdout}{reason.stderr}")
    for file in into.rglob("*.py"):
        if not file.read_text(encoding="utf-8").strip():
            file.unlink()
    front = into / "__init__.py"
    banner, _, rest = front.read_text(encoding="utf-8").partition("\n")
    front.write_text(f"{banner}\n#\n{provenance()}{rest}", encoding="utf-8")


def run_generator(document: Path, into: Path, options: list[str]) -> subprocess.CompletedProcess[str]:
    """Run openapi-python-client on a lowered document."""
    command = [sys.executable, "-m", "openapi_python_client", "generate", "--path", str(document)]
    command += ["--config", str(CONFIG), "--meta", "none", "--output-path", str(into), "--fail-on-warning", *options]
    path = os.pathsep.join([str(Path(sys.executable).parent), os.environ.get("PATH", "")])
    environment = {**os.environ, "PATH": path, "TYPER_STANDARD_TRACEBACK": "1"}
    return subprocess.run(  # noqa: S603 - every part of the command is ours
        command, check=False, capture_output=True, text=True, timeout=120, env=environment
    )


def refuse(value: object) -> None:
    """Refuse what YAML knows and JSON does not, such as a date without quotes."""
    raise GenerationError(f"{DOCUMENT.relative_to(ROOT)}: {value} is a {type(value).__name__}; put it in quotes.")


def tree(folder: Path) -> dict[str, str]:
    """The files below `folder`, by their path, but for bytecode. Line ends are kept as they are."""
    files = [file for file in sorted(folder.rglob("*")) if file.is_file() and file.parent.name != "__pycache__"]
    return {file.relative_to(folder).as_posix(): file.read_bytes().decode("utf-8", "replace") for file in files}


def differences(current: dict[str, str], fresh: dict[str, str]) -> Iterator[str]:
    """A unified diff from the tree as it is to the tree as it should be."""
    for name in sorted(current.keys() ^ fresh.keys()):
        yield f"{'missing' if name in fresh else 'extra'} file: {name}\n"
    for name in sorted(current.keys() | fresh.keys()):
        before = current.get(name, "").splitlines(keepends=True)
        after = fresh.get(name, "").splitlines(keepends=True)
        yield from difflib.unified_diff(before, after, f"current/{name}", f"generated/{name}")


def replace(folder: Path, fresh: Path) -> None:
    """Put the tree `fresh`, which lies on the same disk, in the place of `folder`."""
    old = fresh.with_name("replaced")
    if folder.exists():
        folder.rename(old)
    try:
        fresh.rename(folder)
    except BaseException:
        if old.exists():
            old.rename(folder)
        raise


def main() -> int:
    parser = argparse.ArgumentParser(description="Generate the client from openapi/calendars.yaml.")
    parser.add_argument("--check", action="store_true", help="write nothing; fail when the tree is out of date")
    check: bool = parser.parse_args().check
    try:
        with tempfile.TemporaryDirectory(dir=OUTPUT.parent, prefix=".generate-") as folder:
            fresh = Path(folder) / OUTPUT.name
            generate(fresh)
            diff = list(differences(tree(OUTPUT), tree(fresh)))
            if not check:
                replace(OUTPUT, fresh)
    except (GenerationError, OSError, subprocess.TimeoutExpired) as error:
        sys.stderr.write(f"generate: {error}\n")
        return 2
    except KeyboardInterrupt:
        return 130
    if check and diff:
        sys.stdout.writelines(diff)
        sys.stderr.write(f"generate: {OUTPUT.relative_to(ROOT)} is out of date; run `make generate`.\n")
        return 1
    count = len(tree(OUTPUT))
    sys.stdout.write(f"{OUTPUT.relative_to(ROOT)}: {count} files, {'as they should be' if not diff else 'written'}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
