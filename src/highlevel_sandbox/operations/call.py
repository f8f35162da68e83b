"""What a behaviour is given."""

import secrets
import string
from collections.abc import Mapping
from dataclasses import dataclass

from highlevel_sandbox.bodies import JsonObject
from highlevel_sandbox.refusals import bad_request
from highlevel_sandbox.store import Kind, Store

_ALPHABET = string.ascii_letters + string.digits


@dataclass(frozen=True)
class Call:
    """One valid request: its body, defaults filled in, and the parameters of its path."""

    store: Store
    body: JsonObject
    path: Mapping[str, str]

    def known(self, kind: Kind, document_id: str) -> JsonObject:
        """The document that the request names; a refusal when there is none."""
        document = self.store.get(kind, document_id)
        if document is None:
            raise bad_request(f"{kind.capitalize()} not found")
        return document


def new_id() -> str:
    """An id of the vendor's look: 20 letters and digits."""
    return "".join(secrets.choice(_ALPHABET) for _ in range(20))
