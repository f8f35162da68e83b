"""What the SDK costs beside raw httpx and the generator's stock client, measured side by side.

Every round times each contender once, one after the other, so that a machine that slows down slows them all.
What counts are the ratios of a round, their median over the rounds, and the bounds that the project sets itself.

    python benchmarks/bench.py [--rounds 9] [--calls 400]
"""

from __future__ import annotations

import argparse
import asyncio
import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import AsyncGenerator, Awaitable, Callable, Generator
from contextlib import AsyncExitStack, asynccontextmanager, contextmanager
from datetime import UTC, datetime
from importlib import import_module
from pathlib import Path
from statistics import median
from typing import Any

import httpx

from highlevel_calendars import CalendarsClient
from highlevel_calendars.models import Appointment, CreateAppointment

ROOT = Path(__file__).resolve().parent.parent
PATH = "/calendars/events/appointments"
START = datetime(2026, 12, 1, 9, 0, tzinfo=UTC)
TOKEN = "pit-benchmark"  # noqa: S105 - it opens nothing
FIELDS: dict[str, Any] = {  # Any: keyword arguments of several types
    "calendar_id": "CVokAlI8fgw4WYWoCtQz",
    "contact_id": "0007BWpSzSwfiuSl0tR2",
    "start_time": START,
    "end_time": START.replace(minute=30),
    "title": "Test Event",
    "appointment_status": "confirmed",
    "assigned_user_id": "0007BWpSzSwfiuSl0tR2",
    "address": "Zoom",
    "ignore_date_range": False,
    "to_notify": False,
}
BODY = CreateAppointment(location_id="C2QujeCh8ZnC7al2InWR", **FIELDS)
REQUEST = BODY.to_dict()
REPLY = {
    "id": "0TkCdp9PfvLeWKYRRvIz",
    "calendarId": "CVokAlI8fgw4WYWoCtQz",
    "locationId": "C2QujeCh8ZnC7al2InWR",
    "contactId": "0007BWpSzSwfiuSl0tR2",
    "startTime": "2026-12-01T09:00:00+00:00",
    "endTime": "2026-12-01T09:30:00+00:00",
    "title": "Test Event",
    "meetingLocationType": "default",
    "appointmentStatus": "confirmed",
    "status": "booked",
    "assignedUserId": "0007BWpSzSwfiuSl0tR2",
    "address": "Zoom",
    "isRecurring": False,
    "traceId": "5f1f1c1e-7c5b-4d69-8d6b-5b1f8f6f0001",
}
# What the API tells of its limits in every reply.
HEADERS = {
    "content-type": "application/json",
    "x-ratelimit-limit-daily": "200000000",
    "x-ratelimit-daily-remaining": "199999999",
    "x-ratelimit-daily-reset": "86343000",
    "x-ratelimit-interval-milliseconds": "10000",
    "x-ratelimit-max": "100000000",
    "x-ratelimit-remaining": "99999999",
}
REPLY_BYTES = json.dumps(REPLY, separators=(",", ":")).encode()

# A server that knows one reply, so that what is measured is the client.
SERVER = """
import asyncio, json, sys
body = sys.argv[1].encode()
head = "".join(f"{name}: {value}\\r\\n" for name, value in json.loads(sys.argv[2]).items()).encode()
reply = b"HTTP/1.1 200 OK\\r\\n%scontent-length: %d\\r\\n\\r\\n%s" % (head, len(body), body)
class Http(asyncio.Protocol):
    def connection_made(self, transport):
        self.transport, self.data = transport, b""
    def data_received(self, data):
        self.data += data
        while b"\\r\\n\\r\\n" in self.data:
            head, rest = self.data.split(b"\\r\\n\\r\\n", 1)
            length = next(int(l[15:]) for l in head.lower().split(b"\\r\\n") if l.startswith(b"content-length:"))
            if len(rest) < length:
                return
            self.data = rest[length:]
            self.transport.write(reply)
async def main():
    server = await asyncio.get_running_loop().create_server(Http, "127.0.0.1", 0)
    print(server.sockets[0].getsockname()[1], flush=True)
    await server.serve_forever()
asyncio.run(main())
"""

Call = Callable[[], Awaitable[object]]


@contextmanager
def loopback() -> Generator[str]:
    """A server in a process of its own; gives its address."""
    command = [sys.executable, "-c", SERVER, REPLY_BYTES.decode(), json.dumps(HEADERS)]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
    try:
        assert process.stdout is not None
        yield f"http://127.0.0.1:{process.stdout.readline().strip()}"
    finally:
        process.terminate()
        process.wait(timeout=10)


@contextmanager
def stock_client() -> Generator[str | None]:
    """The name of the package that the generator makes with its own templates, or `None` without a generator."""
    with tempfile.TemporaryDirectory() as folder:
        sys.path[:0] = [folder, str(ROOT / "openapi")]
        try:
            import yaml
            from lower import lower

            document = Path(folder) / "lowered.json"
            document.write_text(json.dumps(lower(yaml.safe_load((ROOT / "openapi" / "calendars.yaml").read_text()))))
            output = Path(folder) / "stock_calendars"
            command = [sys.executable, "-m", "openapi_python_client", "generate", "--path", str(document)]
            command += ["--meta", "none", "--output-path", str(output)]
            subprocess.run(command, check=True, capture_output=True, timeout=60)
            yield output.name
        except (ImportError, subprocess.SubprocessError) as error:
            print(f"no stock client to compare with: {error}")
            yield None
        finally:
            del sys.path[:2]


@asynccontextmanager
async def contenders(
    base_url: str, transport: httpx.AsyncBaseTransport | None, stock: str | None
) -> AsyncGenerator[dict[str, Call]]:
    """One call of each contender, each over an HTTP client of its own, the SDK with all that it has switched on."""
    async with AsyncExitStack() as stack:
        headers = {"Authorization": f"Bearer {TOKEN}", "Version": "2021-04-15"}
        raw = await stack.enter_async_context(
            httpx.AsyncClient(base_url=base_url, transport=transport, headers=headers)
        )
        fields: dict[str, Any] = {"location_id": "C2QujeCh8ZnC7al2InWR", "base_url": base_url}
        client = await stack.enter_async_context(CalendarsClient(TOKEN, http_client=transport, **fields))
        http = await stack.enter_async_context(httpx.AsyncClient(transport=transport))
        guest = CalendarsClient(TOKEN, http_client=http, **fields)

        async def by_httpx() -> object:
            return (await raw.post(PATH, json=REQUEST)).json()

        async def by_sdk() -> object:
            return await client.appointments.create(**FIELDS)

        async def by_guest() -> object:
            return await guest.appointments.create(**FIELDS)

        calls: dict[str, Call] = {"raw httpx": by_httpx, "SDK": by_sdk, "SDK, client of httpx": by_guest}
        if stock:
            calls["stock client"] = await stock_call(stack, base_url, transport, stock)
        yield calls


async def stock_call(
    stack: AsyncExitStack, base_url: str, transport: httpx.AsyncBaseTransport | None, package: str
) -> Call:
    """One call by the client that the generator makes with its own templates."""
    models: Any = import_module(f"{package}.models")  # Any: made while this runs
    endpoint: Any = import_module(f"{package}.api.appointments.create_appointment")
    headers = {"Authorization": f"Bearer {TOKEN}"}
    http = await stack.enter_async_context(httpx.AsyncClient(base_url=base_url, transport=transport, headers=headers))
    client: Any = import_module(package).AuthenticatedClient(base_url=base_url, token=TOKEN)
    client.set_async_httpx_client(http)
    body = models.CreateAppointment.from_dict(REQUEST)

    async def by_stock() -> object:
        return await endpoint.asyncio(client=client, body=body)

    return by_stock


async def seconds_a_call(call: Call, calls: int, in_flight: int) -> float:
    """The time of one call, with `in_flight` of them under way at any time."""

    async def worker() -> None:
        for _ in range(calls // in_flight):
            await call()

    start = time.perf_counter()
    await asyncio.gather(*(worker() for _ in range(in_flight)))
    return (time.perf_counter() - start) / (calls // in_flight * in_flight)


async def measure_calls(
    base_url: str,
    transport: httpx.AsyncBaseTransport | None,
    stock: str | None,
    *,
    rounds: int,
    calls: int,
    in_flight: int,
) -> dict[str, list[float]]:
    async with contenders(base_url, transport, stock) as by_name:
        times: dict[str, list[float]] = {name: [] for name in by_name}
        for call in by_name.values():
            await seconds_a_call(call, max(in_flight, calls // 4), in_flight)
        for _ in range(rounds):
            for name, call in by_name.items():
                times[name].append(await seconds_a_call(call, calls, in_flight))
        return times


def measure_models(rounds: int, calls: int) -> dict[str, list[float]]:
    """Writing a request and reading a reply, by the models and by json, on the same bodies."""
    request, reply = json.dumps(REQUEST), json.dumps(REPLY)
    times: dict[str, list[float]] = {"json.dumps + json.loads": [], "to_dict + from_dict": []}
    data: dict[str, object] = json.loads(reply)
    for _ in range(rounds):
        start = time.perf_counter()
        for _ in range(calls * 10):
            json.dumps(REQUEST)
            json.loads(reply)
        between = time.perf_counter()
        for _ in range(calls * 10):
            BODY.to_dict()
            Appointment.from_dict(data)
        end = time.perf_counter()
        times["json.dumps + json.loads"].append((between - start) / calls / 10)
        times["to_dict + from_dict"].append((end - between) / calls / 10)
    assert json.loads(request) == REQUEST
    return times


def measure_imports(rounds: int) -> dict[str, list[float]]:
    """Importing in a fresh process, with the bytecode written beforehand."""
    statements = {
        "import httpx": "import httpx",
        "the client": "from highlevel_calendars import CalendarsClient",
        "all of a first call": (
            "from highlevel_calendars import CalendarsClient, api, rules; api.Appointments, api.create_appointment; "
            "from highlevel_calendars.limits import LocalLimiter"
        ),
    }
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    times: dict[str, list[float]] = {name: [] for name in statements}
    for number in range(rounds + 1):
        for name, statement in statements.items():
            # httpx imports these where they are installed, which its users' services have no need for
            plain = "import sys; sys.modules.update(click=None, rich=None)"
            code = f"{plain}; import time; t = time.perf_counter(); {statement}; print(time.perf_counter() - t)"
            output = subprocess.run(
                [sys.executable, "-c", code], check=True, capture_output=True, text=True, env=environment, timeout=60
            ).stdout
            if number:  # the first round writes the bytecode
                times[name].append(float(output))
    return times


def report(title: str, times: dict[str, list[float]], unit: float, bounds: dict[str, float]) -> bool:
    """Print a table of medians and paired ratios against its first row; tell whether the bounds hold."""
    names = list(times)
    print(f"\n{title}")
    kept = True
    for name in names:
        ratios = sorted(one / base for one, base in zip(times[name], times[names[0]], strict=True))
        ratio = median(ratios)
        bound = bounds.get(name)
        verdict = "" if bound is None else f"  bound {bound:.2f}: {'kept' if ratio <= bound else 'MISSED'}"
        kept = kept and (bound is None or ratio <= bound)
        spread = f"({ratios[0]:.2f} to {ratios[-1]:.2f})"
        print(f"  {name:<26}{median(times[name]) * unit:9.1f}   x {ratio:.2f} {spread}{verdict}")
    return kept


def main() -> int:
    parser = argparse.ArgumentParser(description="Measure the SDK beside raw httpx.")
    parser.add_argument("--rounds", type=int, default=11, help="rounds to measure, at least 9")
    parser.add_argument("--calls", type=int, default=400, help="calls in a round")
    options = parser.parse_args()
    rounds, calls = max(9, options.rounds), max(100, options.calls)
    print(f"Python {sys.version.split()[0]}, httpx {httpx.__version__}, {rounds} interleaved rounds of {calls} calls")
    mock = httpx.MockTransport(lambda _: httpx.Response(200, content=REPLY_BYTES, headers=HEADERS))
    kept: list[bool] = []
    with stock_client() as stock:
        times = asyncio.run(measure_calls("http://127.0.0.1:1", mock, stock, rounds=rounds, calls=calls, in_flight=1))
        kept.append(report("create_appointment over MockTransport, us a call", times, 1e6, {"SDK": 0.80}))
        with loopback() as base_url:
            for in_flight in (1, 10, 100):
                times = asyncio.run(
                    measure_calls(base_url, None, stock, rounds=rounds, calls=calls, in_flight=in_flight)
                )
                title = f"create_appointment over loopback, {in_flight} in flight, us a call"
                kept.append(report(title, times, 1e6, {"SDK": 1.00}))
    title = "to_dict and from_dict of an appointment, us"
    kept.append(report(title, measure_models(rounds, calls), 1e6, {"to_dict + from_dict": 0.75}))
    bounds = {"the client": 1.25, "all of a first call": 1.70}
    kept.append(report("imports in a fresh process, ms", measure_imports(rounds), 1e3, bounds))
    print(
        "\nall bounds kept"
        if all(kept)
        else "\nat least one bound was missed; a busy machine can do that, so measure again"
    )
    return 0


if __name__ == "__main__":
    sys.exit(main())
