"""Recurring appointments."""

import contextlib
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

import hypothesis
import pytest
from hypothesis import strategies

from highlevel_sandbox import series

from .api import Api
from .bodies import CALENDARS, USERS, Body, appointment
from .test_events import INVALID, TAKEN, listed, millis, read

PARIS = ZoneInfo("Europe/Paris")
FIRST = datetime(2030, 1, 7, 10, tzinfo=PARIS)


def clock(rrule: str, first: datetime = FIRST) -> list[str]:
    """The instances as the clocks of Paris show them."""
    return [f"{start.astimezone(PARIS):%m-%d %H:%M%z}" for start in series.starts(rrule, first)]


@pytest.mark.parametrize(
    ("rrule", "expected"),
    [
        ("RRULE:FREQ=DAILY;COUNT=3", ["01-07 10:00+0100", "01-08 10:00+0100", "01-09 10:00+0100"]),
        ("FREQ=DAILY;INTERVAL=2;COUNT=2", ["01-07 10:00+0100", "01-09 10:00+0100"]),
        ("rrule:freq=weekly;count=2", ["01-07 10:00+0100", "01-14 10:00+0100"]),
        ("RRULE:FREQ=WEEKLY;BYDAY=MO,WE;COUNT=3", ["01-07 10:00+0100", "01-09 10:00+0100", "01-14 10:00+0100"]),
        ("RRULE:FREQ=MONTHLY;COUNT=2", ["01-07 10:00+0100", "02-07 10:00+0100"]),
        ("RRULE:FREQ=DAILY;UNTIL=20300108T090000Z", ["01-07 10:00+0100", "01-08 10:00+0100"]),
        ("RRULE:FREQ=DAILY;UNTIL=20300108T085959Z", ["01-07 10:00+0100"]),
        ("RRULE:FREQ=DAILY;COUNT=3\nEXDATE:20300108T090000Z", ["01-07 10:00+0100", "01-09 10:00+0100"]),
        ("RRULE:FREQ=DAILY;COUNT=3\nEXDATE:20300107T090000Z,20300109T090000Z", ["01-08 10:00+0100"]),
        ("RRULE:FREQ=DAILY;COUNT=2\nEXDATE:20300107T100000Z", ["01-07 10:00+0100", "01-08 10:00+0100"]),
        ("RRULE:FREQ=DAILY;COUNT=2\nEXDATE;TZID=Europe/Paris:20300107T100000", ["01-08 10:00+0100"]),
    ],
)
def test_instances(rrule: str, expected: list[str]) -> None:
    """An RRULE comes to its dates, without those of EXDATE."""
    assert clock(rrule) == expected


def test_a_series_keeps_its_hour_over_a_change_of_the_clocks() -> None:
    """It is ten before and after, and an hour that is skipped or comes twice is met once."""
    assert clock("RRULE:FREQ=DAILY;COUNT=2", datetime(2030, 3, 30, 10, tzinfo=PARIS)) == [
        "03-30 10:00+0100",
        "03-31 10:00+0200",
    ]
    assert clock("RRULE:FREQ=DAILY;COUNT=3", datetime(2030, 3, 30, 2, 30, tzinfo=PARIS)) == [
        "03-30 02:30+0100",
        "03-31 03:30+0200",
        "04-01 02:30+0200",
    ]
    assert clock("RRULE:FREQ=DAILY;COUNT=2", datetime(2030, 10, 26, 2, 30, tzinfo=PARIS)) == [
        "10-26 02:30+0200",
        "10-27 02:30+0200",
    ]


def test_a_series_without_end_is_bounded() -> None:
    """It comes to a year of days."""
    assert len(series.starts("RRULE:FREQ=DAILY", FIRST)) == 366
    assert len(series.starts("RRULE:FREQ=DAILY;COUNT=1000", FIRST)) == 366


@pytest.mark.parametrize(
    ("rrule", "reason"),
    [
        ("", "FREQ must be one of"),
        ("string", "FREQ must be one of"),
        ("RRULE:FREQ=HOURLY;COUNT=2", "FREQ must be one of DAILY, WEEKLY, MONTHLY, YEARLY"),
        ("RRULE:FREQ=DAILY;COUNT=0", "COUNT and INTERVAL start at 1"),
        ("RRULE:FREQ=DAILY;COUNT=-1", "COUNT and INTERVAL start at 1"),
        ("RRULE:FREQ=DAILY;INTERVAL=0", "COUNT and INTERVAL start at 1"),
        ("RRULE:FREQ=DAILY;COUNT=2;UNTIL=20300109T000000Z", "COUNT and UNTIL exclude each other"),
        ("RRULE:FREQ=DAILY;UNTIL=20300109", "UNTIL values must be specified in UTC"),
        ("RRULE:FREQ=DAILY;COUNT=2;BYDAY=XX", "XX"),
        ("RRULE:FREQ=DAILY;COUNT=2;COLOUR=RED", "COLOUR"),
        ("RRULE:FREQ=DAILY;COUNT=2\nRDATE:20300109T000000Z", "nothing but EXDATE may follow"),
        ("RRULE:FREQ=DAILY;COUNT=2\nEXDATE:tomorrow", "TOMORROW"),
        ("RRULE:FREQ=DAILY;COUNT=2\nEXDATE:20300109T000000", "naive"),
    ],
)
def test_what_is_no_rule(rrule: str, reason: str) -> None:
    """Whatever is no RRULE of RFC 5545, or recurs more often than daily, is refused with the reason."""
    with pytest.raises(series.RuleError, match=reason):
        series.starts(rrule, FIRST)


@hypothesis.given(
    strategies.sampled_from(["", "RRULE:FREQ=DAILY;COUNT=2", "RRULE:FREQ=WEEKLY;COUNT=2;"]),
    strategies.text(max_size=30) | strategies.text("=;:,\nBYDAYEXT0123456789Z-+", max_size=30),
)
@hypothesis.settings(max_examples=300, deadline=None, database=None, derandomize=True)
def test_no_text_breaks_the_reading(rule: str, text: str) -> None:
    """Any text is a rule or is refused as none."""
    with contextlib.suppress(series.RuleError):
        assert len(series.starts(rule + text, FIRST)) <= series.LONGEST


async def recur(api: Api, rrule: str = "RRULE:FREQ=DAILY;COUNT=3", **changes: Any) -> str:
    """The id of a new series."""
    request = appointment(rrule=rrule, ignoreFreeSlotValidation=True, **changes)
    booked = await api.ok("create-appointment", request)
    assert booked["isRecurring"] is True
    series_id: str = booked["id"]
    return series_id


async def week(api: Api, **whose: str) -> list[Body]:
    """The events of the week of the series."""
    whole = {"start": "2030-01-07T00:00:00+01:00", "end": "2030-01-14T00:00:00+01:00"}
    return await listed(api, **(whole | (whose or {"calendarId": CALENDARS["personal"]})))


def instance_id(series_id: str, day: int, hour: int = 10, seconds: int = 1800) -> str:
    return f"{series_id}_{millis(f'2030-01-{day:02}T{hour:02}:00:00+01:00')}_{seconds}"


@pytest.mark.asyncio
async def test_instances_are_listed_and_take_up_their_time(api: Api) -> None:
    """Each has an id made of the series, its start and its length, and none of their times can be booked."""
    series_id = await recur(api)
    events = await week(api)
    assert [event["id"] for event in events] == [instance_id(series_id, day) for day in (7, 8, 9)]
    assert {(event["masterEventId"], event["isRecurring"], "rrule" in event) for event in events} == {
        (series_id, True, False)
    }
    assert [event["startTime"] for event in events] == [f"2030-01-0{day}T10:00:00+01:00" for day in (7, 8, 9)]
    for day, status in ((8, 400), (10, 200)):
        reply = await api("create-appointment", appointment(startTime=f"2030-01-{day:02}T10:00:00+01:00"))
        assert reply.status_code == status


@pytest.mark.asyncio
async def test_a_series_and_its_instances_are_read_by_id(api: Api) -> None:
    """The series has the rule, and an instance its own time."""
    series_id = await recur(api)
    whole = await read(api, series_id)
    assert (whole["rrule"], whole["startTime"]) == ("RRULE:FREQ=DAILY;COUNT=3", "2030-01-07T10:00:00+01:00")
    assert "masterEventId" not in whole
    assert await read(api, instance_id(series_id, 8)) == (await week(api))[1]


@pytest.mark.asyncio
async def test_a_series_over_a_change_of_the_clocks_keeps_its_hour(api: Api) -> None:
    """The offsets in the list change with the season."""
    await recur(api, "RRULE:FREQ=WEEKLY;COUNT=2", startTime="2030-03-28T10:00:00+01:00")
    spring = {"start": "2030-03-01T00:00:00+01:00", "end": "2030-05-01T00:00:00+02:00"}
    events = await listed(api, userId=USERS["ada"], **spring)
    assert [event["startTime"] for event in events] == ["2030-03-28T10:00:00+01:00", "2030-04-04T10:00:00+02:00"]


@pytest.mark.asyncio
async def test_a_deleted_instance_is_an_exception_of_its_series(api: Api) -> None:
    """It is listed as deleted, frees its time, and does not come back when the series is changed."""
    series_id = await recur(api)
    gone = instance_id(series_id, 8)
    await api.ok("delete-event", {}, eventId=gone)
    assert await api.refused("get-appointment", eventId=gone) == (400, INVALID)
    assert [event["deleted"] for event in await week(api)] == [False, True, False]
    await api.ok("edit-appointment", {"title": "Lesson"}, eventId=series_id)
    events = await week(api)
    assert [event["deleted"] for event in events] == [False, True, False]
    assert [event["title"] for event in events] == ["Lesson", "Nia Brook", "Lesson"]
    await api.ok("create-appointment", appointment(startTime="2030-01-08T10:00:00+01:00"))


@pytest.mark.asyncio
async def test_a_deleted_series_takes_all_its_instances_along(api: Api) -> None:
    """All of them are listed as deleted, and their times are free."""
    series_id = await recur(api)
    await api.ok("delete-event", {}, eventId=series_id)
    assert [event["deleted"] for event in await week(api)] == [True] * 3
    assert await api.refused("get-appointment", eventId=instance_id(series_id, 7)) == (400, INVALID)
    await api.ok("create-appointment", appointment())


@pytest.mark.asyncio
async def test_an_instance_is_changed_alone(api: Api) -> None:
    """It keeps its id when it moves, and the others stay where they are."""
    series_id = await recur(api)
    second = instance_id(series_id, 8)
    late = {"startTime": "2030-01-08T15:00:00+01:00", "title": "Late"}
    changed = await api.ok("edit-appointment", late, eventId=second)
    assert (changed["id"], changed["isRecurring"]) == (second, True)
    assert [event["startTime"][11:16] for event in await week(api)] == ["10:00", "15:00", "10:00"]
    onto = {"startTime": "2030-01-09T10:15:00+01:00"}
    assert await api.refused("edit-appointment", onto, eventId=second) == (400, TAKEN)
    recurring = {"rrule": "RRULE:FREQ=DAILY;COUNT=2", "ignoreFreeSlotValidation": True}
    message = "An instance of a recurring appointment cannot recur."
    assert await api.refused("edit-appointment", recurring, eventId=second) == (400, message)


@pytest.mark.asyncio
async def test_a_series_moves_as_a_whole(api: Api) -> None:
    """Its instances are made anew at the new time, over which its own old time is no obstacle."""
    series_id = await recur(api)
    move = {"startTime": "2030-01-07T10:15:00+01:00", "endTime": "2030-01-07T11:15:00+01:00"}
    await api.ok("edit-appointment", move, eventId=series_id)
    events = await week(api)
    assert [event["startTime"][8:16] for event in events] == ["07T10:15", "08T10:15", "09T10:15"]
    assert {event["id"].rpartition("_")[2] for event in events} == {"3600"}
    cancelled = {"appointmentStatus": "cancelled"}
    await api.ok("edit-appointment", cancelled, eventId=series_id)
    await api.ok("create-appointment", appointment())


@pytest.mark.asyncio
async def test_a_single_appointment_becomes_a_series(api: Api) -> None:
    """From then on its time is that of the first instance."""
    booked = await api.ok("create-appointment", appointment())
    rule = {"rrule": "RRULE:FREQ=DAILY;COUNT=2", "ignoreFreeSlotValidation": True}
    await api.ok("edit-appointment", rule, eventId=booked["id"])
    assert [event["id"] for event in await week(api)] == [instance_id(booked["id"], day) for day in (7, 8)]


@pytest.mark.asyncio
@pytest.mark.parametrize(
    ("rrule", "message"),
    [
        ("RRULE:FREQ=DAILY;COUNT=0", "rrule must be a valid RRULE: COUNT and INTERVAL start at 1"),
        ("RRULE:FREQ=DAILY;COUNT=1\nEXDATE:20300107T090000Z", "rrule must have an occurrence"),
        ("RRULE:FREQ=YEARLY;COUNT=1;BYMONTH=2;BYMONTHDAY=30", "rrule must have an occurrence"),
    ],
)
async def test_a_rule_that_comes_to_nothing_is_422(api: Api, rrule: str, message: str) -> None:
    """Nothing is booked then."""
    request = appointment(rrule=rrule, ignoreFreeSlotValidation=True)
    assert await api.refused("create-appointment", request) == (422, [message])
    assert await week(api) == []


@pytest.mark.asyncio
async def test_a_long_series_takes_no_time_to_speak_of(api: Api) -> None:
    """A year of instances is there at once, and in the lists."""
    await recur(api, "RRULE:FREQ=DAILY")
    query = {"start": "2030-01-01T00:00:00+01:00", "end": "2031-12-31T00:00:00+01:00"}
    assert len(await listed(api, userId=USERS["ada"], **query)) == 366
