# Generated from openapi/calendars.yaml: change that file and run `make generate`, do not edit this one.
from __future__ import annotations

from attrs import define, field

from ..._wire import JsonObject, read_boolean, read_number, read_objects, read_string
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
        return cls(
            user_id=read_string(get("userId")),
            priority=read_number(get("priority")),
            meeting_location_type=read_string(get("meetingLocationType")),
            meeting_location=read_string(get("meetingLocation")),
            is_primary=read_boolean(get("isPrimary")),
            location_configurations=read_objects(
                get("locationConfigurations"), LocationConfigurationResponse.from_dict
            ),
            raw=data,
        )
