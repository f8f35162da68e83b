"""Free slots."""

from itertools import groupby

from highlevel_sandbox.availability import LONGEST
from highlevel_sandbox.bodies import JsonObject
from highlevel_sandbox.operations.agenda import availability
from highlevel_sandbox.operations.call import Call
from highlevel_sandbox.refusals import bad_request, unprocessable
from highlevel_sandbox.team import parties
from highlevel_sandbox.times import MILLISECOND, Span, instant, known_zone, moment

CALENDAR_INACTIVE = "Calendar is inactive"
_RANGE_BACKWARDS = "endDate must not be before startDate"
_RANGE_TOO_LONG = "The range must not be longer than 31 days"

# Milliseconds, up to where a date still has days after it.
_LAST = 253_370_764_800_000


def free(call: Call) -> JsonObject:
    """The starts that can be booked, by the dates of the time zone that was asked for."""
    query = call.query
    calendar = call.known("calendar", call.path["calendarId"])
    if not calendar["isActive"]:
        raise bad_request(CALENDAR_INACTIVE)
    zone = known_zone(query["timezone"], "timezone") if "timezone" in query else call.zone
    wanted = [*query.get("userIds", []), *([query["userId"]] if "userId" in query else [])]
    groups = parties(calendar, wanted)
    during = _range(query["startDate"], query["endDate"])
    # Nothing is offered in the past, whose hours would be looked up for nothing.
    during = Span(max(during.starts, instant(call.now)), during.ends)
    starts = availability(call, calendar, during).slots(groups) if during.length >= 0 else []
    times = [moment(start, zone) for start in starts]
    return {
        day.isoformat(): {"slots": [time.isoformat() for time in of_day]}
        for day, of_day in groupby(times, key=lambda time: time.date())
    }


def _range(start: float, end: float) -> Span:
    for name, at in (("startDate", start), ("endDate", end)):
        if at > _LAST:
            raise unprocessable([f"{name} must not be greater than {_LAST}"])
    if end < start:
        raise bad_request(_RANGE_BACKWARDS)
    span = Span(int(start) * MILLISECOND, int(end) * MILLISECOND)
    if span.length > LONGEST:
        raise bad_request(_RANGE_TOO_LONG)
    return span
