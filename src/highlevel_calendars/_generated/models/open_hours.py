# Generated from openapi/calendars.yaml: change that file and run `make generate`, do not edit this one.
from __future__ import annotations

from collections.abc import Sequence

from attrs import define

from ..._wire import JsonObject
from ..models.hours import Hours


@define(kw_only=True)
class OpenHours:
    """The opening hours of one day of the week. The SDK takes several days and sends an entry for each.

    Attributes:
        days_of_the_week: The day: 0 is Sunday, 6 is Saturday.
        hours: When it is open on that day.
    """

    days_of_the_week: Sequence[int]
    hours: Sequence[Hours]

    def to_dict(self) -> JsonObject:
        """The JSON object to send; what is unset is left out."""
        data: JsonObject = {
            "daysOfTheWeek": list(self.days_of_the_week),
            "hours": [item.to_dict() for item in self.hours],
        }
        return data
