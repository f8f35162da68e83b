"""What the operations of calendars send."""

from __future__ import annotations

from datetime import date, datetime, timedelta, timezone

from wire import Call, Row

from highlevel_calendars.models import (
    Availability,
    CalendarNotification,
    Hours,
    LocationConfiguration,
    LookBusyConfig,
    OpenHours,
    Recurring,
    TeamMember,
    UpdateAvailability,
)

MORNING = Hours(open_hour=9, open_minute=15, close_hour=12, close_minute=45)
WIRE_MORNING = {"openHour": 9, "openMinute": 15, "closeHour": 12, "closeMinute": 45}
NOTICES = [
    CalendarNotification(
        type_="email",
        should_send_to_contact=True,
        should_send_to_guest=True,
        should_send_to_user=False,
        should_send_to_selected_users=False,
        selected_users="user1@testemail.com,user2@testemail.com",
    ),
    CalendarNotification(
        should_send_to_contact=True,
        should_send_to_guest=False,
        should_send_to_user=True,
        should_send_to_selected_users=False,
        selected_users="",
    ),
]
WIRE_NOTICES = [
    {
        "type": "email",
        "shouldSendToContact": True,
        "shouldSendToGuest": True,
        "shouldSendToUser": False,
        "shouldSendToSelectedUsers": False,
        "selectedUsers": "user1@testemail.com,user2@testemail.com",
    },
    {
        "shouldSendToContact": True,
        "shouldSendToGuest": False,
        "shouldSendToUser": True,
        "shouldSendToSelectedUsers": False,
        "selectedUsers": "",
    },
]
CONSULTANT = TeamMember(
    user_id="user-1",
    priority=0.5,
    is_primary=True,
    location_configurations=[LocationConfiguration(kind="custom", location="+14455550132")],
)
WIRE_CONSULTANT = {
    "userId": "user-1",
    "priority": 0.5,
    "isPrimary": True,
    "locationConfigurations": [{"kind": "custom", "location": "+14455550132"}],
}

CALENDAR: list[Row] = [
    ("name", "test calendar", "name", "test calendar"),
    ("location_id", "location-1", "locationId", "location-1"),
    ("is_active", True, "isActive", True),
    ("notifications", NOTICES, "notifications", WIRE_NOTICES),
    ("group_id", "group-1", "groupId", "group-1"),
    ("team_members", [CONSULTANT], "teamMembers", [WIRE_CONSULTANT]),
    (
        "event_type",
        "RoundRobin_OptimizeForEqualDistribution",
        "eventType",
        "RoundRobin_OptimizeForEqualDistribution",
    ),
    ("description", "this is used for testing", "description", "this is used for testing"),
    ("slug", "test1", "slug", "test1"),
    ("widget_slug", "widget1", "widgetSlug", "widget1"),
    ("calendar_type", "round_robin", "calendarType", "round_robin"),
    ("widget_type", "classic", "widgetType", "classic"),
    ("event_title", "{{contact.name}}", "eventTitle", "{{contact.name}}"),
    ("event_color", "#039be5", "eventColor", "#039be5"),
    (
        "location_configurations",
        [LocationConfiguration(kind="physical", location="Main Street 1"), LocationConfiguration(kind="booker")],
        "locationConfigurations",
        [{"kind": "physical", "location": "Main Street 1"}, {"kind": "booker"}],
    ),
    ("slot_duration", 30, "slotDuration", 30),
    ("slot_duration_unit", "mins", "slotDurationUnit", "mins"),
    ("slot_interval", 45, "slotInterval", 45),
    ("slot_interval_unit", "hours", "slotIntervalUnit", "hours"),
    ("slot_buffer", 5, "slotBuffer", 5),
    ("slot_buffer_unit", "mins", "slotBufferUnit", "mins"),
    ("pre_buffer", 1.5, "preBuffer", 1.5),
    ("pre_buffer_unit", "hours", "preBufferUnit", "hours"),
    ("appointments_per_slot", 2, "appoinmentPerSlot", 2),
    ("appointments_per_day", 123, "appoinmentPerDay", 123),
    ("allow_booking_after", 3, "allowBookingAfter", 3),
    ("allow_booking_after_unit", "weeks", "allowBookingAfterUnit", "weeks"),
    ("allow_booking_for", 4, "allowBookingFor", 4),
    ("allow_booking_for_unit", "months", "allowBookingForUnit", "months"),
    (
        "open_hours",
        [OpenHours(days_of_the_week=[3], hours=[MORNING])],
        "openHours",
        [{"daysOfTheWeek": [3], "hours": [WIRE_MORNING]}],
    ),
    ("enable_recurring", True, "enableRecurring", True),
    (
        "recurring",
        Recurring(freq="DAILY", count=23, booking_option="skip", booking_overlap_default_status="confirmed"),
        "recurring",
        {"freq": "DAILY", "count": 23, "bookingOption": "skip", "bookingOverlapDefaultStatus": "confirmed"},
    ),
    ("form_id", "form-1", "formId", "form-1"),
    ("sticky_contact", True, "stickyContact", True),
    ("is_live_payment_mode", True, "isLivePaymentMode", True),
    ("auto_confirm", False, "autoConfirm", False),
    ("should_send_alert_emails_to_assigned_member", True, "shouldSendAlertEmailsToAssignedMember", True),
    ("alert_email", "alert@example.com", "alertEmail", "alert@example.com"),
    ("google_invitation_emails", True, "googleInvitationEmails", True),
    ("allow_reschedule", False, "allowReschedule", False),
    ("allow_cancellation", False, "allowCancellation", False),
    ("should_assign_contact_to_team_member", True, "shouldAssignContactToTeamMember", True),
    ("should_skip_assigning_contact_for_existing", True, "shouldSkipAssigningContactForExisting", True),
    ("notes", "Bring a pen", "notes", "Bring a pen"),
    ("pixel_id", "pixel-1", "pixelId", "pixel-1"),
    ("form_submit_type", "RedirectURL", "formSubmitType", "RedirectURL"),
    ("form_submit_redirect_url", "https://example.com/bye", "formSubmitRedirectURL", "https://example.com/bye"),
    ("form_submit_thanks_message", "Thank you", "formSubmitThanksMessage", "Thank you"),
    ("availability_type", 1, "availabilityType", 1),
    (
        "availabilities",
        [Availability(date=date(2023, 9, 24), hours=[MORNING], deleted=False)],
        "availabilities",
        [{"date": "2023-09-24T00:00:00.000Z", "hours": [WIRE_MORNING], "deleted": False}],
    ),
    ("guest_type", "count_only", "guestType", "count_only"),
    ("consent_label", "I agree", "consentLabel", "I agree"),
    ("calendar_cover_image", "https://path-to-image.com", "calendarCoverImage", "https://path-to-image.com"),
    (
        "look_busy_config",
        LookBusyConfig(enabled=True, look_busy_percentage=23),
        "lookBusyConfig",
        {"enabled": True, "LookBusyPercentage": 23},
    ),
]

# What an update does not take, or takes in another form.
_CREATED_ONLY = {"location_id", "calendar_type", "slot_buffer_unit", "availabilities"}
UPDATE: list[Row] = [
    *(row for row in CALENDAR if row[0] not in _CREATED_ONLY),
    (
        "availabilities",
        [
            UpdateAvailability(id="entry-1", date=date(2023, 9, 24), hours=[MORNING], deleted=True),
            UpdateAvailability(date=date(2023, 9, 25), hours=[]),
        ],
        "availabilities",
        [
            {"id": "entry-1", "date": "2023-09-24T00:00:00.000Z", "hours": [WIRE_MORNING], "deleted": True},
            {"date": "2023-09-25T00:00:00.000Z", "hours": []},
        ],
    ),
]
CHICAGO = timezone(timedelta(hours=-5))

CALLS = {
    "create a calendar": Call(
        "create-calendar",
        "create_calendar",
        "calendars.create",
        "POST /calendars/",
        body=CALENDAR,
        needed={"name"},
    ),
    "list calendars": Call(
        "get-calendars",
        "get_calendars",
        "calendars.list",
        "GET /calendars/",
        query=[
            ("location_id", "location-1", "locationId", "location-1"),
            ("group_id", "group-1", "groupId", "group-1"),
            ("show_drafted", False, "showDrafted", "false"),
        ],
        reply={"calendars": []},
    ),
    "read a calendar": Call(
        "get-calendar", "get_calendar", "calendars.get", "GET /calendars/calendar-1", ("calendar-1",)
    ),
    "update a calendar": Call(
        "update-calendar",
        "update_calendar",
        "calendars.update",
        "PUT /calendars/calendar-1",
        ("calendar-1",),
        body=UPDATE,
    ),
    "delete a calendar": Call(
        "delete-calendar", "delete_calendar", "calendars.delete", "DELETE /calendars/calendar-1", ("calendar-1",)
    ),
    "list free slots": Call(
        "get-slots",
        "get_slots",
        "calendars.get_slots",
        "GET /calendars/calendar-1/free-slots",
        ("calendar-1",),
        query=[
            ("start_date", datetime(2024, 10, 28, tzinfo=CHICAGO), "startDate", "1730091600000"),
            ("end_date", datetime(2024, 10, 30, tzinfo=CHICAGO), "endDate", "1730264400000"),
            ("timezone", "America/Chicago", "timezone", "America%2FChicago"),
            ("user_id", "user-1", "userId", "user-1"),
            ("user_ids", ["user-1", "user 2"], "userIds", ["user-1", "user+2"]),
        ],
        needed={"start_date", "end_date"},
    ),
}
