# Generated from openapi/calendars.yaml: change that file and run `make generate`, do not edit this one.
from __future__ import annotations

from datetime import datetime

from attrs import define, field

from ..._wire import JsonObject, read_id, read_instant, read_object
from ..models.note_author import NoteAuthor


@define(kw_only=True)
class Note:
    """A note as the API returns it.

    Attributes:
        id: The note's id.
        body: Its text.
        user_id: The user who wrote it.
        date_added: When it was created.
        contact_id: The contact of the appointment.
        created_by: Who created it.
        raw: The JSON object as it came, with what has no attribute here or could not be read.
    """

    id: str
    body: str | None = None
    user_id: str | None = None
    date_added: datetime | None = None
    contact_id: str | None = None
    created_by: NoteAuthor | None = None
    raw: JsonObject = field(factory=dict[str, object], eq=False, repr=False)

    @classmethod
    def from_dict(cls, data: JsonObject) -> Note:
        """Read a reply's object; what is missing or of another type becomes `None`."""
        get = data.get
        self = cls.__new__(cls)
        self.id = read_id(data, "id")
        self.body = value if isinstance(value := get("body"), str) else None
        self.user_id = value if isinstance(value := get("userId"), str) else None
        self.date_added = read_instant(get("dateAdded"))
        self.contact_id = value if isinstance(value := get("contactId"), str) else None
        self.created_by = read_object(get("createdBy"), NoteAuthor.from_dict)

        self.raw = data
        return self
