"""Schedules: the working hours of a user, which apply to some of the calendars."""

from highlevel_sandbox.bodies import JsonObject
from highlevel_sandbox.operations.call import Call, new_id, page
from highlevel_sandbox.refusals import not_found
from highlevel_sandbox.store import Kind
from highlevel_sandbox.times import known_zone


def create(call: Call) -> JsonObject:
    """Creates a schedule; one without rules leaves its user no hours on its calendars."""
    body = call.body
    known_zone(body["timezone"], "timezone")
    call.known("user", body["userId"])
    for calendar_id in body.get("calendarIds", []):
        call.known("calendar", calendar_id)
    schedule = compose(body | {"id": new_id()}, call.today)
    call.store.put("schedule", schedule)
    return {"schedule": schedule}


def compose(body: JsonObject, today: str) -> JsonObject:
    """The schedule that comes of a body."""
    defaults: JsonObject = {"rules": [], "calendarIds": []}
    return defaults | body | {"dateAdded": today, "dateUpdated": today, "deleted": False}


def search(call: Call) -> JsonObject:
    """A page of the schedules of a user, or of those that apply to one calendar."""
    query = call.query
    schedules = [
        one
        for one in call.store.all("schedule", userId=query["userId"])
        if query.get("calendarId") in (None, *one["calendarIds"])
    ]
    return {"schedules": page(schedules, query["skip"], query["limit"])}


def get(call: Call) -> JsonObject:
    """Reads a schedule."""
    return {"schedule": _found(call, "schedule", call.path["id"])}


def update(call: Call) -> JsonObject:
    """Changes the name, the rules or the time zone."""
    if "timezone" in call.body:
        known_zone(call.body["timezone"], "timezone")
    return {"schedule": _save(call, _found(call, "schedule", call.path["id"]) | call.body)}


def delete(call: Call) -> JsonObject:
    """Deletes a schedule."""
    call.store.remove(_found(call, "schedule", call.path["id"])["id"])
    return {"success": True}


def add_calendar(call: Call) -> JsonObject:
    """Applies a schedule to a calendar; a second time it changes nothing."""
    return _apply(call, wanted=True)


def remove_calendar(call: Call) -> JsonObject:
    """Takes a schedule off a calendar; a second time it changes nothing."""
    return _apply(call, wanted=False)


def _apply(call: Call, *, wanted: bool) -> JsonObject:
    schedule = _found(call, "schedule", call.path["id"])
    calendar_id = _found(call, "calendar", call.path["calendarId"])["id"]
    others = [one for one in schedule["calendarIds"] if one != calendar_id]
    _save(call, schedule | {"calendarIds": [*others, calendar_id] if wanted else others})
    return {"success": True}


def _save(call: Call, schedule: JsonObject) -> JsonObject:
    saved = schedule | {"dateUpdated": call.today}
    call.store.put("schedule", saved)
    return saved


def _found(call: Call, kind: Kind, document_id: str) -> JsonObject:
    """The document of that id; these operations are the ones that document a 404."""
    document = call.store.get(kind, document_id)
    if document is None:
        raise not_found(f"{kind.capitalize()} not found")
    return document
