"""Every operation of the SDK against Prism, which checks requests by the OpenAPI file alone."""

from __future__ import annotations

import asyncio
import inspect
import os
import shutil
import socket
import subprocess
import time
from collections.abc import AsyncIterator, Iterator
from datetime import UTC, date, datetime, timedelta, timezone
from pathlib import Path
from typing import Any, NamedTuple

import httpx
import pytest
import pytest_asyncio
import yaml
from reply_kinds import KINDS
from wire import Call
from wire_calls import CALLS

from highlevel_calendars import CalendarsClient, Options, errors
from highlevel_calendars.models import (
    Availability,
    CalendarNotification,
    Hours,
    LocationConfiguration,
    LookBusyConfig,
    OpenHours,
    Recurring,
    TeamMember,
)

REPO = Path(__file__).resolve().parents[2]
DOCUMENT = REPO / "openapi" / "calendars.yaml"
SECONDS_TO_START = 60.0
KOLKATA = timezone(timedelta(hours=5, minutes=30))
NINE = datetime(2026, 1, 31, 9, tzinfo=KOLKATA)
TEN = datetime(2026, 1, 31, 10, tzinfo=UTC)
HOURS = Hours(open_hour=9, open_minute=0, close_hour=17.5, close_minute=60)
PLACE = LocationConfiguration(kind="physical", location="1 Quay Rd")


class Case(NamedTuple):
    """Arguments of an operation: the fewest that it takes, and all of the others."""

    group: str
    least: dict[str, Any]
    others: dict[str, Any]
    path: tuple[str, ...] = ()


CASES = {
    "create-appointment": Case(
        "appointments",
        {"calendar_id": "c", "contact_id": "p", "start_time": NINE},
        {
            "location_id": "l",
            "end_time": TEN,
            "title": "Übung 🗓",
            "meeting_location_type": "ms_teams",
            "meeting_location_id": "custom_0",
            "override_location_config": True,
            "appointment_status": "noshow",
            "assigned_user_id": "u",
            "description": "",
            "address": "Zoom",
            "ignore_date_range": False,
            "to_notify": False,
            "ignore_free_slot_validation": True,
            "rrule": "RRULE:FREQ=DAILY;INTERVAL=1;COUNT=5",
        },
    ),
    "create-block-slot": Case(
        "block_slots",
        {"start_time": NINE, "end_time": TEN, "assigned_user_id": "u"},
        {"location_id": "l", "calendar_id": "c", "title": "Away"},
    ),
    "create-calendar-group": Case(
        "groups",
        {"name": "Group", "description": "", "slug": "group"},
        {"location_id": "l", "is_active": False},
    ),
    "create-calendar-resource": Case(
        "resources",
        {"name": "Room", "description": "Blue", "calendar_ids": []},
        {"location_id": "l", "quantity": 2, "out_of_service": 0.5, "capacity": 4},
        path=("rooms",),
    ),
    "create-calendar": Case(
        "calendars",
        {"name": "Calendar"},
        {
            "location_id": "l",
            "is_active": True,
            "notifications": [
                CalendarNotification(
                    type_="email",
                    should_send_to_contact=True,
                    should_send_to_guest=False,
                    should_send_to_user=True,
                    should_send_to_selected_users=True,
                    selected_users="a@example.com,b@example.com",
                )
            ],
            "group_id": "g",
            "team_members": [
                TeamMember(user_id="u", priority=0.5, is_primary=True, location_configurations=[PLACE]),
            ],
            "event_type": "RoundRobin_OptimizeForEqualDistribution",
            "description": "Words",
            "slug": "calendar",
            "widget_slug": "widget",
            "calendar_type": "round_robin",
            "widget_type": "default",
            "event_title": "{{contact.name}}",
            "event_color": "#039be5",
            "location_configurations": [LocationConfiguration(kind="zoom_conference")],
            "slot_duration": 45,
            "slot_duration_unit": "mins",
            "slot_interval": 1,
            "slot_interval_unit": "hours",
            "slot_buffer": 0,
            "slot_buffer_unit": "mins",
            "pre_buffer": 5,
            "pre_buffer_unit": "mins",
            "appointments_per_slot": 1,
            "appointments_per_day": 8,
            "allow_booking_after": 2,
            "allow_booking_after_unit": "weeks",
            "allow_booking_for": 3,
            "allow_booking_for_unit": "months",
            "open_hours": [OpenHours(days_of_the_week=[1, 2, 3], hours=[HOURS])],
            "enable_recurring": True,
            "recurring": Recurring(
                freq="MONTHLY", count=24, booking_option="book_next", booking_overlap_default_status="new"
            ),
            "form_id": "f",
            "sticky_contact": True,
            "is_live_payment_mode": False,
            "auto_confirm": False,
            "should_send_alert_emails_to_assigned_member": True,
            "alert_email": "a@example.com",
            "google_invitation_emails": True,
            "allow_reschedule": False,
            "allow_cancellation": False,
            "should_assign_contact_to_team_member": True,
            "should_skip_assigning_contact_for_existing": True,
            "notes": "Ring twice",
            "pixel_id": "1",
            "form_submit_type": "RedirectURL",
            "form_submit_redirect_url": "https://example.com",
            "form_submit_thanks_message": "Thanks",
            "availability_type": None,
            "availabilities": [Availability(date=date(2026, 2, 28), hours=[HOURS], deleted=False)],
            "guest_type": "collect_detail",
            "consent_label": "I agree",
            "calendar_cover_image": "https://example.com/a.png",
            "look_busy_config": LookBusyConfig(enabled=True, look_busy_percentage=50),
        },
    ),
}


def prism_command() -> str:
    """Where Prism is, or the reason to skip."""
    command = os.environ.get("PRISM_BIN") or str(REPO / "node_modules" / ".bin" / "prism")
    if shutil.which(command) is None:
        pytest.skip("Prism is not installed; run `make tools` (needs Node)")
    return command


def wait_for(port: int, process: subprocess.Popen[bytes], output: Path) -> None:
    """Come back when somebody listens on the port; fail with what Prism has said when nobody does."""
    until = time.monotonic() + SECONDS_TO_START
    while time.monotonic() < until and process.poll() is None:
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.05)
    pytest.fail(f"Prism did not start:\n{output.read_text(errors='replace')}")


@pytest.fixture(scope="module")
def prism(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a Prism that serves the OpenAPI file for the length of the module."""
    command = prism_command()
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
    output = tmp_path_factory.mktemp("prism") / "output.txt"
    arguments = ["mock", "--host", "127.0.0.1", "--port", str(port), "--errors", str(DOCUMENT)]
    with (
        output.open("wb") as sink,
        subprocess.Popen([command, *arguments], stdin=subprocess.DEVNULL, stdout=sink, stderr=sink) as process,
    ):
        try:
            wait_for(port, process, output)
            yield f"http://127.0.0.1:{port}"
        finally:
            process.terminate()
            try:
                process.wait(10)
            except subprocess.TimeoutExpired:
                process.kill()


@pytest_asyncio.fixture
async def client(prism: str, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[CalendarsClient]:
    monkeypatch.setenv("no_proxy", "*")
    # Its headers are made up, those of the rate limit among them.
    values: dict[str, Any] = {"location_id": "location", "max_retries": 0, "limiter": "off"}
    async with CalendarsClient("pit-token", base_url=prism, **values) as client:
        yield client


async def call(client: CalendarsClient, case: Case, arguments: dict[str, Any], *, validate: bool = True) -> Any:
    create = getattr(client, case.group).create
    return await create(*case.path, **arguments, options=Options(validate=validate))


def test_every_operation_has_a_call() -> None:
    """An operation that is added to the OpenAPI file needs a call in the tables of what is sent."""
    paths: dict[str, Any] = yaml.safe_load(DOCUMENT.read_text(encoding="utf-8"))["paths"]
    found = {item[method]["operationId"] for item in paths.values() for method in item if not method.startswith("x-")}
    assert {call.operation for call in CALLS.values()} == found


each_call = pytest.mark.parametrize("wire_call", CALLS.values(), ids=CALLS)


@pytest.mark.asyncio
@each_call
async def test_every_operation_passes(client: CalendarsClient, wire_call: Call) -> None:
    """Prism takes each operation with the fewest and with all of its arguments, and the SDK understands the answers."""
    kind = KINDS[wire_call.operation]
    for arguments in (wire_call.least, wire_call.arguments):
        found = await wire_call.make(client, "method", arguments)
        for model in found if kind.many else [found]:
            assert type(model) is kind.model
        assert not kind.many or len(found) > 0


@pytest.mark.asyncio
@each_call
async def test_every_operation_is_looked_at(prism: str, wire_call: Call) -> None:
    """Prism refuses each request without its token or its Version, and one with a body that has a key too many."""
    query, content = wire_call.wire_query(wire_call.arguments), wire_call.wire_body(wire_call.arguments)
    method, path = wire_call.request.split()
    url = f"{path}?{query}" if query else path
    whole = {"Authorization": "Bearer t", "Version": "2021-04-15"}
    without = [{name: value for name, value in whole.items() if name != missing} for missing in ("", *whole)]
    async with httpx.AsyncClient(base_url=prism, trust_env=False) as http:
        statuses = [(await http.request(method, url, headers=headers, json=content)).status_code for headers in without]
        assert [statuses[0] // 100, *statuses[1:]] == [2, 401, 422]
        if content is not None:
            unknown = [*content, {}] if isinstance(content, list) else {**content, "colour": "red"}
            assert (await http.request(method, url, headers=whole, json=unknown)).status_code == 422


@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_a_case_has_arguments_of_its_method(case: Case) -> None:
    """What a case passes the method takes; that each argument is passed somewhere is what the tables are for."""
    client = CalendarsClient("pit-token")
    signature = inspect.signature(getattr(client, case.group).create)
    asyncio.run(client.aclose())
    keywords = {name for name, item in signature.parameters.items() if item.kind is inspect.Parameter.KEYWORD_ONLY}
    assert {*case.least, *case.others} <= keywords


@pytest.mark.asyncio
@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
async def test_the_fewest_arguments_pass(client: CalendarsClient, case: Case) -> None:
    """Prism takes the smallest request that the SDK sends, and the SDK understands the answer."""
    assert (await call(client, case, case.least)).id


@pytest.mark.asyncio
@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
async def test_all_arguments_pass(client: CalendarsClient, case: Case) -> None:
    """Prism takes a request with every field that there is; exclusive ones are sent one after the other."""
    both = case.least | case.others
    exclusive = [{"calendar_id"}, {"assigned_user_id"}] if case.group == "block_slots" else [set[str]()]
    for left_out in exclusive:
        arguments = {name: value for name, value in both.items() if name not in left_out}
        assert (await call(client, case, arguments)).id


WRONG: dict[str, tuple[str, dict[str, Any]]] = {
    "a missing field": ("create-appointment", {"calendar_id": None}),
    "a time that is none": ("create-block-slot", {"title": 7}),
    "an unknown value": ("create-appointment", {"appointment_status": "completed"}),
    "too many": ("create-calendar-resource", {"calendar_ids": ["c"] * 101}),
    "another type": ("create-calendar-group", {"name": 7}),
    "an unknown kind": ("create-calendar", {"calendar_type": "weekly"}),
}


@pytest.mark.asyncio
@pytest.mark.parametrize(("operation", "change"), WRONG.values(), ids=WRONG)
async def test_a_refused_request_is_unprocessable(
    client: CalendarsClient, operation: str, change: dict[str, Any]
) -> None:
    """What is sent unchecked and refused with 422 comes back as the error for that."""
    case = CASES[operation]
    with pytest.raises(errors.UnprocessableError) as caught:
        await call(client, case, case.least | change, validate=False)
    assert (caught.value.operation, caught.value.status, caught.value.attempts) == (operation, 422, 1)


UPDATES: dict[str, tuple[str, dict[str, Any]]] = {
    "a page that is too large": ("list notes", {"limit": 21, "offset": 0}),
    "a page of nothing": ("search schedules", {"user_id": "u", "limit": 0}),
    "a boolean that is none": ("list calendars", {"show_drafted": "maybe"}),
    "a zone of one word": ("update a schedule", {"timezone": "UTC"}),
    "a note that is too long": ("update a note", {"body": "x" * 5001}),
    "a block for both": ("move a block of a user", {"calendar_id": "c", "assigned_user_id": "u"}),
    "a series that asks for free slots": ("update an appointment", {"rrule": "RRULE:FREQ=DAILY"}),
}


@pytest.mark.asyncio
@pytest.mark.parametrize(("name", "arguments"), UPDATES.values(), ids=UPDATES)
async def test_a_refused_update_or_query_is_unprocessable(
    client: CalendarsClient, name: str, arguments: dict[str, Any]
) -> None:
    """Methods, paths and queries of the other operations are looked at as well."""
    with pytest.raises(errors.UnprocessableError) as caught:
        await CALLS[name].make(client, "method", arguments, options=Options(validate=False))
    assert (caught.value.operation, caught.value.status) == (CALLS[name].operation, 422)


@pytest.mark.asyncio
async def test_prism_refuses_what_the_sdk_would_not_send(prism: str) -> None:
    """Prism really looks at the requests: the token and the Version that the SDK always sends are demanded."""
    body = {"locationId": "l", "name": "n", "description": "d", "slug": "s"}
    whole = {"Authorization": "Bearer t", "Version": "2021-04-15"}
    statuses = []
    async with httpx.AsyncClient(base_url=prism, trust_env=False) as http:
        for missing in ("nothing", "Authorization", "Version"):
            headers = {name: value for name, value in whole.items() if name != missing}
            statuses.append((await http.post("/calendars/groups", json=body, headers=headers)).status_code)
    assert statuses == [201, 401, 422]
