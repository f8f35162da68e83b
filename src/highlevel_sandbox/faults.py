"""Faults on purpose: which requests meet one, and which."""

from collections import Counter
from collections.abc import Collection, Sequence
from random import Random, SystemRandom
from typing import Literal, TypeVar, get_args

from highlevel_sandbox.contract import contract

FaultKind = Literal[
    "reset-before",
    "reset-after",
    "hang-before",
    "hang-after",
    "429",
    "500-before",
    "500-after",
    "502-before",
    "502-after",
    "truncated",
    "broken-json",
]
KINDS: tuple[FaultKind, ...] = get_args(FaultKind)

# The names by which requests can be selected beside the operationIds.
API = "api"
OAUTH = ("token", "locationToken", "installedLocations")

_Name = TypeVar("_Name", bound=str)


class Faults:
    """Lets a share of the requests go wrong, as networks and gateways do.

    `rate` is that share, from 0 to 1, and `kinds` are what may happen, each as likely as the others. The same
    `seed` gives the same faults to the same requests in the same order; without one it is made up.

    Before the request is processed, so that nothing has changed, come "reset-before", "hang-before", "429",
    "500-before" and "502-before". After it has been processed come "reset-after", "hang-after", "500-after",
    "502-after", "truncated", whose connection closes before the end of the body, and "broken-json", which leaves
    the status as it is. A hang gives no reply until the client goes away, and is a reset after `hold` seconds.

    `only` selects the requests: operationIds such as "create-appointment", "api" for all operations of the
    calendars, and "token", "locationToken" or "installedLocations" for those of OAuth. `injected` counts the
    faults by their kind.
    """

    def __init__(
        self,
        rate: float,
        kinds: Sequence[FaultKind] = KINDS,
        seed: int | None = None,
        *,
        only: Collection[str] = (API,),
        hold: float = 60.0,
    ) -> None:
        if not 0 <= rate <= 1:
            raise ValueError(f"The rate of faults is {rate}; give a share from 0 to 1.")
        if not hold >= 0:
            raise ValueError(f"A fault cannot hang for {hold} seconds; give 0 or more.")
        self.rate = rate
        self.kinds = _known("kind of fault", kinds, KINDS)
        self.seed = SystemRandom().randrange(2**32) if seed is None else seed
        self.only = frozenset(_known("operation", only, (API, *OAUTH, *contract().operations)))
        self.hold = hold
        self.injected: Counter[FaultKind] = Counter()
        self._random = Random(self.seed)  # noqa: S311 (to be repeated, and not to be secret)

    def draw(self, operation: str) -> FaultKind | None:
        """The fault that a request meets, if any; it is counted as injected."""
        if operation not in self.only and (API not in self.only or operation in OAUTH):
            return None
        if self._random.random() >= self.rate:
            return None
        kind = self._random.choice(self.kinds)
        self.injected[kind] += 1
        return kind


def _known(what: str, names: Collection[_Name], known: Sequence[_Name]) -> tuple[_Name, ...]:
    given = tuple(names)
    # A single text would be taken for its letters.
    unknown = [names] if isinstance(names, str) else [name for name in given if name not in known]
    if unknown or not given:
        wrong = f"There is no {what} {unknown[0]!r}" if unknown else f"No {what} is named"
        raise ValueError(f"{wrong}; give a list of some of {', '.join(known)}.")
    return given
