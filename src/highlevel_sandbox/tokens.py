"""Tokens: whom each speaks for, and how OAuth gives them out, renews them and lets them expire."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from highlevel_sandbox import refusals
from highlevel_sandbox.bodies import JsonObject
from highlevel_sandbox.operations.call import new_id
from highlevel_sandbox.store import Store
from highlevel_sandbox.times import DAY, SECOND, instant

UserType = Literal["Company", "Location"]

TOKEN_SECONDS = 86_399

# A refresh token lasts a year, unless it is used; used once more within the grace it gives what it gave before.
_REFRESHABLE = 365 * DAY
_GRACE = 30 * SECOND

_CODE_INVALID = "Invalid grant: authorization code is invalid"
_REDIRECT_INVALID = "Invalid grant: redirect_uri is invalid"
_REFRESH_INVALID = "Invalid grant: refresh token is invalid"
_LOCATION_INACTIVE = "Location is not active"


@dataclass(frozen=True)
class Access:
    """Whom a token speaks for: a location, or a company that has no location of its own here."""

    user_type: UserType
    owner_id: str
    scopes: frozenset[str]


@dataclass(frozen=True)
class Grant:
    """What a user has consented to."""

    user_type: UserType
    location_id: str | None
    scopes: tuple[str, ...]
    redirect_uri: str | None = None

    def document(self) -> JsonObject:
        """The grant as it is kept with each of its tokens."""
        return {"userType": self.user_type, "locationId": self.location_id, "scope": " ".join(self.scopes)}


class Tokens:
    """All tokens of one company. `private` are those that never expire; `seconds` is how long access lasts.

    `now` is what they expire by, because it goes on where the sandbox is closed in between.
    """

    def __init__(
        self,
        store: Store,
        private: Mapping[str, Access],
        *,
        now: Callable[[], datetime],
        seconds: int,
        company_id: str,
        user_id: str,
    ) -> None:
        self.rotations = 0
        self.inactive: set[str] = set()
        self._store = store
        self._private = private
        self._now = now
        self._seconds = seconds
        self._company_id = company_id
        self._user_id = user_id

    def access(self, authorization: str) -> Access:
        """Whom the header speaks for; a refusal when it has no token that is good now."""
        scheme, _, token = authorization.partition(" ")
        token = token.strip() if scheme.lower() == "bearer" else ""
        if token in self._private:
            return self._private[token]
        if token.startswith("pit-"):
            raise refusals.unauthorized(refusals.PRIVATE_TOKEN_INVALID)
        kept = self._store.get("access_token", token)
        if kept is None or self._instant() >= kept["expires"]:
            raise refusals.unauthorized(refusals.TOKEN_INVALID)
        return Access(kept["userType"], kept["locationId"] or self._company_id, frozenset(kept["scope"].split()))

    def consent(self, grant: Grant) -> str:
        """A code that can be exchanged once."""
        code = f"sandbox-code-{new_id()}"
        self._store.put("code", grant.document() | {"id": code, "redirectUri": grant.redirect_uri})
        return code

    def exchange(self, code: str, redirect_uri: str | None) -> JsonObject:
        """The first tokens of a grant, for its code."""
        grant = self._store.get("code", code)
        if grant is None:
            raise refusals.bad_grant(_CODE_INVALID)
        if redirect_uri and grant["redirectUri"] not in (None, redirect_uri):
            raise refusals.bad_grant(_REDIRECT_INVALID)
        self._check_active(grant)
        self._store.remove(code)
        return self._answer(self._issue(grant))

    def refresh(self, token: str) -> JsonObject:
        """New tokens for a refresh token, which is used up by it; the same ones when it comes again in the grace."""
        kept = self._store.get("refresh_token", token)
        if kept is None or self._instant() >= kept["expires"]:
            raise refusals.bad_grant(_REFRESH_INVALID)
        successor: JsonObject | None = kept.get("successor")
        if successor is not None and self._instant() - kept["used"] > _GRACE:
            raise refusals.bad_grant(_REFRESH_INVALID)
        self._check_active(kept)
        if successor is None:
            successor = self._issue(kept)
            self._store.put("refresh_token", kept | {"used": self._instant(), "successor": successor})
            self.rotations += 1
        return self._answer(successor)

    def issue(self, grant: Grant) -> JsonObject:
        """Tokens without a code, as a company gets them for one of its locations."""
        document = grant.document()
        self._check_active(document)
        return self._answer(self._issue(document))

    def _issue(self, grant: JsonObject) -> JsonObject:
        """Keeps a new pair of tokens for what was granted."""
        shared = {name: grant[name] for name in ("userType", "locationId", "scope")}
        access = {"id": f"sandbox-access-{new_id()}", "expires": self._instant() + self._seconds * SECOND}
        refresh = {"id": f"sandbox-refresh-{new_id()}", "tokenId": new_id(), "expires": self._instant() + _REFRESHABLE}
        self._store.put("access_token", shared | access)
        self._store.put("refresh_token", shared | refresh)
        return shared | {"access": access, "refresh": refresh}

    def _answer(self, pair: JsonObject) -> JsonObject:
        """A pair of tokens as the API tells it; of its life, what is left, in whole seconds rounded up."""
        access, refresh = pair["access"], pair["refresh"]
        company = pair["userType"] == "Company"
        return {
            "access_token": access["id"],
            "token_type": "Bearer",
            "expires_in": max(-(-(access["expires"] - self._instant()) // SECOND), 0),
            "refresh_token": refresh["id"],
            "refreshTokenId": refresh["tokenId"],
            "scope": pair["scope"],
            "userType": pair["userType"],
            "companyId": self._company_id,
            **({} if company else {"locationId": pair["locationId"]}),
            "userId": self._user_id,
            "isBulkInstallation": company,
        }

    def _check_active(self, grant: JsonObject) -> None:
        if grant["locationId"] in self.inactive:
            raise refusals.bad_grant(_LOCATION_INACTIVE)

    def _instant(self) -> int:
        return instant(self._now())
