# Generated from openapi/calendars.yaml: change that file and run `make generate`, do not edit this one.
from __future__ import annotations

from collections.abc import Sequence

from attrs import define

from ..._wire import UNSET, JsonObject, Unset, write_each
from ..models.calendar_notification import CalendarNotification
from ..models.location_configuration import LocationConfiguration
from ..models.look_busy_config import LookBusyConfig
from ..models.open_hours import OpenHours
from ..models.recurring import Recurring
from ..models.team_member import TeamMember
from ..models.update_availability import UpdateAvailability
from ..types import (
    AvailabilityType,
    BookingNoticeUnit,
    BookingWindowUnit,
    DurationUnit,
    EventType,
    FormSubmitType,
    GuestType,
    WidgetType,
)


@define(kw_only=True)
class UpdateCalendar:
    """What a calendar is changed to.

    Attributes:
        name: The calendar's name.
        is_active: True for an active calendar, false for a draft.
        notifications: Deprecated by the vendor in favour of the calendar notifications API.
        group_id: The group that lists the calendar.
        team_members: Who takes the bookings. Required for round robin, collective, class and service
            calendars; a personal calendar has exactly one.
        event_type: How a round robin shares out its bookings.
        description: Text for the booking page.
        slug: The end of the booking page's address, unique.
        widget_slug: The end of the widget's address.
        widget_type: The layout of the booking widget: "default" is the layout called neo, "classic" the
            classic one. The API's default: "classic".
        event_title: The title template of its appointments.
        event_color: The colour of its appointments. The API's default: "#039be5".
        location_configurations: Where the meetings of an event calendar take place.
        slot_duration: How long a meeting lasts, in slot_duration_unit. The API's default: 30.
        slot_duration_unit: The unit of slot_duration.
        slot_interval: How far apart the offered slots start, in slot_interval_unit. The API's default:
            30.
        slot_interval_unit: The unit of slot_interval.
        slot_buffer: Time kept free after an appointment, in slot_buffer_unit.
        pre_buffer: Time kept free before an appointment, in pre_buffer_unit.
        pre_buffer_unit: The unit of pre_buffer.
        appointments_per_slot: How many bookings a slot takes for each user; on a class calendar, its
            seats.
        appointments_per_day: How many bookings a day takes.
        allow_booking_after: The notice that a booking needs, in allow_booking_after_unit.
        allow_booking_after_unit: The unit of allow_booking_after.
        allow_booking_for: How far ahead bookings are taken, in allow_booking_for_unit.
        allow_booking_for_unit: The unit of allow_booking_for.
        open_hours: The weekly opening hours. For single dates there is availabilities.
        enable_recurring: Whether appointments may recur; only with a single team member. The API's
            default: false.
        recurring: How appointments recur.
        form_id: The form that a booker fills in.
        sticky_contact: Whether the form is prefilled for a known contact.
        is_live_payment_mode: True for live payments, false for test ones.
        auto_confirm: Whether bookings are confirmed at once.
        should_send_alert_emails_to_assigned_member: Whether the assigned member gets alert e-mails.
        alert_email: An address that gets alert e-mails.
        google_invitation_emails: Whether Google Calendar sends invitations.
        allow_reschedule: Whether the booker may reschedule.
        allow_cancellation: Whether the booker may cancel.
        should_assign_contact_to_team_member: Whether the contact is assigned to the booked member.
        should_skip_assigning_contact_for_existing: Whether a contact that has an owner keeps it.
        notes: Additional text for the booked.
        pixel_id: The Facebook pixel of the booking page.
        form_submit_type: What the booker sees after the booking. The API's default: "ThankYouMessage".
        form_submit_redirect_url: Where RedirectURL leads.
        form_submit_thanks_message: What ThankYouMessage says.
        availability_type: Which hours count: 0 only open_hours, 1 only availabilities, null both.
        availabilities: Hours of single dates. For the weekly hours there is open_hours.
        guest_type: What is asked about guests.
        consent_label: The text beside the consent checkbox.
        calendar_cover_image: The address of a cover image.
        look_busy_config: Hides a share of the free slots.
    """

    name: str | Unset = UNSET
    is_active: bool | Unset = UNSET
    notifications: Sequence[CalendarNotification] | Unset = UNSET
    group_id: str | Unset = UNSET
    team_members: Sequence[TeamMember] | Unset = UNSET
    event_type: EventType | Unset = UNSET
    description: str | Unset = UNSET
    slug: str | Unset = UNSET
    widget_slug: str | Unset = UNSET
    widget_type: WidgetType | Unset = UNSET
    event_title: str | Unset = UNSET
    event_color: str | Unset = UNSET
    location_configurations: Sequence[LocationConfiguration] | Unset = UNSET
    slot_duration: float | Unset = UNSET
    slot_duration_unit: DurationUnit | Unset = UNSET
    slot_interval: float | Unset = UNSET
    slot_interval_unit: DurationUnit | Unset = UNSET
    slot_buffer: float | Unset = UNSET
    pre_buffer: float | Unset = UNSET
    pre_buffer_unit: DurationUnit | Unset = UNSET
    appointments_per_slot: float | Unset = UNSET
    appointments_per_day: float | Unset = UNSET
    allow_booking_after: float | Unset = UNSET
    allow_booking_after_unit: BookingNoticeUnit | Unset = UNSET
    allow_booking_for: float | Unset = UNSET
    allow_booking_for_unit: BookingWindowUnit | Unset = UNSET
    open_hours: Sequence[OpenHours] | Unset = UNSET
    enable_recurring: bool | Unset = UNSET
    recurring: Recurring | Unset = UNSET
    form_id: str | Unset = UNSET
    sticky_contact: bool | Unset = UNSET
    is_live_payment_mode: bool | Unset = UNSET
    auto_confirm: bool | Unset = UNSET
    should_send_alert_emails_to_assigned_member: bool | Unset = UNSET
    alert_email: str | Unset = UNSET
    google_invitation_emails: bool | Unset = UNSET
    allow_reschedule: bool | Unset = UNSET
    allow_cancellation: bool | Unset = UNSET
    should_assign_contact_to_team_member: bool | Unset = UNSET
    should_skip_assigning_contact_for_existing: bool | Unset = UNSET
    notes: str | Unset = UNSET
    pixel_id: str | Unset = UNSET
    form_submit_type: FormSubmitType | Unset = UNSET
    form_submit_redirect_url: str | Unset = UNSET
    form_submit_thanks_message: str | Unset = UNSET
    availability_type: AvailabilityType | None | Unset = UNSET
    availabilities: Sequence[UpdateAvailability] | Unset = UNSET
    guest_type: GuestType | Unset = UNSET
    consent_label: str | Unset = UNSET
    calendar_cover_image: str | Unset = UNSET
    look_busy_config: LookBusyConfig | Unset = UNSET

    def to_dict(self) -> JsonObject:
        """The JSON object to send; what is unset is left out."""
        data: JsonObject = {}
        if self.name is not UNSET:
            data["name"] = self.name
        if self.is_active is not UNSET:
            data["isActive"] = self.is_active
        if self.notifications is not UNSET:
            data["notifications"] = [item.to_dict() for item in self.notifications]
        if self.group_id is not UNSET:
            data["groupId"] = self.group_id
        if self.team_members is not UNSET:
            data["teamMembers"] = [item.to_dict() for item in self.team_members]
        if self.event_type is not UNSET:
            data["eventType"] = self.event_type
        if self.description is not UNSET:
            data["description"] = self.description
        if self.slug is not UNSET:
            data["slug"] = self.slug
        if self.widget_slug is not UNSET:
            data["widgetSlug"] = self.widget_slug
        if self.widget_type is not UNSET:
            data["widgetType"] = self.widget_type
        if self.event_title is not UNSET:
            data["eventTitle"] = self.event_title
        if self.event_color is not UNSET:
            data["eventColor"] = self.event_color
        if self.location_configurations is not UNSET:
            data["locationConfigurations"] = [item.to_dict() for item in self.location_configurations]
        if self.slot_duration is not UNSET:
            data["slotDuration"] = self.slot_duration
        if self.slot_duration_unit is not UNSET:
            data["slotDurationUnit"] = self.slot_duration_unit
        if self.slot_interval is not UNSET:
            data["slotInterval"] = self.slot_interval
        if self.slot_interval_unit is not UNSET:
            data["slotIntervalUnit"] = self.slot_interval_unit
        if self.slot_buffer is not UNSET:
            data["slotBuffer"] = self.slot_buffer
        if self.pre_buffer is not UNSET:
            data["preBuffer"] = self.pre_buffer
        if self.pre_buffer_unit is not UNSET:
            data["preBufferUnit"] = self.pre_buffer_unit
        if self.appointments_per_slot is not UNSET:
            data["appoinmentPerSlot"] = self.appointments_per_slot
        if self.appointments_per_day is not UNSET:
            data["appoinmentPerDay"] = self.appointments_per_day
        if self.allow_booking_after is not UNSET:
            data["allowBookingAfter"] = self.allow_booking_after
        if self.allow_booking_after_unit is not UNSET:
            data["allowBookingAfterUnit"] = self.allow_booking_after_unit
        if self.allow_booking_for is not UNSET:
            data["allowBookingFor"] = self.allow_booking_for
        if self.allow_booking_for_unit is not UNSET:
            data["allowBookingForUnit"] = self.allow_booking_for_unit
        if self.open_hours is not UNSET:
            data["openHours"] = write_each((item.to_dict() for item in self.open_hours), "daysOfTheWeek")
        if self.enable_recurring is not UNSET:
            data["enableRecurring"] = self.enable_recurring
        if self.recurring is not UNSET:
            data["recurring"] = self.recurring.to_dict()
        if self.form_id is not UNSET:
            data["formId"] = self.form_id
        if self.sticky_contact is not UNSET:
            data["stickyContact"] = self.sticky_contact
        if self.is_live_payment_mode is not UNSET:
            data["isLivePaymentMode"] = self.is_live_payment_mode
        if self.auto_confirm is not UNSET:
            data["autoConfirm"] = self.auto_confirm
        if self.should_send_alert_emails_to_assigned_member is not UNSET:
            data["shouldSendAlertEmailsToAssignedMember"] = self.should_send_alert_emails_to_assigned_member
        if self.alert_email is not UNSET:
            data["alertEmail"] = self.alert_email
        if self.google_invitation_emails is not UNSET:
            data["googleInvitationEmails"] = self.google_invitation_emails
        if self.allow_reschedule is not UNSET:
            data["allowReschedule"] = self.allow_reschedule
        if self.allow_cancellation is not UNSET:
            data["allowCancellation"] = self.allow_cancellation
        if self.should_assign_contact_to_team_member is not UNSET:
            data["shouldAssignContactToTeamMember"] = self.should_assign_contact_to_team_member
        if self.should_skip_assigning_contact_for_existing is not UNSET:
            data["shouldSkipAssigningContactForExisting"] = self.should_skip_assigning_contact_for_existing
        if self.notes is not UNSET:
            data["notes"] = self.notes
        if self.pixel_id is not UNSET:
            data["pixelId"] = self.pixel_id
        if self.form_submit_type is not UNSET:
            data["formSubmitType"] = self.form_submit_type
        if self.form_submit_redirect_url is not UNSET:
            data["formSubmitRedirectURL"] = self.form_submit_redirect_url
        if self.form_submit_thanks_message is not UNSET:
            data["formSubmitThanksMessage"] = self.form_submit_thanks_message
        if self.availability_type is not UNSET:
            data["availabilityType"] = self.availability_type
        if self.availabilities is not UNSET:
            data["availabilities"] = [item.to_dict() for item in self.availabilities]
        if self.guest_type is not UNSET:
            data["guestType"] = self.guest_type
        if self.consent_label is not UNSET:
            data["consentLabel"] = self.consent_label
        if self.calendar_cover_image is not UNSET:
            data["calendarCoverImage"] = self.calendar_cover_image
        if self.look_busy_config is not UNSET:
            data["lookBusyConfig"] = self.look_busy_config.to_dict()
        return data
