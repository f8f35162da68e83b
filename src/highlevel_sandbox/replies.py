"""Replies, as they go over the wire."""

import uuid
from collections.abc import Mapping
from types import MappingProxyType

from starlette.responses import Response

from highlevel_sandbox.bodies import Json, encode, is_object
from highlevel_sandbox.refusals import Refusal

NO_HEADERS: Mapping[str, str] = MappingProxyType({})


def reply(status: int, body: Json, headers: Mapping[str, str] = NO_HEADERS) -> Response:
    """A reply in JSON; an object gets a traceId of its own."""
    traced = body | {"traceId": str(uuid.uuid4())} if is_object(body) else body
    return Response(encode(traced), status, headers, media_type="application/json")


def refused(refusal: Refusal, headers: Mapping[str, str] = NO_HEADERS) -> Response:
    """The reply that a refusal is."""
    if refusal.traced:
        return reply(refusal.status, refusal.body, headers)
    return Response(encode(refusal.body), refusal.status, headers, media_type="application/json")
