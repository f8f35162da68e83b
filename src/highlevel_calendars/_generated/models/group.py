# Generated from openapi/calendars.yaml: change that file and run `make generate`, do not edit this one.
from __future__ import annotations

from attrs import define, field

from ..._wire import JsonObject, read_boolean, read_id


@define(kw_only=True)
class Group:
    """A calendar group as the API returns it.

    Attributes:
        id: The group's id.
        location_id: The location that owns it.
        name: Its name.
        description: Text for its page.
        slug: The end of its address.
        is_active: Whether it is active.
        raw: The JSON object as it came, with what has no attribute here or could not be read.
    """

    id: str
    location_id: str | None = None
    name: str | None = None
    description: str | None = None
    slug: str | None = None
    is_active: bool | None = None
    raw: JsonObject = field(factory=dict[str, object], eq=False, repr=False)

    @classmethod
    def from_dict(cls, data: JsonObject) -> Group:
        """Read a reply's object; what is missing or of another type becomes `None`."""
        get = data.get
        self = cls.__new__(cls)
        self.id = read_id(data, "id")
        self.location_id = value if isinstance(value := get("locationId"), str) else None
        self.name = value if isinstance(value := get("name"), str) else None
        self.description = value if isinstance(value := get("description"), str) else None
        self.slug = value if isinstance(value := get("slug"), str) else None
        self.is_active = read_boolean(get("isActive"))

        self.raw = data
        return self
