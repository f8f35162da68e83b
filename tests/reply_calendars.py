"""Every field of the replies about calendars, groups and resources, and the attribute that it has to be in."""

from __future__ import annotations

from datetime import date, datetime, timedelta, timezone

Row = tuple[str, object, str, object]  # the key on the wire, its value there, the attribute, its value

WIRE_HOURS = {"openHour": 9, "openMinute": 15, "closeHour": 17, "closeMinute": 45}
HOURS = {"open_hour": 9, "open_minute": 15, "close_hour": 17, "close_minute": 45}
WIRE_PLACE = {"kind": "custom", "location": "+14455550132", "meetingId": "my_conference_id"}
PLACE = {"kind": "custom", "location": "+14455550132", "meeting_id": "my_conference_id"}

CALENDAR: list[Row] = [
    ("id", "calendar-1", "id", "calendar-1"),
    ("locationId", "location-1", "location_id", "location-1"),
    ("name", "test calendar", "name", "test calendar"),
    ("isActive", True, "is_active", True),
    (
        "notifications",
        [
            {
                "type": "email",
                "shouldSendToContact": True,
                "shouldSendToGuest": True,
                "shouldSendToUser": False,
                "shouldSendToSelectedUsers": False,
                "selectedUsers": "user1@testemail.com",
            },
            {"shouldSendToContact": True, "shouldSendToUser": True},
        ],
        "notifications",
        [
            {
                "type_": "email",
                "should_send_to_contact": True,
                "should_send_to_guest": True,
                "should_send_to_user": False,
                "should_send_to_selected_users": False,
                "selected_users": "user1@testemail.com",
            },
            {
                "type_": None,
                "should_send_to_contact": True,
                "should_send_to_guest": None,
                "should_send_to_user": True,
                "should_send_to_selected_users": None,
                "selected_users": None,
            },
        ],
    ),
    ("groupId", "group-1", "group_id", "group-1"),
    (
        "teamMembers",
        [
            {
                "userId": "user-1",
                "priority": 0.5,
                "meetingLocationType": "gmeet",
                "meetingLocation": "Room 1",
                "isPrimary": True,
                "locationConfigurations": [WIRE_PLACE],
            }
        ],
        "team_members",
        [
            {
                "user_id": "user-1",
                "priority": 0.5,
                "meeting_location_type": "gmeet",
                "meeting_location": "Room 1",
                "is_primary": True,
                "location_configurations": [PLACE],
            }
        ],
    ),
    ("eventType", "RoundRobin_OptimizeForAvailability", "event_type", "RoundRobin_OptimizeForAvailability"),
    ("description", "this is used for testing", "description", "this is used for testing"),
    ("slug", "test1", "slug", "test1"),
    ("widgetSlug", "widget1", "widget_slug", "widget1"),
    ("calendarType", "round_robin", "calendar_type", "round_robin"),
    ("widgetType", "classic", "widget_type", "classic"),
    ("eventTitle", "{{contact.name}}", "event_title", "{{contact.name}}"),
    ("eventColor", "#039be5", "event_color", "#039be5"),
    ("meetingLocation", "Room 2", "meeting_location", "Room 2"),
    ("locationConfigurations", [WIRE_PLACE], "location_configurations", [PLACE]),
    ("slotDuration", 30, "slot_duration", 30),
    ("slotDurationUnit", "mins", "slot_duration_unit", "mins"),
    ("slotInterval", 45, "slot_interval", 45),
    ("slotIntervalUnit", "hours", "slot_interval_unit", "hours"),
    ("slotBuffer", 5, "slot_buffer", 5),
    ("slotBufferUnit", "mins", "slot_buffer_unit", "mins"),
    ("preBuffer", 1.5, "pre_buffer", 1.5),
    ("preBufferUnit", "hours", "pre_buffer_unit", "hours"),
    ("appoinmentPerSlot", 2, "appointments_per_slot", 2),
    ("appoinmentPerDay", "123", "appointments_per_day", 123),
    ("allowBookingAfter", 3, "allow_booking_after", 3),
    ("allowBookingAfterUnit", "mins", "allow_booking_after_unit", "mins"),
    ("allowBookingFor", 4, "allow_booking_for", 4),
    ("allowBookingForUnit", "months", "allow_booking_for_unit", "months"),
    (
        "openHours",
        [{"daysOfTheWeek": [3, 4], "hours": [WIRE_HOURS]}],
        "open_hours",
        [{"days_of_the_week": [3, 4], "hours": [HOURS]}],
    ),
    ("enableRecurring", True, "enable_recurring", True),
    (
        "recurring",
        {"freq": "DAILY", "count": 23, "bookingOption": "skip", "bookingOverlapDefaultStatus": "confirmed"},
        "recurring",
        {"freq": "DAILY", "count": 23, "booking_option": "skip", "booking_overlap_default_status": "confirmed"},
    ),
    ("formId", "form-1", "form_id", "form-1"),
    ("stickyContact", True, "sticky_contact", True),
    ("isLivePaymentMode", True, "is_live_payment_mode", True),
    ("autoConfirm", True, "auto_confirm", True),
    ("shouldSendAlertEmailsToAssignedMember", True, "should_send_alert_emails_to_assigned_member", True),
    ("alertEmail", "alert@example.com", "alert_email", "alert@example.com"),
    ("googleInvitationEmails", True, "google_invitation_emails", True),
    ("allowReschedule", True, "allow_reschedule", True),
    ("allowCancellation", False, "allow_cancellation", False),
    ("shouldAssignContactToTeamMember", True, "should_assign_contact_to_team_member", True),
    ("shouldSkipAssigningContactForExisting", True, "should_skip_assigning_contact_for_existing", True),
    ("notes", "Bring a pen", "notes", "Bring a pen"),
    ("pixelId", "pixel-1", "pixel_id", "pixel-1"),
    ("formSubmitType", "ThankYouMessage", "form_submit_type", "ThankYouMessage"),
    ("formSubmitRedirectURL", "https://example.com/bye", "form_submit_redirect_url", "https://example.com/bye"),
    ("formSubmitThanksMessage", "Thank you", "form_submit_thanks_message", "Thank you"),
    ("availabilityType", 1, "availability_type", 1),
    (
        "availabilities",
        [{"date": "2023-09-24T00:00:00.000Z", "hours": [WIRE_HOURS], "deleted": False}],
        "availabilities",
        [{"date": date(2023, 9, 24), "hours": [HOURS], "deleted": False}],
    ),
    ("guestType", "count_only", "guest_type", "count_only"),
    ("consentLabel", "I agree", "consent_label", "I agree"),
    ("calendarCoverImage", "https://path-to-image.com", "calendar_cover_image", "https://path-to-image.com"),
    (
        "lookBusyConfig",
        {"enabled": True, "LookBusyPercentage": 123},
        "look_busy_config",
        {"enabled": True, "look_busy_percentage": 123},
    ),
]
GROUP: list[Row] = [
    ("id", "group-1", "id", "group-1"),
    ("locationId", "location-1", "location_id", "location-1"),
    ("name", "group a", "name", "group a"),
    ("description", "group description", "description", "group description"),
    ("slug", "15-mins", "slug", "15-mins"),
    ("isActive", True, "is_active", True),
]
RESOURCE: list[Row] = [
    ("id", "resource-1", "id", "resource-1"),
    ("locationId", "location-1", "location_id", "location-1"),
    ("name", "yoga room", "name", "yoga room"),
    ("resourceType", "rooms", "resource_type", "rooms"),
    ("isActive", True, "is_active", True),
    ("description", "A room", "description", "A room"),
    ("quantity", 3, "quantity", 3),
    ("outOfService", 0, "out_of_service", 0),
    ("capacity", 85, "capacity", 85),
    ("calendarIds", ["calendar-1", "calendar-2"], "calendar_ids", ["calendar-1", "calendar-2"]),
]
CHICAGO = timezone(timedelta(hours=-5))
SLOTS: list[Row] = [
    ("traceId", "trace-1", "trace_id", "trace-1"),
    (
        "2024-10-28",
        {"slots": ["2024-10-28T10:00:00-05:00", "2024-10-28T11:00:00-05:00"]},
        "entries",
        {
            "2024-10-28": {
                "slots": [datetime(2024, 10, 28, 10, tzinfo=CHICAGO), datetime(2024, 10, 28, 11, tzinfo=CHICAGO)]
            }
        },
    ),
]
AVAILABLE: list[Row] = [("available", True, "available", True)]
SUCCESS: list[Row] = [("success", True, "success", True)]
