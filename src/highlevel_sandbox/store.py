"""What the sandbox knows, in SQLite: documents as JSON, and the times of those that are events."""

import json
import sqlite3
import weakref
from collections.abc import Callable, Generator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from highlevel_sandbox.bodies import JsonObject
from highlevel_sandbox.problems import SandboxError
from highlevel_sandbox.times import Span

Kind = Literal[
    "user", "contact", "calendar", "group", "resource", "appointment", "block", "note", "notification", "schedule"
]

_APPLICATION_ID = 0x484C5342  # "HLSB", by which SQLite marks whose file it is
_VERSION = 2

_TABLES = (
    """CREATE TABLE document (
        id TEXT PRIMARY KEY, kind TEXT NOT NULL, slug TEXT, body TEXT NOT NULL, UNIQUE (kind, slug)
    )""",
    # Microseconds since 1970. A series has no time of its own, but its instances have.
    "CREATE TABLE event (document_id TEXT PRIMARY KEY REFERENCES document, starts INTEGER, ends INTEGER)",
    "CREATE INDEX event_times ON event (starts, ends)",
)


@dataclass(frozen=True)
class Event:
    """An appointment or a block, and its time."""

    kind: Kind
    document: JsonObject
    span: Span


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

    def put(self, kind: Kind, document: JsonObject, *, slug: str | None = None, span: Span | None = None) -> None:
        """Keeps a document under its id, in place of the one that had it; a span makes it an event of that time."""
        self._connection.execute(
            "INSERT INTO document (id, kind, slug, body) VALUES (?, ?, ?, ?)"
            " ON CONFLICT (id) DO UPDATE SET slug = excluded.slug, body = excluded.body",
            (document["id"], kind, slug, json.dumps(document)),
        )
        if span is not None:
            self._connection.execute(
                "INSERT OR REPLACE INTO event (document_id, starts, ends) VALUES (?, ?, ?)",
                (document["id"], span.starts, span.ends),
            )

    def get(self, kind: Kind, document_id: str) -> JsonObject | None:
        """The document of that kind and id, if there is one."""
        rows = self._connection.execute("SELECT body FROM document WHERE kind = ? AND id = ?", (kind, document_id))
        return next((json.loads(body) for (body,) in rows.fetchall()), None)

    def all(self, kind: Kind, **fields: str) -> list[JsonObject]:
        """The documents of that kind in which each of the fields has that value, oldest first."""
        rows = self._connection.execute("SELECT body FROM document WHERE kind = ? ORDER BY rowid", (kind,))
        documents: list[JsonObject] = [json.loads(body) for (body,) in rows]
        return [one for one in documents if all(one.get(name) == value for name, value in fields.items())]

    def remove(self, document_id: str) -> None:
        """Forgets a document, and its time."""
        self._connection.execute("DELETE FROM event WHERE document_id = ?", (document_id,))
        self._connection.execute("DELETE FROM document WHERE id = ?", (document_id,))

    def slug_owner(self, kind: Kind, slug: str) -> str | None:
        """The id of the document of that kind which has taken the slug."""
        query = "SELECT id FROM document WHERE kind = ? AND slug = ?"
        return next((owner for (owner,) in self._connection.execute(query, (kind, slug)).fetchall()), None)

    def events_during(self, span: Span) -> list[Event]:
        """The events that overlap the span, by their start; what ends when it starts does not."""
        rows = self._connection.execute(
            "SELECT kind, body, starts, ends FROM event JOIN document ON document.id = document_id"
            " WHERE starts < ? AND ends > ? ORDER BY starts, document.rowid",
            (span.ends, span.starts),
        )
        return [Event(kind, json.loads(body), Span(starts, ends)) for kind, body, starts, ends in rows]

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
