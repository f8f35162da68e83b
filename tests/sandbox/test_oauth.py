"""The rest of OAuth: the login in the browser, the tokens of a location for its company, and its locations."""

from collections.abc import AsyncIterator
from typing import Any
from urllib.parse import parse_qs, urlsplit

import httpx
import pytest
import pytest_asyncio

from highlevel_sandbox import Sandbox

from .bodies import GROUPS
from .company import CHOOSE, COMPANY, FIRST, INSTALLED, MINT, SECOND, Company, bearer, refusal, tokens

REDIRECT = "https://app.example.com/callback?from=highlevel"
CLASS = "This authClass type is not allowed to access this scope."
NO_FORM = "Invalid request: content must be application/x-www-form-urlencoded"
CONSENT = {"response_type": "code", "client_id": Sandbox.client_id, "redirect_uri": REDIRECT, "state": "a b&c"}


@pytest_asyncio.fixture
async def company(sandbox: Sandbox) -> AsyncIterator[Company]:
    async with httpx.AsyncClient(transport=sandbox.transport(), base_url="http://sandbox") as client:
        yield Company(sandbox, client)


@pytest.mark.asyncio
async def test_a_whole_login_without_a_browser(company: Company) -> None:
    """The consent redirects with the state it was given and a code, whose tokens have the scopes asked for."""
    query = CONSENT | {"scope": "calendars.readonly calendars/events.readonly", "loginWindowOpenMode": "self"}
    reply = await company.client.get(CHOOSE, params=query)
    assert reply.status_code == 302
    target = urlsplit(reply.headers["location"])
    given = parse_qs(target.query)
    assert target.geturl().startswith(REDIRECT)
    assert (given["from"], given["state"]) == (["highlevel"], ["a b&c"])
    answer = tokens(await company.ask("authorization_code", code=given["code"][0], redirect_uri=REDIRECT))
    assert (answer["locationId"], answer["scope"]) == (FIRST, query["scope"])


@pytest.mark.asyncio
async def test_a_consent_without_state_and_scope(company: Company) -> None:
    """Without a state none comes back, and without scopes the consent is to all of them."""
    query = {"response_type": "code", "client_id": Sandbox.client_id, "redirect_uri": "http://127.0.0.1:9/back"}
    location = (await company.client.get(CHOOSE, params=query)).headers["location"]
    (name, code), *more = parse_qs(urlsplit(location).query).items()
    assert (name, more) == ("code", [])
    assert "calendars.write" in tokens(await company.ask("authorization_code", code=code[0]))["scope"].split()


@pytest.mark.asyncio
@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ({"response_type": ""}, "Missing parameter: responseType"),
        ({"response_type": "token"}, "Invalid parameter: responseType"),
        ({"client_id": ""}, "Missing parameter: clientId"),
        ({"client_id": "x"}, "Invalid client: client credentials are invalid"),
        ({"redirect_uri": ""}, "Missing parameter: redirectUri"),
        ({"redirect_uri": "/callback"}, "Invalid parameter: redirectUri"),
        ({"scope": "calendars.readonly everything"}, "Invalid parameter: scope"),
    ],
)
async def test_a_bad_consent_is_400(company: Company, changes: dict[str, str], message: str) -> None:
    """What could not come back to the app is told in the browser."""
    reply = await company.client.get(CHOOSE, params=CONSENT | changes)
    assert refusal(reply) == (400, message)


@pytest.mark.asyncio
async def test_a_code_is_bound_to_its_redirect_uri(company: Company) -> None:
    """A code that went to one address is not exchanged for another, and is not used up by the attempt."""
    location = (await company.client.get(CHOOSE, params=CONSENT)).headers["location"]
    code = parse_qs(urlsplit(location).query)["code"][0]
    reply = await company.ask("authorization_code", code=code, redirect_uri="https://other.example.com/")
    assert refusal(reply) == (400, "Invalid grant: redirect_uri is invalid")
    assert (await company.ask("authorization_code", code=code)).status_code == 200


@pytest.mark.asyncio
async def test_a_company_gets_tokens_of_its_locations(company: Company) -> None:
    """They open that location alone, can be refreshed by themselves, and have the scopes of OAuth added."""
    access_token = (await company.log_in("Company", scopes=["calendars/groups.readonly", "oauth.write"]))[
        "access_token"
    ]
    for location_id, other in ((FIRST, SECOND), (SECOND, FIRST)):
        answer = tokens(await company.mint(access_token, location_id))
        assert (answer["userType"], answer["locationId"], answer["expires_in"]) == ("Location", location_id, 86_399)
        assert answer["scope"].split() == ["calendars/groups.readonly", "oauth.readonly", "oauth.write"]
        assert (await company.groups(answer["access_token"], location_id)).status_code == 200
        reply = await company.groups(answer["access_token"], other)
        assert refusal(reply) == (403, "The token does not have access to this location.")
        assert (await company.refresh(answer["refresh_token"]))["locationId"] == location_id


@pytest.mark.asyncio
@pytest.mark.parametrize(
    ("changes", "status", "message"),
    [
        ({"companyId": ""}, 422, ["companyId must be a string"]),
        ({"location_id": ""}, 422, ["locationId must be a string"]),
        ({"companyId": "", "location_id": ""}, 400, NO_FORM),
        ({"company_id": "x"}, 422, ["property company_id should not exist"]),
        ({"companyId": "x"}, 403, "The token does not have access to this location."),
        ({"location_id": "x"}, 403, "The token does not have access to this location."),
    ],
)
async def test_a_bad_request_for_a_location(
    company: Company, changes: dict[str, str], status: int, message: Any
) -> None:
    """Company and location are both named, and the company's own."""
    access_token = (await company.log_in("Company"))["access_token"]
    assert refusal(await company.mint(access_token, **changes)) == (status, message)


@pytest.mark.asyncio
async def test_no_tokens_of_a_location_that_is_off(company: Company) -> None:
    """A company gets none for a location that is not active."""
    access_token = (await company.log_in("Company"))["access_token"]
    company.sandbox.deactivate(SECOND)
    assert refusal(await company.mint(access_token, SECOND)) == (400, "Location is not active")
    assert (await company.mint(access_token, FIRST)).status_code == 200


@pytest.mark.asyncio
async def test_the_token_of_a_company_opens_no_calendars(company: Company) -> None:
    """The calendars want the token of a location, and tell so with a 401 that no refresh would cure."""
    reply = await company.groups((await company.log_in("Company"))["access_token"])
    assert (reply.status_code, reply.json()) == (401, {"statusCode": 401, "message": CLASS})


@pytest.mark.asyncio
@pytest.mark.parametrize("method", ["POST", "GET"])
async def test_who_may_ask_about_locations(company: Company, method: str) -> None:
    """Version, token, class and scope are checked as everywhere; a private token is of the wrong class."""
    path = {"POST": MINT, "GET": INSTALLED}[method]
    location = (await company.log_in())["access_token"]
    narrow = (await company.log_in("Company", scopes=["calendars.readonly"]))["access_token"]
    expected = {
        "x": "Invalid JWT",
        "pit-x": "Invalid Private Integration token",
        Sandbox.token: CLASS,
        location: CLASS,
        narrow: "The token is not authorized for this scope.",
    }
    for token, message in expected.items():
        assert refusal(await company.client.request(method, path, headers=bearer(token))) == (401, message)
    reply = await company.client.request(method, path, headers={"Authorization": f"Bearer {narrow}"})
    assert refusal(reply) == (401, "version header was not found.")


@pytest.mark.asyncio
@pytest.mark.parametrize(
    ("query", "found", "count"),
    [
        ({}, [FIRST, SECOND], 2),
        ({"skip": "1"}, [SECOND], 2),
        ({"limit": "1"}, [FIRST], 2),
        ({"skip": "2", "limit": "5"}, [], 2),
        ({"query": "hill"}, [SECOND], 1),
        ({"locationId": FIRST}, [FIRST], 1),
        ({"isInstalled": "true"}, [FIRST, SECOND], 2),
        ({"isInstalled": "false"}, [], 0),
    ],
)
async def test_the_locations_of_the_app(company: Company, query: dict[str, str], found: list[str], count: int) -> None:
    """They are listed page by page under _id, with how many there are in all."""
    access_token = (await company.log_in("Company"))["access_token"]
    named = {"companyId": COMPANY, "appId": Sandbox.app_id} | query
    body = (await company.client.get(INSTALLED, params=named, headers=bearer(access_token))).json()
    assert ([one["_id"] for one in body["locations"]], body["count"]) == (found, count)
    assert all(set(one) == {"_id", "name", "address", "isInstalled"} for one in body["locations"])
    assert body["installToFutureLocations"] is False


@pytest.mark.asyncio
@pytest.mark.parametrize(
    ("query", "status", "message"),
    [
        ({}, 422, ["companyId must be a string", "appId must be a string"]),
        ({"companyId": COMPANY}, 422, ["appId must be a string"]),
        ({"companyId": COMPANY, "appId": "x", "limit": "-1"}, 422, ["limit must be a number string"]),
        ({"companyId": COMPANY, "appId": "x", "page": "1"}, 422, ["property page should not exist"]),
        ({"companyId": "x", "appId": "x"}, 403, "The token does not have access to this company."),
    ],
)
async def test_a_bad_request_for_the_locations(
    company: Company, query: dict[str, str], status: int, message: Any
) -> None:
    """Company and app are both named, and nothing else that is unknown."""
    access_token = (await company.log_in("Company"))["access_token"]
    assert refusal(await company.client.get(INSTALLED, params=query, headers=bearer(access_token))) == (status, message)


@pytest.mark.asyncio
async def test_another_app_is_installed_nowhere(company: Company) -> None:
    """The locations are listed for any app, and say that it is not installed."""
    access_token = (await company.log_in("Company"))["access_token"]
    query = {"companyId": COMPANY, "appId": "another"}
    body = (await company.client.get(INSTALLED, params=query, headers=bearer(access_token))).json()
    assert [one["isInstalled"] for one in body["locations"]] == [False, False]


@pytest.mark.asyncio
async def test_the_company_has_a_rate_limit_of_its_own(company: Company) -> None:
    """What a company asks counts for the company, and not for its locations; asking for tokens counts for nobody."""
    answer = await company.log_in("Company")
    minted = await company.mint(answer["access_token"])
    assert minted.headers["x-ratelimit-remaining"] == "99"
    reply = await company.client.get(
        GROUPS, params={"locationId": FIRST}, headers=bearer(tokens(minted)["access_token"])
    )
    assert reply.headers["x-ratelimit-remaining"] == "99"
    assert "x-ratelimit-remaining" not in (await company.ask("refresh_token", refresh_token="x")).headers
