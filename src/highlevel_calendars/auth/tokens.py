"""The tokens of one location or company, as the API gives them out and as a store keeps them."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Literal, TypeAlias

from .._wire import is_array, is_object
from ..errors import ConfigurationError
from .secret import Secret

UserType: TypeAlias = Literal["Company", "Location"]

_MARGIN = timedelta(minutes=5)
_USUAL_LIFE = 86_399.0
_LONGEST_LIFE = 3_155_760_000.0  # a hundred years, which a datetime can still hold


@dataclass(frozen=True, slots=True, kw_only=True)
class TokenSet:
    """An access token, what renews it, and whom it speaks for.

    Attributes:
        access_token: What calls are authorised with.
        refresh_token: What the next tokens are asked for with, once; `None` where the reply had none.
        issued_at: When it was asked for.
        expires_at: When the access token ends.
        user_type: "Location" for a token that the calendars can be called with, "Company" for an agency's.
        scopes: What it may do.
        company_id: The agency.
        location_id: The location; `None` for a token of a company.
        user_id: Who installed the app.
    """

    access_token: Secret
    refresh_token: Secret | None
    issued_at: datetime
    expires_at: datetime
    user_type: UserType
    scopes: tuple[str, ...] = ()
    company_id: str | None = None
    location_id: str | None = None
    user_id: str | None = None

    @property
    def refresh_at(self) -> datetime:
        """When to ask for the next tokens: five minutes before the end, but not before half of the life is over."""
        return self.expires_at - min(_MARGIN, (self.expires_at - self.issued_at) / 2)

    @classmethod
    def from_reply(cls, reply: Mapping[str, object], now: datetime, *, asked: UserType | None = None) -> TokenSet:
        """Read a reply of the token endpoint, whose names may be in snake or in camel case.

        Args:
            reply: The JSON object.
            now: When it was asked for, aware.
            asked: The class of token that was asked for, which counts where the reply names none.

        Raises:
            ValueError: it lacks an access token, or does not tell whom the token speaks for.
        """
        try:
            location_id = text(reply, "location_id", "locationId")
            company_id = text(reply, "company_id", "companyId")
            guessed = asked or ("Location" if location_id else "Company" if company_id else None)
            return cls(
                access_token=required(reply, "access_token", "accessToken"),
                refresh_token=optional(reply, "refresh_token", "refreshToken"),
                issued_at=now,
                expires_at=now + timedelta(seconds=seconds(first(reply, "expires_in", "expiresIn"))),
                user_type=user_type(first(reply, "user_type", "userType") or guessed),
                scopes=words(first(reply, "scope", "scopes")),
                company_id=company_id,
                location_id=location_id,
                user_id=text(reply, "user_id", "userId"),
            )
        finally:
            del reply  # a traceback may show the locals of this frame

    def following(self, previous: TokenSet) -> TokenSet:
        """These tokens, with what their reply left out taken from those that they replace."""
        return replace(
            self,
            refresh_token=self.refresh_token or previous.refresh_token,
            scopes=self.scopes or previous.scopes,
            company_id=self.company_id or previous.company_id,
            location_id=self.location_id or previous.location_id,
            user_id=self.user_id or previous.user_id,
        )

    def to_json(self) -> str:
        """The text to keep in a store. The secrets are in it, readable."""
        return json.dumps(
            {
                "access_token": self.access_token.reveal(),
                "refresh_token": self.refresh_token and self.refresh_token.reveal(),
                "issued_at": self.issued_at.isoformat(),
                "expires_at": self.expires_at.isoformat(),
                "user_type": self.user_type,
                "scopes": self.scopes,
                "company_id": self.company_id,
                "location_id": self.location_id,
                "user_id": self.user_id,
            }
        )

    @classmethod
    def from_json(cls, kept: str | bytes) -> TokenSet:
        """Read what `to_json` wrote, or a later version of it.

        Raises:
            ValueError: it is something else.
        """
        try:
            data = json.loads(kept)
        except (ValueError, RecursionError):
            data = None
        finally:
            del kept
        try:
            if not is_object(data):
                raise ValueError("it is no JSON object")
            return cls(
                access_token=required(data, "access_token"),
                refresh_token=optional(data, "refresh_token"),
                issued_at=instant(data.get("issued_at")),
                expires_at=instant(data.get("expires_at")),
                user_type=user_type(data.get("user_type")),
                scopes=words(data.get("scopes")),
                company_id=text(data, "company_id"),
                location_id=text(data, "location_id"),
                user_id=text(data, "user_id"),
            )
        finally:
            del data


def first(data: Mapping[str, object], *names: str) -> object:
    """The first value that is there and not null."""
    return next((data[name] for name in names if data.get(name) is not None), None)


def text(data: Mapping[str, object], *names: str) -> str | None:
    value = first(data, *names)
    return value if isinstance(value, str) and value else None


def required(data: Mapping[str, object], *names: str) -> Secret:
    """A secret that must be there.

    Raises:
        ValueError: it is missing, or no token.
    """
    try:
        secret = optional(data, *names)
    finally:
        del data
    if secret is None:
        raise ValueError(f"it has no {names[0]}")
    return secret


def optional(data: Mapping[str, object], *names: str) -> Secret | None:
    """A secret, or `None` where there is none that could be sent."""
    try:
        return Secret(first(data, *names))
    except ConfigurationError:
        return None


def user_type(value: object) -> UserType:
    """The class of a token.

    Raises:
        ValueError: it is neither of a company nor of a location.
    """
    if value == "Location":
        return "Location"
    if value == "Company":
        return "Company"
    raise ValueError("its userType is neither Company nor Location")


def words(value: object) -> tuple[str, ...]:
    """Scopes, as one string with spaces between or as a list."""
    if isinstance(value, str):
        return tuple(value.split())
    return tuple(item for item in value if isinstance(item, str)) if is_array(value) else ()


def seconds(value: object) -> float:
    """The life of a token, which may come as a number or as a string; the usual one where none can be read."""
    try:
        life = float(value) if isinstance(value, str | int | float) and not isinstance(value, bool) else _USUAL_LIFE
    except (ValueError, OverflowError):
        return _USUAL_LIFE
    return max(0.0, min(life, _LONGEST_LIFE))


def instant(value: object) -> datetime:
    """An aware time in ISO form.

    Raises:
        ValueError: it is something else.
    """
    time = datetime.fromisoformat(value) if isinstance(value, str) else None
    if time is None or time.tzinfo is None:
        raise ValueError("a time is missing or has no offset")
    return time
