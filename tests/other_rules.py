"""Cases of the rules of all operations but the creates; they are tried together with the others, in `test_rules`."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, timezone
from typing import Any
from zoneinfo import ZoneInfo

from support import DOCS, Case, Target

from highlevel_calendars.models import (
    CreateNotification,
    Hours,
    LocationConfiguration,
    LookBusyConfig,
    NotificationOffset,
    OpenHours,
    Recurring,
    ScheduleInterval,
    ScheduleRule,
    TeamMember,
    UpdateAvailability,
)

UPDATE_CALENDAR = Target("calendars", "update_calendar", "UpdateCalendar", f"{DOCS}/update-calendar", "update")
SLOTS = Target("calendars", "get_slots", "", f"{DOCS}/get-slots", "get_slots")
UPDATE_APPOINTMENT = Target(
    "appointments", "edit_appointment", "UpdateAppointment", f"{DOCS}/edit-appointment", "update"
)
UPDATE_BLOCK = Target("block_slots", "edit_block_slot", "UpdateBlockSlot", f"{DOCS}/edit-block-slot", "update")
EVENTS = Target("events", "get_calendar_events", "", f"{DOCS}/get-calendar-events", "list", [])
BLOCKED = Target("events", "get_blocked_slots", "", f"{DOCS}/get-blocked-slots", "list_blocked", [])
NOTES = Target("notes", "get_appointment_notes", "", f"{DOCS}/get-appointment-notes", "list")
WRITE_NOTE = Target("notes", "create_appointment_note", "CreateNote", f"{DOCS}/create-appointment-note")
UPDATE_NOTE = Target("notes", "update_appointment_note", "UpdateNote", f"{DOCS}/update-appointment-note", "update")
UPDATE_RESOURCE = Target(
    "resources", "update_calendar_resource", "UpdateResource", f"{DOCS}/update-calendar-resource", "update"
)
LIST_RESOURCES = Target("resources", "fetch_calendar_resources", "", f"{DOCS}/fetch-calendar-resources", "list", [])
GET_RESOURCE = Target("resources", "get_calendar_resource", "", f"{DOCS}/get-calendar-resource", "get")
DELETE_RESOURCE = Target("resources", "delete_calendar_resource", "", f"{DOCS}/delete-calendar-resource", "delete")
NOTIFY = Target("notifications", "create_event_notification", "", f"{DOCS}/create-event-notification", "create", [])
UPDATE_NOTIFICATION = Target(
    "notifications",
    "update_event_notification",
    "UpdateNotification",
    f"{DOCS}/update-event-notification",
    "update",
)
CREATE_SCHEDULE = Target("schedules", "create_schedule", "CreateSchedule", f"{DOCS}/create-schedule")
UPDATE_SCHEDULE = Target("schedules", "update_schedule", "UpdateSchedule", f"{DOCS}/update-schedule", "update")
SEARCH = Target("schedules", "get_all_schedules", "", f"{DOCS}/get-all-schedules", "search", [])

NOW = datetime(2026, 8, 25, 10, tzinfo=UTC)
LATER, NAIVE = NOW + timedelta(hours=1), datetime(2026, 8, 25, 10)
BERLIN, EAST = ZoneInfo("Europe/Berlin"), timezone(timedelta(hours=2))
SPAN = {"start_time": NOW, "end_time": LATER}
KEPT = {"appointment_status": "confirmed"}
USER = {"user_id": "u"}
DAILY = "RRULE:FREQ=DAILY;COUNT=5"
WHOLE_DAY = [ScheduleInterval(from_="00:00", to="00:00")]
HOUR = [NotificationOffset(time_offset=1, unit="hours")]
ZOOM = LocationConfiguration(kind="zoom_conference", location="x")
PLACE = LocationConfiguration(kind="custom", location="Room 1")
ANNA, CHIEF = TeamMember(user_id="anna"), TeamMember(user_id="ben", is_primary=True)


def of_calendar(rule: str, argument: str, broken: dict[str, Any], allowed: dict[str, Any]) -> Case:
    return Case(UPDATE_CALENDAR, rule, argument, broken, allowed, ("c",))


def of_appointment(rule: str, argument: str, broken: dict[str, Any], allowed: dict[str, Any]) -> Case:
    return Case(UPDATE_APPOINTMENT, rule, argument, {**KEPT, **broken}, {**KEPT, **allowed}, ("a",))


def of_block(rule: str, argument: str, broken: dict[str, Any], allowed: dict[str, Any]) -> Case:
    return Case(UPDATE_BLOCK, rule, argument, broken, allowed, ("b",))


def of_days(rule: str, argument: str, broken: tuple[Any, Any], allowed: tuple[Any, Any]) -> Case:
    values = [dict(zip(("start_date", "end_date"), span, strict=True)) for span in (broken, allowed)]
    return Case(SLOTS, rule, argument, values[0], values[1], ("c",))


def page(target: Target, names: str, broken: tuple[int, int], allowed: tuple[int, int], argument: str) -> Case:
    """Two numbers of a page, one of which is out of its limits."""
    more = USER if target is SEARCH else {}
    values = [dict(zip(names.split(), numbers, strict=True)) for numbers in (broken, allowed)]
    positional = ("a",) if target is NOTES else ()
    return Case(target, "limits", argument, {**more, **values[0]}, {**more, **values[1]}, positional)


def of_kind(target: Target, arguments: dict[str, Any], *path: str) -> Case:
    """A resource of a kind that there is not, beside one of a kind that there is."""
    return Case(target, "resource-kind", "resource_type", arguments, arguments, ("room", *path), ("rooms", *path))


def of_resource(kind: str, broken: Any, allowed: Any) -> Case:
    values = [{"calendar_ids": ids} for ids in (broken, allowed)]
    return Case(UPDATE_RESOURCE, "calendar-ids", "calendar_ids", values[0], values[1], (kind, "r"))


def times(kind: str, broken: str, allowed: str) -> list[Case]:
    """A stretch of time on the wrong side of the appointment, in an update and in the second of two creates."""
    values: list[dict[str, Any]] = [
        {"receiver_type": "contact", "channel": "sms", "notification_type": kind, name: HOUR}
        for name in (broken, allowed)
    ]
    if allowed == "":
        values[1] = {"receiver_type": "contact", "channel": "sms", "notification_type": kind, broken: []}
    plain = CreateNotification(receiver_type="guest", channel="email", notification_type="booked")
    lists = [[plain, CreateNotification(**value)] for value in values]
    return [
        Case(UPDATE_NOTIFICATION, "notification-times", broken, values[0], values[1], ("c", "n")),
        Case(NOTIFY, "notification-times", f"notifications[1].{broken}", {}, {}, ("c", lists[0]), ("c", lists[1])),
    ]


def of_schedule(rule: str, argument: str, broken: dict[str, Any], allowed: dict[str, Any]) -> list[Case]:
    """A rule of a schedule that is created and of one that is updated."""
    whole = {"name": "n", "user_id": "u", "timezone": "Europe/Berlin"}
    return [
        Case(CREATE_SCHEDULE, rule, argument, {**whole, **broken}, {**whole, **allowed}),
        Case(UPDATE_SCHEDULE, rule, argument, broken, allowed, ("s",)),
    ]


def zone(broken: str, allowed: str) -> list[Case]:
    return of_schedule("schedule-timezone", "timezone", {"timezone": broken}, {"timezone": allowed})


def hours(broken: str, allowed: str) -> list[Case]:
    """A time of day, the end of the second span of the second rule."""
    values = [
        [
            ScheduleRule(type_="wday", day="monday", intervals=WHOLE_DAY),
            ScheduleRule(
                type_="date",
                date=date(2026, 12, 24),
                intervals=[*WHOLE_DAY, ScheduleInterval(from_="09:00", to=time)],
            ),
        ]
        for time in (broken, allowed)
    ]
    return of_schedule("time-of-day", "rules[1].intervals[1].to", {"rules": values[0]}, {"rules": values[1]})


def rules(broken: ScheduleRule, allowed: ScheduleRule, argument: str, name: str = "day-or-date") -> list[Case]:
    return of_schedule(name, argument, {"rules": [broken]}, {"rules": [allowed]})


def until(hour: float, minute: float) -> Hours:
    return Hours(open_hour=0, open_minute=0, close_hour=hour, close_minute=minute)


def numbered(name: str, cases: list[Case]) -> dict[str, Case]:
    return {f"{name}, {case.target.function}": case for case in cases}


MONDAY = ScheduleRule(type_="wday", day="monday", intervals=[])
CHRISTMAS = ScheduleRule(type_="date", date=date(2026, 12, 24), intervals=[])
MARCH, OCTOBER = datetime(2026, 3, 1, tzinfo=BERLIN), datetime(2026, 10, 1, tzinfo=BERLIN)

CASES = {
    # events and blocked slots
    "events of nobody": Case(EVENTS, "owner-of-events", "user_id, calendar_id, group_id", SPAN, {**SPAN, **USER}),
    "blocks of nobody": Case(
        BLOCKED, "owner-of-events", "user_id, calendar_id, group_id", SPAN, {**SPAN, "calendar_id": "c"}
    ),
    "events of a location alone": Case(
        EVENTS,
        "owner-of-events",
        "user_id, calendar_id, group_id",
        {**SPAN, "location_id": "l"},
        {**SPAN, "group_id": "g"},
    ),
    "events from a time without a zone": Case(
        EVENTS, "aware-datetime", "start_time", {**USER, **SPAN, "start_time": NAIVE}, {**USER, **SPAN}
    ),
    "blocks to a date": Case(
        BLOCKED, "aware-datetime", "end_time", {**USER, **SPAN, "end_time": date(2026, 9, 1)}, {**USER, **SPAN}
    ),
    "events of no time": Case(
        EVENTS,
        "end-after-start",
        "end_time",
        {**USER, "start_time": NOW, "end_time": NOW},
        {**USER, "start_time": NOW, "end_time": NOW + timedelta(days=545)},
    ),
    # free slots
    "slots of no time": of_days("end-after-start", "end_date", (NOW, NOW), (NOW, LATER)),
    "slots before they start": of_days(
        "end-after-start", "end_date", (NOW, NOW.replace(hour=11, tzinfo=EAST)), (NOW.replace(tzinfo=EAST), NOW)
    ),
    "slots from a text": of_days("aware-datetime", "start_date", ("2026-08-25", LATER), (NOW, LATER)),
    "slots to a time without a zone": of_days("aware-datetime", "end_date", (NOW, NAIVE), (NOW, LATER)),
    "slots of more than 31 days": of_days(
        "longest-range",
        "start_date, end_date",
        (NOW, NOW + timedelta(days=31, seconds=1)),
        (NOW, NOW + timedelta(days=31)),
    ),
    "slots of 31 days of which one has 25 hours": of_days(
        "longest-range",
        "start_date, end_date",
        (OCTOBER, OCTOBER + timedelta(days=31)),
        (OCTOBER, OCTOBER + timedelta(days=31) - timedelta(hours=1)),
    ),
    "slots of 32 days of which one has 23 hours": of_days(
        "longest-range",
        "start_date, end_date",
        (MARCH, MARCH + timedelta(days=32)),
        (MARCH, MARCH + timedelta(days=31, hours=1)),
    ),
    # appointments
    "an update without a status": Case(
        UPDATE_APPOINTMENT, "status-choice", "appointment_status", {"title": "t"}, {"title": "t", **KEPT}, ("a",)
    ),
    "an update of nothing": Case(UPDATE_APPOINTMENT, "status-choice", "appointment_status", {}, KEPT, ("a",)),
    "an update to a time without a zone": of_appointment(
        "aware-datetime", "start_time", {"start_time": NAIVE}, {"start_time": NOW}
    ),
    "an update that ends before it starts": of_appointment(
        "end-after-start", "end_time", {"start_time": LATER, "end_time": NOW}, {"end_time": NOW}
    ),
    "an update to no rule": of_appointment(
        "rrule-rfc5545",
        "rrule",
        {"rrule": "RRULE:COUNT=5", "ignore_free_slot_validation": True},
        {"rrule": DAILY, "ignore_free_slot_validation": True},
    ),
    "an update with DTSTART": of_appointment(
        "rrule-without-dtstart",
        "rrule",
        {"rrule": f"DTSTART:20260825T100000Z\n{DAILY}", "ignore_free_slot_validation": True},
        {"rrule": DAILY, "ignore_free_slot_validation": True},
    ),
    "an update to a series on free slots": of_appointment(
        "rrule-ignores-free-slots", "rrule", {"rrule": DAILY}, {"ignore_free_slot_validation": False}
    ),
    "an update that overrides with an id alone": of_appointment(
        "location-override",
        "override_location_config",
        {"meeting_location_id": "custom_0", "override_location_config": True},
        {"meeting_location_id": "custom_0", "meeting_location_type": "zoom", "override_location_config": True},
    ),
    # block slots
    "a block moved to both": of_block(
        "at-most-one-target",
        "calendar_id, assigned_user_id",
        {"calendar_id": "c", "assigned_user_id": "u"},
        {"assigned_user_id": "u"},
    ),
    "a block moved to None and a user": of_block(
        "at-most-one-target", "calendar_id, assigned_user_id", {"calendar_id": None, "assigned_user_id": "u"}, {}
    ),
    "a block moved to a time without a zone": of_block(
        "aware-datetime", "end_time", {"end_time": NAIVE}, {"end_time": NOW}
    ),
    "a block moved to no time": of_block("end-after-start", "end_time", {**SPAN, "end_time": NOW}, SPAN),
    # notes
    "no notes": page(NOTES, "limit offset", (0, 0), (1, 0), "limit"),
    "21 notes": page(NOTES, "limit offset", (21, 0), (20, 0), "limit"),
    "notes before the first": page(NOTES, "limit offset", (20, -1), (20, 10**6), "offset"),
    "a long note": Case(WRITE_NOTE, "note-length", "body", {"body": "x" * 5001}, {"body": "é" * 5000}, ("a",)),
    "a long text for a note": Case(UPDATE_NOTE, "note-length", "body", {"body": "x" * 5001}, {"body": ""}, ("a", "n")),
    # resources
    "an update of no kind": of_kind(UPDATE_RESOURCE, {"name": "n"}, "r"),
    "a list of no kind": of_kind(LIST_RESOURCES, {"limit": 10, "skip": 0}),
    "a read of no kind": of_kind(GET_RESOURCE, {}, "r"),
    "a deletion of no kind": of_kind(DELETE_RESOURCE, {}, "r"),
    "a room for 101 calendars": of_resource("rooms", ["c"] * 101, ["c"] * 100),
    "equipment for two calendars": of_resource("equipments", ["a", "b"], ["a"]),
    "a room for a text": of_resource("rooms", "c", []),
    # notifications
    **numbered("a follow-up before", times("followup", "before_time", "after_time")),
    **numbered("a reminder after", times("reminder", "after_time", "before_time")),
    **numbered("a confirmation before", times("confirmation", "before_time", "")),
    **numbered("a cancellation after", times("cancellation", "after_time", "")),
    # schedules
    **numbered("UTC", zone("UTC", "Etc/UTC")),
    **numbered("a zone of three words", zone("America/Argentina/Buenos_Aires", "America/Buenos_Aires")),
    **numbered("a hyphen", zone("America/Port-au-Prince", "America/New_York")),
    **numbered("a digit", zone("Etc/GMT+1", "Europe/Berlin")),
    **numbered("a line end", zone("Europe/Berlin\n", "Europe/Berlin")),
    **numbered("no zone", zone("", "Asia/Tokyo")),
    **numbered("a weekday without", rules(ScheduleRule(type_="wday", intervals=[]), MONDAY, "rules[0].day")),
    **numbered("a date without", rules(ScheduleRule(type_="date", intervals=[]), CHRISTMAS, "rules[0].date")),
    **numbered(
        "a weekday with a date alone",
        rules(ScheduleRule(type_="wday", date=date(2026, 12, 24), intervals=[]), MONDAY, "rules[0].day"),
    ),
    **numbered("24 o'clock", hours("24:00", "23:59")),
    **numbered("60 minutes", hours("09:60", "9:59")),
    **numbered("minutes of one digit", hours("17:0", "17:00")),
    **numbered("seconds", hours("17:00:00", "00:00")),
    **numbered("no time", hours("", "19:30")),
    **numbered("a line end after a time", hours("17:00\n", "17:00")),
    "no schedules": page(SEARCH, "limit skip", (0, 0), (1, 0), "limit"),
    "501 schedules": page(SEARCH, "limit skip", (501, 0), (500, 0), "limit"),
    "schedules before the first": page(SEARCH, "limit skip", (50, -1), (50, 0), "skip"),
    # calendars
    "an update with two primaries": of_calendar(
        "primary-member", "team_members", {"team_members": [CHIEF, CHIEF]}, {"team_members": [ANNA, ANNA]}
    ),
    "an update with a priority between": of_calendar(
        "member-priority",
        "team_members[0].priority",
        {"team_members": [TeamMember(user_id="u", priority=0.7)]},
        {"team_members": [TeamMember(user_id="u", priority=1)]},
    ),
    "an update with two places of one of two": of_calendar(
        "locations-of-members",
        "team_members[1].location_configurations",
        {"team_members": [ANNA, TeamMember(user_id="u", location_configurations=[PLACE, PLACE])]},
        {"team_members": [TeamMember(user_id="u", location_configurations=[PLACE, PLACE])]},
    ),
    "an update with an address of a conference": of_calendar(
        "conference-location",
        "location_configurations[0].location",
        {"location_configurations": [ZOOM]},
        {"location_configurations": [LocationConfiguration(kind="zoom_conference")]},
    ),
    "an update that recurs for two": of_calendar(
        "recurring-single-member",
        "enable_recurring",
        {"enable_recurring": True, "team_members": [ANNA, CHIEF]},
        {"enable_recurring": True},
    ),
    "an update that recurs 25 times": of_calendar(
        "recurring-count", "recurring.count", {"recurring": Recurring(count=25)}, {"recurring": Recurring(count=24)}
    ),
    "an update to an eighth day": of_calendar(
        "open-hours",
        "open_hours[0].days_of_the_week",
        {"open_hours": [OpenHours(days_of_the_week=[7], hours=[])]},
        {"open_hours": [OpenHours(days_of_the_week=[0, 6], hours=[])]},
    ),
    "an update to a time on a date": of_calendar(
        "availability-date",
        "availabilities[0].date",
        {"availabilities": [UpdateAvailability(id="e", date=NOW, hours=[])]},
        {"availabilities": [UpdateAvailability(id="e", date=date(2026, 12, 24), hours=[], deleted=True)]},
    ),
    "an update to 24 o'clock on a date": of_calendar(
        "open-hours",
        "availabilities[0].hours[0].close_hour",
        {"availabilities": [UpdateAvailability(date=date(2026, 1, 1), hours=[until(24, 0)])]},
        {"availabilities": [UpdateAvailability(date=date(2026, 1, 1), hours=[until(23, 60)])]},
    ),
    "an update that hides more than all": of_calendar(
        "look-busy-percentage",
        "look_busy_config.look_busy_percentage",
        {"look_busy_config": LookBusyConfig(enabled=True, look_busy_percentage=101)},
        {"look_busy_config": LookBusyConfig(enabled=False, look_busy_percentage=0)},
    ),
}
