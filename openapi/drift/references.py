"""What a `$ref` of an OpenAPI document leads to."""

from __future__ import annotations

from pathlib import Path

from .files import read_text
from .located import Node, read_json, read_yaml
from .unreadable import Unreadable


class References:
    """The references of one document, into itself and into the files beside it."""

    def __init__(self, root: Node, file: Path | None = None) -> None:
        self.root = root
        self.file = file
        self.others: dict[Path, Node] = {}

    def target(self, node: Node) -> Node | None:
        """What `node` refers to, `None` where it lies in a file that is not at hand.

        Raises:
            Unreadable: it leads nowhere.
        """
        reference = node.text("$ref")
        name, _, pointer = reference.partition("#")
        root = self.other(name) if name else self.root
        if root is None:
            return None
        target: Node | None = root
        for part in filter(None, pointer.split("/")):
            target = target.get(part.replace("~1", "/").replace("~0", "~")) if target else None
        if target is None:
            raise Unreadable(f"$ref {reference!r} leads nowhere.", node.line)
        return target.moved_to(node.line) if name else target

    def other(self, name: str) -> Node | None:
        """A file that is referred to: where the reference has it, or beside the document."""
        if self.file is None:
            return None
        for path in (self.file.parent / name, self.file.parent / Path(name).name):
            if path.is_file():
                if path not in self.others:
                    text = read_text(path)
                    self.others[path] = read_json(text) if path.suffix == ".json" else read_yaml(text)
                return self.others[path]
        return None
