# Generated from openapi/calendars.yaml: change that file and run `make generate`, do not edit this one.
from __future__ import annotations

from attrs import define, field

from ..._wire import JsonObject, find_id


@define(kw_only=True)
class NoteAuthor:
    """Who created a note.

    Attributes:
        id: The author's id.
        name: The author's name.
        raw: The JSON object as it came, with what has no attribute here or could not be read.
    """

    id: str | None = None
    name: str | None = None
    raw: JsonObject = field(factory=dict[str, object], eq=False, repr=False)

    @classmethod
    def from_dict(cls, data: JsonObject) -> NoteAuthor:
        """Read a reply's object; what is missing or of another type becomes `None`."""
        get = data.get
        self = cls.__new__(cls)
        self.id = find_id(data, "id")
        self.name = value if isinstance(value := get("name"), str) else None

        self.raw = data
        return self
