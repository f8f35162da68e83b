"""The documented rules of appointments, block slots and resources, and those of any call."""

from __future__ import annotations

import json
import re
from datetime import UTC, date, datetime, timedelta, timezone
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import httpx
import other_rules
import pytest
import test_calendar_rules
from conftest import LOCATION
from schemas import operations
from support import (
    APPOINTMENT,
    BLOCK,
    CALENDAR,
    GROUP,
    PAGE,
    RESOURCE,
    Body,
    Case,
    answered,
    operation,
    refuse_to_answer,
    requested,
    sent,
    violations,
)
from wire import Call
from wire_calls import CALLS

from highlevel_calendars import Options, ValidationError, rules

START, END = datetime(2026, 8, 25, 10, tzinfo=UTC), datetime(2026, 8, 25, 11, tzinfo=UTC)
BERLIN = ZoneInfo("Europe/Berlin")
EAST = timezone(timedelta(hours=2))
BOOKING = {"calendar_id": "c", "contact_id": "p", "start_time": START}
SERIES = {**BOOKING, "ignore_free_slot_validation": True}
DAILY = "RRULE:FREQ=DAILY;COUNT=5"
SPAN = {"start_time": START, "end_time": END}
RESOURCED = {"name": "n", "description": "d", "calendar_ids": ["c"]}
TARGETS = "calendar_id, assigned_user_id"

# In Berlin, the hour from 2 to 3 comes twice on this day: first in summer time (fold 0), then in winter time.
FIRST_2_15, FIRST_2_45 = (datetime(2026, 10, 25, 2, minute, tzinfo=BERLIN) for minute in (15, 45))
SECOND_2_15 = datetime(2026, 10, 25, 2, 15, fold=1, tzinfo=BERLIN)


def booked(rule: str, argument: str, broken: dict[str, Any], allowed: dict[str, Any]) -> Case:
    return Case(APPOINTMENT, rule, argument, {**BOOKING, **broken}, {**BOOKING, **allowed})


def series(broken: str, allowed: str, rule: str = "rrule-rfc5545") -> Case:
    return Case(APPOINTMENT, rule, "rrule", {**SERIES, "rrule": broken}, {**SERIES, "rrule": allowed})


def blocked(rule: str, argument: str, broken: dict[str, Any], allowed: dict[str, Any]) -> Case:
    return Case(BLOCK, rule, argument, {**SPAN, **broken}, {**SPAN, **allowed})


def of_resource(kind: str, argument: str, broken: Any, allowed: Any) -> Case:
    return Case(
        RESOURCE, "calendar-ids", argument, {**RESOURCED, argument: broken}, {**RESOURCED, argument: allowed}, (kind,)
    )


USER, EVENT = {"assigned_user_id": "u"}, {"calendar_id": "c"}
CASES = {
    "a start without a zone": booked(
        "aware-datetime",
        "start_time",
        {"start_time": datetime(2026, 8, 25, 10)},
        {"start_time": START},
    ),
    "an end without a zone": booked(
        "aware-datetime",
        "end_time",
        {"end_time": datetime(2026, 8, 25, 11)},
        {"end_time": END},
    ),
    "a start as text": booked("aware-datetime", "start_time", {"start_time": "2026-08-25T10:00:00Z"}, {}),
    "a start as a date": booked("aware-datetime", "start_time", {"start_time": date(2026, 8, 25)}, {}),
    "an end that is None": booked("aware-datetime", "end_time", {"end_time": None}, {}),
    "an end at the start": booked(
        "end-after-start", "end_time", {"end_time": START}, {"end_time": START + timedelta(minutes=1)}
    ),
    "an end before the start": booked("end-after-start", "end_time", {"end_time": START - timedelta(1)}, {}),
    "an end before the start in another zone": booked(
        "end-after-start",
        "end_time",
        {"end_time": datetime(2026, 8, 25, 10, 30, tzinfo=EAST)},
        {"end_time": datetime(2026, 8, 25, 12, 30, tzinfo=EAST)},
    ),
    "an end in the first of two equal hours": booked(
        "end-after-start",
        "end_time",
        {"start_time": SECOND_2_15, "end_time": FIRST_2_45},
        {"start_time": FIRST_2_45, "end_time": SECOND_2_15},
    ),
    "DTSTART": series(f"DTSTART:20260825T100000Z\n{DAILY}", DAILY, "rrule-without-dtstart"),
    "dtstart in small letters": series(f"dtstart:20260825T100000Z\n{DAILY}", DAILY, "rrule-without-dtstart"),
    "no rule at all": series("string", DAILY),
    "an empty rule": series("", "FREQ=DAILY"),
    "no frequency": series("RRULE:COUNT=5", "RRULE:FREQ=WEEKLY;COUNT=5"),
    "no such frequency": series("RRULE:FREQ=FORTNIGHTLY", "RRULE:FREQ=WEEKLY;INTERVAL=2"),
    "COUNT with UNTIL": series(f"{DAILY};UNTIL=20260901T000000Z", "RRULE:FREQ=DAILY;UNTIL=20260901T000000Z"),
    "COUNT of 0": series("RRULE:FREQ=DAILY;COUNT=0", "RRULE:FREQ=DAILY;COUNT=1"),
    "INTERVAL of 0": series("RRULE:FREQ=DAILY;INTERVAL=0", "RRULE:FREQ=DAILY;INTERVAL=10"),
    "INTERVAL below 0": series("RRULE:FREQ=DAILY;INTERVAL=-1", "RRULE:FREQ=DAILY;INTERVAL=1"),
    "UNTIL without a zone": series(
        "RRULE:FREQ=DAILY;UNTIL=20260901T000000", "RRULE:FREQ=DAILY;INTERVAL=1;UNTIL=20260901T000000Z"
    ),
    "no such day": series("RRULE:FREQ=WEEKLY;BYDAY=XX", "RRULE:FREQ=WEEKLY;BYDAY=MO,WE,FR"),
    "no day": series("RRULE:FREQ=WEEKLY;BYDAY=", "RRULE:FREQ=MONTHLY;BYDAY=+1MO"),
    "no such month": series("RRULE:FREQ=YEARLY;BYMONTH=13", "RRULE:FREQ=YEARLY;BYMONTH=12"),
    "no such day of the month": series("RRULE:FREQ=MONTHLY;BYMONTHDAY=32", "RRULE:FREQ=MONTHLY;BYMONTHDAY=31,-1"),
    "no such hour": series("RRULE:FREQ=DAILY;BYHOUR=24", "RRULE:FREQ=DAILY;BYHOUR=23"),
    "a part that no RFC has": series("RRULE:FREQ=YEARLY;BYEASTER=0", "RRULE:FREQ=YEARLY"),
    "an unknown part": series("RRULE:FREQ=DAILY;COLOUR=RED", "RRULE:FREQ=DAILY;WKST=SU"),
    "an empty part": series("RRULE:FREQ=DAILY;;COUNT=5", "RRULE:COUNT=5;FREQ=DAILY"),
    "an unknown line": series(f"{DAILY}\nCOLOUR:RED", f"{DAILY}\nEXDATE:20260826T100000Z,20260827T100000Z"),
    "a broken EXDATE": series(f"{DAILY}\nEXDATE:tomorrow", f"EXDATE:20260826T100000Z\n{DAILY}"),
    "a series on free slots": booked(
        "rrule-ignores-free-slots", "rrule", {"rrule": DAILY}, {"rrule": DAILY, "ignore_free_slot_validation": True}
    ),
    "a series that asks for free slots": booked(
        "rrule-ignores-free-slots", "rrule", {"rrule": DAILY, "ignore_free_slot_validation": False}, {}
    ),
    "an override with an id alone": booked(
        "location-override",
        "override_location_config",
        {"meeting_location_id": "custom_0", "override_location_config": True},
        {"meeting_location_id": "custom_0", "override_location_config": False},
    ),
    "no override with a type alone": booked(
        "location-override",
        "override_location_config",
        {"meeting_location_type": "zoom", "override_location_config": False},
        {"meeting_location_type": "zoom", "override_location_config": True},
    ),
    "a block for both": blocked("exactly-one-target", TARGETS, {"calendar_id": "c", "assigned_user_id": "u"}, USER),
    "a block for nobody": blocked("exactly-one-target", TARGETS, {}, EVENT),
    "a block for an empty id": blocked("exactly-one-target", TARGETS, {"calendar_id": ""}, EVENT),
    "a block for None": blocked("exactly-one-target", TARGETS, {"assigned_user_id": None}, USER),
    "a block for a user and None": blocked(
        "exactly-one-target", TARGETS, {"assigned_user_id": "u", "calendar_id": None}, USER
    ),
    "a block without a zone": blocked(
        "aware-datetime", "start_time", {**USER, "start_time": datetime(2026, 8, 25, 10)}, USER
    ),
    "a block that ends when it starts": blocked(
        "end-after-start", "end_time", {**USER, "end_time": START}, {**USER, "start_time": END - timedelta(0, 1)}
    ),
    "no such kind of resource": Case(
        RESOURCE, "resource-kind", "resource_type", RESOURCED, {**RESOURCED, "capacity": 3}, ("chairs",), ("rooms",)
    ),
    "a room with 101 calendars": of_resource("rooms", "calendar_ids", ["c"] * 101, ["c"] * 100),
    "equipment with two calendars": of_resource("equipments", "calendar_ids", ["a", "b"], ["a"]),
    "calendars as one text": of_resource("equipments", "calendar_ids", "c", []),
}
ALL = {**CASES, **test_calendar_rules.CASES, **other_rules.CASES}
LOCATED = [CALENDAR, GROUP, RESOURCE, APPOINTMENT, BLOCK, other_rules.CREATE_SCHEDULE]
each_case = pytest.mark.parametrize("case", ALL.values(), ids=ALL.keys())
each_way = pytest.mark.parametrize("way", ["method", "function"])


def test_every_rule_is_tried() -> None:
    """No rule of the product is missing from the tables."""
    files = Path(rules.__file__).parent.glob("*.py")
    source = "".join(file.read_text(encoding="utf-8") for file in files)
    named = set(re.findall(r'Problem\(\s*"([a-z0-9-]+)"', source))
    elsewhere = {"path-segment", "own-header", "header-syntax", "location-id"}
    assert {case.rule for case in ALL.values()} == named - elsewhere
    assert elsewhere < named


def test_every_operation_with_rules_is_tried() -> None:
    """No operation that has rules of its own is missing from the tables."""
    pages = {operations()[operation]["externalDocs"]["url"] for operation in rules.RULES}
    assert pages == {case.target.page for case in ALL.values()}


@each_way
@each_case
@pytest.mark.asyncio
async def test_broken(case: Case, way: str) -> None:
    """A broken rule is named with its argument and page, whichever way the call is made, and nothing is sent."""
    assert await violations(case, way) == [(case.rule, case.argument, case.target.page)]


@each_way
@each_case
@pytest.mark.asyncio
async def test_allowed(case: Case, way: str) -> None:
    """The nearest call that breaks no rule is sent."""
    positional = case.positional if case.allowed_positional is None else case.allowed_positional
    request = await requested(case._replace(positional=positional), way, case.allowed)
    assert case.target not in LOCATED or json.loads(request.content)["locationId"] == LOCATION


@each_way
@pytest.mark.asyncio
async def test_several_rules_in_one_error(way: str) -> None:
    """All rules that a call breaks stand in one error, whose text has each with its argument and page."""
    broken = {
        "calendar_id": "c",
        "contact_id": "p",
        "start_time": datetime(2026, 8, 25, 10),
        "rrule": "DTSTART:20260825T100000Z",
        "meeting_location_id": "custom_0",
        "override_location_config": True,
    }
    case = Case(APPOINTMENT, "", "", broken, {})
    async with answered(refuse_to_answer, location_id=None) as client:
        with pytest.raises(ValidationError) as caught:
            await APPOINTMENT.call(client, way, case, broken, options=Options(headers={"Host": "x"}))
    found = {(violation.rule, violation.argument) for violation in caught.value.violations}
    assert found == {
        ("own-header", "options.headers['Host']"),
        ("location-id", "location_id"),
        ("aware-datetime", "start_time"),
        ("rrule-without-dtstart", "rrule"),
        ("rrule-ignores-free-slots", "rrule"),
        ("location-override", "override_location_config"),
    }
    assert len(caught.value.violations) == 6
    assert caught.value.operation == "create-appointment"
    for violation in caught.value.violations:
        assert violation.page == APPOINTMENT.page
        assert f"- {violation.argument}: {violation.message} [{violation.rule}, {violation.page}]" in str(caught.value)


WITH_LOCATION = {name: call for name, call in CALLS.items() if call.located}


@each_way
@pytest.mark.parametrize("call", WITH_LOCATION.values(), ids=WITH_LOCATION)
@pytest.mark.asyncio
async def test_missing_location(call: Call, way: str) -> None:
    """A call without a location, by a client without one, is refused."""
    async with answered(refuse_to_answer, location_id=None) as client:
        with pytest.raises(ValidationError) as caught:
            await call.make(client, way, call.least)
    (found,) = caught.value.violations
    page = operations()[call.operation]["externalDocs"]["url"]
    assert (found.rule, found.argument, found.page) == ("location-id", "location_id", page)


SWITCHED = {
    "both targets": Case(BLOCK, "", "", {**SPAN, "calendar_id": "c", "assigned_user_id": "u"}, {}),
    "bad rrule": Case(APPOINTMENT, "", "", {**BOOKING, "rrule": "string"}, {}),
    "too many calendars": Case(RESOURCE, "", "", {**RESOURCED, "calendar_ids": ["c"] * 101}, {}, ("rooms",)),
    "no team": Case(CALENDAR, "", "", {"name": "n", "calendar_type": "personal"}, {}),
}


@pytest.mark.parametrize("case", SWITCHED.values(), ids=SWITCHED.keys())
@pytest.mark.parametrize(
    ("validate", "options"), [(False, None), (True, Options(validate=False))], ids=["of the client", "of the call"]
)
@each_way
@pytest.mark.asyncio
async def test_switched_off(case: Case, way: str, validate: bool, options: Options | None) -> None:
    """Without validation, on the client or on the call, what breaks a rule is sent."""
    requests: list[httpx.Request] = []

    def accept(request: httpx.Request) -> httpx.Response:
        requests.append(request)
        return httpx.Response(200, json={"id": "1"})

    async with answered(accept, validate=validate) as client:
        await case.target.call(client, way, case, case.broken, options=options)
    assert len(requests) == 1


BAD_SEGMENTS = ["", ".", "..", "a\nb", "a\x00", "a\x7f", "\u2028", "\ud800", "\u200b", 5, None, b"id", ["id"]]


@pytest.mark.parametrize("validate", [True, False])
@pytest.mark.parametrize("segment", BAD_SEGMENTS, ids=ascii)
@pytest.mark.asyncio
async def test_bad_path_segment(segment: Any, validate: bool) -> None:
    """What would lead to another address is never sent, not even without validation."""
    thing = operation("GET", "/things/{thing_id}/parts")
    async with answered(refuse_to_answer, validate=validate) as client:
        with pytest.raises(ValidationError) as caught:
            await client.call(thing, path={"thing_id": segment}, body=Body())
    assert [tuple(violation)[:2] for violation in caught.value.violations] == [("path-segment", "thing_id")]
    assert caught.value.violations[0].page == PAGE


@pytest.mark.parametrize(
    ("segment", "raw"),
    [
        ("m1_1729821600000_1800", b"m1_1729821600000_1800"),
        ("a/b", b"a%2Fb"),
        ("../x", b"..%2Fx"),
        ("%2e%2e", b"%252e%252e"),
        ("a b?c#d", b"a%20b%3Fc%23d"),
        ("...", b"..."),
        ("\u00e9", b"%C3%A9"),
        ("{thing_id}", b"%7Bthing_id%7D"),
    ],
)
@pytest.mark.asyncio
async def test_path_segment_is_quoted(segment: str, raw: bytes) -> None:
    """Any other id is one segment of the address, whatever signs it has."""
    seen: list[bytes] = []

    def accept(request: httpx.Request) -> httpx.Response:
        seen.append(request.url.raw_path)
        return httpx.Response(200, json={"id": "1"})

    async with answered(accept) as client:
        await client.call(operation("GET", "/things/{thing_id}/parts"), path={"thing_id": segment}, body=Body())
    assert seen == [b"/things/" + raw + b"/parts"]


@pytest.mark.asyncio
async def test_bad_kind_without_validation() -> None:
    """Without validation an unknown kind of resource goes out, but none that is no segment."""
    case = Case(RESOURCE, "", "", RESOURCED, {}, ("chairs",))
    assert (await sent(case, "method", RESOURCED, options=Options(validate=False)))["name"] == "n"
    with pytest.raises(ValidationError, match="path-segment"):
        await sent(case._replace(positional=("..",)), "method", RESOURCED, options=Options(validate=False))
