# Generated from openapi/calendars.yaml: change that file and run `make generate`, do not edit this one.
from __future__ import annotations

import builtins

from ...._operation import Caller, OnUnknown, Options
from ...._wire import UNSET, Unset
from ...models.create_resource import CreateResource
from ...models.resource import Resource
from ...models.success import Success
from ...models.update_resource import UpdateResource
from ...types import ResourceType
from .create_calendar_resource import create_calendar_resource
from .delete_calendar_resource import delete_calendar_resource
from .fetch_calendar_resources import fetch_calendar_resources
from .get_calendar_resource import get_calendar_resource
from .update_calendar_resource import update_calendar_resource


class Resources:
    """Rooms and equipment that service calendars occupy."""

    __slots__ = ("_client",)

    def __init__(self, client: Caller) -> None:
        self._client = client

    async def list(
        self,
        resource_type: ResourceType,
        *,
        limit: int,
        skip: int,
        location_id: str | Unset = UNSET,
        options: Options | None = None,
    ) -> builtins.list[Resource]:
        """List rooms or equipment.

        Returns a page of the resources of one kind in a location.

        GET /calendars/resources/{resource_type}

        Scope: calendars/resources.readonly
        Page: https://marketplace.gohighlevel.com/docs/ghl/calendars/fetch-calendar-resources

        Args:
            resource_type: The kind of resource.
            location_id: The location.
            limit: How many resources to return.
            skip: How many resources to pass over.
            options: Settings of this call alone.

        Raises:
            ValidationError: a documented rule is broken; nothing was sent.
            StatusError: the API refused, its subclasses say why.
            HighLevelError: any other failure; all are subclasses of it.
        """
        response = await fetch_calendar_resources(
            self._client, resource_type, location_id=location_id, limit=limit, skip=skip, options=options
        )
        return response.value

    async def create(
        self,
        resource_type: ResourceType,
        *,
        name: str,
        description: str,
        calendar_ids: builtins.list[str],
        location_id: str | Unset = UNSET,
        quantity: float | Unset = UNSET,
        out_of_service: float | Unset = UNSET,
        capacity: float | Unset = UNSET,
        options: Options | None = None,
        on_unknown: OnUnknown = "raise",
    ) -> Resource:
        """Create a room or equipment.

        Creates a calendar resource of the kind named in the path.

        POST /calendars/resources/{resource_type}

        Scope: calendars/resources.write
        Page: https://marketplace.gohighlevel.com/docs/ghl/calendars/create-calendar-resource

        Args:
            resource_type: The kind of resource.
            location_id: The location that owns the resource.
            name: The resource's name.
            description: Text about the resource.
            calendar_ids: The service calendars that use it: at most 100 for a room, at most one for
                equipment.
            quantity: Equipment: how many pieces there are.
            out_of_service: Equipment: how many pieces are out of service.
            capacity: Room: how many people it holds.
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
        response = await create_calendar_resource(
            self._client,
            resource_type,
            CreateResource(
                location_id=location_id,
                name=name,
                description=description,
                calendar_ids=calendar_ids,
                quantity=quantity,
                out_of_service=out_of_service,
                capacity=capacity,
            ),
            options=options,
            on_unknown=on_unknown,
        )
        return response.value

    async def get(self, resource_type: ResourceType, id: str, *, options: Options | None = None) -> Resource:
        """Read a room or equipment.

        Returns one resource.

        GET /calendars/resources/{resource_type}/{id}

        Scope: calendars/resources.readonly
        Page: https://marketplace.gohighlevel.com/docs/ghl/calendars/get-calendar-resource

        Args:
            resource_type: The kind of resource.
            id: The resource.
            options: Settings of this call alone.

        Raises:
            ValidationError: a documented rule is broken; nothing was sent.
            StatusError: the API refused, its subclasses say why.
            HighLevelError: any other failure; all are subclasses of it.
        """
        response = await get_calendar_resource(self._client, resource_type, id, options=options)
        return response.value

    async def update(
        self,
        resource_type: ResourceType,
        id: str,
        *,
        location_id: str | Unset = UNSET,
        name: str | Unset = UNSET,
        description: str | Unset = UNSET,
        quantity: float | Unset = UNSET,
        out_of_service: float | Unset = UNSET,
        capacity: float | Unset = UNSET,
        calendar_ids: builtins.list[str] | Unset = UNSET,
        is_active: bool | Unset = UNSET,
        options: Options | None = None,
    ) -> Resource:
        """Update a room or equipment.

        Changes a resource.

        PUT /calendars/resources/{resource_type}/{id}

        Scope: calendars/resources.write
        Page: https://marketplace.gohighlevel.com/docs/ghl/calendars/update-calendar-resource

        Args:
            resource_type: The kind of resource.
            id: The resource.
            location_id: The location that owns the resource.
            name: The resource's name.
            description: Text about the resource.
            quantity: Equipment: how many pieces there are.
            out_of_service: Equipment: how many pieces are out of service.
            capacity: Room: how many people it holds.
            calendar_ids: The service calendars that use it: at most 100 for a room, at most one for
                equipment.
            is_active: Whether the resource is active.
            options: Settings of this call alone.

        Raises:
            ValidationError: a documented rule is broken; nothing was sent.
            StatusError: the API refused, its subclasses say why.
            HighLevelError: any other failure; all are subclasses of it.
        """
        response = await update_calendar_resource(
            self._client,
            resource_type,
            id,
            UpdateResource(
                location_id=location_id,
                name=name,
                description=description,
                quantity=quantity,
                out_of_service=out_of_service,
                capacity=capacity,
                calendar_ids=calendar_ids,
                is_active=is_active,
            ),
            options=options,
        )
        return response.value

    async def delete(self, resource_type: ResourceType, id: str, *, options: Options | None = None) -> Success:
        """Delete a room or equipment.

        Deletes a resource.

        DELETE /calendars/resources/{resource_type}/{id}

        Scope: calendars/resources.write
        Page: https://marketplace.gohighlevel.com/docs/ghl/calendars/delete-calendar-resource

        Args:
            resource_type: The kind of resource.
            id: The resource.
            options: Settings of this call alone.

        Raises:
            ValidationError: a documented rule is broken; nothing was sent.
            StatusError: the API refused, its subclasses say why.
            HighLevelError: any other failure; all are subclasses of it.
        """
        response = await delete_calendar_resource(self._client, resource_type, id, options=options)
        return response.value
