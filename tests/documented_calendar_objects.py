"""What the vendor's OpenAPI file lists as the fields of calendars, as `documented_objects` has those of the rest."""

from __future__ import annotations

# ruff: noqa: E501 - tables
CALENDAR_OBJECTS = {
    "UpdateCalendar": """
notifications                          object[]  !
groupId                                string
teamMembers                            object[]
eventType                              string : RoundRobin_OptimizeForAvailability RoundRobin_OptimizeForEqualDistribution
name                                   string
description                            string
slug                                   string
widgetSlug                             string
widgetType                             string    =classic : default classic
eventTitle                             string
eventColor                             string    =#039be5
locationConfigurations                 object[]
meetingLocation                        string    !
slotDuration                           number    =30
slotDurationUnit                       string : mins hours
preBufferUnit                          string : mins hours
slotInterval                           number    =30
slotIntervalUnit                       string : mins hours
slotBuffer                             number
preBuffer                              number
appoinmentPerSlot                      number
appoinmentPerDay                       number
allowBookingAfter                      number
allowBookingAfterUnit                  string : hours days weeks months
allowBookingFor                        number
allowBookingForUnit                    string : days weeks months
openHours                              object[]
enableRecurring                        boolean   =false
recurring                              object
formId                                 string
stickyContact                          boolean
isLivePaymentMode                      boolean
autoConfirm                            boolean
shouldSendAlertEmailsToAssignedMember  boolean
alertEmail                             string
googleInvitationEmails                 boolean
allowReschedule                        boolean
allowCancellation                      boolean
shouldAssignContactToTeamMember        boolean
shouldSkipAssigningContactForExisting  boolean
notes                                  string
pixelId                                string
formSubmitType                         string    =ThankYouMessage : RedirectURL ThankYouMessage
formSubmitRedirectURL                  string
formSubmitThanksMessage                string
availabilityType                       number : 0 1
availabilities                         object[]
guestType                              string : count_only collect_detail
consentLabel                           string
calendarCoverImage                     string
lookBusyConfig                         object
isActive                               boolean
""",
    "CalendarNotification": """
type                       string   =email : email
shouldSendToContact        boolean  *
shouldSendToGuest          boolean  *
shouldSendToUser           boolean  *
shouldSendToSelectedUsers  boolean  *
selectedUsers              string   *
""",
    "TeamMember": """
userId                  string    *
priority                number    =0.5 : 0 0.5 1
meetingLocationType     string    ! =custom : custom zoom gmeet phone address teams booker
meetingLocation         string    !
isPrimary               boolean
locationConfigurations  object[]
""",
    "LocationConfiguration": """
kind      string  * : custom zoom_conference google_conference inbound_call outbound_call physical booker ms_teams_conference
location  string
""",
    "OpenHours": """
daysOfTheWeek  number[]  *
hours          object[]  *
""",
    "Hours": """
openHour     number  *
openMinute   number  *
closeHour    number  *
closeMinute  number  *
""",
    "Recurring": """
freq                         string : DAILY WEEKLY MONTHLY
count                        number
bookingOption                string : skip continue book_next
bookingOverlapDefaultStatus  string : confirmed new
""",
    "Availability": """
date     string    *
hours    object[]  *
deleted  boolean   =false
""",
    "UpdateAvailability": """
date     string    *
hours    object[]  *
deleted  boolean   =false
id       string
""",
    "LookBusyConfig": """
enabled             boolean  * =false
LookBusyPercentage  number   *
""",
    "Calendar": """
isActive                               boolean   =true
notifications                          object[]  !
locationId                             string    *
groupId                                string
teamMembers                            object[]
eventType                              string    =RoundRobin_OptimizeForAvailability : RoundRobin_OptimizeForAvailability RoundRobin_OptimizeForEqualDistribution
name                                   string    *
description                            string
slug                                   string
widgetSlug                             string
calendarType                           string : round_robin event class_booking collective service_booking personal
widgetType                             string    =classic : default classic
eventTitle                             string    ={{contact.name}}
eventColor                             string    =#039be5
meetingLocation                        string    !
locationConfigurations                 object[]
slotDuration                           number    =30
slotDurationUnit                       string : mins hours
slotInterval                           number    =30
slotIntervalUnit                       string : mins hours
slotBuffer                             number
slotBufferUnit                         string : mins hours
preBuffer                              number
preBufferUnit                          string : mins hours
appoinmentPerSlot                      number    =1
appoinmentPerDay                       number
allowBookingAfter                      number
allowBookingAfterUnit                  string : hours days weeks months
allowBookingFor                        number
allowBookingForUnit                    string : days weeks months
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
availabilityType                       number : 0 1
availabilities                         object[]
guestType                              string : count_only collect_detail
consentLabel                           string
calendarCoverImage                     string
lookBusyConfig                         object
id                                     string    *
""",
    "TeamMemberResponse": """
userId                  string    *
priority                number    =0.5 : 0 0.5 1
meetingLocationType     string    ! =custom : custom zoom gmeet phone address teams booker
meetingLocation         string    !
isPrimary               boolean
locationConfigurations  object[]
""",
    "LocationConfigurationResponse": """
kind       string  * : custom zoom_conference google_conference inbound_call outbound_call physical booker ms_teams_conference
location   string
meetingId  string
""",
    "DaySlots": """
slots  string[]  *
""",
}
