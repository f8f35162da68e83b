"""Consent, codes, and the tokens of locations and agencies, against the sandbox."""

from __future__ import annotations

import asyncio
import gc
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

import httpx
import pytest

from highlevel_calendars import CalendarsClient, _retry, errors
from highlevel_calendars.auth import InstalledLocation, MemoryStore, OAuth, SQLiteStore
from highlevel_calendars.auth.protocol import bound
from highlevel_calendars.auth.static import StaticToken
from highlevel_sandbox import FaultKind, Faults, Sandbox

from .support import BASE_URL, CALLBACK, LOCATION, Clock, app, asked, install, reply

SECOND = "sandboxLocation00002"


def test_the_address_of_consent() -> None:
    """The page of consent is given the app, the scopes, the way back, and a state that is never the same."""
    oauth = OAuth("client", "secret", store=MemoryStore(), redirect_uri=CALLBACK)
    first, second = (oauth.authorize_url(["calendars.readonly", "oauth.write"]) for _ in range(2))
    address = urlsplit(first.url)
    assert address._replace(query="").geturl() == "https://marketplace.gohighlevel.com/v2/oauth/chooselocation"
    assert parse_qs(address.query) == {
        "response_type": ["code"],
        "client_id": ["client"],
        "redirect_uri": [CALLBACK],
        "scope": ["calendars.readonly oauth.write"],
        "state": [first.state],
    }
    assert len(first.state) >= 43
    assert first.state != second.state
    assert oauth.authorize_url("a b", page="https://x/y").url.startswith("https://x/y?response_type=code&")


def test_without_a_way_back_nobody_is_sent_away() -> None:
    """An address of consent needs redirect_uri."""
    with pytest.raises(errors.ConfigurationError, match="redirect_uri"):
        OAuth("client", "secret", store=MemoryStore()).authorize_url(["a"])


@pytest.mark.parametrize(
    ("state", "expected"),
    [("a", "b"), ("", ""), (None, None), ("a", None), (None, "a"), ("a", ""), ("é", "e"), ("\udc80", "\udc81")],
)
@pytest.mark.asyncio
async def test_a_code_with_another_state_is_not_used(
    oauth: OAuth, sandbox: Sandbox, state: str | None, expected: str | None
) -> None:
    """A code whose state is not the expected one, or that has none, is not sent anywhere."""
    with pytest.raises(errors.StateMismatchError, match="authorize_url"):
        await oauth.exchange(sandbox.authorization_code(), state=state, expected_state=expected)
    assert sandbox.token_requests.total() == 0


@pytest.mark.asyncio
async def test_from_consent_to_a_call(oauth: OAuth, sandbox: Sandbox, http: httpx.AsyncClient) -> None:
    """A code becomes tokens of a location, with which a client of that location makes calls."""
    request = oauth.authorize_url(["calendars.readonly"])
    tokens = await oauth.exchange(sandbox.authorization_code(), state=request.state, expected_state=request.state)
    assert (tokens.user_type, tokens.location_id, tokens.company_id) == ("Location", LOCATION, sandbox.company_id)
    auth = oauth.for_location(LOCATION)
    async with CalendarsClient(auth, location_id=LOCATION, base_url=BASE_URL, http_client=http) as client:
        assert [calendar.id for calendar in await client.calendars.list()]
    assert sandbox.token_requests == {"authorization_code": 1}


@pytest.mark.asyncio
async def test_a_token_that_the_api_takes_for_expired(
    oauth: OAuth, sandbox: Sandbox, clock: Clock, http: httpx.AsyncClient
) -> None:
    """When the API says Invalid JWT before the clock does, the token is refreshed once and the call is replayed."""
    await install(oauth, sandbox)
    auth = oauth.for_location(LOCATION)
    async with CalendarsClient(auth, location_id=LOCATION, base_url=BASE_URL, http_client=http) as client:
        await client.calendars.list()
        slow = Clock()
        slow.time = clock.time
        for grant in (auth, oauth._endpoint):  # type: ignore[attr-defined]
            grant._now = slow
        clock.forward(days=2)
        await asyncio.gather(*(client.calendars.list() for _ in range(10)))
    assert (sandbox.rotations, sandbox.token_requests["refresh_token"]) == (1, 1)


@pytest.mark.parametrize(
    ("status", "message", "kind"),
    [
        (401, "The token is not authorized for this scope.", errors.ScopeMissingError),
        (401, "version header is invalid", errors.VersionRejectedError),
        (401, "This authClass type is not allowed to access this scope.", errors.TokenClassError),
        (401, "Command timed out", errors.AuthenticationError),
        (403, "The token does not have access to this location.", errors.WrongLocationError),
    ],
)
@pytest.mark.asyncio
async def test_what_a_refresh_would_not_cure_causes_none(
    status: int, message: str, kind: type[errors.HighLevelError]
) -> None:
    """Trouble with the scope, the location, the version or the gateway is raised, and no token is asked for."""
    paths: list[str] = []

    def answer(request: httpx.Request) -> httpx.Response:
        paths.append(request.url.path)
        if request.url.path == "/oauth/token":
            return httpx.Response(200, json=reply())
        return httpx.Response(status, json={"statusCode": status, "message": message})

    async with (
        asked(answer) as http,
        OAuth("c", "s", store=MemoryStore(), base_url=BASE_URL, http_client=http) as oauth,
    ):
        await oauth.exchange("code", state="s", expected_state="s")
        auth = oauth.for_location(LOCATION)
        async with CalendarsClient(auth, location_id=LOCATION, base_url=BASE_URL, http_client=http) as client:
            with pytest.raises(kind):
                await client.calendars.list()
    assert paths == ["/oauth/token", "/calendars/"]


@pytest.mark.asyncio
async def test_an_agency_opens_its_locations(oauth: OAuth, sandbox: Sandbox, http: httpx.AsyncClient) -> None:
    """An agency's tokens become those of its locations when they are needed, once for each, and are kept."""
    tokens = await install(oauth, sandbox, "Company")
    assert (tokens.user_type, tokens.location_id) == ("Company", None)
    for location_id in sandbox.location_ids:
        auth = oauth.for_location(location_id)
        assert len(set(await asyncio.gather(*(auth.token() for _ in range(20))))) == 1
        async with CalendarsClient(auth, location_id=location_id, base_url=BASE_URL, http_client=http) as client:
            assert await client.calendars.list()
    assert oauth.for_location(LOCATION) is oauth.for_location(LOCATION)


@pytest.mark.asyncio
async def test_two_processes_exchange_the_token_of_an_agency_once() -> None:
    """Apps that share a store, and find no tokens of a location at the same time, ask for them once."""
    paths: list[str] = []

    async def answer(request: httpx.Request) -> httpx.Response:
        paths.append(request.url.path)
        await asyncio.sleep(0.01)
        fields = {"userType": "Company", "locationId": None} if request.url.path == "/oauth/token" else {}
        return httpx.Response(200, json=reply(**fields))

    store = MemoryStore()
    async with asked(answer) as http:
        apps = [
            OAuth("c", "s", store=store, base_url=BASE_URL, http_client=http, company_id="company") for _ in range(4)
        ]
        await apps[0].exchange("code", state="s", expected_state="s")
        await asyncio.gather(*(app.for_location(LOCATION).token() for app in apps[1:] for _ in range(5)))
    assert paths == ["/oauth/token", "/oauth/locationToken"]


@pytest.mark.asyncio
async def test_a_code_is_not_used_when_its_tokens_cannot_be_saved(
    sandbox: Sandbox, http: httpx.AsyncClient, tmp_path: Path
) -> None:
    """A store that does not work is found out before the code is used, which would work once."""
    async with app(sandbox, SQLiteStore(tmp_path / "none" / "tokens.db"), http_client=http) as oauth:
        with pytest.raises(errors.StoreError):
            await install(oauth, sandbox)
    assert sandbox.token_requests.total() == 0


@pytest.mark.asyncio
async def test_an_agency_whose_token_has_ended(oauth: OAuth, sandbox: Sandbox, clock: Clock) -> None:
    """The agency's own token is refreshed first, once, however many locations need it."""
    await install(oauth, sandbox, "Company")
    clock.forward(days=2)
    auths = [oauth.for_location(location_id) for location_id in sandbox.location_ids]
    await asyncio.gather(*(auth.token() for auth in auths for _ in range(10)))
    assert sandbox.token_requests == {"authorization_code": 1, "refresh_token": 1}


@pytest.mark.asyncio
async def test_a_location_that_cannot_be_refreshed_is_had_from_its_agency(
    sandbox: Sandbox, clock: Clock, http: httpx.AsyncClient
) -> None:
    """When the refresh token of a location is used up, its agency's token is exchanged again."""
    store = MemoryStore()
    async with app(sandbox, store, http_client=http, now=clock) as oauth:
        await install(oauth, sandbox, "Company")
        await oauth.for_location(LOCATION).token()
    key = f"{sandbox.client_id}/location/{LOCATION}"
    old = await store.load(key)
    clock.forward(days=2)
    async with app(sandbox, store, http_client=http, now=clock) as oauth:
        await oauth.for_location(LOCATION).token()
    clock.forward(days=2)
    await store.save(key, old, replacing=await store.load(key))  # type: ignore[arg-type]
    async with app(sandbox, store, http_client=http, now=clock) as oauth:
        await oauth.for_location(LOCATION).token()
    latest = await store.load(key)
    assert latest is not None
    assert latest.issued_at == clock.time


@pytest.mark.asyncio
async def test_a_location_of_its_own_that_cannot_be_refreshed(oauth: OAuth, sandbox: Sandbox, clock: Clock) -> None:
    """Without tokens of its agency, a used up refresh token is raised as that."""
    await install(oauth, sandbox)
    store = oauth._store
    key = f"{sandbox.client_id}/location/{LOCATION}"
    old = await store.load(key)
    clock.forward(days=2)
    auth = oauth.for_location(LOCATION)
    await auth.token()
    await store.save(key, old, replacing=await store.load(key))  # type: ignore[arg-type]
    clock.forward(days=2)
    with pytest.raises(errors.RefreshTokenInvalidError, match=f"location '{LOCATION}'.*authorize_url"):
        await auth.token()


@pytest.mark.parametrize("company_id", [None, "sandboxCompany000001"])
@pytest.mark.asyncio
async def test_a_location_that_nobody_installed(
    sandbox: Sandbox, http: httpx.AsyncClient, company_id: str | None
) -> None:
    """Without tokens of the location or its agency, the error names the location and what to do."""
    async with app(sandbox, MemoryStore(), http_client=http, company_id=company_id) as oauth:
        with pytest.raises(errors.NotInstalledError, match=f"{LOCATION}.*authorize_url"):
            await oauth.for_location(LOCATION).token()
    assert sandbox.token_requests.total() == 0


@pytest.mark.asyncio
async def test_a_company_id_is_enough_for_a_new_process(
    sandbox: Sandbox, clock: Clock, http: httpx.AsyncClient
) -> None:
    """A process that was told of the agency gets the tokens of a location that no other process has used."""
    store = MemoryStore()
    async with app(sandbox, store, http_client=http, now=clock) as oauth:
        await install(oauth, sandbox, "Company")
    async with app(sandbox, store, http_client=http, now=clock, company_id=sandbox.company_id) as oauth:
        assert await oauth.for_location(SECOND).token()
    async with app(sandbox, store, http_client=http, now=clock) as oauth:
        assert await oauth.for_location(SECOND).token()
        with pytest.raises(errors.NotInstalledError):
            await oauth.for_location(LOCATION).token()


@pytest.mark.asyncio
async def test_an_inactive_location_comes_back(oauth: OAuth, sandbox: Sandbox, clock: Clock) -> None:
    """A location that is paused is an error; when it is active again, its tokens work without new consent."""
    await install(oauth, sandbox)
    auth = oauth.for_location(LOCATION)
    clock.forward(days=2)
    sandbox.deactivate(LOCATION)
    with pytest.raises(errors.LocationInactiveError):
        await auth.token()
    sandbox.activate(LOCATION)
    assert await auth.token()


@pytest.mark.asyncio
async def test_new_consent_replaces_the_tokens_in_use(oauth: OAuth, sandbox: Sandbox) -> None:
    """After a new exchange the location's tokens are the new ones, for clients that exist already, too."""
    auth = oauth.for_location(LOCATION)
    for _ in range(2):
        tokens = await install(oauth, sandbox)
        assert await auth.token() == tokens.access_token.reveal()


@pytest.mark.asyncio
async def test_forgetting(oauth: OAuth, sandbox: Sandbox) -> None:
    """What is forgotten is gone from the process and from the store."""
    await install(oauth, sandbox)
    await install(oauth, sandbox, "Company")
    auth = oauth.for_location(LOCATION)
    await auth.token()
    await oauth.forget(location_id=LOCATION, company_id=sandbox.company_id)
    with pytest.raises(errors.NotInstalledError):
        await auth.token()
    with pytest.raises(errors.ConfigurationError, match="location_id or company_id"):
        await oauth.forget()


@pytest.mark.asyncio
async def test_installed_locations(oauth: OAuth, sandbox: Sandbox) -> None:
    """The locations of the agency are listed with their names."""
    await install(oauth, sandbox, "Company")
    found = [location async for location in oauth.installed_locations(sandbox.app_id)]
    assert [location.id for location in found] == list(sandbox.location_ids)
    assert all(location.name and location.is_installed for location in found)


@pytest.mark.asyncio
async def test_an_agency_that_is_not_known(oauth: OAuth) -> None:
    """Without an agency there are no locations to list, and the error says what is missing."""
    with pytest.raises(errors.NotInstalledError, match="company_id"):
        await anext(oauth.installed_locations("app"))


@pytest.mark.parametrize(("server_limit", "requests"), [(100, 4), (7, 37), (1000, 2)])
@pytest.mark.asyncio
async def test_pages_of_installed_locations(server_limit: int, requests: int) -> None:
    """Pages are asked for until one has nothing new, whatever their size, and the token is renewed on the way."""
    asked_for: list[int] = []
    refused: list[str] = []

    def answer(request: httpx.Request) -> httpx.Response:
        if request.url.path == "/oauth/token":
            made = reply(str(len(refused) + 1), userType="Company", locationId=None)
            return httpx.Response(200, json=made)
        if request.headers["authorization"] == "Bearer access-1" and not refused:
            refused.append("access-1")
            return httpx.Response(401, json={"message": "Invalid JWT"})
        skip = int(request.url.params["skip"])
        asked_for.append(skip)
        ids = [f"l{number}" for number in range(252)][skip : skip + server_limit]
        items = [{"_id": name, "isInstalled": name != "l3"} for name in ids]
        return httpx.Response(200, json={"locations": items, "count": 252})

    async with (
        asked(answer) as http,
        OAuth("c", "s", store=MemoryStore(), base_url=BASE_URL, http_client=http) as oauth,
    ):
        await oauth.exchange("code", state="s", expected_state="s")
        found = [location async for location in oauth.installed_locations("app")]
    assert found == [InstalledLocation(f"l{number}", None, None) for number in range(252) if number != 3]
    assert (len(asked_for), refused) == (requests, ["access-1"])


@pytest.mark.asyncio
async def test_the_app_itself_is_no_token(oauth: OAuth, http: httpx.AsyncClient) -> None:
    """A client of the app without a location is refused before anything is sent, and told how to name one."""
    async with CalendarsClient(oauth, base_url=BASE_URL, http_client=http) as client:
        with pytest.raises(errors.TokenClassError, match=r"agency's token cannot.*location_id=.*for_location"):
            await client.calendars.list(location_id=LOCATION)
    assert await oauth.rejected("t") is False


def test_a_client_binds_the_app_to_its_location() -> None:
    """What is of many locations is bound to one; any other token is left as it is."""
    oauth = OAuth("c", "s", store=MemoryStore())
    static = StaticToken("t")
    assert bound(oauth, LOCATION) is oauth.for_location(LOCATION)
    assert (bound(oauth, None), bound(static, LOCATION)) == (oauth, static)


BAD: dict[str, dict[str, Any]] = {
    "client_id": {"client_id": ""},
    "client_secret": {"client_secret": "a b"},
    "company_id": {"company_id": "\n"},
    "store": {"store": None},
    "http_client": {"http_client": object()},
    "base_url": {"base_url": "ftp://x"},
    "timeout": {"timeout": 0},
}


@pytest.mark.parametrize("name", BAD)
def test_a_bad_argument_is_named(name: str) -> None:
    """An argument that cannot be used is a ConfigurationError that names it."""
    with pytest.raises(errors.ConfigurationError, match=name):
        OAuth(**{"client_id": "c", "client_secret": "s", "store": MemoryStore(), **BAD[name]})


@pytest.mark.parametrize("location_id", ["", " x", "a\nb", None, 5])
def test_a_bad_location_is_refused(location_id: Any) -> None:
    """An id that could not be one is refused at once."""
    with pytest.raises(errors.ConfigurationError, match="location_id"):
        OAuth("c", "s", store=MemoryStore()).for_location(location_id)


KINDS: list[FaultKind] = [
    "reset-before",
    "reset-after",
    "500-before",
    "500-after",
    "502-after",
    "truncated",
    "broken-json",
]


@pytest.mark.parametrize("user_type", ["Location", "Company"])
@pytest.mark.asyncio
async def test_a_bad_network_loses_no_token(
    oauth: OAuth, sandbox: Sandbox, clock: Clock, monkeypatch: pytest.MonkeyPatch, user_type: str
) -> None:
    """However often replies are lost, the next attempt within the grace gets in: no refresh token is used up unseen."""
    delay = _retry.delay
    monkeypatch.setattr(_retry, "delay", lambda *given, **named: (delay(*given, **named) or 0) / 1000 or None)
    await install(oauth, sandbox, user_type)
    sandbox.faults = Faults(0.6, KINDS, seed=7, only=("token", "locationToken"))
    auth = oauth.for_location(LOCATION)
    failures = 0
    for _ in range(100):
        clock.forward(days=2)
        for attempt in range(20):
            try:
                assert await auth.token()
            except (errors.APIConnectionError, errors.ServerError, errors.UnreadableReplyError):
                failures += 1
                assert attempt < 19
            else:
                break
    assert failures > 10
    assert sandbox.faults.injected.total() > 100


@pytest.mark.asyncio
async def test_an_injected_client_stays_open(sandbox: Sandbox, http: httpx.AsyncClient) -> None:
    """Closing the app leaves the HTTP client of the caller open."""
    async with app(sandbox, MemoryStore(), http_client=http) as oauth:
        await install(oauth, sandbox)
    assert not http.is_closed


@pytest.mark.asyncio
async def test_an_own_client_is_closed(sandbox: Sandbox) -> None:
    """Closing the app closes the connections that it made for itself, and it makes no others."""
    async with sandbox.serve() as url:
        async with app(sandbox, MemoryStore(), base_url=url) as oauth:
            await install(oauth, sandbox)
        with pytest.raises(errors.ConfigurationError, match="closed"):
            await install(oauth, sandbox)
    del oauth
    gc.collect()  # what was left open would be complained about now
