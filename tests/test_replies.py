"""What comes back: every field of every reply in its attribute, in any envelope, under any status of success."""

from __future__ import annotations

from datetime import date, datetime, timedelta, timezone
from typing import Any, NamedTuple

import attrs
import pytest
from conftest import LOCATION
from pytest_httpx import HTTPXMock
from schemas import keys_in_schema, keys_of, operations, reply_schema

from highlevel_calendars import CalendarsClient

INDIA = timezone(timedelta(hours=5, minutes=30))
START, END = datetime(2021, 6, 23, 3, 30, tzinfo=INDIA), datetime(2021, 6, 23, 4, 30, tzinfo=INDIA)

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
APPOINTMENT: list[Row] = [
    ("id", "appointment-1", "id", "appointment-1"),
    ("calendarId", "calendar-1", "calendar_id", "calendar-1"),
    ("locationId", "location-1", "location_id", "location-1"),
    ("contactId", "contact-1", "contact_id", "contact-1"),
    ("startTime", "2021-06-23T03:30:00+05:30", "start_time", START),
    ("endTime", "2021-06-23T04:30:00+05:30", "end_time", END),
    ("title", "Test Event", "title", "Test Event"),
    ("meetingLocationType", "default", "meeting_location_type", "default"),
    ("appointmentStatus", "completed", "appointment_status", "completed"),
    ("status", "booked", "status", "booked"),
    ("assignedUserId", "user-1", "assigned_user_id", "user-1"),
    ("address", "Zoom", "address", "Zoom"),
    ("isRecurring", "true", "is_recurring", True),
    ("rrule", "RRULE:FREQ=DAILY;COUNT=5", "rrule", "RRULE:FREQ=DAILY;COUNT=5"),
    ("traceId", "trace-1", "trace_id", "trace-1"),
]
BLOCK: list[Row] = [
    ("id", "block-1", "id", "block-1"),
    ("locationId", "location-1", "location_id", "location-1"),
    ("title", "My event", "title", "My event"),
    ("startTime", "2021-06-23T03:30:00+05:30", "start_time", START),
    ("endTime", "2021-06-23T04:30:00+05:30", "end_time", END),
    ("calendarId", "calendar-1", "calendar_id", "calendar-1"),
    ("assignedUserId", "user-1", "assigned_user_id", "user-1"),
    ("traceId", "trace-1", "trace_id", "trace-1"),
]


class Kind(NamedTuple):
    """The replies of one operation, and a call of it."""

    rows: list[Row]
    group: str
    arguments: dict[str, Any]
    envelopes: tuple[str, ...]
    positional: tuple[str, ...] = ()

    async def create(self, client: CalendarsClient) -> Any:
        return await getattr(client, self.group).create(*self.positional, **self.arguments)


KINDS = {
    "create-calendar": Kind(CALENDAR, "calendars", {"name": "n"}, ("calendar",)),
    "create-calendar-group": Kind(GROUP, "groups", {"name": "n", "description": "d", "slug": "s"}, ("group",)),
    "create-calendar-resource": Kind(
        RESOURCE, "resources", {"name": "n", "description": "d", "calendar_ids": []}, (), ("rooms",)
    ),
    "create-appointment": Kind(
        APPOINTMENT,
        "appointments",
        {"calendar_id": "c", "contact_id": "p", "start_time": START},
        ("appointment", "event"),
    ),
    "create-block-slot": Kind(
        BLOCK, "block_slots", {"assigned_user_id": "u", "start_time": START, "end_time": END}, ("event",)
    ),
}
each_kind = pytest.mark.parametrize("kind", KINDS.values(), ids=KINDS.keys())


def attributes(model: Any) -> dict[str, Any]:
    """A model's attributes, those of the models within it too, without what came raw."""
    return attrs.asdict(model, filter=lambda attribute, _: attribute.name != "raw")


@pytest.mark.parametrize("operation_id", operations().keys())
def test_tables_are_complete(operation_id: str) -> None:
    """The tables of this module have every key that the OpenAPI file has for a reply, and no other."""
    known = keys_of({key: value for key, value, _, _ in KINDS[operation_id].rows})
    assert known == keys_in_schema(reply_schema(operation_id))


@each_kind
@pytest.mark.asyncio
async def test_every_field(kind: Kind, client: CalendarsClient, httpx_mock: HTTPXMock) -> None:
    """A reply with every field of the page has each in its own attribute, and is kept as it came."""
    wire = {key: value for key, value, _, _ in kind.rows}
    httpx_mock.add_response(json=wire)
    model = await kind.create(client)
    assert attributes(model) == {attribute: value for _, _, attribute, value in kind.rows}
    assert model.raw == wire


@pytest.mark.parametrize(
    ("kind", "row"),
    [pytest.param(kind, row, id=f"{name}: {row[0]}") for name, kind in KINDS.items() for row in kind.rows[1:]],
)
@pytest.mark.asyncio
async def test_one_field(kind: Kind, row: Row, client: CalendarsClient, httpx_mock: HTTPXMock) -> None:
    """A field of a reply fills its own attribute and no other; what is missing is None."""
    key, wire, attribute, value = row
    httpx_mock.add_response(json={"id": "1", key: wire})
    filled = {name: found for name, found in attributes(await kind.create(client)).items() if found is not None}
    assert filled == {"id": "1", attribute: value}


@pytest.mark.parametrize("status", [200, 201, 202])
@pytest.mark.parametrize(
    ("kind", "envelope"),
    [
        pytest.param(kind, envelope, id=f"{name} in {envelope}")
        for name, kind in KINDS.items()
        for envelope in (*kind.envelopes, None)
    ],
)
@pytest.mark.asyncio
async def test_envelope(
    kind: Kind, envelope: str | None, status: int, client: CalendarsClient, httpx_mock: HTTPXMock
) -> None:
    """A reply may be wrapped or bare, and any status of success will do."""
    wire = {"id": "1", "locationId": LOCATION}
    httpx_mock.add_response(status_code=status, json=wire if envelope is None else {envelope: wire, "traceId": "t"})
    model = await kind.create(client)
    assert (model.id, model.location_id, model.raw) == ("1", LOCATION, wire)
