"""The command: python -m highlevel_sandbox."""

import argparse
import asyncio
import logging
import signal
import sys
from collections.abc import Callable
from typing import NoReturn

from highlevel_sandbox.problems import SandboxError

_PROGRAM = "highlevel_sandbox"
_FAILED = 2
_INTERRUPTED = 130


class _Parser(argparse.ArgumentParser):
    def error(self, message: str) -> NoReturn:
        self.exit(_FAILED, f"{self.prog}: {message}\n")


def main() -> int:
    """Serves until Ctrl-C; the exit status."""
    options = _parser().parse_args()
    # A script that starts it in the background has it ignore Ctrl-C, and would leave it running.
    signal.signal(signal.SIGINT, signal.default_int_handler)
    try:
        asyncio.run(_serve(options))
    except KeyboardInterrupt:
        return _INTERRUPTED
    except (SandboxError, ModuleNotFoundError) as error:
        sys.stderr.write(f"{_PROGRAM}: {error}\n")
        return _FAILED
    return 0


async def _serve(options: argparse.Namespace) -> None:
    from highlevel_sandbox import Sandbox
    from highlevel_sandbox.welcome import welcome

    sandbox = Sandbox(options.data, rate_limit=options.rate_limit)
    async with sandbox.serve(options.host, options.port) as base_url:
        # What the server itself reports is connections that clients broke; the errors of the sandbox are its own.
        logging.getLogger("uvicorn").setLevel(logging.CRITICAL)
        sys.stdout.write(welcome(sandbox, base_url))
        sys.stdout.flush()
        await asyncio.Event().wait()


def _parser() -> argparse.ArgumentParser:
    parser = _Parser(prog=_PROGRAM, description="A local HighLevel calendars API to develop and test against.")
    parser.add_argument("--host", default="127.0.0.1", help="the address to listen on (default %(default)s)")
    parser.add_argument(
        "--port", type=_number(0, 65_535), default=8080, help="0 takes a free one (default %(default)s)"
    )
    parser.add_argument("--data", metavar="FILE", help="the SQLite file to keep everything in (default: in memory)")
    parser.add_argument(
        "--rate-limit",
        metavar="N",
        type=_number(1, 1_000_000_000),
        default=100,
        help="requests in 10 seconds (default %(default)s)",
    )
    return parser


def _number(least: int, most: int) -> Callable[[str], int]:
    def number(text: str) -> int:
        if not text.isdecimal() or not least <= int(text) <= most:
            raise argparse.ArgumentTypeError(f"{text!r} is not a whole number from {least} to {most}")
        return int(text)

    return number


if __name__ == "__main__":
    sys.exit(main())
