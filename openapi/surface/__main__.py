"""Tell what changed for callers since a snapshot was written.

    make surface SINCE=<tag or commit>
    git show v0.1.0:tests/public_api.txt | PYTHONPATH=openapi python -m surface -
    PYTHONPATH=openapi python -m surface <old snapshot> [<new snapshot>]

Exit status: 0 callers are not broken, 1 they are, 2 a file cannot be read.
"""

import argparse
import sys
from pathlib import Path

from .report import released, report
from .snapshot import UnreadableSnapshot, read, surface
from .verdict import Verdict, changes

ROOT = Path(__file__).resolve().parent.parent.parent
PACKAGE = ROOT / "src" / "highlevel_calendars"


def main() -> int:
    parser = argparse.ArgumentParser(prog="surface", description="Tell what changed for callers.")
    parser.add_argument("old", help="a snapshot, - for the standard input")
    parser.add_argument("new", nargs="?", help="a later snapshot; without it, the package as it is")
    options = parser.parse_args()
    try:
        old = read(sys.stdin.read() if options.old == "-" else Path(options.old).read_text("utf-8"), options.old)
        new = read(Path(options.new).read_text("utf-8"), options.new) if options.new else surface(PACKAGE)
    except (OSError, UnicodeDecodeError, UnreadableSnapshot) as error:
        sys.stderr.write(f"surface: {error}\n")
        return 2
    found = changes(old, new)
    sys.stdout.write(report(found, released(PACKAGE)) or "Nothing changed for callers.\n")
    return int(any(change.verdict is Verdict.BREAKS for change in found))


if __name__ == "__main__":
    sys.exit(main())
