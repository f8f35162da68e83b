"""The documented rules of calendars. Their table is tried together with the others, in `test_rules`."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Any

import pytest
from support import CALENDAR, Case, violations

from highlevel_calendars.models import (
    Availability,
    Hours,
    LocationConfiguration,
    LookBusyConfig,
    OpenHours,
    Recurring,
    TeamMember,
)

PLACE = LocationConfiguration(kind="custom", location="Room 1")
ZOOM = LocationConfiguration(kind="zoom_conference")
ANNA, BEN = TeamMember(user_id="anna"), TeamMember(user_id="ben")
CHIEF, SECOND_CHIEF = TeamMember(user_id="anna", is_primary=True), TeamMember(user_id="ben", is_primary=True)
WITH_TWO_PLACES = TeamMember(user_id="anna", is_primary=True, location_configurations=[PLACE, PLACE])
WITH_ONE_PLACE = TeamMember(user_id="anna", is_primary=True, location_configurations=[PLACE])


def rule(name: str, argument: str, broken: dict[str, Any], allowed: dict[str, Any]) -> Case:
    return Case(CALENDAR, name, argument, {"name": "n", **broken}, {"name": "n", **allowed})


def team(kind: str, broken: list[TeamMember] | None, allowed: list[TeamMember]) -> Case:
    named = {} if broken is None else {"team_members": broken}
    return rule(
        "team-members",
        "team_members",
        {"calendar_type": kind, **named},
        {"calendar_type": kind, "team_members": allowed},
    )


def primary(kind: dict[str, Any], broken: list[TeamMember], allowed: list[TeamMember]) -> Case:
    return rule("primary-member", "team_members", {**kind, "team_members": broken}, {**kind, "team_members": allowed})


def priority(broken: float, allowed: float) -> Case:
    members = [[TeamMember(user_id="anna"), TeamMember(user_id="ben", priority=value)] for value in (broken, allowed)]
    return rule(
        "member-priority", "team_members[1].priority", {"team_members": members[0]}, {"team_members": members[1]}
    )


def places(kind: dict[str, Any], broken: list[TeamMember], allowed: list[TeamMember]) -> Case:
    return rule(
        "locations-of-members",
        "team_members[0].location_configurations",
        {**kind, "team_members": broken},
        {**kind, "team_members": allowed},
    )


def conference(kind: str) -> Case:
    """A kind of place that takes no address."""
    return rule(
        "conference-location",
        "location_configurations[1].location",
        {"location_configurations": [PLACE, LocationConfiguration(kind=kind, location="x")]},  # type: ignore[arg-type]
        {"location_configurations": [PLACE, LocationConfiguration(kind=kind)]},  # type: ignore[arg-type]
    )


def no_event(kind: str) -> Case:
    """A kind of place that does not work on event calendars."""
    given = {"location_configurations": [LocationConfiguration(kind=kind)]}  # type: ignore[arg-type]
    return rule(
        "conference-location",
        "location_configurations[0].kind",
        {"calendar_type": "event", **given},
        {"calendar_type": "round_robin", "team_members": [ANNA], **given},
    )


def day(broken: Any, allowed: Any) -> Case:
    values = [[OpenHours(days_of_the_week=days, hours=[])] for days in (broken, allowed)]
    return rule("open-hours", "open_hours[0].days_of_the_week", {"open_hours": values[0]}, {"open_hours": values[1]})


def hour(field: str, broken: float, allowed: float) -> Case:
    """A span, the second of the second entry, with a number that is out of bounds."""
    usual = {"open_hour": 9, "open_minute": 0, "close_hour": 17, "close_minute": 0}
    values = [
        [
            OpenHours(days_of_the_week=[1], hours=[]),
            OpenHours(days_of_the_week=[2], hours=[Hours(**usual), Hours(**{**usual, field: value})]),
        ]
        for value in (broken, allowed)
    ]
    return rule("open-hours", f"open_hours[1].hours[1].{field}", {"open_hours": values[0]}, {"open_hours": values[1]})


def special_day(value: Any) -> Case:
    return rule(
        "availability-date",
        "availabilities[0].date",
        {"availabilities": [Availability(date=value, hours=[])]},
        {"availabilities": [Availability(date=date(2026, 12, 24), hours=[])]},
    )


def busy(broken: float, allowed: float) -> Case:
    values = [LookBusyConfig(enabled=True, look_busy_percentage=share) for share in (broken, allowed)]
    return rule(
        "look-busy-percentage",
        "look_busy_config.look_busy_percentage",
        {"look_busy_config": values[0]},
        {"look_busy_config": values[1]},
    )


COLLECTIVE, CLASS = {"calendar_type": "collective"}, {"calendar_type": "class_booking"}
CASES = {
    "a round robin without a team": team("round_robin", None, [ANNA]),
    "a collective calendar without a team": team("collective", [], [CHIEF]),
    "a class without a team": team("class_booking", None, [ANNA, BEN]),
    "a service without a team": team("service_booking", [], [ANNA]),
    "a personal calendar of nobody": team("personal", None, [ANNA]),
    "a personal calendar of two": team("personal", [ANNA, BEN], [BEN]),
    "a collective calendar without a primary member": primary(COLLECTIVE, [ANNA, BEN], [CHIEF, BEN]),
    "two primary members": primary({}, [CHIEF, SECOND_CHIEF], [ANNA, SECOND_CHIEF]),
    "two primary members of a collective calendar": primary(COLLECTIVE, [CHIEF, SECOND_CHIEF], [ANNA, SECOND_CHIEF]),
    "a priority of 0.7": priority(0.7, 0.5),
    "a priority of 2": priority(2, 1),
    "a priority below 0": priority(-1, 0),
    "two places on a class calendar": places(CLASS, [WITH_TWO_PLACES], [WITH_ONE_PLACE]),
    "two places on a collective calendar": places(COLLECTIVE, [WITH_TWO_PLACES], [WITH_ONE_PLACE]),
    "two places in a team of two": places({}, [WITH_TWO_PLACES, BEN], [WITH_TWO_PLACES]),
    "an address for zoom": conference("zoom_conference"),
    "an address for google": conference("google_conference"),
    "an address for teams": conference("ms_teams_conference"),
    "zoom on an event calendar": no_event("zoom_conference"),
    "google on an event calendar": no_event("google_conference"),
    "teams on an event calendar": no_event("ms_teams_conference"),
    "zoom of a member of an event calendar": rule(
        "conference-location",
        "team_members[1].location_configurations[0].kind",
        {
            "calendar_type": "event",
            "team_members": [ANNA, TeamMember(user_id="ben", location_configurations=[ZOOM])],
        },
        {
            "calendar_type": "event",
            "team_members": [ANNA, TeamMember(user_id="ben", location_configurations=[PLACE])],
        },
    ),
    "two members who recur": rule(
        "recurring-single-member",
        "enable_recurring",
        {"enable_recurring": True, "team_members": [ANNA, BEN]},
        {"enable_recurring": True, "team_members": [ANNA]},
    ),
    "25 recurrences": rule(
        "recurring-count", "recurring.count", {"recurring": Recurring(count=25)}, {"recurring": Recurring(count=24)}
    ),
    "a day after Saturday": day([7], [6]),
    "a day before Sunday": day([-1], [0]),
    "half a day": day([1.5], [1]),
    "a day as text": day(["1"], [1, 2]),
    "no day": day([], [3]),
    "hour 24 to open": hour("open_hour", 24, 23),
    "hour 24 to close": hour("close_hour", 24, 11.5),
    "an hour below 0": hour("open_hour", -1, 0),
    "minute 61 to open": hour("open_minute", 61, 60),
    "minute 61 to close": hour("close_minute", 61, 60),
    "an hour that is no number": hour("close_hour", float("nan"), 23),
    "hours of a date out of bounds": rule(
        "open-hours",
        "availabilities[0].hours[0].close_minute",
        {
            "availabilities": [
                Availability(
                    date=date(2026, 12, 24),
                    hours=[Hours(open_hour=9, open_minute=0, close_hour=17, close_minute=61)],
                )
            ]
        },
        {
            "availabilities": [
                Availability(
                    date=date(2026, 12, 24),
                    hours=[Hours(open_hour=9, open_minute=0, close_hour=17, close_minute=60)],
                )
            ]
        },
    ),
    "a date with a time": special_day(datetime(2026, 12, 24, tzinfo=UTC)),
    "a date as text": special_day("2026-12-24"),
    "a date that is None": special_day(None),
    "more busy than 100 percent": busy(101, 100),
    "less busy than 0 percent": busy(-0.5, 0),
    "busy to no degree": busy(float("nan"), 50),
}


@pytest.mark.asyncio
async def test_several_rules_of_a_calendar() -> None:
    """Each broken rule of a calendar has its own violation, with the place where it is broken."""
    broken = {
        "calendar_type": "collective",
        "team_members": [TeamMember(user_id="anna", priority=3, location_configurations=[PLACE, PLACE]), BEN],
        "enable_recurring": True,
        "look_busy_config": LookBusyConfig(enabled=True, look_busy_percentage=123),
    }
    found = await violations(rule("", "", broken, {}), "method")
    assert {(name, argument) for name, argument, _ in found} == {
        ("primary-member", "team_members"),
        ("member-priority", "team_members[0].priority"),
        ("locations-of-members", "team_members[0].location_configurations"),
        ("recurring-single-member", "enable_recurring"),
        ("look-busy-percentage", "look_busy_config.look_busy_percentage"),
    }
    assert {page for _, _, page in found} == {CALENDAR.page}
