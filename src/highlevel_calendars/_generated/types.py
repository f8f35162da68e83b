# Generated from openapi/calendars.yaml: change that file and run `make generate`, do not edit this one.
"""The values that the API knows for its enumerations."""

from typing import Literal

__all__ = (
    "AppointmentStatus",
    "AppointmentStatusResponse",
    "AvailabilityType",
    "BookingNoticeUnit",
    "BookingWindowUnit",
    "CalendarNotificationType",
    "CalendarType",
    "DurationUnit",
    "EventType",
    "FormSubmitType",
    "GuestType",
    "LocationKind",
    "MeetingLocationType",
    "NotificationChannel",
    "NotificationReceiver",
    "NotificationType",
    "RecurrenceFrequency",
    "RecurringBookingOption",
    "RecurringOverlapStatus",
    "ResourceType",
    "ScheduleRuleType",
    "TeamMemberMeetingLocationType",
    "Weekday",
    "WidgetType",
)

AppointmentStatus = Literal["cancelled", "confirmed", "invalid", "new", "noshow", "showed"]
AppointmentStatusResponse = Literal[
    "active", "cancelled", "completed", "confirmed", "invalid", "new", "noshow", "showed"
]
AvailabilityType = Literal[0, 1]
BookingNoticeUnit = Literal["days", "hours", "months", "weeks"]
BookingWindowUnit = Literal["days", "months", "weeks"]
CalendarNotificationType = Literal["email"]
CalendarType = Literal["class_booking", "collective", "event", "personal", "round_robin", "service_booking"]
DurationUnit = Literal["hours", "mins"]
EventType = Literal["RoundRobin_OptimizeForAvailability", "RoundRobin_OptimizeForEqualDistribution"]
FormSubmitType = Literal["RedirectURL", "ThankYouMessage"]
GuestType = Literal["collect_detail", "count_only"]
LocationKind = Literal[
    "booker",
    "custom",
    "google_conference",
    "inbound_call",
    "ms_teams_conference",
    "outbound_call",
    "physical",
    "zoom_conference",
]
MeetingLocationType = Literal["address", "custom", "gmeet", "google", "ms_teams", "phone", "zoom"]
NotificationChannel = Literal["email", "inApp", "sms", "whatsapp"]
NotificationReceiver = Literal["assignedUser", "business", "contact", "emails", "guest", "phoneNumbers"]
NotificationType = Literal["booked", "cancellation", "confirmation", "followup", "reminder", "reschedule"]
RecurrenceFrequency = Literal["DAILY", "MONTHLY", "WEEKLY"]
RecurringBookingOption = Literal["book_next", "continue", "skip"]
RecurringOverlapStatus = Literal["confirmed", "new"]
ResourceType = Literal["equipments", "rooms"]
ScheduleRuleType = Literal["date", "wday"]
TeamMemberMeetingLocationType = Literal["address", "booker", "custom", "gmeet", "phone", "teams", "zoom"]
Weekday = Literal["friday", "monday", "saturday", "sunday", "thursday", "tuesday", "wednesday"]
WidgetType = Literal["classic", "default"]
