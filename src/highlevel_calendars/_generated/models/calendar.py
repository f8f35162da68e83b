# Generated from openapi/calendars.yaml: change that file and run `make generate`, do not edit this one.
from __future__ import annotations

from attrs import define, field

from ..._wire import JsonObject, first, read_boolean, read_id, read_integer, read_number, read_object, read_objects
from ..models.availability_response import AvailabilityResponse
from ..models.calendar_notification_response import CalendarNotificationResponse
from ..models.location_configuration_response import LocationConfigurationResponse
from ..models.look_busy_config_response import LookBusyConfigResponse
from ..models.open_hours_response import OpenHoursResponse
from ..models.recurring_response import RecurringResponse
from ..models.team_member_response import TeamMemberResponse
from ..types import (
    AvailabilityType,
    BookingNoticeUnit,
    BookingWindowUnit,
    CalendarType,
    DurationUnit,
    EventType,
    FormSubmitType,
    GuestType,
    WidgetType,
)


@define(kw_only=True)
class Calendar:
    """A calendar as the API returns it.

    Attributes:
        id: The calendar's id.
        location_id: The location that owns it.
        name: Its name.
        is_active: True for an active calendar, false for a draft. The API's default: true.
        notifications: Deprecated by the vendor in favour of the calendar notifications API.
        group_id: The group that lists it.
        team_members: Who takes the bookings.
        event_type: How a round robin shares out its bookings. The API's default:
            "RoundRobin_OptimizeForAvailability".
        description: Text for the booking page.
        slug: The end of the booking page's address.
        widget_slug: The end of the widget's address.
        calendar_type: The kind of calendar.
        widget_type: The layout of the booking widget. The API's default: "classic".
        event_title: The title template of its appointments. The API's default: "{{contact.name}}".
        event_color: The colour of its appointments. The API's default: "#039be5".
        meeting_location: Deprecated by the vendor in favour of location_configurations.
        location_configurations: Where the meetings take place.
        slot_duration: How long a meeting lasts, in slot_duration_unit. The API's default: 30.
        slot_duration_unit: The unit of slot_duration.
        slot_interval: How far apart the offered slots start, in slot_interval_unit. The API's default:
            30.
        slot_interval_unit: The unit of slot_interval.
        slot_buffer: Time kept free after an appointment, in slot_buffer_unit.
        slot_buffer_unit: The unit of slot_buffer.
        pre_buffer: Time kept free before an appointment, in pre_buffer_unit.
        pre_buffer_unit: The unit of pre_buffer.
        appointments_per_slot: How many bookings a slot takes for each user; on a class calendar, its
            seats. The API's default: 1.
        appointments_per_day: How many bookings a day takes.
        allow_booking_after: The notice that a booking needs, in allow_booking_after_unit.
        allow_booking_after_unit: The unit of allow_booking_after.
        allow_booking_for: How far ahead bookings are taken, in allow_booking_for_unit.
        allow_booking_for_unit: The unit of allow_booking_for.
        open_hours: The weekly opening hours.
        enable_recurring: Whether appointments may recur. The API's default: false.
        recurring: How appointments recur.
        form_id: The form that a booker fills in.
        sticky_contact: Whether the form is prefilled for a known contact.
        is_live_payment_mode: True for live payments, false for test ones.
        auto_confirm: Whether bookings are confirmed at once. The API's default: true.
        should_send_alert_emails_to_assigned_member: Whether the assigned member gets alert e-mails.
        alert_email: An address that gets alert e-mails.
        google_invitation_emails: Whether Google Calendar sends invitations. The API's default: false.
        allow_reschedule: Whether the booker may reschedule. The API's default: true.
        allow_cancellation: Whether the booker may cancel. The API's default: true.
        should_assign_contact_to_team_member: Whether the contact is assigned to the booked member.
        should_skip_assigning_contact_for_existing: Whether a contact that has an owner keeps it.
        notes: Additional text for the booked.
        pixel_id: The Facebook pixel of the booking page.
        form_submit_type: What the booker sees after the booking. The API's default: "ThankYouMessage".
        form_submit_redirect_url: Where RedirectURL leads.
        form_submit_thanks_message: What ThankYouMessage says.
        availability_type: Which hours count: 0 only open_hours, 1 only availabilities, null both.
        availabilities: Hours of single dates.
        guest_type: What is asked about guests.
        consent_label: The text beside the consent checkbox.
        calendar_cover_image: The address of a cover image.
        look_busy_config: The share of slots that is hidden.
        raw: The JSON object as it came, with what has no attribute here or could not be read.
    """

    id: str
    location_id: str | None = None
    name: str | None = None
    is_active: bool | None = None
    notifications: list[CalendarNotificationResponse] | None = None
    group_id: str | None = None
    team_members: list[TeamMemberResponse] | None = None
    event_type: EventType | str | None = None
    description: str | None = None
    slug: str | None = None
    widget_slug: str | None = None
    calendar_type: CalendarType | str | None = None
    widget_type: WidgetType | str | None = None
    event_title: str | None = None
    event_color: str | None = None
    meeting_location: str | None = None
    location_configurations: list[LocationConfigurationResponse] | None = None
    slot_duration: float | None = None
    slot_duration_unit: DurationUnit | str | None = None
    slot_interval: float | None = None
    slot_interval_unit: DurationUnit | str | None = None
    slot_buffer: float | None = None
    slot_buffer_unit: DurationUnit | str | None = None
    pre_buffer: float | None = None
    pre_buffer_unit: DurationUnit | str | None = None
    appointments_per_slot: float | None = None
    appointments_per_day: float | None = None
    allow_booking_after: float | None = None
    allow_booking_after_unit: BookingNoticeUnit | str | None = None
    allow_booking_for: float | None = None
    allow_booking_for_unit: BookingWindowUnit | str | None = None
    open_hours: list[OpenHoursResponse] | None = None
    enable_recurring: bool | None = None
    recurring: RecurringResponse | None = None
    form_id: str | None = None
    sticky_contact: bool | None = None
    is_live_payment_mode: bool | None = None
    auto_confirm: bool | None = None
    should_send_alert_emails_to_assigned_member: bool | None = None
    alert_email: str | None = None
    google_invitation_emails: bool | None = None
    allow_reschedule: bool | None = None
    allow_cancellation: bool | None = None
    should_assign_contact_to_team_member: bool | None = None
    should_skip_assigning_contact_for_existing: bool | None = None
    notes: str | None = None
    pixel_id: str | None = None
    form_submit_type: FormSubmitType | str | None = None
    form_submit_redirect_url: str | None = None
    form_submit_thanks_message: str | None = None
    availability_type: AvailabilityType | int | None = None
    availabilities: list[AvailabilityResponse] | None = None
    guest_type: GuestType | str | None = None
    consent_label: str | None = None
    calendar_cover_image: str | None = None
    look_busy_config: LookBusyConfigResponse | None = None
    raw: JsonObject = field(factory=dict[str, object], eq=False, repr=False)

    @classmethod
    def from_dict(cls, data: JsonObject) -> Calendar:
        """Read a reply's object; what is missing or of another type becomes `None`."""
        get = data.get
        self = cls.__new__(cls)
        self.id = read_id(data, "id")
        self.location_id = value if isinstance(value := get("locationId"), str) else None
        self.name = value if isinstance(value := get("name"), str) else None
        self.is_active = read_boolean(get("isActive"))
        self.notifications = read_objects(get("notifications"), CalendarNotificationResponse.from_dict)
        self.group_id = value if isinstance(value := get("groupId"), str) else None
        self.team_members = read_objects(get("teamMembers"), TeamMemberResponse.from_dict)
        self.event_type = value if isinstance(value := get("eventType"), str) else None
        self.description = value if isinstance(value := get("description"), str) else None
        self.slug = value if isinstance(value := get("slug"), str) else None
        self.widget_slug = value if isinstance(value := get("widgetSlug"), str) else None
        self.calendar_type = value if isinstance(value := get("calendarType"), str) else None
        self.widget_type = value if isinstance(value := get("widgetType"), str) else None
        self.event_title = value if isinstance(value := get("eventTitle"), str) else None
        self.event_color = value if isinstance(value := get("eventColor"), str) else None
        self.meeting_location = value if isinstance(value := get("meetingLocation"), str) else None
        self.location_configurations = read_objects(
            get("locationConfigurations"), LocationConfigurationResponse.from_dict
        )
        self.slot_duration = read_number(get("slotDuration"))
        self.slot_duration_unit = value if isinstance(value := get("slotDurationUnit"), str) else None
        self.slot_interval = read_number(get("slotInterval"))
        self.slot_interval_unit = value if isinstance(value := get("slotIntervalUnit"), str) else None
        self.slot_buffer = read_number(get("slotBuffer"))
        self.slot_buffer_unit = value if isinstance(value := get("slotBufferUnit"), str) else None
        self.pre_buffer = read_number(get("preBuffer"))
        self.pre_buffer_unit = value if isinstance(value := get("preBufferUnit"), str) else None
        self.appointments_per_slot = read_number(first(data, "appoinmentPerSlot", "appointmentPerSlot"))
        self.appointments_per_day = read_number(first(data, "appoinmentPerDay", "appointmentPerDay"))
        self.allow_booking_after = read_number(get("allowBookingAfter"))
        self.allow_booking_after_unit = value if isinstance(value := get("allowBookingAfterUnit"), str) else None
        self.allow_booking_for = read_number(get("allowBookingFor"))
        self.allow_booking_for_unit = value if isinstance(value := get("allowBookingForUnit"), str) else None
        self.open_hours = read_objects(get("openHours"), OpenHoursResponse.from_dict)
        self.enable_recurring = read_boolean(get("enableRecurring"))
        self.recurring = read_object(get("recurring"), RecurringResponse.from_dict)
        self.form_id = value if isinstance(value := get("formId"), str) else None
        self.sticky_contact = read_boolean(get("stickyContact"))
        self.is_live_payment_mode = read_boolean(get("isLivePaymentMode"))
        self.auto_confirm = read_boolean(get("autoConfirm"))
        self.should_send_alert_emails_to_assigned_member = read_boolean(get("shouldSendAlertEmailsToAssignedMember"))
        self.alert_email = value if isinstance(value := get("alertEmail"), str) else None
        self.google_invitation_emails = read_boolean(get("googleInvitationEmails"))
        self.allow_reschedule = read_boolean(get("allowReschedule"))
        self.allow_cancellation = read_boolean(get("allowCancellation"))
        self.should_assign_contact_to_team_member = read_boolean(get("shouldAssignContactToTeamMember"))
        self.should_skip_assigning_contact_for_existing = read_boolean(get("shouldSkipAssigningContactForExisting"))
        self.notes = value if isinstance(value := get("notes"), str) else None
        self.pixel_id = value if isinstance(value := get("pixelId"), str) else None
        self.form_submit_type = value if isinstance(value := get("formSubmitType"), str) else None
        self.form_submit_redirect_url = (
            value if isinstance(value := first(data, "formSubmitRedirectURL", "formSubmitRedirectUrl"), str) else None
        )
        self.form_submit_thanks_message = value if isinstance(value := get("formSubmitThanksMessage"), str) else None
        self.availability_type = read_integer(get("availabilityType"))
        self.availabilities = read_objects(get("availabilities"), AvailabilityResponse.from_dict)
        self.guest_type = value if isinstance(value := get("guestType"), str) else None
        self.consent_label = value if isinstance(value := get("consentLabel"), str) else None
        self.calendar_cover_image = value if isinstance(value := get("calendarCoverImage"), str) else None
        self.look_busy_config = read_object(get("lookBusyConfig"), LookBusyConfigResponse.from_dict)

        self.raw = data
        return self
