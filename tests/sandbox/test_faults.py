"""Faults on purpose, over real sockets: each kind, on either side of the write."""

import asyncio
import logging
import time
from collections.abc import AsyncIterator, Callable

import httpx
import pytest
import pytest_asyncio

from highlevel_sandbox import FaultKind, Faults, Sandbox
from highlevel_sandbox.faults import KINDS

from .bodies import GROUPS, LOCATION, group

BEFORE: tuple[FaultKind, ...] = ("reset-before", "hang-before", "429", "500-before", "502-before")
AFTER: tuple[FaultKind, ...] = tuple(kind for kind in KINDS if kind not in BEFORE)


@pytest_asyncio.fixture
async def live(sandbox: Sandbox, headers: dict[str, str]) -> AsyncIterator[httpx.AsyncClient]:
    """A client that loses patience after a fifth of a second."""
    async with (
        sandbox.serve() as base_url,
        httpx.AsyncClient(base_url=base_url, headers=headers, timeout=0.2) as client,
    ):
        yield client


async def outcome(client: httpx.AsyncClient) -> object:
    """The status of a request that creates a group, or the error that it ends in."""
    try:
        return (await client.post(GROUPS, json=group())).status_code
    except httpx.TransportError as error:
        return type(error)


async def groups(sandbox: Sandbox, client: httpx.AsyncClient) -> int:
    """How many groups there are, asked for without faults and with new patience."""
    sandbox.faults = None
    reply = await client.get(GROUPS, params={"locationId": LOCATION}, timeout=5)
    return len(reply.json()["groups"])


async def until(condition: Callable[[], bool]) -> None:
    """Waits for what must come true within two seconds."""
    for _ in range(200):
        if condition():
            return
        await asyncio.sleep(0.01)
    raise AssertionError("it did not come true")


@pytest.mark.asyncio
@pytest.mark.parametrize(
    ("kind", "expected"),
    [
        ("reset-before", httpx.ReadError),
        ("reset-after", httpx.ReadError),
        ("hang-before", httpx.ReadTimeout),
        ("hang-after", httpx.ReadTimeout),
        ("429", 429),
        ("500-before", 500),
        ("500-after", 500),
        ("502-before", 502),
        ("502-after", 502),
        ("truncated", httpx.RemoteProtocolError),
        ("broken-json", 201),
    ],
)
async def test_each_kind_of_fault_is_what_it_says(
    sandbox: Sandbox,
    live: httpx.AsyncClient,
    caplog: pytest.LogCaptureFixture,
    kind: FaultKind,
    expected: object,
) -> None:
    """The client sees the fault, the request was processed or not as the kind has it, and nothing is logged."""
    faults = sandbox.faults = Faults(1, [kind])
    assert await outcome(live) == expected
    assert await groups(sandbox, live) == (0 if kind in BEFORE else 1)
    assert faults.injected == {kind: 1}
    assert [record for record in caplog.records if record.levelno >= logging.WARNING] == []


@pytest.mark.asyncio
@pytest.mark.parametrize("kind", KINDS)
async def test_faults_without_a_socket(sandbox: Sandbox, headers: dict[str, str], kind: FaultKind) -> None:
    """A client of the transport sees a broken connection as a ReadError, and a hang as its own ReadTimeout."""
    faults = sandbox.faults = Faults(1, [kind])
    transport = sandbox.transport()
    async with httpx.AsyncClient(transport=transport, base_url="http://x", headers=headers, timeout=0.05) as client:
        seen = await outcome(client)
        assert await groups(sandbox, client) == (0 if kind in BEFORE else 1)
    errors: dict[str, object] = {"reset": httpx.ReadError, "hang": httpx.ReadTimeout, "truncated": httpx.ReadError}
    statuses: dict[str, object] = {"429": 429, "500": 500, "502": 502, "broken": 201}
    assert seen == (errors | statuses)[kind.partition("-")[0]]
    assert faults.injected == {kind: 1}


@pytest.mark.asyncio
async def test_a_429_on_purpose_looks_like_the_real_one_and_costs_nothing(
    sandbox: Sandbox, client: httpx.AsyncClient
) -> None:
    """It has the documented body and the rate headers, and the limit is not charged for it."""
    sandbox.faults = Faults(1, ["429"])
    reply = await client.post(GROUPS, json=group())
    assert (reply.status_code, reply.json()) == (429, {"statusCode": 429, "message": "Too Many Requests"})
    assert reply.headers["x-ratelimit-interval-milliseconds"] == "10000"
    assert "retry-after" not in reply.headers
    sandbox.faults = None
    reply = await client.post(GROUPS, json=group())
    assert reply.headers["x-ratelimit-remaining"] == "99"


@pytest.mark.asyncio
async def test_a_429_on_purpose_to_an_unknown_token_has_no_headers(sandbox: Sandbox, client: httpx.AsyncClient) -> None:
    """Who is not known has no limit that could be told."""
    sandbox.faults = Faults(1, ["429"])
    reply = await client.post(GROUPS, json=group(), headers={"Authorization": "Bearer x"})
    assert (reply.status_code, "x-ratelimit-max" in reply.headers) == (429, False)


@pytest.mark.asyncio
@pytest.mark.parametrize(("kind", "charged"), [("500-before", "99"), ("500-after", "98")])
async def test_only_a_processed_request_is_charged(
    sandbox: Sandbox, client: httpx.AsyncClient, kind: FaultKind, charged: str
) -> None:
    """The rate limit counts what was processed, and nothing that met a fault before."""
    sandbox.faults = Faults(1, [kind])
    await client.post(GROUPS, json=group())
    sandbox.faults = None
    reply = await client.post(GROUPS, json=group(slug="other"))
    assert reply.headers["x-ratelimit-remaining"] == charged


@pytest.mark.asyncio
async def test_a_gateway_answers_in_html(sandbox: Sandbox, client: httpx.AsyncClient) -> None:
    """A 502 is a page for a browser, and a 500 is JSON."""
    sandbox.faults = Faults(1, ["502-before"])
    reply = await client.post(GROUPS, json=group())
    assert reply.headers["content-type"].startswith("text/html")
    assert "502 Bad Gateway" in reply.text
    sandbox.faults = Faults(1, ["500-before"])
    reply = await client.post(GROUPS, json=group())
    assert reply.json() == {"statusCode": 500, "message": "Internal server error"}


@pytest.mark.asyncio
@pytest.mark.parametrize(("body", "status"), [(group(), 201), (group(locationId="x"), 403), ({}, 422)])
async def test_broken_json_keeps_the_status(
    sandbox: Sandbox, client: httpx.AsyncClient, body: dict[str, str], status: int
) -> None:
    """A success stays one and a refusal stays one, but neither can be read."""
    sandbox.faults = Faults(1, ["broken-json"])
    reply = await client.post(GROUPS, json=body)
    assert reply.status_code == status
    with pytest.raises(ValueError, match=r"Unterminated|Expecting"):
        reply.json()


@pytest.mark.asyncio
@pytest.mark.parametrize("kind", ["hang-before", "hang-after"])
async def test_nothing_hangs_for_ever(sandbox: Sandbox, live: httpx.AsyncClient, kind: FaultKind) -> None:
    """A hang ends in a reset once it was held for as long as it may be."""
    sandbox.faults = Faults(1, [kind], hold=0.05)
    assert await outcome(live) == httpx.ReadError


@pytest.mark.asyncio
async def test_a_server_ends_at_once_although_requests_hang(
    sandbox: Sandbox, headers: dict[str, str], caplog: pytest.LogCaptureFixture
) -> None:
    """Requests that hang are let go within a second, without a word in the log."""
    faults = sandbox.faults = Faults(1, ["hang-before", "hang-after"])
    async with httpx.AsyncClient(headers=headers) as client:
        async with sandbox.serve() as base_url:
            requests = [asyncio.create_task(client.post(f"{base_url}{GROUPS}", json=group())) for _ in range(5)]
            await until(lambda: faults.injected.total() == 5)
            began = time.monotonic()
        assert time.monotonic() - began < 1
        ends = await asyncio.gather(*requests, return_exceptions=True)
    assert [type(end) for end in ends] == [httpx.RemoteProtocolError] * 5
    assert [record for record in caplog.records if record.levelno >= logging.WARNING] == []


@pytest.mark.asyncio
async def test_a_client_that_leaves_a_hanging_request_leaves_nothing_behind(
    sandbox: Sandbox, live: httpx.AsyncClient
) -> None:
    """The request of a client that lost its patience ends with the connection."""
    before = asyncio.all_tasks()
    sandbox.faults = Faults(1, ["hang-before"])
    assert await outcome(live) == httpx.ReadTimeout
    await until(lambda: asyncio.all_tasks() <= before)


async def drawn(sandbox: Sandbox, client: httpx.AsyncClient, faults: Faults) -> list[int]:
    """The statuses of fifty requests with these faults."""
    sandbox.faults = faults
    return [(await client.get(GROUPS, params={"locationId": LOCATION})).status_code for _ in range(50)]


@pytest.mark.asyncio
async def test_a_seed_repeats_the_faults(headers: dict[str, str]) -> None:
    """The same seed gives the same faults to the same requests, and a made-up one can be asked for."""
    sandbox = Sandbox(rate_limit=1000)
    kinds: list[FaultKind] = ["500-before", "502-before"]
    async with httpx.AsyncClient(transport=sandbox.transport(), base_url="http://x", headers=headers) as client:
        first = Faults(0.5, kinds)
        statuses = await drawn(sandbox, client, first)
        assert statuses == await drawn(sandbox, client, Faults(0.5, kinds, first.seed))
        assert set(statuses) == {200, 500, 502}
        assert first.injected == {"500-before": statuses.count(500), "502-before": statuses.count(502)}
        assert statuses != await drawn(sandbox, client, Faults(0.5, kinds, first.seed + 1))


@pytest.mark.asyncio
async def test_a_rate_of_zero_is_no_faults(sandbox: Sandbox, client: httpx.AsyncClient) -> None:
    """With a rate of 0 nothing goes wrong."""
    assert set(await drawn(sandbox, client, Faults(0))) == {200}


TOKEN_FORM = {"client_id": Sandbox.client_id, "client_secret": Sandbox.client_secret, "grant_type": "refresh_token"}


@pytest.mark.asyncio
@pytest.mark.parametrize(
    ("only", "hit"),
    [
        (("api",), ["get-groups", "create-calendar-group"]),
        (("get-groups",), ["get-groups"]),
        (("token",), ["token"]),
        (("api", "token"), ["get-groups", "create-calendar-group", "token"]),
        (("installedLocations", "locationToken"), ["locationToken", "installedLocations"]),
    ],
)
async def test_faults_can_be_narrowed(
    sandbox: Sandbox, client: httpx.AsyncClient, only: tuple[str, ...], hit: list[str]
) -> None:
    """Only the operations that are named meet faults; OAuth's do only where they are named."""
    sandbox.faults = Faults(1, ["502-before"], only=only)
    replies = {
        "get-groups": await client.get(GROUPS, params={"locationId": LOCATION}),
        "create-calendar-group": await client.post(GROUPS, json=group()),
        "token": await client.post("/oauth/token", data=TOKEN_FORM),
        "locationToken": await client.post("/oauth/locationToken"),
        "installedLocations": await client.get("/oauth/installedLocations"),
    }
    assert [name for name, reply in replies.items() if reply.status_code == 502] == hit


@pytest.mark.parametrize(
    ("build", "reason"),
    [
        (lambda: Faults(1.5), "The rate of faults is 1.5; give a share from 0 to 1"),
        (lambda: Faults(float("nan")), "The rate of faults is nan"),
        (lambda: Faults(0.5, []), "No kind of fault is named"),
        (lambda: Faults(0.5, ["flood"]), "There is no kind of fault 'flood'; give a list of some of reset-before, "),  # type: ignore[list-item]
        (lambda: Faults(0.5, "429"), "There is no kind of fault '429'; give a list"),  # type: ignore[arg-type]
        (lambda: Faults(0.5, only=["tokens"]), "There is no operation 'tokens'; give a list of some of api, token, "),
        (lambda: Faults(0.5, hold=-1), "cannot hang for -1 seconds"),
    ],
)
def test_faults_that_cannot_be_are_refused(build: Callable[[], Faults], reason: str) -> None:
    """A bad rate, kind, name or hold is told at once, with what to give in its place."""
    with pytest.raises(ValueError, match=reason):
        build()
