# Generated from openapi/calendars.yaml: change that file and run `make generate`, do not edit this one.
from __future__ import annotations

import builtins
from datetime import datetime

from ...._operation import Caller, Options
from ...._wire import UNSET, Unset
from ...models.event import Event
from ...models.succeeded import Succeeded
from .delete_event import delete_event
from .get_blocked_slots import get_blocked_slots
from .get_calendar_events import get_calendar_events


class Events:
    """Appointments and blocks together, by the time that they take."""

    __slots__ = ("_client",)

    def __init__(self, client: Caller) -> None:
        self._client = client

    async def list(
        self,
        *,
        start_time: datetime,
        end_time: datetime,
        location_id: str | Unset = UNSET,
        user_id: str | Unset = UNSET,
        calendar_id: str | Unset = UNSET,
        group_id: str | Unset = UNSET,
        options: Options | None = None,
    ) -> builtins.list[Event]:
        """List events.

        Returns every event that overlaps the time, of one user, calendar or group: one of the three has to
        be named. There is no paging. Deleted events come along, with deleted set; blocks do not.

        GET /calendars/events

        Scope: calendars/events.readonly
        Page: https://marketplace.gohighlevel.com/docs/ghl/calendars/get-calendar-events

        Args:
            location_id: The location.
            user_id: Only the events of this user. One of userId, calendarId and groupId is needed.
            calendar_id: Only the events on this calendar. One of userId, calendarId and groupId is
                needed.
            group_id: Only the events in this group. One of userId, calendarId and groupId is needed.
            start_time: Where the time starts, in milliseconds since 1970.
            end_time: Where the time ends, in milliseconds since 1970.
            options: Settings of this call alone.

        Raises:
            ValidationError: a documented rule is broken; nothing was sent.
            StatusError: the API refused, its subclasses say why.
            HighLevelError: any other failure; all are subclasses of it.
        """
        response = await get_calendar_events(
            self._client,
            location_id=location_id,
            user_id=user_id,
            calendar_id=calendar_id,
            group_id=group_id,
            start_time=start_time,
            end_time=end_time,
            options=options,
        )
        return response.value

    async def list_blocked(
        self,
        *,
        start_time: datetime,
        end_time: datetime,
        location_id: str | Unset = UNSET,
        user_id: str | Unset = UNSET,
        calendar_id: str | Unset = UNSET,
        group_id: str | Unset = UNSET,
        options: Options | None = None,
    ) -> builtins.list[Event]:
        """List blocked slots.

        Returns every block that overlaps the time, of one user, calendar or group: one of the three has to
        be named. There is no paging.

        GET /calendars/blocked-slots

        Scope: calendars/events.readonly
        Page: https://marketplace.gohighlevel.com/docs/ghl/calendars/get-blocked-slots

        Args:
            location_id: The location.
            user_id: Only the events of this user. One of userId, calendarId and groupId is needed.
            calendar_id: Only the events on this calendar. One of userId, calendarId and groupId is
                needed.
            group_id: Only the events in this group. One of userId, calendarId and groupId is needed.
            start_time: Where the time starts, in milliseconds since 1970.
            end_time: Where the time ends, in milliseconds since 1970.
            options: Settings of this call alone.

        Raises:
            ValidationError: a documented rule is broken; nothing was sent.
            StatusError: the API refused, its subclasses say why.
            HighLevelError: any other failure; all are subclasses of it.
        """
        response = await get_blocked_slots(
            self._client,
            location_id=location_id,
            user_id=user_id,
            calendar_id=calendar_id,
            group_id=group_id,
            start_time=start_time,
            end_time=end_time,
            options=options,
        )
        return response.value

    async def delete(self, event_id: str, *, options: Options | None = None) -> Succeeded:
        """Delete an event.

        Deletes an appointment or a block slot. The request has a body, an empty object.

        DELETE /calendars/events/{event_id}

        Scope: calendars/events.write
        Page: https://marketplace.gohighlevel.com/docs/ghl/calendars/delete-event

        Args:
            event_id: An event or one instance of a recurring one; the masterEventId of an instance
                means its whole series.
            options: Settings of this call alone.

        Raises:
            ValidationError: a documented rule is broken; nothing was sent.
            StatusError: the API refused, its subclasses say why.
            HighLevelError: any other failure; all are subclasses of it.
        """
        response = await delete_event(self._client, event_id, options=options)
        return response.value
