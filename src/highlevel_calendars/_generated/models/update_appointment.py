# Generated from openapi/calendars.yaml: change that file and run `make generate`, do not edit this one.
from __future__ import annotations

from datetime import datetime

from attrs import define

from ..._wire import UNSET, JsonObject, Unset
from ..types import AppointmentStatus, MeetingLocationType


@define(kw_only=True)
class UpdateAppointment:
    """What an appointment is changed to.

    Attributes:
        calendar_id: The calendar to move it to.
        start_time: When it starts.
        end_time: When it ends.
        title: The appointment's title.
        meeting_location_type: The kind of meeting place; custom when an address is given and this is
            not.
        meeting_location_id: The meeting_id of one of the calendar's location_configurations, or of a
            team member's. The API's default: "default".
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
        rrule: The recurrence as an RRULE of RFC 5545, an EXDATE line allowed. It has no DTSTART, since
            it starts with start_time, and counts only when ignore_free_slot_validation is true.
    """

    calendar_id: str | Unset = UNSET
    start_time: datetime | Unset = UNSET
    end_time: datetime | Unset = UNSET
    title: str | Unset = UNSET
    meeting_location_type: MeetingLocationType | Unset = UNSET
    meeting_location_id: str | Unset = UNSET
    override_location_config: bool | Unset = UNSET
    appointment_status: AppointmentStatus | Unset = UNSET
    assigned_user_id: str | Unset = UNSET
    description: str | Unset = UNSET
    address: str | Unset = UNSET
    ignore_date_range: bool | Unset = UNSET
    to_notify: bool | Unset = UNSET
    ignore_free_slot_validation: bool | Unset = UNSET
    rrule: str | Unset = UNSET

    def to_dict(self) -> JsonObject:
        """The JSON object to send; what is unset is left out."""
        data: JsonObject = {}
        if self.calendar_id is not UNSET:
            data["calendarId"] = self.calendar_id
        if self.start_time is not UNSET:
            data["startTime"] = self.start_time.isoformat()
        if self.end_time is not UNSET:
            data["endTime"] = self.end_time.isoformat()
        if self.title is not UNSET:
            data["title"] = self.title
        if self.meeting_location_type is not UNSET:
            data["meetingLocationType"] = self.meeting_location_type
        if self.meeting_location_id is not UNSET:
            data["meetingLocationId"] = self.meeting_location_id
        if self.override_location_config is not UNSET:
            data["overrideLocationConfig"] = self.override_location_config
        if self.appointment_status is not UNSET:
            data["appointmentStatus"] = self.appointment_status
        if self.assigned_user_id is not UNSET:
            data["assignedUserId"] = self.assigned_user_id
        if self.description is not UNSET:
            data["description"] = self.description
        if self.address is not UNSET:
            data["address"] = self.address
        if self.ignore_date_range is not UNSET:
            data["ignoreDateRange"] = self.ignore_date_range
        if self.to_notify is not UNSET:
            data["toNotify"] = self.to_notify
        if self.ignore_free_slot_validation is not UNSET:
            data["ignoreFreeSlotValidation"] = self.ignore_free_slot_validation
        if self.rrule is not UNSET:
            data["rrule"] = self.rrule
        return data
