"""Generate `src/highlevel_calendars/_generated` from `openapi/calendars.yaml`.

    python openapi/generate.py            write the tree, and tell what changed for callers
    python openapi/generate.py --check    fail with a diff when the tree is not what would be written

The document is lowered first, see `lower`; then openapi-python-client runs with the templates beside this file. What
callers see of the whole package stands in `tests/public_api.txt`, see `surface`.
Exit status: 0 done, 1 the tree or that file is out of date, 2 the tree could not be generated.
"""

import argparse
import difflib
import hashlib
import json
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Iterator
from importlib.metadata import version
from pathlib import Path

import handwritten
import hints
import upstream
import yaml
from lower import GenerationError, Json, child, children, is_json, lower
from surface.report import released, report
from surface.snapshot import UnreadableSnapshot, read, surface, write
from surface.verdict import Facts, changes

ROOT = Path(__file__).resolve().parent.parent
DOCUMENT = ROOT / "openapi" / "calendars.yaml"
TEMPLATES = ROOT / "openapi" / "templates"
CONFIG = ROOT / "generator-config.yml"
PACKAGE = ROOT / "src" / "highlevel_calendars"
OUTPUT = PACKAGE / "_generated"
SNAPSHOT = ROOT / "tests" / "public_api.txt"
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
    rows = {
        DOCUMENT.relative_to(ROOT).as_posix(): digest(DOCUMENT),
        CONFIG.relative_to(ROOT).as_posix(): digest(CONFIG),
        "openapi/*.py": digest(*TEMPLATES.parent.glob("*.py")),
        TEMPLATES.relative_to(ROOT).as_posix(): digest(*TEMPLATES.glob("*.jinja")),
        "replaced upstream templates": digest(*upstream.replaced(TEMPLATES)),
        "openapi-python-client": GENERATOR,
        "ruff": RUFF,
    }
    return "".join(f"# {name}: {value}\n" for name, value in rows.items())


def check_tools() -> None:
    """Refuse other versions of the tools, and other templates: the same input must give the same bytes."""
    for package, pinned in (("openapi-python-client", GENERATOR), ("ruff", RUFF)):
        found = version(package)
        if found != pinned:
            raise GenerationError(
                f"{package} {found} is installed, the output is pinned to {pinned}. "
                f"Install it with `pip install -r requirements-dev.txt`."
            )
    refuse_all(upstream.obstacles(TEMPLATES, GENERATOR))


def refuse_all(obstacles: Iterable[str]) -> None:
    """Refuse what no longer applies, all of it at once."""
    sentences = list(dict.fromkeys(obstacles))
    if sentences:
        raise GenerationError("\n".join(sentences))


def read_document() -> Json:
    """The document."""
    name = DOCUMENT.relative_to(ROOT)
    try:
        document: object = yaml.safe_load(DOCUMENT.read_text(encoding="utf-8"))
        json.dumps(document, default=refuse)
    except (OSError, yaml.YAMLError, TypeError, ValueError) as error:
        raise GenerationError(f"{name} cannot be read: {error}") from error
    if not is_json(document):
        raise GenerationError(f"{name} holds no OpenAPI document.")
    return document


def stale_overrides(lowered: Json) -> Iterator[str]:
    """What the settings of the generator name and the document has not, a sentence each."""
    config: object = yaml.safe_load(CONFIG.read_text(encoding="utf-8"))
    schemas = children(child(lowered, "components"), "schemas")
    overrides = children(config, "class_overrides") if is_json(config) else {}
    for name in sorted(overrides.keys() - schemas.keys()):
        yield f"{CONFIG.name}: class_overrides names {name!r}, and there is no such schema; mend or delete it."


def generate(into: Path) -> None:
    """Write the tree into the folder `into`, which must not exist."""
    check_tools()
    document = read_document()
    document_lowered = lower(document)
    stale_hints = [f"calendars.yaml: {sentence}" for sentence in hints.obstacles(document)]
    refuse_all([*stale_hints, *stale_overrides(document_lowered)])
    with tempfile.TemporaryDirectory() as folder:
        lowered = Path(folder) / "lowered.json"
        lowered.write_text(json.dumps(document_lowered), encoding="utf-8")
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
    refuse_all(handwritten.obstacles(document, PACKAGE, into))


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


def told(new: Facts) -> str:
    """What changed for callers since the snapshot was written, empty where it is as it should be."""
    name = SNAPSHOT.relative_to(ROOT)
    try:
        text = SNAPSHOT.read_text(encoding="utf-8")
        old = read(text, name.as_posix())
    except (OSError, UnicodeDecodeError, UnreadableSnapshot):
        return f"{name} is missing or no snapshot, so what changed for callers is not known.\n"
    other_form = "" if text == write(new.values()) else f"{name} has the same facts in another form.\n"
    return report(changes(old, new), released(PACKAGE)) or other_form


def check(diff: list[str], news: str) -> int:
    """Show what is out of date."""
    sys.stdout.writelines([*diff, news])
    stale = [str(path.relative_to(ROOT)) for path, found in ((OUTPUT, diff), (SNAPSHOT, news)) if found]
    if stale:
        verb = "are" if len(stale) > 1 else "is"
        sys.stderr.write(f"generate: {' and '.join(stale)} {verb} out of date; run `make generate` and commit.\n")
    else:
        sys.stdout.write(summary("as they should be"))
    return int(bool(stale))


def summary(state: str) -> str:
    return f"{OUTPUT.relative_to(ROOT)}: {len(tree(OUTPUT))} files, {state}\n"


def main() -> int:
    parser = argparse.ArgumentParser(description="Generate the client from openapi/calendars.yaml.")
    parser.add_argument("--check", action="store_true", help="write nothing; fail when the tree is out of date")
    checks: bool = parser.parse_args().check
    try:
        for left in OUTPUT.parent.glob(".generate-*"):  # by a run that was interrupted while it tidied up
            shutil.rmtree(left, ignore_errors=True)
        with tempfile.TemporaryDirectory(dir=OUTPUT.parent, prefix=".generate-") as folder:
            fresh = Path(folder) / OUTPUT.name
            generate(fresh)
            diff = list(differences(tree(OUTPUT), tree(fresh)))
            new = surface(PACKAGE, fresh)
            news = told(new)
            if checks:
                return check(diff, news)
            replace(OUTPUT, fresh)
        if news:
            SNAPSHOT.parent.mkdir(exist_ok=True)
            SNAPSHOT.write_text(write(new.values()), encoding="utf-8", newline="\n")
    except (GenerationError, OSError, SyntaxError, subprocess.TimeoutExpired) as error:
        sys.stderr.write(f"generate: {error}\n")
        return 2
    except KeyboardInterrupt:
        return 130
    sys.stdout.write(summary("written" if diff else "as they should be") + news)
    return 0


if __name__ == "__main__":
    sys.exit(main())
