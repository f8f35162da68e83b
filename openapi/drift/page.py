"""What all pages have: fields by their sections, replies by their statuses, and samples."""

from __future__ import annotations

from dataclasses import dataclass, field

from .facts import LISTED, Operation, Place, canonical
from .fields import Listed
from .located import Node
from .nesting import nested
from .samples import shown
from .unreadable import Unreadable

# What is said of a body or a reply as a whole.
ROOT_KINDS = frozenset({"type", "required", "status"})


@dataclass
class Payload:
    """A body or a reply as a page lists and shows it."""

    place: Place
    line: int
    fields: list[Listed] = field(default_factory=list[Listed])
    samples: list[Node] = field(default_factory=list[Node])
    # Whether all fields within the listed objects are listed too.
    whole: bool = True
    array: bool = False

    def write(self, operation: Operation) -> None:
        """Write all fields and what the samples show.

        Raises:
            Unreadable: the page shows fields and lists none.
        """
        sample = self.samples[0] if self.samples else None
        array = self.array or (sample is not None and sample.items is not None)
        kind = "object[]" if array else "object"
        if not self.fields and sample and any(shown(self.place, sample)):
            reason = f"it lists no field of the {self.place}, though its sample has some; scrape it again."
            raise Unreadable(reason, self.line)
        known = bool(self.fields or self.samples)
        operation.speak_of(self.place, self.line, ROOT_KINDS if known else ROOT_KINDS - {"type"})
        if known:
            operation.add(self.place, "type", kind, self.line)
        for place, listed in nested(self.place, kind, self.fields, sample if self.whole else None):
            listed.write(place, operation)
        for one in self.samples:
            self.show(one, operation)
        if not self.whole:
            self.leave_open(operation)

    def show(self, sample: Node, operation: Operation) -> None:
        """Write what a sample shows. A field that it has and a list of its object has not is one without a type."""
        listing = {place.above for place in operation.places}
        examples: set[Place] = set()
        for place, value, line, leaf in shown(self.place, sample, operation):
            listed = place.above in listing
            operation.speak_of(place, line, {LISTED, "sample", "type"} if listed else {LISTED, "sample"})
            if place.above in examples:
                examples.add(place)
            elif not leaf and canonical(value) in operation.values(place, "example"):
                # What is within is the example's, and need not be all that there is.
                examples.add(place)
                operation.places[place] = operation.places[place]._replace(whole=place in listing)
            elif leaf and value is not None:
                operation.add(place, "sample", value, line)

    def leave_open(self, operation: Operation) -> None:
        """Claim nothing about the fields of an object of which neither the list nor the sample has any."""
        above = {place.above for place in operation.places}
        for place, said in list(operation.places.items()):
            if place.part == self.place.part and place.field and place not in above:
                operation.places[place] = said._replace(whole=False)
