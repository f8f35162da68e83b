"""Calendars."""

import re

from highlevel_sandbox.bodies import JsonObject
from highlevel_sandbox.operations.call import Call, new_id
from highlevel_sandbox.refusals import bad_request
from highlevel_sandbox.store import Store

_SLUG_TAKEN = "The slug is already taken."


def create(call: Call) -> JsonObject:
    """Creates a calendar, with a slug made from its name when it has none."""
    body = call.body
    calendar_id = new_id()
    for member in body.get("teamMembers", []):
        call.known("user", member["userId"])
    slug = body.get("slug") or _free_slug(call.store, body["name"], calendar_id)
    if call.store.has_slug("calendar", slug):
        raise bad_request(_SLUG_TAKEN)
    calendar = compose(body | {"id": calendar_id, "slug": slug})
    call.store.add("calendar", calendar, slug)
    return {"calendar": calendar}


def compose(body: JsonObject) -> JsonObject:
    """The calendar that comes of a body: an event calendar has no team, and each meeting place gets an id."""
    calendar = dict(body)
    if calendar.get("calendarType") == "event":
        calendar["teamMembers"] = []
    elif "teamMembers" in calendar:
        calendar["teamMembers"] = [_with_meeting_ids(member) for member in calendar["teamMembers"]]
    return _with_meeting_ids(calendar)


def _with_meeting_ids(owner: JsonObject) -> JsonObject:
    if "locationConfigurations" not in owner:
        return owner
    places = [
        place | {"meetingId": f"{place['kind']}_{index}"} for index, place in enumerate(owner["locationConfigurations"])
    ]
    return owner | {"locationConfigurations": places}


def _free_slug(store: Store, name: str, calendar_id: str) -> str:
    slug = re.sub(r"[^a-z0-9]+", "-", name.lower())[:60].strip("-") or "calendar"
    return f"{slug}-{calendar_id.lower()}" if store.has_slug("calendar", slug) else slug
