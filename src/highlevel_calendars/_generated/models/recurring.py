# Generated from openapi/calendars.yaml: change that file and run `make generate`, do not edit this one.
from __future__ import annotations

from attrs import define

from ..._wire import UNSET, JsonObject, Unset
from ..types import RecurrenceFrequency, RecurringBookingOption, RecurringOverlapStatus


@define(kw_only=True)
class Recurring:
    """How the appointments of a calendar recur.

    Attributes:
        freq: How often.
        count: How many times, at most 24.
        booking_option: What happens to an occurrence whose slot is taken.
        booking_overlap_default_status: The status of an occurrence whose slot is taken.
    """

    freq: RecurrenceFrequency | Unset = UNSET
    count: float | Unset = UNSET
    booking_option: RecurringBookingOption | Unset = UNSET
    booking_overlap_default_status: RecurringOverlapStatus | Unset = UNSET

    def to_dict(self) -> JsonObject:
        """The JSON object to send; what is unset is left out."""
        data: JsonObject = {}
        if self.freq is not UNSET:
            data["freq"] = self.freq
        if self.count is not UNSET:
            data["count"] = self.count
        if self.booking_option is not UNSET:
            data["bookingOption"] = self.booking_option
        if self.booking_overlap_default_status is not UNSET:
            data["bookingOverlapDefaultStatus"] = self.booking_overlap_default_status
        return data
