"""What a reply means: a model, or one of the errors. Pure decisions on what came over the wire."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from typing import NamedTuple, Protocol, TypeGuard, TypeVar

from . import errors
from ._operation import Operation, Response
from ._wire import is_array, is_object
from .limits.usage import Usage

T = TypeVar("T")

# No message of the API is longer than this; a page of HTML is.
_LONGEST_MESSAGE = 500
_LONGEST_PAGE = 4_000

# An update or a deletion whose reply was lost.
_PERHAPS = "It may have been carried out; doing it again does no harm."

_BY_STATUS: dict[int, type[errors.StatusError]] = {
    400: errors.BadRequestError,
    401: errors.AuthenticationError,
    403: errors.PermissionDeniedError,
    404: errors.NotFoundError,
    422: errors.UnprocessableError,
    429: errors.RateLimitError,
}

_BY_MESSAGE: tuple[tuple[str, type[errors.StatusError]], ...] = (
    ("slot you have selected is no longer available", errors.SlotTakenError),
    ("calendar is inactive", errors.CalendarInactiveError),
    ("not an event calendar", errors.NotEventCalendarError),
    ("team member needs to be selected", errors.TeamMemberRequiredError),
    ("not part of calendar team", errors.UserNotInTeamError),
    ("not authorized for this scope", errors.ScopeMissingError),
    ("authclass type is not allowed", errors.TokenClassError),
    ("user type mismatch", errors.TokenClassError),
    ("version header", errors.VersionRejectedError),
    ("does not have access to this location", errors.WrongLocationError),
    ("invalid jwt", errors.TokenRejectedError),
    ("invalid token", errors.TokenRejectedError),
    ("invalid private integration token", errors.TokenRejectedError),
)


class Traced(Protocol):
    """A model with the trace id of its reply."""

    trace_id: str | None


def lacks_trace_id(value: object) -> TypeGuard[Traced]:
    return getattr(value, "trace_id", "") is None


class Reply(NamedTuple):
    """A reply as it came.

    Attributes:
        complete: False when the connection broke before the end of the body.
        usage: What the headers tell of the rate limit.
    """

    status: int
    headers: Mapping[str, str]
    content: bytes
    complete: bool = True
    usage: Usage = Usage()

    def __repr__(self) -> str:
        return f"<Reply {self.status}, {len(self.content)} bytes>"

    @property
    def is_success(self) -> bool:
        return 200 <= self.status < 300


class Failure(NamedTuple):
    """No reply came.

    Attributes:
        reason: What happened, for people.
        sent: Whether the request may have arrived.
        timed_out: Whether it was given up after its time.
    """

    reason: str
    sent: bool
    timed_out: bool = False


def parse(content: bytes) -> object:
    """The JSON value of a body.

    Raises:
        ValueError: it is no JSON.
    """
    try:
        return json.loads(content)
    except RecursionError:
        raise ValueError("it is nested too deeply") from None


def explain(content: bytes) -> tuple[tuple[str, ...], str | None]:
    """The messages and the trace id of an error body, in any of the forms that were seen."""
    try:
        body = parse(content)
    except ValueError:
        page = content[:_LONGEST_PAGE].decode("utf-8", "replace")
        text = " ".join(re.sub(r"<(script|style).*?</\1>|<[^>]*>", " ", page, flags=re.S | re.I).split())
        return (text[:_LONGEST_MESSAGE],) if text else (), None
    if not is_object(body):
        return (str(body)[:_LONGEST_MESSAGE],) if body else (), None
    trace_id = body.get("traceId")
    said = next((body[key] for key in ("message", "error", "msg") if body.get(key)), None)
    if is_object(said):
        said = said.get("message") or said
    parts = said if is_array(said) else [] if said is None else [said]
    return tuple(str(part)[:_LONGEST_MESSAGE] for part in parts), trace_id if isinstance(trace_id, str) else None


def error_class(status: int, messages: tuple[str, ...]) -> type[errors.StatusError]:
    """The class of error that a status and its messages call for."""
    if status >= 500:
        return errors.ServerError
    if status not in _BY_STATUS:
        return errors.StatusError
    of_status = _BY_STATUS[status]
    said = "\n".join(messages).lower()
    for phrase, kind in _BY_MESSAGE:
        if phrase in said and issubclass(kind, of_status):
            return kind
    return of_status


def complaint(subject: str, status: int, messages: tuple[str, ...]) -> str:
    """What the API said to a request, as a sentence."""
    said = "; ".join(messages) or "the reply says nothing more"
    return f"{subject}: HTTP {status}: {said}" + ("" if said[-1] in ".!?" else ".")


def status_error(
    reply: Reply, operation: Operation[T], messages: tuple[str, ...], trace_id: str | None, attempts: int
) -> errors.StatusError:
    """The error that an unsuccessful reply calls for."""
    kind = error_class(reply.status, messages)
    if kind is errors.ServerError and operation.method == "POST":
        kind = errors.ServerOutcomeUnknown
    if kind is errors.RateLimitError and reply.usage.daily_remaining == 0:
        kind = errors.DailyLimitError
    parts = [complaint(operation.id, reply.status, messages)]
    if kind is errors.ScopeMissingError:
        parts.append(f"The operation needs {operation.scope}.")
    parts += [kind.hint] if kind.hint else []
    parts += [_PERHAPS] if kind is errors.ServerError and operation.method != "GET" else []
    parts += [f"(trace {trace_id})"] if trace_id else []
    return kind(
        " ".join(parts),
        operation=operation.id,
        status=reply.status,
        messages=messages,
        trace_id=trace_id,
        attempts=attempts,
    )


def tell_of_loss(error: errors.HighLevelError, operation: Operation[T]) -> None:
    """Say in the error of an attempt that the reply of one before it was lost: a refusal may come of what that did."""
    if operation.method != "GET" and isinstance(error, errors.StatusError):
        error.args = (f"{error} An attempt before it, whose reply was lost, may have been carried out.",)


def connection_error(failure: Failure, operation: Operation[T], attempts: int) -> errors.HighLevelError:
    """The error that a missing reply calls for."""
    kind: type[errors.HighLevelError]
    if operation.method == "POST" and failure.sent:
        kind = errors.TimeoutOutcomeUnknown if failure.timed_out else errors.ConnectionOutcomeUnknown
    else:
        kind = errors.APITimeoutError if failure.timed_out else errors.APIConnectionError
    if kind.hint:
        hint = kind.hint
    elif not failure.sent:
        hint = "The request was not carried out."
    else:
        hint = "" if operation.method == "GET" else _PERHAPS
    message = f"{operation.id}: {failure.reason}." + (f" {hint}" if hint else "")
    return kind(message, operation=operation.id, attempts=attempts)


def read(reply: Reply, operation: Operation[T], attempts: int) -> Response[T]:
    """Decode a successful reply.

    Raises:
        UnreadableReplyError: it is no JSON object, or has no id.
    """
    try:
        value, trace_id = decode(reply.content, operation)
    except ValueError as error:
        reason = str(error)
    else:
        return Response(
            value=value,
            status=reply.status,
            headers=reply.headers,
            content=reply.content,
            trace_id=trace_id,
            attempts=attempts,
        )
    # Raised here, for the error of the parser holds the whole reply.
    raise unreadable(reply, operation, attempts, reason)


def decode(content: bytes, operation: Operation[T]) -> tuple[T, str | None]:
    """The model of a body, and its trace id.

    Raises:
        ValueError: it is no JSON, not of the form that the operation has, or has no id.
    """
    body = parse(content)
    value = operation.read(unwrap(body, operation.envelope))
    trace_id = body.get("traceId") if is_object(body) else None
    trace_id = trace_id if isinstance(trace_id, str) else None
    if lacks_trace_id(value):
        value.trace_id = trace_id  # it stood beside the envelope
    return value, trace_id


def unreadable(reply: Reply, operation: Operation[T], attempts: int, reason: str) -> errors.UnreadableReplyError:
    """The error of a success that cannot be read: what was asked for has been done all the same."""
    done = "" if operation.method == "GET" else " What it asked for has been done."
    return errors.UnreadableReplyError(
        f"{operation.id}: HTTP {reply.status}, but the reply cannot be read: {reason}.{done}",
        operation=operation.id,
        status=reply.status,
        attempts=attempts,
    )


def unwrap(body: object, envelope: tuple[str, ...]) -> object:
    """What is in the envelope, or the body itself when it came without one."""
    if is_object(body):
        for key in envelope:
            inner = body.get(key)
            if is_object(inner) or is_array(inner):
                return inner
    return body
