"""Block slots: times in which a user or an event calendar takes no bookings."""

from highlevel_sandbox.bodies import JsonObject
from highlevel_sandbox.operations.call import Call, new_id
from highlevel_sandbox.refusals import bad_request
from highlevel_sandbox.times import end_of, span, start_of

_NO_EVENT_CALENDAR = "The calendar is not an event calendar."


def create(call: Call) -> JsonObject:
    """Blocks a user in all their calendars, or an event calendar; appointments in that time stay."""
    body = call.body
    calendar_id: str | None = body.get("calendarId")
    user_id: str | None = body.get("assignedUserId")
    if calendar_id is not None and call.known("calendar", calendar_id).get("calendarType") != "event":
        raise bad_request(_NO_EVENT_CALENDAR)
    if user_id is not None:
        call.known("user", user_id)
    time = span(start_of(body), end_of(body))
    block = {"title": ""} | body | {"id": new_id()}
    call.store.add("block", block)
    call.store.occupy(block["id"], time, calendar_id=calendar_id, user_ids=[user_id])
    return block
