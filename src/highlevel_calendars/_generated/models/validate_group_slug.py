# Generated from openapi/calendars.yaml: change that file and run `make generate`, do not edit this one.
from __future__ import annotations

from attrs import define

from ..._wire import UNSET, JsonObject, Unset


@define(kw_only=True)
class ValidateGroupSlug:
    """The slug to be checked, and where.

    Attributes:
        location_id: The location of the group.
        slug: The slug.
    """

    slug: str
    location_id: str | Unset = UNSET

    def to_dict(self) -> JsonObject:
        """The JSON object to send; what is unset is left out."""
        data: JsonObject = {"slug": self.slug}
        if self.location_id is not UNSET:
            data["locationId"] = self.location_id
        return data
