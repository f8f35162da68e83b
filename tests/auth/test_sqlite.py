"""The file of tokens: who may read it, and what is said when it cannot be used."""

from __future__ import annotations

import asyncio
import os
import resource
import shutil
import signal
import sqlite3
import stat
import tempfile
from collections.abc import Coroutine, Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

import httpx
import pytest

from highlevel_calendars import errors
from highlevel_calendars.auth import OAuth, SQLiteStore, sqlite

from .support import BASE_URL, Clock, asked, reply, tokens

KEY = "client/location/l1"


@contextmanager
def umask(mask: int) -> Iterator[None]:
    before = os.umask(mask)
    try:
        yield
    finally:
        os.umask(before)


def modes(directory: Path) -> dict[str, int]:
    return {file.name: stat.S_IMODE(file.stat().st_mode) for file in directory.rglob("*")}


@pytest.mark.asyncio
async def test_only_the_owner_reads_the_file(token_file: Path) -> None:
    """Everything that the store makes is its owner's alone, whatever the umask, also in the middle of a write."""
    seen: dict[str, int] = {}
    with umask(0):
        store = SQLiteStore(token_file)
        async with store.lock(KEY):
            await store.save(KEY, tokens(), replacing=None)
            with closing(sqlite3.connect(token_file, isolation_level=None)) as db:
                db.execute("BEGIN IMMEDIATE")
                db.execute("UPDATE tokens SET tokens = 'x'")
                seen = modes(token_file.parent)
    assert seen.pop("tokens.db.locks") == 0o700
    assert set(seen) >= {"tokens.db", "tokens.db-journal"}
    assert set(seen.values()) == {0o600}


@pytest.mark.parametrize(("mode", "is_refused"), [(0o644, True), (0o602, True), (0o660, False), (0o600, False)])
@pytest.mark.asyncio
async def test_a_file_that_everybody_may_read_is_refused(token_file: Path, mode: int, is_refused: bool) -> None:
    """A file that others than the owner and the group may open is refused, with the command that mends it."""
    store = SQLiteStore(token_file)
    await store.save(KEY, tokens(), replacing=None)
    token_file.chmod(mode)  # noqa: ASYNC240 - nobody else waits
    if is_refused:
        with pytest.raises(errors.StoreError, match=f"chmod 600 {token_file}"):
            await store.load(KEY)
    else:
        assert await store.load(KEY) == tokens()


@pytest.mark.asyncio
async def test_a_relative_path_stays_where_it_was(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A relative path is that of the directory in which the store was made."""
    monkeypatch.chdir(tmp_path)
    store = SQLiteStore("tokens.db")
    (tmp_path / "other").mkdir()
    monkeypatch.chdir(tmp_path / "other")
    await store.save(KEY, tokens(), replacing=None)
    assert (tmp_path / "tokens.db").exists()


TROUBLES = {
    "no directory": "directory exists",
    "a directory": "is a directory",
    "text": "some other file",
    "foreign": "another program",
    "newer": "another version",
    "damaged": "move it away",
    "half a file": "move it away",
}


def spoil(file: Path, trouble: str) -> None:
    """Turn a file of tokens into something else, or into nothing."""
    content = file.read_bytes()
    if trouble in {"newer", "foreign"}:
        with closing(sqlite3.connect(file)) as db:
            db.execute("PRAGMA user_version = 2" if trouble == "newer" else "PRAGMA application_id = 7")
    elif trouble == "no directory":
        shutil.rmtree(file.parent)
    elif trouble == "a directory":
        file.unlink()
        file.mkdir(mode=0o700)
    else:
        whole = {"text": b"token=1\n" * 200, "damaged": content[:4096] + b"\xff" * 4096, "half a file": content[:4096]}
        file.write_bytes(whole[trouble])


async def use(store: SQLiteStore, what: str) -> None:
    if what == "load":
        await store.load(KEY)
    elif what == "save":
        await store.save(KEY, tokens("2"), replacing=tokens())
    else:
        async with store.lock(KEY):
            await store.load(KEY)


@pytest.mark.parametrize("what", ["load", "save", "lock"])
@pytest.mark.parametrize("trouble", TROUBLES)
@pytest.mark.asyncio
async def test_what_cannot_be_used(tmp_path: Path, trouble: str, what: str) -> None:
    """A path that leads to something else is a StoreError that names it and what to do, and changes nothing."""
    home = tmp_path / "home"
    home.mkdir()
    store = SQLiteStore(home / "tokens.db")
    await store.save(KEY, tokens(), replacing=None)
    spoil(home / "tokens.db", trouble)
    before = content(home)
    with pytest.raises(errors.StoreError, match=TROUBLES[trouble]) as caught:
        await use(store, what)
    assert str(home) in str(caught.value)
    assert content(home) == before


def content(directory: Path) -> dict[str, bytes]:
    return {file.name: file.read_bytes() for file in directory.glob("*") if file.is_file()}


@pytest.mark.asyncio
async def test_a_row_that_holds_no_tokens(token_file: Path) -> None:
    """A row that somebody else has written is a StoreError that names its key and shows nothing of it."""
    store = SQLiteStore(token_file)
    await store.save(KEY, tokens(), replacing=None)
    for text in ("secret-nonsense", b"secret\xff", 5):
        with closing(sqlite3.connect(token_file, isolation_level=None)) as db:
            db.execute("UPDATE tokens SET tokens = ?", (text,))
        with pytest.raises(errors.StoreError, match=KEY) as caught:
            await store.load(KEY)
        assert "secret" not in str(caught.value)
    await store.delete(KEY)
    assert await store.load(KEY) is None


@pytest.fixture
def home() -> Iterator[Path]:
    """A directory that others can reach, as those of pytest cannot be."""
    with tempfile.TemporaryDirectory() as name:
        yield Path(name)


@pytest.mark.parametrize("what", ["tokens", "locks"])
def test_what_cannot_be_written_is_found_out_before_a_refresh(home: Path, what: str) -> None:
    """The lock of a store that cannot be written is not given, for new tokens would have no place."""
    token_file = home / "tokens.db"
    store = SQLiteStore(token_file)

    async def lock() -> None:
        async with store.lock(KEY):
            pass

    asyncio.run(store.save(KEY, tokens(), replacing=None))
    asyncio.run(lock())
    for file in (home, *home.rglob("*")):
        if os.geteuid() == 0:
            os.chown(file, NOBODY, NOBODY)
    files = [token_file] if what == "tokens" else list(home.glob("*.locks/*"))
    for file in files:
        file.chmod(0o400)
    assert as_nobody(store.load(KEY)) == "done"
    assert "Let this user write" in as_nobody(lock())
    for file in files:
        file.chmod(0o600)
    assert as_nobody(lock()) == "done"


NOBODY = 65534


def as_nobody(work: Coroutine[Any, Any, object]) -> str:
    """What comes of work in a process that may not do everything, as root may."""
    out, into = os.pipe()
    child = os.fork()
    if child == 0:
        said = "done"
        try:
            if os.geteuid() == 0:
                os.setgid(NOBODY)
                os.setuid(NOBODY)
            asyncio.run(work)
        except errors.StoreError as error:
            said = str(error)
        finally:
            os.write(into, said.encode())
            os._exit(0)
    work.close()
    os.close(into)
    os.waitpid(child, 0)
    with os.fdopen(out) as stream:
        return stream.read()


@pytest.mark.asyncio
async def test_a_full_disk(token_file: Path) -> None:
    """When there is no room, the save is a StoreError, what was there stays, and with room it works again."""
    store = SQLiteStore(token_file)
    await store.save(KEY, tokens(), replacing=None)
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    handler = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    large = tokens("2", scopes=("x" * 50_000,))
    resource.setrlimit(resource.RLIMIT_FSIZE, (len(content(token_file.parent)[token_file.name]), hard))
    try:
        with pytest.raises(errors.StoreError, match="disk"):
            await store.save(KEY, large, replacing=tokens())
        assert await store.load(KEY) == tokens()
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
        signal.signal(signal.SIGXFSZ, handler)
    assert await store.save(KEY, large, replacing=tokens())


@pytest.mark.asyncio
async def test_a_writer_is_waited_for_and_not_for_ever(token_file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """While another program writes, the store waits without holding up the loop; in the end it says what is wrong."""
    store = SQLiteStore(token_file)
    await store.save(KEY, tokens(), replacing=None)
    with closing(sqlite3.connect(token_file, isolation_level=None)) as db:
        db.execute("BEGIN EXCLUSIVE")
        loading = asyncio.create_task(store.load(KEY))
        await asyncio.sleep(0.05)
        assert not loading.done()
        db.execute("ROLLBACK")
        assert await loading == tokens()
        db.execute("BEGIN EXCLUSIVE")
        monkeypatch.setattr(sqlite, "_PATIENCE_TO_WRITE", 0.05)
        with pytest.raises(errors.StoreError, match="Another process does not let go"):
            await store.save(KEY, tokens("2"), replacing=tokens())


@pytest.mark.asyncio
async def test_a_lock_is_not_waited_for_for_ever(token_file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A holder that hangs is a StoreError in the end."""
    monkeypatch.setattr(sqlite, "_PATIENCE_TO_LOCK", 0.05)
    store = SQLiteStore(token_file)
    async with store.lock(KEY):
        with pytest.raises(errors.StoreError, match="look whether it hangs"):
            async with store.lock(KEY):
                pytest.fail("the lock was given twice")


@pytest.mark.asyncio
async def test_nothing_stays_open(token_file: Path) -> None:
    """After each piece of work the store has no file open, so that a fork takes none along."""
    store = SQLiteStore(token_file)
    async with store.lock(KEY):
        await store.save(KEY, tokens(), replacing=None)
    await store.load(KEY)
    assert [file for file in opened() if file.name.startswith(token_file.name)] == []


def opened() -> list[Path]:
    """The files that this process has open."""
    return [fd.readlink() for fd in Path("/proc/self/fd").iterdir() if fd.exists()]


@pytest.mark.asyncio
async def test_a_write_syncs_before_it_returns(token_file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Each connection has synchronous=EXTRA: a token that was saved outlives the machine's power."""
    said: list[str] = []
    connect = sqlite3.connect

    def traced(*arguments: object, **options: object) -> sqlite3.Connection:
        db: sqlite3.Connection = connect(*arguments, **options)  # type: ignore[call-overload]
        db.set_trace_callback(said.append)
        return db

    monkeypatch.setattr(sqlite3, "connect", traced)
    await SQLiteStore(token_file).save(KEY, tokens(), replacing=None)
    assert said[0] == "PRAGMA synchronous = EXTRA"


@pytest.mark.asyncio
async def test_locations_are_refreshed_at_the_same_time(token_file: Path) -> None:
    """Fifty locations of one process are refreshed side by side: none waits for the request of another for long."""
    store, clock = SQLiteStore(token_file), Clock()
    names = [f"l{number}" for number in range(50)]
    for name in names:
        await store.save(f"client/location/{name}", tokens(name, location_id=name), replacing=None)
    clock.forward(days=2)
    under_way = most = 0

    async def answer(request: httpx.Request) -> httpx.Response:
        nonlocal under_way, most
        under_way += 1
        most = max(most, under_way)
        await asyncio.sleep(0.05)
        under_way -= 1
        (name,) = (name for name in names if f"refresh-{name}&" in request.content.decode() + "&")
        return httpx.Response(200, json=reply(f"new-{name}", locationId=name))

    async with (
        asked(answer) as http,
        OAuth("client", "secret", store=store, base_url=BASE_URL, http_client=http, now=clock) as oauth,
    ):
        found = await asyncio.gather(*(oauth.for_location(name).token() for name in names))
    assert found == [f"access-new-{name}" for name in names]
    assert most > 10


@pytest.mark.asyncio
async def test_file_of_another_program_stays_as_open_as_it_is(tmp_path: Path) -> None:
    """A file that everybody may read and that holds no tokens is called what it is, not a leak."""
    file = tmp_path / "notes.txt"
    file.write_text("not tokens\n" * 100)
    file.chmod(0o644)
    with pytest.raises(errors.StoreError, match="some other file") as caught:
        await SQLiteStore(file).load(KEY)
    assert "chmod" not in str(caught.value)
