"""The command: python -m highlevel_sandbox."""

import argparse
import asyncio
import logging
import signal
import sys
from collections.abc import Callable
from typing import TYPE_CHECKING, NoReturn

from highlevel_sandbox.problems import SandboxError

if TYPE_CHECKING:
    from highlevel_sandbox.faults import Faults

_PROGRAM = "highlevel_sandbox"
_FAILED = 2
_INTERRUPTED = 130


class _Parser(argparse.ArgumentParser):
    def error(self, message: str) -> NoReturn:
        self.exit(_FAILED, f"{self.prog}: {message}\n")


def main() -> int:
    """Serves until Ctrl-C; the exit status."""
    parser = _parser()
    options = parser.parse_args()
    if options.faults is None and (options.fault_kinds is not None or options.seed is not None):
        parser.error("--fault-kinds and --seed do nothing without --faults; add it, for example --faults 0.2")
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

    sandbox = Sandbox(
        options.data,
        rate_limit=options.rate_limit,
        daily_limit=options.daily_limit,
        token_seconds=options.token_seconds,
        faults=_faults(options),
    )
    async with sandbox.serve(options.host, options.port) as base_url:
        # What the server itself reports is connections that clients broke; the errors of the sandbox are its own.
        logging.getLogger("uvicorn").setLevel(logging.CRITICAL)
        sys.stdout.write(welcome(sandbox, base_url))
        sys.stdout.flush()
        await asyncio.Event().wait()


def _faults(options: argparse.Namespace) -> "Faults | None":
    from highlevel_sandbox.faults import KINDS, Faults

    if options.faults is None:
        return None
    kinds = KINDS if options.fault_kinds is None else [kind.strip() for kind in options.fault_kinds.split(",")]
    try:
        return Faults(options.faults, kinds, options.seed)
    except ValueError as error:
        raise SandboxError(str(error)) from None


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
    parser.add_argument(
        "--daily-limit",
        metavar="N",
        type=_number(1, 1_000_000_000),
        default=200_000,
        help="requests in a day (default %(default)s)",
    )
    parser.add_argument(
        "--token-seconds",
        metavar="N",
        type=_number(1, 86_399),
        default=86_399,
        help="how long an access token of OAuth lasts (default %(default)s)",
    )
    parser.add_argument("--faults", metavar="RATE", type=_share, help="let this share of the requests go wrong, as 0.2")
    parser.add_argument("--fault-kinds", metavar="KIND,...", help="what may go wrong (default: all there is)")
    parser.add_argument("--seed", metavar="N", type=_number(0, 2**63), help="makes the faults those of an earlier run")
    return parser


def _share(text: str) -> float:
    try:
        share = float(text)
    except ValueError:
        share = -1
    if not 0 <= share <= 1:
        raise argparse.ArgumentTypeError(f"{text!r} is not a number from 0 to 1")
    return share


def _number(least: int, most: int) -> Callable[[str], int]:
    def number(text: str) -> int:
        if not text.isdecimal() or not least <= int(text) <= most:
            raise argparse.ArgumentTypeError(f"{text!r} is not a whole number from {least} to {most}")
        return int(text)

    return number


if __name__ == "__main__":
    sys.exit(main())
