"""Calendars."""

import httpx
import pytest

from highlevel_sandbox import Sandbox

from .api import Api
from .bodies import APPOINTMENTS, CALENDARS, LOCATION, USERS, Body, appointment, calendar, group

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


async def created(api: Api, **fields: object) -> Body:
    """A new calendar."""
    found: Body = (await api.ok("create-calendar", calendar(**fields)))["calendar"]
    return found


@pytest.mark.asyncio
async def test_calendars_are_listed(api: Api) -> None:
    """Drafts are among them unless they are not wanted, and a group has its own."""
    seeded = [*CALENDARS.values(), Sandbox.inactive_calendar_id]
    listed = (await api.ok("get-calendars", locationId=LOCATION))["calendars"]
    assert [one["id"] for one in listed] == seeded
    assert await api.ok("get-calendars", locationId=LOCATION, showDrafted=True) == {"calendars": listed}
    active = (await api.ok("get-calendars", locationId=LOCATION, showDrafted="false"))["calendars"]
    assert [one["id"] for one in active] == seeded[:-1]
    group_id = (await api.ok("create-calendar-group", group()))["group"]["id"]
    grouped = await created(api, groupId=group_id)
    assert await api.ok("get-calendars", locationId=LOCATION, groupId=group_id) == {"calendars": [grouped]}
    assert await api.refused("get-calendars") == (422, ["locationId must be a string"])


@pytest.mark.asyncio
async def test_a_calendar_is_read_as_it_was_created(api: Api) -> None:
    """The two replies are the same."""
    calendar_id = (found := await created(api))["id"]
    assert await api.ok("get-calendar", calendarId=calendar_id) == {"calendar": found}


@pytest.mark.asyncio
async def test_an_update_changes_what_it_names(api: Api) -> None:
    """All other fields keep their values, defaults too, and an explicit null is kept."""
    before = await created(api, autoConfirm=False, slotDuration=45, availabilityType=1)
    changes = {"name": "Renamed", "availabilityType": None, "isActive": False}
    changed = await api.ok("update-calendar", changes, calendarId=before["id"])
    assert changed == {"calendar": before | changes}
    assert await api.ok("get-calendar", calendarId=before["id"]) == changed


@pytest.mark.asyncio
async def test_an_update_cannot_take_a_slug(api: Api) -> None:
    """Another calendar's slug is refused, the own one is not, and the old one is free after a change."""
    before = await created(api, slug="mine")
    at = {"calendarId": before["id"]}
    assert await api.refused("update-calendar", {"slug": "first-call"}, **at) == (400, "The slug is already taken.")
    await api.ok("update-calendar", {"slug": "mine"}, **at)
    await api.ok("update-calendar", {"slug": "yours"}, **at)
    await created(api, slug="mine")


@pytest.mark.asyncio
async def test_custom_dates_are_changed_by_their_id(api: Api) -> None:
    """An entry is added without an id, and changed or removed with one; the others stay."""
    hours = [{"openHour": 9, "openMinute": 0, "closeHour": 10, "closeMinute": 0}]
    dates = [{"date": f"2030-01-0{day}T00:00:00.000Z", "hours": hours} for day in (7, 8, 9)]
    before = await created(api, availabilities=dates[:2])
    first, second = before["availabilities"]
    assert [first["date"], second["date"]] == [entry["date"] for entry in dates[:2]]
    at = {"calendarId": before["id"]}
    sent = [first | {"deleted": True}, second | {"hours": []}, dates[2]]
    changed = (await api.ok("update-calendar", {"availabilities": sent}, **at))["calendar"]["availabilities"]
    assert [(entry["date"], entry["hours"]) for entry in changed] == [(second["date"], []), (dates[2]["date"], hours)]
    assert changed[0]["id"] == second["id"]
    unknown = {"availabilities": [dates[0] | {"id": "no"}]}
    assert await api.refused("update-calendar", unknown, **at) == (400, "Availability not found")


@pytest.mark.asyncio
@pytest.mark.parametrize(
    ("kind", "body", "messages"),
    [
        ("personal", {"teamMembers": [{"userId": USERS["ada"]}, {"userId": USERS["ben"]}]}, "no more than 1 elements"),
        ("round_robin", {"teamMembers": []}, "at least 1 elements"),
        ("collective", {"teamMembers": [{"userId": USERS["ada"]}]}, "at least 1 elements with isPrimary true"),
        ("round_robin", {"enableRecurring": True}, "no more than 1 elements"),
        ("event", {"locationConfigurations": [{"kind": "zoom_conference"}]}, "must not be one of"),
    ],
)
async def test_an_update_leaves_what_a_create_could_have_made(api: Api, kind: str, body: Body, messages: str) -> None:
    """The rules of the kind hold for the calendar as it would be."""
    status, told = await api.refused("update-calendar", body, calendarId=CALENDARS[kind])
    assert status == 422
    assert messages in told[0]


@pytest.mark.asyncio
async def test_the_team_of_a_calendar_changes(api: Api) -> None:
    """New members get ids for their places, and have to be users."""
    at = {"calendarId": CALENDARS["personal"]}
    place = {"kind": "physical", "location": "1 Quay Rd"}
    team = [{"userId": USERS["cleo"], "locationConfigurations": [place]}]
    await api.ok("update-calendar", {"teamMembers": team}, **at)
    changed = await api.ok("update-calendar", {"locationConfigurations": [place]}, **at)
    numbered = [place | {"meetingId": "physical_0"}]
    assert changed["calendar"]["teamMembers"] == [
        {"userId": USERS["cleo"], "priority": 0.5, "locationConfigurations": numbered}
    ]
    assert changed["calendar"]["locationConfigurations"] == numbered
    stranger = {"teamMembers": [{"userId": "no"}]}
    assert await api.refused("update-calendar", stranger, **at) == (400, "User not found")
    same = {"calendarType": "event"}
    assert await api.refused("update-calendar", same, **at) == (422, ["property calendarType should not exist"])


@pytest.mark.asyncio
async def test_a_deleted_calendar_is_unknown(api: Api) -> None:
    """It is neither read, changed, deleted again nor booked, and its slug is free."""
    calendar_id = (await created(api, slug="mine"))["id"]
    at = {"calendarId": calendar_id}
    assert await api.ok("delete-calendar", **at) == {"success": True}
    unknown = (400, "Calendar not found")
    assert await api.refused("get-calendar", **at) == unknown
    assert await api.refused("update-calendar", {}, **at) == unknown
    assert await api.refused("delete-calendar", **at) == unknown
    assert await api.refused("get-slots", startDate=0, endDate=1, **at) == unknown
    assert await api.refused("create-appointment", appointment(**at)) == unknown
    await created(api, slug="mine")
