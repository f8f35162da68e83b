"""A call of an operation, with what it must send; the tables of the families are in `wire_*.py`.

The tables were written from the vendor's pages and file, so they do not depend on what was generated. What has been
added to the OpenAPI file since, and has no row, gets one of `wire_derived`.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta, timezone
from typing import Any, NamedTuple

from conftest import LOCATION

from highlevel_calendars import CalendarsClient, api, models

INDIA = timezone(timedelta(hours=5, minutes=30))
START, END = datetime(2021, 6, 23, 3, 30, tzinfo=INDIA), datetime(2021, 6, 23, 4, 30, tzinfo=INDIA)
START_MILLIS, END_MILLIS = "1624399200000", "1624402800000"

Row = tuple[str, object, str, object]  # the argument, its value, the key on the wire, its value there


class Call(NamedTuple):
    """A call of one operation, with every argument that it takes.

    Attributes:
        operation: The operationId.
        function: The name of its function in `api`.
        method: The group and its method.
        request: The HTTP method and the raw path, without the query.
        positional: The parameters of the path, and a body that is an array.
        body: The fields of the body.
        query: The parameters of the query, in the vendor's order; what goes over the wire is quoted.
        needed: The arguments that cannot be left out.
        content: The body, where it has no fields.
        reply: A reply that can be read.
    """

    operation: str
    function: str
    method: str
    request: str
    positional: tuple[Any, ...] = ()
    body: Sequence[Row] = ()
    query: Sequence[Row] = ()
    needed: frozenset[str] | set[str] = frozenset()
    content: object = None
    reply: object = {"id": "1"}

    @property
    def located(self) -> bool:
        """Whether the client names its location when the call does not."""
        names = {row[0] for row in (*self.body, *self.query)}
        return "location_id" in names and self.operation != "update-calendar-resource"

    @property
    def arguments(self) -> dict[str, Any]:
        """Every argument with its value."""
        return {row[0]: row[1] for row in (*self.body, *self.query)}

    @property
    def least(self) -> dict[str, Any]:
        """The arguments that cannot be left out."""
        return {name: value for name, value in self.arguments.items() if name in self.needed}

    def wire_body(self, arguments: Mapping[str, Any]) -> object:
        """The JSON body of a call with these arguments, `None` for none."""
        if not self.body:
            return self.content
        body = {key: wire for name, _, key, wire in self.body if name in arguments}
        return {"locationId": LOCATION, **body} if self.located else body

    def wire_query(self, arguments: Mapping[str, Any]) -> str:
        """The raw query of a call with these arguments."""
        named = {"location_id", *arguments} if self.located else set(arguments)
        rows = [row for row in self.query if row[0] in named]
        wires = [(key, wire if name in arguments else LOCATION) for name, _, key, wire in rows]
        return "&".join(f"{key}={text}" for key, wire in wires for text in (wire if isinstance(wire, list) else [wire]))

    async def make(self, client: CalendarsClient, way: str, arguments: Mapping[str, Any], **more: Any) -> Any:
        """Call the operation by its "method" or its "function"; the function returns the whole response."""
        if way == "method":
            group, name = self.method.split(".")
            return await getattr(getattr(client, group), name)(*self.positional, **arguments, **more)
        fields = {row[0] for row in self.body}
        body = {name: value for name, value in arguments.items() if name in fields}
        query = {name: value for name, value in arguments.items() if name not in fields}
        positional = (*self.positional, self.model()(**body)) if self.body else self.positional
        return await getattr(api, self.function)(client, *positional, **query, **more)

    def model(self) -> Any:
        """The request model, which the annotation of the function names."""
        return getattr(models, getattr(api, self.function).__annotations__["body"])
