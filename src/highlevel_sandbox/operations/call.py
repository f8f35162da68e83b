"""What a behaviour is given."""

import secrets
import string
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from highlevel_sandbox.bodies import JsonObject
from highlevel_sandbox.contract import Contract
from highlevel_sandbox.refusals import bad_request
from highlevel_sandbox.store import Kind, Store
from highlevel_sandbox.times import utc_text

_ALPHABET = string.ascii_letters + string.digits

_SLUG_TAKEN = "The slug is already taken."


@dataclass(frozen=True)
class Call:
    """One valid request: its body and its query, defaults filled in, and the parameters of its path.

    The body is an object, but for the one operation that takes an array. `zone` is the location's.
    """

    store: Store
    contract: Contract
    zone: ZoneInfo
    clock: Callable[[], datetime]
    path: Mapping[str, str]
    query: Mapping[str, Any]
    body: Any

    @property
    def now(self) -> datetime:
        return self.clock()

    @property
    def today(self) -> str:
        """Now, as it is written into records."""
        return utc_text(self.now)

    def known(self, kind: Kind, document_id: str) -> JsonObject:
        """The document that the request names; a refusal when there is none."""
        document = self.store.get(kind, document_id)
        if document is None:
            raise bad_request(f"{kind.capitalize()} not found")
        return document

    def claim(self, kind: Kind, slug: str, owner_id: str) -> None:
        """Refuses a slug that a document other than its owner has taken."""
        if self.store.slug_owner(kind, slug) not in (None, owner_id):
            raise bad_request(_SLUG_TAKEN)


def page(rows: list[JsonObject], skip: int, limit: int) -> list[JsonObject]:
    """One page of a list; a number below zero counts as zero."""
    first = max(skip, 0)
    return rows[first : first + max(limit, 0)]


def new_id() -> str:
    """An id of the vendor's look: 20 letters and digits."""
    return "".join(secrets.choice(_ALPHABET) for _ in range(20))
