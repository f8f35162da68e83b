# Generated from openapi/calendars.yaml: change that file and run `make generate`, do not edit this one.
from __future__ import annotations

from attrs import define, field

from ..._wire import JsonObject, read_boolean, read_objects
from ..models.note import Note


@define(kw_only=True)
class NotesPage:
    """A page of notes.

    Attributes:
        notes: The notes on the page.
        has_more: Whether there are notes after these.
        trace_id: The id that the vendor's support asks for.
        raw: The JSON object as it came, with what has no attribute here or could not be read.
    """

    notes: list[Note] | None = None
    has_more: bool | None = None
    trace_id: str | None = None
    raw: JsonObject = field(factory=dict[str, object], eq=False, repr=False)

    @classmethod
    def from_dict(cls, data: JsonObject) -> NotesPage:
        """Read a reply's object; what is missing or of another type becomes `None`."""
        get = data.get
        self = cls.__new__(cls)
        self.notes = read_objects(get("notes"), Note.from_dict)
        self.has_more = read_boolean(get("hasMore"))
        self.trace_id = value if isinstance(value := get("traceId"), str) else None

        self.raw = data
        return self
