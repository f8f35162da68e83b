# Generated from openapi/calendars.yaml: change that file and run `make generate`, do not edit this one.
from __future__ import annotations

import builtins
from collections.abc import Sequence
from datetime import datetime

from ...._operation import Caller, OnUnknown, Options
from ...._wire import UNSET, Unset
from ...models.availability import Availability
from ...models.calendar import Calendar
from ...models.calendar_notification import CalendarNotification
from ...models.create_calendar import CreateCalendar
from ...models.free_slots import FreeSlots
from ...models.location_configuration import LocationConfiguration
from ...models.look_busy_config import LookBusyConfig
from ...models.open_hours import OpenHours
from ...models.recurring import Recurring
from ...models.success import Success
from ...models.team_member import TeamMember
from ...models.update_availability import UpdateAvailability
from ...models.update_calendar import UpdateCalendar
from ...types import (
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
from .create_calendar import create_calendar
from .delete_calendar import delete_calendar
from .get_calendar import get_calendar
from .get_calendars import get_calendars
from .get_slots import get_slots
from .update_calendar import update_calendar


class Calendars:
    """Bookable calendars with their team, opening hours and booking rules."""

    __slots__ = ("_client",)

    def __init__(self, client: Caller) -> None:
        self._client = client

    async def list(
        self,
        *,
        location_id: str | Unset = UNSET,
        group_id: str | Unset = UNSET,
        show_drafted: bool | Unset = UNSET,
        options: Options | None = None,
    ) -> builtins.list[Calendar]:
        """List calendars.

        Returns all calendars of a location at once.

        GET /calendars/

        Scope: calendars.readonly
        Page: https://marketplace.gohighlevel.com/docs/ghl/calendars/get-calendars

        Args:
            location_id: The location.
            group_id: Only the calendars of this group.
            show_drafted: Whether drafts are listed too. The API's default: true.
            options: Settings of this call alone.

        Raises:
            ValidationError: a documented rule is broken; nothing was sent.
            StatusError: the API refused, its subclasses say why.
            HighLevelError: any other failure; all are subclasses of it.
        """
        response = await get_calendars(
            self._client, location_id=location_id, group_id=group_id, show_drafted=show_drafted, options=options
        )
        return response.value

    async def create(
        self,
        *,
        name: str,
        location_id: str | Unset = UNSET,
        is_active: bool | Unset = UNSET,
        notifications: Sequence[CalendarNotification] | Unset = UNSET,
        group_id: str | Unset = UNSET,
        team_members: Sequence[TeamMember] | Unset = UNSET,
        event_type: EventType | Unset = UNSET,
        description: str | Unset = UNSET,
        slug: str | Unset = UNSET,
        widget_slug: str | Unset = UNSET,
        calendar_type: CalendarType | Unset = UNSET,
        widget_type: WidgetType | Unset = UNSET,
        event_title: str | Unset = UNSET,
        event_color: str | Unset = UNSET,
        location_configurations: Sequence[LocationConfiguration] | Unset = UNSET,
        slot_duration: float | Unset = UNSET,
        slot_duration_unit: DurationUnit | Unset = UNSET,
        slot_interval: float | Unset = UNSET,
        slot_interval_unit: DurationUnit | Unset = UNSET,
        slot_buffer: float | Unset = UNSET,
        slot_buffer_unit: DurationUnit | Unset = UNSET,
        pre_buffer: float | Unset = UNSET,
        pre_buffer_unit: DurationUnit | Unset = UNSET,
        appointments_per_slot: float | Unset = UNSET,
        appointments_per_day: float | Unset = UNSET,
        allow_booking_after: float | Unset = UNSET,
        allow_booking_after_unit: BookingNoticeUnit | Unset = UNSET,
        allow_booking_for: float | Unset = UNSET,
        allow_booking_for_unit: BookingWindowUnit | Unset = UNSET,
        open_hours: Sequence[OpenHours] | Unset = UNSET,
        enable_recurring: bool | Unset = UNSET,
        recurring: Recurring | Unset = UNSET,
        form_id: str | Unset = UNSET,
        sticky_contact: bool | Unset = UNSET,
        is_live_payment_mode: bool | Unset = UNSET,
        auto_confirm: bool | Unset = UNSET,
        should_send_alert_emails_to_assigned_member: bool | Unset = UNSET,
        alert_email: str | Unset = UNSET,
        google_invitation_emails: bool | Unset = UNSET,
        allow_reschedule: bool | Unset = UNSET,
        allow_cancellation: bool | Unset = UNSET,
        should_assign_contact_to_team_member: bool | Unset = UNSET,
        should_skip_assigning_contact_for_existing: bool | Unset = UNSET,
        notes: str | Unset = UNSET,
        pixel_id: str | Unset = UNSET,
        form_submit_type: FormSubmitType | Unset = UNSET,
        form_submit_redirect_url: str | Unset = UNSET,
        form_submit_thanks_message: str | Unset = UNSET,
        availability_type: AvailabilityType | None | Unset = UNSET,
        availabilities: Sequence[Availability] | Unset = UNSET,
        guest_type: GuestType | Unset = UNSET,
        consent_label: str | Unset = UNSET,
        calendar_cover_image: str | Unset = UNSET,
        look_busy_config: LookBusyConfig | Unset = UNSET,
        options: Options | None = None,
        on_unknown: OnUnknown = "raise",
    ) -> Calendar:
        """Create a calendar.

        Creates a calendar in a location.

        POST /calendars/

        Scope: calendars.write
        Page: https://marketplace.gohighlevel.com/docs/ghl/calendars/create-calendar

        Args:
            location_id: The location that owns the calendar.
            name: The calendar's name.
            is_active: True for an active calendar, false for a draft. The API's default: true.
            notifications: Deprecated by the vendor in favour of the calendar notifications API.
            group_id: The group that lists the calendar.
            team_members: Who takes the bookings. Required for round robin, collective, class and
                service calendars; a personal calendar has exactly one.
            event_type: How a round robin shares out its bookings. The API's default:
                "RoundRobin_OptimizeForAvailability".
            description: Text for the booking page.
            slug: The end of the booking page's address, unique.
            widget_slug: The end of the widget's address.
            calendar_type: The kind of calendar; it cannot be changed later.
            widget_type: The layout of the booking widget: "default" is the layout called neo, "classic"
                the classic one. The API's default: "classic".
            event_title: The title template of its appointments. The API's default: "{{contact.name}}".
            event_color: The colour of its appointments. The API's default: "#039be5".
            location_configurations: Where the meetings of an event calendar take place.
            slot_duration: How long a meeting lasts, in slot_duration_unit. The API's default: 30.
            slot_duration_unit: The unit of slot_duration.
            slot_interval: How far apart the offered slots start, in slot_interval_unit. The API's
                default: 30.
            slot_interval_unit: The unit of slot_interval.
            slot_buffer: Time kept free after an appointment, in slot_buffer_unit.
            slot_buffer_unit: The unit of slot_buffer.
            pre_buffer: Time kept free before an appointment, in pre_buffer_unit.
            pre_buffer_unit: The unit of pre_buffer.
            appointments_per_slot: How many bookings a slot takes for each user; on a class calendar,
                its seats. The API's default: 1.
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
            auto_confirm: Whether bookings are confirmed at once. The API's default: true.
            should_send_alert_emails_to_assigned_member: Whether the assigned member gets alert e-mails.
            alert_email: An address that gets alert e-mails.
            google_invitation_emails: Whether Google Calendar sends invitations. The API's default:
                false.
            allow_reschedule: Whether the booker may reschedule. The API's default: true.
            allow_cancellation: Whether the booker may cancel. The API's default: true.
            should_assign_contact_to_team_member: Whether the contact is assigned to the booked member.
            should_skip_assigning_contact_for_existing: Whether a contact that has an owner keeps it.
            notes: Additional text for the booked.
            pixel_id: The Facebook pixel of the booking page.
            form_submit_type: What the booker sees after the booking. The API's default:
                "ThankYouMessage".
            form_submit_redirect_url: Where RedirectURL leads.
            form_submit_thanks_message: What ThankYouMessage says.
            availability_type: Which hours count: 0 only open_hours, 1 only availabilities, null both.
            availabilities: Hours of single dates. For the weekly hours there is open_hours.
            guest_type: What is asked about guests.
            consent_label: The text beside the consent checkbox.
            calendar_cover_image: The address of a cover image.
            look_busy_config: Hides a share of the free slots.
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
        response = await create_calendar(
            self._client,
            CreateCalendar(
                location_id=location_id,
                name=name,
                is_active=is_active,
                notifications=notifications,
                group_id=group_id,
                team_members=team_members,
                event_type=event_type,
                description=description,
                slug=slug,
                widget_slug=widget_slug,
                calendar_type=calendar_type,
                widget_type=widget_type,
                event_title=event_title,
                event_color=event_color,
                location_configurations=location_configurations,
                slot_duration=slot_duration,
                slot_duration_unit=slot_duration_unit,
                slot_interval=slot_interval,
                slot_interval_unit=slot_interval_unit,
                slot_buffer=slot_buffer,
                slot_buffer_unit=slot_buffer_unit,
                pre_buffer=pre_buffer,
                pre_buffer_unit=pre_buffer_unit,
                appointments_per_slot=appointments_per_slot,
                appointments_per_day=appointments_per_day,
                allow_booking_after=allow_booking_after,
                allow_booking_after_unit=allow_booking_after_unit,
                allow_booking_for=allow_booking_for,
                allow_booking_for_unit=allow_booking_for_unit,
                open_hours=open_hours,
                enable_recurring=enable_recurring,
                recurring=recurring,
                form_id=form_id,
                sticky_contact=sticky_contact,
                is_live_payment_mode=is_live_payment_mode,
                auto_confirm=auto_confirm,
                should_send_alert_emails_to_assigned_member=should_send_alert_emails_to_assigned_member,
                alert_email=alert_email,
                google_invitation_emails=google_invitation_emails,
                allow_reschedule=allow_reschedule,
                allow_cancellation=allow_cancellation,
                should_assign_contact_to_team_member=should_assign_contact_to_team_member,
                should_skip_assigning_contact_for_existing=should_skip_assigning_contact_for_existing,
                notes=notes,
                pixel_id=pixel_id,
                form_submit_type=form_submit_type,
                form_submit_redirect_url=form_submit_redirect_url,
                form_submit_thanks_message=form_submit_thanks_message,
                availability_type=availability_type,
                availabilities=availabilities,
                guest_type=guest_type,
                consent_label=consent_label,
                calendar_cover_image=calendar_cover_image,
                look_busy_config=look_busy_config,
            ),
            options=options,
            on_unknown=on_unknown,
        )
        return response.value

    async def get(self, calendar_id: str, *, options: Options | None = None) -> Calendar:
        """Read a calendar.

        Returns one calendar. Its team_members are the users whom its appointments may be assigned to.

        GET /calendars/{calendar_id}

        Scope: calendars.readonly
        Page: https://marketplace.gohighlevel.com/docs/ghl/calendars/get-calendar

        Args:
            calendar_id: The calendar.
            options: Settings of this call alone.

        Raises:
            ValidationError: a documented rule is broken; nothing was sent.
            StatusError: the API refused, its subclasses say why.
            HighLevelError: any other failure; all are subclasses of it.
        """
        response = await get_calendar(self._client, calendar_id, options=options)
        return response.value

    async def update(
        self,
        calendar_id: str,
        *,
        name: str | Unset = UNSET,
        is_active: bool | Unset = UNSET,
        notifications: Sequence[CalendarNotification] | Unset = UNSET,
        group_id: str | Unset = UNSET,
        team_members: Sequence[TeamMember] | Unset = UNSET,
        event_type: EventType | Unset = UNSET,
        description: str | Unset = UNSET,
        slug: str | Unset = UNSET,
        widget_slug: str | Unset = UNSET,
        widget_type: WidgetType | Unset = UNSET,
        event_title: str | Unset = UNSET,
        event_color: str | Unset = UNSET,
        location_configurations: Sequence[LocationConfiguration] | Unset = UNSET,
        slot_duration: float | Unset = UNSET,
        slot_duration_unit: DurationUnit | Unset = UNSET,
        slot_interval: float | Unset = UNSET,
        slot_interval_unit: DurationUnit | Unset = UNSET,
        slot_buffer: float | Unset = UNSET,
        pre_buffer: float | Unset = UNSET,
        pre_buffer_unit: DurationUnit | Unset = UNSET,
        appointments_per_slot: float | Unset = UNSET,
        appointments_per_day: float | Unset = UNSET,
        allow_booking_after: float | Unset = UNSET,
        allow_booking_after_unit: BookingNoticeUnit | Unset = UNSET,
        allow_booking_for: float | Unset = UNSET,
        allow_booking_for_unit: BookingWindowUnit | Unset = UNSET,
        open_hours: Sequence[OpenHours] | Unset = UNSET,
        enable_recurring: bool | Unset = UNSET,
        recurring: Recurring | Unset = UNSET,
        form_id: str | Unset = UNSET,
        sticky_contact: bool | Unset = UNSET,
        is_live_payment_mode: bool | Unset = UNSET,
        auto_confirm: bool | Unset = UNSET,
        should_send_alert_emails_to_assigned_member: bool | Unset = UNSET,
        alert_email: str | Unset = UNSET,
        google_invitation_emails: bool | Unset = UNSET,
        allow_reschedule: bool | Unset = UNSET,
        allow_cancellation: bool | Unset = UNSET,
        should_assign_contact_to_team_member: bool | Unset = UNSET,
        should_skip_assigning_contact_for_existing: bool | Unset = UNSET,
        notes: str | Unset = UNSET,
        pixel_id: str | Unset = UNSET,
        form_submit_type: FormSubmitType | Unset = UNSET,
        form_submit_redirect_url: str | Unset = UNSET,
        form_submit_thanks_message: str | Unset = UNSET,
        availability_type: AvailabilityType | None | Unset = UNSET,
        availabilities: Sequence[UpdateAvailability] | Unset = UNSET,
        guest_type: GuestType | Unset = UNSET,
        consent_label: str | Unset = UNSET,
        calendar_cover_image: str | Unset = UNSET,
        look_busy_config: LookBusyConfig | Unset = UNSET,
        options: Options | None = None,
    ) -> Calendar:
        """Update a calendar.

        Changes a calendar. Neither its kind nor its location can be changed.

        PUT /calendars/{calendar_id}

        Scope: calendars.write
        Page: https://marketplace.gohighlevel.com/docs/ghl/calendars/update-calendar

        Args:
            calendar_id: The calendar.
            name: The calendar's name.
            is_active: True for an active calendar, false for a draft.
            notifications: Deprecated by the vendor in favour of the calendar notifications API.
            group_id: The group that lists the calendar.
            team_members: Who takes the bookings. Required for round robin, collective, class and
                service calendars; a personal calendar has exactly one.
            event_type: How a round robin shares out its bookings.
            description: Text for the booking page.
            slug: The end of the booking page's address, unique.
            widget_slug: The end of the widget's address.
            widget_type: The layout of the booking widget: "default" is the layout called neo, "classic"
                the classic one. The API's default: "classic".
            event_title: The title template of its appointments.
            event_color: The colour of its appointments. The API's default: "#039be5".
            location_configurations: Where the meetings of an event calendar take place.
            slot_duration: How long a meeting lasts, in slot_duration_unit. The API's default: 30.
            slot_duration_unit: The unit of slot_duration.
            slot_interval: How far apart the offered slots start, in slot_interval_unit. The API's
                default: 30.
            slot_interval_unit: The unit of slot_interval.
            slot_buffer: Time kept free after an appointment, in slot_buffer_unit.
            pre_buffer: Time kept free before an appointment, in pre_buffer_unit.
            pre_buffer_unit: The unit of pre_buffer.
            appointments_per_slot: How many bookings a slot takes for each user; on a class calendar,
                its seats.
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
            form_submit_type: What the booker sees after the booking. The API's default:
                "ThankYouMessage".
            form_submit_redirect_url: Where RedirectURL leads.
            form_submit_thanks_message: What ThankYouMessage says.
            availability_type: Which hours count: 0 only open_hours, 1 only availabilities, null both.
            availabilities: Hours of single dates. For the weekly hours there is open_hours.
            guest_type: What is asked about guests.
            consent_label: The text beside the consent checkbox.
            calendar_cover_image: The address of a cover image.
            look_busy_config: Hides a share of the free slots.
            options: Settings of this call alone.

        Raises:
            ValidationError: a documented rule is broken; nothing was sent.
            StatusError: the API refused, its subclasses say why.
            HighLevelError: any other failure; all are subclasses of it.
        """
        response = await update_calendar(
            self._client,
            calendar_id,
            UpdateCalendar(
                name=name,
                is_active=is_active,
                notifications=notifications,
                group_id=group_id,
                team_members=team_members,
                event_type=event_type,
                description=description,
                slug=slug,
                widget_slug=widget_slug,
                widget_type=widget_type,
                event_title=event_title,
                event_color=event_color,
                location_configurations=location_configurations,
                slot_duration=slot_duration,
                slot_duration_unit=slot_duration_unit,
                slot_interval=slot_interval,
                slot_interval_unit=slot_interval_unit,
                slot_buffer=slot_buffer,
                pre_buffer=pre_buffer,
                pre_buffer_unit=pre_buffer_unit,
                appointments_per_slot=appointments_per_slot,
                appointments_per_day=appointments_per_day,
                allow_booking_after=allow_booking_after,
                allow_booking_after_unit=allow_booking_after_unit,
                allow_booking_for=allow_booking_for,
                allow_booking_for_unit=allow_booking_for_unit,
                open_hours=open_hours,
                enable_recurring=enable_recurring,
                recurring=recurring,
                form_id=form_id,
                sticky_contact=sticky_contact,
                is_live_payment_mode=is_live_payment_mode,
                auto_confirm=auto_confirm,
                should_send_alert_emails_to_assigned_member=should_send_alert_emails_to_assigned_member,
                alert_email=alert_email,
                google_invitation_emails=google_invitation_emails,
                allow_reschedule=allow_reschedule,
                allow_cancellation=allow_cancellation,
                should_assign_contact_to_team_member=should_assign_contact_to_team_member,
                should_skip_assigning_contact_for_existing=should_skip_assigning_contact_for_existing,
                notes=notes,
                pixel_id=pixel_id,
                form_submit_type=form_submit_type,
                form_submit_redirect_url=form_submit_redirect_url,
                form_submit_thanks_message=form_submit_thanks_message,
                availability_type=availability_type,
                availabilities=availabilities,
                guest_type=guest_type,
                consent_label=consent_label,
                calendar_cover_image=calendar_cover_image,
                look_busy_config=look_busy_config,
            ),
            options=options,
        )
        return response.value

    async def delete(self, calendar_id: str, *, options: Options | None = None) -> Success:
        """Delete a calendar.

        Deletes a calendar.

        DELETE /calendars/{calendar_id}

        Scope: calendars.write
        Page: https://marketplace.gohighlevel.com/docs/ghl/calendars/delete-calendar

        Args:
            calendar_id: The calendar.
            options: Settings of this call alone.

        Raises:
            ValidationError: a documented rule is broken; nothing was sent.
            StatusError: the API refused, its subclasses say why.
            HighLevelError: any other failure; all are subclasses of it.
        """
        response = await delete_calendar(self._client, calendar_id, options=options)
        return response.value

    async def get_slots(
        self,
        calendar_id: str,
        *,
        start_date: datetime,
        end_date: datetime,
        timezone: str | Unset = UNSET,
        user_id: str | Unset = UNSET,
        user_ids: builtins.list[str] | Unset = UNSET,
        options: Options | None = None,
    ) -> FreeSlots:
        """List free slots.

        Returns the free slots of a calendar, by date, over 31 days at most. A date without any is left out.
        To book a slot, send its string as it came: the live API refuses the same instant written in another
        way.

        GET /calendars/{calendar_id}/free-slots

        Scope: calendars.readonly
        Page: https://marketplace.gohighlevel.com/docs/ghl/calendars/get-slots

        Args:
            calendar_id: The calendar.
            start_date: Where the range starts, in milliseconds since 1970.
            end_date: Where the range ends, in milliseconds since 1970: 31 days after startDate at the
                latest.
            timezone: The IANA time zone that the slots are returned in.
            user_id: Only the slots of this user.
            user_ids: Only the slots of these users.
            options: Settings of this call alone.

        Raises:
            ValidationError: a documented rule is broken; nothing was sent.
            StatusError: the API refused, its subclasses say why.
            HighLevelError: any other failure; all are subclasses of it.
        """
        response = await get_slots(
            self._client,
            calendar_id,
            start_date=start_date,
            end_date=end_date,
            timezone=timezone,
            user_id=user_id,
            user_ids=user_ids,
            options=options,
        )
        return response.value
