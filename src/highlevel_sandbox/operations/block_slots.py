"""Block slots: times in which a user or an event calendar takes no bookings."""

from datetime import datetime

from highlevel_sandbox.bodies import JsonObject
from highlevel_sandbox.operations.call import Call, new_id
from highlevel_sandbox.operations.events import present, recorded
from highlevel_sandbox.refusals import bad_request
from highlevel_sandbox.times import end_of, span, start_of

_NO_EVENT_CALENDAR = "The calendar is not an event calendar."

_TARGETS = frozenset({"calendarId", "assignedUserId"})


def create(call: Call) -> JsonObject:
    """Blocks a user in all their calendars, or an event calendar; appointments in that time stay."""
    body = call.body
    _check_target(call, body)
    block: JsonObject = {"title": ""} | body | {"id": new_id()}
    start, end = start_of(body), end_of(body)
    call.store.put("block", block | recorded(call, start, end), span=span(start, end))
    return block


def update(call: Call) -> JsonObject:
    """Changes what is named; a user in place of a calendar, or the other way round, takes the block over."""
    body = call.body
    old = present(call, "block", call.path["eventId"])
    _check_target(call, body)
    start = start_of(body) if "startTime" in body else datetime.fromisoformat(old["startTime"])
    end = end_of(body) if "endTime" in body else datetime.fromisoformat(old["endTime"])
    left = _TARGETS - body.keys() if _TARGETS & body.keys() else set[str]()
    block = {name: value for name, value in (old | body).items() if name not in left}
    kept = block | recorded(call, start, end) | {"dateAdded": old["dateAdded"]}
    call.store.put("block", kept, span=span(start, end))
    return {name: block[name] for name in block if name not in ("dateAdded", "dateUpdated", "deleted")}


def _check_target(call: Call, body: JsonObject) -> None:
    if "calendarId" in body and call.known("calendar", body["calendarId"]).get("calendarType") != "event":
        raise bad_request(_NO_EVENT_CALENDAR)
    if "assignedUserId" in body:
        call.known("user", body["assignedUserId"])
