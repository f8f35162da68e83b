"""Where each create that may be lost is looked for, and by what it is known again."""

from __future__ import annotations

import re
from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any, Generic, NamedTuple, cast

from ._generated.api.appointments.get_appointment import get_appointment
from ._generated.api.calendars.get_calendars import get_calendars
from ._generated.api.events.get_blocked_slots import get_blocked_slots
from ._generated.api.events.get_calendar_events import get_calendar_events
from ._generated.api.groups.get_groups import get_groups
from ._generated.api.resources.fetch_calendar_resources import fetch_calendar_resources
from ._generated.models.calendar import Calendar
from ._generated.models.event import Event
from ._generated.models.group import Group
from ._generated.models.resource import Resource
from ._generated.types import ResourceType
from ._likeness import Finding, R, Row, Traits, judge, likeness, value
from ._operation import Caller, Options, Response
from ._recurrence import first_occurrence
from ._wire import UNSET, JsonObject, Unset
from .paging import pages

_AROUND = timedelta(minutes=1)
_PAGE = 100
# An appointment with one of these keeps nobody from its time.
_FREEING = frozenset({"cancelled", "noshow", "invalid"})


class Lookup(NamedTuple, Generic[R]):
    """How a lost write is looked for.

    Attributes:
        read: Makes of what was sent the model that the rows are.
        rows: Asks the API for whatever might be it.
        traits: What tells.
        is_other: Whether a row is not it, whatever its traits are.
        whole: Asks for all that the API has of a row, where that is more than the row.
    """

    read: Callable[[JsonObject], R]
    rows: Callable[[Caller, R, Options | None], Awaitable[Response[list[R]]]]
    traits: Traits
    is_other: Callable[[R, R], bool] = lambda _sent, _row: False
    whole: Callable[[Caller, str, Options | None], Awaitable[Response[R]]] | None = None


def found(lookup: Lookup[R], sent: R, rows: Sequence[R]) -> Finding[R]:
    """Whether what was sent is among the rows."""
    return judge(lookup.traits, sent, [row for row in rows if not lookup.is_other(sent, row)])


def given(text: str | None) -> str | Unset:
    return UNSET if text is None else text


async def appointments(caller: Caller, sent: Event, options: Options | None) -> Response[list[Event]]:
    """The events around the start; of series, which are listed as their instances, the series."""
    start = cast(datetime, sent.start_time)
    response = await get_calendar_events(
        caller,
        start_time=start - _AROUND,
        end_time=start + _AROUND,
        calendar_id=given(sent.calendar_id),
        location_id=given(sent.location_id),
        options=options,
    )
    if sent.rrule is None:
        return response
    instances = [row for row in response.value if not row.deleted and likeness(_INSTANCE, sent, row) is not False]
    masters = {master: None for row in instances if (master := master_of(row))}
    return replace(response, value=[(await get_appointment(caller, one, options=options)).value for one in masters])


def master_of(event: Event) -> str | None:
    """The id of the series that an event belongs to or is, `None` for a single one."""
    instance = re.fullmatch(r"(.+)_\d+_\d+", event.id)
    recurs = event.rrule or event.is_recurring
    return event.master_event_id or (instance[1] if instance else None) or (event.id if recurs else None)


async def blocks(caller: Caller, sent: Event, options: Options | None) -> Response[list[Event]]:
    """The blocks around the start, of the calendar or the user."""
    start = cast(datetime, sent.start_time)
    return await get_blocked_slots(
        caller,
        start_time=start - _AROUND,
        end_time=start + _AROUND,
        calendar_id=given(sent.calendar_id),
        user_id=given(sent.assigned_user_id),
        location_id=given(sent.location_id),
        options=options,
    )


async def calendars(caller: Caller, sent: Calendar, options: Options | None) -> Response[list[Calendar]]:
    """All calendars, drafts among them."""
    return await get_calendars(caller, location_id=given(sent.location_id), show_drafted=True, options=options)


async def groups(caller: Caller, sent: Group, options: Options | None) -> Response[list[Group]]:
    return await get_groups(caller, location_id=given(sent.location_id), options=options)


async def resources(caller: Caller, sent: Resource, options: Options | None) -> Response[list[Resource]]:
    """All resources of the kind, page by page."""
    kind = cast(ResourceType, sent.resource_type)
    replies: list[Response[list[Resource]]] = []

    async def fetch(skip: int) -> tuple[list[Resource], None]:
        replies.append(
            await fetch_calendar_resources(
                caller, kind, limit=_PAGE, skip=skip, location_id=given(sent.location_id), options=options
            )
        )
        return replies[-1].value, None

    rows = [row async for row in pages(fetch, _PAGE)]
    return replace(replies[-1], value=rows)


def read_resource(sent: JsonObject) -> Resource:
    """The kind of a resource stands in its address."""
    return Resource.from_dict({**sent, "resourceType": sent["resource_type"]})


async def whole_appointment(caller: Caller, event_id: str, options: Options | None) -> Response[Event]:
    return await get_appointment(caller, event_id, options=options)


def is_another_booking(sent: Event, row: Event) -> bool:
    """What was deleted or cancelled is no booking, unless it was to be created as cancelled."""
    status = row.appointment_status
    freeing = status in _FREEING or sent.appointment_status in _FREEING
    return bool(row.deleted) or (freeing and status is not None and status != sent.appointment_status)


def is_another_block(sent: Event, row: Event) -> bool:
    """A block is of a calendar or of a user, never of both."""
    targets = (sent.calendar_id, row.calendar_id), (sent.assigned_user_id, row.assigned_user_id)
    crossed = [bool(wanted) != bool(found) for wanted, found in targets]
    return bool(row.deleted) or all(crossed)


def obstacle(lookup: Lookup[Any], sent: Row) -> str:
    """Why what was sent cannot be told from others, empty when it can."""
    missing = [name for name in lookup.traits.key if value(sent, name) is None]
    if missing:
        return f"it was sent without {', '.join(missing)}, by which it would be known"
    if isinstance(sent, Event) and sent.rrule is not None and sent.start_time is not None:
        try:
            first = first_occurrence(sent.rrule, sent.start_time)
        except (ValueError, TypeError, KeyError, AttributeError, OverflowError):  # with the rules switched off
            first = None
        if first != sent.start_time:
            return "the series does not occur at its start, where it would be looked for"
    return ""


_INSTANCE = Traits(key=("contact_id", "start_time"))

LOOKUPS: Mapping[str, Lookup[Any]] = {
    "create-appointment": Lookup[Event](
        read=Event.from_dict,
        rows=appointments,
        traits=Traits(
            key=("contact_id", "start_time"),
            kept=("calendar_id", "rrule"),
            hints=("title", "assigned_user_id", "end_time"),
        ),
        is_other=is_another_booking,
        whole=whole_appointment,
    ),
    "create-block-slot": Lookup[Event](
        read=Event.from_dict,
        rows=blocks,
        traits=Traits(key=("start_time", "end_time"), kept=("calendar_id", "assigned_user_id"), hints=("title",)),
        is_other=is_another_block,
    ),
    "create-calendar": Lookup[Calendar](
        read=Calendar.from_dict,
        rows=calendars,
        traits=Traits(key=("name",), also=("calendar_type", "slug"), kept=("description", "group_id")),
    ),
    "create-calendar-group": Lookup[Group](
        read=Group.from_dict,
        rows=groups,
        traits=Traits(key=("slug", "name")),
    ),
    "create-calendar-resource": Lookup[Resource](
        read=read_resource,
        rows=resources,
        traits=Traits(key=("name",), kept=("resource_type", "description", "capacity", "quantity")),
    ),
}
