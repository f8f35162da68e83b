# Generated from openapi/calendars.yaml: change that file and run `make generate`, do not edit this one.
from __future__ import annotations

from attrs import define, field

from ..._wire import JsonObject, read_number
from ..types import RecurrenceFrequency, RecurringBookingOption, RecurringOverlapStatus


@define(kw_only=True)
class RecurringResponse:
    """How the appointments of a calendar recur, as returned.

    Attributes:
        freq: How often.
        count: How many times.
        booking_option: What happens to an occurrence whose slot is taken.
        booking_overlap_default_status: The status of an occurrence whose slot is taken.
        raw: The JSON object as it came, with what has no attribute here or could not be read.
    """

    freq: RecurrenceFrequency | str | None = None
    count: float | None = None
    booking_option: RecurringBookingOption | str | None = None
    booking_overlap_default_status: RecurringOverlapStatus | str | None = None
    raw: JsonObject = field(factory=dict[str, object], eq=False, repr=False)

    @classmethod
    def from_dict(cls, data: JsonObject) -> RecurringResponse:
        """Read a reply's object; what is missing or of another type becomes `None`."""
        get = data.get
        self = cls.__new__(cls)
        self.freq = value if isinstance(value := get("freq"), str) else None
        self.count = read_number(get("count"))
        self.booking_option = value if isinstance(value := get("bookingOption"), str) else None
        self.booking_overlap_default_status = (
            value if isinstance(value := get("bookingOverlapDefaultStatus"), str) else None
        )

        self.raw = data
        return self
