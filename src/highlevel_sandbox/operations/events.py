"""Events: appointments and blocks alike, as they are listed, read and deleted."""

from datetime import datetime

from highlevel_sandbox.bodies import JsonObject
from highlevel_sandbox.operations.agenda import takes_time, users_of
from highlevel_sandbox.operations.call import Call
from highlevel_sandbox.refusals import bad_request, unprocessable
from highlevel_sandbox.store import Event, Kind
from highlevel_sandbox.times import MILLISECOND, Span

_ID_INVALID = "The event id is invalid."
_WHOSE = "Either of userId, calendarId or groupId is required"

# Digits of a time in milliseconds; more are as good as for ever.
_DIGITS = 15


def list_appointments(call: Call) -> JsonObject:
    """The appointments that overlap the time, deleted ones too, and the instances of series in place of these."""
    return {"events": [appointment_view(call, document) for document in _overlapping(call, "appointment")]}


def list_blocks(call: Call) -> JsonObject:
    """The blocks that overlap the time, deleted ones too."""
    return {"events": [block_view(document) for document in _overlapping(call, "block")]}


def delete(call: Call) -> JsonObject:
    """Marks an event as deleted, and all instances with a series; of a series, a deleted instance is left out."""
    event_id = call.path["eventId"]
    kind: Kind = "block" if call.store.get("block", event_id) else "appointment"
    document = present(call, kind, event_id)
    for one in [document, *call.store.all("appointment", masterEventId=event_id)]:
        call.store.put(kind, one | {"deleted": True, "dateUpdated": call.today})
    return {"succeeded": True}


def present(call: Call, kind: Kind, event_id: str) -> JsonObject:
    """The event of that id, unless it was deleted."""
    document = call.store.get(kind, event_id)
    if document is None or document["deleted"]:
        raise bad_request(_ID_INVALID)
    return document


def recorded(call: Call, start: datetime, end: datetime) -> JsonObject:
    """The fields that a new event has whatever it is; its times are told by the clocks of the location."""
    return {
        "startTime": start.astimezone(call.zone).isoformat(),
        "endTime": end.astimezone(call.zone).isoformat(),
        "dateAdded": call.today,
        "dateUpdated": call.today,
        "deleted": False,
    }


def block_view(block: JsonObject) -> JsonObject:
    """A block as it is listed: with neither contact nor status."""
    return block | {"createdBy": {"source": "third_party"}}


def appointment_view(call: Call, appointment: JsonObject) -> JsonObject:
    """An appointment as it is read, with the status in either spelling."""
    status: str = appointment["appointmentStatus"]
    view = {name: value for name, value in appointment.items() if name != "oldStatus"} | {
        "appoinmentStatus": status,
        "statusDetails": {
            "status": status.capitalize(),
            "state": "active" if takes_time(appointment) else "inactive",
            "oldStatus": appointment["oldStatus"],
            "translatable": True,
        },
        "isRecurring": recurs(appointment),
        "createdBy": {"source": "third_party"},
    }
    calendar = call.store.get("calendar", appointment["calendarId"]) or {}
    return view | ({"groupId": calendar["groupId"]} if "groupId" in calendar else {})


def recurs(appointment: JsonObject) -> bool:
    """Whether it is a series or an instance of one."""
    return "rrule" in appointment or "masterEventId" in appointment


def _overlapping(call: Call, kind: Kind) -> list[JsonObject]:
    query = call.query
    if not any(name in query for name in ("userId", "calendarId", "groupId")):
        raise unprocessable(_WHOSE)
    span = Span(_microseconds(query["startTime"]), _microseconds(query["endTime"]))
    if span.length < 0:
        raise unprocessable(["endTime must be after startTime"])
    return [event.document for event in call.store.events_during(span) if event.kind == kind and _asked(call, event)]


def _asked(call: Call, event: Event) -> bool:
    query, document = call.query, event.document
    calendar_id = document.get("calendarId")
    calendar = call.store.get("calendar", calendar_id) if "groupId" in query and calendar_id else None
    return (
        query.get("userId") in (None, *users_of(document))
        and query.get("calendarId") in (None, calendar_id)
        and query.get("groupId") in (None, (calendar or {}).get("groupId"))
    )


def _microseconds(digits: str) -> int:
    text = digits.strip().lstrip("0") or "0"
    return (int(text) if len(text) <= _DIGITS else 10**_DIGITS) * MILLISECOND
