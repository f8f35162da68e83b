"""The rate limit and its headers."""

import httpx
import pytest

from highlevel_sandbox import Sandbox
from highlevel_sandbox.limits import RateLimit

from .bodies import GROUPS, LOCATION, group


class Clock:
    """Seconds that pass only when a test lets them."""

    def __init__(self) -> None:
        self.now = 1000.0

    def __call__(self) -> float:
        return self.now


def rate_headers(reply: httpx.Response) -> dict[str, str]:
    return {name: value for name, value in reply.headers.items() if name.startswith("x-ratelimit")}


@pytest.mark.asyncio
async def test_the_burst_window(headers: dict[str, str]) -> None:
    """Of three requests in one window of two the third is 429, and ten seconds later there is room again."""
    clock = Clock()
    sandbox = Sandbox(rate_limit=2, clock=clock)
    statuses: list[int] = []
    async with httpx.AsyncClient(transport=sandbox.transport(), base_url="http://sandbox", headers=headers) as client:
        for now in (1000.0, 1009.9, 1009.99, 1010.0):
            clock.now = now
            reply = await client.post(GROUPS, json=group(slug=str(now)))
            statuses.append(reply.status_code)
            if reply.status_code == 429:
                assert reply.json() == {"statusCode": 429, "message": "Too Many Requests"}
                assert "retry-after" not in reply.headers
                assert rate_headers(reply)["x-ratelimit-remaining"] == "0"
    assert statuses == [201, 201, 429, 201]


@pytest.mark.asyncio
@pytest.mark.parametrize(
    ("body", "token", "status"),
    [
        (group(), Sandbox.token, 201),
        ({}, Sandbox.token, 422),
        (group(locationId="x"), Sandbox.token, 403),
        (group(), Sandbox.read_only_token, 401),
    ],
)
async def test_every_answer_to_a_known_token_has_the_headers(
    client: httpx.AsyncClient, body: dict[str, str], token: str, status: int
) -> None:
    """Success and refusal alike tell what is left, once the token is known."""
    reply = await client.post(GROUPS, json=body, headers={"Authorization": f"Bearer {token}"})
    told = rate_headers(reply)
    assert reply.status_code == status
    assert 86_390_000 < int(told.pop("x-ratelimit-daily-reset")) <= 86_400_000
    assert told == {
        "x-ratelimit-limit-daily": "200000",
        "x-ratelimit-daily-remaining": "199999",
        "x-ratelimit-interval-milliseconds": "10000",
        "x-ratelimit-max": "100",
        "x-ratelimit-remaining": "99",
    }


@pytest.mark.asyncio
async def test_an_answer_to_an_unknown_token_has_no_headers(client: httpx.AsyncClient) -> None:
    """Who is not known has no limit that could be told."""
    reply = await client.post(GROUPS, json=group(), headers={"Authorization": "Bearer x"})
    assert rate_headers(reply) == {}


@pytest.mark.asyncio
async def test_all_tokens_share_one_bucket(client: httpx.AsyncClient) -> None:
    """The limit is the location's, whichever token asks."""
    await client.post(GROUPS, json=group(), headers={"Authorization": f"Bearer {Sandbox.read_only_token}"})
    reply = await client.post(GROUPS, json=group())
    assert reply.json()["group"]["locationId"] == LOCATION
    assert reply.headers["x-ratelimit-remaining"] == "98"


def test_the_day_is_a_limit_of_its_own() -> None:
    """Once the day is used up no burst window helps, and the next day starts afresh."""
    clock = Clock()
    limit = RateLimit(burst=10, clock=clock, daily=2)
    granted: list[bool] = []
    for now in (0.0, 20.0, 40.0, 86_399.0, 86_400.0):
        clock.now = now
        granted.append(limit.admit().granted)
    assert granted == [True, True, False, False, True]
