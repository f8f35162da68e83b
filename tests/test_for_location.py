"""A client and its siblings for other locations: the same connections, with tokens and limits of their own."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import httpx
import pytest

from highlevel_calendars import CalendarsClient, MemoryStore, OAuth
from highlevel_calendars.errors import ConfigurationError, NotInstalledError, TokenClassError, WrongLocationError
from highlevel_sandbox import Sandbox


def app(sandbox: Sandbox, base_url: str) -> OAuth:
    return OAuth(sandbox.client_id, sandbox.client_secret, store=MemoryStore(), base_url=base_url)


async def install(oauth: OAuth, code: str) -> None:
    await oauth.exchange(code, state="s", expected_state="s")


@pytest.mark.asyncio
async def test_each_location_has_its_own_token_and_limit() -> None:
    """With one OAuth, a client and its sibling see the calendars of their locations, and count their own requests."""
    sandbox = Sandbox()
    first, second = sandbox.location_ids
    async with sandbox.serve() as base_url, app(sandbox, base_url) as oauth:
        await install(oauth, sandbox.authorization_code("Company"))
        async with CalendarsClient(oauth, location_id=first, base_url=base_url) as client:
            sibling = client.for_location(second)
            ours = {calendar.id for calendar in await client.calendars.list()}
            theirs = {calendar.id for calendar in await sibling.calendars.list()}
            await sibling.calendars.list()
            assert ours >= set(sandbox.calendars.values())
            assert theirs == set(sandbox.second.calendars.values())
            assert (client.limits.remaining, sibling.limits.remaining) == (99, 98)


@pytest.mark.asyncio
async def test_a_token_that_has_ended_is_renewed_within_the_call() -> None:
    """A call whose token the API refuses as ended is made again with a new one, after one refresh."""
    times = [datetime.now(UTC)]
    sandbox = Sandbox(now=lambda: times[0])
    attempts: list[tuple[str | None, float | None]] = []
    async with sandbox.serve() as base_url, app(sandbox, base_url) as oauth:
        await install(oauth, sandbox.authorization_code())
        client = CalendarsClient(
            oauth,
            location_id=sandbox.location_id,
            base_url=base_url,
            on_attempt=lambda attempt: attempts.append((attempt.error, attempt.retry_in)),
        )
        async with client:
            times[0] += timedelta(days=2)  # for the sandbox; this process still believes in its token
            assert await client.calendars.list()
    assert attempts == [("TokenRejectedError", 0.0), (None, None)]
    assert (sandbox.rotations, sandbox.token_requests["refresh_token"]) == (1, 1)


@pytest.mark.asyncio
async def test_an_agency_alone_cannot_call() -> None:
    """A call without a location is refused before it is sent, and told how to name one."""
    sandbox = Sandbox()
    async with sandbox.serve() as base_url, app(sandbox, base_url) as oauth:
        await install(oauth, sandbox.authorization_code("Company"))
        async with CalendarsClient(oauth, base_url=base_url) as client:
            with pytest.raises(TokenClassError, match="for_location"):
                await client.calendars.list(location_id=sandbox.location_id)


@pytest.mark.asyncio
async def test_a_location_without_the_app() -> None:
    """A location that has not installed the app is named, with what to do."""
    sandbox = Sandbox()
    async with (
        sandbox.serve() as base_url,
        app(sandbox, base_url) as oauth,
        CalendarsClient(oauth, location_id="elsewhere", base_url=base_url) as client,
    ):
        with pytest.raises(NotInstalledError, match="elsewhere"):
            await client.calendars.list()


@pytest.mark.asyncio
async def test_a_sibling_takes_a_token_of_its_own() -> None:
    """Without OAuth, a sibling is given the token of its location; that of the first is not good for it."""
    sandbox = Sandbox()
    async with (
        sandbox.serve() as base_url,
        CalendarsClient(sandbox.token, location_id=sandbox.location_id, base_url=base_url) as client,
    ):
        with pytest.raises(ConfigurationError, match="one location only"):
            client.for_location(sandbox.second.location_id)
        sibling = client.for_location(sandbox.second.location_id, token=sandbox.second.token)
        assert {one.id for one in await sibling.calendars.list()} == set(sandbox.second.calendars.values())
        stranger = client.for_location(sandbox.second.location_id, token=sandbox.token)
        with pytest.raises(WrongLocationError):
            await stranger.calendars.list()


@pytest.mark.asyncio
async def test_a_sibling_ends_with_the_client() -> None:
    """Closing a sibling closes nothing; closing the client closes the connections of both."""
    sandbox = Sandbox()
    async with sandbox.serve() as base_url:
        async with CalendarsClient(sandbox.token, location_id=sandbox.location_id, base_url=base_url) as client:
            sibling = client.for_location(sandbox.location_id, token=sandbox.token)
            await sibling.aclose()
            assert await sibling.calendars.list()
            assert await client.calendars.list()
        with pytest.raises(ConfigurationError, match="closed"):
            await sibling.calendars.list()


@pytest.mark.asyncio
async def test_settings_go_along() -> None:
    """A sibling keeps the settings, and the function that is told of attempts."""
    told: list[str] = []
    requests: list[httpx.Request] = []

    def answer(request: httpx.Request) -> httpx.Response:
        requests.append(request)
        return httpx.Response(200, json={"calendars": []})

    transport = httpx.MockTransport(answer)
    client = CalendarsClient(
        "one",
        location_id="l1",
        base_url="https://x.example/v",
        version="v3",
        http_client=transport,
        on_attempt=lambda attempt: told.append(attempt.operation),
    )
    await client.for_location("l2", token="two").calendars.list()
    (request,) = requests
    assert str(request.url) == "https://x.example/v/calendars/?locationId=l2"
    assert (request.headers["authorization"], request.headers["version"]) == ("Bearer two", "v3")
    assert told == ["get-calendars"]
