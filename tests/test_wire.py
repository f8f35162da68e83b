"""What each operation sends: method, path, headers and every field of its body.

The tables below were written from the vendor's pages, so they do not depend on what was generated.
"""

from __future__ import annotations

import json
from datetime import UTC, date, datetime, timedelta, timezone
from typing import Any, NamedTuple
from zoneinfo import ZoneInfo

import httpx
import pytest
from conftest import BASE_URL, LOCATION, TOKEN
from pytest_httpx import HTTPXMock
from schemas import keys_in_schema, keys_of, operations, request_schema

from highlevel_calendars import CalendarsClient, Options
from highlevel_calendars.models import (
    Availability,
    CalendarNotification,
    Hours,
    LocationConfiguration,
    LookBusyConfig,
    OpenHours,
    Recurring,
    TeamMember,
)

INDIA = timezone(timedelta(hours=5, minutes=30))
START, END = datetime(2021, 6, 23, 3, 30, tzinfo=INDIA), datetime(2021, 6, 23, 4, 30, tzinfo=INDIA)
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

Row = tuple[str, object, str, object]  # the argument, its value, the key on the wire, its value there

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
GROUP: list[Row] = [
    ("location_id", "location-1", "locationId", "location-1"),
    ("name", "group a", "name", "group a"),
    ("description", "group description", "description", "group description"),
    ("slug", "15-mins", "slug", "15-mins"),
    ("is_active", True, "isActive", True),
]
RESOURCE: list[Row] = [
    ("location_id", "location-1", "locationId", "location-1"),
    ("name", "yoga room", "name", "yoga room"),
    ("description", "A room", "description", "A room"),
    ("calendar_ids", ["calendar-1"], "calendarIds", ["calendar-1"]),
    ("quantity", 3, "quantity", 3),
    ("out_of_service", 1, "outOfService", 1),
    ("capacity", 85, "capacity", 85),
]
APPOINTMENT: list[Row] = [
    ("calendar_id", "calendar-1", "calendarId", "calendar-1"),
    ("location_id", "location-1", "locationId", "location-1"),
    ("contact_id", "contact-1", "contactId", "contact-1"),
    ("start_time", START, "startTime", "2021-06-23T03:30:00+05:30"),
    ("end_time", END, "endTime", "2021-06-23T04:30:00+05:30"),
    ("title", "Test Event", "title", "Test Event"),
    ("meeting_location_type", "ms_teams", "meetingLocationType", "ms_teams"),
    ("meeting_location_id", "custom_0", "meetingLocationId", "custom_0"),
    ("override_location_config", True, "overrideLocationConfig", True),
    ("appointment_status", "confirmed", "appointmentStatus", "confirmed"),
    ("assigned_user_id", "user-1", "assignedUserId", "user-1"),
    ("description", "Booking a call", "description", "Booking a call"),
    ("address", "Zoom", "address", "Zoom"),
    ("ignore_date_range", False, "ignoreDateRange", False),
    ("to_notify", False, "toNotify", False),
    ("ignore_free_slot_validation", True, "ignoreFreeSlotValidation", True),
    ("rrule", "RRULE:FREQ=DAILY;INTERVAL=1;COUNT=5", "rrule", "RRULE:FREQ=DAILY;INTERVAL=1;COUNT=5"),
]
BLOCK: list[Row] = [
    ("location_id", "location-1", "locationId", "location-1"),
    ("start_time", START, "startTime", "2021-06-23T03:30:00+05:30"),
    ("end_time", END, "endTime", "2021-06-23T04:30:00+05:30"),
    ("title", "Test Event", "title", "Test Event"),
]
CALENDAR_BLOCK: list[Row] = [*BLOCK, ("calendar_id", "calendar-1", "calendarId", "calendar-1")]
USER_BLOCK: list[Row] = [*BLOCK, ("assigned_user_id", "user-1", "assignedUserId", "user-1")]


class Call(NamedTuple):
    """A call of one operation, all of whose arguments stand in `rows`."""

    operation: str
    group: str
    path: str
    rows: list[Row]
    required: set[str]
    positional: tuple[str, ...] = ()

    async def make(self, client: CalendarsClient, **arguments: Any) -> Any:
        return await getattr(client, self.group).create(*self.positional, **arguments)


BOOKED, BLOCKED = {"calendar_id", "contact_id", "start_time"}, {"start_time", "end_time"}
NEEDED = {"name", "description", "calendar_ids"}
CALLS = {
    "calendar": Call("create-calendar", "calendars", "/calendars/", CALENDAR, {"name"}),
    "group": Call("create-calendar-group", "groups", "/calendars/groups", GROUP, {"name", "description", "slug"}),
    "room": Call("create-calendar-resource", "resources", "/calendars/resources/rooms", RESOURCE, NEEDED, ("rooms",)),
    "equipment": Call(
        "create-calendar-resource", "resources", "/calendars/resources/equipments", RESOURCE, NEEDED, ("equipments",)
    ),
    "appointment": Call("create-appointment", "appointments", "/calendars/events/appointments", APPOINTMENT, BOOKED),
    "block of a calendar": Call(
        "create-block-slot", "block_slots", "/calendars/events/block-slots", CALENDAR_BLOCK, BLOCKED
    ),
    "block of a user": Call("create-block-slot", "block_slots", "/calendars/events/block-slots", USER_BLOCK, BLOCKED),
}
each_call = pytest.mark.parametrize("call", CALLS.values(), ids=CALLS.keys())


def sent(httpx_mock: HTTPXMock) -> Any:
    """The JSON body of the one request."""
    (request,) = httpx_mock.get_requests()
    return json.loads(request.content)


@pytest.mark.parametrize("operation_id", operations().keys())
def test_tables_are_complete(operation_id: str) -> None:
    """The tables of this module exercise every key that the OpenAPI file has for a request, and no other."""
    exercised: set[str] = set()
    for call in CALLS.values():
        if call.operation == operation_id:
            exercised |= keys_of({key: value for _, _, key, value in call.rows})
    assert exercised == keys_in_schema(request_schema(operation_id))


@each_call
@pytest.mark.asyncio
async def test_every_field(call: Call, client: CalendarsClient, httpx_mock: HTTPXMock) -> None:
    """A call with every argument sends every field under the key and in the form of the page."""
    httpx_mock.add_response(json={"id": "1"}, method="POST", url=BASE_URL + call.path)
    await call.make(client, **{argument: value for argument, value, _, _ in call.rows})
    assert sent(httpx_mock) == {key: value for _, _, key, value in call.rows}


@pytest.mark.parametrize(
    ("call", "row"),
    [
        pytest.param(call, row, id=f"{name}: {row[2]}")
        for name, call in CALLS.items()
        for row in call.rows
        if row[0] not in call.required
    ],
)
@pytest.mark.asyncio
async def test_one_field(call: Call, row: Row, client: CalendarsClient, httpx_mock: HTTPXMock) -> None:
    """An optional argument adds its own key to the body and no other."""
    httpx_mock.add_response(json={"id": "1"})
    argument, value, key, wire = row
    required = {name: given for name, given, _, _ in call.rows if name in call.required}
    await call.make(client, **required, **{argument: value}, options=Options(validate=False))
    expected = {name: written for given, _, name, written in call.rows if given in call.required}
    assert sent(httpx_mock) == {"locationId": LOCATION, **expected, key: wire}


@each_call
@pytest.mark.asyncio
async def test_headers(call: Call, client: CalendarsClient, httpx_mock: HTTPXMock) -> None:
    """A request carries the token, the version, a user agent and its length, each once, and nothing unusual."""
    httpx_mock.add_response(json={"id": "1"})
    await call.make(client, **{argument: value for argument, value, _, _ in call.rows})
    (request,) = httpx_mock.get_requests()
    headers = {name.lower().decode(): value.decode() for name, value in request.headers.raw}
    assert len(headers) == len(request.headers.raw)
    assert headers.pop("accept-encoding").startswith("gzip")
    name, library = headers.pop("user-agent").split()
    assert name.startswith("highlevel-calendars/0.")
    assert library == f"httpx/{httpx.__version__}"
    assert headers == {
        "host": "services.example.com",
        "authorization": f"Bearer {TOKEN}",
        "version": "2021-04-15",
        "content-type": "application/json",
        "content-length": str(len(request.content)),
        "accept": "application/json",
        "connection": "keep-alive",
    }


@each_call
@pytest.mark.asyncio
async def test_method_and_path(call: Call, client: CalendarsClient, httpx_mock: HTTPXMock) -> None:
    """An operation is a POST to the path of its page, without a query."""
    httpx_mock.add_response(json={"id": "1"})
    await call.make(client, **{argument: value for argument, value, _, _ in call.rows})
    (request,) = httpx_mock.get_requests()
    assert (request.method, str(request.url)) == ("POST", f"https://services.example.com{call.path}")


@pytest.mark.parametrize(
    ("start", "wire"),
    [
        (datetime(2026, 8, 25, 8, 0, tzinfo=INDIA), "2026-08-25T08:00:00+05:30"),
        (datetime(2026, 8, 25, 8, 0, tzinfo=UTC), "2026-08-25T08:00:00+00:00"),
        (datetime(2026, 8, 25, 8, 0, tzinfo=ZoneInfo("Europe/Berlin")), "2026-08-25T08:00:00+02:00"),
        (datetime(2026, 12, 25, 8, 0, tzinfo=ZoneInfo("Europe/Berlin")), "2026-12-25T08:00:00+01:00"),
        (datetime(2026, 10, 25, 2, 30, fold=1, tzinfo=ZoneInfo("Europe/Berlin")), "2026-10-25T02:30:00+01:00"),
        (datetime(2026, 8, 25, 8, 0, tzinfo=timezone(-timedelta(hours=5))), "2026-08-25T08:00:00-05:00"),
    ],
    ids=["half an hour", "UTC", "Berlin in summer", "Berlin in winter", "the hour that comes twice", "west"],
)
@pytest.mark.asyncio
async def test_offset_is_kept(start: datetime, wire: str, client: CalendarsClient, httpx_mock: HTTPXMock) -> None:
    """A time is sent with the offset that it was given with, and never turned into another zone."""
    httpx_mock.add_response(json={"id": "1"})
    await client.appointments.create(calendar_id="c", contact_id="p", start_time=start)
    assert sent(httpx_mock)["startTime"] == wire
