"""What the five pages of the vendor's documentation say, transcribed by hand and apart from the OpenAPI file.

A line of a table is a field: its name, its type, `*` where it is required, `!` where it is deprecated, `=` and
the default, and behind a colon the values that it may have. `fields` reads the tables.
"""

from __future__ import annotations

import json
from typing import Any, NamedTuple

PAGES = "https://marketplace.gohighlevel.com/docs/ghl/calendars/"
AUTH_METHODS = ["OAuth Access Token", "Private Integration Token"]
TOKEN_TYPES = ["Sub-Account Token"]


class Field(NamedTuple):
    name: str
    type: str
    required: bool
    deprecated: bool
    default: Any
    values: list[Any]


class Page(NamedTuple):
    """One page. What a page does not say is `None`."""

    url: str
    path: str
    operation: str
    scope: str | None
    status: str | None
    request: str
    reply: str | None
    sent: dict[str, Any]
    received: dict[str, Any]


def value_of(text: str) -> Any:
    try:
        return json.loads(text)
    except ValueError:
        return text


def fields(table: str) -> dict[str, Field]:
    """The fields of a table, by their names."""
    found: dict[str, Field] = {}
    for line in table.strip().splitlines():
        facts, _, values = line.partition(" : ")
        name, kind, *flags = facts.split()
        default = next((value_of(flag[1:]) for flag in flags if flag.startswith("=")), None)
        found[name] = Field(name, kind, "*" in flags, "!" in flags, default, [value_of(v) for v in values.split()])
    return found


RESOURCE = Page(
    url=f"{PAGES}create-calendar-resource",
    path="/calendars/resources/{resourceType}",
    operation="create-calendar-resource",
    scope="calendars/resources.write",
    status="201",
    request="""
locationId    string    *
name          string    *
description   string    *
quantity      number    *
outOfService  number    *
capacity      number    *
calendarIds   string[]  *
""",
    reply="""
locationId    string    *
name          string    *
resourceType  string    * : equipments rooms
isActive      boolean   *
description   string
quantity      number
outOfService  number
capacity      number
calendarIds   string[]  *
""",
    sent={
        "locationId": "string",
        "name": "string",
        "description": "string",
        "quantity": 0,
        "outOfService": 0,
        "capacity": 0,
        "calendarIds": ["string"],
    },
    received={
        "locationId": "string",
        "name": "yoga room",
        "resourceType": "equipments",
        "isActive": True,
        "description": "string",
        "quantity": 0,
        "outOfService": 0,
        "capacity": 85,
        "calendarIds": ["Jsj0xnlDDjw0SuvX1J13", "oCM5feFC86FAAbcO7lJK"],
    },
)

GROUP_SAMPLE = {
    "locationId": "ocQHyuzHvysMo5N5VsXc",
    "name": "group a",
    "description": "group description",
    "slug": "15-mins",
    "isActive": True,
}

GROUP = Page(
    url=f"{PAGES}create-calendar-group",
    path="/calendars/groups",
    operation="create-calendar-group",
    scope="calendars/groups.write",
    status="201",
    request="""
locationId   string   *
name         string   *
description  string   *
slug         string   *
isActive     boolean
""",
    reply="""
locationId   string   *
name         string   *
description  string   *
slug         string   *
isActive     boolean
id           string
""",
    sent=GROUP_SAMPLE,
    received={"group": GROUP_SAMPLE | {"id": "ocQHyuzHvysMo5N5VsXc"}},
)

APPOINTMENT = Page(
    url=f"{PAGES}create-appointment",
    path="/calendars/events/appointments",
    operation="create-appointment",
    scope="calendars/events.write",
    status="200",
    request="""
title                     string
meetingLocationType       string   : custom zoom gmeet phone address ms_teams google
meetingLocationId         string   =default
overrideLocationConfig    boolean
appointmentStatus         string   : new confirmed cancelled showed noshow invalid
assignedUserId            string
description               string
address                   string
ignoreDateRange           boolean
toNotify                  boolean
ignoreFreeSlotValidation  boolean
rrule                     string
calendarId                string   *
locationId                string   *
contactId                 string   *
startTime                 string   *
endTime                   string
""",
    reply="""
calendarId           string   *
locationId           string   *
contactId            string   *
startTime            string
endTime              string
title                string
meetingLocationType  string   =default
appointmentStatus    string   : new confirmed cancelled showed noshow invalid
assignedUserId       string
address              string
isRecurring          boolean
rrule                string
id                   string   *
""",
    sent={
        "title": "Test Event",
        "meetingLocationType": "custom",
        "meetingLocationId": "custom_0",
        "overrideLocationConfig": True,
        "appointmentStatus": "confirmed",
        "assignedUserId": "0007BWpSzSwfiuSl0tR2",
        "description": "Booking a call to discuss the project",
        "address": "Zoom",
        "ignoreDateRange": False,
        "toNotify": False,
        "ignoreFreeSlotValidation": True,
        "rrule": "string",
        "calendarId": "CVokAlI8fgw4WYWoCtQz",
        "locationId": "C2QujeCh8ZnC7al2InWR",
        "contactId": "0007BWpSzSwfiuSl0tR2",
        "startTime": "2021-06-23T03:30:00+05:30",
        "endTime": "2021-06-23T04:30:00+05:30",
    },
    received={
        "calendarId": "CVokAlI8fgw4WYWoCtQz",
        "locationId": "C2QujeCh8ZnC7al2InWR",
        "contactId": "0007BWpSzSwfiuSl0tR2",
        "startTime": "2021-06-23T03:30:00+05:30",
        "endTime": "2021-06-23T04:30:00+05:30",
        "title": "Test Event",
        "meetingLocationType": "custom",
        "appointmentStatus": "confirmed",
        "assignedUserId": "0007BWpSzSwfiuSl0tR2",
        "address": "Zoom",
        "isRecurring": "true",
        "rrule": "string",
        "id": "0TkCdp9PfvLeWKYRRvIz",
    },
)

BLOCK_SLOT = Page(
    url=f"{PAGES}create-block-slot",
    path="/calendars/events/block-slots",
    operation="create-block-slot",
    scope="calendars/events.write",
    status="201",
    request="""
title           string
calendarId      string  *
assignedUserId  string
locationId      string  *
startTime       string
endTime         string
""",
    reply="""
id              string  *
locationId      string  *
title           string  *
startTime       object  *
endTime         object  *
calendarId      string
assignedUserId  string
""",
    sent={
        "title": "Test Event",
        "calendarId": "CVokAlI8fgw4WYWoCtQz",
        "assignedUserId": "CVokAlI8fgw4WYWoCtQz",
        "locationId": "C2QujeCh8ZnC7al2InWR",
        "startTime": "2021-06-23T03:30:00+05:30",
        "endTime": "2021-06-23T04:30:00+05:30",
    },
    received={
        "id": "0TkCdp9PfvLeWKYRRvIz",
        "locationId": "C2QujeCh8ZnC7al2InWR",
        "title": "My event",
        "startTime": "2021-06-23T03:30:00+05:30",
        "endTime": "2021-06-23T04:30:00+05:30",
        "calendarId": "CVokAlI8fgw4WYWoCtQz",
        "assignedUserId": "0007BWpSzSwfiuSl0tR2",
    },
)

BAD_REQUEST = {"statusCode": 400, "message": "Bad Request"}
UNAUTHORIZED = {
    "statusCode": 401,
    "message": "Invalid token: access token is invalid",
    "error": "Unauthorized",
}
