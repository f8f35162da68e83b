"""Replies that no one would expect: what counts of them is the status, and then an id."""

from __future__ import annotations

import contextlib
from collections.abc import AsyncIterator

import pytest
import pytest_asyncio
from raw_server import (
    HTML,
    TIMEOUT,
    assert_nothing_is_left,
    client_of,
    create,
    error_of,
    hangs_up_after,
    raw_server,
    reply,
    says,
    trickles,
)

from highlevel_calendars import HighLevelError, errors
from highlevel_calendars.models import Group

GZIP = "Content-Encoding: gzip"
CHUNKED = "HTTP/1.1 {}\r\nTransfer-Encoding: chunked\r\n\r\n"
DEEP = b"[" * 100_000
DEEP_OBJECT = b'{"group":' * 100_000


@pytest_asyncio.fixture(autouse=True)
async def _nothing_is_left(monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[None]:
    """No test leaves a task, or anything that warns when it is collected; no proxy stands between."""
    monkeypatch.setenv("no_proxy", "*")
    yield
    assert_nothing_is_left()


STATUSES = {
    "520": (reply("520 Unknown", HTML, "Content-Type: text/html"), errors.ServerOutcomeUnknown),
    "599": (reply("599 Odd", b""), errors.ServerOutcomeUnknown),
    "999": (reply("999 Odd", b"no"), errors.ServerOutcomeUnknown),
    "500 cut off": (reply("500 Oops", b'{"mess', length=99), errors.ServerOutcomeUnknown),
    "400 cut off": (reply("400 Bad", b'{"mess', length=99), errors.BadRequestError),
    "400 with broken gzip": (reply("400 Bad", b"no gzip", GZIP), errors.BadRequestError),
    "400 with broken chunks": (CHUNKED.format("400 Bad").encode() + b"zz\r\n", errors.BadRequestError),
    "422 nested too deeply": (reply("422 No", DEEP), errors.UnprocessableError),
    "422 without UTF-8": (reply("422 No", b'{"message": "\xff"}'), errors.UnprocessableError),
    "422 with a huge integer": (reply("422 No", b'{"message": ' + b"9" * 5000 + b"}"), errors.UnprocessableError),
    "422 with a list of all kinds": (reply("422 No", b'{"message": [null, 1, {"a": []}]}'), errors.UnprocessableError),
    "404 in HTML": (reply("404 Not Found", HTML), errors.NotFoundError),
    "409, which is not documented": (reply("409 Conflict", b"{}"), errors.StatusError),
    "301 without a place": (reply("301 Moved"), errors.StatusError),
    "304 with a body": (b"HTTP/1.1 304 Not Modified\r\nContent-Length: 3\r\n\r\n", errors.StatusError),
}


@pytest.mark.asyncio
@pytest.mark.parametrize(("raw", "kind"), STATUSES.values(), ids=STATUSES)
async def test_a_status_counts_whatever_comes_behind_it(raw: bytes, kind: type[HighLevelError]) -> None:
    """An error's class follows from its status even where the body is cut off, garbled or of another kind."""
    error = await error_of(hangs_up_after(raw))
    assert type(error) is kind
    assert error.status == int(raw.split()[1])


@pytest.mark.asyncio
@pytest.mark.parametrize(
    ("status", "kind"),
    [("400 Bad", errors.BadRequestError), ("500 Oops", errors.ServerOutcomeUnknown)],
    ids=["400", "500"],
)
async def test_an_error_body_without_end_is_not_waited_for(status: str, kind: type[HighLevelError]) -> None:
    """When the time is over in the middle of an error's body, the status is still told."""
    assert type(await error_of(trickles(reply(status, length=10**6), b"x"), seconds=TIMEOUT)) is kind


@pytest.mark.asyncio
@pytest.mark.parametrize(
    "asked",
    ["soon", "-5", "1e3", "", "Mon, 01 Jan 99999 00:00:00 GMT", "Mon, 99999999999999999999 Jan 2026 00:00:00 GMT"],
)
async def test_a_retry_after_that_is_none_does_no_harm(asked: str) -> None:
    """What cannot be read as a number or a date is passed over, and the burst interval counts."""
    wait = reply("429 Slow down", b"{}", f"Retry-After: {asked}", "X-RateLimit-Interval-Milliseconds: 1")
    async with raw_server(says(wait)) as server, client_of(server.url, max_retries=1) as client:
        assert await create(client) == Group(id="group-1", name="G")
        assert len(server.requests) == 2


UNREADABLE = {
    "200 empty": reply("200 OK"),
    "204": b"HTTP/1.1 204 No Content\r\n\r\n",
    "HTML": reply("200 OK", HTML, "Content-Type: text/html"),
    "null": reply("200 OK", b"null"),
    "array": reply("200 OK", b"[]"),
    "number": reply("201 Created", b"12"),
    "string": reply("201 Created", b'"group-1"'),
    "no id": reply("201 Created", b'{"group": {"name": "G"}}'),
    "nested too deeply": reply("201 Created", DEEP),
    "objects nested too deeply": reply("201 Created", DEEP_OBJECT),
    "integer of 5000 digits": reply("201 Created", b'{"group": {"id": ' + b"9" * 5000 + b"}}"),
    "no UTF-8": reply("201 Created", b'{"group": {"id": "\xff\xfe"}}'),
    "half of the JSON": reply("201 Created", b'{"group": {"id"'),
    "cut off, 200": reply("200 OK", b'{"group": {"id": "a"}}', length=99),
    "cut off, 201": reply("201 Created", b'{"group": {"id": "a"}}', length=99),
    "no gzip": reply("201 Created", b'{"group": {"id": "a"}}', GZIP),
    "chunk without length": CHUNKED.format("201 Created").encode() + b"zz\r\n{}",
    "chunks that stop": CHUNKED.format("201 Created").encode() + b"2\r\n{}\r\n",
}


@pytest.mark.asyncio
@pytest.mark.parametrize("raw", UNREADABLE.values(), ids=UNREADABLE)
async def test_an_unreadable_success_says_that_the_write_is_done(raw: bytes) -> None:
    """After a status of success nobody has to wonder whether the write happened."""
    error = await error_of(hangs_up_after(raw))
    assert type(error) is errors.UnreadableReplyError
    assert error.status == int(raw.split()[1])
    assert str(error).endswith("What it asked for has been done.")


@pytest.mark.asyncio
async def test_a_success_that_trickles_says_that_the_write_is_done() -> None:
    """When the time is over in the middle of a success's body, the write is known to have happened."""
    error = await error_of(trickles(reply("201 Created", length=10**6), b"x"), seconds=TIMEOUT)
    assert type(error) is errors.UnreadableReplyError
    assert error.status == 201
    assert str(error).endswith("What it asked for has been done.")


FINE = {
    "200 for 201": reply("200 OK", b'{"group": {"id": "group-1"}}'),
    "202 for 201": reply("202 Accepted", b'{"group": {"id": "group-1"}}'),
    "no envelope": reply("201 Created", b'{"id": "group-1"}'),
    "HTTP/1.0 without a length": b'HTTP/1.0 201 Created\r\n\r\n{"id": "group-1"}',
    "after 100": b"HTTP/1.1 100 Continue\r\n\r\n" + reply("201 Created", b'{"id": "group-1"}'),
    "after 103": b"HTTP/1.1 103 Early Hints\r\nLink: x\r\n\r\n" + reply("201 Created", b'{"id": "group-1"}'),
    "UTF-8 with a byte order mark": reply("201 Created", b'\xef\xbb\xbf{"id": "group-1"}'),
    "UTF-16": reply("201 Created", '{"id": "group-1"}'.encode("utf-16")),
    "called text": reply("201 Created", b'{"id": "group-1"}', "Content-Type: text/plain; charset=latin-1"),
    "NaN and infinity": reply("201 Created", b'{"id": "group-1", "isActive": NaN, "slug": 1e999}'),
    "everything of another type": reply("201 Created", b'{"id": "group-1", "name": {}, "slug": [], "isActive": 7}'),
    "the same key twice": reply("201 Created", b'{"id": "other", "id": "group-1"}'),
}


@pytest.mark.asyncio
@pytest.mark.parametrize("raw", FINE.values(), ids=FINE)
async def test_a_strange_success_that_can_be_read_is_one(raw: bytes) -> None:
    """Any 2xx with an id in it is a success, whatever else about it is odd."""
    async with raw_server(hangs_up_after(raw)) as server, client_of(server.url) as client:
        assert (await create(client)).id == "group-1"
        assert await create(client) == Group(id="group-1", name="G")


@pytest.mark.asyncio
@pytest.mark.xfail(reason="httpcore 1.0 keeps a connection whose server has said too much")
async def test_bytes_behind_a_reply_do_not_answer_the_next_call() -> None:
    """Where a server says more than one reply to one request, the second call gets its own answer."""
    surplus = reply("201 Created", b'{"id": "first"}') + reply("201 Created", b'{"id": "surplus"}')
    async with raw_server(says(surplus)) as server, client_of(server.url) as client:
        assert (await create(client)).id == "first"
        with contextlib.suppress(errors.ConnectionOutcomeUnknown):  # refusing the connection is as good
            assert (await create(client)).id != "surplus"
