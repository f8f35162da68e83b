"""What the rules of several operations share."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import datetime
from typing import TYPE_CHECKING, Any, NamedTuple, TypeGuard, TypeVar

from .._wire import UNSET, Unset
from ..errors import ValidationError, Violation

if TYPE_CHECKING:
    from .._operation import Arguments, Operation

T = TypeVar("T")

# Another value would break the request or its authorisation.
SDK_HEADERS = frozenset(
    {"authorization", "version", "host", "content-type", "content-length", "transfer-encoding", "connection"}
)


class Problem(NamedTuple):
    """A broken rule, before the page is known."""

    rule: str
    argument: str
    message: str


Problems = Iterator[Problem]


def is_set(value: object) -> bool:
    return value is not UNSET


def given(value: Iterable[T] | Unset) -> Sequence[T]:
    """The items of an optional list, none when it is unset.

    Raises:
        TypeError: it can be gone through only once, and would be empty when it is sent.
    """
    if isinstance(value, Unset):
        return ()
    if not isinstance(value, Sequence):
        raise TypeError(f"{value!r} is no list")
    return value


def is_aware(value: object) -> TypeGuard[datetime]:
    return isinstance(value, datetime) and value.utcoffset() is not None


def path_segment(name: str, value: object) -> Problems:
    """An id in an address is one segment of it, and not one that means another place."""
    if not isinstance(value, str) or value in {"", ".", ".."} or not value.isprintable():
        yield Problem("path-segment", name, f"{value!r} cannot stand in an address; pass the id as the API gave it.")


def own_headers(headers: Mapping[str, object]) -> Problems:
    """A caller's header is one line of visible characters, and none that the SDK sets. Its value is never shown."""
    for name, value in headers.items():
        argument = f"options.headers[{name!r}]"
        if name.lower() in SDK_HEADERS:
            yield Problem("own-header", argument, "the SDK sets this one itself.")
        elif not re.fullmatch(r"[A-Za-z0-9_-]+", name) or not is_header_value(value):
            message = "names are letters, digits and hyphens; values are printable ASCII on one line."
            yield Problem("header-syntax", argument, message)


def is_header_value(value: object) -> bool:
    """Whether a value is printable ASCII without spaces around it."""
    return isinstance(value, str) and value.isascii() and value.isprintable() and value == value.strip() != ""


def known_location(arguments: Arguments, known: str | None) -> Problems:
    """A location is named by the call or known to the client."""
    named = arguments.query.get("location_id", getattr(arguments.body, "location_id", UNSET))
    if not (known if named is UNSET else named):
        yield Problem("location-id", "location_id", "no location is known; pass it to the call or to the client.")


def aware_datetimes(**times: object) -> Problems:
    """A time is a datetime with an offset: one without means another instant elsewhere."""
    for name, value in times.items():
        if is_set(value) and not isinstance(value, datetime):
            yield Problem("aware-datetime", name, f"{value!r} is no datetime; pass an aware datetime.")
        elif is_set(value) and not is_aware(value):
            yield Problem("aware-datetime", name, f"{value} has no time zone; pass an aware datetime.")


def end_after_start(start: object, end: object, argument: str = "end_time") -> Problems:
    """A span of time ends after it starts."""
    if is_aware(start) and is_aware(end) and end.timestamp() <= start.timestamp():
        yield Problem("end-after-start", argument, f"{end} is not after the start, {start}.")


def refuse(operation: Operation[Any], problems: Iterable[Problem]) -> None:
    """Refuse what breaks a rule.

    Raises:
        ValidationError: there is any problem; it names them all.
    """
    violations = [Violation(*problem, operation.page) for problem in problems]
    if violations:
        raise ValidationError.of(operation.id, violations)


def kept(value: T | None, operation: Operation[Any], rule: str, field: str) -> T:
    """What was read to be sent along.

    Raises:
        ValidationError: it was read without it, and leaving it out would change it.
    """
    if not value:
        message = "it was read without one, so there is none to keep; pass it."
        raise ValidationError.of(operation.id, [Violation(rule, field, message, operation.page)])
    return value


def within(argument: str, value: object, least: float, most: float) -> Problems:
    """A number is within its documented limits."""
    if isinstance(value, int | float) and not least <= value <= most:
        yield Problem("limits", argument, f"{value} is not within {least:g} to {most:g}.")


def longest_range(start: object, end: object, argument: str, days: int) -> Problems:
    """A range of time is no longer than the API takes at once."""
    if is_aware(start) and is_aware(end) and end.timestamp() - start.timestamp() > days * 86_400:
        yield Problem("longest-range", argument, f"a request covers at most {days} days, found {end - start}.")
