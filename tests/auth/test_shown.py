"""Tokens, codes and the app's secret are in the requests and in the store, and nowhere else."""

from __future__ import annotations

import copy
import json
import logging
import pickle
import traceback
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl

import httpcore
import httpx
import pytest
import redis

import highlevel_calendars
from highlevel_calendars import HighLevelError, errors
from highlevel_calendars.auth import MemoryStore, OAuth, RedisStore, Secret, SQLiteStore, TokenStore

from .support import BASE_URL, LOCATION, Clock, asked, reply, tokens

SECRET = "planted-client/secret+1"
CODE = "planted-code"
# What the endpoint gives out is planted, too.
TOKENS = {"access_token": "planted-access", "refresh_token": "planted-refresh"}
LIBRARIES = tuple(str(Path(module.__file__ or "").parent) for module in (highlevel_calendars, httpx, httpcore, redis))


@pytest.fixture(autouse=True)
def logs(caplog: pytest.LogCaptureFixture) -> Iterator[None]:
    """All that any logger says at any level, which has nothing planted in it."""
    caplog.set_level(logging.DEBUG)
    yield
    said = [f"{record.getMessage()} {vars(record)!r}" for record in caplog.get_records("call")]
    assert [line for line in said if "planted" in line] == []


def chain(error: BaseException | None) -> Iterator[BaseException]:
    if error is not None:
        yield error
        yield from chain(error.__cause__)
        yield from chain(error.__context__)


def leaks(error: BaseException) -> list[str]:
    """All places of an error in which something planted shows: its text, its pickle, the locals of its frames."""
    found = [f"pickle: {pickle.dumps(error)!r}"]
    for link in chain(error):
        found.append(f"{link} {link!r} {vars(link)!r} {link.args!r}")
        for frame, _ in traceback.walk_tb(link.__traceback__):
            if frame.f_code.co_filename.startswith(LIBRARIES):
                for name, value in frame.f_locals.items():
                    found.append(f"local {name} of {frame.f_code.co_qualname}: {value!r}")
    return [trace for trace in found if "planted" in trace]


def echo(request: httpx.Request) -> str:
    """All that came with a request, as it came and read."""
    sent = request.content.decode()
    return f"{sent} {dict(parse_qsl(sent))} {request.headers.get('authorization')}"


ANSWERS: dict[str, Callable[[httpx.Request], httpx.Response]] = {
    "400": lambda request: httpx.Response(400, json={"message": echo(request)}),
    "401": lambda request: httpx.Response(401, json={"message": ["Invalid JWT", echo(request)]}),
    "invalid": lambda request: httpx.Response(400, json={"message": f"refresh token is invalid: {echo(request)}"}),
    "500": lambda request: httpx.Response(500, text=f"<html>{echo(request)}</html>"),
    "no tokens": lambda request: httpx.Response(200, json={**TOKENS, "access_token": "", "echo": echo(request)}),
    "no class": lambda _: httpx.Response(200, json={**TOKENS, "userType": "planted"}),
    "another's": lambda _: httpx.Response(200, json=reply(**TOKENS, locationId="l2", companyId="c2")),
    "no JSON": lambda request: httpx.Response(200, text=f'{{"access_token": "planted-access", {echo(request)}'),
    "array": lambda request: httpx.Response(200, json=[echo(request)]),
    "deep": lambda _: httpx.Response(200, text='["planted-access",' * 50_000),
}


def oauth(http: httpx.AsyncClient, store: TokenStore, clock: Clock | None = None) -> OAuth:
    return OAuth("client", SECRET, store=store, base_url=BASE_URL, http_client=http, now=clock or Clock())


async def installed(store: TokenStore, user_type: str) -> None:
    """Put planted tokens into a store."""
    fields = {"locationId": None} if user_type == "Company" else {}
    async with asked(lambda _: httpx.Response(200, json=reply(**TOKENS, userType=user_type, **fields))) as http:
        await oauth(http, store).exchange(CODE, state="s", expected_state="s")


async def failure(work: Any) -> HighLevelError:
    with pytest.raises(HighLevelError) as caught:
        await work
    return caught.value


@pytest.fixture(autouse=True)
def _no_naps(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing is repeated."""
    monkeypatch.setattr("highlevel_calendars._retry.delay", lambda *_, **__: None)


CASES = [
    pytest.param(what, answer, id=f"{what}, {name}")
    for what in ("code", "refresh", "refused", "location", "installed")
    for name, answer in ANSWERS.items()
    if (what, name) != ("code", "another's")  # a code may be anybody's
]


@pytest.mark.parametrize(("what", "answer"), CASES)
@pytest.mark.asyncio
async def test_no_failure_of_the_endpoint_shows_a_secret(
    what: str, answer: Callable[[httpx.Request], httpx.Response]
) -> None:
    """Whatever the endpoint says, and though it repeats all that was sent, the error shows nothing of it."""
    store, clock = MemoryStore(), Clock()
    if what != "code":
        await installed(store, "Location" if what in {"refresh", "refused"} else "Company")
    async with asked(answer) as http:
        app = OAuth("client", SECRET, store=store, base_url=BASE_URL, http_client=http, now=clock, company_id="company")
        auth = app.for_location(LOCATION)
        match what:
            case "code":
                work: Any = app.exchange(CODE, state="s", expected_state="s")
            case "refresh":
                clock.forward(days=2)
                work = auth.token()
            case "refused":
                await auth.token()
                work = auth.rejected(TOKENS["access_token"])
            case "location":
                work = auth.token()
            case _:
                work = anext(app.installed_locations("app"))
        error = await failure(work)
    assert leaks(error) == []


@pytest.mark.asyncio
async def test_no_failure_to_connect_shows_a_secret() -> None:
    """When nobody is there, or the client is closed, the error shows nothing of what was to be sent."""
    app = OAuth("client", SECRET, store=MemoryStore(), base_url="http://127.0.0.1:1")
    async with app:
        assert leaks(await failure(app.exchange(CODE, state="s", expected_state="s"))) == []
    assert leaks(await failure(app.exchange(CODE, state="s", expected_state="s"))) == []
    http = httpx.AsyncClient()
    await http.aclose()
    error = await failure(oauth(http, MemoryStore()).exchange(CODE, state="s", expected_state="s"))
    assert isinstance(error, errors.ConfigurationError)
    assert leaks(error) == []


@pytest.mark.asyncio
async def test_a_code_with_another_state_is_not_shown() -> None:
    """A callback that is refused is not repeated."""
    app = OAuth("client", SECRET, store=MemoryStore())
    assert leaks(await failure(app.exchange(CODE, state="a", expected_state="b"))) == []


@pytest.mark.parametrize("secret", [f"{SECRET} ", f"{SECRET}\n", "", None, SECRET.encode()])
def test_a_bad_secret_is_not_shown(secret: Any) -> None:
    """A client_secret that cannot be one is refused, named, and not repeated."""
    with pytest.raises(errors.ConfigurationError, match="client_secret must be a string") as caught:
        OAuth("client", secret, store=MemoryStore())
    assert leaks(caught.value) == []


@pytest.mark.parametrize("code", [f"{CODE} ", f"{CODE}\r\nX: 1", None])
@pytest.mark.asyncio
async def test_a_bad_code_is_not_shown(code: Any) -> None:
    """The same goes for a code."""
    error = await failure(OAuth("client", SECRET, store=MemoryStore()).exchange(code, state="s", expected_state="s"))
    assert "code must be a string" in str(error)
    assert leaks(error) == []


@pytest.mark.parametrize("argument", [{"base_url": "ftp://x"}, {"store": None}, {"timeout": -1}, {"company_id": ""}])
def test_another_bad_argument_does_not_show_the_secret(argument: dict[str, Any]) -> None:
    """An app that is refused for another reason keeps its secret to itself."""
    with pytest.raises(errors.ConfigurationError) as caught:
        OAuth("client", SECRET, **{"store": MemoryStore(), **argument})
    assert leaks(caught.value) == []


@pytest.mark.parametrize("store", ["SQLite", "Redis"])
@pytest.mark.asyncio
async def test_no_failure_of_a_store_shows_a_secret(
    store: str, token_file: Path, request: pytest.FixtureRequest
) -> None:
    """A store that breaks in the middle of a refresh does not show the tokens that it was to keep."""
    made: TokenStore
    if store == "SQLite":
        made = SQLiteStore(token_file)
    else:
        made = RedisStore(request.getfixturevalue("redis_url"), prefix=f"{token_file}:")
    await installed(made, "Location")

    async def answer(_: httpx.Request) -> httpx.Response:
        if isinstance(made, SQLiteStore):
            token_file.write_bytes(b"planted" * 1000)  # noqa: ASYNC240 - nobody else waits
        else:
            made._redis = Secret("redis://:planted@127.0.0.1:1")
        return httpx.Response(200, json=reply(**TOKENS))

    clock = Clock()
    clock.forward(days=2)
    async with asked(answer) as http:
        app = oauth(http, made, clock)
        error = await failure(app.for_location(LOCATION).token())
        assert type(error) is errors.StoreError
        assert leaks(error) == []
        shown = [app, vars(app), app.for_location(LOCATION), vars(app.for_location(LOCATION)), app._endpoint, made]
        assert [f"{thing!r}" for thing in shown if "planted" in f"{thing!r}"] == []


@pytest.mark.parametrize("copying", [pickle.dumps, copy.deepcopy], ids=["pickle", "deepcopy"])
def test_an_app_is_not_pickled(copying: Callable[[object], object]) -> None:
    """An app is not sent to another process by accident, nor is the token of a location."""
    app = OAuth("client", SECRET, store=MemoryStore())
    with pytest.raises(TypeError, match="make a new"):
        copying(app)
    with pytest.raises(TypeError):
        copying(app.for_location(LOCATION))


@pytest.mark.asyncio
async def test_only_the_store_has_them() -> None:
    """What an exchange returns does not show its tokens; only the text for a store has them."""
    store = MemoryStore()
    await installed(store, "Location")
    tokens = await store.load(f"client/location/{LOCATION}")
    assert tokens is not None
    assert "planted" not in f"{tokens!r} {tokens} {store!r} {vars(store)!r}"
    assert json.loads(tokens.to_json())["access_token"] == "planted-access"


@pytest.mark.parametrize("what", ["load", "save", "delete", "lock"])
@pytest.mark.asyncio
async def test_no_failure_of_redis_shows_its_password(what: str) -> None:
    """The password in the address of Redis is in no error, wherever it comes up."""
    store = RedisStore("redis://:planted@127.0.0.1:1")
    works: dict[str, Any] = {
        "load": store.load("k"),
        "save": store.save("k", tokens(), replacing=None),
        "delete": store.delete("k"),
        "lock": store.lock("k").__aenter__(),
    }
    error = await failure(works.pop(what))
    for other in works.values():
        other.close()
    assert leaks(error) == []
