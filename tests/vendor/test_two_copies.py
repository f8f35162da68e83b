"""Copies of different names in one process do not disturb each other."""

from __future__ import annotations

from pathlib import Path

from .copies import run

TWO = """
import asyncio, logging, os, sys, httpx
from their._vendor import full, small

def refuse(request):
    return httpx.Response(404, json={"message": "no"})

class Names(logging.Handler):
    def __init__(self):
        super().__init__(logging.DEBUG)
        self.seen = set()
    def emit(self, record):
        self.seen.add(".".join(record.name.split(".")[:3]))

async def main():
    before = dict(os.environ)
    handler = Names()
    logging.getLogger().addHandler(handler)
    logging.getLogger().setLevel(logging.DEBUG)
    logging.getLogger("their._vendor.full").setLevel(logging.CRITICAL)
    clients = [each.CalendarsClient.from_env(http_client=httpx.MockTransport(refuse)) for each in (full, small)]
    for client, mine, other in zip(clients, (full, small), (small, full)):
        try:
            await client.appointments.get("x")
        except other.HighLevelError:
            print("mistaken")
        except mine.errors.NotFoundError as error:
            print(type(error).__module__)
    print(*sorted(handler.seen))
    print(dict(os.environ) == before, full.UNSET is small.UNSET, "highlevel_calendars" in sys.modules)
    print(clients[0].limits.in_flight, clients[1].limits.in_flight)

os.environ["HIGHLEVEL_TOKEN"] = "t"
asyncio.run(main())
"""


def test_two_copies_in_one_process(copies: Path) -> None:
    """Errors of one are not those of the other, each logs by its own name, and the environment is only read."""
    assert run(copies, TWO) == [
        *("their._vendor.full.errors", "their._vendor.small.errors"),
        "their._vendor.small",
        *("True", "False", "False"),
        *("0", "0"),
    ]
