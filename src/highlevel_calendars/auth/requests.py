"""What is asked of the token endpoint and its neighbours, and what a refusal means. Pure: nothing is sent here.

https://marketplace.gohighlevel.com/docs/ghl/oauth
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple
from urllib.parse import urlencode

from .. import _replies, errors
from .._replies import Failure, Reply
from .secret import Secret
from .tokens import TokenSet, UserType

VERSION = "2021-07-28"
PAGE_SIZE = 100

_BY_MESSAGE: tuple[tuple[str, type[errors.OAuthError]], ...] = (
    ("refresh token is invalid", errors.RefreshTokenInvalidError),
    ("location is not active", errors.LocationInactiveError),
)


class Request(NamedTuple):
    """A request.

    Attributes:
        operation: The vendor's operationId.
        subject: Whom it is about, for errors.
        method: The HTTP method.
        path: Its path.
        form: The fields of its body.
        query: The fields of its address.
        bearer: The token that authorises it.
        repeatable: Whether it may be sent again after a reply that did not come.
        hint: What to do when it was refused, or when it is not known what came of it.
    """

    operation: str
    subject: str
    method: str
    path: str
    form: Mapping[str, str | Secret]
    query: Mapping[str, str]
    bearer: Secret | None
    repeatable: bool
    hint: str

    def content(self) -> bytes:
        """The body as a form."""
        return urlencode({k: v.reveal() if isinstance(v, Secret) else v for k, v in self.form.items()}).encode()

    @property
    def name(self) -> str:
        """What an error calls it."""
        return f"{self.operation} for {self.subject}"

    def target(self) -> str:
        """The path with its query."""
        return self.path + ("?" + urlencode(self.query) if self.query else "")

    def redact(self, content: bytes) -> bytes:
        """A reply without the secrets of the request, which a server may echo."""
        for value in (*self.form.values(), self.bearer):
            if isinstance(value, Secret):
                content = value.redact(content)
        return content


class App(NamedTuple):
    """The app that asks, as its page in the marketplace names it."""

    client_id: str
    client_secret: Secret

    def for_code(self, code: Secret, redirect_uri: str | None, user_type: UserType | None) -> Request:
        """The first tokens, for a code that works once."""
        form: dict[str, str | Secret] = {"code": code}
        form |= {"redirect_uri": redirect_uri} if redirect_uri else {}
        form |= {"user_type": user_type} if user_type else {}
        hint = "A code works once and soon ends: send the user through the page of OAuth.authorize_url() again."
        return self._for_tokens("a code", "authorization_code", form, repeatable=False, hint=hint)

    def for_refresh(self, tokens: TokenSet, refresh_token: Secret) -> Request:
        """The next tokens. The same refresh token gives the same reply again for 30 seconds."""
        form = {"refresh_token": refresh_token, "user_type": tokens.user_type}
        subject = f"{tokens.user_type.lower()} {tokens.location_id or tokens.company_id!r}"
        return self._for_tokens(subject, "refresh_token", form, repeatable=True, hint="")

    def _for_tokens(
        self, subject: str, grant_type: str, form: Mapping[str, str | Secret], *, repeatable: bool, hint: str
    ) -> Request:
        return Request(
            operation="get-access-token",
            subject=subject,
            method="POST",
            path="/oauth/token",
            form={"client_id": self.client_id, "client_secret": self.client_secret, "grant_type": grant_type, **form},
            query={},
            bearer=None,
            repeatable=repeatable,
            hint=hint,
        )


def for_location(bearer: Secret, company_id: str, location_id: str) -> Request:
    """Tokens of a location, for the token of its agency. Asking twice only makes one set too many."""
    return Request(
        operation="get-location-access-token",
        subject=f"location {location_id!r}",
        method="POST",
        path="/oauth/locationToken",
        form={"companyId": company_id, "locationId": location_id},
        query={},
        bearer=bearer,
        repeatable=True,
        hint="Look whether the app is installed there: OAuth.installed_locations() lists where it is.",
    )


def for_installed(bearer: Secret, company_id: str, app_id: str, skip: int) -> Request:
    """A page of the locations that an app is installed in."""
    return Request(
        operation="get-installed-location",
        subject=f"company {company_id!r}",
        method="GET",
        path="/oauth/installedLocations",
        form={},
        query={
            "companyId": company_id,
            "appId": app_id,
            "isInstalled": "true",
            "skip": str(skip),
            "limit": str(PAGE_SIZE),
        },
        bearer=bearer,
        repeatable=True,
        hint="",
    )


def refusal(attempt: Reply | Failure, request: Request, attempts: int) -> errors.HighLevelError:
    """The error that an attempt ends in when it is the last."""
    if isinstance(attempt, Failure):
        kind = errors.APITimeoutError if attempt.timed_out else errors.APIConnectionError
        hint = f" {request.hint}" if request.hint and attempt.sent else ""
        return kind(f"{request.name}: {attempt.reason}.{hint}", operation=request.operation, attempts=attempts)
    if attempt.is_success:
        return unreadable(attempt, request, attempts, "it broke off in the middle")
    messages, trace_id = _replies.explain(request.redact(attempt.content))
    refused = error_class(attempt.status, messages, is_grant=request.bearer is None)
    parts = [_replies.complaint(request.name, attempt.status, messages)]
    parts += [hint] if (hint := refused.hint or request.hint) else []
    parts += [f"(trace {trace_id})"] if trace_id else []
    return refused(
        " ".join(parts),
        operation=request.operation,
        status=attempt.status,
        messages=messages,
        trace_id=trace_id,
        attempts=attempts,
    )


def error_class(status: int, messages: tuple[str, ...], *, is_grant: bool) -> type[errors.HighLevelError]:
    """The class of error that a status and its messages call for.

    Args:
        status: The HTTP status.
        messages: What the reply says.
        is_grant: Whether a code or a refresh token was refused, rather than an access token.
    """
    if status < 500:
        said = "\n".join(messages).lower()
        for phrase, kind in _BY_MESSAGE:
            if phrase in said:
                return kind
        if is_grant and status != 429:
            return errors.OAuthError
    return _replies.error_class(status, messages)


def unreadable(reply: Reply, request: Request, attempts: int, reason: str) -> errors.UnreadableReplyError:
    """The error of a success that cannot be read."""
    hint = f" {request.hint}" if request.hint else ""
    return errors.UnreadableReplyError(
        f"{request.name}: HTTP {reply.status}, but the reply cannot be read: {reason}.{hint}",
        operation=request.operation,
        status=reply.status,
        attempts=attempts,
    )
