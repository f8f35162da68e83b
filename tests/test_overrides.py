"""What is said by hand of generated things, in the document or in the package, is refused when it no longer applies."""

from __future__ import annotations

import copy
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import handwritten
import hints
import pytest
import upstream
from openapi_document import DOCUMENT

import highlevel_calendars

Document = dict[str, Any]
PACKAGE = Path(highlevel_calendars.__file__).parent
TEMPLATES = Path(__file__).resolve().parent.parent / "openapi" / "templates"


def test_the_document_has_no_hint_in_vain() -> None:
    """Every `x-sdk-*` key of the document does something."""
    assert list(hints.obstacles(DOCUMENT)) == []


def test_the_package_names_only_what_is_generated() -> None:
    """Every generated name that stands in hand-written code is there."""
    assert list(handwritten.obstacles(DOCUMENT, PACKAGE, PACKAGE / "_generated")) == []


def test_the_templates_replace_the_recorded_ones() -> None:
    """The installed generator has the templates that ours were written against."""
    assert list(upstream.obstacles(TEMPLATES, "0.29.1")) == []


def at_operation(path: str, method: str, **values: object) -> Callable[[Document], None]:
    """Puts keys with underscores for hyphens at an operation."""

    def spoil(document: Document) -> None:
        document["paths"][path][method] |= {key.replace("_", "-"): value for key, value in values.items()}

    return spoil


def at_field(schema: str, field: str, **values: object) -> Callable[[Document], None]:
    """Puts keys at a field."""

    def spoil(document: Document) -> None:
        node = document["components"]["schemas"][schema]["properties"][field]
        node |= {key.replace("_", "-"): value for key, value in values.items()}

    return spoil


def without_field(schema: str, field: str) -> Callable[[Document], None]:
    def spoil(document: Document) -> None:
        del document["components"]["schemas"][schema]["properties"][field]

    return spoil


def with_field(schema: str, field: str, node: Document) -> Callable[[Document], None]:
    def spoil(document: Document) -> None:
        document["components"]["schemas"][schema]["properties"][field] = node

    return spoil


def with_another_envelope(document: Document) -> None:
    schemas = document["components"]["schemas"]
    schemas["GroupEnvelope"]["properties"] = {"data": schemas["GroupEnvelope"]["properties"]["group"]}


def with_a_body_of_one(document: Document) -> None:
    content = document["paths"]["/calendars/{calendarId}/notifications"]["post"]["requestBody"]["content"]
    schema = content["application/json"]["schema"]
    schema["$ref"] = schema.pop("items")["$ref"]
    del schema["type"]


UPDATE = ("/calendars/events/appointments/{eventId}", "put")
KEEP = {"argument": "keep_status", "field": "appointment_status", "read": "get", "rule": "status-choice"}
HINTS: dict[str, tuple[Callable[[Document], None], str]] = {
    "a method that does not read": (
        at_operation(*UPDATE, x_sdk_keep={**KEEP, "read": "look"}),
        "x-sdk-keep of edit-appointment reads with 'look', and its group has no such method; name the one that reads.",
    ),
    "a field that is not read": (
        at_operation(*UPDATE, x_sdk_keep={**KEEP, "field": "status"}),
        "x-sdk-keep of edit-appointment keeps 'status', which the reply of 'get' does not have; name a field of it.",
    ),
    "a field that is not sent": (
        without_field("UpdateAppointment", "appointmentStatus"),
        "x-sdk-keep of edit-appointment keeps 'appointment_status', and its body has no such field; "
        "name one that it sends.",
    ),
    "an argument that is a field": (
        with_field("UpdateAppointment", "keepStatus", {"type": "boolean", "description": "It."}),
        "x-sdk-keep of edit-appointment adds 'keep_status', which is a field of its body now; "
        "call the argument otherwise.",
    ),
    "an envelope of an array": (
        at_operation("/calendars/resources/{resourceType}", "get", x_sdk_unwrap=["resources"]),
        "x-sdk-unwrap of fetch-calendar-resources is of no use: its reply is an array, which has no keys; delete it.",
    ),
    "an envelope of another name": (
        with_another_envelope,
        "The reply of create-calendar-group is wrapped in 'data', which x-sdk-unwrap does not name; put it there.",
    ),
    "a name of a body that is no array": (
        with_a_body_of_one,
        "x-sdk-name of the body of create-event-notification names an array, and the body is none now; delete it.",
    ),
    "the name that a field has anyway": (
        at_field("CreateGroup", "isActive", x_sdk_name="is_active"),
        "x-sdk-name of CreateGroup.isActive is the name that the field has without it; delete it.",
    ),
    "the name of another field": (
        at_field("CreateGroup", "isActive", x_sdk_name="slug"),
        "x-sdk-name of CreateGroup.isActive is 'slug', which another field of CreateGroup is called; "
        "choose another one.",
    ),
    "a name that is none": (
        at_field("CreateGroup", "isActive", x_sdk_name="is active"),
        "x-sdk-name of CreateGroup.isActive is 'is active', which is no Python name; choose one that is.",
    ),
    "an alias of what is sent": (
        at_field("CreateGroup", "isActive", x_sdk_aliases=["active"]),
        "x-sdk-aliases of CreateGroup.isActive is of no use: CreateGroup is sent, and only replies are searched; "
        "delete it.",
    ),
    "an alias that is a field": (
        with_field("Group", "active", {"type": "boolean", "x-sdk-aliases": ["isActive"], "description": "It."}),
        "x-sdk-aliases of Group.active has 'isActive', which is a field of Group itself; delete one of the two.",
    ),
    "a split of no array": (
        without_field("OpenHours", "daysOfTheWeek"),
        "x-sdk-split of CreateCalendar.openHours names 'daysOfTheWeek', and the entries have no such array; "
        "name one of theirs.",
    ),
    "a misspelt key": (
        at_field("CreateGroup", "isActive", x_sdk_alias=["active"]),
        "x-sdk-alias means nothing at components > schemas > CreateGroup > properties > isActive; "
        "keys that do: x-sdk-aliases, x-sdk-name, x-sdk-split. Mend or delete it.",
    ),
    "a key at another place": (
        at_field("CreateGroup", "isActive", x_sdk_unwrap=["active"]),
        "x-sdk-unwrap means nothing at components > schemas > CreateGroup > properties > isActive; "
        "keys that do: x-sdk-aliases, x-sdk-name, x-sdk-split. Mend or delete it.",
    ),
}


@pytest.mark.parametrize(("spoil", "sentence"), HINTS.values(), ids=HINTS)
def test_a_hint_in_vain_is_told(spoil: Callable[[Document], None], sentence: str) -> None:
    """A key of the SDK that matches nothing is named, with what to do about it."""
    document = copy.deepcopy(DOCUMENT)
    spoil(document)
    assert sentence in list(hints.obstacles(document))


def renamed_operation(document: Document) -> None:
    document["paths"]["/calendars/groups"]["post"]["operationId"] = "create-group"


def more_to_look_up(document: Document) -> None:
    document["paths"]["/calendars/schedules"]["post"]["x-sdk-reconcile"] = True


def less_to_look_up(document: Document) -> None:
    del document["paths"]["/calendars/groups"]["post"]["x-sdk-reconcile"]


DOCUMENTS: dict[str, tuple[Callable[[Document], None], str]] = {
    "a row of an operation that is gone": (
        renamed_operation,
        "LOOKUPS has 'create-calendar-group', and calendars.yaml no such operationId; "
        "name the operation as it is called now, or delete the row.",
    ),
    "a mark without a row": (
        more_to_look_up,
        "x-sdk-reconcile stands at createSchedule, and LOOKUPS of src/highlevel_calendars/_lookups.py "
        "has no row for it; add one.",
    ),
    "a row without a mark": (
        less_to_look_up,
        "LOOKUPS of src/highlevel_calendars/_lookups.py has 'create-calendar-group', which lacks "
        "x-sdk-reconcile: true; add it there.",
    ),
}


@pytest.mark.parametrize(("spoil", "sentence"), DOCUMENTS.values(), ids=DOCUMENTS)
def test_a_row_in_vain_is_told(spoil: Callable[[Document], None], sentence: str) -> None:
    """A table by operationId that does not match the document is named by its file, with what to do."""
    document = copy.deepcopy(DOCUMENT)
    spoil(document)
    assert any(found.endswith(sentence) for found in handwritten.obstacles(document, PACKAGE, PACKAGE / "_generated"))


def replaced(file: str, old: str, new: str) -> Callable[[Path], None]:
    """Changes a file of a copy of the package."""

    def spoil(package: Path) -> None:
        text = (package / file).read_text(encoding="utf-8")
        assert old in text
        (package / file).write_text(text.replace(old, new), encoding="utf-8")

    return spoil


PACKAGES: dict[str, tuple[Callable[[Path], None], str]] = {
    "a model": (
        replaced("_generated/models/note.py", "class Note:", "class Remark:"),
        "src/highlevel_calendars/paging.py, line 12, imports 'Note' of _generated.models.note, which calendars.yaml "
        "does not give any more: import what took its place, or delete what needed it.",
    ),
    "a group": (
        lambda package: shutil.rmtree(package / "_generated" / "api" / "notes"),
        "src/highlevel_calendars/paging.py, line 8, imports 'notes' of _generated.api, which calendars.yaml "
        "does not give any more: import what took its place, or delete what needed it.",
    ),
    "a rule": (
        replaced("rules/__init__.py", '"create-calendar":', '"make-calendar":'),
        "RULES has 'make-calendar', and calendars.yaml no such operationId; "
        "name the operation as it is called now, or delete the row.",
    ),
    "a field of a lookup": (
        replaced("_generated/models/resource.py", "    capacity: ", "    places: "),
        "LOOKUPS knows a Resource by 'capacity', which is no field of it any more; name one that is.",
    ),
    "a generated method of a helper's name": (
        replaced("_generated/api/notes/__init__.py", "async def list(", "async def iterate("),
        "Notes.iterate of src/highlevel_calendars/paging.py hides what is generated under that name: "
        "give one of the two another name, in the module or by x-sdk-method.",
    ),
    "a group of the client's own name": (
        replaced("_generated/api/__init__.py", "def groups(self)", "def limits(self)"),
        "CalendarsClient.limits of src/highlevel_calendars/client.py hides what is generated under that name: "
        "give one of the two another name, in the module or by x-sdk-method.",
    ),
}


@pytest.mark.parametrize(("spoil", "sentence"), PACKAGES.values(), ids=PACKAGES)
def test_code_that_no_longer_fits_is_told(tmp_path: Path, spoil: Callable[[Path], None], sentence: str) -> None:
    """Hand-written code that names what is not generated, or hides what is, is named by file and line."""
    package = tmp_path / "src" / "highlevel_calendars"
    shutil.copytree(PACKAGE, package, ignore=shutil.ignore_patterns("__pycache__"))
    spoil(package)
    assert any(found.endswith(sentence) for found in handwritten.obstacles(DOCUMENT, package, package / "_generated"))


def changed_upstream(templates: Path, _: Path) -> None:
    (templates / "model.py.jinja").write_text("another", encoding="utf-8")


def renamed_upstream(templates: Path, _: Path) -> None:
    (templates / "model.py.jinja").rename(templates / "models.py.jinja")


def one_more_of_ours(_: Path, ours: Path) -> None:
    (ours / "README.md.jinja").touch()


def one_less_of_ours(_: Path, ours: Path) -> None:
    (ours / "model.py.jinja").unlink()


TEMPLATE_CHANGES: dict[str, tuple[Callable[[Path, Path], None], str]] = {
    "the generator's is another": (
        changed_upstream,
        "The model.py.jinja of openapi-python-client 0.30.0 is not the one that ours was written against: compare it "
        "with that of the version before, carry over to openapi/templates/model.py.jinja what matters, and put the "
        "line `ae448ac86c4e8e4dec645729708ef41873ae79c6dff84eff73360989487f08e5  model.py.jinja` into "
        "openapi/templates/upstream.sha256.",
    ),
    "the generator's has another name": (
        renamed_upstream,
        "openapi-python-client 0.30.0 has no model.py.jinja, so ours is not used: look what its templates are called "
        "now, rename openapi/templates/model.py.jinja, and mend openapi/templates/upstream.sha256.",
    ),
    "ours is new": (one_more_of_ours, "README.md.jinja replaces a template of openapi-python-client; add the line `"),
    "ours is gone": (
        one_less_of_ours,
        "There is no openapi/templates/model.py.jinja; delete its line from openapi/templates/upstream.sha256.",
    ),
}


@pytest.mark.parametrize(("spoil", "sentence"), TEMPLATE_CHANGES.values(), ids=TEMPLATE_CHANGES)
def test_a_template_that_no_longer_fits_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, spoil: Callable[[Path, Path], None], sentence: str
) -> None:
    """A template of the generator that is not the recorded one is named, with what to do about ours."""
    theirs, ours = tmp_path / "theirs", tmp_path / "ours"
    shutil.copytree(upstream.UPSTREAM, theirs)
    shutil.copytree(TEMPLATES, ours)
    monkeypatch.setattr(upstream, "UPSTREAM", theirs)
    spoil(theirs, ours)
    (found,) = upstream.obstacles(ours, "0.30.0")
    assert found.startswith(sentence)
