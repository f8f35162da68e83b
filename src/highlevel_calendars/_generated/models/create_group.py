# Generated from openapi/calendars.yaml: change that file and run `make generate`, do not edit this one.
from __future__ import annotations

from attrs import define

from ..._wire import UNSET, JsonObject, Unset


@define(kw_only=True)
class CreateGroup:
    """What a calendar group is created with.

    Attributes:
        location_id: The location that owns the group.
        name: The group's name.
        description: Text for the group's page; may be empty.
        slug: The end of the group's address, unique.
        is_active: Whether the group is active.
    """

    name: str
    description: str
    slug: str
    location_id: str | Unset = UNSET
    is_active: bool | Unset = UNSET

    def to_dict(self) -> JsonObject:
        """The JSON object to send; what is unset is left out."""
        data: JsonObject = {"name": self.name, "description": self.description, "slug": self.slug}
        if self.location_id is not UNSET:
            data["locationId"] = self.location_id
        if self.is_active is not UNSET:
            data["isActive"] = self.is_active
        return data
