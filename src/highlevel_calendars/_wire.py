"""Values on their way to and from JSON: what is unset, and how scalars are written and read.

Reading is lenient: a value of an unexpected type becomes `None`, never an exception. Writing is exact.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import UTC, date, datetime, timedelta
from enum import Enum
from math import isfinite
from typing import Final, Literal, TypeGuard, TypeVar

T = TypeVar("T")

JsonObject = dict[str, object]

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


class Unset(Enum):
    """The type of `UNSET`: a field that is left out of a request, which is not the same as null."""

    UNSET = "UNSET"

    def __bool__(self) -> Literal[False]:
        return False

    def __repr__(self) -> str:
        return "UNSET"


UNSET: Final = Unset.UNSET


class UnreadableError(ValueError):
    """A reply lacks what makes it usable."""


def is_object(value: object) -> TypeGuard[JsonObject]:
    """Whether a decoded JSON value is an object."""
    return isinstance(value, dict)


def is_array(value: object) -> TypeGuard[list[object]]:
    """Whether a decoded JSON value is an array."""
    return isinstance(value, list)


def write_local_date(value: date) -> str:
    """Write a local date in the API's form, whose Z does not mean UTC."""
    return f"{value.isoformat()[:10]}T00:00:00.000Z"


def write_date(value: date) -> str:
    """Write a date.

    Raises:
        TypeError: it is a datetime, whose day depends on the zone.
    """
    if isinstance(value, datetime):
        raise TypeError(f"{value!r} is a datetime, not a date")
    return value.isoformat()


def write_texts(values: list[str]) -> list[str]:
    """Write a list of strings.

    Raises:
        TypeError: it is a single string, which would go for its letters.
    """
    if isinstance(values, str):
        raise TypeError(f"{values!r} is a string, not a list of them")
    return list(values)


def is_many(value: object) -> TypeGuard[list[object] | tuple[object, ...]]:
    """Whether a value of the query is several."""
    return isinstance(value, list | tuple)


def query_text(value: object) -> str:
    """Write a value of the query: booleans as JSON does, whole numbers without a point.

    Raises:
        TypeError: it is no string, number or boolean.
    """
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    if isinstance(value, str | int) or (isinstance(value, float) and isfinite(value)):
        return str(value)
    raise TypeError(f"{value!r} is no string, number or boolean")


def query_millis(value: object) -> str:
    """Write an instant as milliseconds since 1970.

    Raises:
        TypeError: it is no aware datetime.
    """
    if not isinstance(value, datetime) or value.utcoffset() is None:
        raise TypeError(f"{value!r} is no aware datetime")
    return str((value - _EPOCH) // timedelta(milliseconds=1))


def write_each(entries: Iterable[JsonObject], key: str) -> list[JsonObject]:
    """Write one entry for each value that `entries` name under `key`."""
    written: list[JsonObject] = []
    for entry in entries:
        values = entry[key]
        if is_array(values):
            written.extend({**entry, key: [value]} for value in values)
    return written


def read_id(data: Mapping[str, object], *keys: str) -> str:
    """Read an id, the one thing that a reply must have.

    Raises:
        UnreadableError: there is none.
    """
    found = find_id(data, *keys)
    if found is None:
        raise UnreadableError(f"it has no id in {keys[0]!r}")
    return found


def find_id(data: Mapping[str, object], *keys: str) -> str | None:
    """The first id under `keys`, which may be written as a number."""
    for key in keys:
        value = data.get(key)
        if isinstance(value, str) and value:
            return value
        if isinstance(value, int) and not isinstance(value, bool):
            return str(value)
    return None


def first(data: Mapping[str, object], *keys: str) -> object:
    """The first value that is not null among those under `keys`."""
    for key in keys:
        value = data.get(key)
        if value is not None:
            return value
    return None


def read_string(value: object) -> str | None:
    return value if isinstance(value, str) else None


def read_boolean(value: object) -> bool | None:
    """Read a boolean, which some replies send as the string "true"."""
    if isinstance(value, bool):
        return value
    return {"true": True, "false": False}.get(value) if isinstance(value, str) else None


def read_number(value: object) -> float | None:
    """Read a number, which some replies send as a string."""
    if isinstance(value, str) and re.fullmatch(r"-?[0-9]{1,15}(\.[0-9]{1,15})?", value):
        return float(value)
    return value if isinstance(value, int | float) and not isinstance(value, bool) else None


def read_integer(value: object) -> int | None:
    number = read_number(value)
    return int(number) if number is not None and number == number // 1 else None


def read_instant(value: object) -> datetime | None:
    """Read an aware datetime. One without an offset is no instant and becomes `None`."""
    if not isinstance(value, str):
        return None
    try:
        instant = datetime.fromisoformat(value)
    except ValueError:
        return None
    return instant if instant.tzinfo is not None else None


def read_local_date(value: object) -> date | None:
    """Read a local date, whatever time of day and zone the API writes behind it."""
    if not isinstance(value, str) or value[10:11] not in {"", "T"}:
        return None
    try:
        return date.fromisoformat(value[:10])
    except ValueError:
        return None


def read_object(value: object, read: Callable[[JsonObject], T]) -> T | None:
    return read(value) if is_object(value) else None


def read_objects(value: object, read: Callable[[JsonObject], T]) -> list[T] | None:
    """Read an array of objects, passing over what is none or has no id."""
    return list(readable(value, read)) if is_array(value) else None


def readable(items: Iterable[object], read: Callable[[JsonObject], T]) -> Iterator[T]:
    """The models of the items that can be read."""
    for item in items:
        if is_object(item):
            try:
                yield read(item)
            except UnreadableError:
                continue


def read_entries(data: JsonObject, read: Callable[[JsonObject], T]) -> dict[str, T]:
    """Read what stands under each key, passing over what is no object."""
    return {key: read(value) for key, value in data.items() if is_object(value)}


def read_values(value: object, read: Callable[[object], T | None]) -> list[T] | None:
    """Read an array of scalars, passing over those that cannot be read."""
    return [item for item in map(read, value) if item is not None] if is_array(value) else None


def reply_object(read: Callable[[JsonObject], T]) -> Callable[[object], T]:
    """A reader of replies that are an object; of any other it raises `UnreadableError`."""

    def reader(value: object) -> T:
        if not is_object(value):
            raise UnreadableError(f"expected a JSON object, got a {type(value).__name__}")
        return read(value)

    return reader


def reply_array(read: Callable[[JsonObject], T]) -> Callable[[object], list[T]]:
    """A reader of replies that are an array of objects; of any other it raises `UnreadableError`."""

    def reader(value: object) -> list[T]:
        if not is_array(value):
            raise UnreadableError(f"expected a JSON array, got a {type(value).__name__}")
        return list(readable(value, read))

    return reader
