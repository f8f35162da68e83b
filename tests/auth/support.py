"""A clock, tokens, and endpoints that answer as a test says."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any

import httpx

from highlevel_calendars.auth import OAuth, Secret, TokenSet, TokenStore
from highlevel_sandbox import Sandbox

BASE_URL = "https://services.example.com"
CALLBACK = "https://app.example.com/callback"
LOCATION = "sandboxLocation00001"
NOON = datetime(2027, 3, 1, 12, 0, tzinfo=UTC)
DAY = timedelta(days=1)


class Clock:
    """The time, which goes on only when a test says so."""

    def __init__(self) -> None:
        self.time = NOON

    def __call__(self) -> datetime:
        return self.time

    def forward(self, **duration: float) -> None:
        self.time += timedelta(**duration)


def app(sandbox: Sandbox, store: TokenStore, **settings: Any) -> OAuth:
    """The sandbox's app."""
    settings = {"base_url": BASE_URL, "redirect_uri": CALLBACK, **settings}
    return OAuth(sandbox.client_id, sandbox.client_secret, store=store, **settings)


async def install(
    oauth: OAuth, sandbox: Sandbox, user_type: Any = "Location", location_id: str | None = None
) -> TokenSet:
    """Let a user consent, and exchange the code."""
    code = sandbox.authorization_code(user_type, location_id)
    return await oauth.exchange(code, state="s", expected_state="s")


def tokens(name: str = "1", **fields: Any) -> TokenSet:
    """A location's tokens, good for a day from noon."""
    values: dict[str, Any] = {
        "access_token": Secret(f"access-{name}"),
        "refresh_token": Secret(f"refresh-{name}"),
        "issued_at": NOON,
        "expires_at": NOON + DAY,
        "user_type": "Location",
        "scopes": ("calendars.readonly",),
        "company_id": "company",
        "location_id": LOCATION,
        **fields,
    }
    return TokenSet(**values)


def reply(name: str = "1", **fields: Any) -> dict[str, Any]:
    """A reply of the token endpoint."""
    values = {
        "access_token": f"access-{name}",
        "token_type": "Bearer",
        "expires_in": 86399,
        "refresh_token": f"refresh-{name}",
        "scope": "calendars.readonly calendars.write",
        "userType": "Location",
        "companyId": "company",
        "locationId": LOCATION,
        "userId": "user",
        **fields,
    }
    return {key: value for key, value in values.items() if value is not None}


def asked(answer: Callable[[httpx.Request], Any]) -> httpx.AsyncClient:
    """An HTTP client whose requests are given to `answer`."""
    return httpx.AsyncClient(transport=httpx.MockTransport(answer))
