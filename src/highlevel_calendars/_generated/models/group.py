# Generated from openapi/calendars.yaml: change that file and run `make generate`, do not edit this one.
from __future__ import annotations

from attrs import define, field

from ..._wire import JsonObject, read_boolean, read_id, read_string


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
        return cls(
            id=read_id(data, "id"),
            location_id=read_string(get("locationId")),
            name=read_string(get("name")),
            description=read_string(get("description")),
            slug=read_string(get("slug")),
            is_active=read_boolean(get("isActive")),
            raw=data,
        )
