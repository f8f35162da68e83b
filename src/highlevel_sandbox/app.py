"""The sandbox as an ASGI application: the routes of the contract, and the checks in the live API's order."""

import logging
import uuid
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.requests import ClientDisconnect, Request
from starlette.responses import Response
from starlette.routing import Route

from highlevel_sandbox import refusals
from highlevel_sandbox.bodies import Json, decode, encode, is_object
from highlevel_sandbox.contract import Contract, Operation
from highlevel_sandbox.limits import RateLimit
from highlevel_sandbox.operations import BEHAVIOURS
from highlevel_sandbox.operations.call import Call
from highlevel_sandbox.refusals import Refusal
from highlevel_sandbox.store import Store

_logger = logging.getLogger(__name__)

MAX_BODY = 1024 * 1024  # bytes

# The live API answered under each of these, and not only under the version that the contract describes.
_PUBLISHED_VERSIONS = frozenset({"2021-04-15", "2021-07-28", "2023-02-21", "v3"})

# The answers of the gateway before the API carry no traceId.
_UNTRACED = frozenset({401, 403, 429, 500})


@dataclass(frozen=True)
class Location:
    """The one location of a sandbox, with its tokens and their scopes."""

    id: str
    tokens: Mapping[str, frozenset[str]]
    rate_limit: RateLimit
    contract: Contract
    store: Store
    zone: ZoneInfo
    clock: Callable[[], datetime]

    def answer(self, operation: Operation, request: Request, raw: bytes | None) -> Response:
        """Decides a request whose body has been read; None stands for a body that was too large.

        It never waits, so that of two requests for one slot the second sees what the first has booked.
        """
        headers: Mapping[str, str] = {}
        try:
            _check_version(operation, request.headers.get("version"))
            scopes = self._scopes(request.headers.get("authorization", ""))
            admission = self.rate_limit.admit()
            headers = admission.headers
            if not admission.granted:
                raise refusals.too_many_requests()
            if not operation.scopes <= scopes:
                raise refusals.unauthorized(refusals.SCOPE_MISSING)
            call = self._call(operation, request, raw)
            with self.store.transaction():
                return _reply(operation.success, BEHAVIOURS[operation.id](call), headers)
        except Refusal as refusal:
            return _reply(refusal.status, refusal.body, headers)
        except Exception:
            _logger.exception("%s failed", operation.id)
            failure = refusals.server_error()
            return _reply(failure.status, failure.body, headers)

    def _scopes(self, authorization: str) -> frozenset[str]:
        scheme, _, token = authorization.partition(" ")
        token = token.strip() if scheme.lower() == "bearer" else ""
        if token in self.tokens:
            return self.tokens[token]
        private = token.startswith("pit-")
        raise refusals.unauthorized(refusals.PRIVATE_TOKEN_INVALID if private else refusals.TOKEN_INVALID)

    def _call(self, operation: Operation, request: Request, raw: bytes | None) -> Call:
        query = operation.read_query(request.query_params.multi_items())
        sent: Any = _body(request, raw) if operation.takes_body else {}
        try:
            messages = operation.complaints(request.path_params, query, sent)
        except RecursionError:
            raise refusals.bad_request("The body is nested too deeply") from None
        if not messages and operation.takes_body and not raw:
            messages = ["body must be an object"]
        if messages:
            raise refusals.unprocessable(messages)
        locations = [part.get("locationId", self.id) for part in (query, sent) if is_object(part)]
        if any(location != self.id for location in locations):
            raise refusals.forbidden(refusals.LOCATION_FOREIGN)
        return Call(
            self.store,
            self.contract,
            self.zone,
            self.clock,
            request.path_params,
            self.contract.complete_query(operation.id, query),
            self.contract.complete(operation.id, sent),
        )


def create_app(location: Location) -> Starlette:
    """The application: only the operations that both the contract and the behaviours have."""
    routes = [
        Route(operation.path, _endpoint(location, operation), methods=[operation.method])
        for operation in sorted(location.contract.operations.values(), key=lambda one: one.path.count("{"))
        if operation.id in BEHAVIOURS
    ]
    app = Starlette(routes=routes, exception_handlers={HTTPException: _unknown_route})
    # A path with and one without the slash at the end are two paths to the live API.
    app.router.redirect_slashes = False
    return app


def _endpoint(location: Location, operation: Operation) -> Callable[[Request], Awaitable[Response]]:
    async def endpoint(request: Request) -> Response:
        try:
            raw = await _read(request)
        except ClientDisconnect:
            return Response(status_code=400)
        return location.answer(operation, request, raw)

    return endpoint


async def _read(request: Request) -> bytes | None:
    """The body, or None when it is too large; all of it is taken, so that the answer gets through."""
    raw = bytearray()
    size = 0
    async for chunk in request.stream():
        size += len(chunk)
        if size <= MAX_BODY:
            raw += chunk
    return bytes(raw) if size <= MAX_BODY else None


def _body(request: Request, raw: bytes | None) -> Any:
    if raw is None:
        raise refusals.bad_request(f"The body is larger than {MAX_BODY} bytes")
    if not raw:
        return {}
    media_type = request.headers.get("content-type", "").partition(";")[0].strip().lower()
    if media_type != "application/json":
        raise refusals.bad_request("The Content-Type must be application/json")
    try:
        return decode(raw)
    except ValueError as error:
        raise refusals.bad_request(str(error)) from None


def _check_version(operation: Operation, version: str | None) -> None:
    if not operation.versions:
        return
    if not version:
        raise refusals.unauthorized(refusals.VERSION_MISSING)
    if version not in operation.versions | _PUBLISHED_VERSIONS:
        raise refusals.unauthorized(refusals.VERSION_UNKNOWN)


async def _unknown_route(_request: Request, _error: Exception) -> Response:
    refusal = refusals.unauthorized(refusals.ROUTE_UNKNOWN)
    return _reply(refusal.status, refusal.body, {})


def _reply(status: int, body: Json, headers: Mapping[str, str]) -> Response:
    traced = body | {"traceId": str(uuid.uuid4())} if is_object(body) and status not in _UNTRACED else body
    return Response(encode(traced), status, headers, media_type="application/json")
