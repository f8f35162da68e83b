"""When tokens are refreshed, by whom, and what becomes of those who wait. The clock is the test's."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import timedelta
from typing import Any
from urllib.parse import parse_qs

import httpx
import pytest

from highlevel_calendars import HighLevelError, errors
from highlevel_calendars.auth import Auth, MemoryStore, OAuth, TokenSet, grant

from .support import BASE_URL, DAY, LOCATION, NOON, Clock, asked, reply, tokens

KEY = f"client/location/{LOCATION}"
INVALID = {"message": "Invalid grant: refresh token is invalid"}


class World:
    """A store with tokens good until tomorrow noon, an endpoint that rotates them, and an app between."""

    def __init__(self) -> None:
        self.clock = Clock()
        self.store = MemoryStore()
        self.refreshed: list[str] = []
        self.answers: list[Any] = []
        self.hold: asyncio.Event | None = None

    async def answer(self, request: httpx.Request) -> httpx.Response:
        (token,) = parse_qs(request.content.decode())["refresh_token"]
        self.refreshed.append(token)
        if self.hold is not None:
            await self.hold.wait()
        answer = self.answers.pop(0) if self.answers else None
        if isinstance(answer, Exception):
            raise answer
        if answer is not None:
            return httpx.Response(answer[0], json=answer[1])
        number = int(token.rpartition("-")[2]) + 1
        return httpx.Response(200, json=reply(str(number)))

    @asynccontextmanager
    async def app(self) -> AsyncIterator[Auth]:
        async with asked(self.answer) as http:
            settings: dict[str, Any] = {"store": self.store, "base_url": BASE_URL, "now": self.clock}
            async with OAuth("client", "secret", http_client=http, **settings) as oauth:
                yield oauth.for_location(LOCATION)

    async def kept(self) -> TokenSet:
        kept = await self.store.load(KEY)
        assert kept is not None
        return kept


@asynccontextmanager
async def world(kept: TokenSet | None = None) -> AsyncIterator[tuple[World, Auth]]:
    made = World()
    await made.store.save(KEY, kept or tokens(), replacing=None)
    async with made.app() as auth:
        yield made, auth


def at(clock: Clock, before_the_end: float) -> None:
    """Turn the clock to so many seconds before the first tokens end."""
    clock.time = NOON + DAY - timedelta(seconds=before_the_end)


async def settled() -> None:
    for _ in range(20):
        await asyncio.sleep(0)


@pytest.fixture
def _no_naps(monkeypatch: pytest.MonkeyPatch) -> None:
    """Repeats follow at once."""
    monkeypatch.setattr("highlevel_calendars._retry.delay", lambda *_, **__: None)


@pytest.mark.parametrize(("before", "refreshed"), [(80_000, []), (301, []), (300, ["refresh-1"]), (-1, ["refresh-1"])])
@pytest.mark.asyncio
async def test_ahead_of_the_end(before: float, refreshed: list[str]) -> None:
    """A token is renewed from five minutes before its end, and the new one is used and kept."""
    async with world() as (there, auth):
        at(there.clock, before)
        number = 2 if refreshed else 1
        assert [await auth.token() for _ in range(3)] == [f"access-{number}"] * 3
        assert there.refreshed == refreshed
        assert (await there.kept()).access_token.reveal() == f"access-{number}"


@pytest.mark.asyncio
async def test_one_flight_for_all() -> None:
    """Fifty tasks that find the token expired cause one request, and all get what it brings."""
    async with world() as (there, auth):
        at(there.clock, -1)
        assert set(await asyncio.gather(*(auth.token() for _ in range(50)))) == {"access-2"}
        assert there.refreshed == ["refresh-1"]


@pytest.mark.asyncio
async def test_all_who_wait_share_the_failure() -> None:
    """Fifty tasks see the one refusal; the next task asks again."""
    async with world() as (there, auth):
        at(there.clock, -1)
        there.answers = [(400, INVALID)]
        results = await asyncio.gather(*(auth.token() for _ in range(50)), return_exceptions=True)
        assert {type(result) for result in results} == {errors.RefreshTokenInvalidError}
        assert there.refreshed == ["refresh-1"]
        assert await auth.token() == "access-2"


@pytest.mark.asyncio
async def test_the_cancelled_do_not_take_the_refresh_with_them() -> None:
    """When all who wait are cancelled, the refresh ends all the same, and its tokens are kept."""
    async with world() as (there, auth):
        at(there.clock, -1)
        there.hold = asyncio.Event()
        tasks = [asyncio.create_task(auth.token()) for _ in range(3)]
        await settled()
        for task in tasks:
            task.cancel()
        assert [type(result) for result in await asyncio.gather(*tasks, return_exceptions=True)] == [
            asyncio.CancelledError
        ] * 3
        there.hold.set()
        assert await auth.token() == "access-2"
        assert there.refreshed == ["refresh-1"]


@pytest.mark.asyncio
async def test_closing_waits_for_a_refresh() -> None:
    """The end of the app's `async with` waits until the new tokens are kept, and leaves no task."""
    before = asyncio.all_tasks()
    async with world() as (there, auth):
        at(there.clock, -1)
        there.hold = asyncio.Event()
        task = asyncio.create_task(auth.token())
        await settled()
        task.cancel()
        asyncio.get_running_loop().call_later(0.02, there.hold.set)
    assert (await there.kept()).access_token.reveal() == "access-2"
    assert asyncio.all_tasks() <= before | {task}


AHEAD: dict[str, Any] = {
    "lost": httpx.ReadError("gone"),
    "down": (503, {"message": "down"}),
    "refused": (400, INVALID),
    "inactive": (400, {"message": "Location is not active"}),
    "nonsense": (200, {}),
}


@pytest.mark.usefixtures("_no_naps")
@pytest.mark.parametrize("answer", AHEAD.values(), ids=AHEAD)
@pytest.mark.asyncio
async def test_a_failure_ahead_of_the_end_is_none(answer: Any, caplog: pytest.LogCaptureFixture) -> None:
    """While the present token is good, a failed refresh is a warning, and is not tried again for ten seconds."""
    async with world() as (there, auth):
        assert await auth.token() == "access-1"
        at(there.clock, 200)
        there.answers = [answer]
        assert await asyncio.gather(*(auth.token() for _ in range(50))) == ["access-1"] * 50
        at(there.clock, 191)
        assert await auth.token() == "access-1"
        assert there.refreshed == ["refresh-1"]
        at(there.clock, 190)
        assert await auth.token() == "access-2"
    (warning,) = [record for record in caplog.records if record.levelno == logging.WARNING]
    assert LOCATION in warning.getMessage()
    assert "good until 2027-03-02T12:00:00" in warning.getMessage()


@pytest.mark.usefixtures("_no_naps")
@pytest.mark.parametrize("answer", AHEAD.values(), ids=AHEAD)
@pytest.mark.asyncio
async def test_a_new_process_uses_a_token_that_is_about_to_end(answer: Any) -> None:
    """A process that starts shortly before the end uses the token of the store when the refresh fails."""
    async with world() as (there, auth):
        at(there.clock, 200)
        there.answers = [answer]
        assert await asyncio.gather(*(auth.token() for _ in range(50))) == ["access-1"] * 50
        assert there.refreshed == ["refresh-1"]
        at(there.clock, -1)
        assert await auth.token() == "access-2"


@pytest.mark.usefixtures("_no_naps")
@pytest.mark.asyncio
async def test_a_store_that_fails_does_not_end_a_token(monkeypatch: pytest.MonkeyPatch) -> None:
    """While the present token is good, trouble with the store is a warning; after its end it is raised."""

    async def fail(key: str) -> None:
        raise errors.StoreError(f"no {key}")

    async with world() as (there, auth):
        await auth.token()
        monkeypatch.setattr(there.store, "load", fail)
        at(there.clock, 200)
        assert await auth.token() == "access-1"
        at(there.clock, -1)
        with pytest.raises(errors.StoreError):
            await auth.token()


@pytest.mark.usefixtures("_no_naps")
@pytest.mark.asyncio
async def test_a_failure_after_the_end_is_raised() -> None:
    """Without a token that is good, the trouble of the refresh is that of the call."""
    async with world() as (there, auth):
        at(there.clock, -1)
        there.answers = [httpx.ReadError("gone")]
        with pytest.raises(errors.APIConnectionError, match="get-access-token"):
            await auth.token()
        assert await auth.token() == "access-2"


@pytest.mark.asyncio
async def test_nobody_waits_long_while_the_token_is_good(monkeypatch: pytest.MonkeyPatch) -> None:
    """A refresh ahead of the end that takes its time holds nobody up, and brings its tokens when it is done."""
    monkeypatch.setattr(grant, "_PATIENCE", 0.01)
    async with world() as (there, auth):
        assert await auth.token() == "access-1"
        at(there.clock, 200)
        there.hold = asyncio.Event()
        assert await asyncio.gather(*(auth.token() for _ in range(5))) == ["access-1"] * 5
        there.hold.set()
        await settled()
        assert await auth.token() == "access-2"
        assert there.refreshed == ["refresh-1"]


@pytest.mark.asyncio
async def test_another_process_was_faster() -> None:
    """Tokens that another process has saved are used, without a request."""
    async with world() as (there, auth):
        assert await auth.token() == "access-1"
        await there.store.save(KEY, tokens("9", expires_at=NOON + 3 * DAY), replacing=tokens())
        at(there.clock, -1)
        assert await auth.token() == "access-9"
        assert there.refreshed == []


@pytest.mark.asyncio
async def test_another_process_is_faster_while_this_one_waits_for_the_lock() -> None:
    """Who gets the lock looks into the store again, and uses what the one before has saved."""
    async with world() as (there, auth):
        assert await auth.token() == "access-1"
        at(there.clock, -1)
        async with there.store.lock(KEY):
            task = asyncio.create_task(auth.token())
            await settled()
            await there.store.save(KEY, tokens("9", expires_at=NOON + 3 * DAY), replacing=tokens())
        assert await task == "access-9"
        assert there.refreshed == []


@pytest.mark.asyncio
async def test_a_refused_token_is_replaced_once() -> None:
    """Fifty refusals of the present token cause one refresh; refusals that come late cause none."""
    async with world() as (there, auth):
        assert await auth.token() == "access-1"
        assert await asyncio.gather(*(auth.rejected("access-1") for _ in range(50))) == [True] * 50
        assert await auth.token() == "access-2"
        assert await auth.rejected("access-1")
        assert there.refreshed == ["refresh-1"]


@pytest.mark.asyncio
async def test_a_refused_token_that_another_process_has_replaced() -> None:
    """A refusal first looks into the store: another process may have the next token already."""
    async with world() as (there, auth):
        await auth.token()
        await there.store.save(KEY, tokens("9"), replacing=tokens())
        assert await auth.rejected("access-1")
        assert (await auth.token(), there.refreshed) == ("access-9", [])


@pytest.mark.asyncio
async def test_a_refusal_during_a_run_that_knows_nothing_of_it() -> None:
    """A refusal that joins a run which only reads the store does not take the refused token for a new one."""
    async with world() as (there, auth):
        first = asyncio.create_task(auth.token())
        await asyncio.sleep(0)
        assert await auth.rejected("access-1")
        assert await first == "access-1"
        assert (await auth.token(), there.refreshed) == ("access-2", ["refresh-1"])


@pytest.mark.usefixtures("_no_naps")
@pytest.mark.asyncio
async def test_a_refusal_without_a_way_out_is_raised() -> None:
    """When the token is refused and the refresh fails, its failure is raised, although the token has not ended."""
    async with world() as (there, auth):
        await auth.token()
        there.answers = [(400, INVALID)]
        with pytest.raises(errors.RefreshTokenInvalidError, match="authorize_url"):
            await auth.rejected("access-1")
        assert await auth.token() == "access-1"


@pytest.mark.asyncio
async def test_an_inactive_location_keeps_its_tokens() -> None:
    """A paused location is an error of its own, and its refresh token works again once it is active."""
    async with world() as (there, auth):
        at(there.clock, -1)
        there.answers = [(400, {"message": "Location is not active"})]
        with pytest.raises(errors.LocationInactiveError, match="kept"):
            await auth.token()
        assert await there.kept() == tokens()
        assert await auth.token() == "access-2"


@pytest.mark.asyncio
async def test_tokens_without_a_refresh_token_are_used_to_their_end() -> None:
    """What came without a refresh token is good for its day, and then the error says that there was none."""
    async with world(tokens(refresh_token=None)) as (there, auth):
        at(there.clock, 200)
        assert await auth.token() == "access-1"
        at(there.clock, -1)
        with pytest.raises(errors.NotInstalledError, match="no refresh token"):
            await auth.token()
        assert there.refreshed == []


@pytest.mark.asyncio
async def test_tokens_of_another_are_not_taken() -> None:
    """A reply that speaks for another location is an error, and is not saved."""
    async with world() as (there, auth):
        at(there.clock, -1)
        there.answers = [(200, reply("2", locationId="another"))]
        with pytest.raises(errors.UnreadableReplyError, match="another"):
            await auth.token()
        assert await there.kept() == tokens()


class Reluctant(MemoryStore):
    """A store that fails to save, or says that it did not, as often as it is told."""

    def __init__(self) -> None:
        super().__init__()
        self.failures: list[HighLevelError | bool] = []

    async def save(self, key: str, tokens: TokenSet, *, replacing: TokenSet | None) -> bool:
        failure = self.failures.pop(0) if self.failures else None
        if isinstance(failure, HighLevelError):
            raise failure
        return False if failure is False else await super().save(key, tokens, replacing=replacing)


@asynccontextmanager
async def reluctant(*failures: HighLevelError | bool) -> AsyncIterator[tuple[World, Auth]]:
    made = World()
    made.store = store = Reluctant()
    await store.save(KEY, tokens(), replacing=None)
    store.failures = list(failures)
    at(made.clock, -1)
    async with made.app() as auth:
        yield made, auth


@pytest.mark.asyncio
async def test_tokens_that_are_not_durable_are_not_used() -> None:
    """When the store fails, the new token is not used; it is saved next time, and not asked for again."""
    async with reluctant(errors.StoreError("full")) as (there, auth):
        with pytest.raises(errors.StoreError, match="full"):
            await auth.token()
        assert await there.kept() == tokens()
        assert await auth.token() == "access-2"
        assert there.refreshed == ["refresh-1"]
        assert (await there.kept()).refresh_token == tokens("2").refresh_token


@pytest.mark.asyncio
async def test_unsaved_tokens_that_have_ended_are_refreshed_themselves() -> None:
    """What could not be saved in time is still what the next tokens are asked for with."""
    async with reluctant(errors.StoreError("full")) as (there, auth):
        with pytest.raises(errors.StoreError):
            await auth.token()
        there.clock.forward(days=2)
        assert await auth.token() == "access-3"
        assert there.refreshed == ["refresh-1", "refresh-2"]


@pytest.mark.asyncio
async def test_a_store_that_lost_its_reply_is_asked_again() -> None:
    """A save that comes back without effect, while nobody else has saved, is repeated, three times at the most."""
    async with reluctant(False, False) as (there, auth):
        assert await auth.token() == "access-2"
        assert (await there.kept()).access_token.reveal() == "access-2"
    async with reluctant(False, False, False) as (there, auth):
        with pytest.raises(errors.StoreError, match="did not save"):
            await auth.token()
        assert (await auth.token(), there.refreshed) == ("access-2", ["refresh-1"])


@pytest.mark.parametrize("newer", [tokens("9", expires_at=NOON + 3 * DAY), None], ids=["saved", "deleted"])
@pytest.mark.asyncio
async def test_what_others_saved_while_the_lock_was_lost_stays(newer: TokenSet | None) -> None:
    """A process that comes late with its tokens keeps its hands off those of others, and uses them."""
    async with world() as (there, auth):
        at(there.clock, -1)
        there.hold = asyncio.Event()
        task = asyncio.create_task(auth.token())
        await settled()
        if newer:
            await there.store.save(KEY, newer, replacing=tokens())
        else:
            await there.store.delete(KEY)
        there.hold.set()
        if newer:
            assert await task == "access-9"
        else:
            with pytest.raises(errors.NotInstalledError, match="deleted"):
                await task
        assert await there.store.load(KEY) == newer


@pytest.mark.asyncio
async def test_a_refresh_token_that_others_used_while_the_lock_was_lost() -> None:
    """When the endpoint refuses a used refresh token, and the store has the next tokens by then, these are used."""
    async with world() as (there, auth):
        at(there.clock, -1)
        there.hold, there.answers = asyncio.Event(), [(400, INVALID)]
        task = asyncio.create_task(auth.token())
        await settled()
        await there.store.save(KEY, tokens("9", expires_at=NOON + 3 * DAY), replacing=tokens())
        there.hold.set()
        assert await task == "access-9"


@pytest.mark.asyncio
async def test_refreshes_are_logged_without_secrets(caplog: pytest.LogCaptureFixture) -> None:
    """One line at INFO tells of each refresh whose it was and how long it lasts, and no token."""
    caplog.set_level(logging.DEBUG)
    async with world() as (there, auth):
        at(there.clock, -1)
        await auth.token()
    lines = [record.getMessage() for record in caplog.records if record.name.startswith("highlevel_calendars")]
    assert len(lines) == 1
    assert LOCATION in lines[0]
    assert not any(word in record.getMessage() for record in caplog.records for word in ("access-", "refresh-"))
