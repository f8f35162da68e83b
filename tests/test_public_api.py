"""`public_api.txt` is what callers see: it is as the sources have it, and they are as Python has them."""

from __future__ import annotations

import importlib
import inspect
from pathlib import Path
from typing import Any

import attrs
import pytest
from surface.facts import Fact
from surface.report import released, report
from surface.snapshot import UnreadableSnapshot, read, surface, write
from surface.verdict import changes

import highlevel_calendars
from highlevel_calendars import CalendarsClient

PACKAGE = Path(highlevel_calendars.__file__).parent
FILE = Path(__file__).parent / "public_api.txt"
FACTS = read(FILE.read_text(encoding="utf-8"), FILE.name)
CLIENT = CalendarsClient("t")  # to look at, not to call


def test_the_snapshot_is_fresh() -> None:
    """A change that callers see stands in the snapshot, with what it means for the version."""
    found = surface(PACKAGE)
    news = report(changes(FACTS, found), released(PACKAGE))
    assert not news, f"{news}tests/public_api.txt is out of date; run `make generate` and commit."
    assert FILE.read_text(encoding="utf-8") == write(found.values())


def test_a_snapshot_is_read_as_it_was_written() -> None:
    """Nothing is lost on the way to the file and back."""
    assert read(write(FACTS.values()), "it") == FACTS


def test_the_lines_are_sorted() -> None:
    """A new fact makes one new line, in one place."""
    assert list(FACTS.values()) == sorted(FACTS.values())


def test_what_is_no_snapshot_is_told() -> None:
    """A file with marks of a merge is refused by its line, with what to do."""
    with pytest.raises(UnreadableSnapshot, match=r"it, line 2: '<<<<<<< HEAD' is no fact; run `make generate`"):
        read("api  module\n<<<<<<< HEAD\n", "it")


def thing(name: str) -> Any:
    """What a caller has under a name of the snapshot."""
    value: Any = CLIENT if name.startswith("CalendarsClient.") else highlevel_calendars
    parts = name.removeprefix("CalendarsClient.").split(".")
    if name.startswith("_") or parts[0] not in dir(value):
        value = importlib.import_module(f"highlevel_calendars.{'.'.join(parts[:-1])}")
        parts = parts[-1:]
    for part in parts:
        value = getattr(value, part)
    return value


def kinds_of(function: object) -> dict[str, str]:
    """The parameters of a function or method with their kinds, in the words of the snapshot."""
    words: dict[str, str] = {}
    for number, item in enumerate(inspect.signature(function).parameters.values(), 1):  # type: ignore[arg-type]
        demand = "required" if item.default is inspect.Parameter.empty else "optional"
        words[item.name] = {
            inspect.Parameter.KEYWORD_ONLY: f"{demand} keyword",
            inspect.Parameter.VAR_POSITIONAL: "any arguments",
            inspect.Parameter.VAR_KEYWORD: "any keywords",
        }.get(item.kind, f"{demand} positional {number}")
    return words


FUNCTIONS = [
    fact
    for fact in FACTS.values()
    if fact.kind.endswith(("function", "method"))
    and fact.name.startswith(("CalendarsClient.", "api."))
    and "__" not in fact.name
]


@pytest.mark.parametrize("fact", FUNCTIONS, ids=lambda fact: fact.name)
def test_a_signature_is_the_one_that_python_has(fact: Fact) -> None:
    """Reading the sources gives the parameters that a call meets, and tells what is awaited."""
    function = thing(fact.name)
    known = {name: item.kind for name, item in FACTS.items() if name.startswith(f"{fact.name}(")}
    assert known == {f"{fact.name}({name})": kind for name, kind in kinds_of(function).items()}
    assert inspect.iscoroutinefunction(function) is fact.kind.startswith("async ")


MODELS = [fact.name for fact in FACTS.values() if fact.kind == "class" and fact.name.startswith("models.")]


@pytest.mark.parametrize("name", MODELS)
def test_the_fields_of_a_model_are_those_that_python_has(name: str) -> None:
    """Reading the sources gives the fields, which of them may be left out, and their types."""
    found = {
        f"{name}.{field.name}": ("required" if field.default is attrs.NOTHING else "optional", str(field.type))
        for field in attrs.fields(thing(name))
    }
    fields = {key: item for key, item in FACTS.items() if key.startswith(f"{name}.") and item.kind.endswith("field")}
    assert found == {key: (item.kind.split()[0], item.type.partition(" = ")[0]) for key, item in fields.items()}


@pytest.mark.parametrize("name", [fact.name for fact in FACTS.values() if fact.kind == "values"])
def test_the_values_of_an_alias_are_those_that_python_has(name: str) -> None:
    """Reading the sources gives the values of a `Literal`."""
    known = {key for key, item in FACTS.items() if item.kind == "value" and key.rpartition(" ")[0] == name}
    assert known == {f"{name} {value!r}" for value in thing(name).__args__}


def test_every_public_name_is_in_the_snapshot() -> None:
    """Nothing that a public module lists is missing."""
    doors = ("", "api", "auth", "errors", "limits", "models", "types")
    for door in doors:
        module = importlib.import_module(f"highlevel_calendars.{door}".rstrip("."))
        names = [name for name in getattr(module, "__all__", ()) if name != "__version__"]
        assert [name for name in names if f"{door}.{name}".lstrip(".") not in FACTS] == []


def test_an_error_has_its_base_and_its_attributes() -> None:
    """What can be caught, and what can be asked of it, are facts."""
    assert FACTS["errors.SlotTakenError"] == Fact("errors.SlotTakenError", "class", "BadRequestError")
    assert FACTS["errors.HighLevelError.status"] == Fact("errors.HighLevelError.status", "attribute", "int | None")


def test_what_only_annotations_lead_to_is_there() -> None:
    """A type that callers are given or pass is a fact, even if its module is private."""
    assert FACTS["_operation.QueryParameter"].kind == "class"
    assert FACTS["_operation.Body"].kind == "protocol"
