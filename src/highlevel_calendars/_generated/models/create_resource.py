# Generated from openapi/calendars.yaml: change that file and run `make generate`, do not edit this one.
from __future__ import annotations

from attrs import define

from ..._wire import UNSET, JsonObject, Unset, write_texts


@define(kw_only=True)
class CreateResource:
    """What a room or equipment is created with.

    Attributes:
        location_id: The location that owns the resource.
        name: The resource's name.
        description: Text about the resource.
        calendar_ids: The service calendars that use it: at most 100 for a room, at most one for
            equipment.
        quantity: Equipment: how many pieces there are.
        out_of_service: Equipment: how many pieces are out of service.
        capacity: Room: how many people it holds.
    """

    name: str
    description: str
    calendar_ids: list[str]
    location_id: str | Unset = UNSET
    quantity: float | Unset = UNSET
    out_of_service: float | Unset = UNSET
    capacity: float | Unset = UNSET

    def to_dict(self) -> JsonObject:
        """The JSON object to send; what is unset is left out."""
        data: JsonObject = {
            "name": self.name,
            "description": self.description,
            "calendarIds": write_texts(self.calendar_ids),
        }
        if self.location_id is not UNSET:
            data["locationId"] = self.location_id
        if self.quantity is not UNSET:
            data["quantity"] = self.quantity
        if self.out_of_service is not UNSET:
            data["outOfService"] = self.out_of_service
        if self.capacity is not UNSET:
            data["capacity"] = self.capacity
        return data
