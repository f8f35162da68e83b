"""What one operation of the API is, what a call of it may ask for, and what comes back."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Generic, Literal, NamedTuple, Protocol, TypeVar

from ._wire import JsonObject

T = TypeVar("T")

# What becomes of a write whose reply was lost.
OnUnknown = Literal["raise", "reconcile"]


class Body(Protocol):
    """A request model."""

    def to_dict(self) -> JsonObject: ...


class QueryParameter(NamedTuple):
    """A parameter of the query.

    Attributes:
        name: Its Python name.
        wire_name: Its name in the address.
        write: Makes its text of a value.
    """

    name: str
    wire_name: str
    write: Callable[[object], str]


class Operation(NamedTuple, Generic[T]):
    """The facts of an operation, as the OpenAPI file has them.

    Attributes:
        id: Its operationId.
        method: The HTTP method, in capitals.
        path: The path template, with parameters in braces.
        page: The address of the vendor's page.
        scope: What the token must be allowed to do.
        location: Where a location must be named, which the client does when the call does not: "body",
            "query", or "" for nowhere.
        query: The parameters of the query.
        envelope: Keys that the reply may be wrapped in, the first that is there wins.
        read: Makes models of the reply, out of its envelope.
    """

    id: str
    method: str
    path: str
    page: str
    scope: str
    location: Literal["body", "query", ""]
    query: tuple[QueryParameter, ...]
    envelope: tuple[str, ...]
    read: Callable[[object], T]


class Arguments(NamedTuple):
    """What a call passes: the parameters of path and query by their Python names, and the body."""

    path: Mapping[str, str]
    query: Mapping[str, object]
    body: Body | Sequence[Body] | None


@dataclass(frozen=True, kw_only=True)
class Options:
    """Settings of a single call; what is `None` is as the client has it.

    Attributes:
        timeout: Seconds that one attempt may take, from connecting to the last byte.
        max_retries: How many times a failed attempt is repeated at the most; 0 for never.
        headers: More headers to send. Those that the SDK sets itself cannot be given here.
        validate: False sends the request without checking the rules first.
        max_wait: Seconds that the call may wait for room under the rate limit, in all; 0 for none.
    """

    timeout: float | None = None
    max_retries: int | None = None
    headers: Mapping[str, str] | None = field(default=None, repr=False)
    validate: bool | None = None
    max_wait: float | None = None


@dataclass(slots=True, kw_only=True)
class Response(Generic[T]):
    """A successful reply, whole.

    Attributes:
        value: The model that the reply was decoded into.
        status: The HTTP status.
        headers: The reply's headers; names are matched without regard to case.
        content: The body as it came.
        trace_id: The id that the vendor's support asks for.
        attempts: How many times the request was sent.
    """

    value: T
    status: int
    headers: Mapping[str, str] = field(repr=False)
    content: bytes = field(repr=False)
    trace_id: str | None
    attempts: int


class Caller(ABC):
    """What an endpoint function needs: something that makes calls, which the client is."""

    @abstractmethod
    async def call(
        self,
        operation: Operation[T],
        *,
        path: Mapping[str, str] | None = None,
        query: Mapping[str, object] | None = None,
        body: Body | Sequence[Body] | None = None,
        options: Options | None = None,
        on_unknown: OnUnknown = "raise",
    ) -> Response[T]:
        """Check the rules, send the request, and decode the reply.

        With `on_unknown="reconcile"` a create whose reply was lost is looked up with ordinary reads, at once and
        three times more within 4 seconds. What is found is returned, with all that the API tells of it. What
        was surely not there at the last look is sent again, as long as `max_retries` lasts; a create that the API
        accepted with a reply that cannot be read is only looked up. Looking ends after a minute at most, for each
        reply that was lost. The token needs the scope of the reads too. What no look can show is a request that
        the API holds back for longer and carries out after the last look.

        What was there before and is the same counts as found: for an appointment the same calendar, contact and
        start, neither deleted nor cancelled; for a block the same calendar or user and the same times; for a group
        the slug and the name; for a calendar the name, and its type and slug where they are sent; for a resource
        the kind and the name.

        Args:
            operation: What to call.
            path: The values of the path template's parameters, not quoted.
            query: The values of the query's parameters by their Python names; what is `UNSET` is left out.
            body: The request model or models, if there is a body.
            options: Settings of this call alone, and of the reads that look a lost write up.
            on_unknown: What becomes of a write whose reply was lost: "raise" raises `OutcomeUnknown`,
                "reconcile" looks it up, which the creates of appointments, block slots, calendars, groups and
                resources can.

        Raises:
            OutcomeUnknown: the reply was lost, and no look told for sure whether the write happened, or it
                surely did not and may not be sent again. The message says what was found.
            ConfigurationError: the operation cannot be looked up, or `on_unknown` is neither of the two.
            HighLevelError: any other failure; its subclasses tell them apart.
        """
