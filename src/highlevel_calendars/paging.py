"""Lists that come in pages, as one stream."""

from __future__ import annotations

from collections.abc import AsyncGenerator, Awaitable, Callable, Sequence
from typing import Protocol, TypeVar

from ._generated.api import notes as generated_notes
from ._generated.api import notifications as generated_notifications
from ._generated.api import resources as generated_resources
from ._generated.api import schedules as generated_schedules
from ._generated.models.note import Note
from ._generated.models.notification import Notification
from ._generated.models.resource import Resource
from ._generated.models.schedule import Schedule
from ._generated.types import ResourceType
from ._operation import Options
from ._wire import UNSET, Unset


class Identified(Protocol):
    """What is known by an id, if it has one."""

    @property
    def id(self) -> str | None: ...


Item = TypeVar("Item", bound=Identified)


async def pages(
    fetch: Callable[[int], Awaitable[tuple[Sequence[Item], bool | None]]], size: int
) -> AsyncGenerator[Item, None]:
    """The items of all pages in order, each id once, one request a page and none ahead.

    Args:
        fetch: Asks for the page after so many items, and tells whether more follow, as far as the API says.
        size: How many items a page holds; where the API does not say whether more follow, a page of fewer
            is the last one.
    """
    seen: set[str | None] = set()
    previous: Sequence[Item] = ()
    skip = 0
    while True:
        page, more = await fetch(skip)
        fresh = [item for item in page if item.id not in seen]
        # A server that passes nothing over sends the same page for ever; its items may have no id to tell by.
        if not fresh or page == previous:
            return
        for item in fresh:
            yield item
        if not (len(page) >= size if more is None else more):
            return
        seen.update(item.id for item in fresh if item.id is not None)
        skip += len(page)
        previous = page


class Notes(generated_notes.Notes):
    """Notes on appointments."""

    __slots__ = ()

    def iterate(
        self, appointment_id: str, *, page_size: int = 20, options: Options | None = None
    ) -> AsyncGenerator[Note, None]:
        """Iterate over all notes on an appointment.

        `list` returns 20 notes at the most, and wants to be told how many to pass over.

        Args:
            appointment_id: The appointment.
            page_size: How many notes to ask for at a time, at most 20.
            options: Settings of each request.

        Raises:
            HighLevelError: a request failed.
        """

        async def fetch(skip: int) -> tuple[Sequence[Note], bool | None]:
            page = await self.list(appointment_id, limit=page_size, offset=skip, options=options)
            return page.notes or (), page.has_more

        return pages(fetch, page_size)


class Resources(generated_resources.Resources):
    """Rooms and equipment that service calendars occupy."""

    __slots__ = ()

    def iterate(
        self,
        resource_type: ResourceType,
        *,
        page_size: int = 100,
        location_id: str | Unset = UNSET,
        options: Options | None = None,
    ) -> AsyncGenerator[Resource, None]:
        """Iterate over all resources of a kind.

        `list` wants a limit and how many resources to pass over, and does not say whether more follow.

        Args:
            resource_type: The kind of resource.
            page_size: How many resources to ask for at a time.
            location_id: The location.
            options: Settings of each request.

        Raises:
            HighLevelError: a request failed.
        """

        async def fetch(skip: int) -> tuple[Sequence[Resource], None]:
            page = await self.list(resource_type, limit=page_size, skip=skip, location_id=location_id, options=options)
            return page, None

        return pages(fetch, page_size)


class Schedules(generated_schedules.Schedules):
    """Working hours of a user, which apply to one or more calendars."""

    __slots__ = ()

    def iterate(
        self,
        user_id: str,
        *,
        calendar_id: str | Unset = UNSET,
        page_size: int = 50,
        location_id: str | Unset = UNSET,
        options: Options | None = None,
    ) -> AsyncGenerator[Schedule, None]:
        """Iterate over all schedules of a user.

        `search` stops after 50 schedules unless told otherwise, and does not say whether more follow.

        Args:
            user_id: The user.
            calendar_id: Only the schedules of this calendar.
            page_size: How many schedules to ask for at a time, at most 500.
            location_id: The location.
            options: Settings of each request.

        Raises:
            HighLevelError: a request failed.
        """

        async def fetch(skip: int) -> tuple[Sequence[Schedule], None]:
            page = await self.search(
                user_id=user_id,
                calendar_id=calendar_id,
                limit=page_size,
                skip=skip,
                location_id=location_id,
                options=options,
            )
            return page, None

        return pages(fetch, page_size)


class Notifications(generated_notifications.Notifications):
    """Messages that a calendar sends about its bookings."""

    __slots__ = ()

    def iterate(
        self,
        calendar_id: str,
        *,
        is_active: bool | Unset = UNSET,
        deleted: bool | Unset = UNSET,
        page_size: int | None = None,
        options: Options | None = None,
    ) -> AsyncGenerator[Notification, None]:
        """Iterate over the notifications of a calendar.

        The live API was seen to fail when it is told a limit, so there is one request without one unless
        `page_size` is given. The API then returns 100 notifications at the most.

        Args:
            calendar_id: The calendar.
            is_active: Only the active ones, or only the others.
            deleted: Only the deleted ones, or only the others.
            page_size: How many notifications to ask for at a time, `None` for all in one request.
            options: Settings of each request.

        Raises:
            HighLevelError: a request failed.
        """

        async def fetch(skip: int) -> tuple[Sequence[Notification], bool | None]:
            limit, passed_over = (UNSET, UNSET) if page_size is None else (page_size, skip)
            page = await self.list(
                calendar_id, is_active=is_active, deleted=deleted, limit=limit, skip=passed_over, options=options
            )
            return page, False if page_size is None else None

        return pages(fetch, page_size or 0)
