"""Spans of time, in microseconds since 1970."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from highlevel_sandbox.bodies import JsonObject
from highlevel_sandbox.refusals import unprocessable

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_MICROSECOND = timedelta(microseconds=1)


@dataclass(frozen=True)
class Span:
    """From `starts` up to, but without, `ends`."""

    starts: int
    ends: int


def start_of(body: JsonObject) -> datetime:
    """The startTime of a request."""
    return _time(body, "startTime")


def end_of(body: JsonObject) -> datetime:
    """The endTime of a request."""
    return _time(body, "endTime")


def span(start: datetime, end: datetime) -> Span:
    """The span between two times that carry their offset; a refusal when it is empty or runs backwards."""
    if end <= start:
        raise unprocessable(["endTime must be after startTime"])
    return Span((start - _EPOCH) // _MICROSECOND, (end - _EPOCH) // _MICROSECOND)


def _time(body: JsonObject, name: str) -> datetime:
    try:
        return datetime.fromisoformat(body[name].upper())
    except ValueError:
        # The format checker lets a line break at the end through.
        raise unprocessable([f"{name} must be a valid ISO 8601 date string"]) from None
