# Generated from openapi/calendars.yaml: change that file and run `make generate`, do not edit this one.
from __future__ import annotations

from ...._operation import Caller, Options
from ...._wire import UNSET, Unset
from ...models.create_group import CreateGroup
from ...models.group import Group
from .create_calendar_group import create_calendar_group


class Groups:
    """Named collections of calendars that share a booking page."""

    __slots__ = ("_client",)

    def __init__(self, client: Caller) -> None:
        self._client = client

    async def create(
        self,
        *,
        name: str,
        description: str,
        slug: str,
        location_id: str | Unset = UNSET,
        is_active: bool | Unset = UNSET,
        options: Options | None = None,
    ) -> Group:
        """Create a calendar group.

        Creates a calendar group. Its slug must be free in the location.

        POST /calendars/groups

        Scope: calendars/groups.write
        Page: https://marketplace.gohighlevel.com/docs/ghl/calendars/create-calendar-group

        Args:
            location_id: The location that owns the group.
            name: The group's name.
            description: Text for the group's page; may be empty.
            slug: The end of the group's address, unique.
            is_active: Whether the group is active.
            options: Settings of this call alone.

        Raises:
            ValidationError: a documented rule is broken; nothing was sent.
            StatusError: the API refused, its subclasses say why.
            OutcomeUnknown: the reply was lost, and the write may have happened.
            HighLevelError: any other failure; all are subclasses of it.
        """
        body = CreateGroup(location_id=location_id, name=name, description=description, slug=slug, is_active=is_active)
        response = await create_calendar_group(self._client, body, options=options)
        return response.value
