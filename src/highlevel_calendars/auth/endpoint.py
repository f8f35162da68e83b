"""Asks the token endpoint and its neighbours, and asks again where a reply did not come."""

from __future__ import annotations

import asyncio
import random
from collections.abc import Callable
from datetime import datetime
from time import monotonic

from .. import _replies, _retry
from .._replies import Reply
from .._transport import HTTPX, URL, HttpClient, Transport, host_of
from .._version import __version__
from .._wire import is_object
from ..errors import ConfigurationError
from .locations import InstalledLocation, listed
from .requests import VERSION, App, Request, for_installed, for_location, refusal, unreadable
from .secret import Secret
from .tokens import TokenSet, UserType

# A refresh token is taken again for 30 seconds after its first use; all attempts together stay well below.
IN_ALL = 15.0

_MAX_RETRIES = 2


class Endpoint:
    """Where one app gets its tokens.

    Args:
        app: The app.
        base_url: Where the API is, without a slash at the end.
        timeout: Seconds that one attempt may take; with its repeats a request takes no longer than `IN_ALL`.
        http_client: Sends the requests; `None` for a client of its own, made when it is needed.
        now: Tells the time, aware.
    """

    def __init__(
        self, app: App, base_url: str, timeout: float, http_client: HttpClient | None, now: Callable[[], datetime]
    ) -> None:
        self._app = app
        self._base_url = base_url
        self._timeout = timeout
        self._http = http_client
        self._transport: Transport | None = None
        self._now = now
        self._closed = False

    async def exchange(self, code: Secret, redirect_uri: str | None, user_type: UserType | None) -> TokenSet:
        """The first tokens, for a code."""
        return await self._tokens(self._app.for_code(code, redirect_uri, user_type), user_type)

    async def refresh(self, tokens: TokenSet, refresh_token: Secret) -> TokenSet:
        """The tokens that follow `tokens`."""
        following = await self._tokens(self._app.for_refresh(tokens, refresh_token), tokens.user_type)
        return following.following(tokens)

    async def for_location(self, bearer: Secret, company_id: str, location_id: str) -> TokenSet:
        """Tokens of a location, for the token of its agency."""
        return await self._tokens(for_location(bearer, company_id, location_id), "Location")

    async def installed(self, company_id: str, app_id: str, skip: int, bearer: Secret) -> list[InstalledLocation]:
        """A page of the locations that an app is installed in."""
        request = for_installed(bearer, company_id, app_id, skip)
        reply, attempts = await self._ask(request)
        locations = read_locations(reply.content)
        if isinstance(locations, str):
            raise unreadable(reply, request, attempts, locations)
        return locations

    async def aclose(self) -> None:
        """Close the HTTP client, unless it was passed in."""
        self._closed = True
        if self._transport is not None:
            await self._transport.aclose()

    async def _tokens(self, request: Request, asked: UserType | None) -> TokenSet:
        """Ask for tokens, of a class that is not always known before.

        Raises:
            HighLevelError: none came.
        """
        now = self._now()
        reply, attempts = await self._ask(request)
        tokens = read_tokens(reply.content, now, asked)
        if isinstance(tokens, str):
            raise unreadable(reply, request, attempts, tokens)
        return tokens

    async def _ask(self, request: Request) -> tuple[Reply, int]:
        """The successful reply, and how many attempts it took."""
        transport = self._opened()
        headers = transport.default_headers()
        headers.update(
            {
                "host": host_of(self._base_url),
                "accept": "application/json",
                "content-type": "application/x-www-form-urlencoded",
                "user-agent": f"highlevel-calendars/{__version__} {HTTPX}",
                "version": VERSION,
            }
        )
        if request.bearer is not None:
            headers["authorization"] = f"Bearer {request.bearer.reveal()}"
        url = URL(self._base_url + request.target())
        end = monotonic() + IN_ALL
        attempts = 0
        while True:
            attempts += 1
            left = min(self._timeout, end - monotonic())
            attempt = await transport.send(request.method, url, headers, request.content(), left)
            if isinstance(attempt, Reply) and attempt.is_success and attempt.complete:
                return attempt, attempts
            wait = _retry.delay(
                "PUT" if request.repeatable else "POST",  # which stand for what may be repeated, and what may not
                attempt,
                retries=attempts - 1,
                max_retries=_MAX_RETRIES,
                chance=random.random(),  # noqa: S311 - it spreads retries, it guards nothing
                now=self._now(),
            )
            if wait is None or monotonic() + wait + 1.0 > end:
                raise refusal(attempt, request, attempts)
            await asyncio.sleep(wait)

    def _opened(self) -> Transport:
        """The transport, made when it is first needed.

        Raises:
            ConfigurationError: it is closed.
        """
        if self._closed:
            raise ConfigurationError("The OAuth is closed, and a token has to be asked for; do it within `async with`.")
        if self._transport is None:
            self._transport = Transport(self._http)
        return self._transport


def read_tokens(content: bytes, now: datetime, asked: UserType | None) -> TokenSet | str:
    """The tokens of a reply, or why it has none: not an error, which would hold the reply."""
    try:
        body = _replies.parse(content)
        return TokenSet.from_reply(body, now, asked=asked) if is_object(body) else "it is no JSON object"
    except ValueError as error:
        return str(error)


def read_locations(content: bytes) -> list[InstalledLocation] | str:
    """The locations of a reply, or why it has none."""
    try:
        return list(listed(_replies.parse(content)))
    except ValueError as error:
        return str(error)
