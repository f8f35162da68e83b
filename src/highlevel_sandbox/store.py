"""What the sandbox knows, in SQLite: documents as JSON, and the times of those that are events."""

import json
import sqlite3
import weakref
from collections.abc import Callable, Generator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal, get_args

from highlevel_sandbox.bodies import JsonObject
from highlevel_sandbox.problems import SandboxError
from highlevel_sandbox.times import Span

Kind = Literal[
    "user",
    "contact",
    "calendar",
    "group",
    "resource",
    "appointment",
    "block",
    "note",
    "notification",
    "schedule",
    "code",
    "access_token",
    "refresh_token",
]

# The fields of a document that can be searched for.
Field = Literal[
    "appointmentId",
    "appointmentStatus",
    "assignedUserId",
    "calendarId",
    "deleted",
    "groupId",
    "masterEventId",
    "resourceType",
    "rrule",
    "userId",
]
_FIELDS: tuple[Field, ...] = get_args(Field)

_APPLICATION_ID = 0x484C5342  # "HLSB", by which SQLite marks whose file it is
_VERSION = 3

# SQLite itself reads the fields from the body, so that the two cannot differ.
_TABLES = (
    f"""CREATE TABLE document (
        id TEXT PRIMARY KEY, owner TEXT NOT NULL, kind TEXT NOT NULL, slug TEXT, body TEXT NOT NULL,
        {", ".join(f"{name} AS (json_extract(body, '$.{name}'))" for name in _FIELDS)},
        UNIQUE (owner, kind, slug)
    )""",
    "CREATE INDEX document_kinds ON document (owner, kind)",
    "CREATE INDEX notes ON document (owner, kind, appointmentId) WHERE appointmentId IS NOT NULL",
    "CREATE INDEX instances ON document (owner, kind, masterEventId) WHERE masterEventId IS NOT NULL",
    # In the order in which a count of bookings groups them, so that it has nothing to sort.
    "CREATE INDEX bookings ON document (owner, kind, calendarId, assignedUserId, appointmentStatus, deleted, rrule)"
    " WHERE calendarId IS NOT NULL",
    # Microseconds since 1970. A series has no time of its own, but its instances have.
    "CREATE TABLE event (document_id TEXT PRIMARY KEY REFERENCES document, owner TEXT, starts INTEGER, ends INTEGER)",
    "CREATE INDEX event_times ON event (owner, starts, ends)",
    "CREATE INDEX event_lengths ON event (owner, ends - starts)",
)


@dataclass(frozen=True)
class Event:
    """An appointment or a block, and its time."""

    kind: Kind
    document: JsonObject
    span: Span


class Database:
    """The documents of one sandbox, in the file at `path` or in memory; `plant` fills it when it is new."""

    def __init__(self, path: Path | None, plant: Callable[["Database"], None]) -> None:
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

    def of(self, owner: str) -> "Store":
        """What belongs to one location, or to the company."""
        return Store(self._connection, owner)

    def _prepare(self, path: Path | None, plant: Callable[["Database"], None]) -> None:
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


class Store:
    """The documents of one owner, who neither sees nor changes those of others."""

    def __init__(self, connection: sqlite3.Connection, owner: str) -> None:
        self._connection = connection
        self._owner = owner

    def put(self, kind: Kind, document: JsonObject, *, slug: str | None = None, span: Span | None = None) -> None:
        """Keeps a document under its id, in place of the one that had it; a span makes it an event of that time."""
        self._connection.execute(
            "INSERT INTO document (id, owner, kind, slug, body) VALUES (?, ?, ?, ?, ?)"
            " ON CONFLICT (id) DO UPDATE SET slug = excluded.slug, body = excluded.body",
            (document["id"], self._owner, kind, slug, json.dumps(document)),
        )
        if span is not None:
            self._connection.execute(
                "INSERT OR REPLACE INTO event (document_id, owner, starts, ends) VALUES (?, ?, ?, ?)",
                (document["id"], self._owner, span.starts, span.ends),
            )

    def get(self, kind: Kind, document_id: str) -> JsonObject | None:
        """The document of that kind and id, if there is one."""
        rows = self._connection.execute(
            "SELECT body FROM document WHERE id = ? AND owner = ? AND kind = ?", (document_id, self._owner, kind)
        )
        return next((json.loads(body) for (body,) in rows.fetchall()), None)

    def all(self, kind: Kind, **fields: str) -> list[JsonObject]:
        """The documents of that kind in which each of the fields has that value, oldest first."""
        condition, values = self._condition(kind, fields)
        rows = self._connection.execute(f"SELECT body FROM document WHERE {condition} ORDER BY rowid", values)  # noqa: S608 (constants)
        return [json.loads(body) for (body,) in rows]

    def counts(self, kind: Kind, by: tuple[Field, ...], **fields: str) -> list[tuple[JsonObject, int]]:
        """Each combination of values that the fields in `by` have in such documents, and in how many."""
        condition, values = self._condition(kind, fields)
        names = ", ".join(by)
        rows = self._connection.execute(
            f"SELECT {names}, COUNT(*) FROM document WHERE {condition} GROUP BY {names}",  # noqa: S608 (constants)
            values,
        )
        return [(dict(zip(by, row, strict=False)), row[-1]) for row in rows]

    def remove(self, document_id: str) -> None:
        """Forgets a document, and its time."""
        for query in (
            "DELETE FROM event WHERE document_id = ? AND owner = ?",
            "DELETE FROM document WHERE id = ? AND owner = ?",
        ):
            self._connection.execute(query, (document_id, self._owner))

    def slug_owner(self, kind: Kind, slug: str) -> str | None:
        """The id of the document of that kind which has taken the slug."""
        query = "SELECT id FROM document WHERE owner = ? AND kind = ? AND slug = ?"
        rows = self._connection.execute(query, (self._owner, kind, slug))
        return next((document_id for (document_id,) in rows.fetchall()), None)

    def events_during(self, span: Span) -> list[Event]:
        """The events that overlap the span, by their start; what ends when it starts does not."""
        # What started earlier by more than the longest event has ended, and need not be looked at.
        rows = self._connection.execute(
            "SELECT kind, body, starts, ends FROM event JOIN document ON document.id = document_id"
            " WHERE event.owner = :owner AND starts < :ends AND ends > :starts"
            " AND starts > :starts - (SELECT MAX(ends - starts) FROM event WHERE owner = :owner)"
            " ORDER BY starts, document.rowid",
            {"owner": self._owner, "starts": span.starts, "ends": span.ends},
        )
        return [Event(kind, json.loads(body), Span(starts, ends)) for kind, body, starts, ends in rows]

    def _condition(self, kind: Kind, fields: dict[str, str]) -> tuple[str, list[Any]]:
        """The condition for documents of a kind with these fields, and its values."""
        condition = " AND ".join(f"{name} = ?" for name in ("owner", "kind", *fields))
        return condition, [self._owner, kind, *fields.values()]
