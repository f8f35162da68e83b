"""What the page of the largest operation says, as `documented_pages` has it of the others."""

from __future__ import annotations

from typing import Any

from documented_pages import PAGES, Page

HALF_AN_HOUR = {"openHour": 11.5, "openMinute": 30, "closeHour": 11.5, "closeMinute": 30}
LOCATION = {"kind": "custom", "location": "+14455550132"}
MEMBER: dict[str, Any] = {"userId": "ocQHyuzHvysMo5N5VsXc", "priority": 0.5, "isPrimary": True}

SENT: dict[str, Any] = {
    "locationId": "ocQHyuzHvysMo5N5VsXc",
    "name": "test calendar",
    "isActive": True,
    "notifications": [
        {
            "shouldSendToContact": True,
            "shouldSendToGuest": True,
            "shouldSendToUser": True,
            "shouldSendToSelectedUsers": True,
            "selectedUsers": "user1@testemail.com,user2@testemail.com",
            "type": "email",
        }
    ],
    "groupId": "BqTwX8QFwXzpegMve9EQ",
    "teamMembers": [MEMBER | {"locationConfigurations": [LOCATION]}],
    "eventType": "RoundRobin_OptimizeForAvailability",
    "description": "this is used for testing",
    "slug": "test1",
    "widgetSlug": "test1",
    "calendarType": "round_robin",
    "widgetType": "classic",
    "eventTitle": "{{contact.name}}",
    "eventColor": "#039be5",
    "locationConfigurations": [LOCATION],
    "slotDuration": 30,
    "slotDurationUnit": "mins",
    "slotInterval": 30,
    "slotIntervalUnit": "mins",
    "slotBuffer": 123,
    "slotBufferUnit": "mins",
    "preBuffer": 123,
    "preBufferUnit": "mins",
    "appoinmentPerSlot": 1,
    "appoinmentPerDay": 123,
    "allowBookingAfter": 123,
    "allowBookingAfterUnit": "days",
    "allowBookingFor": 123,
    "allowBookingForUnit": "days",
    "openHours": [{"daysOfTheWeek": [3], "hours": [HALF_AN_HOUR]}],
    "enableRecurring": False,
    "recurring": {
        "freq": "DAILY",
        "count": 23,
        "bookingOption": "skip",
        "bookingOverlapDefaultStatus": "confirmed",
    },
    "formId": "<string>",
    "stickyContact": True,
    "isLivePaymentMode": True,
    "autoConfirm": True,
    "shouldSendAlertEmailsToAssignedMember": True,
    "alertEmail": "<string>",
    "googleInvitationEmails": False,
    "allowReschedule": True,
    "allowCancellation": True,
    "shouldAssignContactToTeamMember": True,
    "shouldSkipAssigningContactForExisting": True,
    "notes": "<string>",
    "pixelId": "<string>",
    "formSubmitType": "ThankYouMessage",
    "formSubmitRedirectURL": "<string>",
    "formSubmitThanksMessage": "<string>",
    "availabilityType": 0,
    "availabilities": [{"date": "2023-09-24T00:00:00.000Z", "hours": [HALF_AN_HOUR], "deleted": False}],
    "guestType": "count_only",
    "consentLabel": "<string>",
    "calendarCoverImage": "https://path-to-image.com",
    "lookBusyConfig": {"enabled": True, "LookBusyPercentage": 123},
}

MET = LOCATION | {"meetingId": "my_conference_id"}
RECEIVED = SENT | {
    "id": "0TkCdp9PfvLeWKYRRvIz",
    "teamMembers": [
        MEMBER | {"meetingLocationType": "custom", "meetingLocation": "<string>", "locationConfigurations": [MET]},
    ],
    "meetingLocation": "<string>",
    "locationConfigurations": [MET],
}

CALENDAR = Page(
    url=f"{PAGES}create-calendar",
    path="/calendars",
    operation="create-calendar",
    scope=None,
    status=None,
    request="""
locationId                             string    *
name                                   string    *
isActive                               boolean   =true
notifications                          object[]  !
groupId                                string
teamMembers                            object[]
eventType                              string    =RoundRobin_OptimizeForAvailability : RoundRobin_OptimizeForAvailability RoundRobin_OptimizeForEqualDistribution
description                            string
slug                                   string
widgetSlug                             string
calendarType                           string    : round_robin event class_booking collective service_booking personal
widgetType                             string    =classic : default classic
eventTitle                             string    ={{contact.name}}
eventColor                             string    =#039be5
locationConfigurations                 object[]
slotDuration                           number    =30
slotDurationUnit                       string    : mins hours
slotInterval                           number    =30
slotIntervalUnit                       string    : mins hours
slotBuffer                             number
slotBufferUnit                         string    : mins hours
preBuffer                              number
preBufferUnit                          string    : mins hours
appoinmentPerSlot                      number    =1
appoinmentPerDay                       number
allowBookingAfter                      number
allowBookingAfterUnit                  string    : hours days weeks months
allowBookingFor                        number
allowBookingForUnit                    string    : days weeks months
openHours                              object[]
enableRecurring                        boolean   =false
recurring                              object
formId                                 string
stickyContact                          boolean
isLivePaymentMode                      boolean
autoConfirm                            boolean   =true
shouldSendAlertEmailsToAssignedMember  boolean
alertEmail                             string
googleInvitationEmails                 boolean   =false
allowReschedule                        boolean   =true
allowCancellation                      boolean   =true
shouldAssignContactToTeamMember        boolean
shouldSkipAssigningContactForExisting  boolean
notes                                  string
pixelId                                string
formSubmitType                         string    =ThankYouMessage : RedirectURL ThankYouMessage
formSubmitRedirectURL                  string
formSubmitThanksMessage                string
availabilityType                       number    : 0 1
availabilities                         object[]
guestType                              string    : count_only collect_detail
calendarCoverImage                     string
lookBusyConfig                         object
""",  # noqa: E501 - a table
    reply=None,
    sent=SENT,
    received={"calendar": RECEIVED},
)
