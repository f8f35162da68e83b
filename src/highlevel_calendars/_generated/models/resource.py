# Generated from openapi/calendars.yaml: change that file and run `make generate`, do not edit this one.
from __future__ import annotations

from attrs import define, field

from ..._wire import JsonObject, find_id, read_boolean, read_number, read_string, read_values
from ..types import ResourceType


@define(kw_only=True)
class Resource:
    """A room or equipment as the API returns it.

    Attributes:
        id: The resource's id.
        location_id: The location that owns it.
        name: Its name.
        resource_type: Its kind.
        is_active: Whether it is active.
        description: Text about it.
        quantity: Equipment: how many pieces there are.
        out_of_service: Equipment: how many pieces are out of service.
        capacity: Room: how many people it holds.
        calendar_ids: The service calendars that use it.
        raw: The JSON object as it came, with what has no attribute here or could not be read.
    """

    id: str | None = None
    location_id: str | None = None
    name: str | None = None
    resource_type: ResourceType | str | None = None
    is_active: bool | None = None
    description: str | None = None
    quantity: float | None = None
    out_of_service: float | None = None
    capacity: float | None = None
    calendar_ids: list[str] | None = None
    raw: JsonObject = field(factory=dict[str, object], eq=False, repr=False)

    @classmethod
    def from_dict(cls, data: JsonObject) -> Resource:
        """Read a reply's object; what is missing or of another type becomes `None`."""
        get = data.get
        self = cls.__new__(cls)
        self.id = find_id(data, "id", "_id")
        self.location_id = value if isinstance(value := get("locationId"), str) else None
        self.name = value if isinstance(value := get("name"), str) else None
        self.resource_type = value if isinstance(value := get("resourceType"), str) else None
        self.is_active = read_boolean(get("isActive"))
        self.description = value if isinstance(value := get("description"), str) else None
        self.quantity = read_number(get("quantity"))
        self.out_of_service = read_number(get("outOfService"))
        self.capacity = read_number(get("capacity"))
        self.calendar_ids = read_values(get("calendarIds"), read_string)

        self.raw = data
        return self
