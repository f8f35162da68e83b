"""A client of the sandbox's OAuth, and a clock for it."""

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any

import httpx

from highlevel_sandbox import Sandbox

from .bodies import GROUPS, NOW, Body

TOKEN = "/oauth/token"
MINT = "/oauth/locationToken"
INSTALLED = "/oauth/installedLocations"
CHOOSE = "/v2/oauth/chooselocation"

FIRST, SECOND = Sandbox.location_ids
COMPANY = Sandbox.company_id


class Now:
    """A time of day that passes only when a test lets it."""

    def __init__(self) -> None:
        self.now = NOW

    def __call__(self) -> datetime:
        return self.now

    def pass_by(self, seconds: float) -> None:
        self.now += timedelta(seconds=seconds)


class Company:
    """The app at the sandbox, which it calls as an integration would."""

    def __init__(self, sandbox: Sandbox, client: httpx.AsyncClient) -> None:
        self.sandbox = sandbox
        self.client = client

    async def ask(self, grant_type: str, **fields: str) -> httpx.Response:
        """A request for tokens; a field that is "" is left out."""
        form = {"client_id": self.sandbox.client_id, "client_secret": self.sandbox.client_secret}
        named = form | {"grant_type": grant_type} | fields
        return await self.client.post(TOKEN, data={name: text for name, text in named.items() if text})

    async def log_in(self, user_type: Any = "Location", **consent: Any) -> Body:
        """The tokens for a consent."""
        code = self.sandbox.authorization_code(user_type, **consent)
        return tokens(await self.ask("authorization_code", code=code, user_type=user_type))

    async def refresh(self, refresh_token: str) -> Body:
        return tokens(await self.ask("refresh_token", refresh_token=refresh_token))

    async def mint(self, access_token: str, location_id: str = FIRST, **changes: str) -> httpx.Response:
        form = {"companyId": COMPANY, "locationId": location_id} | changes
        return await self.client.post(
            MINT, data={name: text for name, text in form.items() if text}, headers=bearer(access_token)
        )

    async def groups(self, access_token: str, location_id: str = FIRST) -> httpx.Response:
        """An ordinary call of the calendars API."""
        return await self.client.get(GROUPS, params={"locationId": location_id}, headers=bearer(access_token))


def bearer(token: str) -> Mapping[str, str]:
    return {"Authorization": f"Bearer {token}", "Version": "2021-07-28"}


def tokens(reply: httpx.Response) -> Body:
    """The tokens of a reply that must have some, without its traceId."""
    body: Body = reply.json()
    assert reply.status_code == 200, body
    assert body.pop("traceId")
    return body


def refusal(reply: httpx.Response) -> tuple[int, Any]:
    """Status and message of a refusal."""
    return reply.status_code, reply.json()["message"]
