"""The rules that the documentation states, checked before anything is sent.

One function a rule, each named after what it demands; the page of the operation is the one that documents
it. A rule that is only inferred has no place here.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date, datetime
from typing import TYPE_CHECKING, Any, NamedTuple, TypeGuard, TypeVar

from ._recurrence import recurrence_fault
from ._wire import UNSET, Unset
from .errors import ValidationError, Violation

if TYPE_CHECKING:
    from ._generated.models import (
        CreateAppointment,
        CreateBlockSlot,
        CreateCalendar,
        CreateResource,
        Hours,
        LocationConfiguration,
        TeamMember,
    )
    from ._operation import Body, Operation

T = TypeVar("T")

# Another value would break the request or its authorisation.
SDK_HEADERS = frozenset(
    {"authorization", "version", "host", "content-type", "content-length", "transfer-encoding", "connection"}
)
CONFERENCES = frozenset({"zoom_conference", "google_conference", "ms_teams_conference"})
TEAM_CALENDARS = frozenset({"round_robin", "collective", "class_booking", "service_booking"})


class Problem(NamedTuple):
    """A broken rule, before the page is known."""

    rule: str
    argument: str
    message: str


Problems = Iterator[Problem]


def check(
    operation: Operation[Any],
    path: Mapping[str, object],
    body: Body,
    headers: Mapping[str, object],
    *,
    location_id: str | None,
    validate: bool,
) -> None:
    """Refuse a call that breaks a documented rule.

    Args:
        operation: What is called, whatever it returns.
        path: The path parameters.
        body: The request model.
        headers: The caller's own headers.
        location_id: The location that the client knows.
        validate: False checks only what would send another request than the one that is meant.

    Raises:
        ValidationError: with every rule that is broken.
    """
    problems = [problem for name, value in path.items() for problem in path_segment(name, value)]
    problems.extend(own_headers(headers))
    if validate:
        if operation.needs_location:
            problems.extend(known_location(body, location_id))
        if operation.id in RULES:
            problems.extend(RULES[operation.id](body, path))
    if problems:
        raise ValidationError.of(operation.id, [Violation(*problem, operation.page) for problem in problems])


def is_set(value: object) -> bool:
    return value is not UNSET


def given(value: Iterable[T] | Unset) -> Sequence[T]:
    """The items of an optional list, none when it is unset.

    Raises:
        TypeError: it can be gone through only once, and would be empty when it is sent.
    """
    if isinstance(value, Unset):
        return ()
    if not isinstance(value, Sequence):
        raise TypeError(f"{value!r} is no list")
    return value


def is_aware(value: object) -> TypeGuard[datetime]:
    return isinstance(value, datetime) and value.utcoffset() is not None


# ---------------------------------------------------------------- any operation


def path_segment(name: str, value: object) -> Problems:
    """An id in an address is one segment of it, and not one that means another place."""
    if not isinstance(value, str) or value in {"", ".", ".."} or not value.isprintable():
        yield Problem("path-segment", name, f"{value!r} cannot stand in an address; pass the id as the API gave it.")


def own_headers(headers: Mapping[str, object]) -> Problems:
    """A caller's header is one line of visible characters, and none that the SDK sets. Its value is never shown."""
    for name, value in headers.items():
        argument = f"options.headers[{name!r}]"
        if name.lower() in SDK_HEADERS:
            yield Problem("own-header", argument, "the SDK sets this one itself.")
        elif not re.fullmatch(r"[A-Za-z0-9_-]+", name) or not is_header_value(value):
            message = "names are letters, digits and hyphens; values are printable ASCII on one line."
            yield Problem("header-syntax", argument, message)


def is_header_value(value: object) -> bool:
    """Whether a value is printable ASCII without spaces around it."""
    return isinstance(value, str) and value.isascii() and value.isprintable() and value == value.strip() != ""


def known_location(body: Body, known: str | None) -> Problems:
    """A location is named by the call or known to the client."""
    named = getattr(body, "location_id", UNSET)
    if not (known if named is UNSET else named):
        yield Problem("location-id", "location_id", "no location is known; pass it to the call or to the client.")


def aware_datetimes(**times: object) -> Problems:
    """A time is a datetime with an offset: one without means another instant elsewhere."""
    for name, value in times.items():
        if is_set(value) and not isinstance(value, datetime):
            yield Problem("aware-datetime", name, f"{value!r} is no datetime; pass an aware datetime.")
        elif is_set(value) and not is_aware(value):
            yield Problem("aware-datetime", name, f"{value} has no time zone; pass an aware datetime.")


def end_after_start(start: object, end: object) -> Problems:
    """What is booked or blocked ends after it starts."""
    if is_aware(start) and is_aware(end) and end.timestamp() <= start.timestamp():
        yield Problem("end-after-start", "end_time", f"{end} is not after start_time, {start}.")


# ---------------------------------------------------------------- appointments


def create_appointment(body: CreateAppointment, _: Mapping[str, object]) -> Problems:
    yield from aware_datetimes(start_time=body.start_time, end_time=body.end_time)
    yield from end_after_start(body.start_time, body.end_time)
    if not isinstance(body.rrule, Unset):
        yield from rrule_syntax(body.rrule, body.start_time)
        if body.ignore_free_slot_validation is not True:
            yield Problem(
                "rrule-ignores-free-slots",
                "rrule",
                "it counts only with ignore_free_slot_validation=True; set that too, or leave rrule out.",
            )
    yield from location_override(body)


def rrule_syntax(rrule: str, start: object) -> Problems:
    """A recurrence is an RRULE of RFC 5545 without DTSTART, for the series starts with the appointment."""
    if re.search("DTSTART", rrule, re.IGNORECASE):
        yield Problem("rrule-without-dtstart", "rrule", "leave DTSTART out, the series starts at start_time.")
        return
    fault = recurrence_fault(rrule, start if is_aware(start) else None)
    if fault:
        yield Problem("rrule-rfc5545", "rrule", f"{rrule!r} is not an RRULE of RFC 5545: {fault}.")


def location_override(body: CreateAppointment) -> Problems:
    """The override is false for a meeting_location_id alone and true for a meeting_location_type alone."""
    by_id, by_type = is_set(body.meeting_location_id), is_set(body.meeting_location_type)
    if by_id and not by_type and body.override_location_config is True:
        message = "it must be False when only meeting_location_id is given."
        yield Problem("location-override", "override_location_config", message)
    if by_type and not by_id and body.override_location_config is False:
        message = "it must be True when only meeting_location_type is given."
        yield Problem("location-override", "override_location_config", message)


# ---------------------------------------------------------------- block slots


def create_block_slot(body: CreateBlockSlot, _: Mapping[str, object]) -> Problems:
    yield from exactly_one_target(body)
    yield from aware_datetimes(start_time=body.start_time, end_time=body.end_time)
    yield from end_after_start(body.start_time, body.end_time)


def exactly_one_target(body: CreateBlockSlot) -> Problems:
    """A block is for one event calendar or for one user, not for both and not for neither."""
    targets = {"calendar_id": body.calendar_id, "assigned_user_id": body.assigned_user_id}
    named = [f"{name}={value!r}" for name, value in targets.items() if is_set(value)]
    if len(named) != 1 or not any(targets.values()):
        found = " and ".join(named) or "neither"
        message = f"pass exactly one of the two, found {found}. calendar_id works on event calendars only."
        yield Problem("exactly-one-target", "calendar_id, assigned_user_id", message)


# ---------------------------------------------------------------- resources


def create_resource(body: CreateResource, path: Mapping[str, object]) -> Problems:
    kind = path["resource_type"]
    if kind not in {"equipments", "rooms"}:
        yield Problem("resource-kind", "resource_type", f'{kind!r} is neither "equipments" nor "rooms".')
    if isinstance(body.calendar_ids, str):
        yield Problem("calendar-ids", "calendar_ids", f"pass a list of ids, not the string {body.calendar_ids!r}.")
    elif len(body.calendar_ids) > 100:
        message = f"a resource takes at most 100 calendars, found {len(body.calendar_ids)}."
        yield Problem("calendar-ids", "calendar_ids", message)
    elif kind == "equipments" and len(body.calendar_ids) > 1:
        message = f"equipment takes at most one service calendar, found {len(body.calendar_ids)}."
        yield Problem("calendar-ids", "calendar_ids", message)


# ---------------------------------------------------------------- calendars


def create_calendar(body: CreateCalendar, _: Mapping[str, object]) -> Problems:
    yield from team_size(body)
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


def primary_member(body: CreateCalendar) -> Problems:
    """Only one member can be primary, and a collective calendar has one."""
    members: Sequence[TeamMember] = given(body.team_members)
    primaries = sum(member.is_primary is True for member in members)
    if primaries > 1:
        yield Problem("primary-member", "team_members", f"only one member can be primary, found {primaries}.")
    if body.calendar_type == "collective" and members and primaries == 0:
        message = "a collective calendar has a primary member; set is_primary=True on one."
        yield Problem("primary-member", "team_members", message)


def member_priorities(body: CreateCalendar) -> Problems:
    """The priority of a member is 0, 0.5 or 1."""
    members: Sequence[TeamMember] = given(body.team_members)
    for number, member in enumerate(members):
        if is_set(member.priority) and member.priority not in {0, 0.5, 1}:
            message = f"{member.priority!r} is not 0 (low), 0.5 (medium) or 1 (high)."
            yield Problem("member-priority", f"team_members[{number}].priority", message)


def locations_of_members(body: CreateCalendar) -> Problems:
    """Several locations need a single member; on class and collective calendars each member has one."""
    members: Sequence[TeamMember] = given(body.team_members)
    for number, member in enumerate(members):
        count = len(given(member.location_configurations))
        argument = f"team_members[{number}].location_configurations"
        if count > 1 and body.calendar_type in {"class_booking", "collective"}:
            message = f"on a {body.calendar_type} calendar each member has at most one, found {count}."
            yield Problem("locations-of-members", argument, message)
        elif count > 1 and len(members) > 1:
            message = f"several are allowed only when the calendar has one member, and it has {len(members)}."
            yield Problem("locations-of-members", argument, message)


def conference_locations(body: CreateCalendar) -> Problems:
    """The conference kinds do not work on event calendars, and take no location."""
    for argument, place in all_locations(body):
        if place.kind in CONFERENCES and is_set(place.location):
            yield Problem("conference-location", f"{argument}.location", f"{place.kind} takes no location.")
        if place.kind in CONFERENCES and body.calendar_type == "event":
            yield Problem("conference-location", f"{argument}.kind", f"{place.kind} does not work on event calendars.")


def all_locations(body: CreateCalendar) -> Iterator[tuple[str, LocationConfiguration]]:
    """Each location of the calendar and of its members, with the argument that holds it."""
    for index, place in enumerate(given(body.location_configurations)):
        yield f"location_configurations[{index}]", place
    for number, member in enumerate(given(body.team_members)):
        for index, place in enumerate(given(member.location_configurations)):
            yield f"team_members[{number}].location_configurations[{index}]", place


def recurrence(body: CreateCalendar) -> Problems:
    """Only a calendar with one member recurs, at most 24 times."""
    size = len(given(body.team_members))
    if body.enable_recurring is True and size > 1:
        message = f"only a calendar with one member can recur, and it has {size}."
        yield Problem("recurring-single-member", "enable_recurring", message)
    if not isinstance(body.recurring, Unset):
        count = body.recurring.count
        if not isinstance(count, Unset) and count > 24:
            yield Problem("recurring-count", "recurring.count", f"at most 24 recurrences are allowed, found {count}.")


def opening_hours(body: CreateCalendar) -> Problems:
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


def custom_availability(body: CreateCalendar) -> Problems:
    """Custom availability is for a local date, which has no time and no zone."""
    for index, entry in enumerate(given(body.availabilities)):
        if not is_plain_date(entry.date):
            message = f"{entry.date!r} is not a date; pass a datetime.date in the calendar's time zone."
            yield Problem("availability-date", f"availabilities[{index}].date", message)
        yield from hours_in_range(f"availabilities[{index}]", entry.hours)


def is_plain_date(value: object) -> bool:
    return isinstance(value, date) and not isinstance(value, datetime)


def look_busy(body: CreateCalendar) -> Problems:
    """The share of hidden slots is a percentage."""
    if not isinstance(body.look_busy_config, Unset):
        share = body.look_busy_config.look_busy_percentage
        if not 0 <= share <= 100:
            message = f"{share} is not within 0 to 100 percent."
            yield Problem("look-busy-percentage", "look_busy_config.look_busy_percentage", message)


# Any: each function knows the body of its own operation.
RULES: Mapping[str, Callable[[Any, Mapping[str, object]], Problems]] = {
    "create-appointment": create_appointment,
    "create-block-slot": create_block_slot,
    "create-calendar": create_calendar,
    "create-calendar-resource": create_resource,
}
