"""Hooks of Schemathesis: random ids become those of the sandbox, so that requests get past the first check.

Only strings are replaced by strings and instants by instants, so that what is invalid stays invalid.
"""

from __future__ import annotations

import uuid
from datetime import datetime
from typing import Any

import schemathesis

from highlevel_sandbox import Sandbox

SEEDED = {
    "locationId": Sandbox.location_id,
    "contactId": Sandbox.contacts["nia"],
    "assignedUserId": Sandbox.users["ada"],
}
CALENDARS = {
    "/calendars/events/appointments": Sandbox.calendars["personal"],
    "/calendars/events/block-slots": Sandbox.calendars["event"],
}


def instant(value: object) -> datetime | None:
    """The aware datetime that a value is, if it is one."""
    if not isinstance(value, str) or not value.isascii():
        return None
    try:
        parsed = datetime.fromisoformat(value)
    except ValueError:
        return None
    return parsed if parsed.tzinfo else None


def fill(path: str, body: dict[str, Any]) -> None:
    """Put the sandbox's ids in the place of those that are none, and the end behind the start."""
    ids = SEEDED | {"calendarId": CALENDARS.get(path, "")}
    for name in ids.keys() & body.keys():
        if isinstance(body[name], str):
            body[name] = ids[name]
    if isinstance(body.get("slug"), str):
        body["slug"] = uuid.uuid4().hex
    members = body.get("teamMembers")
    for member, user in zip(members if isinstance(members, list) else [], Sandbox.users.values(), strict=False):
        if isinstance(member, dict) and isinstance(member.get("userId"), str):
            member["userId"] = user
    start, end = instant(body.get("startTime")), instant(body.get("endTime"))
    if start and end and end <= start:
        body |= {"startTime": "2026-01-31T09:00:00+01:00", "endTime": "2026-01-31T10:00:00+01:00"}


@schemathesis.hook
def before_call(_context: object, case: Any, _kwargs: object) -> None:
    if isinstance(case.body, dict):
        fill(case.path, case.body)
