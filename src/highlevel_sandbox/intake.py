"""What a request brings: its body, as bytes, as JSON or as the fields of a form."""

from typing import Any
from urllib.parse import parse_qsl

from starlette.requests import Request

from highlevel_sandbox import refusals
from highlevel_sandbox.bodies import decode

MAX_BODY = 1024 * 1024  # bytes

_FORM = "application/x-www-form-urlencoded"
_FORM_WANTED = f"Invalid request: content must be {_FORM}"


async def read(request: Request) -> bytes | None:
    """The body, or None when it is too large; all of it is taken, so that the answer gets through."""
    raw = bytearray()
    size = 0
    async for chunk in request.stream():
        size += len(chunk)
        if size <= MAX_BODY:
            raw += chunk
    return bytes(raw) if size <= MAX_BODY else None


def json_of(request: Request, raw: bytes | None) -> Any:
    """The JSON value of a body; an empty object when there is none."""
    if raw is None:
        raise _too_large()
    if not raw:
        return {}
    if _media_type(request) != "application/json":
        raise refusals.bad_request("The Content-Type must be application/json")
    try:
        return decode(raw)
    except ValueError as error:
        raise refusals.bad_request(str(error)) from None


def form_of(request: Request, raw: bytes | None) -> list[tuple[str, str]]:
    """The fields of a form that have a value, in their order."""
    if raw is None:
        raise _too_large()
    if _media_type(request) != _FORM:
        raise refusals.bad_grant(_FORM_WANTED)
    try:
        return parse_qsl(raw.decode("utf-8"), errors="strict", max_num_fields=100)
    except ValueError as error:
        raise refusals.bad_grant(f"Invalid request: {error}") from None


def _media_type(request: Request) -> str:
    return request.headers.get("content-type", "").partition(";")[0].strip().lower()


def _too_large() -> refusals.Refusal:
    return refusals.bad_request(f"The body is larger than {MAX_BODY} bytes")
