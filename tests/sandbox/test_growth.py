"""What requests cost when much has been booked, in documents that are read."""

import json
from collections.abc import Awaitable, Callable
from datetime import timedelta
from typing import Any

import pytest

from highlevel_sandbox import Sandbox, store

from .api import Api
from .bodies import CALENDARS, NOW, appointment

NOW_MS = int(NOW.timestamp()) * 1000


@pytest.fixture
def sandbox() -> Sandbox:
    return Sandbox(rate_limit=10_000, now=lambda: NOW)


@pytest.mark.asyncio
async def test_requests_read_no_more_documents_when_much_is_booked_elsewhere(
    api: Api, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Booking, moving, reading, deleting and annotating cost what they did before a year filled up around them."""
    before = await cost_of_a_day(api, monkeypatch, "2030-01-07")
    for day in range(10, 360, 2):
        start = (NOW + timedelta(days=day)).isoformat()
        booked = await api.ok("create-appointment", appointment("round_robin", startTime=start))
        await api.ok("create-appointment-note", {"body": "x"}, appointmentId=booked["id"])
    assert await cost_of_a_day(api, monkeypatch, "2030-12-28") == before


async def cost_of_a_day(api: Api, monkeypatch: pytest.MonkeyPatch, day: str) -> list[int]:
    """How many documents each of the requests of an ordinary day reads."""
    read = 0

    class Counting:
        """The json module, as the store sees it."""

        dumps = staticmethod(json.dumps)

        @staticmethod
        def loads(text: str) -> Any:
            nonlocal read
            read += 1
            return json.loads(text)

    async def cost(request: Callable[[], Awaitable[Any]]) -> tuple[int, Any]:
        nonlocal read
        read = 0
        with monkeypatch.context() as patched:
            patched.setattr(store, "json", Counting)
            reply = await request()
        return read, reply

    time = f"{day}T10:00:00+01:00"
    booking, booked = await cost(lambda: api.ok("create-appointment", appointment("round_robin", startTime=time)))
    named = {"appointmentId": booked["id"]}
    requests: list[Callable[[], Awaitable[Any]]] = [
        lambda: api.ok("edit-appointment", {"startTime": f"{day}T12:00:00+01:00"}, eventId=booked["id"]),
        lambda: api.ok("create-appointment-note", {"body": "x"}, **named),
        lambda: api.ok("get-appointment-notes", **named, limit=20, offset=0),
        lambda: api.ok("get-calendars", locationId=Sandbox.location_id),
        lambda: api.ok("get-slots", calendarId=CALENDARS["personal"], startDate=NOW_MS, endDate=NOW_MS + 1),
        lambda: api.ok("delete-event", {}, eventId=booked["id"]),
    ]
    return [booking, *[(await cost(request))[0] for request in requests]]
