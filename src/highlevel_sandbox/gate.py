"""The gate before the API: Version, token, rate limit and scope, in the live API's order."""

import logging
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass

from starlette.requests import Request
from starlette.responses import Response

from highlevel_sandbox import refusals
from highlevel_sandbox.bodies import Json
from highlevel_sandbox.limits import RateLimit
from highlevel_sandbox.refusals import Refusal
from highlevel_sandbox.replies import NO_HEADERS, refused, reply
from highlevel_sandbox.store import Database
from highlevel_sandbox.tokens import Access, Tokens, UserType

_logger = logging.getLogger(__name__)

# The live API answered under each of these, and not only under the version that the contract describes.
_PUBLISHED_VERSIONS = frozenset({"2021-04-15", "2021-07-28", "2023-02-21", "v3"})


@dataclass(frozen=True)
class Need:
    """What an operation asks of its caller, and the status when all went well."""

    name: str
    versions: Collection[str]
    user_type: UserType
    scopes: frozenset[str]
    success: int


@dataclass(frozen=True)
class Gate:
    """Lets requests through to what they are for. `limits` are those of the locations and of the company."""

    database: Database
    tokens: Tokens
    limits: Mapping[str, RateLimit]

    def answer(self, need: Need, request: Request, act: Callable[[Access], Json]) -> Response:
        """The reply to a request that `act` carries out for its caller."""
        try:
            _check_version(need, request.headers.get("version"))
            access = self.tokens.access(request.headers.get("authorization", ""))
            if access.user_type != need.user_type:
                raise refusals.unauthorized(refusals.CLASS_FOREIGN)
        except Refusal as refusal:
            return refused(refusal)
        admission = self.limits[access.owner_id].admit()

        def admitted() -> Json:
            if not admission.granted:
                raise refusals.too_many_requests()
            if not need.scopes <= access.scopes:
                raise refusals.unauthorized(refusals.SCOPE_MISSING)
            return act(access)

        return self.settle(need.name, need.success, admitted, admission.headers)

    def settle(
        self, name: str, success: int, act: Callable[[], Json], headers: Mapping[str, str] = NO_HEADERS
    ) -> Response:
        """The reply to what `act` does, all of it or nothing.

        It never waits, so that of two requests for one slot the second sees what the first has booked.
        """
        try:
            with self.database.transaction():
                return reply(success, act(), headers)
        except Refusal as refusal:
            return refused(refusal, headers)
        except Exception:
            _logger.exception("%s failed", name)
            return refused(refusals.server_error(), headers)

    def rate_headers(self, request: Request) -> Mapping[str, str]:
        """How the limit of the caller stands, if it is a known one; nothing is counted."""
        try:
            access = self.tokens.access(request.headers.get("authorization", ""))
        except Refusal:
            return {}
        return self.limits[access.owner_id].headers()


def _check_version(need: Need, version: str | None) -> None:
    if not need.versions:
        return
    if not version:
        raise refusals.unauthorized(refusals.VERSION_MISSING)
    if version not in {*need.versions, *_PUBLISHED_VERSIONS}:
        raise refusals.unauthorized(refusals.VERSION_UNKNOWN)
