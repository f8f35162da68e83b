"""Notes on appointments."""

from typing import Any

import pytest

from .api import Api
from .bodies import CONTACTS, USERS, appointment

INVALID = "The event id is invalid."


async def book(api: Api) -> str:
    booked_id: str = (await api.ok("create-appointment", appointment(ignoreFreeSlotValidation=True)))["id"]
    return booked_id


async def write(api: Api, appointment_id: str, body: str = "Bring a towel", **fields: Any) -> dict[str, Any]:
    reply = await api("create-appointment-note", {"body": body} | fields, appointmentId=appointment_id)
    assert reply.status_code == 201
    note: dict[str, Any] = reply.json()["note"]
    return note


@pytest.mark.asyncio
async def test_a_note_tells_its_author_and_contact(api: Api) -> None:
    """A note of a user is that user's, and one of nobody the integration's."""
    appointment_id = await book(api)
    note = await write(api, appointment_id, userId=USERS["ben"])
    assert len(note.pop("id")) == 20
    assert note == {
        "body": "Bring a towel",
        "userId": USERS["ben"],
        "contactId": CONTACTS["nia"],
        "dateAdded": "2030-01-01T00:00:00.000Z",
        "createdBy": {"id": USERS["ben"], "name": "Ben Quill"},
    }
    assert (await write(api, appointment_id))["createdBy"] == {"name": "Private Integration"}


@pytest.mark.asyncio
async def test_notes_come_in_pages(api: Api) -> None:
    """Each page tells whether there are more, and the notes of another appointment are not among them."""
    appointment_id, other_id = await book(api), await book(api)
    written = [await write(api, appointment_id, f"Note {number}") for number in range(3)]
    await write(api, other_id)
    pages = [
        await api.ok("get-appointment-notes", appointmentId=appointment_id, limit=2, offset=offset)
        for offset in (0, 2, 3)
    ]
    assert [page["notes"] for page in pages] == [written[:2], written[2:], []]
    assert [page["hasMore"] for page in pages] == [True, False, False]


@pytest.mark.asyncio
@pytest.mark.parametrize(
    ("query", "messages"),
    [
        ({}, ["limit must be an integer number", "offset must be an integer number"]),
        ({"limit": 21, "offset": 0}, ["limit must not be greater than 20"]),
        ({"limit": 0, "offset": -1}, ["limit must not be less than 1", "offset must not be less than 0"]),
        ({"limit": "ten", "offset": 0.5}, ["limit must be an integer number", "offset must be an integer number"]),
    ],
)
async def test_a_page_has_its_limits(api: Api, query: dict[str, Any], messages: list[str]) -> None:
    """Limit and offset are both required, and whole."""
    refused = await api.refused("get-appointment-notes", appointmentId=await book(api), **query)
    assert (refused[0], sorted(refused[1])) == (422, messages)


@pytest.mark.asyncio
async def test_a_note_is_changed_and_deleted(api: Api) -> None:
    """The text changes, its author stays, and a deleted note is gone."""
    appointment_id = await book(api)
    note = await write(api, appointment_id, userId=USERS["ben"])
    at = {"appointmentId": appointment_id, "noteId": note["id"]}
    changed = await api.ok("update-appointment-note", {"body": "Bring two", "userId": USERS["ada"]}, **at)
    assert changed == {"note": note | {"body": "Bring two", "userId": USERS["ada"]}}
    assert await api.ok("delete-appointment-note", **at) == {"success": True}
    page = await api.ok("get-appointment-notes", appointmentId=appointment_id, limit=20, offset=0)
    assert page == {"notes": [], "hasMore": False}
    assert await api.refused("delete-appointment-note", **at) == (400, "Note not found")


@pytest.mark.asyncio
async def test_what_is_unknown_is_400(api: Api) -> None:
    """Appointment, note and user have to exist, and the note has to be one of the appointment."""
    appointment_id, other_id = await book(api), await book(api)
    note_id = (await write(api, appointment_id))["id"]
    text = {"body": "x"}
    assert await api.refused("get-appointment-notes", appointmentId="no", limit=1, offset=0) == (400, INVALID)
    assert await api.refused("create-appointment-note", text, appointmentId="no") == (400, INVALID)
    foreign = {"appointmentId": other_id, "noteId": note_id}
    assert await api.refused("update-appointment-note", text, **foreign) == (400, "Note not found")
    unknown = {"appointmentId": appointment_id, "noteId": "no"}
    assert await api.refused("update-appointment-note", text, **unknown) == (400, "Note not found")
    stranger = text | {"userId": "no"}
    assert await api.refused("create-appointment-note", stranger, appointmentId=appointment_id) == (
        400,
        "User not found",
    )
    at = {"appointmentId": appointment_id, "noteId": note_id}
    assert await api.refused("update-appointment-note", stranger, **at) == (400, "User not found")
    await api.ok("delete-event", {}, eventId=appointment_id)
    assert await api.refused("delete-appointment-note", **at) == (400, INVALID)


@pytest.mark.asyncio
async def test_a_text_has_its_length(api: Api) -> None:
    """5000 characters are a note, and one more is not."""
    appointment_id = await book(api)
    assert len((await write(api, appointment_id, "x" * 5000))["body"]) == 5000
    refused = await api.refused("create-appointment-note", {"body": "x" * 5001}, appointmentId=appointment_id)
    assert refused == (422, ["body must be shorter than or equal to 5000 characters"])
