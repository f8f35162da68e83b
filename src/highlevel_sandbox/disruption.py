"""What becomes of a request that meets a fault: a reply that does not come, or not as it should."""

from collections.abc import Callable, Mapping

import anyio
from starlette.responses import Response
from starlette.types import Receive, Scope, Send

from highlevel_sandbox import refusals
from highlevel_sandbox.faults import FaultKind
from highlevel_sandbox.replies import refused
from highlevel_sandbox.wire import STATE, Connection

_BEFORE: frozenset[FaultKind] = frozenset({"reset-before", "hang-before", "500-before", "502-before"})

_GATEWAY_PAGE = (
    "<html>\r\n<head><title>502 Bad Gateway</title></head>\r\n"
    "<body>\r\n<center><h1>502 Bad Gateway</h1></center>\r\n</body>\r\n</html>\r\n"
)


def disrupted(
    kind: FaultKind, answer: Callable[[], Response], rate_headers: Callable[[], Mapping[str, str]], hold: float
) -> Response:
    """The reply with that fault; `answer` processes the request, unless the fault comes before."""
    if kind == "429":
        return refused(refusals.too_many_requests(), rate_headers())
    if kind in _BEFORE:
        return _instead(kind, hold)
    reply = answer()
    match kind:
        case "truncated":
            return _Truncated(reply)
        case "broken-json":
            # Any JSON object or array stops being one without its end.
            headers = {name: value for name, value in reply.headers.items() if name != "content-length"}
            return Response(_half(reply), reply.status_code, headers)
        case _:
            return _instead(kind, hold)


def _instead(kind: FaultKind, hold: float) -> Response:
    """What comes in place of a reply, whether or not the request was processed."""
    match kind.partition("-")[0]:
        case "reset":
            return _Reset()
        case "hang":
            return _Hang(hold)
        case "500":
            return refused(refusals.server_error())
        case _:
            return Response(_GATEWAY_PAGE, 502, media_type="text/html")


class _Reset(Response):
    """No reply, but a connection that is reset."""

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:  # noqa: ARG002 (as ASGI has it)
        connection = _connection(scope)
        connection.reset()
        await _disconnected(receive)


class _Hang(_Reset):
    """No reply until the client goes away, and a reset when it stays for too long."""

    def __init__(self, hold: float) -> None:
        super().__init__()
        self._hold = hold

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        connection = scope.get("state", {}).get(STATE)
        if isinstance(connection, Connection):
            connection.held = True
        with anyio.move_on_after(self._hold):
            await _disconnected(receive)
            return
        await super().__call__(scope, receive, send)


class _Truncated(Response):
    """A reply whose connection closes before all of the announced body is sent."""

    def __init__(self, whole: Response) -> None:
        super().__init__(_half(whole), whole.status_code)
        self.raw_headers = whole.raw_headers

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        connection = _connection(scope)
        await send({"type": "http.response.start", "status": self.status_code, "headers": self.raw_headers})
        await send({"type": "http.response.body", "body": self.body, "more_body": True})
        connection.close()
        await _disconnected(receive)


def _half(reply: Response) -> bytes:
    return bytes(reply.body[: len(reply.body) // 2])


def _connection(scope: Scope) -> Connection:
    """The connection to break off; where the sandbox is called without a socket, the error that stands for it."""
    connection = scope.get("state", {}).get(STATE)
    if not isinstance(connection, Connection):
        raise ConnectionResetError("The sandbox broke the connection off, as its faults have it.")
    return connection


async def _disconnected(receive: Receive) -> None:
    """Waits until the connection has ended; a server takes an earlier return for an error of the application."""
    while (await receive())["type"] != "http.disconnect":
        pass
