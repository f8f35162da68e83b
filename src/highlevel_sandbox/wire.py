"""A connection that the application can break off, which ASGI itself has no words for."""

import asyncio
import socket
import struct
from typing import Any

from uvicorn.config import Config
from uvicorn.protocols.http.h11_impl import H11Protocol
from uvicorn.server import ServerState

# Where the application finds its connection: request.state has what is in the state of the server.
STATE = "connection"

# On, for no time at all: closing such a socket sends a reset.
_NO_LINGER = struct.pack("ii", 1, 0)


class Connection(H11Protocol):
    """HTTP over a socket; `held` says that the application keeps its client waiting."""

    def __init__(
        self,
        config: Config,
        server_state: ServerState,
        app_state: dict[str, Any],
        _loop: asyncio.AbstractEventLoop | None = None,
    ) -> None:
        super().__init__(config, server_state, app_state | {STATE: self}, _loop)
        self.held = False

    def reset(self) -> None:
        """Ends the connection with a TCP reset, whatever has not been sent yet."""
        self.transport.get_extra_info("socket").setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, _NO_LINGER)
        self.transport.abort()

    def close(self) -> None:
        """Ends the connection once what was written is sent."""
        self.transport.close()

    def shutdown(self) -> None:
        """Called when the server ends; it does not wait for a client that gets no reply."""
        super().shutdown()
        if self.held:
            self.transport.abort()
