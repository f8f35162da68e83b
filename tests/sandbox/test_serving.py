"""The server: a real socket in the event loop of the test, and a data file that outlives it."""

import asyncio
import gc
import logging
import signal
import socket
import sqlite3
import threading
from collections.abc import Callable
from pathlib import Path

import httpx
import pytest

from highlevel_sandbox import Sandbox, SandboxError, operations

from .api import Api
from .bodies import APPOINTMENTS, CALENDARS, GROUPS, NOW, appointment, block, group, resource

# The seventh of January 2030, in milliseconds.
MONDAY = {"startDate": 1_893_974_400_000, "endDate": 1_894_060_800_000}


async def create(base_url: str, headers: dict[str, str], slug: str) -> int:
    async with httpx.AsyncClient(base_url=base_url, headers=headers) as client:
        return (await client.post(GROUPS, json=group(slug=slug))).status_code


@pytest.mark.asyncio
async def test_two_sandboxes_share_nothing(headers: dict[str, str]) -> None:
    """What one sandbox has created, and its rate limit, is unknown to another in the same loop."""
    first, second = Sandbox(rate_limit=1), Sandbox()
    async with first.serve() as here, second.serve() as there:
        assert here != there
        assert await create(here, headers, "same") == 201
        assert await create(here, headers, "other") == 429
        assert await create(there, headers, "same") == 201


@pytest.mark.asyncio
async def test_the_state_outlives_the_server(sandbox: Sandbox, headers: dict[str, str]) -> None:
    """A sandbox that is served a second time still knows what it has created."""
    statuses: list[int] = []
    for _ in range(2):
        async with sandbox.serve() as base_url:
            statuses.append(await create(base_url, headers, "same"))
    assert statuses == [201, 400]


@pytest.mark.asyncio
async def test_serving_leaves_nothing_behind(sandbox: Sandbox, headers: dict[str, str]) -> None:
    """After the server has ended there is no task, no thread, no signal handler and no listening socket left."""
    before = (asyncio.all_tasks(), threading.enumerate(), signal.getsignal(signal.SIGINT))
    async with sandbox.serve() as base_url:
        assert await create(base_url, headers, "a") == 201
        assert signal.getsignal(signal.SIGINT) is before[2]
    assert (asyncio.all_tasks(), threading.enumerate(), signal.getsignal(signal.SIGINT)) == before
    with pytest.raises(ConnectionRefusedError):
        await asyncio.open_connection("127.0.0.1", httpx.URL(base_url).port)
    gc.collect()


@pytest.mark.asyncio
async def test_an_error_in_the_block_still_ends_the_server(sandbox: Sandbox) -> None:
    """The server ends however its block is left."""
    with pytest.raises(RuntimeError, match="mine"):
        async with sandbox.serve() as base_url:
            raise RuntimeError("mine")
    with pytest.raises(ConnectionRefusedError):
        await asyncio.open_connection("127.0.0.1", httpx.URL(base_url).port)


@pytest.mark.asyncio
@pytest.mark.parametrize(
    "sent", [b"", b"POST /calend", b"POST /calendars/groups HTTP/1.1\r\nHost: x\r\nContent-Length: 9\r\n\r\n{"]
)
async def test_a_client_that_hangs_does_not_keep_the_server(sandbox: Sandbox, sent: bytes) -> None:
    """The server ends within two seconds although a client has not finished its request."""
    async with asyncio.timeout(2):
        async with sandbox.serve() as base_url:
            reader, writer = await asyncio.open_connection("127.0.0.1", httpx.URL(base_url).port)
            writer.write(sent)
            await writer.drain()
            await asyncio.sleep(0.05)
        await reader.read()
    writer.close()
    await writer.wait_closed()
    gc.collect()


@pytest.mark.asyncio
async def test_a_client_that_goes_away_does_no_harm(
    sandbox: Sandbox, headers: dict[str, str], caplog: pytest.LogCaptureFixture
) -> None:
    """A request that is cut off creates nothing and is no error of the sandbox."""
    async with sandbox.serve() as base_url:
        _, writer = await asyncio.open_connection("127.0.0.1", httpx.URL(base_url).port)
        writer.write(b"POST /calendars/groups HTTP/1.1\r\nHost: x\r\nContent-Length: 99\r\n\r\n{")
        await writer.drain()
        await asyncio.sleep(0.05)
        writer.close()
        await writer.wait_closed()
        await asyncio.sleep(0.05)
        assert await create(base_url, headers, "a") == 201
    assert [record for record in caplog.records if record.levelno >= logging.ERROR] == []


@pytest.mark.asyncio
async def test_a_body_that_is_too_large_is_answered(sandbox: Sandbox, headers: dict[str, str]) -> None:
    """A client that sends far too much over a socket gets its answer, and can go on with the same connection."""
    content = b" " * 5_000_000
    async with sandbox.serve() as base_url, httpx.AsyncClient(base_url=base_url, headers=headers) as client:
        reply = await client.post(GROUPS, content=content, headers={"Content-Type": "application/json"})
        assert reply.status_code == 400
        assert (await client.post(GROUPS, json=group())).status_code == 201


@pytest.mark.asyncio
async def test_an_address_in_use_is_told(sandbox: Sandbox) -> None:
    """A port that somebody else listens on is named in the error."""
    with socket.create_server(("127.0.0.1", 0)) as other:
        port = other.getsockname()[1]
        with pytest.raises(SandboxError, match=f"cannot listen on 127.0.0.1:{port}: "):
            async with sandbox.serve(port=port):
                pass


@pytest.mark.asyncio
async def test_an_error_of_the_sandbox_is_500_and_logged(
    client: httpx.AsyncClient, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    """A behaviour that fails is answered in the documented shape, undoes what it did, and is logged."""

    def fail(call: operations.Call) -> dict[str, object]:
        call.store.put("group", {"id": "half-done"}, slug="group-a")
        raise ZeroDivisionError("planted")

    with monkeypatch.context() as patched:
        patched.setitem(operations.BEHAVIOURS, "create-calendar-group", fail)  # type: ignore[arg-type]
        reply = await client.post(GROUPS, json=group())
    assert (reply.status_code, reply.json()) == (500, {"statusCode": 500, "message": "Internal server error"})
    assert "x-ratelimit-remaining" in reply.headers
    assert "ZeroDivisionError: planted" in caplog.text
    assert (await client.post(GROUPS, json=group())).status_code == 201


@pytest.mark.asyncio
async def test_a_data_file_keeps_what_was_created(tmp_path: Path, headers: dict[str, str]) -> None:
    """A second sandbox on the same file knows the slugs and the bookings of the first, and the seed once."""
    statuses: list[int] = []
    for _ in range(2):
        sandbox = Sandbox(tmp_path / "data.sqlite")
        transport = sandbox.transport()
        async with httpx.AsyncClient(transport=transport, base_url="http://x", headers=headers) as client:
            statuses.append((await client.post(GROUPS, json=group())).status_code)
            statuses.append((await client.post(APPOINTMENTS, json=appointment())).status_code)
        sandbox.close()
    assert statuses == [201, 200, 400, 400]


@pytest.mark.asyncio
async def test_a_restart_changes_no_reply(tmp_path: Path, headers: dict[str, str]) -> None:
    """Everything that was created, changed or deleted reads the same in a second sandbox on the same file."""
    whole = {"locationId": Sandbox.location_id, "startTime": "0", "endTime": "9" * 13}
    replies: list[list[object]] = []
    for _ in range(2):
        sandbox = Sandbox(tmp_path / "data.sqlite", now=lambda: NOW)
        transport = sandbox.transport()
        async with httpx.AsyncClient(transport=transport, base_url="http://x", headers=headers) as client:
            api = Api(client)
            if not replies:
                series = appointment(rrule="RRULE:FREQ=DAILY;COUNT=3", ignoreFreeSlotValidation=True)
                series_id = (await api.ok("create-appointment", series))["id"]
                await api.ok("create-appointment-note", {"body": "x"}, appointmentId=series_id)
                await api.ok("delete-event", {}, eventId=(await events(api, whole))[1]["id"])
                await api.ok("create-block-slot", block(calendarId=CALENDARS["event"]))
                await api.ok("create-calendar-resource", resource(), resourceType="rooms")
                await api.ok("updateSchedule", {"name": "Later"}, id=Sandbox.schedule_id)
            replies.append(
                [
                    await events(api, whole),
                    await api.ok("get-blocked-slots", calendarId=CALENDARS["event"], **whole),
                    await api.ok("get-appointment-notes", appointmentId=series_id, limit=9, offset=0),
                    await api.ok("get-calendars", locationId=Sandbox.location_id),
                    await api.ok("getScheduleById", id=Sandbox.schedule_id),
                    await api.ok("get-slots", calendarId=CALENDARS["personal"], **MONDAY),
                ]
            )
        sandbox.close()
    assert replies[0] == replies[1]
    assert replies[0][0]


async def events(api: Api, query: dict[str, str]) -> list[dict[str, object]]:
    found: list[dict[str, object]] = (await api.ok("get-calendar-events", userId=Sandbox.users["ada"], **query))[
        "events"
    ]
    return found


@pytest.mark.asyncio
async def test_two_sandboxes_on_one_file_book_one_slot_once(tmp_path: Path, headers: dict[str, str]) -> None:
    """Where two sandboxes share a file, what one has booked is taken for the other."""
    statuses: list[int] = []
    sandboxes = [Sandbox(tmp_path / "data.sqlite") for _ in range(2)]
    for sandbox in sandboxes:
        transport = sandbox.transport()
        async with httpx.AsyncClient(transport=transport, base_url="http://x", headers=headers) as client:
            statuses.append((await client.post(APPOINTMENTS, json=appointment())).status_code)
    assert statuses == [200, 400]


def foreign_text(path: Path) -> None:
    path.write_text("This is no database, but a letter of more than a hundred bytes. " * 9)


def foreign_database(path: Path) -> None:
    connection = sqlite3.connect(path)
    connection.execute("CREATE TABLE letters (text TEXT)")
    connection.close()


def reserved_database(path: Path) -> None:
    connection = sqlite3.connect(path)
    connection.execute("PRAGMA application_id = 5")
    connection.close()


def another_version(path: Path) -> None:
    Sandbox(path).close()
    connection = sqlite3.connect(path)
    connection.execute("PRAGMA user_version = 99")
    connection.close()


@pytest.mark.parametrize(
    ("prepare", "reason"),
    [
        (foreign_text, "file is not a database"),
        (foreign_database, "is a database, but not one of a sandbox"),
        (reserved_database, "is a database, but not one of a sandbox"),
        (another_version, "was written by another version"),
        (Path.mkdir, "unable to open database file"),
    ],
)
def test_a_data_file_that_is_not_a_sandboxs_is_refused(
    tmp_path: Path, prepare: Callable[[Path], None], reason: str
) -> None:
    """Another's file is refused in one line that names it, and is left as it was."""
    path = tmp_path / "data.sqlite"
    prepare(path)
    before = path.read_bytes() if path.is_file() else None
    with pytest.raises(SandboxError, match=reason) as caught:
        Sandbox(path)
    assert str(path) in str(caught.value)
    assert "\n" not in str(caught.value)
    assert before == (path.read_bytes() if path.is_file() else None)


def test_an_empty_file_becomes_a_sandboxs(tmp_path: Path) -> None:
    """A file that was only touched is as good as none."""
    path = tmp_path / "data.sqlite"
    path.touch()
    Sandbox(path).close()
    assert path.stat().st_size > 0
