"""The rules of calendars."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, datetime
from typing import TYPE_CHECKING

from .._wire import UNSET, Unset
from .basics import Problem, Problems, given, is_set

if TYPE_CHECKING:
    from .._generated.models import (
        Availability,
        CreateCalendar,
        Hours,
        LocationConfiguration,
        TeamMember,
        UpdateAvailability,
        UpdateCalendar,
    )

CONFERENCES = frozenset({"zoom_conference", "google_conference", "ms_teams_conference"})
TEAM_CALENDARS = frozenset({"round_robin", "collective", "class_booking", "service_booking"})


def create(body: CreateCalendar) -> Problems:
    yield from team_size(body)
    yield from shared(body)


def shared(body: CreateCalendar | UpdateCalendar) -> Problems:
    """The rules of a create that an update has too."""
    yield from primary_member(body)
    yield from member_priorities(body)
    yield from locations_of_members(body)
    yield from conference_locations(body)
    yield from recurrence(body)
    yield from opening_hours(body)
    yield from custom_availability(body)
    yield from look_busy(body)


def team_size(body: CreateCalendar) -> Problems:
    """Round robin, collective, class and service calendars have a team, a personal one exactly one member."""
    size = len(given(body.team_members))
    if body.calendar_type == "personal" and size != 1:
        yield Problem("team-members", "team_members", f"a personal calendar has exactly one member, found {size}.")
    if body.calendar_type in TEAM_CALENDARS and size == 0:
        message = f"a {body.calendar_type} calendar needs at least one member; pass team_members=[TeamMember(...)]."
        yield Problem("team-members", "team_members", message)


def primary_member(body: CreateCalendar | UpdateCalendar) -> Problems:
    """Only one member can be primary, and a collective calendar has one."""
    members: Sequence[TeamMember] = given(body.team_members)
    primaries = sum(member.is_primary is True for member in members)
    if primaries > 1:
        yield Problem("primary-member", "team_members", f"only one member can be primary, found {primaries}.")
    if kind_of(body) == "collective" and members and primaries == 0:
        message = "a collective calendar has a primary member; set is_primary=True on one."
        yield Problem("primary-member", "team_members", message)


def member_priorities(body: CreateCalendar | UpdateCalendar) -> Problems:
    """The priority of a member is 0, 0.5 or 1."""
    members: Sequence[TeamMember] = given(body.team_members)
    for number, member in enumerate(members):
        if is_set(member.priority) and member.priority not in {0, 0.5, 1}:
            message = f"{member.priority!r} is not 0 (low), 0.5 (medium) or 1 (high)."
            yield Problem("member-priority", f"team_members[{number}].priority", message)


def locations_of_members(body: CreateCalendar | UpdateCalendar) -> Problems:
    """Several locations need a single member; on class and collective calendars each member has one."""
    members: Sequence[TeamMember] = given(body.team_members)
    for number, member in enumerate(members):
        count = len(given(member.location_configurations))
        argument = f"team_members[{number}].location_configurations"
        if count > 1 and kind_of(body) in {"class_booking", "collective"}:
            message = f"on a {kind_of(body)} calendar each member has at most one, found {count}."
            yield Problem("locations-of-members", argument, message)
        elif count > 1 and len(members) > 1:
            message = f"several are allowed only when the calendar has one member, and it has {len(members)}."
            yield Problem("locations-of-members", argument, message)


def conference_locations(body: CreateCalendar | UpdateCalendar) -> Problems:
    """The conference kinds do not work on event calendars, and take no location."""
    for argument, place in all_locations(body):
        if place.kind in CONFERENCES and is_set(place.location):
            yield Problem("conference-location", f"{argument}.location", f"{place.kind} takes no location.")
        if place.kind in CONFERENCES and kind_of(body) == "event":
            yield Problem("conference-location", f"{argument}.kind", f"{place.kind} does not work on event calendars.")


def all_locations(body: CreateCalendar | UpdateCalendar) -> Iterator[tuple[str, LocationConfiguration]]:
    """Each location of the calendar and of its members, with the argument that holds it."""
    for index, place in enumerate(given(body.location_configurations)):
        yield f"location_configurations[{index}]", place
    for number, member in enumerate(given(body.team_members)):
        for index, place in enumerate(given(member.location_configurations)):
            yield f"team_members[{number}].location_configurations[{index}]", place


def recurrence(body: CreateCalendar | UpdateCalendar) -> Problems:
    """Only a calendar with one member recurs, at most 24 times."""
    size = len(given(body.team_members))
    if body.enable_recurring is True and size > 1:
        message = f"only a calendar with one member can recur, and it has {size}."
        yield Problem("recurring-single-member", "enable_recurring", message)
    if not isinstance(body.recurring, Unset):
        count = body.recurring.count
        if not isinstance(count, Unset) and count > 24:
            yield Problem("recurring-count", "recurring.count", f"at most 24 recurrences are allowed, found {count}.")


def opening_hours(body: CreateCalendar | UpdateCalendar) -> Problems:
    """Days run from 0, Sunday, to 6; hours from 0 to 23; minutes from 0 to 60."""
    for index, entry in enumerate(given(body.open_hours)):
        argument = f"open_hours[{index}]"
        days = given(entry.days_of_the_week)
        if not days:
            message = "name at least one day, 0 (Sunday) to 6 (Saturday)."
            yield Problem("open-hours", f"{argument}.days_of_the_week", message)
        for day in days:
            if day not in range(7):
                message = f"{day!r} is not a day, 0 (Sunday) to 6 (Saturday)."
                yield Problem("open-hours", f"{argument}.days_of_the_week", message)
        yield from hours_in_range(argument, entry.hours)


def hours_in_range(argument: str, hours: Sequence[Hours]) -> Problems:
    for index, span in enumerate(given(hours)):
        limits = {
            "open_hour": (span.open_hour, 23),
            "open_minute": (span.open_minute, 60),
            "close_hour": (span.close_hour, 23),
            "close_minute": (span.close_minute, 60),
        }
        for name, (value, most) in limits.items():
            if not 0 <= value <= most:
                yield Problem("open-hours", f"{argument}.hours[{index}].{name}", f"{value} is not within 0 to {most}.")


def custom_availability(body: CreateCalendar | UpdateCalendar) -> Problems:
    """Custom availability is for a local date, which has no time and no zone."""
    entries: Sequence[Availability | UpdateAvailability] = given(body.availabilities)
    for index, entry in enumerate(entries):
        if not is_plain_date(entry.date):
            message = f"{entry.date!r} is not a date; pass a datetime.date in the calendar's time zone."
            yield Problem("availability-date", f"availabilities[{index}].date", message)
        yield from hours_in_range(f"availabilities[{index}]", entry.hours)


def is_plain_date(value: object) -> bool:
    return isinstance(value, date) and not isinstance(value, datetime)


def look_busy(body: CreateCalendar | UpdateCalendar) -> Problems:
    """The share of hidden slots is a percentage."""
    if not isinstance(body.look_busy_config, Unset):
        share = body.look_busy_config.look_busy_percentage
        if not 0 <= share <= 100:
            message = f"{share} is not within 0 to 100 percent."
            yield Problem("look-busy-percentage", "look_busy_config.look_busy_percentage", message)


def kind_of(body: CreateCalendar | UpdateCalendar) -> object:
    """The type of the calendar; an update does not tell it."""
    return getattr(body, "calendar_type", UNSET)
