"""Appointments: who takes a booking, whether there is room for it, and what a change makes of it."""

from collections import Counter
from collections.abc import Sequence
from datetime import datetime

from highlevel_sandbox import series
from highlevel_sandbox.availability import duration
from highlevel_sandbox.bodies import JsonObject
from highlevel_sandbox.operations.agenda import availability, takes_time
from highlevel_sandbox.operations.call import Call, new_id
from highlevel_sandbox.operations.events import appointment_view, present, recorded, recurs
from highlevel_sandbox.operations.slots import CALENDAR_INACTIVE
from highlevel_sandbox.refusals import bad_request, unprocessable
from highlevel_sandbox.store import Field
from highlevel_sandbox.team import led, members, parties
from highlevel_sandbox.times import MILLISECOND, SECOND, Span, end_of, later, span, start_of

_SLOT_TAKEN = "The slot you have selected is no longer available."
_MEMBER_MISSING = "A team member needs to be selected. assignedUserId is missing"
_INSTANCE_RECURS = "An instance of a recurring appointment cannot recur."

# They say how a request is to be taken, and are no part of the appointment.
_FLAGS = frozenset({"ignoreDateRange", "ignoreFreeSlotValidation", "toNotify"})

# A change of one of these is checked like a booking.
_PLACE = frozenset({"calendarId", "startTime", "endTime", "assignedUserId"})


def create(call: Call) -> JsonObject:
    """Books a contact, and answers with the few fields that the live API answers with."""
    body = call.body
    calendar = _bookable(call, body["calendarId"])
    contact = call.known("contact", body["contactId"])
    start = start_of(body)
    end = end_of(body) if "endTime" in body else later(start, duration(calendar), "endTime")
    status = body.get("appointmentStatus", "confirmed" if calendar["autoConfirm"] else "new")
    appointment = _kept(body) | {
        "id": new_id(),
        "title": body.get("title", calendar["eventTitle"].replace("{{contact.name}}", contact["name"])),
        "appointmentStatus": status,
        "oldStatus": status,
        "address": body.get("address", ""),
    }
    taken = _takers(call, calendar, span(start, end), body.get("assignedUserId"))
    _store(call, appointment | taken | recorded(call, start, end))
    return _reply(appointment | taken)


def get(call: Call) -> JsonObject:
    """Reads an appointment, a series or one instance of it."""
    return {"appointment": appointment_view(call, present(call, "appointment", call.path["eventId"]))}


def update(call: Call) -> JsonObject:
    """Changes an appointment, a series with all of its instances, or one instance; no status means confirmed."""
    body = call.body
    old = present(call, "appointment", call.path["eventId"])
    if "rrule" in body and "masterEventId" in old:
        raise bad_request(_INSTANCE_RECURS)
    start, end = _times(old)
    if "startTime" in body:
        length = span(start, end).length
        start = start_of(body)
        end = later(start, length, "endTime")
    if "endTime" in body:
        end = end_of(body)
    time = span(start, end)
    appointment = old | _kept(body)
    if _PLACE & body.keys():
        calendar = _bookable(call, appointment["calendarId"])
        held = old.get("assignedUserId")
        wanted = body.get("assignedUserId", held if held in members(calendar) else None)
        appointment = {name: value for name, value in appointment.items() if name != "assignedUserId"}
        appointment |= _takers(call, calendar, time, wanted, without=old["id"])
    appointment |= recorded(call, start, end) | {
        "appointmentStatus": body.get("appointmentStatus", "confirmed"),
        "oldStatus": old["appointmentStatus"],
        "dateAdded": old["dateAdded"],
    }
    _store(call, appointment)
    return _reply(appointment)


def _kept(body: JsonObject) -> JsonObject:
    return {name: value for name, value in body.items() if name not in _FLAGS}


def _bookable(call: Call, calendar_id: str) -> JsonObject:
    calendar = call.known("calendar", calendar_id)
    if not calendar["isActive"]:
        raise bad_request(CALENDAR_INACTIVE)
    return calendar


def _reply(appointment: JsonObject) -> JsonObject:
    told = ("id", "calendarId", "contactId", "title", "assignedUserId", "address")
    return {name: appointment[name] for name in told if name in appointment} | {
        "status": "booked",
        "appoinmentStatus": appointment["appointmentStatus"],
        "isRecurring": recurs(appointment),
    }


def _takers(
    call: Call, calendar: JsonObject, time: Span, wanted: str | None, *, without: str | None = None
) -> JsonObject:
    """The users and the resources that the booking takes; a refusal when there is no room for it."""
    body = call.body
    free = availability(call, calendar, time, without=without)
    candidates = parties(calendar, [] if wanted is None else [wanted])
    if calendar.get("calendarType") == "collective":
        # Whoever leads it, the whole team comes.
        candidates = parties(calendar)
    if body.get("ignoreFreeSlotValidation"):
        if wanted is None and len(members(calendar)) > 1:
            raise unprocessable(_MEMBER_MISSING)
        fitting = candidates
    else:
        any_date = body.get("ignoreDateRange", False)
        # Where validation is on, the live API takes the string of a free slot, which has an offset and never a Z.
        offered = not body.get("startTime", "").upper().endswith("Z")
        fitting = [party for party in candidates if offered and free.fits(time, party, any_date=any_date)]
    if not fitting:
        raise bad_request(_SLOT_TAKEN)
    party = led(calendar, _least_booked(call, calendar, fitting), wanted)
    assigned = {"assignedUserId": party[0]} if party else {}
    return assigned | {"users": party[1:], "assignedResources": free.resources(time) or []}


def _least_booked(call: Call, calendar: JsonObject, candidates: Sequence[Sequence[str]]) -> Sequence[str]:
    """Of several members the one with the fewest bookings on the calendar, and of these the first of the team."""
    if len(candidates) == 1:
        return candidates[0]
    by: tuple[Field, ...] = ("assignedUserId", "appointmentStatus", "deleted", "rrule")
    bookings: Counter[str | None] = Counter()
    for alike, number in call.store.counts("appointment", by, calendarId=calendar["id"]):
        if takes_time(alike) and alike["rrule"] is None:
            bookings[alike["assignedUserId"]] += number
    return min(candidates, key=lambda party: bookings[party[0]])


def _times(appointment: JsonObject) -> tuple[datetime, datetime]:
    return datetime.fromisoformat(appointment["startTime"]), datetime.fromisoformat(appointment["endTime"])


def _store(call: Call, appointment: JsonObject) -> None:
    if "rrule" in appointment:
        _store_series(call, appointment)
        return
    call.store.put("appointment", appointment, span=span(*_times(appointment)))


def _store_series(call: Call, master: JsonObject) -> None:
    """Keeps a series, which takes no time itself, and its instances anew, but for those that were deleted."""
    start, end = _times(master)
    length = span(start, end).length
    exceptions: set[int] = set()
    for instance in call.store.all("appointment", masterEventId=master["id"]):
        if instance["deleted"]:
            exceptions.add(int(instance["id"].split("_")[1]))
        else:
            call.store.remove(instance["id"])
    try:
        starts = series.starts(master["rrule"], start.astimezone(call.zone))
    except series.RuleError as error:
        raise unprocessable([f"rrule must be a valid RRULE: {error}"]) from None
    if not starts:
        raise unprocessable(["rrule must have an occurrence"])
    # An appointment that begins to recur has had a time until now.
    call.store.remove(master["id"])
    call.store.put("appointment", master)
    shared = {name: value for name, value in master.items() if name != "rrule"}
    for first in starts:
        last = later(first, length, "endTime")
        time = span(first, last)
        started = time.starts // MILLISECOND
        if started not in exceptions:
            own = {"id": f"{master['id']}_{started}_{length // SECOND}", "masterEventId": master["id"]}
            times = recorded(call, first, last) | {"dateAdded": master["dateAdded"]}
            call.store.put("appointment", shared | times | own, span=time)
