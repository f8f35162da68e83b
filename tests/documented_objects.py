"""What the vendor's OpenAPI file lists as the fields of what is sent and received, transcribed apart from ours.

A table stands under the name that ours has for the object, and is read by `documented_pages.fields`.
"""

from __future__ import annotations

from documented_calendar_objects import CALENDAR_OBJECTS

OBJECTS = {
    **CALENDAR_OBJECTS,
    "UpdateGroup": """
name         string  *
description  string  *
slug         string  *
""",
    "SetGroupStatus": """
isActive  boolean  *
""",
    "ValidateGroupSlug": """
locationId  string  *
slug        string  *
""",
    "SlugAvailability": """
available  boolean  *
""",
    "UpdateResource": """
locationId    string
name          string
description   string
quantity      number
outOfService  number
capacity      number
calendarIds   string[]
isActive      boolean
""",
    "UpdateAppointment": """
title                     string
meetingLocationType       string : custom zoom gmeet phone address ms_teams google
meetingLocationId         string   =default
overrideLocationConfig    boolean
appointmentStatus         string : new confirmed cancelled showed noshow invalid
assignedUserId            string
description               string
address                   string
ignoreDateRange           boolean
toNotify                  boolean
ignoreFreeSlotValidation  boolean
rrule                     string
calendarId                string
startTime                 string
endTime                   string
""",
    "UpdateBlockSlot": """
title           string
calendarId      string  *
assignedUserId  string
locationId      string  *
startTime       string
endTime         string
""",
    "Event": """
id                 string    *
address            string
title              string    *
calendarId         string    *
locationId         string    *
contactId          string    *
groupId            string    *
appointmentStatus  string    *
assignedUserId     string    *
users              string[]  *
notes              string
description        string
isRecurring        boolean
rrule              string
startTime          object    *
endTime            object    *
dateAdded          object    *
dateUpdated        object    *
assignedResources  string[]
createdBy          object
masterEventId      string
""",
    "CreatedBy": """
userId  string
source  string  *
""",
    "Succeeded": """
succeeded  boolean
""",
    "CreateNote": """
userId  string
body    string  *
""",
    "Note": """
id         string
body       string
userId     string
dateAdded  string
contactId  string
createdBy  object
""",
    "NoteAuthor": """
id    string
name  string
""",
    "NotesPage": """
notes    object[]
hasMore  boolean
""",
    "CreateNotification": """
receiverType            string    * : contact guest assignedUser emails phoneNumbers business
channel                 string    * : email inApp sms whatsapp
notificationType        string    * : booked confirmation cancellation reminder followup reschedule
isActive                boolean   =true
templateId              string
body                    string
subject                 string
afterTime               object[]
beforeTime              object[]
additionalEmailIds      string[]
additionalPhoneNumbers  string[]
selectedUsers           string[]
fromAddress             string
fromName                string
fromNumber              string
""",
    "UpdateNotification": """
receiverType            string : contact guest assignedUser emails phoneNumbers business
additionalEmailIds      string[]
additionalPhoneNumbers  string[]
selectedUsers           string[]
channel                 string : email inApp sms whatsapp
notificationType        string : booked confirmation cancellation reminder followup reschedule
isActive                boolean   =true
deleted                 boolean   =false
templateId              string
body                    string
subject                 string
afterTime               object[]
beforeTime              object[]
fromAddress             string
fromNumber              string
fromName                string
""",
    "NotificationOffset": """
timeOffset  number
unit        string
""",
    "Notification": """
_id                        string
receiverType               string : contact guest assignedUser emails phoneNumbers business
additionalEmailIds         string[]
additionalPhoneNumbers     string[]
channel                    string : email inApp sms whatsapp
notificationType           string : booked confirmation cancellation reminder followup reschedule
isActive                   boolean
additionalWhatsappNumbers  string[]
templateId                 string
body                       string
subject                    string
afterTime                  object[]
beforeTime                 object[]
selectedUsers              string[]
deleted                    boolean
""",
    "Message": """
message  string  *
""",
    "CreateSchedule": """
rules        object[]
timezone     string    *
locationId   string    *
name         string    *
userId       string    *
calendarIds  string[]
""",
    "UpdateSchedule": """
name      string
rules     object[]
timezone  string
""",
    "ScheduleRule": """
type       string    * : wday date
intervals  object[]  *
date       string
day        string : sunday monday tuesday wednesday thursday friday saturday
""",
    "ScheduleInterval": """
from  string  *
to    string  *
""",
    "Schedule": """
id           string    *
name         string    *
locationId   string    *
rules        object[]  *
timezone     string    *
dateAdded    string    *
dateUpdated  string    *
userId       string    *
calendarIds  string[]
deleted      boolean   *
""",
    "Success": """
success  boolean  *
""",
}
# Objects of ours that the vendor has only one name for.
SAME = {
    "UpdateNote": "CreateNote",
    "CalendarNotificationResponse": "CalendarNotification",
    "OpenHoursResponse": "OpenHours",
    "HoursResponse": "Hours",
    "RecurringResponse": "Recurring",
    "AvailabilityResponse": "Availability",
    "LookBusyConfigResponse": "LookBusyConfig",
    "NotificationOffsetResponse": "NotificationOffset",
    "ScheduleRuleResponse": "ScheduleRule",
    "ScheduleIntervalResponse": "ScheduleInterval",
}
