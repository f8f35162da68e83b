# Generated from openapi/calendars.yaml: change that file and run `make generate`, do not edit this one.
from __future__ import annotations

import builtins
from collections.abc import Sequence

from ...._operation import Caller, Options
from ...._wire import UNSET, Unset
from ...models.create_schedule import CreateSchedule
from ...models.schedule import Schedule
from ...models.schedule_rule import ScheduleRule
from ...models.success import Success
from ...models.update_schedule import UpdateSchedule
from .add_calendar_to_schedule import add_calendar_to_schedule
from .create_schedule import create_schedule
from .delete_schedule import delete_schedule
from .get_all_schedules import get_all_schedules
from .get_schedule_by_id import get_schedule_by_id
from .remove_calendar_from_schedule import remove_calendar_from_schedule
from .update_schedule import update_schedule


class Schedules:
    """Working hours of a user, which apply to one or more calendars."""

    __slots__ = ("_client",)

    def __init__(self, client: Caller) -> None:
        self._client = client

    async def search(
        self,
        *,
        user_id: str,
        location_id: str | Unset = UNSET,
        calendar_id: str | Unset = UNSET,
        skip: int | Unset = UNSET,
        limit: int | Unset = UNSET,
        options: Options | None = None,
    ) -> builtins.list[Schedule]:
        """Search schedules.

        Returns a page of the schedules of a user in a location.

        GET /calendars/schedules/search

        Scope: calendars.readonly
        Page: https://marketplace.gohighlevel.com/docs/ghl/calendars/get-all-schedules

        Args:
            location_id: The location.
            user_id: The user.
            calendar_id: Only the schedules of this calendar.
            skip: How many schedules to pass over. The API's default: 0.
            limit: How many schedules to return, at most 500. The API's default: 50.
            options: Settings of this call alone.

        Raises:
            ValidationError: a documented rule is broken; nothing was sent.
            StatusError: the API refused, its subclasses say why.
            HighLevelError: any other failure; all are subclasses of it.
        """
        response = await get_all_schedules(
            self._client,
            location_id=location_id,
            user_id=user_id,
            calendar_id=calendar_id,
            skip=skip,
            limit=limit,
            options=options,
        )
        return response.value

    async def create(
        self,
        *,
        timezone: str,
        name: str,
        user_id: str,
        location_id: str | Unset = UNSET,
        rules: Sequence[ScheduleRule] | Unset = UNSET,
        calendar_ids: builtins.list[str] | Unset = UNSET,
        options: Options | None = None,
    ) -> Schedule:
        """Create a schedule.

        Creates a schedule of a user and applies it to the calendars that it names.

        POST /calendars/schedules

        Scope: calendars.write
        Page: https://marketplace.gohighlevel.com/docs/ghl/calendars/create-schedule

        Args:
            timezone: The IANA time zone of the rules, made of two parts: neither UTC nor one with a
                hyphen is taken.
            location_id: The location that owns the schedule.
            name: The schedule's name.
            user_id: The user whose hours they are.
            rules: When the user is available.
            calendar_ids: The calendars that it applies to.
            options: Settings of this call alone.

        Raises:
            ValidationError: a documented rule is broken; nothing was sent.
            StatusError: the API refused, its subclasses say why.
            OutcomeUnknown: the reply was lost, and the write may have happened.
            HighLevelError: any other failure; all are subclasses of it.
        """
        response = await create_schedule(
            self._client,
            CreateSchedule(
                timezone=timezone,
                location_id=location_id,
                name=name,
                user_id=user_id,
                rules=rules,
                calendar_ids=calendar_ids,
            ),
            options=options,
        )
        return response.value

    async def get(self, id: str, *, options: Options | None = None) -> Schedule:
        """Read a schedule.

        Returns one schedule with its rules, its time zone and its calendars.

        GET /calendars/schedules/{id}

        Scope: calendars.readonly
        Page: https://marketplace.gohighlevel.com/docs/ghl/calendars/get-schedule-by-id

        Args:
            id: The schedule.
            options: Settings of this call alone.

        Raises:
            ValidationError: a documented rule is broken; nothing was sent.
            StatusError: the API refused, its subclasses say why.
            HighLevelError: any other failure; all are subclasses of it.
        """
        response = await get_schedule_by_id(self._client, id, options=options)
        return response.value

    async def update(
        self,
        id: str,
        *,
        name: str | Unset = UNSET,
        rules: Sequence[ScheduleRule] | Unset = UNSET,
        timezone: str | Unset = UNSET,
        options: Options | None = None,
    ) -> Schedule:
        """Update a schedule.

        Changes the name, the rules or the time zone of a schedule. What is left out stays as it is.

        PUT /calendars/schedules/{id}

        Scope: calendars.write
        Page: https://marketplace.gohighlevel.com/docs/ghl/calendars/update-schedule

        Args:
            id: The schedule.
            name: The schedule's name.
            rules: When the user is available.
            timezone: The IANA time zone of the rules, made of two parts: neither UTC nor one with a
                hyphen is taken.
            options: Settings of this call alone.

        Raises:
            ValidationError: a documented rule is broken; nothing was sent.
            StatusError: the API refused, its subclasses say why.
            HighLevelError: any other failure; all are subclasses of it.
        """
        response = await update_schedule(
            self._client, id, UpdateSchedule(name=name, rules=rules, timezone=timezone), options=options
        )
        return response.value

    async def delete(self, id: str, *, options: Options | None = None) -> Success:
        """Delete a schedule.

        Deletes a schedule with all its rules. It cannot be undone.

        DELETE /calendars/schedules/{id}

        Scope: calendars.write
        Page: https://marketplace.gohighlevel.com/docs/ghl/calendars/delete-schedule

        Args:
            id: The schedule.
            options: Settings of this call alone.

        Raises:
            ValidationError: a documented rule is broken; nothing was sent.
            StatusError: the API refused, its subclasses say why.
            HighLevelError: any other failure; all are subclasses of it.
        """
        response = await delete_schedule(self._client, id, options=options)
        return response.value

    async def add_calendar(self, id: str, calendar_id: str, *, options: Options | None = None) -> Success:
        """Apply a schedule to a calendar.

        Applies a schedule to a calendar of the same location.

        PUT /calendars/schedules/{id}/associations/{calendar_id}

        Scope: calendars.write
        Page: https://marketplace.gohighlevel.com/docs/ghl/calendars/add-calendar-to-schedule

        Args:
            id: The schedule.
            calendar_id: The calendar that the schedule applies to.
            options: Settings of this call alone.

        Raises:
            ValidationError: a documented rule is broken; nothing was sent.
            StatusError: the API refused, its subclasses say why.
            HighLevelError: any other failure; all are subclasses of it.
        """
        response = await add_calendar_to_schedule(self._client, id, calendar_id, options=options)
        return response.value

    async def remove_calendar(self, id: str, calendar_id: str, *, options: Options | None = None) -> Success:
        """Take a schedule off a calendar.

        Takes a schedule off a calendar of the same location.

        DELETE /calendars/schedules/{id}/associations/{calendar_id}

        Scope: calendars.write
        Page: https://marketplace.gohighlevel.com/docs/ghl/calendars/remove-calendar-from-schedule

        Args:
            id: The schedule.
            calendar_id: The calendar that the schedule applies to.
            options: Settings of this call alone.

        Raises:
            ValidationError: a documented rule is broken; nothing was sent.
            StatusError: the API refused, its subclasses say why.
            HighLevelError: any other failure; all are subclasses of it.
        """
        response = await remove_calendar_from_schedule(self._client, id, calendar_id, options=options)
        return response.value
