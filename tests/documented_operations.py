"""The operations of the vendor's OpenAPI file for Version 2021-04-15, transcribed apart from ours."""

from __future__ import annotations

from documented_pages import Field, fields

# ruff: noqa: E501 - tables
# The operationId, method, path, status of success and scope of each operation.
OPERATIONS = {
    line.split()[0]: tuple(line.split()[1:])
    for line in """
get-groups                     get     /calendars/groups                                       200  calendars/groups.readonly
create-calendar-group          post    /calendars/groups                                       201  calendars/groups.write
validate-groups-slug           post    /calendars/groups/validate-slug                         200  calendars/groups.write
delete-group                   delete  /calendars/groups/{groupId}                             200  calendars/groups.write
edit-group                     put     /calendars/groups/{groupId}                             200  calendars/groups.write
disable-group                  put     /calendars/groups/{groupId}/status                      200  calendars/groups.write
create-appointment             post    /calendars/events/appointments                          200  calendars/events.write
edit-appointment               put     /calendars/events/appointments/{eventId}                200  calendars/events.write
get-appointment                get     /calendars/events/appointments/{eventId}                200  calendars/events.readonly
get-calendar-events            get     /calendars/events                                       200  calendars/events.readonly
get-blocked-slots              get     /calendars/blocked-slots                                200  calendars/events.readonly
create-block-slot              post    /calendars/events/block-slots                           201  calendars/events.write
edit-block-slot                put     /calendars/events/block-slots/{eventId}                 201  calendars/events.write
get-slots                      get     /calendars/{calendarId}/free-slots                      200  calendars.readonly
update-calendar                put     /calendars/{calendarId}                                 200  calendars.write
get-calendar                   get     /calendars/{calendarId}                                 200  calendars.readonly
delete-calendar                delete  /calendars/{calendarId}                                 200  calendars.write
delete-event                   delete  /calendars/events/{eventId}                             201  calendars/events.write
get-appointment-notes          get     /calendars/appointments/{appointmentId}/notes           200  calendars/events.readonly
create-appointment-note        post    /calendars/appointments/{appointmentId}/notes           201  calendars/events.write
update-appointment-note        put     /calendars/appointments/{appointmentId}/notes/{noteId}  200  calendars/events.write
delete-appointment-note        delete  /calendars/appointments/{appointmentId}/notes/{noteId}  200  calendars/events.write
get-calendar-resource          get     /calendars/resources/{resourceType}/{id}                200  calendars/resources.readonly
update-calendar-resource       put     /calendars/resources/{resourceType}/{id}                200  calendars/resources.write
delete-calendar-resource       delete  /calendars/resources/{resourceType}/{id}                200  calendars/resources.write
fetch-calendar-resources       get     /calendars/resources/{resourceType}                     200  calendars/resources.readonly
create-calendar-resource       post    /calendars/resources/{resourceType}                     201  calendars/resources.write
get-event-notification         get     /calendars/{calendarId}/notifications                   200  calendars/events.readonly
create-event-notification      post    /calendars/{calendarId}/notifications                   200  calendars/events.write
find-event-notification        get     /calendars/{calendarId}/notifications/{notificationId}  200  calendars/events.readonly
update-event-notification      put     /calendars/{calendarId}/notifications/{notificationId}  200  calendars/events.write
delete-event-notification      delete  /calendars/{calendarId}/notifications/{notificationId}  200  calendars/events.write
getAllSchedules                get     /calendars/schedules/search                             200  calendars.readonly
getScheduleById                get     /calendars/schedules/{id}                               200  calendars.readonly
updateSchedule                 put     /calendars/schedules/{id}                               200  calendars.write
deleteSchedule                 delete  /calendars/schedules/{id}                               200  calendars.write
createSchedule                 post    /calendars/schedules                                    201  calendars.write
add-calendar-to-schedule       put     /calendars/schedules/{id}/associations/{calendarId}     200  calendars.write
remove-calendar-from-schedule  delete  /calendars/schedules/{id}/associations/{calendarId}     200  calendars.write
get-calendars                  get     /calendars/                                             200  calendars.readonly
create-calendar                post    /calendars/                                             200  calendars.write
""".strip().splitlines()
}

# The parameters of path and query: the operationId, where, and then as a field of a page.
_PARAMETERS = """
get-groups                     query  locationId      string    *
delete-group                   path   groupId         string    *
edit-group                     path   groupId         string    *
disable-group                  path   groupId         string    *
edit-appointment               path   eventId         string    *
get-appointment                path   eventId         string    *
get-calendar-events            query  locationId      string    *
get-calendar-events            query  userId          string
get-calendar-events            query  calendarId      string
get-calendar-events            query  groupId         string
get-calendar-events            query  startTime       string    *
get-calendar-events            query  endTime         string    *
get-blocked-slots              query  locationId      string    *
get-blocked-slots              query  userId          string
get-blocked-slots              query  calendarId      string
get-blocked-slots              query  groupId         string
get-blocked-slots              query  startTime       string    *
get-blocked-slots              query  endTime         string    *
edit-block-slot                path   eventId         string    *
get-slots                      path   calendarId      string    *
get-slots                      query  startDate       number    *
get-slots                      query  endDate         number    *
get-slots                      query  timezone        string
get-slots                      query  userId          string
get-slots                      query  userIds         string[]
update-calendar                path   calendarId      string    *
get-calendar                   path   calendarId      string    *
delete-calendar                path   calendarId      string    *
delete-event                   path   eventId         string    *
get-appointment-notes          query  limit           number    *
get-appointment-notes          query  offset          number    *
get-appointment-notes          path   appointmentId   string    *
create-appointment-note        path   appointmentId   string    *
update-appointment-note        path   appointmentId   string    *
delete-appointment-note        path   appointmentId   string    *
get-calendar-resource          path   resourceType    string    * : equipments rooms
get-calendar-resource          path   id              string    *
update-calendar-resource       path   resourceType    string    * : equipments rooms
update-calendar-resource       path   id              string    *
delete-calendar-resource       path   resourceType    string    * : equipments rooms
delete-calendar-resource       path   id              string    *
fetch-calendar-resources       path   resourceType    string    * : equipments rooms
fetch-calendar-resources       query  locationId      string    *
fetch-calendar-resources       query  limit           number    *
fetch-calendar-resources       query  skip            number    *
create-calendar-resource       path   resourceType    string    * : equipments rooms
get-event-notification         path   calendarId      string    *
get-event-notification         query  isActive        boolean
get-event-notification         query  deleted         boolean
get-event-notification         query  limit           number    =100
get-event-notification         query  skip            number    =0
create-event-notification      path   calendarId      string    *
find-event-notification        path   calendarId      string    *
find-event-notification        path   notificationId  string    *
update-event-notification      path   calendarId      string    *
update-event-notification      path   notificationId  string    *
delete-event-notification      path   calendarId      string    *
delete-event-notification      path   notificationId  string    *
getAllSchedules                query  locationId      string    *
getAllSchedules                query  userId          string    *
getAllSchedules                query  calendarId      string
getAllSchedules                query  skip            number    =0
getAllSchedules                query  limit           number    =50
getScheduleById                path   id              string    *
updateSchedule                 path   id              string    *
deleteSchedule                 path   id              string    *
add-calendar-to-schedule       path   id              string    *
add-calendar-to-schedule       path   calendarId      string    *
remove-calendar-from-schedule  path   id              string    *
remove-calendar-from-schedule  path   calendarId      string    *
get-calendars                  query  locationId      string    *
get-calendars                  query  groupId         string
get-calendars                  query  showDrafted     boolean   =true
"""


def parameters(operation: str, place: str) -> dict[str, Field]:
    """The parameters of an operation in the path or in the query, by their names."""
    lines = (line.split(maxsplit=2) for line in _PARAMETERS.strip().splitlines())
    return fields("\n".join(line[2] for line in lines if line[:2] == [operation, place]))
