"""Calendars."""

import httpx
import pytest

from .bodies import APPOINTMENTS, LOCATION, USERS, appointment, calendar

CUSTOM = {"kind": "custom", "location": "1 Quay Rd"}


async def create(client: httpx.AsyncClient, **changes: object) -> httpx.Response:
    return await client.post("/calendars/", json=calendar(**changes))


@pytest.mark.asyncio
async def test_the_reply_has_the_documented_defaults(client: httpx.AsyncClient) -> None:
    """A calendar of two fields comes back with an id, a slug and each default of the contract."""
    reply = await create(client)
    answer = reply.json()
    created = answer["calendar"]
    assert reply.status_code == 200
    assert answer["traceId"]
    assert len(created.pop("id")) == 20
    assert created == {
        "locationId": LOCATION,
        "name": "Test calendar",
        "slug": "test-calendar",
        "isActive": True,
        "eventType": "RoundRobin_OptimizeForAvailability",
        "widgetType": "classic",
        "eventTitle": "{{contact.name}}",
        "eventColor": "#039be5",
        "slotDuration": 30,
        "slotInterval": 30,
        "appoinmentPerSlot": 1,
        "enableRecurring": False,
        "autoConfirm": True,
        "googleInvitationEmails": False,
        "allowReschedule": True,
        "allowCancellation": True,
        "formSubmitType": "ThankYouMessage",
    }


@pytest.mark.asyncio
async def test_defaults_reach_into_lists_and_spare_what_was_sent(client: httpx.AsyncClient) -> None:
    """A team member without a priority gets the medium one, and false stays false."""
    members = [{"userId": USERS["ada"]}, {"userId": USERS["ben"], "priority": 0}]
    created = (await create(client, teamMembers=members, autoConfirm=False)).json()["calendar"]
    assert [member["priority"] for member in created["teamMembers"]] == [0.5, 0]
    assert created["autoConfirm"] is False


@pytest.mark.asyncio
async def test_meeting_places_get_an_id(client: httpx.AsyncClient) -> None:
    """The places of the calendar and of its members are numbered with their kind."""
    places = [CUSTOM, {"kind": "zoom_conference"}]
    member = {"userId": USERS["ada"], "locationConfigurations": places}
    created = (await create(client, locationConfigurations=places, teamMembers=[member])).json()["calendar"]
    numbered = [CUSTOM | {"meetingId": "custom_0"}, {"kind": "zoom_conference", "meetingId": "zoom_conference_1"}]
    assert created["locationConfigurations"] == numbered
    assert created["teamMembers"][0]["locationConfigurations"] == numbered


@pytest.mark.asyncio
async def test_an_event_calendar_silently_has_no_team(client: httpx.AsyncClient) -> None:
    """The members that were sent for an event calendar are dropped without a word."""
    reply = await create(client, calendarType="event", teamMembers=[{"userId": USERS["ada"]}])
    assert reply.json()["calendar"]["teamMembers"] == []


@pytest.mark.asyncio
async def test_a_slug_is_taken_once(client: httpx.AsyncClient) -> None:
    """The second calendar of a slug is refused, and so is one of a seeded calendar's."""
    assert (await create(client, slug="mine")).status_code == 200
    for slug in ("mine", "first-call"):
        reply = await create(client, slug=slug)
        assert (reply.status_code, reply.json()["message"]) == (400, "The slug is already taken.")


@pytest.mark.asyncio
@pytest.mark.parametrize(("name", "slug"), [("Café  & Bar!", "caf-bar"), ("日本", "calendar"), ("x" * 99, "x" * 60)])
async def test_a_slug_is_made_from_the_name(client: httpx.AsyncClient, name: str, slug: str) -> None:
    """A missing slug is made of the letters and digits of the name, and made unique when it is taken."""
    first, second = [(await create(client, name=name)).json()["calendar"]["slug"] for _ in range(2)]
    assert first == slug
    assert second.startswith(f"{slug}-")


@pytest.mark.asyncio
async def test_a_team_member_must_be_a_user(client: httpx.AsyncClient) -> None:
    """A calendar for somebody who is not a user of the location is refused."""
    reply = await create(client, teamMembers=[{"userId": "noSuchUser0000000001"}])
    assert (reply.status_code, reply.json()["message"]) == (400, "User not found")


@pytest.mark.asyncio
async def test_a_new_calendar_can_be_booked(client: httpx.AsyncClient) -> None:
    """The calendar that a create answers with takes appointments at once."""
    created = (await create(client, calendarType="personal", teamMembers=[{"userId": USERS["cleo"]}])).json()
    reply = await client.post(APPOINTMENTS, json=appointment(calendarId=created["calendar"]["id"]))
    assert reply.json()["assignedUserId"] == USERS["cleo"]


@pytest.mark.asyncio
async def test_a_draft_cannot_be_booked(client: httpx.AsyncClient) -> None:
    """A calendar that is created inactive refuses bookings."""
    created = (await create(client, isActive=False)).json()
    reply = await client.post(APPOINTMENTS, json=appointment(calendarId=created["calendar"]["id"]))
    assert (reply.status_code, reply.json()["message"]) == (400, "Calendar is inactive")
