"""The calendars API: a request that has passed the gate is held against the contract and carried out."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from starlette.requests import Request
from starlette.responses import Response

from highlevel_sandbox import refusals
from highlevel_sandbox.bodies import is_object
from highlevel_sandbox.contract import Contract, Operation
from highlevel_sandbox.gate import Gate, Need
from highlevel_sandbox.intake import json_of
from highlevel_sandbox.operations import BEHAVIOURS
from highlevel_sandbox.operations.call import Call
from highlevel_sandbox.store import Store


@dataclass(frozen=True)
class Location:
    """A location, with its clocks and all that it keeps."""

    id: str
    zone: ZoneInfo
    store: Store


@dataclass(frozen=True)
class Api:
    """The operations of the contract, for the locations of the sandbox."""

    contract: Contract
    gate: Gate
    locations: Mapping[str, Location]
    now: Callable[[], datetime]

    def answer(self, operation: Operation, request: Request, raw: bytes | None) -> Response:
        """Decides a request whose body has been read; None stands for a body that was too large."""
        need = Need(operation.id, operation.versions, "Location", operation.scopes, operation.success)
        return self.gate.answer(
            need,
            request,
            lambda access: BEHAVIOURS[operation.id](
                self._call(self.locations[access.owner_id], operation, request, raw)
            ),
        )

    def _call(self, location: Location, operation: Operation, request: Request, raw: bytes | None) -> Call:
        query = operation.read_query(request.query_params.multi_items())
        sent: Any = json_of(request, raw) if operation.takes_body else {}
        try:
            messages = operation.complaints(request.path_params, query, sent)
        except RecursionError:
            raise refusals.bad_request("The body is nested too deeply") from None
        if not messages and operation.takes_body and not raw:
            messages = ["body must be an object"]
        if messages:
            raise refusals.unprocessable(messages)
        named = [part.get("locationId", location.id) for part in (query, sent) if is_object(part)]
        if any(location_id != location.id for location_id in named):
            raise refusals.forbidden(refusals.LOCATION_FOREIGN)
        return Call(
            location.store,
            self.contract,
            location.zone,
            self.now,
            request.path_params,
            self.contract.complete_query(operation.id, query),
            self.contract.complete(operation.id, sent),
        )
