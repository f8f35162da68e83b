"""A new page means an edited YAML and one command: what is added there is in the client, and no other file changes."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

REPO = Path(__file__).resolve().parent.parent
Document = dict[str, Any]


def add_field(document: Document) -> None:
    """An optional field in a request and in its reply."""
    field = {"type": "string", "description": "The colour of the page.", "default": "#fff"}
    schemas = document["components"]["schemas"]
    schemas["CreateGroup"]["properties"]["pageColour"] = field
    schemas["Group"]["properties"]["pageColour"] = field


def new_operation(document: Document, operation_id: str, method: str, tag: str) -> Document:
    """An operation that is like the create of a group in all else."""
    operation: Document = json.loads(json.dumps(document["paths"]["/calendars/groups"]["post"]))
    operation |= {"operationId": operation_id, "x-sdk-method": method, "tags": [tag], "summary": f"Do {operation_id}"}
    return operation


def listing(document: Document) -> Document:
    """A read with a query of every kind of parameter, whose reply is an array."""
    operation = new_operation(document, "list-waiting-lists", "list", "waiting_lists")
    del operation["requestBody"]
    kinds: Document = {
        "locationId": {"type": "string"},
        "since": {"type": "string", "format": "epoch-millis"},
        "isOpen": {"type": "boolean", "default": True},
        "userIds": {"type": "array", "items": {"type": "string"}},
    }
    operation["parameters"] += [
        {"name": name, "in": "query", "required": name in {"locationId", "since"}, "description": "It.", "schema": kind}
        for name, kind in kinds.items()
    ]
    array = {"type": "array", "items": {"$ref": "#/components/schemas/Group"}}
    operation["responses"]["201"]["content"]["application/json"]["schema"] = array
    return operation


def add_operations(document: Document) -> None:
    """One more operation of a group that is there, with a parameter in its path, and one of a new group."""
    copying = new_operation(document, "copy-calendar-group", "copy", "groups")
    copying["parameters"].append(
        {
            "name": "groupId",
            "in": "path",
            "required": True,
            "description": "What to copy.",
            "schema": {"type": "string"},
        }
    )
    document["paths"]["/calendars/groups/{groupId}/copies"] = {"post": copying}
    document["tags"].append({"name": "waiting_lists", "description": "Contacts who wait for a slot."})
    waiting = new_operation(document, "create-waiting-list", "create", "waiting_lists")
    waiting["requestBody"]["content"]["application/json"]["schema"]["$ref"] = "#/components/schemas/CreateWaitingList"
    document["components"]["schemas"]["CreateWaitingList"] = {
        "type": "object",
        "description": "What a waiting list is created with.",
        "additionalProperties": False,
        "required": ["name"],
        "properties": {
            "name": {"type": "string", "description": "Its name."},
            "opensOn": {"type": "string", "format": "local-date", "description": "The day it opens."},
        },
    }
    document["paths"]["/calendars/waiting-lists"] = {"post": waiting, "get": listing(document)}


USE = """
import asyncio, datetime, inspect, json, httpx, highlevel_calendars
from highlevel_calendars import CalendarsClient, api, models

requests = []

def answer(request):
    requests.append([request.method, request.url.raw_path.decode(), json.loads(request.content or b"null")])
    if request.method == "GET":
        return httpx.Response(200, json=[{"id": "g", "pageColour": "green"}, {}])
    return httpx.Response(201, json={"group": {"id": "g", "pageColour": "red"}})

async def main():
    async with httpx.AsyncClient(transport=httpx.MockTransport(answer)) as http:
        client = CalendarsClient("t", location_id="l", http_client=http)
        fields = dict(name="n", description="d", slug="s")
        made = await client.groups.create(**fields, page_colour="blue")
        await client.groups.create(**fields)
        await client.groups.copy("a/b", **fields)
        await client.waiting_lists.create(name="n", opens_on=datetime.date(2026, 1, 31))
        await api.create_waiting_list(client, models.CreateWaitingList(name="m"))
        since = datetime.datetime(2026, 1, 31, tzinfo=datetime.timezone.utc)
        listed = await client.waiting_lists.list(since=since, is_open=False, user_ids=["u", "v"])
    return made, listed

made, listed = asyncio.run(main())
print(json.dumps({
    "file": highlevel_calendars.__file__,
    "requests": requests,
    "colour": made.page_colour,
    "colours": [item.page_colour for item in listed],
    "listing": inspect.getdoc(type(CalendarsClient("t").waiting_lists).list),
    "signature": str(inspect.signature(type(CalendarsClient("t").groups).create)),
    "method": inspect.getdoc(type(CalendarsClient("t").groups).create),
    "model": inspect.getdoc(models.CreateGroup),
    "reply": inspect.getdoc(models.Group),
    "copy": inspect.getdoc(type(CalendarsClient("t").groups).copy),
    "new group": inspect.getdoc(type(CalendarsClient("t").waiting_lists)),
    "names": [name for name in (*api.__all__, *models.__all__) if "aiting" in name or "copy" in name],
}))
"""


@pytest.fixture(scope="module")
def used(tmp_path_factory: pytest.TempPathFactory) -> Document:
    """What a user of the regenerated copy sees of the additions."""
    repo = tmp_path_factory.mktemp("additions")
    ignored = shutil.ignore_patterns("__pycache__")
    shutil.copytree(REPO / "openapi", repo / "openapi", ignore=ignored)
    shutil.copytree(REPO / "src" / "highlevel_calendars", repo / "src" / "highlevel_calendars", ignore=ignored)
    shutil.copy(REPO / "generator-config.yml", repo)
    path = repo / "openapi" / "calendars.yaml"
    document: Document = yaml.safe_load(path.read_text(encoding="utf-8"))
    add_field(document)
    add_operations(document)
    path.write_text(json.dumps(document), encoding="utf-8")
    by_hand = {file: file.read_bytes() for file in repo.rglob("*.py") if "_generated" not in file.parts}
    environment = {**os.environ, "PYTHONPATH": str(repo / "src"), "PYTHONDONTWRITEBYTECODE": "1", "no_proxy": "*"}
    for command in ([str(repo / "openapi" / "generate.py")], ["-W", "error", "-c", USE]):
        result = subprocess.run(
            [sys.executable, *command], check=False, capture_output=True, text=True, timeout=60, env=environment
        )
        assert (result.returncode, result.stderr) == (0, "")
    assert {file: file.read_bytes() for file in by_hand} == by_hand
    seen: Document = json.loads(result.stdout)
    assert Path(seen["file"]).is_relative_to(repo)
    return seen


def test_a_new_field_is_an_argument(used: Document) -> None:
    """The method takes the field by its Python name, optional as it is in the YAML."""
    assert "page_colour: 'str | Unset' = UNSET" in used["signature"]


@pytest.mark.parametrize("where", ["method", "model", "reply"])
def test_a_new_field_is_documented(used: Document, where: str) -> None:
    """The method and the models say about the field what the YAML says, with the default that the API takes."""
    assert 'page_colour: The colour of the page. The API\'s default: "#fff".' in used[where]


def test_a_new_field_goes_over_the_wire(used: Document) -> None:
    """The field is sent under its wire name when it is given, left out when not, and read from the reply."""
    bodies = [body for _, _, body in used["requests"][:2]]
    assert [body.get("pageColour", "absent") for body in bodies] == ["blue", "absent"]
    assert used["colour"] == "red"


def test_a_new_operation_of_a_group_is_a_method(used: Document) -> None:
    """It stands beside the others of its group, takes its path parameter, and sends it quoted as one segment."""
    assert used["requests"][2][:2] == ["POST", "/calendars/groups/a%2Fb/copies"]
    assert used["copy"].startswith("Do copy-calendar-group.")
    assert "group_id: What to copy." in used["copy"]


def test_a_new_tag_is_a_new_group(used: Document) -> None:
    """The client has an attribute for it, with the tag's description; no location is sent where none is required."""
    assert used["requests"][3:5] == [
        ["POST", "/calendars/waiting-lists", {"name": "n", "opensOn": "2026-01-31T00:00:00.000Z"}],
        ["POST", "/calendars/waiting-lists", {"name": "m"}],
    ]
    assert used["new group"] == "Contacts who wait for a slot."


def test_a_new_read_has_its_query(used: Document) -> None:
    """Its parameters go into the query in their forms, the client's location with them, and its array is a list."""
    query = "locationId=l&since=1769817600000&isOpen=false&userIds=u&userIds=v"
    assert used["requests"][5:] == [["GET", f"/calendars/waiting-lists?{query}", None]]
    assert used["colours"] == ["green"]
    assert "is_open: It. The API's default: true." in used["listing"]


def test_what_is_new_is_public(used: Document) -> None:
    """The doors list the new functions, the new group and the new model."""
    assert sorted(used["names"]) == [
        "CreateWaitingList",
        "WaitingLists",
        "copy_calendar_group",
        "create_waiting_list",
        "list_waiting_lists",
    ]
