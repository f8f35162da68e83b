# Generated from openapi/calendars.yaml: change that file and run `make generate`, do not edit this one.
from __future__ import annotations

from attrs import define

from ..._wire import UNSET, JsonObject, Unset


@define(kw_only=True)
class CreateNote:
    """What a note is created with.

    Attributes:
        body: The text, at most 5000 characters.
        user_id: The user who writes it.
    """

    body: str
    user_id: str | Unset = UNSET

    def to_dict(self) -> JsonObject:
        """The JSON object to send; what is unset is left out."""
        data: JsonObject = {"body": self.body}
        if self.user_id is not UNSET:
            data["userId"] = self.user_id
        return data
