"""A token that is refused: who is asked for another one, how often, and when nobody is asked."""

from __future__ import annotations

import asyncio
from typing import Any

import httpx
import pytest
from support import Body, answered, operation

from highlevel_calendars import CalendarsClient, HighLevelError, StaticToken, errors


class Rotating:
    """Tokens in a row: each refusal leads to the next."""

    def __init__(self, *, renews: bool = True) -> None:
        self.refused: list[str] = []
        self._renews = renews

    async def token(self) -> str:
        return f"token-{len(self.refused) + 1 if self._renews else 1}"

    async def rejected(self, token: str) -> bool:
        self.refused.append(token)
        return self._renews


class Server:
    """Accepts some tokens; what it says to the others is given."""

    def __init__(self, *accepted: str, status: int = 401, message: object = "Invalid JWT") -> None:
        self.seen: list[str] = []
        self._accepted = accepted
        self._status, self._message = status, message

    def answer(self, request: httpx.Request) -> httpx.Response:
        token = request.headers["authorization"].removeprefix("Bearer ")
        self.seen.append(token)
        if token in self._accepted:
            return httpx.Response(200, json={"id": "1"})
        return httpx.Response(self._status, json={"statusCode": self._status, "message": self._message})


async def touch(client: CalendarsClient, method: str = "POST") -> Any:
    return await client.call(operation(method), path={}, body=Body())


@pytest.mark.parametrize("max_retries", [0, 2])
@pytest.mark.parametrize("method", ["POST", "GET"])
@pytest.mark.asyncio
async def test_renewed_once(method: str, max_retries: int) -> None:
    """A refused token is reported once, and the request is sent once more with the next, which is no retry."""
    auth, server = Rotating(), Server("token-2")
    async with answered(server.answer, token=auth, max_retries=max_retries) as client:
        response = await touch(client, method)
    assert auth.refused == ["token-1"]
    assert server.seen == ["token-1", "token-2"]
    assert response.attempts == 2


@pytest.mark.parametrize(
    "message",
    ["Invalid JWT", "Invalid token: access token is invalid", "Invalid Private Integration token"],
)
@pytest.mark.asyncio
async def test_second_refusal_is_final(message: str) -> None:
    """When the next token is refused too, nobody is asked again."""
    auth, server = Rotating(), Server(message=message)
    async with answered(server.answer, token=auth, max_retries=5) as client:
        with pytest.raises(errors.TokenRejectedError) as caught:
            await touch(client)
    assert auth.refused == ["token-1"]
    assert server.seen == ["token-1", "token-2"]
    assert (caught.value.attempts, caught.value.messages) == (2, (message,))


@pytest.mark.asyncio
async def test_nothing_to_renew() -> None:
    """When there is no other token, the refusal is raised after one attempt."""
    auth, server = Rotating(renews=False), Server()
    async with answered(server.answer, token=auth, max_retries=5) as client:
        with pytest.raises(errors.TokenRejectedError) as caught:
            await touch(client)
    assert (auth.refused, server.seen, caught.value.attempts) == (["token-1"], ["token-1"], 1)


@pytest.mark.parametrize("token", ["token-1", StaticToken("token-1")], ids=["text", "StaticToken"])
@pytest.mark.asyncio
async def test_static_token(token: Any) -> None:
    """A token that never changes is sent once."""
    server = Server()
    async with answered(server.answer, token=token, max_retries=5) as client:
        with pytest.raises(errors.TokenRejectedError):
            await touch(client)
    assert server.seen == ["token-1"]


OTHERS: dict[str, tuple[int, object, type[HighLevelError]]] = {
    "scope": (401, "The token is not authorized for this scope.", errors.ScopeMissingError),
    "version": (401, "version header is invalid", errors.VersionRejectedError),
    "agency": (401, "This authClass type is not allowed to access this scope.", errors.TokenClassError),
    "gateway": (401, "Command timed out", errors.AuthenticationError),
    "location": (403, "The token does not have access to this location.", errors.WrongLocationError),
    "forbidden": (403, "Forbidden resource", errors.PermissionDeniedError),
    "field": (422, ["title should not be an invalid token"], errors.UnprocessableError),
    "server": (500, "Invalid JWT", errors.ServerOutcomeUnknown),
}


@pytest.mark.parametrize(("status", "message", "kind"), OTHERS.values(), ids=OTHERS.keys())
@pytest.mark.asyncio
async def test_not_for_other_refusals(status: int, message: object, kind: type[HighLevelError]) -> None:
    """A refusal that another token would not cure asks for none."""
    auth, server = Rotating(), Server(status=status, message=message)
    async with answered(server.answer, token=auth, max_retries=5) as client:
        with pytest.raises(kind):
            await touch(client)
    assert (auth.refused, server.seen) == ([], ["token-1"])


@pytest.mark.asyncio
async def test_retries_are_left_after_a_renewal() -> None:
    """A renewal does not use up a retry, nor does a retry ask for a renewal."""
    auth, statuses, seen = Rotating(), iter([429, 401, 429, 200]), []

    def answer(request: httpx.Request) -> httpx.Response:
        seen.append(request.headers["authorization"])
        status = next(statuses)
        message = "Invalid JWT" if status == 401 else "Too Many Requests"
        return httpx.Response(status, json={"id": "1", "message": message}, headers={"Retry-After": "0"})

    async with answered(answer, token=auth, max_retries=2) as client:
        response = await touch(client)
    assert seen == ["Bearer token-1", "Bearer token-1", "Bearer token-2", "Bearer token-2"]
    assert (auth.refused, response.attempts) == (["token-1"], 4)


@pytest.mark.asyncio
async def test_token_is_asked_for_each_attempt() -> None:
    """An Auth that renews its token ahead of time is heard before every attempt, and never sees an old one sent."""
    tokens = iter(["a", "b", "c"])

    class Ahead:
        async def token(self) -> str:
            return next(tokens)

        async def rejected(self, token: str) -> bool:
            raise AssertionError(token)

    seen: list[str] = []

    def answer(request: httpx.Request) -> httpx.Response:
        seen.append(request.headers["authorization"])
        return httpx.Response(429 if len(seen) == 1 else 200, json={"id": "1"}, headers={"Retry-After": "0"})

    async with answered(answer, token=Ahead(), max_retries=1) as client:
        await touch(client)
        await touch(client)
    assert seen == ["Bearer a", "Bearer b", "Bearer c"]


@pytest.mark.asyncio
async def test_each_task_sends_the_token_that_it_got() -> None:
    """Tasks that get different tokens at the same time do not send each other's."""
    given: list[str] = []

    class Many:
        async def token(self) -> str:
            number = len(given)
            given.append(f"token-{number}")
            for _ in range(number % 3):  # others go on meanwhile
                await asyncio.sleep(0)
            return f"token-{number}"

        async def rejected(self, token: str) -> bool:
            raise AssertionError(token)

    server = Server(*(f"token-{number}" for number in range(30)))
    async with answered(server.answer, token=Many()) as client:
        await asyncio.gather(*(touch(client) for _ in range(30)))
    assert sorted(server.seen) == sorted(given)


@pytest.mark.parametrize("where", ["token", "rejected"])
@pytest.mark.asyncio
async def test_failing_auth(where: str) -> None:
    """What an Auth raises of its own comes out as it is."""

    class Failing(Rotating):
        async def token(self) -> str:
            if where == "token":
                raise LookupError("the vault is closed")
            return "token-1"

        async def rejected(self, token: str) -> bool:
            raise LookupError(f"the vault is closed for {len(token)} signs")

    async with answered(Server().answer, token=Failing()) as client:
        with pytest.raises(LookupError, match="vault"):
            await touch(client)


@pytest.mark.parametrize("token", ["", "a b", "a\n", None, 5, b"bytes"], ids=repr)
@pytest.mark.asyncio
async def test_auth_with_a_bad_token(token: Any) -> None:
    """An Auth that gives no usable token ends in a ConfigurationError, and nothing is sent."""

    class Bad(Rotating):
        async def token(self) -> str:
            return token  # type: ignore[no-any-return]

    server = Server()
    async with answered(server.answer, token=Bad()) as client:
        with pytest.raises(errors.ConfigurationError, match="token"):
            await touch(client)
    assert server.seen == []
