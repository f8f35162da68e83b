"""A copy of some groups of operations: it holds what they need, names what is there, and works."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from highlevel_vendor.origin import sources

from .copies import GROUPS, PACKAGE, content, run, vendor

IMPORT_ALL = """
import importlib, pkgutil, sys
package = importlib.import_module(sys.argv[1])
for module in pkgutil.walk_packages(package.__path__, package.__name__ + "."):
    importlib.import_module(module.name)
for door in (package, package.api, package.models, package.types, package.limits):
    for name in door.__all__:
        assert getattr(door, name) is not None
    assert sorted(name for name in dir(door) if name in door.__all__) == sorted(door.__all__)
client = package.CalendarsClient("t")
print(*(name for name in sys.argv[2:] if hasattr(client, name)))
assert "highlevel_calendars" not in sys.modules
"""

BOOK = """
import asyncio, sys
from datetime import datetime, timedelta
from their._vendor.small import CalendarsClient, errors
from highlevel_sandbox import Sandbox

async def main():
    sandbox = Sandbox(now=lambda: datetime.fromisoformat("2030-01-07T08:00:00+00:00"))
    known = {"token": sandbox.token, "location_id": sandbox.location_id}
    async with sandbox.serve() as url, CalendarsClient(**known, base_url=url) as c:
        start = datetime.fromisoformat("2030-01-08T15:00:00+00:00")
        calendar, contact = sandbox.calendars["personal"], "sandboxContactNia001"
        booked = await c.appointments.book(
            start, calendar_id=calendar, contact_id=contact, ignore_free_slot_validation=True, on_unknown="reconcile"
        )
        start += timedelta(days=1)
        moved = await c.appointments.reschedule(booked, start, end_time=start + timedelta(hours=1))
        print(moved.id == booked.id, (await c.appointments.cancel(moved)).appointment_status)
        blocked = sandbox.calendars["event"]
        block = await c.block_slots.create(calendar_id=blocked, start_time=start, end_time=start + timedelta(hours=1))
        print(bool(block.id))
        try:
            await c.block_slots.create(start_time=start, end_time=start)
        except errors.ValidationError as error:
            print(*sorted(violation.rule for violation in error.violations))

asyncio.run(main())
print("highlevel_calendars" in sys.modules)
"""

LOST = """
import asyncio, httpx
from datetime import datetime
from their._vendor.small import CalendarsClient

START = "2030-01-08T15:00:00+00:00"
EVENT = {"id": "found", "contactId": "c", "calendarId": "k", "startTime": START}

def answer(request):
    if request.method == "POST":
        raise httpx.ReadError("lost")
    if request.url.path.endswith("/appointments/found"):
        return httpx.Response(200, json={"appointment": EVENT})
    return httpx.Response(200, json={"events": [EVENT]})

async def main():
    transport = httpx.MockTransport(answer)
    client = CalendarsClient("t", location_id="l", http_client=transport, limiter="off")
    booking = {"calendar_id": "k", "contact_id": "c", "start_time": datetime.fromisoformat(START)}
    print((await client.appointments.create(**booking, on_unknown="reconcile")).id)

asyncio.run(main())
"""


@pytest.mark.parametrize("group", GROUPS)
def test_a_group_alone_imports_and_names_what_is_there(copies: Path, group: str) -> None:
    """Every module of it can be imported, every public name is there, and the client has the group and no other."""
    assert run(copies, IMPORT_ALL, f"{PACKAGE}.{group}", *GROUPS) == [group]


def test_two_groups_book_and_block(copies: Path) -> None:
    """A small copy books, moves and cancels in the sandbox, blocks a slot, and keeps the rules."""
    assert run(copies, BOOK) == [
        *("True", "cancelled", "True", "end-after-start", "exactly-one-target", "False"),
    ]


def test_a_lost_create_is_looked_up_in_a_small_copy(copies: Path) -> None:
    """The reads that look for a lost create come along with it, although their group does not."""
    assert run(copies, LOST) == ["found"]


def test_a_small_copy_has_the_modules_of_its_groups_only(copies: Path) -> None:
    """Other groups leave no class, no helper, no rule and no model; where an operation is needed, it is there alone."""
    found = content(copies / "their" / "_vendor" / "small")
    others = {"notes", "notifications", "resources", "schedules", "groups"}
    assert [path for path in found if set(re.split("[/.]", path)) & others] == []
    assert {"paging.py", "slots.py", "agenda.py", "_generated/models/note.py"} & set(found) == set()
    calendars = {path for path in found if path.startswith("_generated/api/calendars/")}
    assert calendars == {"_generated/api/calendars/__init__.py", "_generated/api/calendars/get_calendar.py"}
    assert b"class " not in found["_generated/api/calendars/__init__.py"]


def test_a_docstring_lists_the_groups_that_are_there(copies: Path) -> None:
    """The help of the client speaks of its own groups."""
    text = content(copies / "their" / "_vendor" / "small")["client.py"].decode()
    assert "Its groups of operations are `appointments` and `block_slots`.\n" in text


def test_what_is_whole_is_not_touched(copies: Path) -> None:
    """A module goes as it is, byte for byte, unless it imports what was left out."""
    whole, small = sources(), content(copies / "their" / "_vendor" / "small")
    changed = [path for path in small if path in whole and small[path] != whole[path]]
    assert len(changed) < 12
    assert {"errors.py", "booking.py", "_pipeline.py", "_wire.py", "types.py"} & set(changed) == set()


def test_the_command_tells_what_came_along(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Operations of other groups are named; they are functions of `api`."""
    assert vendor(tmp_path, "hl", "--only", "appointments") == 0
    lines = capsys.readouterr().out.splitlines()
    assert "groups of operations: appointments" in lines
    assert "of other groups, as functions of api: get_calendar, get_calendar_events" in lines


def test_all_groups_named_are_a_whole_copy(tmp_path: Path) -> None:
    """Whoever names every group gets what one gets without naming any."""
    vendor(tmp_path, "named", "--only", ",".join(GROUPS))
    vendor(tmp_path, "whole")
    assert content(tmp_path / "named") == content(tmp_path / "whole")
