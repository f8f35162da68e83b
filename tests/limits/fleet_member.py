"""One process of a fleet: makes calls by many tasks, and prints how many and what went wrong.

python fleet_member.py REDIS BASE_URL TOKEN LOCATION CALLS TASKS
"""

from __future__ import annotations

import asyncio
import sys
from collections import Counter

from highlevel_calendars import CalendarsClient, HighLevelError, RedisLimiter


async def main(*, redis: str, base_url: str, token: str, location: str, calls: int, tasks: int) -> Counter[str]:
    outcomes: Counter[str] = Counter()
    left = iter(range(calls))
    async with (
        RedisLimiter(redis) as limiter,
        CalendarsClient(token, location_id=location, base_url=base_url, limiter=limiter) as client,
    ):

        async def work() -> None:
            for _ in left:
                try:
                    await client.groups.list()
                    outcomes["done"] += 1
                except HighLevelError as error:
                    outcomes[type(error).__name__] += 1

        await asyncio.gather(*(work() for _ in range(tasks)))
    return outcomes


if __name__ == "__main__":
    redis, base_url, token, location, calls, tasks = sys.argv[1:]
    done = asyncio.run(
        main(redis=redis, base_url=base_url, token=token, location=location, calls=int(calls), tasks=int(tasks))
    )
    sys.stdout.write(" ".join(f"{name}={count}" for name, count in sorted(done.items())))
