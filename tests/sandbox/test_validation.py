"""What the contract forbids is told in the sentences of the vendor's validator, all at once."""

import httpx
import pytest

from .bodies import (
    APPOINTMENTS,
    BLOCK_SLOTS,
    CALENDARS,
    GROUPS,
    ROOMS,
    USERS,
    Body,
    appointment,
    block,
    calendar,
    group,
    resource,
)

HOURS = {"openHour": 9, "openMinute": 0, "closeHour": 17, "closeMinute": 0}
ADA = {"userId": USERS["ada"]}
BEN = {"userId": USERS["ben"]}
ZOOM = {"kind": "zoom_conference"}


@pytest.mark.asyncio
@pytest.mark.parametrize(
    ("path", "body", "messages"),
    [
        (GROUPS, group(colour="red"), ["property colour should not exist"]),
        (GROUPS, group(name=5, isActive="yes"), ["name must be a string", "isActive must be a boolean value"]),
        (GROUPS, group(slug=None), ["slug must be a string"]),
        (
            APPOINTMENTS,
            appointment(startTime="2030-01-07T10:00:00"),
            ["startTime must be a valid ISO 8601 date string"],
        ),
        (
            APPOINTMENTS,
            appointment(startTime="2030-01-07T10:00:00Z\n"),
            ["startTime must be a valid ISO 8601 date string"],
        ),
        (
            APPOINTMENTS,
            appointment(startTime="2030-02-30T10:00:00Z"),
            ["startTime must be a valid ISO 8601 date string"],
        ),
        (
            APPOINTMENTS,
            appointment(appointmentStatus="no_show"),
            ["appointmentStatus must be a valid enum value"],
        ),
        (
            APPOINTMENTS,
            appointment(meetingLocationType="moon", meetingLocationId="custom_0"),
            [
                "meetingLocationType must be one of the following values:"
                " custom, zoom, gmeet, phone, address, ms_teams, google"
            ],
        ),
        (
            APPOINTMENTS,
            appointment(rrule="RRULE:FREQ=DAILY"),
            ["ignoreFreeSlotValidation must be equal to true"],
        ),
        (
            APPOINTMENTS,
            appointment(rrule="DTSTART:20300107T100000Z", ignoreFreeSlotValidation=True),
            ["rrule must not match [Dd][Tt][Ss][Tt][Aa][Rr][Tt] regular expression"],
        ),
        (
            APPOINTMENTS,
            appointment(meetingLocationId="custom_0", overrideLocationConfig=True),
            ["overrideLocationConfig must be equal to false"],
        ),
        (BLOCK_SLOTS, block(), ["assignedUserId should not be empty"]),
        (
            BLOCK_SLOTS,
            block(calendarId=CALENDARS["event"], assignedUserId=USERS["ada"]),
            ["properties calendarId and assignedUserId should not exist together"],
        ),
        ("/calendars/", {}, ["locationId must be a string", "name must be a string"]),
        (
            "/calendars/",
            calendar(openHours=[{"daysOfTheWeek": [1, 2], "hours": [HOURS]}]),
            ["openHours.0.daysOfTheWeek must be a valid day of week"],
        ),
        (
            "/calendars/",
            calendar(openHours=[{"daysOfTheWeek": [7], "hours": [HOURS | {"closeHour": 24}]}]),
            [
                "openHours.0.daysOfTheWeek must be a valid day of week",
                "openHours.0.hours.0.closeHour must not be greater than 23",
            ],
        ),
        (
            "/calendars/",
            calendar(openHours=[{"daysOfTheWeek": [1], "hours": [{**HOURS, "break": 1, "openHour": -1}]}]),
            [
                "openHours.0.hours.0.property break should not exist",
                "openHours.0.hours.0.openHour must not be less than 0",
            ],
        ),
        (
            "/calendars/",
            calendar(teamMembers=[{"priority": 2}]),
            [
                "teamMembers.0.userId must be a string",
                "teamMembers.0.priority must be one of the following values: 0, 0.5, 1",
            ],
        ),
        ("/calendars/", calendar(teamMembers=["ada"]), ["each value in teamMembers must be an object"]),
        ("/calendars/", calendar(calendarType="round_robin"), ["teamMembers should not be empty"]),
        (
            "/calendars/",
            calendar(calendarType="personal", teamMembers=[ADA, BEN]),
            ["teamMembers must contain no more than 1 elements"],
        ),
        (
            "/calendars/",
            calendar(calendarType="collective", teamMembers=[ADA, BEN]),
            ["teamMembers must contain at least 1 elements with isPrimary true"],
        ),
        (
            "/calendars/",
            calendar(teamMembers=[ADA | {"isPrimary": True}, BEN | {"isPrimary": True}]),
            ["teamMembers must contain no more than 1 elements with isPrimary true"],
        ),
        (
            "/calendars/",
            calendar(calendarType="event", locationConfigurations=[ZOOM]),
            [
                "locationConfigurations.0.kind must not be one of the following values:"
                " zoom_conference, google_conference, ms_teams_conference"
            ],
        ),
        (
            "/calendars/",
            calendar(locationConfigurations=[ZOOM | {"location": "https://example.com"}]),
            ["locationConfigurations.0.property location should not exist"],
        ),
        (
            "/calendars/",
            calendar(availabilityType=2),
            ["availabilityType must be one of the following values: 0, 1 or must be null"],
        ),
        (
            "/calendars/",
            calendar(availabilities=[{"date": "2030-01-07", "hours": []}]),
            [
                r"availabilities.0.date must match ^\d{4}-\d{2}-\d{2}T00:00:00\.000Z$ regular expression",
            ],
        ),
        ("/calendars/", calendar(slotDuration=True), ["slotDuration must be a number"]),
        (ROOMS, resource(calendarIds=[1]), ["each value in calendarIds must be a string"]),
        (
            ROOMS,
            resource(calendarIds=["x"] * 101),
            ["calendarIds must contain no more than 100 elements"],
        ),
        (
            "/calendars/resources/planes",
            resource(),
            ["resourceType must be one of the following values: equipments, rooms"],
        ),
    ],
)
async def test_what_the_contract_forbids(client: httpx.AsyncClient, path: str, body: Body, messages: list[str]) -> None:
    """A request that breaks the contract is a 422 with one sentence for each fault."""
    reply = await client.post(path, json=body)
    answer = reply.json()
    assert reply.status_code == 422
    assert answer.pop("message") == messages
    assert answer.pop("traceId")
    assert answer == {"error": "Unprocessable Entity", "statusCode": 422}


@pytest.mark.asyncio
@pytest.mark.parametrize(
    "body",
    [
        calendar(availabilityType=None),
        calendar(availabilityType=1),
        calendar(openHours=[{"daysOfTheWeek": [0], "hours": [HOURS | {"openHour": 11.5}]}]),
        calendar(calendarType="collective", teamMembers=[ADA | {"isPrimary": True}, BEN]),
        calendar(calendarType="round_robin", teamMembers=[ADA, BEN], locationConfigurations=[ZOOM]),
    ],
)
async def test_what_the_contract_allows(client: httpx.AsyncClient, body: Body) -> None:
    """The edges of the contract are accepted."""
    reply = await client.post("/calendars/", json=body)
    assert reply.status_code == 200
