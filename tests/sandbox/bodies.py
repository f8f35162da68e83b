"""Valid requests, each to be changed in the field that a test is about."""

from datetime import UTC, datetime
from typing import Any

from highlevel_sandbox import Sandbox

# When the tests take place: the first Tuesday of 2030.
NOW = datetime(2030, 1, 1, tzinfo=UTC)

LOCATION = Sandbox.location_id
CALENDARS = Sandbox.calendars
USERS = Sandbox.users
CONTACTS = Sandbox.contacts

APPOINTMENTS = "/calendars/events/appointments"
BLOCK_SLOTS = "/calendars/events/block-slots"
GROUPS = "/calendars/groups"
ROOMS = "/calendars/resources/rooms"
EQUIPMENT = "/calendars/resources/equipments"

Body = dict[str, Any]


def appointment(calendar: str = "personal", **changes: Any) -> Body:
    return {
        "calendarId": CALENDARS[calendar],
        "locationId": LOCATION,
        "contactId": CONTACTS["nia"],
        "startTime": "2030-01-07T10:00:00+01:00",
    } | changes


def block(**changes: Any) -> Body:
    return {
        "locationId": LOCATION,
        "startTime": "2030-01-07T09:00:00+01:00",
        "endTime": "2030-01-07T12:00:00+01:00",
    } | changes


def calendar(**changes: Any) -> Body:
    return {"locationId": LOCATION, "name": "Test calendar"} | changes


def hours(day: int, opens: int, closes: int) -> list[Body]:
    """The openHours of a calendar that opens on one day of the week."""
    span = {"openHour": opens, "openMinute": 0, "closeHour": closes, "closeMinute": 0}
    return [{"daysOfTheWeek": [day], "hours": [span]}]


def group(**changes: Any) -> Body:
    return {"locationId": LOCATION, "name": "Group A", "description": "", "slug": "group-a"} | changes


def resource(**changes: Any) -> Body:
    return {
        "locationId": LOCATION,
        "name": "Blue room",
        "description": "First floor",
        "calendarIds": [CALENDARS["service_booking"]],
    } | changes
