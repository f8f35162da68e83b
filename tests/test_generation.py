"""The generator: the tree in the repository is what it writes, anywhere; and what it cannot write it says.

Everything but the first test works on a copy of what generation needs.
"""

from __future__ import annotations

import ast
import hashlib
import os
import re
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
import yaml
from generating import REPO, content, copy_to, package_of, run

GENERATED = package_of(REPO) / "_generated"
BANNER = "# Generated from openapi/calendars.yaml: change that file and run `make generate`, do not edit this one."


@pytest.fixture
def repo(tmp_path: Path) -> Path:
    return copy_to(tmp_path / "a repository")


def test_the_tree_in_the_repository_is_fresh() -> None:
    """The generated code is exactly what the YAML, the templates and the pinned tools give."""
    result = run(REPO, "--check")
    assert (result.returncode, result.stderr) == (0, "")
    assert "as they should be" in result.stdout


def hostile_ruff(repo: Path) -> dict[str, str]:
    """Settings of ruff in every place where it looks for them, and another ruff before it in the path."""
    (repo / "ruff.toml").write_text('line-length = 40\nindent-width = 2\n[format]\nquote-style = "single"\n')
    for folder in (repo / "src", package_of(repo)):
        (folder / ".ruff.toml").write_text('line-length = 60\n[lint]\nselect = ["ALL"]\n')
    (repo.parent / "pyproject.toml").write_text("[tool.ruff]\nline-length = 50\n")
    fake = repo / "bin" / "ruff"
    fake.parent.mkdir()
    fake.write_text("#!/bin/sh\nexit 1\n")
    fake.chmod(0o755)
    return {"PATH": f"{fake.parent}{os.pathsep}{os.environ['PATH']}", "XDG_CONFIG_HOME": str(repo)}


def plain_locale(_: Path) -> dict[str, str]:
    return {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0", "TZ": "Asia/Kathmandu"}


def no_tree(repo: Path) -> dict[str, str]:
    shutil.rmtree(package_of(repo) / "_generated")
    return {"PYTHONHASHSEED": "1"}


def other_tree(repo: Path) -> dict[str, str]:
    """A tree that has nothing to do with the YAML."""
    shutil.rmtree(package_of(repo) / "_generated")
    (package_of(repo) / "_generated" / "models").mkdir(parents=True)
    (package_of(repo) / "_generated" / "models" / "old.py").write_text("import nothing\n")
    return {"PYTHONHASHSEED": "4294967295"}


SURROUNDINGS: dict[str, Callable[[Path], dict[str, str]]] = {
    "no tree and a hash seed": no_tree,
    "another tree and another seed": other_tree,
    "settings of ruff around": hostile_ruff,
    "a locale without UTF-8": plain_locale,
}


@pytest.mark.parametrize("surroundings", SURROUNDINGS.values(), ids=SURROUNDINGS)
def test_the_output_depends_on_its_input_alone(
    repo: Path, tmp_path: Path, surroundings: Callable[[Path], dict[str, str]]
) -> None:
    """Wherever and in whatever surroundings it is generated, the tree is the same bytes, with nothing beside it."""
    environment = surroundings(repo)
    before = sorted(path.name for path in package_of(repo).iterdir() if path.name != "_generated")
    result = run(repo, cwd=tmp_path, **environment)
    assert (result.returncode, result.stderr) == (0, "")
    assert len(result.stdout.splitlines()) == 1
    assert (repo / "tests" / "public_api.txt").read_bytes() == (REPO / "tests" / "public_api.txt").read_bytes()
    assert content(package_of(repo) / "_generated") == content(GENERATED)
    assert sorted(path.name for path in package_of(repo).iterdir()) == sorted([*before, "_generated"])


@pytest.mark.parametrize("name", content(GENERATED))
def test_every_generated_file_says_so(name: str) -> None:
    """Nobody who opens a generated file can overlook that it is one."""
    assert content(GENERATED)[name].decode().splitlines()[0] == BANNER


def digest(*files: Path) -> str:
    return hashlib.sha256(b"".join(f.name.encode() + b"\0" + f.read_bytes() for f in sorted(files))).hexdigest()


def test_the_tree_tells_what_it_was_generated_from() -> None:
    """The head of the tree has the digests of all that went into it, as anyone can recompute them."""
    import openapi_python_client

    templates = sorted((REPO / "openapi" / "templates").glob("*.jinja"))
    stock = Path(openapi_python_client.__file__).parent / "templates"
    requirements = (REPO / "requirements-dev.txt").read_text().split()
    lines = (GENERATED / "__init__.py").read_text().splitlines()
    told = dict(line[2:].split(": ") for line in lines[1:] if line.startswith("# "))
    assert told == {
        "openapi/calendars.yaml": digest(REPO / "openapi" / "calendars.yaml"),
        "generator-config.yml": digest(REPO / "generator-config.yml"),
        "openapi/*.py": digest(*(REPO / "openapi").glob("*.py")),
        "openapi/templates": digest(*templates),
        "replaced upstream templates": digest(*(stock / t.name for t in templates if t.name != "macros.jinja")),
        "openapi-python-client": next(r for r in requirements if r.startswith("openapi-python-client")).split("==")[1],
        "ruff": next(r for r in requirements if r.startswith("ruff")).split("==")[1],
    }


def change(tree: Path) -> str:
    file = tree / "models" / "group.py"
    file.write_text(file.read_text().replace("class Group:", "class Band:"))
    return "-class Band:\n+class Group:\n"


def change_line_ends(tree: Path) -> str:
    file = tree / "models" / "group.py"
    file.write_bytes(file.read_bytes().replace(b"\n", b"\r\n"))
    return "models/group.py"


def miss(tree: Path) -> str:
    (tree / "models" / "group.py").unlink()
    return "+class Group:\n"


def add(tree: Path) -> str:
    (tree / "models" / "stale.py").write_text("STALE = True\n")
    return "-STALE = True\n"


def add_empty(tree: Path) -> str:
    (tree / "models" / "stale.py").touch()
    return "models/stale.py"


def add_data(tree: Path) -> str:
    (tree / "notes.txt").write_text("A note.\n")
    return "-A note.\n"


@pytest.mark.parametrize(
    "spoil", [change, change_line_ends, miss, add, add_empty, add_data], ids=lambda spoil: spoil.__name__
)
def test_a_tree_that_was_edited_is_shown(repo: Path, spoil: Callable[[Path], str]) -> None:
    """--check fails with a diff when a file is changed, missing or too many, and leaves the tree as it is."""
    expected = spoil(package_of(repo) / "_generated")
    before = content(repo)
    result = run(repo, "--check")
    assert result.returncode == 1
    assert expected in result.stdout
    assert "is out of date; run `make generate` and commit." in result.stderr
    assert content(repo) == before


@pytest.mark.parametrize("input_file", ["generator-config.yml", "openapi/lower.py", "openapi/templates/types.py.jinja"])
def test_a_tree_older_than_its_input_is_shown(repo: Path, input_file: str) -> None:
    """--check fails when anything that goes into the tree was changed, even if the code stays the same."""
    with (repo / input_file).open("a") as file:
        file.write("{# #}\n" if input_file.endswith(".jinja") else "# a comment\n")
    result = run(repo, "--check")
    assert result.returncode == 1
    assert "+++ generated/__init__.py" in result.stdout


def replaced(old: str, new: str) -> Callable[[bytes], bytes]:
    def spoil(document: bytes) -> bytes:
        assert old.encode() in document
        return document.replace(old.encode(), new.encode(), 1)

    return spoil


BAD: dict[str, tuple[Callable[[bytes], bytes], str]] = {
    "no YAML": (lambda document: document + b"\n  : [", "cannot be read"),
    "no UTF-8": (lambda document: document + b"# \xff\n", "cannot be read"),
    "no object": (lambda _: b"- a\n", "holds no OpenAPI document"),
    "nothing": (lambda _: b"", "holds no OpenAPI document"),
    "a date": (replaced("version: '2021-04-15'", "version: 2021-04-15"), "2021-04-15"),
    "an alias of itself": (
        replaced("    GroupEnvelope:\n", "    GroupEnvelope: &loop\n      x-loop: *loop\n"),
        "calendars.yaml",
    ),
    "no method": (replaced("x-sdk-method: create\n", "x-method: create\n"), "x-sdk-method"),
    "a schema that the generator refuses": (replaced("enum: [skip, continue, book_next]", "enum: [skip, 1]"), "enum"),
    "a schema elsewhere": (
        replaced("$ref: '#/components/schemas/Hours'}", "$ref: 'https://example.com/x.yaml#/Hours'}"),
        "example.com",
    ),
    "a type that is none": (replaced("slug: {type: string,", "slug: {type: strin,"), "strin"),
}


@pytest.mark.parametrize(("spoil", "said"), BAD.values(), ids=BAD)
def test_a_document_that_cannot_be_generated_is_told(repo: Path, spoil: Callable[[bytes], bytes], said: str) -> None:
    """A bad document ends in status 2 and one message, not in a traceback, and the tree stays as it was."""
    document = repo / "openapi" / "calendars.yaml"
    document.write_bytes(spoil(document.read_bytes()))
    before = content(repo)
    result = run(repo)
    assert result.returncode == 2
    assert result.stderr.startswith("generate: ")
    assert said in result.stderr
    assert "Traceback" not in result.stderr + result.stdout
    assert content(repo) == before
    assert [path.name for path in package_of(repo).iterdir() if path.name.startswith(".")] == []


@pytest.mark.parametrize(("package", "wheel"), [("ruff", "ruff"), ("openapi-python-client", "openapi_python_client")])
def test_another_version_of_a_tool_is_refused(repo: Path, tmp_path: Path, package: str, wheel: str) -> None:
    """Only the pinned versions write the pinned bytes; any other is named, with the command that helps."""
    metadata = tmp_path / "site" / f"{wheel}-0.0.1.dist-info" / "METADATA"
    metadata.parent.mkdir(parents=True)
    metadata.write_text(f"Metadata-Version: 2.1\nName: {package}\nVersion: 0.0.1\n")
    result = run(repo, PYTHONPATH=str(tmp_path / "site"))
    assert result.returncode == 2
    assert result.stderr.startswith(f"generate: {package} 0.0.1 is installed, the output is pinned to ")
    assert "pip install -r requirements-dev.txt" in result.stderr
    assert content(package_of(repo) / "_generated") == content(GENERATED)


def test_a_missing_document_is_told(repo: Path) -> None:
    """Without the YAML there is status 2 and a message that names it."""
    (repo / "openapi" / "calendars.yaml").unlink()
    result = run(repo, "--check")
    assert (result.returncode, result.stdout) == (2, "")
    assert "openapi/calendars.yaml cannot be read" in result.stderr


def referred_modules(file: Path) -> Iterator[str]:
    """The modules, as dotted paths below the generated package, that a module imports or lists as lazy."""
    package = file.parent.relative_to(GENERATED).parts
    for node in ast.walk(ast.parse(file.read_text())):
        if isinstance(node, ast.ImportFrom) and 0 < node.level <= len(package) + 1:
            yield ".".join((*package[: len(package) + 1 - node.level], *(node.module or "").split(".")))
        elif isinstance(node, ast.Assign) and ast.unparse(node.targets[0]) == "_MODULES":
            lazy: dict[str, str] = ast.literal_eval(node.value)
            yield from (".".join((*package, module)) for module in lazy.values())


def test_no_module_is_dead() -> None:
    """Each generated module is imported, or listed for lazy import, by another one."""
    files = [file for file in GENERATED.rglob("*.py") if file != GENERATED / "__init__.py"]
    modules = {file.relative_to(GENERATED).with_suffix("").as_posix().replace("/", ".") for file in files}
    modules = {module.removesuffix(".__init__") for module in modules}
    assert modules - {name for file in files for name in referred_modules(file)} == {"api", "models"}


def test_there_are_only_async_operations() -> None:
    """There is one way to call an operation: no blocking twin, and no twin that returns something else."""
    for file in (GENERATED / "api").rglob("*.py"):
        for node in ast.parse(file.read_text()).body:
            if isinstance(node, ast.ClassDef) and node.name != "AllGroups":
                plain = [item.name for item in node.body if isinstance(item, ast.FunctionDef)]
                assert plain == ["__init__"]
            assert not isinstance(node, ast.FunctionDef) or node.name == "__getattr__"


def test_the_document_and_the_tree_have_the_same_operations() -> None:
    """Each operation of the YAML has its module in the package of its group, and there is no other."""
    paths = yaml.safe_load((REPO / "openapi" / "calendars.yaml").read_text(encoding="utf-8"))["paths"]
    operations = [operation for item in paths.values() for key, operation in item.items() if not key.startswith("x-")]
    names = [re.sub("([A-Z])", r"_\1", operation["operationId"]).replace("-", "_").lower() for operation in operations]
    files = [file for file in (GENERATED / "api").glob("*/*.py") if file.stem != "__init__"]
    expected = {f"{operation['tags'][0]}/{name}" for operation, name in zip(operations, names, strict=True)}
    assert {f"{file.parent.name}/{file.stem}" for file in files} == expected
    assert len(expected) == len(operations)


def test_the_help_of_the_command_says_what_check_does() -> None:
    """The command explains itself."""
    result = run(REPO, "--help")
    assert result.returncode == 0
    assert "--check" in result.stdout
