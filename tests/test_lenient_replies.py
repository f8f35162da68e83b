"""Replies that differ from their pages: other spellings, other types, less, more, and none at all."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, timezone
from operator import attrgetter
from typing import Any, NamedTuple

import pytest
from pytest_httpx import HTTPXMock
from reply_kinds import KINDS
from schemas import aliases_in_schema, operations, reply_schema

from highlevel_calendars import CalendarsClient, errors
from highlevel_calendars.models import (
    Appointment,
    BlockSlot,
    Calendar,
    Event,
    Note,
    Notification,
    Resource,
    Schedule,
    Succeeded,
    Success,
)

START = datetime(2026, 8, 25, 8, tzinfo=UTC)


async def book(client: CalendarsClient) -> Appointment:
    return await client.appointments.create(calendar_id="cal1", contact_id="con1", start_time=START)


@pytest.mark.asyncio
async def test_reply_to_a_booking(client: CalendarsClient, httpx_mock: HTTPXMock) -> None:
    """The short reply that a booking really gets is read, with the misspelt status."""
    wire = {
        "id": "apt1",
        "calendarId": "cal1",
        "contactId": "con1",
        "title": "T",
        "status": "booked",
        "appoinmentStatus": "confirmed",
        "assignedUserId": "usr1",
        "address": "",
        "isRecurring": False,
        "traceId": "t-1",
    }
    httpx_mock.add_response(status_code=201, json=wire)
    appointment = await book(client)
    assert appointment == Appointment(
        id="apt1",
        calendar_id="cal1",
        contact_id="con1",
        title="T",
        status="booked",
        appointment_status="confirmed",
        assigned_user_id="usr1",
        address="",
        is_recurring=False,
        trace_id="t-1",
    )
    assert appointment.raw == wire


@pytest.mark.asyncio
async def test_reply_with_more_than_is_known(client: CalendarsClient, httpx_mock: HTTPXMock) -> None:
    """A long reply in an envelope is read, and what has no attribute is found in `raw`."""
    wire = {
        "id": "apt1",
        "calendarId": "cal1",
        "locationId": "loc1",
        "contactId": "con1",
        "title": "T",
        "appointmentStatus": "confirmed",
        "appoinmentStatus": "confirmed",
        "statusDetails": {"status": "Confirmed", "state": "active", "oldStatus": "new", "translatable": True},
        "assignedUserId": "usr1",
        "users": [],
        "startTime": "2026-08-25T08:00:00-05:00",
        "endTime": "2026-08-25T08:30:00-05:00",
        "dateAdded": "2026-08-20T14:00:00.000Z",
        "createdBy": {"source": "third_party", "userId": None},
    }
    httpx_mock.add_response(json={"appointment": wire, "traceId": "t-2"})
    appointment = await book(client)
    west = timezone(timedelta(hours=-5))
    assert appointment.start_time == datetime(2026, 8, 25, 8, tzinfo=west)
    assert appointment.end_time == datetime(2026, 8, 25, 8, 30, tzinfo=west)
    assert appointment.start_time is not None
    assert appointment.start_time.utcoffset() == timedelta(hours=-5)
    assert appointment.raw["statusDetails"] == wire["statusDetails"]
    assert appointment.raw["dateAdded"] == "2026-08-20T14:00:00.000Z"


@pytest.mark.asyncio
async def test_trace_id_beside_the_envelope(client: CalendarsClient, httpx_mock: HTTPXMock) -> None:
    """An appointment has the trace id of its reply, also when that stands beside the envelope."""
    httpx_mock.add_response(json={"appointment": {"id": "apt1"}, "traceId": "t-2"})
    assert (await book(client)).trace_id == "t-2"


class Alias(NamedTuple):
    """Another spelling of a key: replies with both and with the other alone, and what they are read as."""

    model: Any
    key: str
    alias: str
    both: dict[str, Any]
    other: dict[str, Any]
    attribute: str
    value: object


ALIASES = [
    Alias(
        Calendar,
        "appoinmentPerSlot",
        "appointmentPerSlot",
        {"id": "1", "appoinmentPerSlot": 2, "appointmentPerSlot": 3},
        {"id": "1", "appointmentPerSlot": 2},
        "appointments_per_slot",
        2,
    ),
    Alias(
        Calendar,
        "appoinmentPerDay",
        "appointmentPerDay",
        {"id": "1", "appoinmentPerDay": "5", "appointmentPerDay": 6},
        {"id": "1", "appointmentPerDay": "5"},
        "appointments_per_day",
        5,
    ),
    Alias(
        Calendar,
        "formSubmitRedirectURL",
        "formSubmitRedirectUrl",
        {"id": "1", "formSubmitRedirectURL": "u", "formSubmitRedirectUrl": "other"},
        {"id": "1", "formSubmitRedirectUrl": "u"},
        "form_submit_redirect_url",
        "u",
    ),
    Alias(
        Calendar,
        "LookBusyPercentage",
        "lookBusyPercentage",
        {"id": "1", "lookBusyConfig": {"LookBusyPercentage": 9, "lookBusyPercentage": 8}},
        {"id": "1", "lookBusyConfig": {"lookBusyPercentage": 9}},
        "look_busy_config.look_busy_percentage",
        9,
    ),
    Alias(
        Appointment,
        "appointmentStatus",
        "appoinmentStatus",
        {"id": "1", "appointmentStatus": "new", "appoinmentStatus": "confirmed"},
        {"id": "1", "appointmentStatus": None, "appoinmentStatus": "new"},
        "appointment_status",
        "new",
    ),
    Alias(
        Event,
        "appointmentStatus",
        "appoinmentStatus",
        {"id": "1", "appointmentStatus": "new", "appoinmentStatus": "confirmed"},
        {"id": "1", "appointmentStatus": None, "appoinmentStatus": "new"},
        "appointment_status",
        "new",
    ),
    Alias(Resource, "id", "_id", {"id": "1", "_id": "2"}, {"_id": "1"}, "id", "1"),
    Alias(Schedule, "id", "_id", {"id": "1", "_id": "2"}, {"_id": "1"}, "id", "1"),
    Alias(Notification, "_id", "id", {"_id": "1", "id": "2"}, {"id": "1"}, "id", "1"),
    Alias(
        Success, "success", "succeeded", {"success": False, "succeeded": True}, {"succeeded": False}, "success", False
    ),
    Alias(
        Success, "success", "succeded", {"success": "true", "succeded": False}, {"succeded": "true"}, "success", True
    ),
    Alias(
        Succeeded, "succeeded", "success", {"succeeded": False, "success": True}, {"success": False}, "success", False
    ),
    Alias(
        Succeeded, "succeeded", "succeded", {"succeeded": True, "succeded": False}, {"succeded": True}, "success", True
    ),
]


def test_every_alias_is_tried() -> None:
    """No other spelling of the OpenAPI file is missing from the table of this module."""
    known = {
        (KINDS[operation_id].model, *pair)
        for operation_id in operations()
        for pair in aliases_in_schema(reply_schema(operation_id))
    }
    assert known == {(alias.model, alias.key, alias.alias) for alias in ALIASES}


@pytest.mark.parametrize("alias", ALIASES, ids=[f"{alias.model.__name__}: {alias.alias}" for alias in ALIASES])
def test_alias(alias: Alias) -> None:
    """Another spelling of a key fills the same attribute, and gives way to the usual one."""
    read = attrgetter(alias.attribute)
    assert read(alias.model.from_dict(alias.both)) == alias.value
    assert read(alias.model.from_dict(alias.other)) == alias.value


SCALARS: list[tuple[str, object, str, object]] = [
    ("isActive", "true", "is_active", True),
    ("isActive", "false", "is_active", False),
    ("isActive", "yes", "is_active", None),
    ("isActive", 1, "is_active", None),
    ("isActive", None, "is_active", None),
    ("slotDuration", "5", "slot_duration", 5),
    ("slotDuration", "-1.5", "slot_duration", -1.5),
    ("slotDuration", 7.25, "slot_duration", 7.25),
    ("slotDuration", "", "slot_duration", None),
    ("slotDuration", "five", "slot_duration", None),
    ("slotDuration", "1e5", "slot_duration", None),
    ("slotDuration", "nan", "slot_duration", None),
    ("slotDuration", "\u0665", "slot_duration", None),
    ("slotDuration", True, "slot_duration", None),
    ("slotDuration", [5], "slot_duration", None),
    ("availabilityType", "1", "availability_type", 1),
    ("availabilityType", 0.0, "availability_type", 0),
    ("availabilityType", 7, "availability_type", 7),
    ("availabilityType", 0.5, "availability_type", None),
    ("availabilityType", None, "availability_type", None),
    ("calendarType", "a new kind", "calendar_type", "a new kind"),
    ("calendarType", 5, "calendar_type", None),
    ("groupId", None, "group_id", None),
    ("groupId", {}, "group_id", None),
    ("teamMembers", {}, "team_members", None),
    ("teamMembers", [], "team_members", []),
    ("teamMembers", [None, 5, "u", []], "team_members", []),
    ("recurring", [], "recurring", None),
    ("recurring", "none", "recurring", None),
]


@pytest.mark.parametrize(
    ("key", "wire", "attribute", "value"), SCALARS, ids=[f"{row[0]}={row[1]!r}"[:40] for row in SCALARS]
)
def test_scalar_of_another_type(key: str, wire: object, attribute: str, value: object) -> None:
    """A value of an unexpected type is read where it is clear what it means, and is None where it is not."""
    calendar = Calendar.from_dict({"id": "1", key: wire})
    assert getattr(calendar, attribute) == value
    assert isinstance(getattr(calendar, attribute), bool) is isinstance(value, bool)
    assert calendar.raw[key] == wire


@pytest.mark.parametrize(
    ("wire", "value"),
    [
        ("2026-08-25T08:00:00-05:00", datetime(2026, 8, 25, 8, tzinfo=timezone(timedelta(hours=-5)))),
        ("2026-08-25T08:00:00Z", START),
        ("2026-08-25T08:00:00.000Z", START),
        ("2026-08-25T08:00:00.123+00:00", START.replace(microsecond=123000)),
        ("2026-08-25T08:00:00", None),
        ("2026-08-25", None),
        ("2026-02-30T08:00:00Z", None),
        ("2026-08-25T08:00:00+25:00", None),
        ("tomorrow", None),
        ("", None),
        ("\ud800", None),
        (1756108800000, None),
        ({}, None),
        (None, None),
    ],
    ids=ascii,
)
def test_time(wire: object, value: datetime | None) -> None:
    """A time with an offset becomes an aware datetime; anything else is no time."""
    slot = BlockSlot.from_dict({"id": "1", "startTime": wire})
    assert slot.start_time == value
    assert slot.raw["startTime"] == wire


@pytest.mark.parametrize(
    ("wire", "value"),
    [
        ("2026-12-24T00:00:00.000Z", date(2026, 12, 24)),
        ("2026-12-24", date(2026, 12, 24)),
        ("2026-12-24T23:00:00+14:00", date(2026, 12, 24)),
        ("2026-12-32T00:00:00.000Z", None),
        ("2026-12-24 00:00", None),
        ("2026", None),
        (5, None),
        (None, None),
    ],
    ids=ascii,
)
def test_local_date(wire: object, value: date | None) -> None:
    """A local date is the day that is written, whatever stands behind it; anything else is no date."""
    calendar = Calendar.from_dict({"id": "1", "availabilities": [{"date": wire}]})
    assert calendar.availabilities is not None
    assert calendar.availabilities[0].date == value


@pytest.mark.parametrize(
    ("model", "wire", "value"),
    [
        (Calendar, {"id": 5}, "5"),
        (BlockSlot, {"id": 5}, "5"),
        (Resource, {"id": 5}, "5"),
        (Resource, {"_id": 5}, "5"),
        (Resource, {"id": "", "_id": "r"}, "r"),
        (Resource, {"id": {}, "_id": "r"}, "r"),
        (Resource, {"name": "n"}, None),
        (Event, {"id": "m1_1729821600000_1800"}, "m1_1729821600000_1800"),
        (Note, {"id": 5}, "5"),
        (Notification, {"_id": 5}, "5"),
        (Notification, {"_id": "", "id": "n"}, "n"),
        (Schedule, {"id": None, "_id": "s"}, "s"),
    ],
    ids=lambda value: value.__name__ if isinstance(value, type) else str(value),
)
def test_id(model: Any, wire: dict[str, object], value: str | None) -> None:
    """An id is text, written as such or as a whole number, under the first key that has one."""
    assert model.from_dict(wire).id == value


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", "Expecting value"),
        (b"<html>created</html>", "Expecting value"),
        (b'{"id": "1"', "Expecting ',' delimiter"),
        (b"[]", "got a list"),
        (b"null", "got a NoneType"),
        (b'"created"', "got a str"),
        (b"{}", "no id"),
        (b'{"id": null}', "no id"),
        (b'{"id": ""}', "no id"),
        (b'{"id": true}', "no id"),
        (b'{"id": 1.5}', "no id"),
        (b'{"id": ["1"]}', "no id"),
        (b'{"appointment": {}, "id": "outer"}', "no id"),
        (b"\xff\xfe\x00", "decode"),
        (b'{"id": "\xff"}', "decode"),
        (b"[" * 100_000, "nested too deeply"),
    ],
    ids=lambda value: ascii(value)[:30],
)
@pytest.mark.asyncio
async def test_unreadable(content: bytes, reason: str, client: CalendarsClient, httpx_mock: HTTPXMock) -> None:
    """A success without an id is an error that says that the write was done, and why it cannot be read."""
    httpx_mock.add_response(status_code=201, content=content)
    with pytest.raises(errors.UnreadableReplyError, match=reason) as caught:
        await book(client)
    error = caught.value
    assert (error.operation, error.status, error.attempts) == ("create-appointment", 201, 1)
    assert str(error).endswith("What it asked for has been done.")
