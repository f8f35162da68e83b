"""Bodies that are no JSON, no object, or no text that could be sent back."""

import httpx
import pytest

from .bodies import BLOCK_SLOTS, GROUPS, LOCATION

NAMED = b'{"locationId":"%s","description":"","slug":"s","name":' % LOCATION.encode()
WHOLE = NAMED + b'"n"}'


@pytest.mark.asyncio
@pytest.mark.parametrize(
    ("content", "message"),
    [
        pytest.param(b"{", "Expecting property name", id="cut off"),
        pytest.param(b"nonsense", "Expecting value", id="no JSON"),
        pytest.param(b"\xff\xfe{}", "not encoded in UTF-8", id="not UTF-8"),
        pytest.param(b"\xef\xbb\xbf{}", "BOM", id="byte order mark"),
        pytest.param(NAMED + b'"\\ud800"}', "lone surrogate", id="surrogate in a value"),
        pytest.param(b'{"\\udfff": 1}', "lone surrogate", id="surrogate in a key"),
        pytest.param(NAMED + b"NaN}", "NaN is not a JSON number", id="NaN"),
        pytest.param(NAMED + b"-Infinity}", "-Infinity is not a JSON number", id="infinity"),
        pytest.param(NAMED + b"1e400}", "1e400 is too large", id="1e400"),
        pytest.param(NAMED + b"9" * 5000 + b"}", "integer string conversion", id="5000 digits"),
        pytest.param(NAMED + b"[" * 50_000 + b"]" * 50_000 + b"}", "nested too deeply", id="depth 50,000"),
        pytest.param(b" " * (1024 * 1024) + WHOLE, "larger than 1048576 bytes", id="more than 1 MiB"),
    ],
)
async def test_a_body_that_is_no_json_is_400(client: httpx.AsyncClient, content: bytes, message: str) -> None:
    """Whatever is no JSON, or no JSON that could be sent back, is a Bad Request that says why."""
    reply = await client.post(GROUPS, content=content, headers={"Content-Type": "application/json"})
    body = reply.json()
    assert reply.status_code == 400
    assert message in body.pop("message")
    assert body.pop("traceId")
    assert body == {"error": "Bad Request", "statusCode": 400}


@pytest.mark.asyncio
@pytest.mark.parametrize("depth", range(50, 1000, 50))
async def test_no_depth_of_nesting_breaks_the_validator(client: httpx.AsyncClient, depth: int) -> None:
    """A value of any depth is either too deep or of the wrong type, and never an error of the server."""
    content = NAMED + b"[" * depth + b"]" * depth + b"}"
    reply = await client.post(GROUPS, content=content, headers={"Content-Type": "application/json"})
    assert reply.json()["message"] in (["name must be a string"], "The body is nested too deeply")


@pytest.mark.asyncio
@pytest.mark.parametrize("path", [GROUPS, BLOCK_SLOTS])
@pytest.mark.parametrize("content", [b"[]", b"null", b"7", b'"text"', b"true"])
async def test_a_body_that_is_no_object_is_422(client: httpx.AsyncClient, content: bytes, path: str) -> None:
    """JSON of another type is refused in one sentence."""
    reply = await client.post(path, content=content, headers={"Content-Type": "application/json"})
    assert (reply.status_code, reply.json()["message"]) == (422, ["body must be an object"])


@pytest.mark.asyncio
async def test_an_empty_body_lacks_every_field(client: httpx.AsyncClient) -> None:
    """No body at all is answered like an empty object."""
    reply = await client.post(GROUPS)
    assert reply.status_code == 422
    assert reply.json()["message"] == [
        f"{field} must be a string" for field in ("locationId", "name", "description", "slug")
    ]


@pytest.mark.asyncio
@pytest.mark.parametrize("media_type", ["text/plain", "application/x-www-form-urlencoded", "", "json"])
async def test_another_content_type_is_400(client: httpx.AsyncClient, media_type: str) -> None:
    """A body that does not say that it is JSON is not read as JSON."""
    reply = await client.post(GROUPS, content=WHOLE, headers={"Content-Type": media_type})
    message = "The Content-Type must be application/json"
    assert (reply.status_code, reply.json()["message"]) == (400, message)


@pytest.mark.asyncio
async def test_a_charset_beside_the_content_type_is_no_matter(client: httpx.AsyncClient) -> None:
    """The media type may carry parameters and be written in any case."""
    reply = await client.post(GROUPS, content=WHOLE, headers={"Content-Type": "Application/JSON; charset=utf-8"})
    assert reply.status_code == 201


@pytest.mark.asyncio
@pytest.mark.parametrize("name", ["a\x00b", "\u202e", "\U0001f600", "'; DROP TABLE document; --", ""])
async def test_any_text_is_kept_as_it_is(client: httpx.AsyncClient, name: str) -> None:
    """A strange name and slug come back as they were sent."""
    reply = await client.post(GROUPS, json={"locationId": LOCATION, "name": name, "description": name, "slug": name})
    assert reply.status_code == 201
    created = reply.json()["group"]
    assert [created[field] for field in ("name", "description", "slug")] == [name] * 3
