"""A new page means an edited YAML and one command: what is added there is in the client, and no other file changes."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import Any

import pytest
from generating import REPO, copy_to, edit, package_of, run, run_python

Document = dict[str, Any]


def add_fields(document: Document) -> None:
    """Optional fields in a request: a text, which its reply has too, an enumeration, and an object with a time."""
    colour = {"type": "string", "description": "The colour of the page.", "default": "#fff"}
    schemas = document["components"]["schemas"]
    schemas["Group"]["properties"]["pageColour"] = colour
    schemas["CreateGroup"]["properties"] |= {
        "pageColour": colour,
        "pageTheme": {"$ref": "#/components/schemas/PageTheme", "description": "The theme of the page."},
        "pageFooter": {"$ref": "#/components/schemas/PageFooter", "description": "What the page ends with."},
    }
    schemas["PageTheme"] = {"type": "string", "enum": ["light", "dark"], "description": "A theme of pages."}
    schemas["PageFooter"] = {
        "type": "object",
        "description": "The end of a page.",
        "additionalProperties": False,
        "properties": {
            "links": {"type": "array", "items": {"type": "string"}, "description": "Its links.", "examples": [["a"]]},
            "shownSince": {"type": "string", "format": "date-time", "description": "Since when it is shown."},
        },
    }


def add_fields_within(document: Document) -> None:
    """Optional fields of what is nested in a request, of a body that is an array, and of a query."""
    schemas = document["components"]["schemas"]
    text = {"type": "string", "description": "It.", "examples": ["dark green"]}
    for schema, name in (("TeamMember", "badge"), ("Hours", "label"), ("CreateNotification", "footer")):
        schemas[schema]["properties"][name] = text
    colours = {"name": "colours", "in": "query", "description": "It.", "schema": {"type": "array", "items": text}}
    document["paths"]["/calendars/"]["get"]["parameters"].append(colours)


def new_operation(document: Document, operation_id: str, method: str, tag: str) -> Document:
    """An operation that is like the create of a group in all else, but for looking its lost reply up."""
    operation: Document = json.loads(json.dumps(document["paths"]["/calendars/groups"]["post"]))
    del operation["x-sdk-reconcile"]
    operation |= {"operationId": operation_id, "x-sdk-method": method, "tags": [tag], "summary": f"Do {operation_id}"}
    return operation


def listing(document: Document) -> Document:
    """A read with a query of every kind of parameter, whose reply is an array."""
    operation = new_operation(document, "list-waiting-lists", "list", "waiting_lists")
    del operation["requestBody"], operation["x-sdk-unwrap"]
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
from highlevel_calendars import CalendarsClient, api, models, types

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
        shown = datetime.datetime(2026, 1, 31, tzinfo=datetime.timezone.utc)
        footer = models.PageFooter(links=["a"], shown_since=shown)
        made = await client.groups.create(**fields, page_colour="blue", page_theme="dark", page_footer=footer)
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
    "themes": types.PageTheme.__args__,
    "copy": inspect.getdoc(type(CalendarsClient("t").groups).copy),
    "new group": inspect.getdoc(type(CalendarsClient("t").waiting_lists)),
    "names": [name for name in (*api.__all__, *models.__all__) if "aiting" in name or "copy" in name],
}))
"""


@pytest.fixture(scope="module")
def repo(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the repository, with additions to the YAML and to nothing else."""
    return edit(copy_to(tmp_path_factory.mktemp("additions")), add_fields, add_operations)


@pytest.fixture(scope="module")
def told(repo: Path) -> str:
    """What the command says after it has regenerated the copy; no code by hand is touched."""
    by_hand = {file: file.read_bytes() for file in repo.rglob("*.py") if "_generated" not in file.parts}
    result = run(repo)
    assert (result.returncode, result.stderr) == (0, "")
    assert {file: file.read_bytes() for file in by_hand} == by_hand
    return result.stdout


@pytest.fixture(scope="module")
def used(repo: Path, told: str) -> Document:
    """What a user of the regenerated copy sees of the additions."""
    result = run_python("-W", "error", "-c", USE, PYTHONPATH=str(repo / "src"), no_proxy="*")
    assert (result.returncode, result.stderr) == (0, "")
    seen: Document = json.loads(result.stdout)
    assert Path(seen["file"]).is_relative_to(package_of(repo))
    return seen


def test_the_additions_are_told(told: str) -> None:
    """The command names what callers get, and says that nobody is broken."""
    assert "  adds     CalendarsClient.groups.create(page_theme)  optional keyword  PageTheme | Unset" in told
    assert "  adds     models.PageFooter  class  is new\n" in told
    assert "  adds     types.PageTheme  values  is new\n" in told
    assert "  breaks " not in told
    assert "This adds and breaks nobody" in told


def test_the_tests_see_a_new_field(tmp_path: Path) -> None:
    """The tests of requests and of the surface pass as they are, and send each new field on its own."""
    repo = edit(copy_to(tmp_path), add_fields, add_fields_within)
    ignored = shutil.ignore_patterns("__pycache__", "public_api.txt")
    shutil.copytree(REPO / "tests", repo / "tests", ignore=ignored, dirs_exist_ok=True)
    shutil.copytree(REPO / "src" / "highlevel_sandbox", repo / "src" / "highlevel_sandbox", ignore=ignored)
    shutil.copy(REPO / "pyproject.toml", repo)
    assert run(repo).returncode == 0
    files = ("tests/test_wire.py", "tests/test_public_api.py", "tests/test_surface.py")
    result = run_python(
        *("-m", "pytest", "-p", "no:cacheprovider", "-v", *files),
        cwd=repo,
        PYTHONPATH=str(repo / "src"),
    )
    assert result.returncode == 0, result.stdout
    for name in ("create a group: pageColour", "create a group: pageTheme", "create a group: pageFooter"):
        assert f"test_one_field[{name}] PASSED" in result.stdout
    assert "test_one_field[list calendars: colours] PASSED" in result.stdout


def test_a_new_field_is_an_argument(used: Document) -> None:
    """The method takes the field by its Python name and its type, optional as it is in the YAML."""
    for name, type_ in (("page_colour", "str"), ("page_theme", "PageTheme"), ("page_footer", "PageFooter")):
        assert f"{name}: '{type_} | Unset' = UNSET" in used["signature"]


def test_a_new_enumeration_is_a_type(used: Document) -> None:
    """Its alias has its values."""
    assert used["themes"] == ["dark", "light"]


@pytest.mark.parametrize("where", ["method", "model", "reply"])
def test_a_new_field_is_documented(used: Document, where: str) -> None:
    """The method and the models say about the field what the YAML says, with the default that the API takes."""
    assert 'page_colour: The colour of the page. The API\'s default: "#fff".' in used[where]


def test_a_new_field_goes_over_the_wire(used: Document) -> None:
    """The field is sent under its wire name when it is given, left out when not, and read from the reply."""
    bodies = [body for _, _, body in used["requests"][:2]]
    assert [body.get("pageColour", "absent") for body in bodies] == ["blue", "absent"]
    assert bodies[0]["pageTheme"] == "dark"
    assert bodies[0]["pageFooter"] == {"links": ["a"], "shownSince": "2026-01-31T00:00:00+00:00"}
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
