"""What the sandbox knows, in SQLite: documents as JSON, and the times that bookings and blocks take up."""

import json
import sqlite3
import weakref
from collections.abc import Callable, Generator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from highlevel_sandbox.bodies import JsonObject
from highlevel_sandbox.problems import SandboxError
from highlevel_sandbox.times import Span

Kind = Literal["user", "contact", "calendar", "group", "resource", "appointment", "block"]

_APPLICATION_ID = 0x484C5342  # "HLSB", by which SQLite marks whose file it is
_VERSION = 1

_TABLES = (
    """CREATE TABLE document (
        id TEXT PRIMARY KEY, kind TEXT NOT NULL, slug TEXT, body TEXT NOT NULL, UNIQUE (kind, slug)
    )""",
    # Microseconds since 1970. A row without a user takes up its calendar, one without a calendar its user.
    """CREATE TABLE busy (
        document_id TEXT NOT NULL REFERENCES document, calendar_id TEXT, user_id TEXT,
        starts INTEGER NOT NULL, ends INTEGER NOT NULL
    )""",
    "CREATE INDEX busy_times ON busy (starts, ends)",
)


@dataclass(frozen=True)
class Busy:
    """Something that takes up a user, a calendar or a user on a calendar."""

    kind: Kind
    calendar_id: str | None
    user_id: str | None


class Store:
    """The documents of one sandbox, in the file at `path` or in memory; `plant` fills it when it is new."""

    def __init__(self, path: Path | None, plant: Callable[["Store"], None]) -> None:
        try:
            # One event loop uses it, but a test may build a sandbox in one thread and serve it in another.
            self._connection = sqlite3.connect(
                ":memory:" if path is None else path, isolation_level=None, check_same_thread=False
            )
        except sqlite3.Error as error:
            raise SandboxError(f"The data file {path} cannot be opened: {error}.") from error
        # An in-memory sandbox is often just dropped; the finalizer closes what nobody closed.
        self.close = weakref.finalize(self, self._connection.close)
        try:
            with self.transaction():
                self._prepare(path, plant)
        except sqlite3.Error as error:
            self.close()
            raise SandboxError(f"The data file {path} cannot be used: {error}.") from error
        except BaseException:
            self.close()
            raise

    @contextmanager
    def transaction(self) -> Generator[None, None, None]:
        """All or nothing, and one at a time even where two processes share the file."""
        self._connection.execute("BEGIN IMMEDIATE")
        try:
            yield
        except BaseException:
            self._connection.execute("ROLLBACK")
            raise
        self._connection.execute("COMMIT")

    def add(self, kind: Kind, document: JsonObject, slug: str | None = None) -> None:
        """Keeps a document under its id."""
        self._connection.execute(
            "INSERT INTO document (id, kind, slug, body) VALUES (?, ?, ?, ?)",
            (document["id"], kind, slug, json.dumps(document)),
        )

    def get(self, kind: Kind, document_id: str) -> JsonObject | None:
        """The document of that kind and id, if there is one."""
        rows = self._connection.execute(
            "SELECT body FROM document WHERE kind = ? AND id = ?", (kind, document_id)
        ).fetchall()
        if not rows:
            return None
        document: JsonObject = json.loads(rows[0][0])
        return document

    def has_slug(self, kind: Kind, slug: str) -> bool:
        """Whether a document of that kind has taken the slug."""
        query = "SELECT 1 FROM document WHERE kind = ? AND slug = ?"
        return self._connection.execute(query, (kind, slug)).fetchone() is not None

    def occupy(self, document_id: str, span: Span, *, calendar_id: str | None, user_ids: Sequence[str | None]) -> None:
        """Takes up a time for each of the users; [None] takes up the calendar as such."""
        self._connection.executemany(
            "INSERT INTO busy (document_id, calendar_id, user_id, starts, ends) VALUES (?, ?, ?, ?, ?)",
            [(document_id, calendar_id, user_id, span.starts, span.ends) for user_id in user_ids],
        )

    def busy_during(self, span: Span) -> list[Busy]:
        """Whatever overlaps the span; what ends when it starts does not."""
        rows = self._connection.execute(
            "SELECT kind, calendar_id, user_id FROM busy JOIN document ON document.id = document_id"
            " WHERE starts < ? AND ends > ?",
            (span.ends, span.starts),
        )
        return [Busy(*row) for row in rows]

    def bookings(self, calendar_id: str) -> dict[str, int]:
        """How many appointments of the calendar each user has."""
        # Only appointments take up a user on a calendar; a block takes up the one or the other.
        rows = self._connection.execute(
            "SELECT user_id, COUNT(*) FROM busy WHERE calendar_id = ? AND user_id IS NOT NULL GROUP BY user_id",
            (calendar_id,),
        )
        return dict(rows.fetchall())

    def _prepare(self, path: Path | None, plant: Callable[["Store"], None]) -> None:
        tables = self._number("SELECT COUNT(*) FROM sqlite_master")
        owner = self._number("PRAGMA application_id")
        version = self._number("PRAGMA user_version")
        if tables == 0 and owner in (0, _APPLICATION_ID):
            for table in _TABLES:
                self._connection.execute(table)
            self._connection.execute(f"PRAGMA application_id = {_APPLICATION_ID}")
            self._connection.execute(f"PRAGMA user_version = {_VERSION}")
            plant(self)
        elif owner != _APPLICATION_ID:
            raise SandboxError(f"The data file {path} is a database, but not one of a sandbox.")
        elif version != _VERSION:
            raise SandboxError(f"The data file {path} was written by another version of the sandbox.")

    def _number(self, query: str) -> int:
        number: int = self._connection.execute(query).fetchone()[0]
        return number
