# Generated from openapi/calendars.yaml: change that file and run `make generate`, do not edit this one.
from __future__ import annotations

from attrs import define, field

from ..._wire import JsonObject, read_boolean, read_number, read_objects
from ..models.location_configuration_response import LocationConfigurationResponse
from ..types import TeamMemberMeetingLocationType


@define(kw_only=True)
class TeamMemberResponse:
    """A user who takes bookings, as returned.

    Attributes:
        user_id: The user.
        priority: Low 0, medium 0.5, high 1. The API's default: 0.5.
        meeting_location_type: Deprecated by the vendor in favour of location_configurations. The API's
            default: "custom".
        meeting_location: Deprecated by the vendor in favour of location_configurations.
        is_primary: Whether this is the primary user.
        location_configurations: Where this member meets.
        raw: The JSON object as it came, with what has no attribute here or could not be read.
    """

    user_id: str | None = None
    priority: float | None = None
    meeting_location_type: TeamMemberMeetingLocationType | str | None = None
    meeting_location: str | None = None
    is_primary: bool | None = None
    location_configurations: list[LocationConfigurationResponse] | None = None
    raw: JsonObject = field(factory=dict[str, object], eq=False, repr=False)

    @classmethod
    def from_dict(cls, data: JsonObject) -> TeamMemberResponse:
        """Read a reply's object; what is missing or of another type becomes `None`."""
        get = data.get
        self = cls.__new__(cls)
        self.user_id = value if isinstance(value := get("userId"), str) else None
        self.priority = read_number(get("priority"))
        self.meeting_location_type = value if isinstance(value := get("meetingLocationType"), str) else None
        self.meeting_location = value if isinstance(value := get("meetingLocation"), str) else None
        self.is_primary = read_boolean(get("isPrimary"))
        self.location_configurations = read_objects(
            get("locationConfigurations"), LocationConfigurationResponse.from_dict
        )

        self.raw = data
        return self
