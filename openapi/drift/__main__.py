"""Tell what the vendor's documentation says and `openapi/calendars.yaml` does not.

    make drift PAGES=<folder> [OFFICIAL=<file>] [FORMAT=json|markdown]
    PYTHONPATH=openapi python -m drift <folder> [--official <file>] [--format json|markdown]

Exit status: 0 no drift, 1 drift, 2 something could not be read, which the report names; the rest is compared all the
same. Make turns any but 0 into its own 2 and prints the one of the command.
"""

import argparse
import os
import sys
from collections.abc import Callable
from pathlib import Path

from .data import data
from .findings import Drift, Failure, Source, examine
from .markdown import markdown
from .reading import read_ours, read_sources
from .text import text
from .unreadable import Unreadable

DOCUMENT = Path(__file__).resolve().parent.parent / "calendars.yaml"
FORMATS: dict[str, Callable[[Drift, str], str]] = {"text": text, "json": data, "markdown": markdown}


def main(arguments: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(prog="drift", description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("pages", nargs="?", type=Path, help="the folder of the scraped pages")
    parser.add_argument("--official", type=Path, help="the vendor's OpenAPI file")
    parser.add_argument("--format", choices=FORMATS, default="text", help="what the report is for; text for people")
    parser.add_argument("--document", type=Path, default=DOCUMENT, help="what is compared; openapi/calendars.yaml")
    options = parser.parse_args(arguments)
    if options.pages is None and options.official is None:
        sys.stderr.write(
            "drift: nothing to compare; name the pages or the file: make drift PAGES=<folder> OFFICIAL=<file>\n"
        )
        return 2
    try:
        drift = run(options.document, options.pages, options.official)
        report = FORMATS[options.format](drift, options.document.name)
        # Names of files and of fields may be anything.
        sys.stdout.buffer.write(report.encode("utf-8", "backslashreplace"))
        sys.stdout.flush()
    except Unreadable as error:
        sys.stderr.write(f"drift: {options.document.name}: {error}\n")
        return 2
    except KeyboardInterrupt:
        return 130
    except BrokenPipeError:
        # Whoever read the report has seen enough; keep Python from complaining at its end.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 141
    return 2 if drift.failures else int(drift.found)


def run(document: Path, pages: Path | None, official: Path | None) -> Drift:
    """Read all files and compare those that can be read.

    Raises:
        Unreadable: our document cannot be.
    """
    ours = read_ours(document)
    read = list(read_sources(pages, official, ours))
    drift = examine(ours, [source for source in read if isinstance(source, Source)])
    drift.failures = [failure for failure in read if isinstance(failure, Failure)]
    return drift


if __name__ == "__main__":
    sys.exit(main())
