"""Whether what a look found is what was sent: the decisions, each a row of a table."""

from __future__ import annotations

from typing import Any

import pytest

from highlevel_calendars._lookups import LOOKUPS, found, master_of, obstacle
from highlevel_calendars.models import Event

Row = dict[str, Any]

START, END = "2026-08-25T08:00:00-05:00", "2026-08-25T08:30:00-05:00"
DOUBT = "doubt"  # what is found may or may not be it
BOOKING = {"calendarId": "c1", "contactId": "n1", "startTime": START, "endTime": END, "title": "T", "locationId": "l"}
SERIES = {**BOOKING, "rrule": "FREQ=DAILY;COUNT=2"}
BLOCK = {"assignedUserId": "u1", "startTime": START, "endTime": END, "title": "T"}
CALENDAR_BLOCK = {"calendarId": "c1", "startTime": START, "endTime": END}
CALENDAR = {"name": "N", "calendarType": "personal", "slug": "s", "description": "D"}
GROUP = {"name": "N", "slug": "s", "description": "D"}
ROOM = {"resource_type": "rooms", "name": "N", "description": "D", "capacity": 3, "calendarIds": []}


def row(base: Row, *without: str, id: str | None = "x1", **changes: Any) -> Row:  # noqa: A002 - the API's name
    """A row like what was sent, but for some fields."""
    own = {} if id is None else {"id": id}
    return {**own, **{name: value for name, value in base.items() if name not in without}, **changes}


CASES: dict[str, tuple[str, Row, list[Row], str | None]] = {
    # operation, what was sent, what was found, the id of what is it (None: nothing is)
    "booking: nothing": ("create-appointment", BOOKING, [], None),
    "booking: itself": ("create-appointment", BOOKING, [row(BOOKING)], "x1"),
    "booking: a rewritten title": ("create-appointment", BOOKING, [row(BOOKING, title="Nia: T")], "x1"),
    "booking: another member": ("create-appointment", BOOKING, [row(BOOKING, assignedUserId="u2")], "x1"),
    "booking: another zone": ("create-appointment", BOOKING, [row(BOOKING, startTime="2026-08-25T13:00:00Z")], "x1"),
    "booking: fractions of a second": (
        "create-appointment",
        {**BOOKING, "startTime": "2026-08-25T08:00:00.987654-05:00"},
        [row(BOOKING)],
        "x1",
    ),
    "booking: a second later": ("create-appointment", BOOKING, [row(BOOKING, startTime=START[:17] + "01-05:00")], None),
    "booking: of another contact": ("create-appointment", BOOKING, [row(BOOKING, contactId="n2")], None),
    "booking: an earlier one that reaches into it": (
        "create-appointment",
        BOOKING,
        [row(BOOKING, startTime="2026-08-25T07:45:00-05:00")],
        None,
    ),
    "booking: deleted": ("create-appointment", BOOKING, [row(BOOKING, deleted=True)], None),
    "booking: deleted as a string": ("create-appointment", BOOKING, [row(BOOKING, deleted="true")], None),
    "booking: cancelled": ("create-appointment", BOOKING, [row(BOOKING, appointmentStatus="cancelled")], None),
    "booking: cancelled, in the other spelling": (
        "create-appointment",
        BOOKING,
        [row(BOOKING, appoinmentStatus="cancelled")],
        None,
    ),
    "booking: invalid": ("create-appointment", BOOKING, [row(BOOKING, appointmentStatus="invalid")], None),
    "booking: new": ("create-appointment", BOOKING, [row(BOOKING, appointmentStatus="new")], "x1"),
    "booking: created as cancelled": (
        "create-appointment",
        {**BOOKING, "appointmentStatus": "cancelled"},
        [row(BOOKING, appointmentStatus="cancelled"), row(BOOKING, id="x2", appointmentStatus="confirmed")],
        "x1",
    ),
    "booking: created as cancelled, without a status": (
        "create-appointment",
        {**BOOKING, "appointmentStatus": "cancelled"},
        [row(BOOKING)],
        "x1",
    ),
    "booking: without a contact": ("create-appointment", BOOKING, [row(BOOKING, "contactId")], DOUBT),
    "booking: without a contact, elsewhere": (
        "create-appointment",
        BOOKING,
        [row(BOOKING, "contactId", startTime=END)],
        None,
    ),
    "booking: without a start": ("create-appointment", BOOKING, [row(BOOKING, "startTime")], DOUBT),
    "booking: a start without an offset": ("create-appointment", BOOKING, [row(BOOKING, startTime=START[:19])], DOUBT),
    "booking: without a calendar": ("create-appointment", BOOKING, [row(BOOKING, "calendarId")], "x1"),
    "booking: on a calendar that was not asked for": (
        "create-appointment",
        BOOKING,
        [row(BOOKING, calendarId="c2")],
        DOUBT,
    ),
    "booking: sure beside doubtful": (
        "create-appointment",
        BOOKING,
        [row(BOOKING, "contactId", id="x2"), row(BOOKING)],
        "x1",
    ),
    "booking: two, one with the title": (
        "create-appointment",
        BOOKING,
        [row(BOOKING, id="x2", title="Other"), row(BOOKING)],
        "x1",
    ),
    "booking: two, one with the member": (
        "create-appointment",
        {**BOOKING, "assignedUserId": "u1"},
        [row(BOOKING, id="x2", assignedUserId="u2"), row(BOOKING, assignedUserId="u1")],
        "x1",
    ),
    "booking: two alike": ("create-appointment", BOOKING, [row(BOOKING), row(BOOKING, id="x2")], DOUBT),
    "booking: one twice": ("create-appointment", BOOKING, [row(BOOKING), row(BOOKING)], "x1"),
    "booking: an instance of a series": (
        "create-appointment",
        BOOKING,
        [row(BOOKING, id="m1_1787662800000_1800", masterEventId="m1")],
        "m1_1787662800000_1800",
    ),
    "series: itself": ("create-appointment", SERIES, [row(SERIES)], "x1"),
    "series: told without its rule": ("create-appointment", SERIES, [row(BOOKING)], "x1"),
    "series: with another rule": ("create-appointment", SERIES, [row(BOOKING, rrule="FREQ=WEEKLY")], DOUBT),
    "block: itself": ("create-block-slot", BLOCK, [row(BLOCK)], "x1"),
    "block: another title": ("create-block-slot", BLOCK, [row(BLOCK, title="Other")], "x1"),
    "block: two, one with the title": ("create-block-slot", BLOCK, [row(BLOCK, id="x2", title="O"), row(BLOCK)], "x1"),
    "block: two alike": ("create-block-slot", BLOCK, [row(BLOCK), row(BLOCK, id="x2")], DOUBT),
    "block: ends elsewhere": ("create-block-slot", BLOCK, [row(BLOCK, endTime="2026-08-25T09:00:00-05:00")], None),
    "block: without an end": ("create-block-slot", BLOCK, [row(BLOCK, "endTime")], DOUBT),
    "block: without a user": ("create-block-slot", BLOCK, [row(BLOCK, "assignedUserId")], "x1"),
    "block: deleted": ("create-block-slot", BLOCK, [row(BLOCK, deleted=True)], None),
    "block: of a calendar": ("create-block-slot", BLOCK, [row(CALENDAR_BLOCK)], None),
    "block of a calendar: itself": ("create-block-slot", CALENDAR_BLOCK, [row(CALENDAR_BLOCK)], "x1"),
    "block of a calendar: of a user": ("create-block-slot", CALENDAR_BLOCK, [row(BLOCK)], None),
    "calendar: itself": ("create-calendar", CALENDAR, [row(CALENDAR)], "x1"),
    "calendar: another name": ("create-calendar", CALENDAR, [row(CALENDAR, name="M")], None),
    "calendar: another type": ("create-calendar", CALENDAR, [row(CALENDAR, calendarType="event")], None),
    "calendar: another slug": ("create-calendar", CALENDAR, [row(CALENDAR, slug="s-1")], None),
    "calendar: without a slug": ("create-calendar", CALENDAR, [row(CALENDAR, "slug")], DOUBT),
    "calendar: without a name": ("create-calendar", CALENDAR, [row(CALENDAR, "name")], DOUBT),
    "calendar: another description": ("create-calendar", CALENDAR, [row(CALENDAR, description="E")], DOUBT),
    "calendar: with what was not sent": ("create-calendar", {"name": "N"}, [row(CALENDAR)], "x1"),
    "calendar: two of one name": (
        "create-calendar",
        {"name": "N"},
        [row(CALENDAR), row(CALENDAR, id="x2", slug="s-2")],
        DOUBT,
    ),
    "calendar: spaces that the API cut off": ("create-calendar", {"name": " N "}, [row(CALENDAR)], "x1"),
    "group: itself": ("create-calendar-group", GROUP, [row(GROUP)], "x1"),
    "group: another slug": ("create-calendar-group", GROUP, [row(GROUP, slug="t")], None),
    "group: another that has the slug": ("create-calendar-group", GROUP, [row(GROUP, name="M")], None),
    "group: without a slug": ("create-calendar-group", GROUP, [row(GROUP, "slug")], DOUBT),
    "room: itself": ("create-calendar-resource", ROOM, [row(ROOM, resourceType="rooms")], "x1"),
    "room: another name": ("create-calendar-resource", ROOM, [row(ROOM, name="M")], None),
    "room: another capacity": ("create-calendar-resource", ROOM, [row(ROOM, capacity=4)], DOUBT),
    "room: a capacity as a string": ("create-calendar-resource", ROOM, [row(ROOM, capacity="3")], "x1"),
    "room: no more than a name": ("create-calendar-resource", ROOM, [{"id": "x1", "name": "N"}], "x1"),
    "room: two alike without ids": ("create-calendar-resource", ROOM, [row(ROOM, id=None)] * 2, DOUBT),
}


@pytest.mark.parametrize(("operation", "sent", "rows", "it"), CASES.values(), ids=CASES.keys())
def test_what_is_found(operation: str, sent: Row, rows: list[Row], it: str | None) -> None:
    """A row is what was sent, is not, or cannot be told from it."""
    lookup = LOOKUPS[operation]
    model = type(lookup.read({"id": "sent", **ROOM, **sent}))
    finding = found(lookup, lookup.read({"id": "sent", **sent}), [model.from_dict(data) for data in rows])
    assert (None if finding.row is None else finding.row.id) == (None if it == DOUBT else it)
    assert bool(finding.doubt) is (it == DOUBT)


def test_a_doubt_names_what_was_found() -> None:
    """Whoever has to look for themselves is told the ids."""
    lookup = LOOKUPS["create-appointment"]
    rows = [Event.from_dict(row(BOOKING, id=f"x{number}")) for number in range(2)]
    assert found(lookup, Event.from_dict({"id": "sent", **BOOKING}), rows).doubt == (
        "2 were found that may each be it: x0, x1"
    )


MASTERS: dict[str, tuple[Row, str | None]] = {
    "a single one": ({"id": "a1"}, None),
    "an instance": ({"id": "m1_1787662800000_1800", "masterEventId": "m2"}, "m2"),
    "an instance known by its id": ({"id": "m_1_1787662800000_1800"}, "m_1"),
    "the series, by its rule": ({"id": "a1", "rrule": "FREQ=DAILY"}, "a1"),
    "the series, by its flag": ({"id": "a1", "isRecurring": "true"}, "a1"),
}


@pytest.mark.parametrize(("event", "master"), MASTERS.values(), ids=MASTERS.keys())
def test_master_of_an_event(event: Row, master: str | None) -> None:
    """An instance leads to its series by its field or its id."""
    assert master_of(Event.from_dict(event)) == master


OBSTACLES: dict[str, tuple[str, Row, str]] = {
    "none": ("create-appointment", BOOKING, ""),
    "none for a series": ("create-appointment", SERIES, ""),
    "no contact": ("create-appointment", {"startTime": START}, "it was sent without contact_id, by which it would"),
    "no instant": ("create-appointment", {**BOOKING, "startTime": "soon"}, "it was sent without start_time"),
    "a series that begins later": (
        "create-appointment",
        {**BOOKING, "rrule": "FREQ=WEEKLY;BYDAY=SU"},
        "does not occur",
    ),
    "a series without its start": (
        "create-appointment",
        {**BOOKING, "rrule": "FREQ=DAILY;COUNT=3\nEXDATE:20260825T080000"},
        "does not occur",
    ),
    "a rule that is none": ("create-appointment", {**BOOKING, "rrule": "FREQ=NOW"}, "does not occur"),
    "no end": ("create-block-slot", {"startTime": START}, "without end_time"),
}


@pytest.mark.parametrize(("operation", "sent", "said"), OBSTACLES.values(), ids=OBSTACLES.keys())
def test_what_cannot_be_looked_for(operation: str, sent: Row, said: str) -> None:
    """What could not be known again is not looked for, and the reason is told."""
    lookup = LOOKUPS[operation]
    reason = obstacle(lookup, lookup.read({"id": "sent", **sent}))
    assert said in reason
    assert bool(said) is bool(reason)
