"""Hooks of Schemathesis: random ids become those of the sandbox, so that requests get past the first check.

What is valid stays valid and what is invalid invalid: strings are replaced by strings, and times by times.
"""

from __future__ import annotations

import re
import uuid
from datetime import datetime
from typing import Any

import schemathesis

from highlevel_sandbox import Sandbox

SEEDED = {
    "locationId": Sandbox.location_id,
    "contactId": Sandbox.contacts["nia"],
    "assignedUserId": Sandbox.users["ada"],
    "userId": Sandbox.users["ada"],
}
CALENDARS = {
    "/calendars/events/appointments": Sandbox.calendars["personal"],
    "/calendars/events/block-slots": Sandbox.calendars["event"],
}
CALENDAR = "/calendars/{calendarId}"
ASSOCIATION = "/calendars/schedules/{id}/associations/{calendarId}"
# The ids of these paths become those of what is there.
PATHS = {
    CALENDAR: "calendarId",
    "/calendars/{calendarId}/free-slots": "calendarId",
    "/calendars/{calendarId}/notifications": "calendarId",
    "/calendars/{calendarId}/notifications/{notificationId}": "calendarId",
    "/calendars/schedules/{id}": "id",
    ASSOCIATION: "id",
}
WEEK = ("2026-01-25T09:00:00+01:00", "2026-02-01T09:00:00+01:00")
WEEK_MILLIS = (1769328000000, 1769932800000)


def instant(value: object) -> datetime | None:
    """The aware datetime that a value is, if it is one."""
    if not isinstance(value, str) or not value.isascii():
        return None
    try:
        parsed = datetime.fromisoformat(value)
    except ValueError:
        return None
    return parsed if parsed.tzinfo else None


def is_millis(value: object) -> bool:
    """Whether a value may stand for a time: a number, or a text of digits."""
    if isinstance(value, str):
        return re.fullmatch("[0-9]+", value) is not None
    return isinstance(value, int | float) and not isinstance(value, bool)


def fill(path: str, body: dict[str, Any]) -> None:
    """Put the sandbox's ids in the place of those that are none, and the end behind the start."""
    ids = SEEDED | {"calendarId": CALENDARS.get(path.removesuffix("/{eventId}"), "")}
    for name in ids.keys() & body.keys():
        if isinstance(body[name], str):
            body[name] = ids[name]
    if isinstance(body.get("slug"), str):
        body["slug"] = uuid.uuid4().hex
    if isinstance(body.get("timezone"), str) and re.fullmatch("[A-Za-z_]+/[A-Za-z_]+", body["timezone"]):
        body["timezone"] = Sandbox.timezone
    if isinstance(body.get("rrule"), str) and "dtstart" not in body["rrule"].lower():
        body["rrule"] = "RRULE:FREQ=DAILY;COUNT=5"
    if path == CALENDAR and body.get("teamMembers") == []:
        del body["teamMembers"]  # whether it may be empty follows from the calendar's kind
    members = body.get("teamMembers")
    for member, user in zip(members if isinstance(members, list) else [], Sandbox.users.values(), strict=False):
        if isinstance(member, dict) and isinstance(member.get("userId"), str):
            member["userId"] = user
    times = {name: instant(body[name]) for name in ("startTime", "endTime") if name in body}
    if times and all(times.values()):
        body |= {name: WEEK[name == "endTime"] for name in times}


def fill_query(path: str, query: dict[str, Any]) -> None:
    """Put the sandbox's ids into a query, a range that the sandbox takes, and an owner where one is demanded."""
    for name in SEEDED.keys() & query.keys():
        if isinstance(query[name], str):
            query[name] = SEEDED[name]
    if isinstance(query.get("calendarId"), str):
        query["calendarId"] = Sandbox.calendars["personal"]
    if isinstance(query.get("timezone"), str):
        query["timezone"] = Sandbox.timezone
    if isinstance(query.get("userIds"), list) and all(isinstance(user, str) for user in query["userIds"]):
        query["userIds"] = [Sandbox.users["ada"]] * len(query["userIds"])
    for names in (("startTime", "endTime"), ("startDate", "endDate")):
        if all(is_millis(query.get(name)) for name in names):
            query |= {name: type(query[name])(millis) for name, millis in zip(names, WEEK_MILLIS, strict=True)}
    owners = {"userId", "calendarId", "groupId"}
    if path in {"/calendars/events", "/calendars/blocked-slots"} and not owners & query.keys():
        query["userId"] = Sandbox.users["ada"]


def fill_path(method: str, path: str, ids: dict[str, Any]) -> None:
    """Put the ids of a calendar and a schedule that stay into a path; what stays is not deleted."""
    name = PATHS.get(path)
    if name and method == "DELETE" and path.endswith(f"{{{name}}}"):
        if ids.get(name) in {*Sandbox.calendars.values(), Sandbox.schedule_id}:
            ids[name] = "stays"
    elif name:
        ids[name] = Sandbox.schedule_id if name == "id" else Sandbox.calendars["personal"]
    if path == CALENDAR and method == "PUT":
        ids["calendarId"] = Sandbox.calendars["round_robin"]
    if path == ASSOCIATION:
        ids["calendarId"] = Sandbox.calendars["class_booking"]


@schemathesis.hook
def before_call(_context: object, case: Any, _kwargs: object) -> None:
    if isinstance(case.body, dict):
        fill(case.path, case.body)
    if isinstance(case.query, dict):
        fill_query(case.path, case.query)
    if isinstance(case.path_parameters, dict):
        fill_path(case.method, case.path, case.path_parameters)
