"""What the API answers when it refuses, in every form that was seen, and the error that it becomes."""

from __future__ import annotations

import json
from typing import Any, NamedTuple

import httpx
import pytest
from support import Body, answered, operation

from highlevel_calendars import StatusError, errors
from highlevel_calendars.errors import HighLevelError

CLOUDFLARE = b"""<!DOCTYPE html>
<html><head><title>502: Bad gateway</title><style>body { color: red }</style>
<script>var token = "x < y";</script></head>
<body><h1>Bad gateway</h1> <p>The web server reported a bad gateway error.</p></body></html>"""


class Answer(NamedTuple):
    """A status and a body, and the error that they have to become."""

    status: int
    content: bytes
    kind: type[StatusError]
    messages: tuple[str, ...]
    trace_id: str | None = None


def says(status: int, message: object, kind: type[StatusError], *messages: str, **more: object) -> Answer:
    """A JSON body with a message, which is also what is expected unless other messages are given."""
    expected = messages or ((message,) if isinstance(message, str) else ())
    content = json.dumps({"statusCode": status, "message": message, **more}).encode()
    trace_id = more.get("traceId")
    return Answer(status, content, kind, expected, trace_id if isinstance(trace_id, str) else None)


REFUSALS = {
    "expired token": says(401, "Invalid JWT", errors.TokenRejectedError),
    "invalid token": says(
        401, "Invalid token: access token is invalid", errors.TokenRejectedError, error="Unauthorized"
    ),
    "bad private integration token": says(401, "Invalid Private Integration token", errors.TokenRejectedError),
    "missing scope": says(401, "The token is not authorized for this scope.", errors.ScopeMissingError),
    "token of an agency": says(401, "This authClass type is not allowed to access this scope.", errors.TokenClassError),
    "integration token of an agency": says(401, "Token's user type mismatch!", errors.TokenClassError),
    "missing version": says(401, "version header was not found.", errors.VersionRejectedError),
    "invalid version": says(401, "version header is invalid", errors.VersionRejectedError),
    "unknown route": says(
        401,
        "This route is not yet supported by the IAM Service. Please update your IAM config.",
        errors.AuthenticationError,
    ),
    "unsupported class": says(401, "This AuthClass is not yet supported", errors.AuthenticationError),
    "gateway in trouble": says(401, "Command timed out", errors.AuthenticationError),
    "missing parameter": says(401, "E01 - Unauthorized request", errors.AuthenticationError),
    "wrong location": says(403, "The token does not have access to this location.", errors.WrongLocationError),
    "endpoint for agencies": says(403, "Forbidden resource", errors.PermissionDeniedError, error="Forbidden"),
    "taken slot": says(
        400,
        "The slot you have selected is no longer available.",
        errors.SlotTakenError,
        error="Bad Request",
        traceId="t-7",
    ),
    "inactive calendar": says(400, "Calendar is inactive", errors.CalendarInactiveError),
    "no event calendar": says(400, "The calendar is not an event calendar.", errors.NotEventCalendarError),
    "other nonsense": says(400, "Bad Request", errors.BadRequestError),
    "missing member": says(
        422, "A team member needs to be selected. assignedUserId is missing", errors.TeamMemberRequiredError
    ),
    "member of another team": says(422, "The user id not part of calendar team.", errors.UserNotInTeamError),
    "one of several complaints": says(
        422,
        ["title must be a string", "The user id not part of calendar team."],
        errors.UserNotInTeamError,
        "title must be a string",
        "The user id not part of calendar team.",
    ),
    "unknown key": says(
        422,
        ["property limit should not exist"],
        errors.UnprocessableError,
        "property limit should not exist",
        error="Unprocessable Entity",
        traceId="t-6",
    ),
    "several complaints": says(
        422,
        ["companyId must be a string", "name should not be empty"],
        errors.UnprocessableError,
        "companyId must be a string",
        "name should not be empty",
    ),
    "used up limit": says(429, "Too Many Requests", errors.RateLimitError),
    "missing thing": says(404, "Not Found", errors.NotFoundError),
    "undocumented status": says(409, "Conflict", errors.StatusError),
}
FORMS = {
    "status and name": Answer(
        400,
        b'{"status": 400, "message": "The event id is invalid.", "name": "HttpException", "traceId": "t-3"}',
        errors.BadRequestError,
        ("The event id is invalid.",),
        "t-3",
    ),
    "error with status": Answer(
        404, b'{"error": "calendar not found", "status": 400}', errors.NotFoundError, ("calendar not found",)
    ),
    "error alone": Answer(422, b'{"error": "no"}', errors.UnprocessableError, ("no",)),
    "nested error": Answer(
        400,
        b'{"error": {"code": "E1", "message": "It broke", "details": [], "resolution": "Mend it"}}',
        errors.BadRequestError,
        ("It broke",),
    ),
    "nested message": Answer(422, b'{"message": {"message": ["a", "b"]}}', errors.UnprocessableError, ("a", "b")),
    "nested taken slot": Answer(
        400,
        b'{"error": {"message": "The slot you have selected is no longer available."}}',
        errors.SlotTakenError,
        ("The slot you have selected is no longer available.",),
    ),
    "msg": Answer(400, b'{"msg": "Odd"}', errors.BadRequestError, ("Odd",)),
    "another status in the body": says(400, "Unprocessable", errors.BadRequestError, statusCode=422),
    "a success in the body": says(403, "Fine", errors.PermissionDeniedError, statusCode=200),
    "nothing said": Answer(400, b"{}", errors.BadRequestError, ()),
    "null said": Answer(400, b'{"message": null, "error": null}', errors.BadRequestError, ()),
    "null with an error": Answer(400, b'{"message": null, "error": "why"}', errors.BadRequestError, ("why",)),
    "a number said": Answer(400, b'{"message": 5, "traceId": 5}', errors.BadRequestError, ("5",)),
    "list of all kinds": Answer(422, b'{"message": ["a", 1, null]}', errors.UnprocessableError, ("a", "1", "None")),
    "text in JSON": Answer(400, b'"Nope"', errors.BadRequestError, ("Nope",)),
    "null": Answer(404, b"null", errors.NotFoundError, ()),
    "empty": Answer(403, b"", errors.PermissionDeniedError, ()),
    "plain text": Answer(404, b"Cannot GET /calendars/x", errors.NotFoundError, ("Cannot GET /calendars/x",)),
    "page of Cloudflare": Answer(
        403,
        b"<html><body>Error 1010: <b>Access\n denied</b></body></html>",
        errors.PermissionDeniedError,
        ("Error 1010: Access denied",),
    ),
    "page that never ends": Answer(403, b"<p>" + b"no " * 50_000, errors.PermissionDeniedError, (("no " * 250)[:500],)),
    "truncated JSON": Answer(422, b'{"message": ["a must be', errors.UnprocessableError, ('{"message": ["a must be',)),
    "no UTF-8": Answer(400, b"Caf\xe9", errors.BadRequestError, ("Caf\ufffd",)),
    "no UTF-8 in JSON": Answer(400, b'{"message": "\xff"}', errors.BadRequestError, ('{"message": "\ufffd"}',)),
    "a message without an end": says(400, "x" * 5_000, errors.BadRequestError, "x" * 500),
    "redirect": Answer(301, b"", errors.StatusError, ()),
}
SERVER = {
    "500 in JSON": says(500, "Internal server error", errors.ServerOutcomeUnknown, traceId="t-5"),
    "502 of Cloudflare": Answer(
        502,
        CLOUDFLARE,
        errors.ServerOutcomeUnknown,
        ("502: Bad gateway Bad gateway The web server reported a bad gateway error.",),
    ),
    "503 without a word": Answer(503, b"", errors.ServerOutcomeUnknown, ()),
    "504 in text": Answer(504, b"upstream timed out", errors.ServerOutcomeUnknown, ("upstream timed out",)),
    "520 of Cloudflare": Answer(520, b"<title>520: unknown</title>", errors.ServerOutcomeUnknown, ("520: unknown",)),
    "500 that blames the token": says(500, "Invalid JWT", errors.ServerOutcomeUnknown),
}
ALL = {**REFUSALS, **FORMS, **SERVER}


async def error_of(answer: Answer, method: str = "POST") -> HighLevelError:
    """The error of a call that gets an answer."""

    def reply(request: httpx.Request) -> httpx.Response:
        return httpx.Response(answer.status, content=answer.content)

    async with answered(reply) as client:
        with pytest.raises(HighLevelError) as caught:
            await client.call(operation(method), path={}, body=Body())
    return caught.value


@pytest.mark.parametrize("answer", ALL.values(), ids=ALL.keys())
@pytest.mark.asyncio
async def test_answer(answer: Answer) -> None:
    """A refusal becomes the error of its kind, with the status of HTTP and all that was said."""
    error = await error_of(answer)
    assert type(error) is answer.kind
    assert (error.status, error.messages, error.trace_id) == (answer.status, answer.messages, answer.trace_id)
    assert (error.operation, error.attempts) == ("touch-thing", 1)


@pytest.mark.parametrize("answer", ALL.values(), ids=ALL.keys())
@pytest.mark.asyncio
async def test_text(answer: Answer) -> None:
    """The text of an error has the operation, the status, what was said, and the trace id."""
    error = await error_of(answer)
    assert str(error).startswith(f"touch-thing: HTTP {answer.status}: ")
    for said in (*answer.messages, answer.trace_id or ""):
        assert said in str(error)


@pytest.mark.parametrize("method", ["GET", "PUT", "DELETE"])
@pytest.mark.parametrize("answer", SERVER.values(), ids=SERVER.keys())
@pytest.mark.asyncio
async def test_server_error_of_other_methods(answer: Answer, method: str) -> None:
    """A server that fails while nothing new is made leaves nothing unknown."""
    error = await error_of(answer, method)
    assert type(error) is errors.ServerError
    assert (error.status, error.messages, error.trace_id) == (answer.status, answer.messages, answer.trace_id)


KINDS: dict[int, type[StatusError]] = {
    400: errors.BadRequestError,
    401: errors.AuthenticationError,
    403: errors.PermissionDeniedError,
    404: errors.NotFoundError,
    422: errors.UnprocessableError,
    429: errors.RateLimitError,
}
PHRASES = {
    name: answer for name, answer in REFUSALS.items() if answer.kind not in {*KINDS.values(), errors.StatusError}
}


@pytest.mark.parametrize("status", KINDS)
@pytest.mark.asyncio
async def test_phrases_under_another_status(status: int) -> None:
    """Whatever words an answer uses, which may be a user's own, its error is one of its status."""
    wrong = []
    for answer in PHRASES.values():
        error = await error_of(answer._replace(status=status))
        if not isinstance(error, KINDS[status]):
            wrong.append((status, answer.messages, type(error).__name__))
    assert not wrong


HINTS: list[tuple[str, str]] = [
    ("expired token", "Check the token"),
    ("missing scope", "things.write"),
    ("missing scope", "a new token of the same scopes will not help"),
    ("token of an agency", "token of the sub-account"),
    ("missing version", "version"),
    ("wrong location", "location_id"),
    ("taken slot", "free slots"),
    ("inactive calendar", "Activate"),
    ("no event calendar", "assigned_user_id"),
    ("missing member", "assigned_user_id"),
    ("member of another team", "team members"),
    ("used up limit", "Wait"),
    ("500 in JSON", "Look whether it happened"),
]


@pytest.mark.parametrize(("name", "hint"), HINTS, ids=[": ".join(pair) for pair in HINTS])
@pytest.mark.asyncio
async def test_hint(name: str, hint: str) -> None:
    """The text of an error says what to do about it."""
    assert hint in str(await error_of(ALL[name]))


@pytest.mark.asyncio
async def test_hint_is_a_sentence_of_its_own() -> None:
    """What the API said and what to do are two sentences, also where the API left out its full stop."""
    text = str(await error_of(REFUSALS["used up limit"]))
    assert "Too Many Requests Wait" not in text


def test_every_kind_of_answer_is_tried() -> None:
    """No class of a refusal is missing from the tables of this module, but for those that no body tells of."""
    tried = {answer.kind for answer in ALL.values()} | {errors.ServerError}

    def below(kind: Any) -> set[Any]:
        return {kind}.union(*(below(child) for child in kind.__subclasses__()))

    assert tried == below(StatusError) - {errors.DailyLimitError, errors.MaxWaitError}
