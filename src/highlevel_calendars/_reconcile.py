"""What becomes of a create whose reply was lost: it is looked up, and sent again only when it is surely not there."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Sequence
from dataclasses import replace
from typing import Any, Generic, NamedTuple, NoReturn, TypeVar, get_args

from ._likeness import Row
from ._lookups import LOOKUPS, Lookup, found, obstacle
from ._operation import Arguments, Caller, OnUnknown, Operation, Options, Response
from ._pipeline import pause
from ._replies import lacks_trace_id
from .errors import (
    ConfigurationError,
    DailyLimitError,
    HighLevelError,
    OutcomeUnknown,
    RateLimitError,
    ServerError,
    StatusError,
    UnreadableReplyError,
    ValidationError,
)

T = TypeVar("T")

_logger = logging.getLogger(__name__)

# Seconds before each look: a list may lag behind, and the lost request may still be on its way.
WAITS = (0.0, 0.5, 1.0, 2.0)
# And before more looks, as long as the last one failed.
SPARE = (1.0, 2.0)
# Seconds that looking for one lost write takes at the most.
LONGEST = 60.0

# A write that came through late after all makes the next one be refused with one of these.
_REFUSALS = frozenset({400, 409, 422})


class Sight(NamedTuple):
    """What the looks for a write came to. With neither a row nor a doubt, it is not there.

    Attributes:
        row: The reply in which the write was found, with its row as the value.
        doubt: Why nothing is sure, for people.
        cause: The failure that is to blame for that.
    """

    row: Response[Any] | None = None
    doubt: str = ""
    cause: HighLevelError | None = None


async def reconciled(
    caller: Caller,
    operation: Operation[T],
    arguments: Arguments,
    options: Options | None,
    *,
    on_unknown: OnUnknown,
    max_retries: int,
) -> Response[T]:
    """Make a create, and find out what came of it when its reply was lost; see `Caller.call`.

    Args:
        caller: Sends the create and what looks for it.
        operation: The create.
        arguments: What it passes.
        options: Settings of every request.
        on_unknown: What was asked for, checked here.
        max_retries: How many times a request is repeated at the most, where the options do not say.

    Raises:
        HighLevelError: see `Caller.call`.
    """
    if on_unknown not in get_args(OnUnknown):
        raise ConfigurationError(f'on_unknown={on_unknown!r}: pass "raise" or "reconcile".')
    if operation.id not in LOOKUPS:
        raise ConfigurationError(f"{operation.id}: its outcome cannot be looked up; leave on_unknown out.")
    return await Reconciliation(caller, operation, arguments, options or Options(), max_retries).result()


class Reconciliation(Generic[T]):
    """One create, with as many sends and looks as it takes."""

    def __init__(
        self, caller: Caller, operation: Operation[T], arguments: Arguments, options: Options, max_retries: int
    ) -> None:
        self._caller = caller
        self._operation = operation
        self._arguments = arguments
        self._options = options
        # What was lost is worth waiting for, whatever the call itself may wait for room.
        self._look_options = replace(options, max_wait=LONGEST)
        self._max_retries = max_retries if options.max_retries is None else options.max_retries
        self._lookup: Lookup[Any] = LOOKUPS[operation.id]
        self._attempts = 0

    async def result(self) -> Response[T]:
        """The response of the create, or of the look that found what it had written."""
        lost: OutcomeUnknown | None = None
        options = self._options
        while True:
            try:
                response = await self._send(options)
                response.attempts = self._attempts
                return response
            except (OutcomeUnknown, UnreadableReplyError) as error:
                failure: HighLevelError = error
            except StatusError as error:
                if lost is None or error.status not in _REFUSALS:
                    raise
                failure = error
            sight = await self._search(failure)
            if sight.row is not None:
                return await self._response(sight.row)
            if not isinstance(failure, OutcomeUnknown):
                self._give_up(failure, lost, sight)
            lost = failure
            left = self._max_retries - (self._attempts - 1)
            if sight.doubt or left < 1:
                raise settled(lost, sight.doubt or "it is not there, and max_retries allows no other attempt") from (
                    sight.cause
                )
            _logger.info("%s: it is not there and is sent again", self._operation.id)
            options = replace(self._options, max_retries=left - 1)

    async def _send(self, options: Options) -> Response[T]:
        """Send the create; its error, like its response, tells the attempts of all sends."""
        path, query, body = self._arguments
        try:
            response = await self._caller.call(self._operation, path=path, query=query, body=body, options=options)
        except HighLevelError as error:
            self._attempts += error.attempts
            error.attempts = self._attempts
            raise
        self._attempts += response.attempts
        return response

    def _give_up(self, failure: HighLevelError, lost: OutcomeUnknown | None, sight: Sight) -> NoReturn:
        """Raise what is known of a write that was not found: that it was accepted, refused, or nothing."""
        if isinstance(failure, UnreadableReplyError):
            raise settled(failure, sight.doubt or "it is not to be found yet") from sight.cause
        if lost is None or not sight.doubt:
            raise failure
        lost.attempts = self._attempts
        raise settled(lost, f"another attempt was refused, and {sight.doubt}") from failure

    async def _search(self, failure: HighLevelError) -> Sight:
        """Look for the write until it is found, or as often as it takes to be sure that it is not there."""
        name = self._operation.id
        _logger.warning("%s: attempt %d ended in %s, looking", name, self._attempts, type(failure).__name__)
        sight: Sight = Sight(doubt=f"looking for it took longer than {LONGEST:g} seconds")
        try:
            async with asyncio.timeout(LONGEST):
                sight = await self._looks()
        except TimeoutError:
            pass
        is_there = sight.row is not None
        _logger.info("%s: %s", name, "found" if is_there else "nothing is sure" if sight.doubt else "not found")
        return sight

    async def _looks(self) -> Sight:
        sent = self._lookup.read(self._sent())
        sight: Sight = Sight(doubt=obstacle(self._lookup, sent))
        if sight.doubt:
            return sight
        for number, wait in enumerate(WAITS + SPARE, 1):
            await pause(wait)
            sight = await self._look(sent)
            if sight.row is not None or is_final(sight.cause) or (number >= len(WAITS) and sight.cause is None):
                break
        return sight

    async def _look(self, sent: Row) -> Sight:
        """Look once."""
        try:
            reply = await self._lookup.rows(self._caller, sent, self._look_options)
        except HighLevelError as error:
            return Sight(doubt=f"looking for it failed: {error}", cause=error)
        finding = found(self._lookup, sent, reply.value)
        return Sight(None if finding.row is None else replace(reply, value=finding.row), finding.doubt)

    async def _response(self, row: Response[Any]) -> Response[T]:
        """The row as the create would have returned it, with all that the API has of it where it can be had."""
        whole = row
        if self._lookup.whole is not None:
            try:
                whole = await self._lookup.whole(self._caller, row.value.id, self._look_options)
            except HighLevelError as error:
                _logger.info("%s: found, but not read: %s", self._operation.id, type(error).__name__)
        value = self._operation.read(whole.value.raw)
        if lacks_trace_id(value):
            value.trace_id = whole.trace_id
        return replace(whole, value=value, attempts=self._attempts)

    def _sent(self) -> dict[str, object]:
        """What was sent, as one JSON object; the id is only for the reader of models, which demands one."""
        body = self._arguments.body
        data = {} if body is None or isinstance(body, Sequence) else body.to_dict()
        return {"id": "sent", **self._arguments.path, **data}


def is_final(cause: HighLevelError | None) -> bool:
    """Whether a look failed in a way that the next one would too."""
    refused = isinstance(cause, StatusError) and not isinstance(cause, ServerError | RateLimitError)
    return refused or isinstance(cause, ConfigurationError | DailyLimitError | ValidationError)


Error = TypeVar("Error", bound=HighLevelError)


def settled(error: Error, finding: str) -> Error:
    """The error with what the looks came to in its message."""
    error.args = (f"{error} It was looked for: {finding.removesuffix('.')}.",)
    return error
