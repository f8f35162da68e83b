"""An update of an appointment that keeps its status: what is read, what is written, and when neither happens."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from typing import Any, Literal

import httpx
import pytest
from support import answered

from highlevel_calendars import UNSET, CalendarsClient, Options, ValidationError, errors
from highlevel_calendars.models import Appointment

START = datetime(2026, 8, 25, 8, tzinfo=UTC)
PATH = "/calendars/events/appointments/m1_1729821600000_1800"
Status = Literal["new", "confirmed", "cancelled", "showed", "noshow", "invalid"]


class Api:
    """Answers a read with an appointment of a status, and a write with what was written; keeps all requests."""

    def __init__(self, read: Any) -> None:
        self._read = read
        self.requests: list[tuple[str, str, Any]] = []
        self.headers: list[httpx.Headers] = []

    def answer(self, request: httpx.Request) -> httpx.Response:
        body = json.loads(request.content) if request.content else None
        self.requests.append((request.method, request.url.raw_path.decode(), body))
        self.headers.append(request.headers)
        if request.method == "GET":
            return self._read if isinstance(self._read, httpx.Response) else httpx.Response(200, json=self._read)
        return httpx.Response(200, json={"id": "a", **body})


async def updated(api: Api, options: Options | None = None, **arguments: Any) -> Appointment:
    async with answered(api.answer) as client:
        return await client.appointments.update("m1_1729821600000_1800", **arguments, options=options)


@pytest.mark.parametrize(
    ("read", "status"),
    [
        ({"appointment": {"id": "a", "appointmentStatus": "cancelled"}}, "cancelled"),
        ({"event": {"id": "a", "appointmentStatus": "noshow"}}, "noshow"),
        ({"id": "a", "appoinmentStatus": "new"}, "new"),
        ({"appointment": {"id": "a", "appointmentStatus": "showed", "appoinmentStatus": "confirmed"}}, "showed"),
        ({"appointment": {"id": "a", "appointmentStatus": "completed"}}, "completed"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
@pytest.mark.asyncio
async def test_the_status_is_read_and_written(read: dict[str, Any], status: str) -> None:
    """With keep_status the appointment is read first, and its status is written with what is changed."""
    api = Api(read)
    appointment = await updated(api, title="T", keep_status=True)
    assert api.requests == [("GET", PATH, None), ("PUT", PATH, {"title": "T", "appointmentStatus": status})]
    assert appointment.appointment_status == status


@pytest.mark.parametrize("status", ["new", "confirmed", "cancelled", "showed", "noshow", "invalid"])
@pytest.mark.parametrize("keep", [True, False])
@pytest.mark.asyncio
async def test_a_status_that_is_given_is_written(status: Status, keep: bool) -> None:
    """A status that the call names is written as it is, and nothing is read, with keep_status or without."""
    api = Api({"id": "a", "appointmentStatus": "invalid"})
    await updated(api, appointment_status=status, keep_status=keep)
    assert api.requests == [("PUT", PATH, {"appointmentStatus": status})]


@pytest.mark.parametrize(
    "read",
    [
        {"appointment": {"id": "a"}},
        {"appointment": {"id": "a", "appointmentStatus": None}},
        {"appointment": {"id": "a", "appointmentStatus": ""}},
        {"appointment": {"id": "a", "appointmentStatus": 5}},
        {"appointment": {"id": "a", "status": "booked"}},
    ],
    ids=["none", "null", "empty", "a number", "another field"],
)
@pytest.mark.parametrize("options", [None, Options(validate=False)], ids=["checked", "not checked"])
@pytest.mark.asyncio
async def test_a_read_without_a_status_writes_nothing(read: dict[str, Any], options: Options | None) -> None:
    """Where the appointment is read without a status there is none to keep: nothing is written, checked or not."""
    api = Api(read)
    with pytest.raises(ValidationError) as caught:
        await updated(api, options, start_time=START, keep_status=True)
    assert [violation[:2] for violation in caught.value.violations] == [("status-choice", "appointment_status")]
    assert caught.value.operation == "edit-appointment"
    assert [request[0] for request in api.requests] == ["GET"]


@pytest.mark.parametrize("given", [{}, {"appointment_status": UNSET}, {"keep_status": False}], ids=str)
@pytest.mark.asyncio
async def test_neither_a_status_nor_its_keeping(given: dict[str, Any]) -> None:
    """Without a status and without keep_status nothing is read and nothing is written."""
    api = Api({"id": "a", "appointmentStatus": "cancelled"})
    with pytest.raises(ValidationError, match="keep_status=True") as caught:
        await updated(api, title="T", **given)
    assert [violation[:2] for violation in caught.value.violations] == [("status-choice", "appointment_status")]
    assert api.requests == []


@pytest.mark.asyncio
async def test_without_validation_no_status_is_sent() -> None:
    """Who switches the rules off may leave the status to the API."""
    api = Api({"id": "a", "appointmentStatus": "cancelled"})
    await updated(api, Options(validate=False), title="T")
    assert api.requests == [("PUT", PATH, {"title": "T"})]


@pytest.mark.asyncio
async def test_a_read_that_fails_writes_nothing() -> None:
    """An error of the read is that of the call, under the name of the operation that failed."""
    api = Api(httpx.Response(404, json={"message": "no such event"}))
    with pytest.raises(errors.NotFoundError) as caught:
        await updated(api, title="T", keep_status=True)
    assert caught.value.operation == "get-appointment"
    assert [request[0] for request in api.requests] == ["GET"]


@pytest.mark.asyncio
async def test_the_settings_of_the_call_are_those_of_both_requests() -> None:
    """The headers of a call go with its read and with its write."""
    api = Api({"id": "a", "appointmentStatus": "new"})
    await updated(api, Options(headers={"X-Request-Id": "r-1"}), title="T", keep_status=True)
    assert [headers["x-request-id"] for headers in api.headers] == ["r-1", "r-1"]


@pytest.mark.asyncio
async def test_only_an_update_of_an_appointment_keeps_something() -> None:
    """No other method has the argument."""
    client = CalendarsClient("t")
    with pytest.raises(TypeError, match="keep_status"):
        await client.block_slots.update("b", keep_status=True)  # type: ignore[call-arg]
