"""The sandbox and the contract: what it is seeded with and what it answers are what the contract describes."""

import re
import subprocess
import sys
from pathlib import Path

import httpx
import pytest
from jsonschema import Draft202012Validator

from highlevel_sandbox import NOT_IMITATED, Sandbox, SandboxError, operations, seed
from highlevel_sandbox import contract as contract_module

from .api import DOCUMENT, OPERATIONS, REGISTRY
from .bodies import (
    APPOINTMENTS,
    BLOCK_SLOTS,
    CALENDARS,
    GROUPS,
    ROOMS,
    USERS,
    Body,
    appointment,
    block,
    calendar,
    group,
    resource,
)


@pytest.mark.asyncio
@pytest.mark.parametrize(
    ("path", "body", "status", "schema"),
    [
        (APPOINTMENTS, appointment(), 200, "Appointment"),
        (BLOCK_SLOTS, block(assignedUserId=USERS["ada"]), 201, "BlockSlot"),
        ("/calendars/", calendar(teamMembers=[{"userId": USERS["ada"]}]), 200, "CalendarEnvelope"),
        (GROUPS, group(), 201, "GroupEnvelope"),
        (ROOMS, resource(), 201, "Resource"),
        (APPOINTMENTS, appointment(contactId="x"), 400, "BadRequestError"),
        (GROUPS, group(locationId="x"), 403, "Error"),
        (GROUPS, {}, 422, "Error"),
    ],
)
async def test_replies_are_what_the_contract_describes(
    client: httpx.AsyncClient, path: str, body: Body, status: int, schema: str
) -> None:
    """Each kind of answer is valid against its schema."""
    reply = await client.post(path, json=body)
    rules = Draft202012Validator({"$ref": f"urn:test#/components/schemas/{schema}"}, registry=REGISTRY)
    assert reply.status_code == status
    assert list(rules.iter_errors(reply.json())) == []


def test_the_seeded_calendars_could_have_been_created() -> None:
    """There is one calendar of each type of the contract, and an inactive one, and each is a valid request."""
    create = contract_module.contract().operations["create-calendar"]
    requests = seed.calendar_requests() | seed.second_calendar_requests()
    assert {calendar_id: create.complaints({}, {}, body) for calendar_id, body in requests.items()} == {
        calendar_id: [] for calendar_id in requests
    }
    assert set(CALENDARS) == set(DOCUMENT["components"]["schemas"]["CalendarType"]["enum"])
    assert [calendar_id for calendar_id, body in requests.items() if body.get("isActive") is False] == [
        Sandbox.inactive_calendar_id
    ]


def test_seeded_ids_look_like_the_vendors() -> None:
    """Each seeded id is unique and has twenty letters and digits."""
    ids = [
        Sandbox.location_id,
        Sandbox.inactive_calendar_id,
        *Sandbox.calendars.values(),
        *Sandbox.users.values(),
        *Sandbox.contacts.values(),
        Sandbox.schedule_id,
        Sandbox.company_id,
        Sandbox.app_id,
        Sandbox.second.location_id,
        *Sandbox.second.calendars.values(),
        *Sandbox.second.users.values(),
        *Sandbox.second.contacts.values(),
    ]
    assert len(set(ids)) == len(ids) == 21
    assert all(len(seeded) == 20 and seeded.isalnum() for seeded in ids)


def test_the_seeded_schedule_could_have_been_created() -> None:
    """The schedule is a valid request."""
    create = contract_module.contract().operations["createSchedule"]
    assert create.complaints({}, {}, seed.schedule_request()) == []


def test_every_operation_has_a_behaviour() -> None:
    """The sandbox serves the operations of the contract, all of them and no others."""
    assert set(operations.BEHAVIOURS) == set(contract_module.contract().operations) == set(OPERATIONS)


def test_every_operation_is_tested() -> None:
    """The tests of the sandbox call each operation of the contract by its operationId."""
    sources = [path.read_text("utf-8") for path in Path(__file__).parent.glob("test_*.py") if path != Path(__file__)]
    called = {name for source in sources for name in re.findall(r"api(?:\.\w+)?\(\s*\"([\w-]+)\"", source)}
    assert set(OPERATIONS) - called == set()


def test_operations_of_any_shape_are_read() -> None:
    """An operation may have no body, or share a body and a parameter that stand elsewhere in the contract."""
    names = {"content": {"application/json": {"schema": {"items": {"type": ["string", "null"]}}}}}
    document = {
        "components": {
            "requestBodies": {"names": names},
            "parameters": {"page": {"name": "page", "in": "query", "schema": {"type": "string"}}},
        },
        "paths": {
            "/names": {
                "get": {
                    "operationId": "list",
                    "parameters": [{"$ref": "#/components/parameters/page"}],
                    "responses": {"404": {}, "200": {}},
                },
                "post": {
                    "operationId": "add",
                    "requestBody": {"$ref": "#/components/requestBodies/names"},
                    "responses": {"201": {}},
                },
            }
        },
    }
    read = contract_module.Contract(document).operations
    assert [(one.id, one.method, one.success) for one in read.values()] == [("list", "GET", 200), ("add", "POST", 201)]
    query = read["list"].read_query([("page", "2"), ("size", "9")])
    assert read["list"].complaints({}, query, {}) == ["property size should not exist"]
    assert read["add"].complaints({}, {}, ["a", 5]) == ["each value in body must be a string or must be null"]


def test_without_a_contract_the_sandbox_says_where_it_looked(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """A missing file is told in one sentence that names both places."""
    places = (tmp_path / "calendars.yaml", tmp_path / "openapi" / "calendars.yaml")
    monkeypatch.setattr(contract_module, "_PLACES", places)
    with pytest.raises(SandboxError) as caught:
        Sandbox()
    assert all(str(place) in str(caught.value) for place in places)


def test_what_is_not_imitated_is_told_in_sentences() -> None:
    """The list is there for a person to read."""
    assert len(NOT_IMITATED) >= 10
    assert all(matter and "\n" not in matter for matter in NOT_IMITATED)


def test_the_sandbox_never_imports_the_sdk() -> None:
    """The two sides of the wire share the contract only."""
    script = (
        "import sys, pkgutil, importlib, highlevel_sandbox as package\n"
        "for module in pkgutil.walk_packages(package.__path__, 'highlevel_sandbox.'):\n"
        "    importlib.import_module(module.name)\n"
        "print(sorted(name for name in sys.modules if name.startswith('highlevel_calendars')))"
    )
    run = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert run.stdout.strip() == "[]"
