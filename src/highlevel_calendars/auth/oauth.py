"""An app of the marketplace: how it gets the consent of a user, and the tokens that come of it."""

from __future__ import annotations

import hmac
import secrets
from collections.abc import AsyncIterator, Callable, Iterable
from datetime import UTC, datetime
from functools import partial
from types import TracebackType
from typing import NamedTuple, NoReturn, Self
from urllib.parse import urlencode

from .._pipeline import checked_timeout
from .._transport import HttpClient
from ..client import BASE_URL, checked_url, is_client
from ..errors import ConfigurationError, NotInstalledError, StateMismatchError, TokenClassError, UnreadableReplyError
from ..rules import is_header_value
from .agency import LocationGrant
from .endpoint import Endpoint
from .grant import Grant, Owner
from .locations import InstalledLocation
from .protocol import Auth, TokenStore
from .requests import App
from .secret import Secret
from .tokens import TokenSet, UserType

AUTHORIZE_URL = "https://marketplace.gohighlevel.com/v2/oauth/chooselocation"


class AuthorizationRequest(NamedTuple):
    """Where to send a user.

    Attributes:
        url: The page on which the user chooses a location or an agency, and consents.
        state: Random, and in the address: keep it in the user's session, for `OAuth.exchange()` to expect.
    """

    url: str
    state: str


def utc_now() -> datetime:
    return datetime.now(UTC)


def is_same(state: object, expected: object) -> bool:
    """Whether a state is the one that was expected, found out in a time that does not tell how much of it is."""
    if not isinstance(state, str) or not isinstance(expected, str) or not state:
        return False
    return hmac.compare_digest(state.encode(errors="surrogatepass"), expected.encode(errors="surrogatepass"))


class OAuth:
    """The tokens of an app, for all locations and agencies that it is installed in.

        async with OAuth("id", "secret", store=SQLiteStore("tokens.db")) as oauth:
            async with CalendarsClient(oauth, location_id="...") as client:
                ...

    Tokens are renewed ahead of their end, by one task of one process, and are in the store before they are used.
    Close it after the clients that use it: a refresh under way is waited for, because its tokens would be lost.

    Args:
        client_id: The app's id.
        client_secret: Its secret.
        store: Where the tokens are kept.
        redirect_uri: Where users come back to with a code, as the app's settings have it.
        company_id: The agency whose token is exchanged for those of its locations; known without being told once
            its code was exchanged here, or from tokens of the location that the store has.
        base_url: Where the API is, for a proxy or a sandbox.
        timeout: Seconds that one attempt at the token endpoint may take; no request takes longer than 15, with its
            repeats.
        http_client: An httpx client to send with. It is yours: it is never closed here.
        now: Tells the time, aware; for tests.

    Raises:
        ConfigurationError: an argument cannot be used.
    """

    def __init__(
        self,
        client_id: str,
        client_secret: str,
        *,
        store: TokenStore,
        redirect_uri: str | None = None,
        company_id: str | None = None,
        base_url: str = BASE_URL,
        timeout: float = 10.0,
        http_client: HttpClient | None = None,
        now: Callable[[], datetime] = utc_now,
    ) -> None:
        try:
            secret = Secret(client_secret, "client_secret")
        finally:
            del client_secret  # a traceback may show the locals of this frame
        if not callable(getattr(store, "lock", None)):
            raise ConfigurationError("The store must be an object with the methods of TokenStore, such as SQLiteStore.")
        if not is_client(http_client):
            raise ConfigurationError(f"http_client is a {type(http_client).__name__}; pass an httpx.AsyncClient.")
        self._client_id = checked_id("client_id", client_id)
        self._store = store
        self._redirect_uri = redirect_uri
        self._company_id = None if company_id is None else checked_id("company_id", company_id)
        self._now = now
        app, url = App(client_id, secret), checked_url(base_url)
        self._endpoint = Endpoint(app, url, checked_timeout(timeout), http_client, now)
        self._locations: dict[str, LocationGrant] = {}
        self._companies: dict[str, Grant] = {}

    def authorize_url(self, scopes: Iterable[str], *, page: str = AUTHORIZE_URL) -> AuthorizationRequest:
        """The page to send a user to, and the state to expect from there.

        Args:
            scopes: What the app is to be allowed, for example "calendars.readonly"; as the app's settings have it.
            page: The address of the page, for a marketplace of another name.

        Raises:
            ConfigurationError: there is no `redirect_uri`.
        """
        if self._redirect_uri is None:
            raise ConfigurationError("Pass redirect_uri to OAuth: users come back from the page of consent to it.")
        state = secrets.token_urlsafe(32)
        fields = {
            "response_type": "code",
            "client_id": self._client_id,
            "redirect_uri": self._redirect_uri,
            "scope": scopes if isinstance(scopes, str) else " ".join(scopes),
            "state": state,
        }
        return AuthorizationRequest(f"{page}?{urlencode(fields)}", state)

    async def exchange(
        self, code: str, *, state: str | None, expected_state: str | None, user_type: UserType | None = None
    ) -> TokenSet:
        """The tokens for the code that a user came back with. They are in the store when this returns.

        Args:
            code: The code of the callback.
            state: The state of the callback.
            expected_state: The state of the `AuthorizationRequest` that the same user was sent with.
            user_type: The class of token to ask for; who installs the app decides in the end.

        Raises:
            StateMismatchError: the states differ or are missing, as when somebody else has made up the callback.
            OAuthError: the endpoint refused the code.
            HighLevelError: no tokens came.
        """
        try:
            secret = Secret(code, "code")
        finally:
            del code  # a traceback may show the locals of this frame
        if not is_same(state, expected_state):
            raise StateMismatchError(f"The code came with a state that was not expected. {StateMismatchError.hint}")
        async with self._store.lock(f"{self._client_id}/exchange"):
            pass  # a code works once: whether its tokens can be saved shows before
        tokens = await self._endpoint.exchange(secret, self._redirect_uri, user_type)
        await self._grant_of(tokens).put(tokens)
        return tokens

    def for_location(self, location_id: str) -> Auth:
        """The tokens of one location, always the same object: as the token of a client.

        Raises:
            ConfigurationError: it is no id.
        """
        return self._location(location_id)

    async def installed_locations(
        self, app_id: str, *, company_id: str | None = None
    ) -> AsyncIterator[InstalledLocation]:
        """The locations of the agency that the app is installed in.

        Args:
            app_id: The app's id, which the client id begins with.
            company_id: The agency, where `OAuth` was not told of it.

        Raises:
            NotInstalledError: the agency is not known, or the store has no tokens of it.
            HighLevelError: they could not be listed.
        """
        company = self._company_of(company_id)
        if company is None:
            raise NotInstalledError("Which agency's locations? Pass its company_id to OAuth.")
        seen: set[str] = set()
        skip = 0
        while True:
            page = await company.authorized(partial(self._endpoint.installed, company.owner.id, app_id, skip))
            new = [location for location in page if location.id not in seen]
            if not new:
                return
            for location in new:
                if location.is_installed:
                    yield location
            seen.update(location.id for location in new)
            skip += len(page)

    async def forget(self, *, location_id: str | None = None, company_id: str | None = None) -> None:
        """Delete the tokens of a location or an agency, as after an app was uninstalled.

        Raises:
            ConfigurationError: neither was named.
            StoreError: they cannot be deleted.
        """
        grants: list[Grant] = []
        if location_id is not None:
            grants.append(self._location(location_id))
        if company_id is not None:
            grants.append(self._company(company_id))
        if not grants:
            raise ConfigurationError("Pass location_id or company_id: whose tokens are to be forgotten?")
        for grant in grants:
            await grant.forget()

    async def token(self) -> str:
        """Refused: tokens are of a location, and `for_location` tells of which.

        Raises:
            TokenClassError: always.
        """
        raise TokenClassError(
            "Calendars belong to locations, and an agency's token cannot call them. Name the location: "
            "CalendarsClient(oauth, location_id=...), or oauth.for_location(...) as the token."
        )

    async def rejected(self, token: str) -> bool:  # noqa: ARG002 - there is no other token to offer
        """There is no token here to replace."""
        return False

    async def aclose(self) -> None:
        """Wait for the refreshes under way, and close the connections, unless the HTTP client was passed in."""
        for grant in (*self._locations.values(), *self._companies.values()):
            await grant.landed()
        await self._endpoint.aclose()

    def _location(self, location_id: str) -> Grant:
        grant = self._locations.get(location_id)
        if grant is None:
            owner = Owner("Location", checked_id("location_id", location_id))
            arguments = (owner, self._key(owner), self._store, self._endpoint, self._now)
            grant = self._locations[location_id] = LocationGrant(*arguments, self._company_of)
        return grant

    def _company(self, company_id: str) -> Grant:
        grant = self._companies.get(company_id)
        if grant is None:
            owner = Owner("Company", checked_id("company_id", company_id))
            grant = Grant(owner, self._key(owner), self._store, self._endpoint, self._now)
            self._companies[company_id] = grant
        return grant

    def _company_of(self, known: str | None) -> Grant | None:
        """The agency of that id; else the one that was given, else the only one that there is."""
        company_id = known or self._company_id
        if company_id is None and len(self._companies) == 1:
            (company_id,) = self._companies
        return None if company_id is None else self._company(company_id)

    def _grant_of(self, tokens: TokenSet) -> Grant:
        """The grant of whom tokens speak for.

        Raises:
            UnreadableReplyError: they do not tell.
        """
        of_company = tokens.user_type == "Company"
        owner_id = tokens.company_id if of_company else tokens.location_id
        if owner_id is None:
            raise UnreadableReplyError(f"The reply has tokens of a {tokens.user_type.lower()}, but not of which.")
        return self._company(owner_id) if of_company else self._location(owner_id)

    def _key(self, owner: Owner) -> str:
        """Tokens work only for the app that they were given to, of which a store may have several."""
        return f"{self._client_id}/{owner.user_type.lower()}/{owner.id}"

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        await self.aclose()

    def __repr__(self) -> str:
        return f"<OAuth client_id={getattr(self, '_client_id', None)!r}>"

    def __reduce__(self) -> NoReturn:
        raise TypeError("an OAuth holds a secret and tokens; make a new one instead of pickling or copying it")


def checked_id(name: str, value: str) -> str:
    """An id as given.

    Raises:
        ConfigurationError: it is none.
    """
    if not is_header_value(value):
        raise ConfigurationError(f"{name}={value!r} is no id; pass the one that HighLevel shows.")
    return value
