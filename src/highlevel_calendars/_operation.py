"""What one operation of the API is, what a call of it may ask for, and what comes back."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Generic, NamedTuple, Protocol, TypeVar

from ._wire import JsonObject

T = TypeVar("T")


class Body(Protocol):
    """A request model."""

    def to_dict(self) -> JsonObject: ...


class Operation(NamedTuple, Generic[T]):
    """The facts of an operation, as the OpenAPI file has them.

    Attributes:
        id: Its operationId.
        method: The HTTP method, in capitals.
        path: The path template, with parameters in braces.
        page: The address of the vendor's page.
        scope: What the token must be allowed to do.
        needs_location: Whether the body names a location, which the client fills in when the call does not.
        envelope: Keys that the reply may be wrapped in, the first that is there wins.
        read: Makes a model of the reply's object.
    """

    id: str
    method: str
    path: str
    page: str
    scope: str
    needs_location: bool
    envelope: tuple[str, ...]
    read: Callable[[JsonObject], T]


@dataclass(frozen=True, kw_only=True)
class Options:
    """Settings of a single call; what is `None` is as the client has it.

    Attributes:
        timeout: Seconds that one attempt may take, from connecting to the last byte.
        max_retries: How many times a failed attempt is repeated at the most; 0 for never.
        headers: More headers to send. Those that the SDK sets itself cannot be given here.
        validate: False sends the request without checking the rules first.
    """

    timeout: float | None = None
    max_retries: int | None = None
    headers: Mapping[str, str] | None = field(default=None, repr=False)
    validate: bool | None = None


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
        path: Mapping[str, str],
        body: Body,
        options: Options | None = None,
    ) -> Response[T]:
        """Check the rules, send the request, and decode the reply.

        Args:
            operation: What to call.
            path: The values of the path template's parameters, not quoted.
            body: The request model.
            options: Settings of this call alone.

        Raises:
            HighLevelError: any failure; its subclasses tell them apart.
        """
