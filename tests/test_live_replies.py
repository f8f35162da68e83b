"""Replies in the forms that the live API was seen to send, and lists with what is no item of theirs."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone
from typing import Any

import pytest
from pytest_httpx import HTTPXMock
from reply_kinds import KINDS
from wire_calls import CALLS

from highlevel_calendars import CalendarsClient, errors, models
from highlevel_calendars.models import DaySlots, Event, FreeSlots, Message, Succeeded, Success

WEST = timezone(timedelta(hours=-5))
START, END = datetime(2026, 8, 25, 8, tzinfo=WEST), datetime(2026, 8, 25, 8, 30, tzinfo=WEST)
SPAN: dict[str, Any] = {"start_time": START, "end_time": END}
READ = {
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
    "dateUpdated": "2026-08-20T14:00:00.000Z",
    "createdBy": {"source": "third_party", "userId": None},
}


@pytest.mark.parametrize(
    "reply",
    [{"appointment": READ, "traceId": "t-2"}, {"event": READ}, READ, {"event": None, "appointment": READ}],
    ids=["live", "official", "bare", "an empty envelope beside"],
)
@pytest.mark.asyncio
async def test_an_appointment_is_read(reply: dict[str, Any], client: CalendarsClient, httpx_mock: HTTPXMock) -> None:
    """An appointment is read from the envelope of the live API, from that of the official file, and bare."""
    httpx_mock.add_response(json=reply)
    event = await client.appointments.get("apt1")
    added = datetime(2026, 8, 20, 14, tzinfo=UTC)
    assert event == Event(
        id="apt1",
        calendar_id="cal1",
        location_id="loc1",
        contact_id="con1",
        title="T",
        appointment_status="confirmed",
        assigned_user_id="usr1",
        users=[],
        start_time=START,
        end_time=END,
        date_added=added,
        date_updated=added,
        created_by=models.CreatedBy(source="third_party"),
    )
    assert event.raw == READ


@pytest.mark.asyncio
async def test_deleted_events_come_along(client: CalendarsClient, httpx_mock: HTTPXMock) -> None:
    """A list has the events that were deleted too, marked as such, and instances under their own ids."""
    rows = [
        {"id": "m1_1729821600000_1800", "masterEventId": "m1", "isRecurring": True, "deleted": True, "address": ""},
        {"id": "m2", "deleted": False},
        {"id": "m3"},
    ]
    httpx_mock.add_response(json={"events": rows, "traceId": "t-3"})
    assert await client.events.list(calendar_id="c", **SPAN) == [
        Event(id="m1_1729821600000_1800", master_event_id="m1", is_recurring=True, deleted=True, address=""),
        Event(id="m2", deleted=False),
        Event(id="m3"),
    ]


@pytest.mark.asyncio
async def test_a_block_has_no_contact(client: CalendarsClient, httpx_mock: HTTPXMock) -> None:
    """A block is read without the contact, group and status that an appointment has."""
    httpx_mock.add_response(json={"events": [{"id": "b1", "title": "Away", "assignedUserId": "u", "users": None}]})
    assert await client.events.list_blocked(user_id="u", **SPAN) == [Event(id="b1", title="Away", assigned_user_id="u")]


@pytest.mark.parametrize(
    ("reply", "slots"),
    [
        (
            {"2026-08-25": {"slots": ["2026-08-25T08:00:00-05:00", "2026-08-25T08:30:00-05:00"]}, "traceId": "t-4"},
            FreeSlots(trace_id="t-4", entries={"2026-08-25": DaySlots(slots=[START, END])}),
        ),
        ({"traceId": "t-4"}, FreeSlots(trace_id="t-4")),
        ({}, FreeSlots()),
        (
            {"2026-08-25": {"slots": []}, "2026-08-26": {}, "2026-08-27": None, "2026-08-28": []},
            FreeSlots(entries={"2026-08-25": DaySlots(slots=[]), "2026-08-26": DaySlots()}),
        ),
        (
            {"2026-08-25": {"slots": ["2026-08-25T08:00:00", None, 5, "2026-08-25T08:30:00-05:00"]}},
            FreeSlots(entries={"2026-08-25": DaySlots(slots=[END])}),
        ),
    ],
    ids=["a day", "no day", "nothing", "days without slots", "slots that are no times"],
)
@pytest.mark.asyncio
async def test_free_slots(
    reply: dict[str, Any], slots: FreeSlots, client: CalendarsClient, httpx_mock: HTTPXMock
) -> None:
    """Free slots are keyed by date, beside the trace id; what is no day or no time is passed over, and kept raw."""
    httpx_mock.add_response(json=reply)
    found = await client.calendars.get_slots("c", start_date=START, end_date=END)
    assert found == slots
    assert found.raw == reply


DELETES = sorted(name for name, call in CALLS.items() if call.request.startswith("DELETE"))


@pytest.mark.parametrize(
    ("reply", "done"),
    [
        ({"succeeded": True, "traceId": "t-5"}, True),
        ({"success": True}, True),
        ({"succeded": True}, True),
        ({"success": "true"}, True),
        ({"success": False}, False),
        ({}, None),
    ],
    ids=str,
)
@pytest.mark.parametrize("name", DELETES)
@pytest.mark.asyncio
async def test_a_deletion_says_whether_it_was_done(
    name: str, reply: dict[str, Any], done: bool | None, client: CalendarsClient, httpx_mock: HTTPXMock
) -> None:
    """Each of the three spellings of success is read, a boolean or a string; where none comes it is unknown."""
    for status in (200, 201):
        httpx_mock.add_response(json=reply, status_code=status)
        found = await CALLS[name].make(client, "method", {})
        if CALLS[name].operation == "delete-event-notification":
            assert found == Message()
        else:
            assert found in (Success(success=done), Succeeded(success=done))
        assert found.raw == reply


@pytest.mark.parametrize("name", ["update a reminder", "delete a notification"])
@pytest.mark.asyncio
async def test_a_message_is_all_that_comes(name: str, client: CalendarsClient, httpx_mock: HTTPXMock) -> None:
    """Of a notification that was changed or deleted only a message comes back."""
    httpx_mock.add_response(json={"message": "Deleted"})
    assert await CALLS[name].make(client, "method", {}) == Message(message="Deleted")


LISTS = {name: kind for name, kind in KINDS.items() if kind.many}


async def listed(client: CalendarsClient, operation_id: str) -> Any:
    call = next(call for call in CALLS.values() if call.operation == operation_id)
    return await call.make(client, "method", call.least)


@pytest.mark.parametrize("operation_id", LISTS)
@pytest.mark.asyncio
async def test_what_is_no_item_is_passed_over(
    operation_id: str, client: CalendarsClient, httpx_mock: HTTPXMock
) -> None:
    """A list has every item that can be read, in order: what has no id, or is no object, takes none with it."""
    kind = LISTS[operation_id]
    key = kind.rows[0][0]
    items = [{key: "1"}, {"name": "no id"}, None, {key: ""}, [], {key: "2"}, "3", {key: 4}]
    httpx_mock.add_response(json={kind.envelopes[0]: items} if kind.envelopes else items)
    found = [item.id for item in await listed(client, operation_id)]
    # A resource is read without an id, for none is documented.
    assert found == (["1", None, None, "2", "4"] if kind.model is models.Resource else ["1", "2", "4"])


@pytest.mark.parametrize("content", [b"{}", b'{"events": {}}', b'{"events": null}', b"null", b"5", b"", b'"[]"'])
@pytest.mark.parametrize("operation_id", LISTS)
@pytest.mark.asyncio
async def test_what_is_no_list_is_an_error(
    operation_id: str, content: bytes, client: CalendarsClient, httpx_mock: HTTPXMock
) -> None:
    """A success that should be a list and is none is an error, which speaks of a write only after one."""
    httpx_mock.add_response(content=content)
    with pytest.raises(errors.UnreadableReplyError) as caught:
        await listed(client, operation_id)
    assert (caught.value.operation, caught.value.status) == (operation_id, 200)
    assert ("What it asked for has been done." in str(caught.value)) is operation_id.startswith("create")


@pytest.mark.parametrize("name", [name for name, call in CALLS.items() if not KINDS[call.operation].many])
@pytest.mark.asyncio
async def test_what_is_no_object_is_an_error(name: str, client: CalendarsClient, httpx_mock: HTTPXMock) -> None:
    """A success that should be an object and is an array is an error, which speaks of a write only after one."""
    call = CALLS[name]
    httpx_mock.add_response(content=b'[{"id": "1"}]')
    with pytest.raises(errors.UnreadableReplyError, match="expected a JSON object, got a list") as caught:
        await call.make(client, "method", call.least)
    assert ("What it asked for has been done." in str(caught.value)) is not call.request.startswith("GET")
