"""Calendars."""

import re
from typing import Any

from highlevel_sandbox.bodies import JsonObject, is_array, is_object
from highlevel_sandbox.operations.call import Call, new_id
from highlevel_sandbox.refusals import bad_request, unprocessable

# What the kind of a calendar decides about; an update must leave it as a create would have had it.
_BY_KIND = ("calendarType", "teamMembers", "locationConfigurations", "enableRecurring")


def create(call: Call) -> JsonObject:
    """Creates a calendar, with a slug made from its name when it has none."""
    body = call.body
    calendar_id = new_id()
    _check_team(call, body)
    slug = body.get("slug") or _free_slug(call, body["name"], calendar_id)
    call.claim("calendar", slug, calendar_id)
    calendar = compose(body | {"id": calendar_id, "slug": slug})
    call.store.put("calendar", calendar, slug=slug)
    return {"calendar": calendar}


def list_all(call: Call) -> JsonObject:
    """The calendars of the location, or of one of its groups; without drafts when these are not wanted."""
    fields = {"groupId": call.query["groupId"]} if "groupId" in call.query else {}
    calendars = call.store.all("calendar", **fields)
    return {"calendars": [one for one in calendars if one["isActive"] or call.query["showDrafted"]]}


def get(call: Call) -> JsonObject:
    """Reads a calendar."""
    return {"calendar": call.known("calendar", call.path["calendarId"])}


def update(call: Call) -> JsonObject:
    """Changes the fields that are named. An entry of availabilities is added, or changed by its id."""
    body = call.body
    old = call.known("calendar", call.path["calendarId"])
    _check_team(call, body)
    calendar = compose(old | body | _dates(old, body))
    _check_kind(call, calendar)
    slug = calendar["slug"]
    call.claim("calendar", slug, calendar["id"])
    call.store.put("calendar", calendar, slug=slug)
    return {"calendar": calendar}


def delete(call: Call) -> JsonObject:
    """Deletes a calendar; its appointments stay."""
    call.store.remove(call.known("calendar", call.path["calendarId"])["id"])
    return {"success": True}


def compose(body: JsonObject) -> JsonObject:
    """The calendar that comes of a body.

    An event calendar has no team, and meeting places and custom dates get an id.
    """
    calendar = dict(body)
    if calendar.get("calendarType") == "event":
        calendar["teamMembers"] = []
    elif "teamMembers" in calendar:
        calendar["teamMembers"] = [_with_meeting_ids(member) for member in calendar["teamMembers"]]
    if "availabilities" in calendar:
        calendar["availabilities"] = [{"id": new_id()} | entry for entry in calendar["availabilities"]]
    return _with_meeting_ids(calendar)


def _with_meeting_ids(owner: JsonObject) -> JsonObject:
    if "locationConfigurations" not in owner:
        return owner
    places = [
        place | {"meetingId": f"{place['kind']}_{index}"} for index, place in enumerate(owner["locationConfigurations"])
    ]
    return owner | {"locationConfigurations": places}


def _dates(old: JsonObject, body: JsonObject) -> JsonObject:
    """The custom dates of an update: those that were there, with what is sent added, changed or removed."""
    if "availabilities" not in body:
        return {}
    entries: dict[str, JsonObject] = {entry["id"]: entry for entry in old.get("availabilities", [])}
    for entry in body["availabilities"]:
        if "id" in entry and entry["id"] not in entries:
            raise bad_request("Availability not found")
        entry_id = entry.get("id") or new_id()
        entries[entry_id] = entry | {"id": entry_id}
    return {"availabilities": [entry for entry in entries.values() if not entry.get("deleted")]}


def _check_team(call: Call, body: JsonObject) -> None:
    for member in body.get("teamMembers", []):
        call.known("user", member["userId"])


def _check_kind(call: Call, calendar: JsonObject) -> None:
    """Refuses an update after which the team or the places do not suit the kind of the calendar."""
    request = {name: _as_sent(calendar[name]) for name in _BY_KIND if name in calendar}
    named = {"name": "", "locationId": ""}
    messages = call.contract.operations["create-calendar"].complaints({}, {}, request | named)
    if messages:
        raise unprocessable(messages)


def _as_sent(value: Any) -> Any:
    """A value without the ids of meeting places, which only replies have."""
    if is_array(value):
        return [_as_sent(item) for item in value]
    if is_object(value):
        return {name: _as_sent(item) for name, item in value.items() if name != "meetingId"}
    return value


def _free_slug(call: Call, name: str, calendar_id: str) -> str:
    slug = re.sub(r"[^a-z0-9]+", "-", name.lower())[:60].strip("-") or "calendar"
    return f"{slug}-{calendar_id.lower()}" if call.store.slug_owner("calendar", slug) else slug
