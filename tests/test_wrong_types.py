"""Arguments of a wrong type, as code without a type checker passes them: nothing goes out by mistake."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Any

import pytest
from support import APPOINTMENT, BLOCK, CALENDAR, RESOURCE, Case, Target, sent, violations

from highlevel_calendars import ValidationError
from highlevel_calendars.models import Availability, Hours, LocationConfiguration, OpenHours, Recurring, TeamMember

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
