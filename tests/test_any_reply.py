"""Whatever comes over the wire, a call ends in a model or in an error of the tree."""

from __future__ import annotations

import asyncio
import gzip
import json
from collections.abc import AsyncIterator
from functools import partial
from typing import Any

import httpx
import wire_calls
from hypothesis import given, settings
from hypothesis import strategies as st
from support import Body, answered, operation

from highlevel_calendars import CalendarsClient, HighLevelError


async def touch(client: CalendarsClient) -> Any:
    """A call of the tests' own, whose reply is returned as it is."""
    return (await client.call(operation("GET"), body=Body())).value


CALLS: dict[str, Any] = {
    **{name: partial(call.make, way="method", arguments=call.least) for name, call in wire_calls.CALLS.items()},
    "a read": touch,
}

ENVELOPES = [
    "calendar",
    "calendars",
    "group",
    "groups",
    "appointment",
    "event",
    "events",
    "note",
    "schedule",
    "schedules",
]
KEYS = ["id", "_id", "notes", "2026-08-25", "slots", "success", "message", "error", "msg", "statusCode", "traceId"]
keys = st.sampled_from(ENVELOPES + KEYS)
values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(keys | st.text(max_size=3), inner, max_size=4),
    max_leaves=8,
)
documents = values.map(lambda value: json.dumps(value).encode())
cut = st.tuples(documents, st.integers(0, 40)).map(lambda pair: pair[0][: pair[1]])
bodies = st.binary(max_size=60) | documents | cut | st.text(max_size=30).map(lambda page: f"<p>{page}".encode("utf-16"))
headers = st.dictionaries(
    st.sampled_from(["Retry-After", "X-RateLimit-Interval-Milliseconds", "X-RateLimit-Daily-Remaining", "Date"]),
    st.text(st.characters(min_codepoint=32, max_codepoint=126), max_size=30)
    | st.sampled_from(
        ["0", "-1", "1e9", "Wed, 21 Oct 2015 07:28:00 GMT", "Mon, 20 Nov 1995 19:12:08 +99999999999999999999"]
    ),
    max_size=3,
)
encodings = st.sampled_from([None, None, None, "gzip", "deflate", "unheard-of"])


class Stream(httpx.AsyncByteStream):
    """A body that is decoded while it is read, as one from a socket is."""

    def __init__(self, content: bytes) -> None:
        self._content = content

    async def __aiter__(self) -> AsyncIterator[bytes]:
        yield self._content


async def outcome(call: Any, status: int, sent: dict[str, str], content: bytes) -> object:
    """What a call returns or raises when every reply to it is the given one."""

    async def no_sleep(seconds: float) -> None:
        assert 0 <= seconds <= 60

    def answer(request: httpx.Request) -> httpx.Response:
        return httpx.Response(status, headers=sent, stream=Stream(content))

    async with answered(answer, max_retries=1) as client:
        client._pipeline._sleep = no_sleep
        try:
            return await call(client)
        except HighLevelError as error:
            return error


@settings(max_examples=1200, deadline=None)
@given(
    call=st.sampled_from(list(CALLS.values())),
    status=st.sampled_from([200, 201, 204, 301, 400, 401, 422, 429, 500]) | st.integers(200, 599),
    sent=headers,
    encoding=encodings,
    content=bodies,
)
def test_any_reply(call: Any, status: int, sent: dict[str, str], encoding: str | None, content: bytes) -> None:
    """Any status, headers and bytes end in a model when the status is of success, and else in an error with it."""
    if encoding is not None:
        sent = {**sent, "Content-Encoding": encoding}
    found = asyncio.run(outcome(call, status, sent, content))
    if isinstance(found, HighLevelError):
        assert found.status == status
        assert found.operation is not None
        assert found.attempts in {1, 2}
        assert isinstance(found.messages, tuple)
        assert all(type(message) is str for message in found.messages)
        assert type(found.trace_id) in {str, type(None)}
        assert str(status) in str(found)
    else:
        assert 200 <= status < 300
        for model in found if isinstance(found, list) else [found]:
            assert type(model).__module__.startswith("highlevel_calendars._generated.models") or type(model) is dict


@settings(max_examples=60, deadline=None)
@given(content=documents.filter(lambda content: content[:1] == b"{"))
def test_any_compressed_reply(content: bytes) -> None:
    """A compressed reply is read like one that is not."""
    call = CALLS["create a group"]
    plain = asyncio.run(outcome(call, 201, {}, content))
    packed = asyncio.run(outcome(call, 201, {"Content-Encoding": "gzip"}, gzip.compress(content)))
    assert type(plain) is type(packed)
    assert str(plain) == str(packed)
