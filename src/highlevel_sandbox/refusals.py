"""The answers that refuse a request, in the shapes and words that the live API was seen to use."""

from collections.abc import Sequence

from highlevel_sandbox.bodies import JsonObject

ROUTE_UNKNOWN = "This route is not yet supported by the IAM Service. Please update your IAM config."
VERSION_MISSING = "version header was not found."
VERSION_UNKNOWN = "version header is invalid"
TOKEN_INVALID = "Invalid JWT"  # noqa: S105 (a sentence, not a secret)
PRIVATE_TOKEN_INVALID = "Invalid Private Integration token"  # noqa: S105 (a sentence, not a secret)
SCOPE_MISSING = "The token is not authorized for this scope."
CLASS_FOREIGN = "This authClass type is not allowed to access this scope."
LOCATION_FOREIGN = "The token does not have access to this location."


class Refusal(Exception):
    """A request that is answered with an error: its HTTP status and JSON body, still without the traceId.

    What the gateway before the API answers carries no traceId.
    """

    def __init__(self, status: int, body: JsonObject, *, traced: bool = True) -> None:
        super().__init__(status, body)
        self.status = status
        self.body = body
        self.traced = traced


def bad_request(message: str) -> Refusal:
    """400: the request makes no sense in the state that things are in, or is no JSON."""
    return Refusal(400, {"message": message, "error": "Bad Request", "statusCode": 400})


def bad_grant(message: str) -> Refusal:
    """400: OAuth gives no token; its documented body has nothing but these."""
    return Refusal(400, {"statusCode": 400, "message": message}, traced=False)


def unauthorized(message: str) -> Refusal:
    """401: the route, the Version, the token or its scope was not accepted."""
    return Refusal(401, {"statusCode": 401, "message": message}, traced=False)


def forbidden(message: str) -> Refusal:
    """403: the token is good, but not for this location."""
    return Refusal(403, {"statusCode": 403, "message": message}, traced=False)


def not_found(message: str) -> Refusal:
    """404: there is no such schedule or calendar; all other operations answer 400 to an unknown id."""
    return Refusal(404, {"message": message, "error": "Not Found", "statusCode": 404})


def unprocessable(message: str | Sequence[str]) -> Refusal:
    """422: one message for each field from the validator, or a single one from the business rules."""
    return Refusal(422, {"message": message, "error": "Unprocessable Entity", "statusCode": 422})


def too_many_requests() -> Refusal:
    """429: the rate limit is used up."""
    return Refusal(429, {"statusCode": 429, "message": "Too Many Requests"}, traced=False)


def server_error() -> Refusal:
    """500: the sandbox itself failed; its log has the traceback."""
    return Refusal(500, {"statusCode": 500, "message": "Internal server error"}, traced=False)
