"""The rules that stand in the schemas of `openapi/calendars.yaml` refuse what they are for, and nothing else."""

from __future__ import annotations

from typing import Any

import pytest
from documented_pages import GROUP_SAMPLE
from openapi_document import faults

Value = dict[str, Any]

BLOCK: Value = {
    "locationId": "l",
    "startTime": "2026-01-31T09:00:00+01:00",
    "endTime": "2026-01-31T10:00:00+01:00",
}
APPOINTMENT: Value = {
    "calendarId": "c",
    "locationId": "l",
    "contactId": "p",
    "startTime": "2026-01-31T09:00:00+01:00",
}
CALENDAR: Value = {"locationId": "l", "name": "n"}
RULE = "RRULE:FREQ=DAILY;COUNT=5"
ROOM: Value = {"locationId": "l", "name": "n", "description": "d", "calendarIds": []}
HOURS: Value = {"openHour": 9, "openMinute": 0, "closeHour": 17, "closeMinute": 0}
NOTICE: Value = {"receiverType": "contact", "channel": "sms", "notificationType": "booked"}
SCHEDULE: Value = {"locationId": "l", "userId": "u", "name": "n", "timezone": "Europe/Berlin"}
ZOOM = {"kind": "zoom_conference"}
PLACE = {"kind": "physical", "location": "1 Quay Rd"}


def without(key: str, value: Value) -> Value:
    return {name: item for name, item in value.items() if name != key}


def team(*members: Value) -> Value:
    """A team of the members, or of as many as there are."""
    return {"teamMembers": [{"userId": f"u{number}"} | member for number, member in enumerate(members)]}


def calendar(kind: str, **more: Any) -> Value:
    return CALENDAR | {"calendarType": kind} | more


FIRST = {"isPrimary": True}
TWO_PLACES = {"locationConfigurations": [PLACE, PLACE]}
ONE_PLACE = {"locationConfigurations": [PLACE]}
ON_ZOOM = {"locationConfigurations": [ZOOM]}

FINE: dict[str, tuple[str, Value]] = {
    "a block for a calendar": ("CreateBlockSlot", BLOCK | {"calendarId": "c"}),
    "a block for a user": ("CreateBlockSlot", BLOCK | {"assignedUserId": "u"}),
    "the least appointment": ("CreateAppointment", APPOINTMENT),
    "a series": ("CreateAppointment", APPOINTMENT | {"rrule": RULE, "ignoreFreeSlotValidation": True}),
    "a place by its id": ("CreateAppointment", APPOINTMENT | {"meetingLocationId": "custom_0"}),
    "a place by its id, not overriding": (
        "CreateAppointment",
        APPOINTMENT | {"meetingLocationId": "custom_0", "overrideLocationConfig": False},
    ),
    "a place by its kind, overriding": (
        "CreateAppointment",
        APPOINTMENT | {"meetingLocationType": "zoom", "overrideLocationConfig": True},
    ),
    "a place by both, not overriding": (
        "CreateAppointment",
        APPOINTMENT | {"meetingLocationType": "zoom", "meetingLocationId": "custom_0", "overrideLocationConfig": False},
    ),
    "the least calendar": ("CreateCalendar", CALENDAR),
    "an event calendar without a team": ("CreateCalendar", calendar("event")),
    "a personal calendar": ("CreateCalendar", calendar("personal", **team({}))),
    "a personal calendar with places": ("CreateCalendar", calendar("personal", **team(TWO_PLACES))),
    "a round robin": ("CreateCalendar", calendar("round_robin", **team({}, {}))),
    "a round robin with a primary member": ("CreateCalendar", calendar("round_robin", **team(FIRST, {}))),
    "a collective calendar": ("CreateCalendar", calendar("collective", **team({}, FIRST | ONE_PLACE))),
    "a recurring calendar": ("CreateCalendar", CALENDAR | team({}) | {"enableRecurring": True}),
    "a team that does not recur": ("CreateCalendar", CALENDAR | team({}, {}) | {"enableRecurring": False}),
    "both availabilities": ("CreateCalendar", CALENDAR | {"availabilityType": None}),
    "a conference in a round robin": (
        "CreateCalendar",
        calendar("round_robin", **team(ON_ZOOM)),
    ),
    "24 times": ("Recurring", {"count": 24}),
    "a day": ("OpenHours", {"daysOfTheWeek": [0], "hours": [HOURS]}),
    "midnight": ("Hours", HOURS | {"closeHour": 23, "closeMinute": 60}),
    "a date": ("Availability", {"date": "2026-01-31T00:00:00.000Z", "hours": []}),
    "all slots hidden": ("LookBusyConfig", {"enabled": True, "LookBusyPercentage": 100}),
    "a medium priority": ("TeamMember", {"userId": "u", "priority": 0.5}),
    "a group without words": ("CreateGroup", GROUP_SAMPLE | {"description": ""}),
    "a room": ("CreateResource", ROOM | {"capacity": 4, "calendarIds": ["c"] * 100}),
    "equipment": ("CreateResource", ROOM | {"quantity": 2, "outOfService": 1}),
    "an update of nothing": ("UpdateAppointment", {}),
    "an update to a series": ("UpdateAppointment", {"rrule": RULE, "ignoreFreeSlotValidation": True}),
    "a block that moves to a user": ("UpdateBlockSlot", {"locationId": "l", "assignedUserId": "u"}),
    "a block that stays where it is": ("UpdateBlockSlot", {"locationId": "l", "title": "t"}),
    "a calendar that loses its team": ("UpdateCalendar", {"teamMembers": []}),
    "an update of an entry": (
        "UpdateCalendar",
        {"availabilities": [{"id": "e", "date": "2026-01-31T00:00:00.000Z", "hours": [], "deleted": True}]},
    ),
    "a long note": ("CreateNote", {"body": "x" * 5000}),
    "a reminder": ("CreateNotification", NOTICE | {"notificationType": "reminder", "beforeTime": [{"timeOffset": 1}]}),
    "a schedule without rules": ("CreateSchedule", SCHEDULE),
    "a whole day": ("ScheduleRule", {"type": "wday", "day": "sunday", "intervals": [{"from": "00:00", "to": "00:00"}]}),
    "a day off": ("ScheduleRule", {"type": "date", "date": "2026-12-24", "intervals": []}),
    "an hour of one digit": ("ScheduleInterval", {"from": "9:30", "to": "23:59"}),
}

WRONG: dict[str, tuple[str, Value, str]] = {
    "a block for both": ("CreateBlockSlot", BLOCK | {"calendarId": "c", "assignedUserId": "u"}, ": not"),
    "a block for neither": ("CreateBlockSlot", BLOCK, ": required"),
    "a block without an end": (
        "CreateBlockSlot",
        {"locationId": "l", "startTime": BLOCK["startTime"], "calendarId": "c"},
        ": required",
    ),
    "a naive start": ("CreateAppointment", APPOINTMENT | {"startTime": "2026-01-31T09:00:00"}, "startTime: format"),
    "a series that checks free slots": ("CreateAppointment", APPOINTMENT | {"rrule": RULE}, ": required"),
    "a series that says so": (
        "CreateAppointment",
        APPOINTMENT | {"rrule": RULE, "ignoreFreeSlotValidation": False},
        "ignoreFreeSlotValidation: const",
    ),
    "a series with a start": (
        "CreateAppointment",
        APPOINTMENT | {"rrule": f"DTSTART:20260131T090000Z\n{RULE}", "ignoreFreeSlotValidation": True},
        "rrule: not",
    ),
    "a series with a start in small letters": (
        "CreateAppointment",
        APPOINTMENT | {"rrule": f"{RULE};dtstart=20260131T090000Z", "ignoreFreeSlotValidation": True},
        "rrule: not",
    ),
    "a place by its id, overriding": (
        "CreateAppointment",
        APPOINTMENT | {"meetingLocationId": "custom_0", "overrideLocationConfig": True},
        "overrideLocationConfig: const",
    ),
    "a place by its kind, not overriding": (
        "CreateAppointment",
        APPOINTMENT | {"meetingLocationType": "zoom", "overrideLocationConfig": False},
        "overrideLocationConfig: const",
    ),
    "a status of replies": (
        "CreateAppointment",
        APPOINTMENT | {"appointmentStatus": "completed"},
        "appointmentStatus: enum",
    ),
    "a personal calendar without a team": ("CreateCalendar", calendar("personal"), ": required"),
    "a personal calendar of nobody": ("CreateCalendar", calendar("personal", teamMembers=[]), "teamMembers: minItems"),
    "a personal calendar of two": ("CreateCalendar", calendar("personal", **team({}, {})), "teamMembers: maxItems"),
    **{
        f"{kind} without a team": ("CreateCalendar", calendar(kind), ": required")
        for kind in ("round_robin", "collective", "class_booking", "service_booking")
    },
    "a round robin of nobody": ("CreateCalendar", calendar("round_robin", teamMembers=[]), "teamMembers: minItems"),
    "a collective calendar without a primary": (
        "CreateCalendar",
        calendar("collective", **team({}, {})),
        "teamMembers: contains",
    ),
    "a primary that is not": (
        "CreateCalendar",
        calendar("collective", **team({"isPrimary": False}, {})),
        "teamMembers: contains",
    ),
    "two primaries": ("CreateCalendar", calendar("collective", **team(FIRST, FIRST)), "teamMembers: maxContains"),
    "two primaries of no kind": ("CreateCalendar", CALENDAR | team(FIRST, FIRST), "teamMembers: maxContains"),
    "a collective member with two places": (
        "CreateCalendar",
        calendar("collective", **team(FIRST | TWO_PLACES)),
        "teamMembers/0/locationConfigurations: maxItems",
    ),
    "a class teacher with two places": (
        "CreateCalendar",
        calendar("class_booking", **team(TWO_PLACES)),
        "teamMembers/0/locationConfigurations: maxItems",
    ),
    "two members of which one has two places": (
        "CreateCalendar",
        CALENDAR | team({}, TWO_PLACES),
        "teamMembers/1/locationConfigurations: maxItems",
    ),
    "a conference of an event calendar": (
        "CreateCalendar",
        calendar("event", locationConfigurations=[PLACE, ZOOM]),
        "locationConfigurations/1/kind: not",
    ),
    "a conference of a member of an event calendar": (
        "CreateCalendar",
        calendar("event", **team(ON_ZOOM)),
        "teamMembers/0/locationConfigurations/0/kind: not",
    ),
    "a recurring calendar of two": (
        "CreateCalendar",
        CALENDAR | team({}, {}) | {"enableRecurring": True},
        "teamMembers: maxItems",
    ),
    "a conference with an address": ("LocationConfiguration", ZOOM | {"location": "here"}, ": not"),
    "25 times": ("Recurring", {"count": 25}, "count: maximum"),
    "two days in one entry": ("OpenHours", {"daysOfTheWeek": [1, 2], "hours": []}, "daysOfTheWeek: maxItems"),
    "no day": ("OpenHours", {"daysOfTheWeek": [], "hours": []}, "daysOfTheWeek: minItems"),
    "an eighth day": ("OpenHours", {"daysOfTheWeek": [7], "hours": []}, "daysOfTheWeek/0: maximum"),
    "half a day": ("OpenHours", {"daysOfTheWeek": [0.5], "hours": []}, "daysOfTheWeek/0: type"),
    "24 o'clock": ("Hours", HOURS | {"closeHour": 24}, "closeHour: maximum"),
    "an hour of no end": ("Hours", {"openHour": 9, "openMinute": 0, "closeHour": 17}, ": required"),
    "a date with a time": ("Availability", {"date": "2026-01-31T09:00:00.000Z", "hours": []}, "date: pattern"),
    "a bare date": ("Availability", {"date": "2026-01-31", "hours": []}, "date: pattern"),
    "more than all slots hidden": (
        "LookBusyConfig",
        {"enabled": True, "LookBusyPercentage": 101},
        "LookBusyPercentage: maximum",
    ),
    "a priority between": ("TeamMember", {"userId": "u", "priority": 0.7}, "priority: enum"),
    "a group without a slug": (
        "CreateGroup",
        {key: value for key, value in GROUP_SAMPLE.items() if key != "slug"},
        ": required",
    ),
    "101 calendars": ("CreateResource", ROOM | {"calendarIds": ["c"] * 101}, "calendarIds: maxItems"),
    "101 calendars of a room that is there": ("UpdateResource", {"calendarIds": ["c"] * 101}, "calendarIds: maxItems"),
    "an update to a series that checks free slots": ("UpdateAppointment", {"rrule": RULE}, ": required"),
    "an update to a place by its id, overriding": (
        "UpdateAppointment",
        {"meetingLocationId": "custom_0", "overrideLocationConfig": True},
        "overrideLocationConfig: const",
    ),
    "an update of the contact": ("UpdateAppointment", {"contactId": "p"}, ": additionalProperties"),
    "an update of the location": ("UpdateAppointment", {"locationId": "l"}, ": additionalProperties"),
    "a block that moves to both": (
        "UpdateBlockSlot",
        {"locationId": "l", "calendarId": "c", "assignedUserId": "u"},
        ": not",
    ),
    "a block that moves out of its location": ("UpdateBlockSlot", {"title": "t"}, ": required"),
    "an update of the kind": ("UpdateCalendar", {"calendarType": "event"}, ": additionalProperties"),
    "an update to two primaries": ("UpdateCalendar", team(FIRST, FIRST), "teamMembers: maxContains"),
    "an update to two who recur": (
        "UpdateCalendar",
        team({}, {}) | {"enableRecurring": True},
        "teamMembers: maxItems",
    ),
    "an update to two with two places": (
        "UpdateCalendar",
        team({}, TWO_PLACES),
        "teamMembers/1/locationConfigurations: maxItems",
    ),
    "a group that keeps its slug": ("UpdateGroup", {"name": "n", "description": "d"}, ": required"),
    "a status that is none": ("SetGroupStatus", {}, ": required"),
    "a longer note": ("CreateNote", {"body": "x" * 5001}, "body: maxLength"),
    "a longer text for a note": ("UpdateNote", {"body": "x" * 5001}, "body: maxLength"),
    "a notification for nobody": ("CreateNotification", without("receiverType", NOTICE), ": required"),
    "a notification by pigeon": ("CreateNotification", NOTICE | {"channel": "pigeon"}, "channel: enum"),
    "a schedule in UTC": ("CreateSchedule", SCHEDULE | {"timezone": "UTC"}, "timezone: pattern"),
    "a schedule that moves to UTC": ("UpdateSchedule", {"timezone": "UTC"}, "timezone: pattern"),
    "a schedule that moves to another user": ("UpdateSchedule", {"userId": "u"}, ": additionalProperties"),
    "a weekday without the day": ("ScheduleRule", {"type": "wday", "intervals": []}, ": required"),
    "a date without the date": ("ScheduleRule", {"type": "date", "day": "monday", "intervals": []}, ": required"),
    "a date of another form": (
        "ScheduleRule",
        {"type": "date", "date": "24.12.2026", "intervals": []},
        "date: pattern",
    ),
    "24 o'clock in a schedule": ("ScheduleInterval", {"from": "00:00", "to": "24:00"}, "to: pattern"),
    "minutes of one digit": ("ScheduleInterval", {"from": "8:0", "to": "17:00"}, "from: pattern"),
}


@pytest.mark.parametrize(("schema", "value"), FINE.values(), ids=FINE)
def test_what_follows_the_rules_is_taken(schema: str, value: Value) -> None:
    """What the documentation allows is valid."""
    assert faults(schema, value) == []


@pytest.mark.parametrize(("schema", "value", "fault"), WRONG.values(), ids=WRONG)
def test_what_breaks_a_rule_is_refused(schema: str, value: Value, fault: str) -> None:
    """What the documentation forbids is invalid for that one reason."""
    assert faults(schema, value) == [fault]
