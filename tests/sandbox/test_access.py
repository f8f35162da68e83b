"""Which requests get as far as the API: route, Version, token, scope, location, in this order."""

import httpx
import pytest

from highlevel_sandbox import Sandbox

from .bodies import APPOINTMENTS, GROUPS, group

ROUTE = "This route is not yet supported by the IAM Service. Please update your IAM config."


@pytest.mark.asyncio
@pytest.mark.parametrize(
    ("method", "path"),
    [
        ("POST", "/calendars"),
        ("POST", "/calendars/groups/"),
        ("POST", "/Calendars/groups"),
        ("POST", "/calendars/resources/"),
        ("POST", "/calendars/resources/rooms/more"),
        ("PATCH", "/calendars/"),
        ("HEAD", APPOINTMENTS),
        ("DELETE", GROUPS + "/a/status"),
        ("GET", "/"),
    ],
)
async def test_an_unknown_route_or_method_is_401(client: httpx.AsyncClient, method: str, path: str) -> None:
    """A route or method that the contract lacks is answered as the vendor's gateway answers it."""
    reply = await client.request(method, path)
    assert reply.status_code == 401
    assert method == "HEAD" or reply.json() == {"statusCode": 401, "message": ROUTE}


@pytest.mark.asyncio
@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ({"Version": ""}, "version header was not found."),
        ({"Version": "2020-01-01"}, "version header is invalid"),
        ({"Authorization": ""}, "Invalid JWT"),
        ({"Authorization": f"Basic {Sandbox.token}"}, "Invalid JWT"),
        ({"Authorization": Sandbox.token}, "Invalid JWT"),
        ({"Authorization": "Bearer garbage"}, "Invalid JWT"),
        ({"Authorization": "Bearer"}, "Invalid JWT"),
        ({"Authorization": "Bearer pit-another"}, "Invalid Private Integration token"),
        ({"Authorization": f"Bearer {Sandbox.read_only_token}"}, "The token is not authorized for this scope."),
    ],
)
async def test_a_bad_header_is_401(client: httpx.AsyncClient, changes: dict[str, str], message: str) -> None:
    """Each fault of Version, token or scope is a 401 that only its message tells from the others."""
    reply = await client.post(GROUPS, json=group(), headers=changes)
    assert (reply.status_code, reply.json()) == (401, {"statusCode": 401, "message": message})


@pytest.mark.asyncio
@pytest.mark.parametrize("header", ["Version", "Authorization"])
async def test_a_missing_header_is_401(client: httpx.AsyncClient, header: str) -> None:
    """A request without one of the two headers is answered like one whose header is empty."""
    del client.headers[header]
    message = {"Version": "version header was not found.", "Authorization": "Invalid JWT"}[header]
    reply = await client.post(GROUPS, json=group())
    assert (reply.status_code, reply.json()["message"]) == (401, message)


@pytest.mark.asyncio
@pytest.mark.parametrize("version", ["2021-04-15", "2021-07-28", "2023-02-21", "v3"])
async def test_every_published_version_is_accepted(client: httpx.AsyncClient, version: str) -> None:
    """The API answers under each version that was published."""
    reply = await client.post(GROUPS, json=group(), headers={"Version": version})
    assert reply.status_code == 201


@pytest.mark.asyncio
async def test_the_scheme_of_the_token_may_be_in_any_case(client: httpx.AsyncClient) -> None:
    """HTTP compares the name of the scheme without regard to case."""
    reply = await client.post(GROUPS, json=group(), headers={"Authorization": f"bearer {Sandbox.token}"})
    assert reply.status_code == 201


@pytest.mark.asyncio
async def test_another_location_is_403(client: httpx.AsyncClient) -> None:
    """The token opens one location only."""
    reply = await client.post(GROUPS, json=group(locationId="someOtherLocation001"))
    message = "The token does not have access to this location."
    assert (reply.status_code, reply.json()) == (403, {"statusCode": 403, "message": message})


@pytest.mark.asyncio
async def test_a_fault_is_told_in_the_order_of_the_checks(client: httpx.AsyncClient) -> None:
    """A request with every fault is told one after the other, as each is mended in turn."""
    request = {"url": "/nowhere", "content": b"{", "headers": {"Version": "x", "Authorization": "x"}}
    request["headers"]["Content-Type"] = "application/json"
    wrong_place = b'{"locationId":"x","name":"","description":"","slug":"x"}'
    mended = [
        (401, "This route", lambda: None),
        (401, "version header", lambda: request.update(url=GROUPS)),
        (401, "Invalid JWT", lambda: request["headers"].update(Version="2021-04-15")),
        (
            401,
            "The token is not",
            lambda: request["headers"].update(Authorization=f"Bearer {Sandbox.read_only_token}"),
        ),
        (400, "Expecting", lambda: request["headers"].update(Authorization=f"Bearer {Sandbox.token}")),
        (422, "['name must", lambda: request.update(content=b'{"locationId":"x"}')),
        (403, "The token does", lambda: request.update(content=wrong_place)),
    ]
    for status, message, mend in mended:
        mend()
        reply = await client.post(**request)
        assert (reply.status_code, str(reply.json()["message"])[: len(message)]) == (status, message)


@pytest.mark.asyncio
async def test_an_undeclared_query_key_is_422(client: httpx.AsyncClient) -> None:
    """The whitelist of the API holds for the query as well as for the body."""
    reply = await client.post(GROUPS, json=group(), params={"limit": "5"})
    assert (reply.status_code, reply.json()["message"]) == (422, ["property limit should not exist"])
