"""What the package shows, what it imports, and what it must not depend on."""

from __future__ import annotations

import ast
import importlib
import inspect
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import pytest
from public_names import GROUPS, MODELS, NAMES, OPERATIONS, TYPES

import highlevel_calendars
import highlevel_sandbox
from highlevel_calendars import _generated, api, errors, models, types

SDK = Path(highlevel_calendars.__file__).parent
SANDBOX = Path(highlevel_sandbox.__file__).parent
GENERATED = SDK / "_generated"
HAND_WRITTEN = sorted(file for file in SDK.rglob("*.py") if GENERATED not in file.parents)
SOURCES = sorted(SDK.rglob("*.py"))


def relative(file: Path) -> str:
    return file.relative_to(SDK.parent).as_posix()


def modules_after(statement: str) -> set[str]:
    """The top-level modules that a fresh interpreter has after it has run the statement."""
    command = f"import sys\n{statement}\nprint(*{{name.partition('.')[0] for name in sys.modules}})"
    result = subprocess.run([sys.executable, "-c", command], check=True, capture_output=True, text=True, timeout=30)
    return set(result.stdout.split())


def test_the_public_names_are_these() -> None:
    """The package shows exactly the names that the list here has."""
    assert sorted(highlevel_calendars.__all__) == sorted(NAMES)


@pytest.mark.parametrize("name", NAMES)
def test_every_public_name_is_there(name: str) -> None:
    """Each public name is an attribute of the package."""
    assert getattr(highlevel_calendars, name) is not None


@pytest.mark.parametrize("module", ["highlevel_calendars", "highlevel_calendars.api", "highlevel_calendars.models"])
def test_dir_lists_the_public_names_before_they_are_used(module: str) -> None:
    """A console completes the names that have not been imported yet."""
    command = f"import {module} as m; print(*(name for name in m.__all__ if name not in dir(m)))"
    result = subprocess.run([sys.executable, "-c", command], check=True, capture_output=True, text=True, timeout=30)
    assert result.stdout.split() == []


@pytest.mark.parametrize("module", [highlevel_calendars, api, models], ids=lambda module: module.__name__)
def test_an_unknown_name_is_an_attribute_error(module: ModuleType) -> None:
    """What a lazy module does not have is refused as any module does it."""
    with pytest.raises(AttributeError, match="has no attribute 'nothing'"):
        _ = module.nothing


@pytest.mark.parametrize(
    ("door", "names"),
    [(api, OPERATIONS + GROUPS), (models, MODELS), (types, TYPES)],
    ids=["api", "models", "types"],
)
def test_a_public_door_lists_the_generated_names(door: ModuleType, names: list[str]) -> None:
    """The doors to the generated code list its public names, all of which are there, and no others."""
    behind = importlib.import_module(f"{_generated.__name__}.{door.__name__.rpartition('.')[2]}")
    assert sorted(door.__all__) == sorted(behind.__all__) == sorted(names)
    assert [name for name in names if getattr(door, name) is not getattr(behind, name)] == []


def test_the_version_is_a_literal() -> None:
    """The version stands in the source, so that a copy under another name keeps it."""
    assert (SDK / "_version.py").read_text(encoding="utf-8") == f'__version__ = "{highlevel_calendars.__version__}"\n'


@pytest.mark.parametrize(
    ("statement", "absent"),
    [
        ("import highlevel_calendars", {"httpx", "attrs", "attr", "dateutil", "asyncio", "json"}),
        ("from highlevel_calendars import errors, Violation, UNSET, Options", {"httpx", "attrs", "attr", "dateutil"}),
        (
            "from highlevel_calendars import CalendarsClient",
            {"attrs", "attr", "dateutil", "yaml", "starlette", "uvicorn", "jsonschema", "highlevel_sandbox"},
        ),
        (
            "from highlevel_calendars.models import CreateAppointment",
            {"httpx", "dateutil", "yaml", "starlette", "uvicorn", "jsonschema", "highlevel_sandbox"},
        ),
    ],
    ids=["package", "small names", "client", "model"],
)
def test_an_import_brings_no_more_than_it_needs(statement: str, absent: set[str]) -> None:
    """Modules are imported when they are used: the package is quick to import, and needs no extra."""
    assert modules_after(statement) & absent == set()


def imports(file: Path) -> Iterator[tuple[int, str]]:
    """The level and the top-level name of each import of a file, wherever in it."""
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from ((0, alias.name.partition(".")[0]) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield node.level, (node.module or "").partition(".")[0]


def absolute_imports(file: Path) -> set[str]:
    return {name for level, name in imports(file) if level == 0}


def test_the_sdk_depends_on_three_packages() -> None:
    """Beside the standard library the SDK imports only what the distribution asks for, and itself only relatively."""
    found = {name for file in SOURCES if file.name != "redis.py" for name in absolute_imports(file)}
    assert found - sys.stdlib_module_names == {"attrs", "dateutil", "httpx"}


def test_redis_stays_in_the_modules_of_its_name() -> None:
    """The extra is imported where it is asked for, and nowhere else."""
    found = {relative(file) for file in SOURCES if "redis" in absolute_imports(file)}
    assert {file.rpartition("/")[2] for file in found} == {"redis.py"}


def test_httpx_stays_in_three_modules() -> None:
    """Another HTTP library would have to be put into the client, the transport and its pools only."""
    assert {relative(file) for file in SOURCES if "httpx" in absolute_imports(file)} == {
        "highlevel_calendars/client.py",
        "highlevel_calendars/_pools.py",
        "highlevel_calendars/_transport.py",
    }


def test_the_generated_code_does_no_io() -> None:
    """Generated modules import the SDK's own parts, attrs, and nothing that reads, writes or waits."""
    found = {name for file in GENERATED.rglob("*.py") for name in absolute_imports(file)}
    assert found <= {"__future__", "attrs", "builtins", "collections", "datetime", "functools", "importlib", "typing"}


def test_the_sandbox_knows_nothing_of_the_sdk() -> None:
    """The sandbox is an independent reading of the same contract."""
    assert [file.name for file in SANDBOX.rglob("*.py") if "highlevel_calendars" in absolute_imports(file)] == []


@pytest.mark.parametrize("file", SOURCES, ids=relative)
def test_no_module_does_what_a_vendored_library_must_not(file: Path) -> None:
    """No module prints, asks for the metadata of a distribution, or keeps state for the process or the task."""
    tree = ast.parse(file.read_text(encoding="utf-8"))
    names = {node.id for node in ast.walk(tree) if isinstance(node, ast.Name)}
    attributes = {node.attr for node in ast.walk(tree) if isinstance(node, ast.Attribute)}
    named = {
        alias.name for node in ast.walk(tree) if isinstance(node, ast.ImportFrom | ast.Import) for alias in node.names
    }
    assert names & {"print", "breakpoint", "exec", "eval", "globals", "__import__"} == set()
    assert {"metadata", "importlib.metadata", "contextvars", "ContextVar", "atexit"} & (named | attributes) == set()
    assert [node.lineno for node in ast.walk(tree) if isinstance(node, ast.Global)] == []


@pytest.mark.parametrize("file", HAND_WRITTEN, ids=relative)
def test_a_hand_written_module_is_short(file: Path) -> None:
    """Whoever opens a module can read it: none has more than 400 lines."""
    assert len(file.read_text(encoding="utf-8").splitlines()) <= 400


VENDORED = """
import asyncio, sys, httpx
from their.vendor.calendars_sdk import CalendarsClient, errors, models

async def main():
    transport = httpx.MockTransport(lambda request: httpx.Response(201, json={"id": "made"}))
    async with httpx.AsyncClient(transport=transport) as http:
        client = CalendarsClient("t", location_id="l", http_client=http)
        print((await client.resources.create("rooms", name="n", description="d", calendar_ids=[])).id)
        try:
            await client.resources.create("halls", name="n", description="d", calendar_ids=[])
        except errors.ValidationError as error:
            print(type(error).__module__)

asyncio.run(main())
print("highlevel_calendars" in sys.modules)
"""


def test_the_package_works_under_another_name(tmp_path: Path) -> None:
    """A copy inside another project, under another name, needs nothing of the original."""
    home = tmp_path / "their" / "vendor"
    shutil.copytree(SDK, home / "calendars_sdk", ignore=shutil.ignore_patterns("__pycache__"))
    command = [sys.executable, "-W", "error", "-c", VENDORED]
    result = subprocess.run(command, check=False, cwd=tmp_path, capture_output=True, text=True, timeout=30)
    assert (result.stderr, result.stdout.split()) == ("", ["made", "their.vendor.calendars_sdk.errors", "False"])


def test_the_package_has_no_data() -> None:
    """Beside Python the SDK holds only the marker that it is typed."""
    others = [file for file in SDK.rglob("*") if file.is_file() and file.suffix not in {".py", ".pyc"}]
    assert [file.name for file in others] == ["py.typed"]
    assert others[0].read_bytes() == b""


PUBLIC = [
    SDK / f"{name}.py"
    for name in (
        *("__init__", "api", "attempts", "auth/__init__", "client", "errors", "limits/__init__", "models", "types"),
        *("agenda", "booking", "paging", "slots", "limits/local", "limits/redis", "limits/state"),
        *(f"auth/{name}" for name in ("memory", "oauth", "protocol", "redis", "secret", "sqlite", "static", "tokens")),
    )
]


@pytest.mark.parametrize("file", [*PUBLIC, *sorted(GENERATED.rglob("*.py"))], ids=relative)
def test_every_public_module_is_documented(file: Path) -> None:
    """Public classes have docstrings; so have the modules that are not one class or function."""
    tree = ast.parse(file.read_text(encoding="utf-8"))
    classes = [node for node in tree.body if isinstance(node, ast.ClassDef) and not node.name.startswith("_")]
    assert [node.name for node in classes if not ast.get_docstring(node)] == []
    if file in PUBLIC or (file.name == "__init__.py" and not classes):
        assert ast.get_docstring(tree)


def attribute_of(group: str) -> str:
    """The attribute of the client that a group is."""
    return re.sub(r"\B([A-Z])", r"_\1", group).lower()


def public_callables() -> Iterator[tuple[str, object]]:
    """Each function and method that a user may call, by its name."""
    client = highlevel_calendars.CalendarsClient
    groups = (type(getattr(client("t"), attribute_of(name))) for name in GROUPS)
    for owner in (client, highlevel_calendars.Auth, *groups):
        for name, _ in inspect.getmembers(owner, inspect.isfunction):
            if not name.startswith("_"):
                yield f"{owner.__name__}.{name}", getattr(owner, name)
    yield from ((f"api.{name}", getattr(api, name)) for name in OPERATIONS)
    for name in MODELS:
        model = getattr(models, name)
        for method in ("to_dict", "from_dict"):
            if hasattr(model, method):
                yield f"{name}.{method}", getattr(model, method)


@pytest.mark.parametrize("function", [pytest.param(function, id=name) for name, function in public_callables()])
def test_every_public_function_is_documented(function: object) -> None:
    """Help opens with a sentence about each function and method, its own or that of the interface it implements."""
    assert (inspect.getdoc(function) or "").partition("\n\n")[0].endswith(".")


def test_every_error_is_public_and_in_the_tree_at_the_top() -> None:
    """The tree that errors.py opens with names each class once, and none that is not there."""
    drawn = [
        line.strip("│├└─ ").split()[0]
        for line in (errors.__doc__ or "").splitlines()
        if "Error" in line or "──" in line
    ]
    defined = [name for name, item in vars(errors).items() if inspect.isclass(item) and issubclass(item, Exception)]
    assert sorted(drawn) == sorted(defined)


@pytest.mark.parametrize("name", GROUPS)
def test_the_client_has_an_attribute_for_each_group(name: str) -> None:
    """Each generated group is an attribute of the client, in snake case, and knows the client it calls with."""
    assert isinstance(getattr(highlevel_calendars.CalendarsClient("t"), attribute_of(name)), getattr(api, name))
