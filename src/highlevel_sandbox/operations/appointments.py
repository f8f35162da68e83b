"""Appointments: who takes a booking, and whether there is room for it."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime, timedelta

from highlevel_sandbox.bodies import JsonObject
from highlevel_sandbox.operations.call import Call, new_id
from highlevel_sandbox.refusals import bad_request, unprocessable
from highlevel_sandbox.store import Busy
from highlevel_sandbox.times import end_of, span, start_of

_SLOT_TAKEN = "The slot you have selected is no longer available."
_CALENDAR_INACTIVE = "Calendar is inactive"
_MEMBER_MISSING = "A team member needs to be selected. assignedUserId is missing"
_MEMBER_FOREIGN = "The user id not part of calendar team."

# An appointment of one of these states leaves its time free.
_STATUSES_THAT_FREE = frozenset({"cancelled", "noshow", "invalid"})


def create(call: Call) -> JsonObject:
    """Books a contact, and answers with the few fields that the live API answers with."""
    body = call.body
    calendar = call.known("calendar", body["calendarId"])
    if not calendar["isActive"]:
        raise bad_request(_CALENDAR_INACTIVE)
    contact = call.known("contact", body["contactId"])
    start = start_of(body)
    end = end_of(body) if "endTime" in body else _default_end(calendar, start)
    time = span(start, end)
    unchecked = body.get("ignoreFreeSlotValidation", False)
    candidates = _candidates(
        calendar, body.get("assignedUserId"), call.store.bookings(calendar["id"]), unchecked=unchecked
    )
    takers = candidates[0] if unchecked else _first_free(calendar, candidates, call.store.busy_during(time))
    appointment = body | {
        "id": new_id(),
        "title": body.get("title", calendar["eventTitle"].replace("{{contact.name}}", contact["name"])),
        "appointmentStatus": body.get("appointmentStatus", "confirmed" if calendar["autoConfirm"] else "new"),
        "address": body.get("address", ""),
        "endTime": body.get("endTime", end.isoformat()),
    }
    if takers[0] is not None:
        appointment["assignedUserId"] = takers[0]
    call.store.add("appointment", appointment)
    if appointment["appointmentStatus"] not in _STATUSES_THAT_FREE:
        call.store.occupy(appointment["id"], time, calendar_id=calendar["id"], user_ids=takers)
    return _reply(appointment)


def _reply(appointment: JsonObject) -> JsonObject:
    told = ("id", "calendarId", "contactId", "title", "assignedUserId", "address")
    return {name: appointment[name] for name in told if name in appointment} | {
        "status": "booked",
        "appoinmentStatus": appointment["appointmentStatus"],
        "isRecurring": "rrule" in appointment,
    }


def _default_end(calendar: JsonObject, start: datetime) -> datetime:
    unit = timedelta(hours=1) if calendar.get("slotDurationUnit") == "hours" else timedelta(minutes=1)
    try:
        length: timedelta = calendar["slotDuration"] * unit
        return start + length
    except OverflowError:
        raise unprocessable(["endTime must be a valid ISO 8601 date string"]) from None


def _candidates(
    calendar: JsonObject, wanted: str | None, bookings: Mapping[str, int], *, unchecked: bool
) -> Sequence[Sequence[str | None]]:
    """Who could take the booking, in the order of preference: each a group whose first is the assigned user.

    A calendar without a team is booked for nobody, and a collective one for its whole team.
    """
    members: Sequence[JsonObject] = calendar.get("teamMembers", [])
    team: Sequence[str] = [member["userId"] for member in members]
    if wanted is not None and wanted not in team:
        raise unprocessable(_MEMBER_FOREIGN)
    if wanted is None and unchecked and len(team) > 1:
        raise unprocessable(_MEMBER_MISSING)
    if not team:
        return [[None]]
    if calendar.get("calendarType") == "collective":
        lead = wanted or next(member["userId"] for member in members if member.get("isPrimary"))
        return [[lead, *(user for user in team if user != lead)]]
    if wanted is not None:
        return [[wanted]]
    return [[user] for user in sorted(team, key=lambda user: bookings.get(user, 0))]


def _first_free(
    calendar: JsonObject, candidates: Sequence[Sequence[str | None]], busy: Sequence[Busy]
) -> Sequence[str | None]:
    for users in candidates:
        if all(_has_room(calendar, user, busy) for user in users):
            return users
    raise bad_request(_SLOT_TAKEN)


def _has_room(calendar: JsonObject, user: str | None, busy: Iterable[Busy]) -> bool:
    """Whether the user can take one more booking of the calendar beside what the time is taken up with.

    Each user takes appoinmentPerSlot bookings at once; in a class those seats are shared by the whole team.
    """
    shared = calendar.get("calendarType") == "class_booking"
    taken = 0
    for other in busy:
        on_calendar = other.calendar_id == calendar["id"]
        of_user = user is not None and other.user_id == user
        if other.kind == "appointment" and on_calendar:
            taken += shared or other.user_id == user
        elif on_calendar or of_user:
            return False
    return bool(taken < calendar["appoinmentPerSlot"])
