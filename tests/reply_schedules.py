"""Every field of the replies about notifications and schedules, and the attribute that it has to be in."""

from __future__ import annotations

from datetime import UTC, date, datetime

from reply_calendars import Row

NOTIFICATION: list[Row] = [
    ("_id", "notice-1", "id", "notice-1"),
    ("receiverType", "contact", "receiver_type", "contact"),
    ("additionalEmailIds", ["a@example.com"], "additional_email_ids", ["a@example.com"]),
    ("additionalPhoneNumbers", ["+919876744444"], "additional_phone_numbers", ["+919876744444"]),
    ("channel", "email", "channel", "email"),
    ("notificationType", "confirmation", "notification_type", "confirmation"),
    ("isActive", True, "is_active", True),
    ("additionalWhatsappNumbers", ["+919876744445"], "additional_whatsapp_numbers", ["+919876744445"]),
    ("templateId", "template-1", "template_id", "template-1"),
    ("body", "This is a test notification", "body", "This is a test notification"),
    ("subject", "Test Notification", "subject", "Test Notification"),
    ("afterTime", [{"timeOffset": 1, "unit": "hours"}], "after_time", [{"time_offset": 1, "unit": "hours"}]),
    ("beforeTime", [{"timeOffset": 1.5, "unit": "days"}], "before_time", [{"time_offset": 1.5, "unit": "days"}]),
    ("selectedUsers", ["user-1", "user-2"], "selected_users", ["user-1", "user-2"]),
    ("deleted", False, "deleted", False),
]
SCHEDULE: list[Row] = [
    ("id", "schedule-1", "id", "schedule-1"),
    ("name", "Business Hours Schedule", "name", "Business Hours Schedule"),
    ("locationId", "location-1", "location_id", "location-1"),
    (
        "rules",
        [
            {"type": "wday", "day": "monday", "intervals": [{"from": "8:0", "to": "17:00"}]},
            {"type": "date", "date": "2023-04-15", "intervals": []},
        ],
        "rules",
        [
            {"type_": "wday", "day": "monday", "date": None, "intervals": [{"from_": "8:0", "to": "17:00"}]},
            {"type_": "date", "day": None, "date": date(2023, 4, 15), "intervals": []},
        ],
    ),
    ("timezone", "America/New_York", "timezone", "America/New_York"),
    ("dateAdded", "2023-01-15T10:30:00.000Z", "date_added", datetime(2023, 1, 15, 10, 30, tzinfo=UTC)),
    ("dateUpdated", "2023-01-20T14:45:00.000Z", "date_updated", datetime(2023, 1, 20, 14, 45, tzinfo=UTC)),
    ("userId", "user-1", "user_id", "user-1"),
    ("calendarIds", ["calendar-1"], "calendar_ids", ["calendar-1"]),
    ("deleted", False, "deleted", False),
]
MESSAGE: list[Row] = [("message", "Deleted", "message", "Deleted")]
