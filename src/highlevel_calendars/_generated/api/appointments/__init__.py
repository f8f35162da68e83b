# Generated from openapi/calendars.yaml: change that file and run `make generate`, do not edit this one.
from __future__ import annotations

from datetime import datetime
from typing import cast

from ...._operation import Caller, OnUnknown, Options
from ...._wire import UNSET, Unset
from ....rules.basics import kept
from ...models.appointment import Appointment
from ...models.create_appointment import CreateAppointment
from ...models.event import Event
from ...models.update_appointment import UpdateAppointment
from ...types import AppointmentStatus, MeetingLocationType
from .create_appointment import create_appointment
from .edit_appointment import OPERATION as EDIT_APPOINTMENT
from .edit_appointment import edit_appointment
from .get_appointment import get_appointment


class Appointments:
    """Bookings of a contact on a calendar."""

    __slots__ = ("_client",)

    def __init__(self, client: Caller) -> None:
        self._client = client

    async def create(
        self,
        *,
        calendar_id: str,
        contact_id: str,
        start_time: datetime,
        location_id: str | Unset = UNSET,
        end_time: datetime | Unset = UNSET,
        title: str | Unset = UNSET,
        meeting_location_type: MeetingLocationType | Unset = UNSET,
        meeting_location_id: str | Unset = UNSET,
        override_location_config: bool | Unset = UNSET,
        appointment_status: AppointmentStatus | Unset = UNSET,
        assigned_user_id: str | Unset = UNSET,
        description: str | Unset = UNSET,
        address: str | Unset = UNSET,
        ignore_date_range: bool | Unset = UNSET,
        to_notify: bool | Unset = UNSET,
        ignore_free_slot_validation: bool | Unset = UNSET,
        rrule: str | Unset = UNSET,
        options: Options | None = None,
        on_unknown: OnUnknown = "raise",
    ) -> Appointment:
        """Create an appointment.

        Books a contact on a calendar. There is no idempotency key, so a create whose reply was lost may
        have booked.

        POST /calendars/events/appointments

        Scope: calendars/events.write
        Page: https://marketplace.gohighlevel.com/docs/ghl/calendars/create-appointment

        Args:
            calendar_id: The calendar to book on.
            location_id: The location of the calendar.
            contact_id: The contact who is booked.
            start_time: When it starts.
            end_time: When it ends; without it, after the slot duration of the calendar.
            title: The appointment's title.
            meeting_location_type: The kind of meeting place; custom when an address is given and this
                is not.
            meeting_location_id: The meeting_id of one of the calendar's location_configurations, or of
                a team member's. The API's default: "default".
            override_location_config: False when only meeting_location_id is given, true when only
                meeting_location_type is given.
            appointment_status: The status to start with.
            assigned_user_id: The team member who takes it; many calendars demand one.
            description: Text about the appointment.
            address: Where it takes place.
            ignore_date_range: Whether the notice period and the booking window are passed over.
            to_notify: False keeps the automations from running.
            ignore_free_slot_validation: True books without checking that the slot is free, whatever
                ignore_date_range says.
            rrule: The recurrence as an RRULE of RFC 5545, an EXDATE line allowed. It has no DTSTART,
                since it starts with start_time, and counts only when ignore_free_slot_validation is true.
            options: Settings of this call alone.
            on_unknown: What becomes of a write whose reply was lost: "raise" raises OutcomeUnknown, "reconcile"
                looks it up and returns what the API has, or sends again when it surely has nothing; see
                `CalendarsClient.call`.

        Raises:
            ValidationError: a documented rule is broken; nothing was sent.
            StatusError: the API refused, its subclasses say why.
            OutcomeUnknown: the reply was lost, and the write may have happened.
            HighLevelError: any other failure; all are subclasses of it.
        """
        response = await create_appointment(
            self._client,
            CreateAppointment(
                calendar_id=calendar_id,
                location_id=location_id,
                contact_id=contact_id,
                start_time=start_time,
                end_time=end_time,
                title=title,
                meeting_location_type=meeting_location_type,
                meeting_location_id=meeting_location_id,
                override_location_config=override_location_config,
                appointment_status=appointment_status,
                assigned_user_id=assigned_user_id,
                description=description,
                address=address,
                ignore_date_range=ignore_date_range,
                to_notify=to_notify,
                ignore_free_slot_validation=ignore_free_slot_validation,
                rrule=rrule,
            ),
            options=options,
            on_unknown=on_unknown,
        )
        return response.value

    async def get(self, event_id: str, *, options: Options | None = None) -> Event:
        """Read an appointment.

        Returns one appointment, or one instance of a recurring one.

        GET /calendars/events/appointments/{event_id}

        Scope: calendars/events.readonly
        Page: https://marketplace.gohighlevel.com/docs/ghl/calendars/get-appointment

        Args:
            event_id: An event or one instance of a recurring one; the masterEventId of an instance
                means its whole series.
            options: Settings of this call alone.

        Raises:
            ValidationError: a documented rule is broken; nothing was sent.
            StatusError: the API refused, its subclasses say why.
            HighLevelError: any other failure; all are subclasses of it.
        """
        response = await get_appointment(self._client, event_id, options=options)
        return response.value

    async def update(
        self,
        event_id: str,
        *,
        calendar_id: str | Unset = UNSET,
        start_time: datetime | Unset = UNSET,
        end_time: datetime | Unset = UNSET,
        title: str | Unset = UNSET,
        meeting_location_type: MeetingLocationType | Unset = UNSET,
        meeting_location_id: str | Unset = UNSET,
        override_location_config: bool | Unset = UNSET,
        appointment_status: AppointmentStatus | Unset = UNSET,
        assigned_user_id: str | Unset = UNSET,
        description: str | Unset = UNSET,
        address: str | Unset = UNSET,
        ignore_date_range: bool | Unset = UNSET,
        to_notify: bool | Unset = UNSET,
        ignore_free_slot_validation: bool | Unset = UNSET,
        rrule: str | Unset = UNSET,
        keep_status: bool = False,
        options: Options | None = None,
    ) -> Appointment:
        """Update an appointment.

        Changes an appointment. Without appointment_status the live API sets it back to confirmed, whatever
        it was: send the present status along.

        PUT /calendars/events/appointments/{event_id}

        Scope: calendars/events.write
        Page: https://marketplace.gohighlevel.com/docs/ghl/calendars/edit-appointment

        Args:
            event_id: An event or one instance of a recurring one; the masterEventId of an instance
                means its whole series.
            calendar_id: The calendar to move it to.
            start_time: When it starts.
            end_time: When it ends.
            title: The appointment's title.
            meeting_location_type: The kind of meeting place; custom when an address is given and this
                is not.
            meeting_location_id: The meeting_id of one of the calendar's location_configurations, or of
                a team member's. The API's default: "default".
            override_location_config: False when only meeting_location_id is given, true when only
                meeting_location_type is given.
            appointment_status: Its status. Left out, it becomes confirmed.
            assigned_user_id: The team member who takes it; many calendars demand one.
            description: Text about the appointment.
            address: Where it takes place.
            ignore_date_range: Whether the notice period and the booking window are passed over.
            to_notify: False keeps the automations from running.
            ignore_free_slot_validation: True books without checking that the slot is free, whatever
                ignore_date_range says.
            rrule: The recurrence as an RRULE of RFC 5545, an EXDATE line allowed. It has no DTSTART,
                since it starts with start_time, and counts only when ignore_free_slot_validation is true.
            keep_status: Read the present appointment_status first and send it along, unless one is given.
            options: Settings of this call alone.

        Raises:
            ValidationError: a documented rule is broken; nothing was sent.
            StatusError: the API refused, its subclasses say why.
            HighLevelError: any other failure; all are subclasses of it.
        """
        if keep_status and appointment_status is UNSET:
            present = await self.get(event_id, options=options)
            appointment_status = cast(
                AppointmentStatus,
                kept(present.appointment_status, EDIT_APPOINTMENT, "status-choice", "appointment_status"),
            )
        response = await edit_appointment(
            self._client,
            event_id,
            UpdateAppointment(
                calendar_id=calendar_id,
                start_time=start_time,
                end_time=end_time,
                title=title,
                meeting_location_type=meeting_location_type,
                meeting_location_id=meeting_location_id,
                override_location_config=override_location_config,
                appointment_status=appointment_status,
                assigned_user_id=assigned_user_id,
                description=description,
                address=address,
                ignore_date_range=ignore_date_range,
                to_notify=to_notify,
                ignore_free_slot_validation=ignore_free_slot_validation,
                rrule=rrule,
            ),
            options=options,
        )
        return response.value
