"""What the operations of notifications and of schedules send."""

from __future__ import annotations

from datetime import date

from wire import Call, Row

from highlevel_calendars.models import CreateNotification, NotificationOffset, ScheduleInterval, ScheduleRule

HOUR, DAY = NotificationOffset(time_offset=1, unit="hours"), NotificationOffset(time_offset=1.5)
WIRE_HOUR, WIRE_DAY = {"timeOffset": 1, "unit": "hours"}, {"timeOffset": 1.5}
UPDATED: list[Row] = [
    ("receiver_type", "contact", "receiverType", "contact"),
    ("channel", "email", "channel", "email"),
    ("notification_type", "reminder", "notificationType", "reminder"),
    ("is_active", False, "isActive", False),
    ("deleted", True, "deleted", True),
    ("template_id", "template-1", "templateId", "template-1"),
    ("body", "This is a test notification", "body", "This is a test notification"),
    ("subject", "Test Notification", "subject", "Test Notification"),
    ("after_time", [], "afterTime", []),
    ("before_time", [HOUR, DAY], "beforeTime", [WIRE_HOUR, WIRE_DAY]),
    ("additional_email_ids", ["a@example.com"], "additionalEmailIds", ["a@example.com"]),
    ("additional_phone_numbers", ["+919876744444"], "additionalPhoneNumbers", ["+919876744444"]),
    ("selected_users", ["user-1", "sub_account_admin"], "selectedUsers", ["user-1", "sub_account_admin"]),
    ("from_address", "b@example.com", "fromAddress", "b@example.com"),
    ("from_name", "Bea", "fromName", "Bea"),
    ("from_number", "+14455550132", "fromNumber", "+14455550132"),
]
# A reminder is sent before the appointment, a follow-up after it.
FOLLOWED: list[Row] = [
    *(row for row in UPDATED if row[0] not in {"notification_type", "after_time", "before_time"}),
    ("notification_type", "followup", "notificationType", "followup"),
    ("after_time", [HOUR], "afterTime", [WIRE_HOUR]),
    ("before_time", [], "beforeTime", []),
]
REMINDER = CreateNotification(
    receiver_type="contact",
    channel="email",
    notification_type="reminder",
    is_active=False,
    template_id="template-1",
    body="This is a test notification",
    subject="Test Notification",
    after_time=[],
    before_time=[HOUR, DAY],
    additional_email_ids=["a@example.com"],
    additional_phone_numbers=["+919876744444"],
    selected_users=["user-1", "sub_account_admin"],
    from_address="b@example.com",
    from_name="Bea",
    from_number="+14455550132",
)
FOLLOWUP = CreateNotification(
    receiver_type="business", channel="inApp", notification_type="followup", after_time=[HOUR]
)
WIRE_REMINDER = {key: wire for name, _, key, wire in UPDATED if name != "deleted"}
WIRE_FOLLOWUP = {
    "receiverType": "business",
    "channel": "inApp",
    "notificationType": "followup",
    "afterTime": [WIRE_HOUR],
}

RULES = [
    ScheduleRule(
        type_="wday",
        day="monday",
        intervals=[ScheduleInterval(from_="09:00", to="12:00"), ScheduleInterval(from_="13:00", to="17:00")],
    ),
    ScheduleRule(type_="date", date=date(2023, 4, 5), intervals=[]),
]
WIRE_RULES = [
    {
        "type": "wday",
        "day": "monday",
        "intervals": [{"from": "09:00", "to": "12:00"}, {"from": "13:00", "to": "17:00"}],
    },
    {"type": "date", "date": "2023-04-05", "intervals": []},
]
CHANGED: list[Row] = [
    ("name", "Business Hours", "name", "Business Hours"),
    ("rules", RULES, "rules", WIRE_RULES),
    ("timezone", "America/New_York", "timezone", "America/New_York"),
]
LOCATION_ROW: Row = ("location_id", "location-1", "locationId", "location-1")
USER: Row = ("user_id", "user-1", "userId", "user-1")
NOTIFICATIONS = "/calendars/calendar-1/notifications"
ASSOCIATION = "/calendars/schedules/schedule-1/associations/calendar-1"

CALLS = {
    "list notifications": Call(
        "get-event-notification",
        "get_event_notification",
        "notifications.list",
        f"GET {NOTIFICATIONS}",
        ("calendar-1",),
        query=[
            ("is_active", True, "isActive", "true"),
            ("deleted", False, "deleted", "false"),
            ("limit", 100, "limit", "100"),
            ("skip", 0, "skip", "0"),
        ],
        reply=[],
    ),
    "create notifications": Call(
        "create-event-notification",
        "create_event_notification",
        "notifications.create",
        f"POST {NOTIFICATIONS}",
        ("calendar-1", [REMINDER, FOLLOWUP]),
        content=[WIRE_REMINDER, WIRE_FOLLOWUP],
        reply=[],
    ),
    "read a notification": Call(
        "find-event-notification",
        "find_event_notification",
        "notifications.get",
        f"GET {NOTIFICATIONS}/notice-1",
        ("calendar-1", "notice-1"),
    ),
    "update a reminder": Call(
        "update-event-notification",
        "update_event_notification",
        "notifications.update",
        f"PUT {NOTIFICATIONS}/notice-1",
        ("calendar-1", "notice-1"),
        body=UPDATED,
    ),
    "update a follow-up": Call(
        "update-event-notification",
        "update_event_notification",
        "notifications.update",
        f"PUT {NOTIFICATIONS}/notice-1",
        ("calendar-1", "notice-1"),
        body=FOLLOWED,
    ),
    "delete a notification": Call(
        "delete-event-notification",
        "delete_event_notification",
        "notifications.delete",
        f"DELETE {NOTIFICATIONS}/notice-1",
        ("calendar-1", "notice-1"),
    ),
    "search schedules": Call(
        "getAllSchedules",
        "get_all_schedules",
        "schedules.search",
        "GET /calendars/schedules/search",
        query=[
            LOCATION_ROW,
            USER,
            ("calendar_id", "calendar-1", "calendarId", "calendar-1"),
            ("skip", 50, "skip", "50"),
            ("limit", 500, "limit", "500"),
        ],
        needed={"user_id"},
        reply={"schedules": []},
    ),
    "create a schedule": Call(
        "createSchedule",
        "create_schedule",
        "schedules.create",
        "POST /calendars/schedules",
        body=[LOCATION_ROW, USER, *CHANGED, ("calendar_ids", ["c-1", "c-2"], "calendarIds", ["c-1", "c-2"])],
        needed={"timezone", "name", "user_id"},
    ),
    "read a schedule": Call(
        "getScheduleById",
        "get_schedule_by_id",
        "schedules.get",
        "GET /calendars/schedules/schedule-1",
        ("schedule-1",),
    ),
    "update a schedule": Call(
        "updateSchedule",
        "update_schedule",
        "schedules.update",
        "PUT /calendars/schedules/schedule-1",
        ("schedule-1",),
        body=CHANGED,
    ),
    "delete a schedule": Call(
        "deleteSchedule",
        "delete_schedule",
        "schedules.delete",
        "DELETE /calendars/schedules/schedule-1",
        ("schedule-1",),
    ),
    "apply a schedule": Call(
        "add-calendar-to-schedule",
        "add_calendar_to_schedule",
        "schedules.add_calendar",
        f"PUT {ASSOCIATION}",
        ("schedule-1", "calendar-1"),
    ),
    "take a schedule off": Call(
        "remove-calendar-from-schedule",
        "remove_calendar_from_schedule",
        "schedules.remove_calendar",
        f"DELETE {ASSOCIATION}",
        ("schedule-1", "calendar-1"),
    ),
}
