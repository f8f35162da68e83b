"""Block slots."""

import httpx
import pytest

from .bodies import BLOCK_SLOTS, CALENDARS, LOCATION, USERS, Body, block


@pytest.mark.asyncio
@pytest.mark.parametrize("whose", [{"calendarId": CALENDARS["event"]}, {"assignedUserId": USERS["ben"]}])
async def test_the_reply_echoes_the_block(client: httpx.AsyncClient, whose: Body) -> None:
    """A block comes back with an id, its times as they were sent, and whatever it was set for."""
    sent = block(title="Holiday", startTime="2030-01-07T09:00:00.500+05:30", **whose)
    reply = await client.post(BLOCK_SLOTS, json=sent)
    answer = reply.json()
    assert reply.status_code == 201
    assert len(answer.pop("id")) == 20
    assert answer.pop("traceId")
    assert answer == sent
    assert answer["locationId"] == LOCATION


@pytest.mark.asyncio
async def test_a_block_without_a_title_has_an_empty_one(client: httpx.AsyncClient) -> None:
    """The title is in each reply."""
    reply = await client.post(BLOCK_SLOTS, json=block(assignedUserId=USERS["ben"]))
    assert reply.json()["title"] == ""


@pytest.mark.asyncio
@pytest.mark.parametrize(
    ("changes", "status", "message"),
    [
        *(
            ({"calendarId": CALENDARS[kind]}, 400, "The calendar is not an event calendar.")
            for kind in CALENDARS
            if kind != "event"
        ),
        ({"calendarId": "noSuchCalendar000001"}, 400, "Calendar not found"),
        ({"assignedUserId": "noSuchUser0000000001"}, 400, "User not found"),
        (
            {"assignedUserId": USERS["ben"], "endTime": "2030-01-07T09:00:00+01:00"},
            422,
            ["endTime must be after startTime"],
        ),
        (
            {"assignedUserId": USERS["ben"], "endTime": "2030-01-07T08:00:00+01:00"},
            422,
            ["endTime must be after startTime"],
        ),
    ],
)
async def test_a_block_that_makes_no_sense(
    client: httpx.AsyncClient, changes: Body, status: int, message: object
) -> None:
    """A block of another kind of calendar, of what does not exist or of no time is refused."""
    reply = await client.post(BLOCK_SLOTS, json=block(**changes))
    assert (reply.status_code, reply.json()["message"]) == (status, message)
