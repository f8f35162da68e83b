"""A client that never leaves the process, and an operation of the tests' own."""

from __future__ import annotations

import json
from collections.abc import AsyncIterator, Callable, Mapping
from contextlib import asynccontextmanager
from typing import Any, NamedTuple

import httpx
import pytest
from conftest import BASE_URL, LOCATION, TOKEN

from highlevel_calendars import CalendarsClient, Operation, Options, ValidationError, api, models
from highlevel_calendars._wire import reply_object

PAGE = "https://docs.example.com/things"


@asynccontextmanager
async def answered(answer: Callable[[httpx.Request], Any], **settings: Any) -> AsyncIterator[CalendarsClient]:
    """A client whose requests are given to `answer`; unless told otherwise it makes one attempt a call, at once."""
    values: dict[str, Any] = {
        "location_id": LOCATION,
        "base_url": BASE_URL,
        "max_retries": 0,
        "limiter": "off",
        **settings,
    }
    token = values.pop("token", TOKEN)
    async with httpx.AsyncClient(transport=httpx.MockTransport(answer)) as http:
        yield CalendarsClient(token, http_client=http, **values)


class Body:
    """A request model of whatever it is given."""

    def __init__(self, data: Mapping[str, object] | None = None) -> None:
        self._data = dict(data or {})

    def to_dict(self) -> dict[str, object]:
        return dict(self._data)


def operation(method: str = "POST", path: str = "/things", *, needs_location: bool = False) -> Operation[Any]:
    """An operation that the API does not have, which reads its reply as it is."""
    return Operation(
        id="touch-thing",
        method=method,
        path=path,
        page=PAGE,
        scope="things.write",
        location="body" if needs_location else "",
        query=(),
        envelope=(),
        read=reply_object(dict),
    )


class Target(NamedTuple):
    """An operation of the API, called by its method or by its function.

    Attributes:
        model: The request model that the function takes; empty where it takes the arguments of the method.
    """

    group: str
    function: str
    model: str
    page: str
    method: str = "create"
    reply: object = {"id": "1"}

    async def call(
        self, client: CalendarsClient, way: str, case: Case, arguments: Mapping[str, Any], **more: Any
    ) -> Any:
        """Call the operation `way`, "method" or "function", with the arguments of a case."""
        if way == "method":
            return await getattr(getattr(client, self.group), self.method)(*case.positional, **arguments, **more)
        function = getattr(api, self.function)
        if not self.model:
            return await function(client, *case.positional, **arguments, **more)
        return await function(client, *case.positional, getattr(models, self.model)(**arguments), **more)


DOCS = "https://marketplace.gohighlevel.com/docs/ghl/calendars"
CALENDAR = Target("calendars", "create_calendar", "CreateCalendar", f"{DOCS}/create-calendar")
GROUP = Target("groups", "create_calendar_group", "CreateGroup", f"{DOCS}/create-calendar-group")
RESOURCE = Target("resources", "create_calendar_resource", "CreateResource", f"{DOCS}/create-calendar-resource")
APPOINTMENT = Target("appointments", "create_appointment", "CreateAppointment", f"{DOCS}/create-appointment")
BLOCK = Target("block_slots", "create_block_slot", "CreateBlockSlot", f"{DOCS}/create-block-slot")


class Case(NamedTuple):
    """A rule: arguments that break it, and the nearest ones that do not."""

    target: Target
    rule: str
    argument: str
    broken: Mapping[str, Any]
    allowed: Mapping[str, Any]
    positional: tuple[Any, ...] = ()
    allowed_positional: tuple[Any, ...] | None = None


def refuse_to_answer(request: httpx.Request) -> httpx.Response:
    """The answer to a request that must not be sent."""
    pytest.fail(f"{request.method} {request.url} was sent: {request.content!r}")


async def violations(case: Case, way: str, **settings: Any) -> list[tuple[str, str, str]]:
    """The rule, argument and page of each violation of a broken call, none of which sends anything."""
    async with answered(refuse_to_answer, **settings) as client:
        with pytest.raises(ValidationError) as caught:
            await case.target.call(client, way, case, case.broken)
    return [(found.rule, found.argument, found.page) for found in caught.value.violations]


async def requested(
    case: Case, way: str, arguments: Mapping[str, Any], *, options: Options | None = None
) -> httpx.Request:
    """The one request of a call that is let through."""
    requests: list[httpx.Request] = []

    def accept(request: httpx.Request) -> httpx.Response:
        requests.append(request)
        return httpx.Response(200, json=case.target.reply)

    async with answered(accept) as client:
        await case.target.call(client, way, case, arguments, options=options)
    (request,) = requests
    return request


async def sent(case: Case, way: str, arguments: Mapping[str, Any], *, options: Options | None = None) -> Any:
    """The JSON body of a call that is let through."""
    return json.loads((await requested(case, way, arguments, options=options)).content)
