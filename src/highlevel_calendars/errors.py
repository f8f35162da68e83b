"""What can go wrong, as one tree.

    HighLevelError
    ├── ConfigurationError                the client is set up wrongly; nothing was sent
    ├── ValidationError                   documented rules are broken; nothing was sent
    ├── APIConnectionError                no reply came
    │   └── APITimeoutError               no reply came in time
    ├── LimiterError                      the limiter of a fleet cannot be reached; nothing was sent
    ├── UnreadableReplyError              the API accepted, but its reply makes no sense
    ├── StoreError                        the store of the tokens cannot be read or written
    ├── OAuthError                        the app has no access: the token endpoint refused, or
    │   ├── RefreshTokenInvalidError      ... the user has to authorise the app again
    │   ├── LocationInactiveError         ... the location is paused; its tokens are kept
    │   ├── NotInstalledError             ... the store has no tokens to ask with
    │   └── StateMismatchError            ... the callback is not of the user who was sent
    ├── OutcomeUnknown                    a write may or may not have happened; always one of
    │   ├── ConnectionOutcomeUnknown      ... also an APIConnectionError
    │   ├── TimeoutOutcomeUnknown         ... also an APITimeoutError
    │   └── ServerOutcomeUnknown          ... also a ServerError
    └── StatusError                       the API answered with an error
        ├── BadRequestError               400
        │   ├── SlotTakenError
        │   ├── CalendarInactiveError
        │   └── NotEventCalendarError
        ├── AuthenticationError           401
        │   ├── TokenRejectedError
        │   ├── TokenClassError
        │   ├── ScopeMissingError
        │   └── VersionRejectedError
        ├── PermissionDeniedError         403
        │   └── WrongLocationError
        ├── NotFoundError                 404
        ├── UnprocessableError            422
        │   ├── TeamMemberRequiredError
        │   └── UserNotInTeamError
        ├── RateLimitError                429, or what the SDK itself kept from becoming one
        │   ├── DailyLimitError           the day is used up
        │   └── MaxWaitError              no room came in time; nothing was sent
        └── ServerError                   5xx

The leaves below a status are told apart by the API's message. None of them ever carries the token.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import ClassVar, NamedTuple


class HighLevelError(Exception):
    """The base of all errors of this package.

    Attributes:
        operation: The operationId, for example "create-appointment"; `None` outside a call.
        status: The HTTP status, where a reply came.
        messages: What the API said, one entry for each complaint.
        trace_id: The id that the vendor's support asks for, where the reply had one.
        attempts: How many times the request was sent.
    """

    hint: ClassVar[str] = ""

    def __init__(
        self,
        message: str,
        *,
        operation: str | None = None,
        status: int | None = None,
        messages: Iterable[str] = (),
        trace_id: str | None = None,
        attempts: int = 0,
    ) -> None:
        super().__init__(message)
        self.operation = operation
        self.status = status
        self.messages = tuple(messages)
        self.trace_id = trace_id
        self.attempts = attempts


class ConfigurationError(HighLevelError, ValueError):
    """The client is set up wrongly; nothing was sent."""


class Violation(NamedTuple):
    """A documented rule that a call breaks.

    Attributes:
        rule: The rule's name, for example "exactly-one-target".
        argument: The argument that breaks it, or several with commas between.
        message: What is wrong and what to do.
        page: The address of the page that documents the rule.
    """

    rule: str
    argument: str
    message: str
    page: str


class ValidationError(HighLevelError, ValueError):
    """Documented rules are broken; nothing was sent.

    Attributes:
        violations: Every rule that is broken, not only the first.
    """

    def __init__(
        self,
        message: str,
        *,
        violations: Sequence[Violation] = (),
        operation: str | None = None,
    ) -> None:
        super().__init__(message, operation=operation)
        self.violations = tuple(violations)

    @classmethod
    def of(cls, operation: str, violations: Sequence[Violation]) -> ValidationError:
        """The error that names all of `violations`."""
        lines = [f"- {v.argument}: {v.message} [{v.rule}, {v.page}]" for v in violations]
        message = f"{operation} was not sent, it breaks documented rules:\n" + "\n".join(lines)
        return cls(message, violations=violations, operation=operation)


class APIConnectionError(HighLevelError):
    """No reply came."""


class APITimeoutError(APIConnectionError):
    """No reply came in time."""


class LimiterError(HighLevelError):
    """The Redis of a limiter cannot be reached; nothing was sent."""


class UnreadableReplyError(HighLevelError):
    """The API accepted the request, but its reply cannot be read. What was written is written."""


class StoreError(HighLevelError):
    """The store of the tokens cannot be read or written. No token was used that it does not hold."""


class OAuthError(HighLevelError):
    """The app has no access: the token endpoint refused what it was asked for, or there was nothing to ask with."""


class RefreshTokenInvalidError(OAuthError):
    """The refresh token is expired, revoked, or was used by somebody else."""

    hint = "It cannot be renewed any more: send the user through the page of OAuth.authorize_url() again."


class LocationInactiveError(OAuthError):
    """The location is paused or unpaid. Its tokens are kept, and work again once it is active."""

    hint = "The tokens are kept; they work again as soon as the location is active."


class NotInstalledError(OAuthError):
    """The store has no tokens of the location or company."""

    hint = "Send a user of it through the page of OAuth.authorize_url(), and pass the code to OAuth.exchange()."


class StateMismatchError(OAuthError):
    """The state that came with a code is not the one that the user was sent with; the code was not used."""

    hint = "Send the user through the page of OAuth.authorize_url() again, and expect the state that it gives."


class OutcomeUnknown(HighLevelError):
    """A write may or may not have happened: look before sending it again, or it may happen twice."""

    hint = "Look whether it happened before sending it again."


class ConnectionOutcomeUnknown(OutcomeUnknown, APIConnectionError):
    """The connection broke after the request may have arrived."""


class TimeoutOutcomeUnknown(OutcomeUnknown, APITimeoutError):
    """No reply came in time, after the request may have arrived."""


class StatusError(HighLevelError):
    """The API answered with an error."""


class BadRequestError(StatusError):
    """400: the request makes no sense in the state that things are in."""


class SlotTakenError(BadRequestError):
    """The slot is taken, or was not sent in exactly the form in which it was offered."""

    hint = "Ask for the free slots again, and book one with the exact offset it is offered with."


class CalendarInactiveError(BadRequestError):
    """The calendar is a draft or switched off."""

    hint = "Activate the calendar first."


class NotEventCalendarError(BadRequestError):
    """A block slot names a calendar that is not an event calendar."""

    hint = "Only event calendars can be blocked; for any other pass assigned_user_id instead of calendar_id."


class AuthenticationError(StatusError):
    """401: the token, its scope or the version was not accepted."""


class TokenRejectedError(AuthenticationError):
    """The token is expired, revoked or no token at all."""

    hint = "Check the token; an expired one has to be replaced."


class TokenClassError(AuthenticationError):
    """The token belongs to an agency, and the operation wants one of a location."""

    hint = "Use a token of the sub-account (location); OAuth.for_location() gives one for that of its agency."


class ScopeMissingError(AuthenticationError):
    """The token is good, but lacks the scope of the operation."""

    hint = "Add the scope that the operation names to the token; a new token of the same scopes will not help."


class VersionRejectedError(AuthenticationError):
    """The Version header is missing or names no published version."""

    hint = "Leave the client's version as it is, or name a published one."


class PermissionDeniedError(StatusError):
    """403: the token may not do this."""


class WrongLocationError(PermissionDeniedError):
    """The token has no access to the location that the call names."""

    hint = "Check location_id: it must be the location that the token was made for."


class NotFoundError(StatusError):
    """404: there is no such thing."""


class UnprocessableError(StatusError):
    """422: a field is missing, unknown or invalid."""


class TeamMemberRequiredError(UnprocessableError):
    """The calendar wants to be told which team member takes the appointment."""

    hint = "Pass assigned_user_id, one of the calendar's team members."


class UserNotInTeamError(UnprocessableError):
    """The assigned user is not in the calendar's team."""

    hint = "Pass an assigned_user_id that is among the calendar's team members."


class RateLimitError(StatusError):
    """The rate limit of the location is used up: a 429 after the retries, or a limit of this SDK before sending."""

    hint = "Wait for the interval to pass, and send less."


class DailyLimitError(RateLimitError):
    """The rate limit of the day is used up. Where `status` is `None`, this was known and nothing was sent.

    Attributes:
        resets_at: When it ends, an aware datetime; `None` when the API did not tell.
    """

    hint = "Wait until the day's limit is reset; more requests before that are refused."

    resets_at: datetime | None = None


class MaxWaitError(RateLimitError):
    """No room under the rate limit came within the `max_wait` of the call; nothing was sent."""

    hint = "Send less, or allow a longer max_wait."


class ServerError(StatusError):
    """5xx: the API or a gateway before it failed."""


class ServerOutcomeUnknown(OutcomeUnknown, ServerError):
    """The API failed while it handled a write, which may or may not have happened."""
