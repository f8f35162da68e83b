"""The rules of rooms and equipment."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from .basics import Problem, Problems, given

if TYPE_CHECKING:
    from .._generated.models import CreateResource, UpdateResource
    from .._operation import Arguments


def create(arguments: Arguments) -> Problems:
    yield from known_kind(arguments)
    yield from mapped_calendars(arguments)


def known_kind(arguments: Arguments) -> Problems:
    """There are two kinds of resources."""
    kind = arguments.path.get("resource_type")
    if kind not in {"equipments", "rooms"}:
        yield Problem("resource-kind", "resource_type", f'{kind!r} is neither "equipments" nor "rooms".')


def mapped_calendars(arguments: Arguments) -> Problems:
    """A resource serves at most 100 calendars, equipment only one."""
    body = cast("CreateResource | UpdateResource", arguments.body)
    calendar_ids = given(body.calendar_ids)
    if isinstance(calendar_ids, str):
        yield Problem("calendar-ids", "calendar_ids", f"pass a list of ids, not the string {calendar_ids!r}.")
    elif len(calendar_ids) > 100:
        message = f"a resource takes at most 100 calendars, found {len(calendar_ids)}."
        yield Problem("calendar-ids", "calendar_ids", message)
    elif len(calendar_ids) > 1 and arguments.path.get("resource_type") == "equipments":
        message = f"equipment takes at most one service calendar, found {len(calendar_ids)}."
        yield Problem("calendar-ids", "calendar_ids", message)
