# Generated from openapi/calendars.yaml: change that file and run `make generate`, do not edit this one.
from __future__ import annotations

from attrs import define

from ..._wire import UNSET, JsonObject, Unset, write_texts


@define(kw_only=True)
class UpdateResource:
    """What a room or equipment is changed to.

    Attributes:
        location_id: The location that owns the resource.
        name: The resource's name.
        description: Text about the resource.
        quantity: Equipment: how many pieces there are.
        out_of_service: Equipment: how many pieces are out of service.
        capacity: Room: how many people it holds.
        calendar_ids: The service calendars that use it: at most 100 for a room, at most one for
            equipment.
        is_active: Whether the resource is active.
    """

    location_id: str | Unset = UNSET
    name: str | Unset = UNSET
    description: str | Unset = UNSET
    quantity: float | Unset = UNSET
    out_of_service: float | Unset = UNSET
    capacity: float | Unset = UNSET
    calendar_ids: list[str] | Unset = UNSET
    is_active: bool | Unset = UNSET

    def to_dict(self) -> JsonObject:
        """The JSON object to send; what is unset is left out."""
        data: JsonObject = {}
        if self.location_id is not UNSET:
            data["locationId"] = self.location_id
        if self.name is not UNSET:
            data["name"] = self.name
        if self.description is not UNSET:
            data["description"] = self.description
        if self.quantity is not UNSET:
            data["quantity"] = self.quantity
        if self.out_of_service is not UNSET:
            data["outOfService"] = self.out_of_service
        if self.capacity is not UNSET:
            data["capacity"] = self.capacity
        if self.calendar_ids is not UNSET:
            data["calendarIds"] = write_texts(self.calendar_ids)
        if self.is_active is not UNSET:
            data["isActive"] = self.is_active
        return data
