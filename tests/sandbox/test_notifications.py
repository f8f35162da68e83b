"""Notifications of a calendar."""

from typing import Any

import pytest

from .api import Api
from .bodies import CALENDARS

EVENT = CALENDARS["event"]
REMINDER = {"receiverType": "contact", "channel": "email", "notificationType": "reminder"}


async def create(api: Api, *requests: dict[str, Any], calendar_id: str = EVENT) -> list[dict[str, Any]]:
    created: list[dict[str, Any]] = await api.ok("create-event-notification", list(requests), calendarId=calendar_id)
    return created


async def listed(api: Api, calendar_id: str = EVENT, **query: Any) -> list[str]:
    """The ids on the page."""
    return [one["_id"] for one in await api.ok("get-event-notification", calendarId=calendar_id, **query)]


@pytest.mark.asyncio
async def test_several_are_created_at_once(api: Api) -> None:
    """An array comes back as an array, each with an id, and the seeded calendars start with none."""
    assert await listed(api) == []
    first, second = await create(
        api,
        REMINDER | {"beforeTime": [{"timeOffset": 1, "unit": "hours"}], "isActive": False},
        {"receiverType": "business", "channel": "inApp", "notificationType": "booked"},
    )
    assert len(first.pop("_id")) == 20
    assert first == REMINDER | {
        "beforeTime": [{"timeOffset": 1, "unit": "hours"}],
        "isActive": False,
        "deleted": False,
    }
    assert second["isActive"] is True
    assert await api.ok("find-event-notification", calendarId=EVENT, notificationId=second["_id"]) == second
    assert await listed(api, CALENDARS["personal"]) == []


@pytest.mark.asyncio
async def test_the_list_is_filtered_and_paged(api: Api) -> None:
    """Filters tell the active and the deleted from the others; limit and skip cut a page."""
    ids = [one["_id"] for one in await create(api, REMINDER, REMINDER | {"isActive": False}, REMINDER)]
    await api.ok("delete-event-notification", calendarId=EVENT, notificationId=ids[2])
    assert await listed(api) == await listed(api, deleted=False) == ids[:2]
    assert await listed(api, deleted=True) == ids[2:]
    assert await listed(api, isActive=True) == ids[:1]
    assert await listed(api, isActive=False) == ids[1:2]
    assert await listed(api, limit=1) == ids[:1]
    assert await listed(api, limit=5, skip=1) == ids[1:2]
    assert await listed(api, limit=-1, skip=-1) == []
    assert await api.refused("get-event-notification", calendarId=EVENT, isActive="yes") == (
        422,
        ["isActive must be a boolean value"],
    )


@pytest.mark.asyncio
async def test_an_update_answers_with_a_message(api: Api) -> None:
    """It changes the fields that are named, and no others."""
    [created] = await create(api, REMINDER | {"isActive": False, "subject": "Soon"})
    at = {"calendarId": EVENT, "notificationId": created["_id"]}
    changed = await api.ok("update-event-notification", {"subject": "Very soon"}, **at)
    assert changed == {"message": "Notification updated successfully"}
    assert await api.ok("find-event-notification", **at) == created | {"subject": "Very soon"}


@pytest.mark.asyncio
async def test_a_deleted_notification_is_only_listed(api: Api) -> None:
    """A deletion answers with a message, and the notification is unknown from then on."""
    [created] = await create(api, REMINDER)
    at = {"calendarId": EVENT, "notificationId": created["_id"]}
    assert await api.ok("delete-event-notification", **at) == {"message": "Notification deleted successfully"}
    for operation in ("find-event-notification", "delete-event-notification"):
        assert await api.refused(operation, **at) == (400, "Notification not found")
    assert await api.refused("update-event-notification", {}, **at) == (400, "Notification not found")


@pytest.mark.asyncio
async def test_what_is_unknown_is_400(api: Api) -> None:
    """The calendar has to exist, and the notification has to be one of it."""
    [created] = await create(api, REMINDER)
    foreign = {"calendarId": CALENDARS["personal"], "notificationId": created["_id"]}
    assert await api.refused("find-event-notification", **foreign) == (400, "Notification not found")
    for operation, body in (("get-event-notification", None), ("create-event-notification", [])):
        assert await api.refused(operation, body, calendarId="no") == (400, "Calendar not found")


@pytest.mark.asyncio
@pytest.mark.parametrize(
    ("body", "messages"),
    [
        (REMINDER, ["body must be an array"]),
        ([REMINDER, {}], [f"1.{name} should not be empty" for name in ("receiverType", "channel", "notificationType")]),
        ([REMINDER | {"channel": "pigeon"}], None),
        ([REMINDER | {"_id": "mine"}], ["0.property _id should not exist"]),
    ],
)
async def test_a_body_that_is_wrong(api: Api, body: Any, messages: list[str] | None) -> None:
    """Each element is checked."""
    status, told = await api.refused("create-event-notification", body, calendarId=EVENT)
    assert status == 422
    assert messages is None or told == messages
