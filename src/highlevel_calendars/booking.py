"""Appointments in the steps that people take: book a slot, move an appointment, cancel it."""

from __future__ import annotations

from datetime import datetime, timedelta, timezone
from functools import partial
from typing import cast

from ._generated.api import appointments as generated
from ._generated.api.appointments.create_appointment import OPERATION as CREATE
from ._generated.api.appointments.edit_appointment import OPERATION as EDIT
from ._generated.api.calendars.get_calendar import get_calendar
from ._generated.models.appointment import Appointment
from ._generated.models.calendar import Calendar
from ._generated.models.event import Event
from ._generated.types import AppointmentStatus, MeetingLocationType
from ._operation import OnUnknown, Options
from ._wire import UNSET, Unset
from .errors import SlotTakenError, TeamMemberRequiredError
from .rules.basics import Problem, aware_datetimes, refuse

_UNITS = {"mins": timedelta(minutes=1), "hours": timedelta(hours=1)}


class Appointments(generated.Appointments):
    """Bookings of a contact on a calendar."""

    __slots__ = ()

    async def book(
        self,
        start: datetime,
        *,
        calendar_id: str,
        contact_id: str,
        end_time: datetime | Unset = UNSET,
        assigned_user_id: str | Unset = UNSET,
        any_member: bool = False,
        location_id: str | Unset = UNSET,
        title: str | Unset = UNSET,
        description: str | Unset = UNSET,
        meeting_location_type: MeetingLocationType | Unset = UNSET,
        meeting_location_id: str | Unset = UNSET,
        override_location_config: bool | Unset = UNSET,
        address: str | Unset = UNSET,
        appointment_status: AppointmentStatus | Unset = UNSET,
        ignore_date_range: bool | Unset = UNSET,
        ignore_free_slot_validation: bool | Unset = UNSET,
        to_notify: bool | Unset = UNSET,
        rrule: str | Unset = UNSET,
        options: Options | None = None,
        on_unknown: OnUnknown = "reconcile",
    ) -> Appointment:
        """Book a contact at a time, best at a `Slot` that the calendar offered.

        A booking is refused when its slot is written in another form than it was offered in: a `Slot` is
        sent as it was offered. Many calendars refuse a booking without a team member: with `any_member` the
        members are tried in the calendar's order until one is free. And the end, which `create` leaves to
        the API, whose reply does not tell it, follows here from the calendar's slot duration.

        At most one request reads the calendar, with the scope calendars.readonly, and none does when
        `end_time` and the member are settled. Only bookings that were surely refused are followed by another.

        A booking whose reply was lost is looked up among the events of the calendar, with the scope
        calendars/events.readonly, and is sent again only when it is surely not there; see `CalendarsClient.call`.
        The contact's booking at that time is the one that is looked for, whoever takes it and even if it was
        there before: a second one would be a double booking.

        Args:
            start: When it starts: a slot, or any aware datetime.
            calendar_id: The calendar to book on.
            contact_id: The contact who is booked.
            end_time: When it ends, an aware datetime; without it, after the slot duration of the calendar.
                A calendar that tells none leaves the end to the API.
            assigned_user_id: The team member who takes it.
            any_member: Whether any team member may take it when the API demands one and none is named.
            location_id: The location of the calendar.
            title: The appointment's title.
            description: Text about the appointment.
            meeting_location_type: The kind of meeting place.
            meeting_location_id: The meeting_id of a location configuration of the calendar or of a member.
            override_location_config: False when only meeting_location_id is given, true when only
                meeting_location_type is given.
            address: Where it takes place.
            appointment_status: The status to start with.
            ignore_date_range: Whether the notice period and the booking window are passed over.
            ignore_free_slot_validation: True books without checking that the slot is free.
            to_notify: False keeps the automations from running.
            rrule: The recurrence as an RRULE of RFC 5545, see `create`.
            options: Settings of each request.
            on_unknown: "raise" raises OutcomeUnknown as soon as a reply was lost, without looking.

        Raises:
            ValidationError: a documented rule is broken; no booking was sent.
            SlotTakenError: the slot is taken; with `any_member`, for the last member that was tried.
            TeamMemberRequiredError: the calendar wants a member, and none is named or in its team.
            OutcomeUnknown: the reply was lost, and no look settled whether the booking happened; no other member
                was tried.
            HighLevelError: any other failure.
        """
        refuse(CREATE, aware_datetimes(start=start))
        calendar: Calendar | None = None
        if isinstance(end_time, Unset):
            calendar = (await get_calendar(self._client, calendar_id, options=options)).value
            length = slot_length(calendar)
            end_time = UNSET if length is None else later(start, length)
        create = partial(
            self.create,
            calendar_id=calendar_id,
            contact_id=contact_id,
            start_time=start,
            location_id=location_id,
            end_time=end_time,
            title=title,
            description=description,
            meeting_location_type=meeting_location_type,
            meeting_location_id=meeting_location_id,
            override_location_config=override_location_config,
            address=address,
            appointment_status=appointment_status,
            ignore_date_range=ignore_date_range,
            ignore_free_slot_validation=ignore_free_slot_validation,
            to_notify=to_notify,
            rrule=rrule,
            options=options,
            on_unknown=on_unknown,
        )
        refusal: TeamMemberRequiredError | SlotTakenError
        try:
            return await create(assigned_user_id=assigned_user_id)
        except TeamMemberRequiredError as error:
            if not any_member or assigned_user_id is not UNSET:
                raise
            refusal = error
        if calendar is None:
            calendar = (await get_calendar(self._client, calendar_id, options=options)).value
        for member in calendar.team_members or ():
            if member.user_id is not None:
                try:
                    return await create(assigned_user_id=member.user_id)
                except SlotTakenError as error:
                    refusal = error
        raise refusal

    async def reschedule(
        self,
        appointment: Appointment | Event | str,
        start: datetime,
        *,
        end_time: datetime | Unset = UNSET,
        assigned_user_id: str | Unset = UNSET,
        options: Options | None = None,
    ) -> Appointment:
        """Move an appointment to another time, with its length and its status.

        An `update` without a status sets the appointment back to confirmed, and one without an end leaves
        open what becomes of its length. This reads the appointment first, whatever is passed, and sends both:
        one that was cancelled stays cancelled. A change that someone else makes between the two requests is
        overwritten.

        Args:
            appointment: The appointment or its id.
            start: When it is to start: a slot, or any aware datetime.
            end_time: When it is to end, an aware datetime; without it, after as long as it takes now.
            assigned_user_id: The team member who is to take it.
            options: Settings of each request.

        Raises:
            ValidationError: a documented rule is broken, or the appointment was read without what is to be
                kept: its status, or its times when no end is given. Nothing was written.
            SlotTakenError: the slot is taken.
            HighLevelError: any other failure.
        """
        refuse(EDIT, aware_datetimes(start=start))
        event_id = id_of(appointment)
        present = await self.get(event_id, options=options)
        if isinstance(end_time, Unset) and present.start_time is not None and present.end_time is not None:
            end_time = later(start, present.end_time - present.start_time)
        lost: list[Problem] = []
        if not present.appointment_status:
            message = "it was read without a status, and writing none would set it to confirmed; use update."
            lost.append(Problem("keep-status", "appointment", message))
        if isinstance(end_time, Unset):
            message = "the appointment was read without its times, so its length is unknown; pass an end."
            lost.append(Problem("keep-length", "end_time", message))
        refuse(EDIT, lost)
        return await self.update(
            event_id,
            start_time=start,
            end_time=end_time,
            # A status that only replies are known to have is for the API to judge.
            appointment_status=cast(AppointmentStatus, present.appointment_status),
            assigned_user_id=assigned_user_id,
            options=options,
        )

    async def cancel(self, appointment: Appointment | Event | str, *, options: Options | None = None) -> Appointment:
        """Cancel an appointment: it keeps its time and becomes cancelled, while `events.delete` removes it.

        Args:
            appointment: The appointment or its id.
            options: Settings of this call alone.

        Raises:
            HighLevelError: any failure; see `update`.
        """
        return await self.update(id_of(appointment), appointment_status="cancelled", options=options)


def id_of(appointment: Appointment | Event | str) -> str:
    return appointment if isinstance(appointment, str) else appointment.id


def slot_length(calendar: Calendar) -> timedelta | None:
    """How long a booking on a calendar lasts, `None` when it does not tell."""
    unit, duration = _UNITS.get(calendar.slot_duration_unit or ""), calendar.slot_duration
    if unit is None or duration is None or not 0 < duration < 100_000:  # what is more is no meeting, nor a date
        return None
    return duration * unit


def later(start: datetime, length: timedelta) -> datetime:
    """The time `length` after `start`, at the same offset: an hour is an hour, even while the clocks are changed."""
    return start.astimezone(timezone(start.utcoffset() or timedelta())) + length
