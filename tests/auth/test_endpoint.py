"""What is sent to the token endpoint, what is sent again, and what its refusals mean."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from typing import Any
from urllib.parse import parse_qsl

import httpx
import pytest

from highlevel_calendars import HighLevelError, errors
from highlevel_calendars.auth import MemoryStore, OAuth, Secret, TokenSet, endpoint
from highlevel_calendars.auth.endpoint import IN_ALL, Endpoint
from highlevel_calendars.auth.requests import App, error_class

from .support import BASE_URL, LOCATION, Clock, asked, reply, tokens

APP = App("client", Secret("secret+/="))
COMPANY = Secret("access-company")

Ask = Callable[[Endpoint], Any]
ASKS: dict[str, Ask] = {
    "code": lambda endpoint: endpoint.exchange(Secret("code"), "https://app/cb", "Location"),
    "refresh": lambda endpoint: endpoint.refresh(tokens(), Secret("refresh-1")),
    "location": lambda endpoint: endpoint.for_location(COMPANY, "company", LOCATION),
    "installed": lambda endpoint: endpoint.installed("company", "app", 40, COMPANY),
}


class Server:
    """Gives answers in a row, the last one for ever, and remembers what was asked."""

    def __init__(self, *answers: Any) -> None:
        self.answers = list(answers)
        self.requests: list[httpx.Request] = []

    def __call__(self, request: httpx.Request) -> httpx.Response:
        self.requests.append(request)
        answer = self.answers.pop(0) if len(self.answers) > 1 else self.answers[0]
        if isinstance(answer, Exception):
            raise answer
        status, body = answer
        return httpx.Response(status, json=body)

    async def asked(self, ask: Ask) -> Any:
        async with asked(self) as http:
            return await ask(Endpoint(APP, BASE_URL, 10.0, http, Clock()))


@pytest.fixture(autouse=True)
def naps(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    """How long was slept, by a clock that goes on with nothing else."""
    slept: list[float] = []

    async def sleep(seconds: float) -> None:
        slept.append(seconds)

    monkeypatch.setattr(asyncio, "sleep", sleep)
    monkeypatch.setattr(endpoint, "monotonic", lambda: sum(slept))
    return slept


GOOD = (200, reply("2"))
LIST = (200, {"locations": [{"_id": "l1", "name": "One", "address": "Rd"}, {"_id": "l2", "isInstalled": False}, {}]})
SENT: dict[str, tuple[Any, str, dict[str, str], str | None]] = {
    "code": (
        GOOD,
        "POST /oauth/token",
        {
            "client_id": "client",
            "client_secret": "secret+/=",
            "grant_type": "authorization_code",
            "code": "code",
            "redirect_uri": "https://app/cb",
            "user_type": "Location",
        },
        None,
    ),
    "refresh": (
        GOOD,
        "POST /oauth/token",
        {
            "client_id": "client",
            "client_secret": "secret+/=",
            "grant_type": "refresh_token",
            "refresh_token": "refresh-1",
            "user_type": "Location",
        },
        None,
    ),
    "location": (
        GOOD,
        "POST /oauth/locationToken",
        {"companyId": "company", "locationId": LOCATION},
        "Bearer access-company",
    ),
    "installed": (
        LIST,
        "GET /oauth/installedLocations?companyId=company&appId=app&isInstalled=true&skip=40&limit=100",
        {},
        "Bearer access-company",
    ),
}


@pytest.mark.parametrize("name", SENT)
@pytest.mark.asyncio
async def test_what_is_sent(name: str) -> None:
    """Each request has the fields, the form and the headers of the vendor's page."""
    answer, line, form, authorization = SENT[name]
    server = Server(answer)
    await server.asked(ASKS[name])
    (request,) = server.requests
    assert f"{request.method} {request.url.raw_path.decode()}" == line
    assert dict(parse_qsl(request.content.decode())) == form
    assert request.headers.get("authorization") == authorization
    assert (request.headers["version"], request.headers["accept"]) == ("2021-07-28", "application/json")
    assert request.headers.get("content-type") == ("application/x-www-form-urlencoded" if form else None)
    assert request.headers["user-agent"].startswith("highlevel-calendars/")


@pytest.mark.asyncio
async def test_what_comes_back() -> None:
    """Tokens and locations are read; what the API left out of tokens is taken from those before."""
    read: TokenSet = await Server((200, {"access_token": "a", "companyId": "c"})).asked(ASKS["refresh"])
    assert (read.access_token, read.refresh_token) == (Secret("a"), Secret("refresh-1"))
    assert (read.user_type, read.location_id, read.company_id) == ("Location", LOCATION, "c")
    listed = await Server(LIST).asked(ASKS["installed"])
    assert [(item.id, item.name, item.is_installed) for item in listed] == [("l1", "One", True), ("l2", None, False)]


LOST = httpx.ReadError("gone")
UNSENT = httpx.ConnectError("refused")
BUSY = (429, {"message": "Too Many Requests"})
DOWN = (503, {"message": "down"})
REPEATED: dict[str, tuple[str, list[Any], int]] = {
    "a lost refresh": ("refresh", [LOST, GOOD], 2),
    "a refresh lost twice": ("refresh", [LOST, LOST, GOOD], 3),
    "a refresh that ran out of time": ("refresh", [httpx.ReadTimeout("slow"), GOOD], 2),
    "a refresh that failed over there": ("refresh", [DOWN, GOOD], 2),
    "a refresh too many": ("refresh", [BUSY, GOOD], 2),
    "a lost location": ("location", [LOST, GOOD], 2),
    "a location that failed over there": ("location", [DOWN, GOOD], 2),
    "a lost list": ("installed", [LOST, LIST], 2),
    "a code that was not sent": ("code", [UNSENT, GOOD], 2),
    "a code too many": ("code", [BUSY, GOOD], 2),
}


@pytest.mark.parametrize("case", REPEATED)
@pytest.mark.asyncio
async def test_what_is_sent_again(case: str, naps: list[float]) -> None:
    """A request whose reply did not come is repeated where that is safe, within less than the grace."""
    name, answers, count = REPEATED[case]
    server = Server(*answers)
    await server.asked(ASKS[name])
    assert len(server.requests) == count
    assert len({request.content for request in server.requests}) == 1
    assert sum(naps) < IN_ALL < 30


ENDS: dict[str, tuple[str, Any, int, type[HighLevelError]]] = {
    "a refresh lost for good": ("refresh", LOST, 3, errors.APIConnectionError),
    "a refresh out of time for good": ("refresh", httpx.ReadTimeout("slow"), 3, errors.APITimeoutError),
    "a refresh that nobody takes": ("refresh", UNSENT, 3, errors.APIConnectionError),
    "a refresh that fails over there": ("refresh", DOWN, 3, errors.ServerError),
    "a lost code": ("code", LOST, 1, errors.APIConnectionError),
    "a code that failed over there": ("code", DOWN, 1, errors.ServerError),
    "a used code": ("code", (400, {"message": "Invalid grant"}), 1, errors.OAuthError),
    "a used refresh token": (
        "refresh",
        (400, {"message": "Invalid grant: refresh token is invalid"}),
        1,
        errors.RefreshTokenInvalidError,
    ),
    "a paused location": ("refresh", (400, {"message": "Location is not active"}), 1, errors.LocationInactiveError),
    "no app": ("refresh", (401, {"message": "Invalid client"}), 1, errors.OAuthError),
    "no scope": (
        "location",
        (401, {"message": "The token is not authorized for this scope."}),
        1,
        errors.ScopeMissingError,
    ),
    "an old company token": ("location", (401, {"message": "Invalid JWT"}), 1, errors.TokenRejectedError),
    "no such location": ("location", (404, {"message": "Not found"}), 1, errors.NotFoundError),
    "no company": ("installed", (422, {"message": ["companyId is required"]}), 1, errors.UnprocessableError),
    "no tokens in it": ("refresh", (200, {"ok": True}), 1, errors.UnreadableReplyError),
    "no object": ("refresh", (200, []), 1, errors.UnreadableReplyError),
    "no list": ("installed", (200, {}), 1, errors.UnreadableReplyError),
}


@pytest.mark.parametrize("case", ENDS)
@pytest.mark.asyncio
async def test_what_it_ends_in(case: str) -> None:
    """What does not work out is an error that tells the kind of trouble, the operation and the attempts."""
    name, answer, attempts, kind = ENDS[case]
    server = Server(answer)
    with pytest.raises(HighLevelError) as caught:
        await server.asked(ASKS[name])
    assert type(caught.value) is kind
    assert (len(server.requests), caught.value.attempts) == (attempts, attempts)
    assert str(caught.value).startswith(f"{caught.value.operation} for ")


@pytest.mark.parametrize(("wait", "naps_taken"), [("15", []), ("14", [14.0]), ("0", [0.0, 0.0])])
@pytest.mark.asyncio
async def test_a_wait_that_would_outlast_the_grace_is_not_waited(
    wait: str, naps_taken: list[float], naps: list[float]
) -> None:
    """When the endpoint asks for a longer wait than a refresh may take in all, its refusal is raised at once."""
    async with asked(lambda _: httpx.Response(429, headers={"Retry-After": wait}, json={})) as http:
        with pytest.raises(errors.RateLimitError):
            await ASKS["refresh"](Endpoint(APP, BASE_URL, 10.0, http, Clock()))
    assert naps == naps_taken


PHRASES: list[tuple[int, str, bool, type[HighLevelError]]] = [
    (400, "Invalid grant: refresh token is invalid", True, errors.RefreshTokenInvalidError),
    (400, "INVALID GRANT: REFRESH TOKEN IS INVALID", True, errors.RefreshTokenInvalidError),
    (400, "Location is not active", True, errors.LocationInactiveError),
    (400, "Location is not active", False, errors.LocationInactiveError),
    (400, "Missing parameter: clientId", True, errors.OAuthError),
    (400, "Invalid parameter: grantType", True, errors.OAuthError),
    (401, "Invalid JWT", True, errors.OAuthError),
    (401, "Invalid JWT", False, errors.TokenRejectedError),
    (403, "Forbidden resource", False, errors.PermissionDeniedError),
    (418, "", False, errors.StatusError),
    (429, "", True, errors.RateLimitError),
    (500, "refresh token is invalid", True, errors.ServerError),
    (302, "", True, errors.OAuthError),
]


@pytest.mark.parametrize(("status", "message", "is_grant", "kind"), PHRASES)
def test_what_a_refusal_means(status: int, message: str, is_grant: bool, kind: type[HighLevelError]) -> None:
    """The status and the message tell a dead refresh token from a paused location, and both from a broken server."""
    assert error_class(status, (message,), is_grant=is_grant) is kind


@pytest.mark.asyncio
async def test_errors_say_what_to_do() -> None:
    """A refusal names the location, what the API said, and the way out."""
    with pytest.raises(errors.RefreshTokenInvalidError) as caught:
        await Server((400, {"message": "Invalid grant: refresh token is invalid"})).asked(ASKS["refresh"])
    assert str(caught.value) == (
        f"get-access-token for location '{LOCATION}': HTTP 400: Invalid grant: refresh token is invalid. "
        "It cannot be renewed any more: send the user through the page of OAuth.authorize_url() again."
    )


@pytest.mark.asyncio
async def test_a_closed_app_asks_nobody() -> None:
    """After it is closed, a token that has to be asked for is a ConfigurationError."""
    oauth = OAuth("client", "secret", store=MemoryStore(), base_url="http://127.0.0.1:9")
    await oauth.aclose()
    with pytest.raises(errors.ConfigurationError, match="closed"):
        await oauth.exchange("code", state="s", expected_state="s")
