"""The sandbox as an ASGI application: the routes of the contract, those of OAuth, and the faults on their way."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from functools import partial

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.requests import ClientDisconnect, Request
from starlette.responses import Response
from starlette.routing import Route

from highlevel_sandbox import refusals
from highlevel_sandbox.api import Api
from highlevel_sandbox.disruption import disrupted
from highlevel_sandbox.faults import Faults
from highlevel_sandbox.intake import read
from highlevel_sandbox.oauth import OAuth
from highlevel_sandbox.operations import BEHAVIOURS
from highlevel_sandbox.replies import refused

# Decides a request whose body has been read; None stands for a body that was too large.
_Answer = Callable[[Request, bytes | None], Response]


@dataclass
class Service:
    """All that the sandbox answers, and the faults that requests meet at present."""

    api: Api
    oauth: OAuth
    faults: Faults | None = None

    def app(self) -> Starlette:
        """The application: of the contract, only the operations that the behaviours have too."""
        routes = [
            Route(
                operation.path,
                self._endpoint(operation.id, partial(self.api.answer, operation)),
                methods=[operation.method],
            )
            for operation in sorted(self.api.contract.operations.values(), key=lambda one: one.path.count("{"))
            if operation.id in BEHAVIOURS
        ]
        oauth = [
            Route("/v2/oauth/chooselocation", self.oauth.choose_location, methods=["GET"]),
            Route("/oauth/token", self._endpoint("token", self.oauth.token, self.oauth.notice), methods=["POST"]),
            Route("/oauth/locationToken", self._endpoint("locationToken", self.oauth.location_token), methods=["POST"]),
            Route(
                "/oauth/installedLocations",
                self._endpoint("installedLocations", self.oauth.installed_locations),
                methods=["GET"],
            ),
        ]
        app = Starlette(routes=[*routes, *oauth], exception_handlers={HTTPException: _unknown_route})
        # A path with and one without the slash at the end are two paths to the live API.
        app.router.redirect_slashes = False
        return app

    def _endpoint(
        self, name: str, answer: _Answer, notice: Callable[[Request, bytes | None], None] | None = None
    ) -> Callable[[Request], Awaitable[Response]]:
        async def endpoint(request: Request) -> Response:
            try:
                raw = await read(request)
            except ClientDisconnect:
                return Response(status_code=400)
            if notice:
                notice(request, raw)
            faults = self.faults
            kind = faults.draw(name) if faults else None
            if faults is None or kind is None:
                return answer(request, raw)
            headers = partial(self.oauth.gate.rate_headers, request)
            return disrupted(kind, partial(answer, request, raw), headers, faults.hold)

        return endpoint


async def _unknown_route(_request: Request, _error: Exception) -> Response:
    return refused(refusals.unauthorized(refusals.ROUTE_UNKNOWN))
