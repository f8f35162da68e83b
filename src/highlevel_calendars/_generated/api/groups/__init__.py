# Generated from openapi/calendars.yaml: change that file and run `make generate`, do not edit this one.
from __future__ import annotations

import builtins

from ...._operation import Caller, OnUnknown, Options
from ...._wire import UNSET, Unset
from ...models.create_group import CreateGroup
from ...models.group import Group
from ...models.set_group_status import SetGroupStatus
from ...models.slug_availability import SlugAvailability
from ...models.success import Success
from ...models.update_group import UpdateGroup
from ...models.validate_group_slug import ValidateGroupSlug
from .create_calendar_group import create_calendar_group
from .delete_group import delete_group
from .disable_group import disable_group
from .edit_group import edit_group
from .get_groups import get_groups
from .validate_groups_slug import validate_groups_slug


class Groups:
    """Named collections of calendars that share a booking page."""

    __slots__ = ("_client",)

    def __init__(self, client: Caller) -> None:
        self._client = client

    async def list(self, *, location_id: str | Unset = UNSET, options: Options | None = None) -> builtins.list[Group]:
        """List calendar groups.

        Returns all calendar groups of a location.

        GET /calendars/groups

        Scope: calendars/groups.readonly
        Page: https://marketplace.gohighlevel.com/docs/ghl/calendars/get-groups

        Args:
            location_id: The location.
            options: Settings of this call alone.

        Raises:
            ValidationError: a documented rule is broken; nothing was sent.
            StatusError: the API refused, its subclasses say why.
            HighLevelError: any other failure; all are subclasses of it.
        """
        response = await get_groups(self._client, location_id=location_id, options=options)
        return response.value

    async def create(
        self,
        *,
        name: str,
        description: str,
        slug: str,
        location_id: str | Unset = UNSET,
        is_active: bool | Unset = UNSET,
        options: Options | None = None,
        on_unknown: OnUnknown = "raise",
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
            on_unknown: What becomes of a write whose reply was lost: "raise" raises OutcomeUnknown, "reconcile"
                looks it up and returns what the API has, or sends again when it surely has nothing; see
                `CalendarsClient.call`.

        Raises:
            ValidationError: a documented rule is broken; nothing was sent.
            StatusError: the API refused, its subclasses say why.
            OutcomeUnknown: the reply was lost, and the write may have happened.
            HighLevelError: any other failure; all are subclasses of it.
        """
        response = await create_calendar_group(
            self._client,
            CreateGroup(location_id=location_id, name=name, description=description, slug=slug, is_active=is_active),
            options=options,
            on_unknown=on_unknown,
        )
        return response.value

    async def validate_slug(
        self, *, slug: str, location_id: str | Unset = UNSET, options: Options | None = None
    ) -> SlugAvailability:
        """Check a group slug.

        Tells whether a slug is free in the location. It changes nothing and still needs the scope for
        writing.

        POST /calendars/groups/validate-slug

        Scope: calendars/groups.write
        Page: https://marketplace.gohighlevel.com/docs/ghl/calendars/validate-groups-slug

        Args:
            location_id: The location of the group.
            slug: The slug.
            options: Settings of this call alone.

        Raises:
            ValidationError: a documented rule is broken; nothing was sent.
            StatusError: the API refused, its subclasses say why.
            OutcomeUnknown: the reply was lost, and the write may have happened.
            HighLevelError: any other failure; all are subclasses of it.
        """
        response = await validate_groups_slug(
            self._client, ValidateGroupSlug(location_id=location_id, slug=slug), options=options
        )
        return response.value

    async def update(
        self, group_id: str, *, name: str, description: str, slug: str, options: Options | None = None
    ) -> Group:
        """Update a calendar group.

        Replaces the name, the description and the slug of a group, all three at once.

        PUT /calendars/groups/{group_id}

        Scope: calendars/groups.write
        Page: https://marketplace.gohighlevel.com/docs/ghl/calendars/edit-group

        Args:
            group_id: The group.
            name: The group's name.
            description: Text for the group's page; may be empty.
            slug: The end of the group's address, unique.
            options: Settings of this call alone.

        Raises:
            ValidationError: a documented rule is broken; nothing was sent.
            StatusError: the API refused, its subclasses say why.
            HighLevelError: any other failure; all are subclasses of it.
        """
        response = await edit_group(
            self._client, group_id, UpdateGroup(name=name, description=description, slug=slug), options=options
        )
        return response.value

    async def delete(self, group_id: str, *, options: Options | None = None) -> Success:
        """Delete a calendar group.

        Deletes a calendar group.

        DELETE /calendars/groups/{group_id}

        Scope: calendars/groups.write
        Page: https://marketplace.gohighlevel.com/docs/ghl/calendars/delete-group

        Args:
            group_id: The group.
            options: Settings of this call alone.

        Raises:
            ValidationError: a documented rule is broken; nothing was sent.
            StatusError: the API refused, its subclasses say why.
            HighLevelError: any other failure; all are subclasses of it.
        """
        response = await delete_group(self._client, group_id, options=options)
        return response.value

    async def set_status(self, group_id: str, *, is_active: bool, options: Options | None = None) -> Success:
        """Activate or deactivate a calendar group.

        Activates or deactivates a calendar group; an update does not.

        PUT /calendars/groups/{group_id}/status

        Scope: calendars/groups.write
        Page: https://marketplace.gohighlevel.com/docs/ghl/calendars/disable-group

        Args:
            group_id: The group.
            is_active: True activates the group, false deactivates it.
            options: Settings of this call alone.

        Raises:
            ValidationError: a documented rule is broken; nothing was sent.
            StatusError: the API refused, its subclasses say why.
            HighLevelError: any other failure; all are subclasses of it.
        """
        response = await disable_group(self._client, group_id, SetGroupStatus(is_active=is_active), options=options)
        return response.value
