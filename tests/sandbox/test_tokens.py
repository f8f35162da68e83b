"""POST /oauth/token: codes, refresh tokens, and what becomes of them with time."""

import asyncio
from collections.abc import AsyncIterator
from pathlib import Path

import httpx
import pytest
import pytest_asyncio

from highlevel_sandbox import Faults, Sandbox

from .bodies import USERS
from .company import COMPANY, FIRST, SECOND, TOKEN, Company, Now, refusal, tokens

REFRESH_INVALID = "Invalid grant: refresh token is invalid"
YEAR = 365 * 24 * 60 * 60


@pytest.fixture
def now() -> Now:
    return Now()


@pytest.fixture
def sandbox(now: Now) -> Sandbox:
    return Sandbox(now=now)


@pytest_asyncio.fixture
async def company(sandbox: Sandbox) -> AsyncIterator[Company]:
    async with httpx.AsyncClient(transport=sandbox.transport(), base_url="http://sandbox") as client:
        yield Company(sandbox, client)


@pytest.mark.asyncio
async def test_a_code_of_a_location_becomes_tokens(company: Company) -> None:
    """The answer has every documented field in snake case, and opens the calendars of that location."""
    answer = await company.log_in()
    scopes = answer.pop("scope").split()
    assert answer.pop("access_token") != answer.pop("refresh_token")
    assert answer.pop("refreshTokenId")
    assert answer == {
        "token_type": "Bearer",
        "expires_in": 86_399,
        "userType": "Location",
        "companyId": COMPANY,
        "locationId": FIRST,
        "userId": USERS["ada"],
        "isBulkInstallation": False,
    }
    assert "calendars/events.write" in scopes
    assert "oauth.write" not in scopes


@pytest.mark.asyncio
async def test_a_code_of_a_company_becomes_tokens_without_a_location(company: Company) -> None:
    """The tokens of a company name no location, and have the scopes of OAuth besides."""
    answer = await company.log_in("Company")
    assert (answer["userType"], answer["companyId"], "locationId" in answer) == ("Company", COMPANY, False)
    assert {"oauth.readonly", "oauth.write", "calendars.write"} <= set(answer["scope"].split())


@pytest.mark.asyncio
async def test_who_consents_decides_about_the_class_of_the_token(company: Company) -> None:
    """A company's code gives a company's token, also where user_type asks for a location's."""
    code = company.sandbox.authorization_code("Company")
    assert tokens(await company.ask("authorization_code", code=code, user_type="Location"))["userType"] == "Company"


@pytest.mark.asyncio
async def test_a_code_is_good_once(company: Company) -> None:
    """The second exchange of a code is refused."""
    code = company.sandbox.authorization_code()
    assert (await company.ask("authorization_code", code=code)).status_code == 200
    again = await company.ask("authorization_code", code=code)
    assert refusal(again) == (400, "Invalid grant: authorization code is invalid")


@pytest.mark.asyncio
async def test_consent_may_be_to_less(company: Company) -> None:
    """A token opens only what its scopes name."""
    answer = await company.log_in(scopes=["calendars.readonly"])
    assert answer["scope"] == "calendars.readonly"
    reply = await company.groups(answer["access_token"])
    assert refusal(reply) == (401, "The token is not authorized for this scope.")


@pytest.mark.parametrize(
    ("user_type", "location_id", "reason"),
    [
        ("Location", "x", "There is no location 'x'; give one of sandboxLocation00001, "),
        ("Company", FIRST, "leave out"),
    ],
)
def test_a_consent_that_cannot_be_is_refused(sandbox: Sandbox, user_type: str, location_id: str, reason: str) -> None:
    """A code is for a location that there is, or for the company."""
    with pytest.raises(ValueError, match=reason):
        sandbox.authorization_code(user_type, location_id)  # type: ignore[arg-type]


@pytest.mark.asyncio
@pytest.mark.parametrize(
    ("fields", "message"),
    [
        ({"client_id": ""}, "Missing parameter: clientId"),
        ({"client_secret": ""}, "Missing parameter: clientSecret"),
        ({"grant_type": ""}, "Missing parameter: grantType"),
        ({"grant_type": "password"}, "Invalid parameter: grantType"),
        ({"grant_type": "client_credentials"}, "Invalid parameter: grantType"),
        ({"grant_type": "authorization_code"}, "Missing parameter: code"),
        ({"refresh_token": ""}, "Missing parameter: refreshToken"),
        ({"refresh_token": "x"}, REFRESH_INVALID),
        ({"client_id": "x"}, "Invalid client: client credentials are invalid"),
        ({"client_secret": "x"}, "Invalid client: client credentials are invalid"),
    ],
)
async def test_a_bad_grant_is_400(company: Company, fields: dict[str, str], message: str) -> None:
    """Each is told in the documented body, which has nothing but status and message."""
    valid = {"grant_type": "refresh_token", "refresh_token": (await company.log_in())["refresh_token"]}
    reply = await company.ask(**(valid | fields))
    assert (reply.status_code, reply.json()) == (400, {"statusCode": 400, "message": message})


@pytest.mark.asyncio
@pytest.mark.parametrize(
    ("content", "content_type", "status", "message"),
    [
        (b"", None, 400, "Invalid request: content must be application/x-www-form-urlencoded"),
        (b'{"grant_type": "x"}', "application/json", 400, "Invalid request: content must be application/x-www-form"),
        (b"", "application/x-www-form-urlencoded", 400, "Missing parameter: clientId"),
        (b"clientId=x", "application/x-www-form-urlencoded", 422, "['property clientId should not exist']"),
        (b"client_id=x&client_id=y", "application/x-www-form-urlencoded", 422, "['client_id must be a string']"),
        (b"client_id=%FF", "application/x-www-form-urlencoded", 400, "Invalid request: 'utf-8' codec"),
        (b"x" * 2_000_000, "application/x-www-form-urlencoded", 400, "The body is larger than"),
    ],
)
async def test_a_body_that_is_no_form_is_refused(
    company: Company, content: bytes, content_type: str | None, status: int, message: str
) -> None:
    """What is no form, or one with other fields, is told what it should have been."""
    headers = {} if content_type is None else {"Content-Type": content_type}
    reply = await company.client.post(TOKEN, content=content, headers=headers)
    assert reply.status_code == status
    assert str(reply.json()["message"]).startswith(message)


@pytest.mark.asyncio
async def test_an_unknown_user_type_is_422(company: Company) -> None:
    """The user_type is one of two."""
    reply = await company.ask("refresh_token", refresh_token="x", user_type="Agency")
    assert refusal(reply) == (422, ["user_type must be one of the following values: Company, Location"])


@pytest.mark.asyncio
async def test_a_refresh_rotates_both_tokens(company: Company) -> None:
    """A refresh gives new tokens for the same location and scopes, and the old access token stays good."""
    old = await company.log_in(location_id=SECOND)
    new = await company.refresh(old["refresh_token"])
    fresh = ("access_token", "refresh_token", "refreshTokenId")
    assert {name for name in old if old[name] != new[name]} == set(fresh)
    for answer in (old, new):
        assert (await company.groups(answer["access_token"], SECOND)).status_code == 200
    assert company.sandbox.rotations == 1


@pytest.mark.asyncio
@pytest.mark.parametrize("seconds", [0, 29.9, 30])
async def test_in_the_grace_a_used_refresh_token_gives_the_same_again(
    company: Company, now: Now, seconds: float
) -> None:
    """Up to 30 seconds after its use a refresh token gives the very tokens that it gave, less their time."""
    old = await company.log_in()
    new = await company.refresh(old["refresh_token"])
    now.pass_by(seconds)
    again = await company.refresh(old["refresh_token"])
    assert 86_399 - again.pop("expires_in") == int(seconds)
    assert again == {name: value for name, value in new.items() if name != "expires_in"}
    assert company.sandbox.rotations == 1


@pytest.mark.asyncio
async def test_after_the_grace_a_used_refresh_token_is_refused(company: Company, now: Now) -> None:
    """The same token 31 seconds after its use is invalid, and its successor still good."""
    old = await company.log_in()
    new = await company.refresh(old["refresh_token"])
    now.pass_by(31)
    assert refusal(await company.ask("refresh_token", refresh_token=old["refresh_token"])) == (400, REFRESH_INVALID)
    assert (await company.refresh(new["refresh_token"]))["access_token"]
    assert company.sandbox.rotations == 2


@pytest.mark.asyncio
async def test_concurrent_refreshes_are_one_rotation(company: Company) -> None:
    """Ten refreshes with one token at once all get the same new one."""
    refresh_token = (await company.log_in())["refresh_token"]
    answers = await asyncio.gather(*(company.refresh(refresh_token) for _ in range(10)))
    assert len({answer["refresh_token"] for answer in answers}) == 1
    assert company.sandbox.rotations == 1


@pytest.mark.asyncio
async def test_a_refresh_token_lasts_a_year(company: Company, now: Now) -> None:
    """Unused, it is good until the year is over."""
    first, second = await company.log_in(), await company.log_in()
    now.pass_by(YEAR - 1)
    assert await company.refresh(first["refresh_token"])
    now.pass_by(1)
    reply = await company.ask("refresh_token", refresh_token=second["refresh_token"])
    assert refusal(reply) == (400, REFRESH_INVALID)


@pytest.mark.asyncio
async def test_an_access_token_expires(company: Company, now: Now) -> None:
    """It opens the calendars until its time is over, and is an Invalid JWT from then on."""
    access_token = (await company.log_in())["access_token"]
    now.pass_by(86_398)
    assert (await company.groups(access_token)).status_code == 200
    now.pass_by(1)
    reply = await company.groups(access_token)
    assert (reply.status_code, reply.json()) == (401, {"statusCode": 401, "message": "Invalid JWT"})


@pytest.mark.asyncio
async def test_a_short_life_on_request(now: Now) -> None:
    """With token_seconds an access token says that it lasts so long, and does."""
    sandbox = Sandbox(token_seconds=2, now=now)
    async with httpx.AsyncClient(transport=sandbox.transport(), base_url="http://sandbox") as client:
        company = Company(sandbox, client)
        answer = await company.log_in()
        assert answer["expires_in"] == 2
        statuses: list[int] = []
        for _ in range(3):
            statuses.append((await company.groups(answer["access_token"])).status_code)
            now.pass_by(1)
        assert statuses == [200, 200, 401]


@pytest.mark.asyncio
async def test_an_inactive_location_keeps_its_refresh_token(company: Company) -> None:
    """While a location is off its refresh token is refused and not used up; once it is on, it is good again."""
    sandbox = company.sandbox
    refresh_token = (await company.log_in())["refresh_token"]
    code = sandbox.authorization_code()
    sandbox.deactivate(FIRST)
    for fields in ({"grant_type": "refresh_token", "refresh_token": refresh_token}, {"code": code}):
        reply = await company.ask(**({"grant_type": "authorization_code"} | fields))
        assert (reply.status_code, reply.json()) == (400, {"statusCode": 400, "message": "Location is not active"})
    assert sandbox.rotations == 0
    assert (await company.log_in(location_id=SECOND))["locationId"] == SECOND
    sandbox.activate(FIRST)
    assert await company.refresh(refresh_token)
    assert tokens(await company.ask("authorization_code", code=code))["locationId"] == FIRST


def test_an_unknown_location_cannot_be_switched_off(sandbox: Sandbox) -> None:
    """A mistyped id is told at once."""
    with pytest.raises(ValueError, match="There is no location 'x'; give one of "):
        sandbox.deactivate("x")


@pytest.mark.asyncio
async def test_requests_for_tokens_are_counted(company: Company) -> None:
    """Each request counts under its grant_type, refused ones and those that met a fault included."""
    answer = await company.log_in()
    await company.refresh(answer["refresh_token"])
    await company.ask("refresh_token", refresh_token="x")
    await company.ask("password")
    await company.client.post(TOKEN)
    company.sandbox.faults = Faults(1, ["500-before"], only=["token"])
    assert (await company.ask("refresh_token", refresh_token=answer["refresh_token"])).status_code == 500
    assert company.sandbox.token_requests == {"authorization_code": 1, "refresh_token": 3, "password": 1, "": 1}


@pytest.mark.asyncio
async def test_a_reply_that_was_lost_is_had_again_in_the_grace(company: Company) -> None:
    """A refresh whose reply never came has used the token up, and its repetition gets what was lost."""
    refresh_token = (await company.log_in())["refresh_token"]
    company.sandbox.faults = Faults(1, ["reset-after"], only=["token"])
    with pytest.raises(httpx.ReadError):
        await company.refresh(refresh_token)
    company.sandbox.faults = None
    assert company.sandbox.rotations == 1
    answer = await company.refresh(refresh_token)
    assert company.sandbox.rotations == 1
    assert (await company.groups(answer["access_token"])).status_code == 200


@pytest.mark.asyncio
async def test_a_restart_logs_nobody_out(tmp_path: Path, now: Now) -> None:
    """With a data file the tokens, the codes and the grace outlive the sandbox."""
    path = tmp_path / "data.sqlite"
    before = Sandbox(path, now=now)
    async with httpx.AsyncClient(transport=before.transport(), base_url="http://sandbox") as client:
        old = await Company(before, client).log_in()
        new = await Company(before, client).refresh(old["refresh_token"])
        code = before.authorization_code()
    before.close()
    after = Sandbox(path, now=now)
    async with httpx.AsyncClient(transport=after.transport(), base_url="http://sandbox") as client:
        company = Company(after, client)
        assert (await company.groups(new["access_token"])).status_code == 200
        assert await company.refresh(old["refresh_token"]) == new
        assert (await company.ask("authorization_code", code=code)).status_code == 200
    after.close()
