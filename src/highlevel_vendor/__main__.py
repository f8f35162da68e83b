"""The command: python -m highlevel_vendor DEST NAME."""

from __future__ import annotations

import argparse
import keyword
import os
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import NoReturn, TextIO

from .jobs import check, copy
from .problems import Refusal, VendorError

_PROGRAM = "highlevel_vendor"
_REFUSED = 1
_FAILED = 2
_INTERRUPTED = 130


class Parser(argparse.ArgumentParser):
    """Tells what is wrong in one line."""

    def error(self, message: str) -> NoReturn:
        self.exit(_FAILED, f"{self.prog}: {message}\n")


def main(arguments: Sequence[str] | None = None) -> int:
    """Make, update or check a copy; the exit status."""
    try:
        options = parsed(arguments)
        folder = Path(options.dest, options.name)
        lines = check(folder) if options.check else copy(folder, options.only, force=options.force)
        tell(sys.stdout, lines)
    except KeyboardInterrupt:
        return _INTERRUPTED
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # or Python complains when it ends
    except Refusal as refusal:
        tell(sys.stderr, [*refusal.files, f"{_PROGRAM}: {refusal}"])
        return _REFUSED
    except (VendorError, OSError) as error:
        tell(sys.stderr, [f"{_PROGRAM}: {error}"])
        return _FAILED
    return 0


def tell(stream: TextIO, lines: Iterable[str]) -> None:
    """Print lines; of a path whose name is no text, as it can be shown."""
    encoding = stream.encoding or "utf-8"
    stream.write("".join(f"{line}\n" for line in lines).encode(encoding, "backslashreplace").decode(encoding))
    stream.flush()


def parsed(arguments: Sequence[str] | None) -> argparse.Namespace:
    """The options; a wrong one ends the program."""
    parser = Parser(
        prog=_PROGRAM,
        description="Copy the SDK into another codebase, or update such a copy.",
        epilog="Exit status: 0 done, 1 refused or not as it was made, 2 it could not be done.",
    )
    parser.add_argument("dest", metavar="DEST", type=destination, help="the folder to put the package into")
    parser.add_argument("name", metavar="NAME", type=package_name, help="the name that the package gets")
    parser.add_argument(
        "--only",
        metavar="GROUP,...",
        type=groups,
        default=(),
        help="the groups of operations to copy, or all (default: those that are there, at first all)",
    )
    parser.add_argument("--force", action="store_true", help="replace files that were edited or are not of the copy")
    parser.add_argument("--check", action="store_true", help="change nothing, tell whether the copy is as it was made")
    options = parser.parse_args(arguments)
    if options.check and (options.only or options.force):
        parser.error("--check changes nothing; leave --only and --force out.")
    return options


def destination(text: str) -> Path:
    if not text or "\0" in text:
        raise argparse.ArgumentTypeError("DEST is empty; pass a folder")
    return Path(text)


def package_name(text: str) -> str:
    if not (text.isascii() and text.isidentifier()) or keyword.iskeyword(text):
        raise argparse.ArgumentTypeError(
            f"{text!r} cannot be the name of a package; what is above it belongs into DEST"
        )
    return text


def groups(text: str) -> Sequence[str]:
    found = [name.strip() for name in text.split(",") if name.strip()]
    if not found:
        raise argparse.ArgumentTypeError("it names no group")
    return found


if __name__ == "__main__":
    sys.exit(main())
