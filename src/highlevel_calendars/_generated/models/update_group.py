# Generated from openapi/calendars.yaml: change that file and run `make generate`, do not edit this one.
from __future__ import annotations

from attrs import define

from ..._wire import JsonObject


@define(kw_only=True)
class UpdateGroup:
    """What a calendar group is changed to.

    Attributes:
        name: The group's name.
        description: Text for the group's page; may be empty.
        slug: The end of the group's address, unique.
    """

    name: str
    description: str
    slug: str

    def to_dict(self) -> JsonObject:
        """The JSON object to send; what is unset is left out."""
        data: JsonObject = {"name": self.name, "description": self.description, "slug": self.slug}
        return data
