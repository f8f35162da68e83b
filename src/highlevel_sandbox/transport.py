"""The way of an httpx client into the sandbox without a socket."""

import anyio
import httpx


class InProcess(httpx.ASGITransport):
    """Tells the faults of a connection in httpx's errors, and gives up after the read timeout of the request."""

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        seconds: float | None = request.extensions.get("timeout", {}).get("read")
        try:
            with anyio.fail_after(seconds):
                return await super().handle_async_request(request)
        except TimeoutError as error:
            raise httpx.ReadTimeout("The sandbox did not reply in time.", request=request) from error
        except ConnectionResetError as error:
            raise httpx.ReadError(str(error), request=request) from error
