"""OAuth 2: the consent that is given at once, the tokens that come of it, and the locations of the company."""

import re
from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from urllib.parse import urlencode, urlsplit

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from highlevel_sandbox import refusals
from highlevel_sandbox.bodies import JsonObject
from highlevel_sandbox.gate import Gate, Need
from highlevel_sandbox.intake import form_of
from highlevel_sandbox.operations.call import page
from highlevel_sandbox.refusals import Refusal
from highlevel_sandbox.replies import refused
from highlevel_sandbox.tokens import Access, Grant

READ_SCOPE = "oauth.readonly"
WRITE_SCOPE = "oauth.write"

_USER_TYPES = ("Company", "Location")
_VERSIONS = ("2021-07-28",)
_MINT = Need("locationToken", _VERSIONS, "Company", frozenset({WRITE_SCOPE}), 200)
_INSTALLED = Need("installedLocations", _VERSIONS, "Company", frozenset({READ_SCOPE}), 200)

# The fields that each request may have.
_TOKEN_FIELDS = ("client_id", "client_secret", "grant_type", "code", "refresh_token", "user_type", "redirect_uri")
_MINT_FIELDS = ("companyId", "locationId")
_INSTALLED_FIELDS = (
    *("companyId", "appId", "skip", "limit", "query", "isInstalled"),
    *("versionId", "onTrial", "planId", "locationId"),
)

_COMPANY_FOREIGN = "The token does not have access to this company."
_CLIENT_INVALID = "Invalid client: client credentials are invalid"


@dataclass(frozen=True)
class Client:
    """The app as the marketplace knows it; its scopes are what it asks for unless it names others."""

    id: str
    secret: str
    app_id: str
    company_id: str
    scopes: tuple[str, ...]


@dataclass(frozen=True)
class OAuth:
    """The OAuth side of the sandbox. `locations` are the ids, names and addresses of the company's locations."""

    gate: Gate
    client: Client
    locations: Sequence[JsonObject]
    requests: Counter[str] = field(default_factory=Counter[str])

    def scopes(self, user_type: str) -> tuple[str, ...]:
        """What a user consents to who is asked for nothing in particular."""
        return (*self.client.scopes, READ_SCOPE, WRITE_SCOPE) if user_type == "Company" else self.client.scopes

    async def choose_location(self, request: Request) -> Response:
        """Sends the browser back with a code at once, for the first location and the scopes that were asked for."""
        query = request.query_params
        try:
            for name in ("response_type", "client_id", "redirect_uri"):
                _required(query, name)
            target = urlsplit(query["redirect_uri"])
            if query["response_type"] != "code":
                raise _invalid("response_type")
            if query["client_id"] != self.client.id:
                raise refusals.bad_grant(_CLIENT_INVALID)
            if target.scheme not in ("http", "https") or not target.netloc:
                raise _invalid("redirect_uri")
            scopes = tuple(query.get("scope", "").split()) or self.scopes("Location")
            if not {*scopes} <= {*self.scopes("Company")}:
                raise _invalid("scope")
        except Refusal as refusal:
            return refused(refusal)
        grant = Grant("Location", self.locations[0]["_id"], scopes, query["redirect_uri"])
        with self.gate.database.transaction():
            code = self.gate.tokens.consent(grant)
        given = {"code": code} | ({"state": query["state"]} if "state" in query else {})
        separator = "&" if target.query else "?"
        return RedirectResponse(f"{query['redirect_uri']}{separator}{urlencode(given)}", 302)

    def notice(self, request: Request, raw: bytes | None) -> None:
        """Counts a request for tokens, whatever becomes of it."""
        try:
            grant_type = dict(form_of(request, raw)).get("grant_type", "")
        except Refusal:
            grant_type = ""
        self.requests[grant_type] += 1

    def token(self, request: Request, raw: bytes | None) -> Response:
        """Tokens for a code or for a refresh token; the app needs no token for it, but its secret."""
        return self.gate.settle("token", 200, lambda: self._token(_fields(form_of(request, raw), _TOKEN_FIELDS)))

    def location_token(self, request: Request, raw: bytes | None) -> Response:
        """Tokens of a location, for its company."""
        return self.gate.answer(
            _MINT, request, lambda access: self._mint(_fields(form_of(request, raw), _MINT_FIELDS), access)
        )

    def installed_locations(self, request: Request, _raw: bytes | None) -> Response:
        """A page of the locations in which the app is installed; that is all of them."""
        pairs = request.query_params.multi_items()
        return self.gate.answer(_INSTALLED, request, lambda _: self._installed(_fields(pairs, _INSTALLED_FIELDS)))

    def _token(self, form: Mapping[str, str]) -> JsonObject:
        for name in ("client_id", "client_secret", "grant_type"):
            _required(form, name)
        if (form["client_id"], form["client_secret"]) != (self.client.id, self.client.secret):
            raise refusals.bad_grant(_CLIENT_INVALID)
        if form.get("user_type", "Location") not in _USER_TYPES:
            raise refusals.unprocessable([f"user_type must be one of the following values: {', '.join(_USER_TYPES)}"])
        # Which class of token comes of it depends on who has consented, whatever user_type asks for.
        match form["grant_type"]:
            case "authorization_code":
                return self.gate.tokens.exchange(_required(form, "code"), form.get("redirect_uri"))
            case "refresh_token":
                return self.gate.tokens.refresh(_required(form, "refresh_token"))
            case _:
                raise _invalid("grant_type")

    def _mint(self, form: Mapping[str, str], access: Access) -> JsonObject:
        _check_present(form, _MINT_FIELDS)
        known = {location["_id"] for location in self.locations}
        if form["companyId"] != self.client.company_id or form["locationId"] not in known:
            raise refusals.forbidden(refusals.LOCATION_FOREIGN)
        # The live API adds the two scopes of its own accord.
        scopes = sorted(access.scopes | {READ_SCOPE, WRITE_SCOPE})
        return self.gate.tokens.issue(Grant("Location", form["locationId"], tuple(scopes)))

    def _installed(self, query: Mapping[str, str]) -> JsonObject:
        _check_present(query, ("companyId", "appId"))
        skip, limit = (_whole(query, name, default) for name, default in (("skip", 0), ("limit", 20)))
        if query["companyId"] != self.client.company_id:
            raise refusals.forbidden(_COMPANY_FOREIGN)
        installed = query["appId"] == self.client.app_id
        found = [
            location | {"isInstalled": installed}
            for location in self.locations
            if query.get("locationId") in (None, location["_id"])
            and query.get("query", "").lower() in location["name"].lower()
            and query.get("isInstalled") in (None, "true" if installed else "false")
        ]
        return {"locations": page(found, skip, limit), "count": len(found), "installToFutureLocations": False}


def _fields(pairs: Iterable[tuple[str, str]], known: Collection[str]) -> Mapping[str, str]:
    """The fields of a request, each of them known and named once."""
    fields: dict[str, str] = {}
    messages: list[str] = []
    for name, text in pairs:
        if name not in known:
            messages.append(f"property {name} should not exist")
        elif name in fields:
            messages.append(f"{name} must be a string")
        fields[name] = text
    if messages:
        raise refusals.unprocessable(list(dict.fromkeys(messages)))
    return fields


def _check_present(fields: Mapping[str, str], names: Iterable[str]) -> None:
    missing = [f"{name} must be a string" for name in names if not fields.get(name)]
    if missing:
        raise refusals.unprocessable(missing)


def _required(fields: Mapping[str, str], name: str) -> str:
    if not fields.get(name):
        raise refusals.bad_grant(f"Missing parameter: {_camel(name)}")
    return fields[name]


def _invalid(name: str) -> Refusal:
    return refusals.bad_grant(f"Invalid parameter: {_camel(name)}")


def _camel(name: str) -> str:
    """A field as these messages name it: grantType for grant_type."""
    first, *rest = name.split("_")
    return first + "".join(word.capitalize() for word in rest)


def _whole(query: Mapping[str, str], name: str, default: int) -> int:
    text = query.get(name, str(default))
    if not re.fullmatch("[0-9]{1,9}", text):
        raise refusals.unprocessable([f"{name} must be a number string"])
    return int(text)
