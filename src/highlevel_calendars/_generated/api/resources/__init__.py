# Generated from openapi/calendars.yaml: change that file and run `make generate`, do not edit this one.
from __future__ import annotations

import builtins

from ...._operation import Caller, Options
from ...._wire import UNSET, Unset
from ...models.create_resource import CreateResource
from ...models.resource import Resource
from ...types import ResourceType
from .create_calendar_resource import create_calendar_resource


class Resources:
    """Rooms and equipment that service calendars occupy."""

    __slots__ = ("_client",)

    def __init__(self, client: Caller) -> None:
        self._client = client

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

        Raises:
            ValidationError: a documented rule is broken; nothing was sent.
            StatusError: the API refused, its subclasses say why.
            OutcomeUnknown: the reply was lost, and the write may have happened.
            HighLevelError: any other failure; all are subclasses of it.
        """
        body = CreateResource(
            location_id=location_id,
            name=name,
            description=description,
            calendar_ids=calendar_ids,
            quantity=quantity,
            out_of_service=out_of_service,
            capacity=capacity,
        )
        response = await create_calendar_resource(self._client, resource_type, body, options=options)
        return response.value
