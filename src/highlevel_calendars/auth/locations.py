"""The locations that an app is installed in, as the API lists them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from .._wire import is_array, is_object


class InstalledLocation(NamedTuple):
    """A location that the app is installed in.

    Attributes:
        id: The location's id, for `OAuth.for_location()`.
        name: Its name.
        address: Its postal address.
        is_installed: False where the reply says so.
    """

    id: str
    name: str | None
    address: str | None
    is_installed: bool = True


def listed(body: object) -> Iterator[InstalledLocation]:
    """The locations of a reply; what has no id is left out.

    Raises:
        ValueError: it is no list of locations.
    """
    locations = body.get("locations") if is_object(body) else None
    if not is_array(locations):
        raise ValueError("it has no locations")
    for item in locations:
        if is_object(item):
            location_id = item.get("_id") or item.get("id") or item.get("locationId")
            if isinstance(location_id, str):
                name, address = string(item.get("name")), string(item.get("address"))
                yield InstalledLocation(location_id, name, address, item.get("isInstalled") is not False)


def string(value: object) -> str | None:
    return value if isinstance(value, str) else None
