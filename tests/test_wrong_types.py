"""Arguments of a wrong type, as code without a type checker passes them: nothing goes out by mistake."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Any

import pytest
from other_rules import (
    CREATE_SCHEDULE,
    NOTIFY,
    UPDATE_APPOINTMENT,
    UPDATE_NOTIFICATION,
    UPDATE_RESOURCE,
    UPDATE_SCHEDULE,
    WRITE_NOTE,
)
from support import APPOINTMENT, BLOCK, CALENDAR, RESOURCE, Case, Target, sent, violations

from highlevel_calendars import ValidationError
from highlevel_calendars.models import (
    Availability,
    Hours,
    LocationConfiguration,
    NotificationOffset,
    OpenHours,
    Recurring,
    ScheduleInterval,
    ScheduleRule,
    TeamMember,
)

PLACE, ANNA = LocationConfiguration(kind="custom"), TeamMember(user_id="anna")
NOW, LATER = datetime(2026, 8, 25, 10, tzinfo=UTC), datetime(2026, 8, 25, 11, tzinfo=UTC)
BOOKING = {"calendar_id": "c", "contact_id": "p", "start_time": NOW}
SPAN = Hours(open_hour=9, open_minute=0, close_hour=17, close_minute=0)
WRONG: dict[str, tuple[Target, dict[str, Any], tuple[Any, ...]]] = {
    "a dict for a member": (CALENDAR, {"name": "n", "team_members": [{"user_id": "u"}]}, ()),
    "a member for the team": (CALENDAR, {"name": "n", "team_members": ANNA}, ()),
    "None for the team": (CALENDAR, {"name": "n", "team_members": None}, ()),
    "None for a member": (CALENDAR, {"name": "n", "team_members": [None]}, ()),
    "a dict for recurring": (CALENDAR, {"name": "n", "recurring": {"count": 5}}, ()),
    "None for look_busy_config": (CALENDAR, {"name": "n", "look_busy_config": None}, ()),
    "text for a count": (CALENDAR, {"name": "n", "recurring": Recurring(count="5")}, ()),  # type: ignore[arg-type]
    "a number for the days": (CALENDAR, {"name": "n", "open_hours": [OpenHours(days_of_the_week=3, hours=[])]}, ()),  # type: ignore[arg-type]
    "a dict for hours": (CALENDAR, {"name": "n", "open_hours": [OpenHours(days_of_the_week=[3], hours=[{}])]}, ()),  # type: ignore[list-item]
    "not a number": (CALENDAR, {"name": "n", "slot_duration": float("nan")}, ()),
    "infinity": (CALENDAR, {"name": "n", "slot_duration": float("inf")}, ()),
    "half a character": (CALENDAR, {"name": "\ud800"}, ()),
    "bytes": (CALENDAR, {"name": b"n"}, ()),
    "a set": (CALENDAR, {"name": {"n"}}, ()),
    "an object": (CALENDAR, {"name": object()}, ()),
    "a list for a kind": (CALENDAR, {"name": "n", "calendar_type": ["event"]}, ()),
    "a number for an rrule": (APPOINTMENT, {**BOOKING, "ignore_free_slot_validation": True, "rrule": 5}, ()),
    "None for an rrule": (APPOINTMENT, {**BOOKING, "ignore_free_slot_validation": True, "rrule": None}, ()),
    "text for a time": (APPOINTMENT, {**BOOKING, "start_time": "2026-08-25T10:00:00Z"}, ()),
    "a number for a time": (APPOINTMENT, {**BOOKING, "end_time": 1756108800000}, ()),
    "None for a time": (BLOCK, {"assigned_user_id": "u", "start_time": None, "end_time": LATER}, ()),
    "None for a location": (APPOINTMENT, {**BOOKING, "location_id": None}, ()),
    "None for ids": (RESOURCE, {"name": "n", "description": "d", "calendar_ids": None}, ("rooms",)),
    "a number for a kind of resource": (RESOURCE, {"name": "n", "description": "d", "calendar_ids": []}, (5,)),
    "a list for a kind of resource": (RESOURCE, {"name": "n", "description": "d", "calendar_ids": []}, (["rooms"],)),
}


@pytest.mark.parametrize("way", ["method", "function"])
@pytest.mark.parametrize("name", WRONG)
@pytest.mark.asyncio
async def test_argument_of_a_wrong_type(name: str, way: str) -> None:
    """An argument of a wrong type ends in a ValidationError with something to read, and nothing is sent."""
    target, arguments, positional = WRONG[name]
    case = Case(target, "", "", arguments, {}, positional)
    found = await violations(case, way)
    assert found
    assert {page for _, _, page in found} == {target.page}


# A rule refuses these; as JSON they can be written.
WRITABLE = {
    "text for a count",
    "a list for a kind",
    "a number for an rrule",
    "None for an rrule",
    "None for a location",
}


@pytest.mark.parametrize("name", [name for name in WRONG if name not in WRITABLE])
@pytest.mark.asyncio
async def test_what_is_no_json(name: str) -> None:
    """What cannot be written as JSON is a ValidationError without validation too, and nothing is sent."""
    target, arguments, positional = WRONG[name]
    assert await violations(Case(target, "", "", arguments, {}, positional), "method", validate=False)


@pytest.mark.parametrize(
    "arguments",
    [
        {"open_hours": lambda: iter([OpenHours(days_of_the_week=[1], hours=[SPAN])])},
        {"open_hours": lambda: [OpenHours(days_of_the_week=iter([1]), hours=[SPAN])]},  # type: ignore[arg-type]
        {"open_hours": lambda: [OpenHours(days_of_the_week=[1], hours=iter([SPAN]))]},  # type: ignore[arg-type]
        {"availabilities": lambda: iter([Availability(date=date(2026, 12, 24), hours=[SPAN])])},
        {"location_configurations": lambda: iter([PLACE])},
        {"team_members": lambda: iter([ANNA])},
    ],
    ids=["opening hours", "days", "hours", "dates", "places", "members"],
)
@pytest.mark.asyncio
async def test_iterator_is_not_emptied(arguments: dict[str, Any]) -> None:
    """An iterator in the place of a list is refused or sent whole: checking it never empties it."""
    ((argument, make),) = arguments.items()
    case = Case(CALENDAR, "", "", {}, {})
    whole = [OpenHours(days_of_the_week=[1], hours=[SPAN])] if argument == "open_hours" else list(make())
    expected = await sent(case, "method", {"name": "n", argument: whole})
    try:
        assert await sent(case, "method", {"name": "n", argument: make()}) == expected
    except ValidationError:
        return


HOURS = ScheduleInterval(from_="09:00", to="17:00")
MONDAY = ScheduleRule(type_="wday", day="monday", intervals=[HOURS])
LATE = NotificationOffset(time_offset=1, unit="hours")
# By name: the target with the arguments of a good call, and those of one with an iterator in the place of a list.
ITERATORS: dict[str, tuple[Target, Any, Any]] = {
    "rules of a schedule": (UPDATE_SCHEDULE, lambda: {"rules": [MONDAY]}, lambda: {"rules": iter([MONDAY])}),
    "hours of a rule": (
        UPDATE_SCHEDULE,
        lambda: {"rules": [MONDAY]},
        lambda: {"rules": [ScheduleRule(type_="wday", day="monday", intervals=iter([HOURS]))]},  # type: ignore[arg-type]
    ),
    "times before": (
        UPDATE_NOTIFICATION,
        lambda: {"before_time": [LATE]},
        lambda: {"before_time": iter([LATE])},
    ),
    "calendars of equipment": (
        UPDATE_RESOURCE,
        lambda: {"calendar_ids": ["c"]},
        lambda: {"calendar_ids": iter(["c"])},
    ),
}
POSITIONAL = {UPDATE_SCHEDULE.page: ("s",), UPDATE_NOTIFICATION.page: ("c", "n"), UPDATE_RESOURCE.page: ("rooms", "r")}


@pytest.mark.parametrize(("target", "usual", "make"), ITERATORS.values(), ids=ITERATORS)
@pytest.mark.asyncio
async def test_iterator_of_an_update_is_not_emptied(target: Target, usual: Any, make: Any) -> None:
    """An iterator in an update is refused or sent whole: checking it never empties what it replaces."""
    case = Case(target, "", "", {}, {}, POSITIONAL[target.page])
    expected = await sent(case, "method", usual())
    try:
        assert await sent(case, "method", make()) == expected
    except ValidationError:
        return


ELSEWHERE: dict[str, tuple[Target, dict[str, Any], tuple[Any, ...]]] = {
    "a text for the calendars of a schedule": (
        CREATE_SCHEDULE,
        {"timezone": "Europe/Berlin", "name": "n", "user_id": "u", "calendar_ids": "abc"},
        (),
    ),
    "a text for the users of a notification": (UPDATE_NOTIFICATION, {"selected_users": "user"}, ("c", "n")),
    "a time for the date of a rule": (
        UPDATE_SCHEDULE,
        {"rules": [ScheduleRule(type_="date", date=NOW, intervals=[])]},
        ("s",),
    ),
    "a dict for a rule": (UPDATE_SCHEDULE, {"rules": [{"type": "wday", "day": "monday", "intervals": []}]}, ("s",)),
    "a dict for a notification": (NOTIFY, {}, ("c", [{"receiverType": "contact"}])),
    "a notification for a list": (NOTIFY, {}, ("c", LATE)),
    "None for the notifications": (NOTIFY, {}, ("c", None)),
    "None for a note": (WRITE_NOTE, {"body": None}, ("a",)),
    "a number for a zone": (UPDATE_SCHEDULE, {"timezone": 1}, ("s",)),
    "a number for a time of day": (
        UPDATE_SCHEDULE,
        {"rules": [ScheduleRule(type_="wday", day="monday", intervals=[ScheduleInterval(from_=9, to="17:00")])]},  # type: ignore[arg-type]
        ("s",),
    ),
    "text for a time of an update": (
        UPDATE_APPOINTMENT,
        {"appointment_status": "new", "start_time": "2026-08-25T10:00:00Z"},
        ("a",),
    ),
}


@pytest.mark.parametrize("way", ["method", "function"])
@pytest.mark.parametrize(("target", "arguments", "positional"), ELSEWHERE.values(), ids=ELSEWHERE)
@pytest.mark.asyncio
async def test_argument_of_a_wrong_type_of_another_operation(
    target: Target, arguments: dict[str, Any], positional: tuple[Any, ...], way: str
) -> None:
    """Updates, arrays and lists of ids are held to the same: nothing is sent in pieces or by mistake."""
    found = await violations(Case(target, "", "", arguments, {}, positional), way)
    assert found
    assert {page for _, _, page in found} == {target.page}
