"""A store in a file, for the processes of one machine."""

from __future__ import annotations

import asyncio
import os
import random
import sqlite3
import zlib
from collections.abc import AsyncGenerator, Callable
from contextlib import asynccontextmanager, closing, suppress
from pathlib import Path
from time import monotonic
from typing import TypeVar

from ..errors import StoreError
from .protocol import TokenStore
from .tokens import TokenSet

T = TypeVar("T")

_APPLICATION_ID = 0x48_4C_43_54  # "HLCT", which stands in the header of the file
_VERSION = 1
_OTHERS = 0o007  # the mode bits of those who are neither the owner nor of the group
_LOCKS = 64

# Seconds. A write of another process is over in milliseconds, a refresh of another process in fifteen seconds.
_PATIENCE_TO_WRITE = 10.0
_PATIENCE_TO_LOCK = 60.0

_ADVICE = {
    "SQLITE_BUSY": "Another process does not let go of it; look who has it open.",
    "SQLITE_CANTOPEN": "Look whether its directory exists, and whether this user may write there.",
    "SQLITE_CORRUPT": "Restore it, or move it away and let the app be authorised again.",
    "SQLITE_FULL": "Make room on the disk; tokens that could not be saved are kept until this process ends.",
    "SQLITE_NOTADB": "It is some other file; choose another path.",
    "SQLITE_PERM": "Let this user write the file and its directory.",
    "SQLITE_READONLY": "Let this user write the file and its directory.",
}


class SQLiteStore(TokenStore):
    """Keeps tokens in a SQLite file, safe for any number of processes of one machine.

    The file is made when it is first needed, for its owner only. It belongs on a local disk: file systems of a
    network are known to lose locks. Beside it stands a directory of empty files that are locked during a refresh;
    the system lets go of these locks when their process ends, however it ends.

    Nothing stays open between calls, and none waits in a way that would hold up the event loop.

    Args:
        path: The file. Its directory must exist.
    """

    def __init__(self, path: str | os.PathLike[str]) -> None:
        self._path = Path(path).absolute()
        self._locks = self._path.with_name(self._path.name + ".locks")

    async def load(self, key: str) -> TokenSet | None:
        def select(db: sqlite3.Connection) -> TokenSet | None:
            return self._selected(db, key)

        return await self._run(select)

    async def save(self, key: str, tokens: TokenSet, *, replacing: TokenSet | None) -> bool:
        def swap(db: sqlite3.Connection) -> bool:
            db.execute("BEGIN IMMEDIATE")
            if self._selected(db, key) != replacing:
                return False
            db.execute("INSERT OR REPLACE INTO tokens (key, tokens) VALUES (?, ?)", (key, tokens.to_json()))
            db.execute("COMMIT")
            return True

        return await self._run(swap)

    async def delete(self, key: str) -> None:
        def delete(db: sqlite3.Connection) -> None:
            db.execute("DELETE FROM tokens WHERE key = ?", (key,))

        await self._run(delete)

    @asynccontextmanager
    async def lock(self, key: str) -> AsyncGenerator[None]:
        await self._run(check_writable)  # better found out now than with the only copy of new tokens in hand
        with closing(self._lock_file(key)) as db:
            end = monotonic() + _PATIENCE_TO_LOCK
            while not self._is_locked(db):
                if monotonic() > end:
                    raise StoreError(
                        f"{self._path}: another process has refreshed tokens for {_PATIENCE_TO_LOCK:g} seconds "
                        "and is not done; look whether it hangs."
                    )
                await asyncio.sleep(random.uniform(0.005, 0.02))  # noqa: S311 - it spreads the tries
            yield

    def __repr__(self) -> str:
        return f"SQLiteStore({str(self._path)!r})"

    async def _run(self, work: Callable[[sqlite3.Connection], T]) -> T:
        """What `work` gives, with a connection of its own; it is repeated while another process writes.

        Raises:
            StoreError: the file cannot be used.
        """
        end = monotonic() + _PATIENCE_TO_WRITE
        while True:
            try:
                with closing(self._opened()) as db:
                    return work(db)
            except (sqlite3.Error, OSError) as error:
                if cause(error) != "SQLITE_BUSY" or monotonic() > end:
                    raise self._failed(error) from error
            await asyncio.sleep(random.uniform(0.002, 0.01))  # noqa: S311 - it spreads the tries

    def _opened(self) -> sqlite3.Connection:
        """A connection to the file, which is made and laid out where it is new.

        Raises:
            StoreError: it is another program's, or others may read it.
        """
        if self._path.is_dir():
            raise StoreError(f"{self._path} is a directory; name a file in it.")
        make(self._path)
        db = sqlite3.connect(self._path, timeout=0, isolation_level=None)
        try:
            db.execute("PRAGMA synchronous = EXTRA")  # FULL could still lose the last write with the power
            if read(db, "PRAGMA user_version") != _VERSION or read(db, "PRAGMA application_id") != _APPLICATION_ID:
                self._lay_out(db)
            if os.name == "posix" and self._path.stat().st_mode & _OTHERS:
                raise StoreError(f"{self._path} holds tokens, and everybody may read it; do: chmod 600 {self._path}")
        except BaseException:
            db.close()
            raise
        return db

    def _lay_out(self, db: sqlite3.Connection) -> None:
        """Make the table of an empty file.

        Raises:
            StoreError: it is not empty.
        """
        db.execute("BEGIN IMMEDIATE")
        application, version = read(db, "PRAGMA application_id"), read(db, "PRAGMA user_version")
        if (application, version) == (_APPLICATION_ID, _VERSION):  # another process was faster
            db.execute("ROLLBACK")
            return
        if application == _APPLICATION_ID:
            raise StoreError(f"{self._path} was written by another version of this package; use that, or another path.")
        if application or version or read(db, "SELECT count(*) FROM sqlite_master"):
            raise StoreError(f"{self._path} is the database of another program; choose another path.")
        db.execute("CREATE TABLE tokens (key TEXT PRIMARY KEY, tokens TEXT NOT NULL) WITHOUT ROWID")
        db.execute(f"PRAGMA application_id = {_APPLICATION_ID}")
        db.execute(f"PRAGMA user_version = {_VERSION}")
        db.execute("COMMIT")

    def _selected(self, db: sqlite3.Connection, key: str) -> TokenSet | None:
        """The tokens under a key.

        Raises:
            StoreError: what stands there are no tokens.
        """
        row = db.execute("SELECT tokens FROM tokens WHERE key = ?", (key,)).fetchone()
        if row is None:
            return None
        try:
            return TokenSet.from_json(row[0])
        except (ValueError, TypeError) as error:
            reason = str(error)
        finally:
            del row  # a traceback may show the locals of this frame
        raise StoreError(
            f"{self._path}: what it has under {key!r} are no tokens: {reason}. Forget them, and authorise."
        )

    def _lock_file(self, key: str) -> sqlite3.Connection:
        """A connection to the file whose lock stands for a key, and perhaps for a few others.

        Raises:
            StoreError: it cannot be made.
        """
        file = self._locks / f"{zlib.crc32(key.encode()) % _LOCKS:02}"
        try:
            self._locks.mkdir(mode=0o700, exist_ok=True)
            make(file)
            if not os.access(file, os.W_OK):  # SQLite would give a lock that keeps nobody out
                raise PermissionError(f"{file} cannot be written")
            return sqlite3.connect(file, timeout=0, isolation_level=None)
        except (sqlite3.Error, OSError) as error:
            raise self._failed(error) from error

    def _is_locked(self, db: sqlite3.Connection) -> bool:
        """Try to take the lock; nothing is ever written into the file."""
        try:
            db.execute("BEGIN IMMEDIATE")
        except sqlite3.Error as error:
            if cause(error) == "SQLITE_BUSY":
                return False
            raise self._failed(error) from error
        return True

    def _failed(self, error: Exception) -> StoreError:
        name = "SQLITE_PERM" if isinstance(error, PermissionError) else cause(error)
        advice = _ADVICE.get(name, _ADVICE["SQLITE_CANTOPEN"])
        return StoreError(f"The tokens in {self._path} cannot be reached: {error}. {advice}")


def check_writable(db: sqlite3.Connection) -> None:
    """Write, and take it back: SQLite lets a transaction begin even on a file that is only to be read."""
    db.execute("BEGIN IMMEDIATE")
    db.execute(f"PRAGMA user_version = {_VERSION}")
    db.execute("ROLLBACK")


def make(file: Path) -> None:
    """Make an empty file that only its owner can read, where there is none.

    One that is there is not opened: closing it would end the locks that this process has on it.
    """
    with suppress(FileExistsError):
        os.close(os.open(file, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o600))


def read(db: sqlite3.Connection, statement: str) -> int:
    """The number that a statement gives."""
    (number,) = db.execute(statement).fetchone()
    return int(number)


def cause(error: Exception) -> str:
    """SQLite's name of an error, without what it adds in detail."""
    return "_".join(getattr(error, "sqlite_errorname", "").split("_")[:2])
