"""The sandbox against Schemathesis, which makes up requests from the OpenAPI file, valid ones and invalid ones."""

from __future__ import annotations

import asyncio
import os
import re
import sys
from collections import Counter
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any

import pytest
import yaml

from highlevel_sandbox import Sandbox

HERE = Path(__file__).resolve().parent
DOCUMENT = HERE.parents[1] / "openapi" / "calendars.yaml"
SECONDS = 90.0
# A slot that is taken, or an id that nothing has, is no fault of the schema.
CONFIG = '[checks.positive_data_acceptance]\nexpected-statuses = ["2xx", 400, 404]\n'

# Of these a request is nothing but the id of what is there, so nothing about it can be wrong.
ONLY_AN_ID = {
    "GET /calendars/{calendarId}",
    "GET /calendars/schedules/{id}",
    "PUT /calendars/schedules/{id}/associations/{calendarId}",
    "DELETE /calendars/schedules/{id}/associations/{calendarId}",
}

Message = dict[str, Any]
Receive = Callable[[], Awaitable[Message]]
Send = Callable[[Message], Awaitable[None]]


def counting(app: Any, answers: Counter[tuple[str, int]]) -> Any:
    """The application, with a count of the statuses that each method and path was answered with."""

    async def counted(scope: Message, receive: Receive, send: Send) -> None:
        async def count(message: Message) -> None:
            if message["type"] == "http.response.start":
                answers[f"{scope['method']} {scope['path']}", message["status"]] += 1
            await send(message)

        await app(scope, receive, count)

    return counted


def operations() -> set[str]:
    """The method and the path template of each operation."""
    paths: Message = yaml.safe_load(DOCUMENT.read_text(encoding="utf-8"))["paths"]
    return {
        f"{method.upper()} {path}" for path, item in paths.items() for method in item if not method.startswith("x-")
    }


def statuses(operation: str, answers: Counter[tuple[str, int]]) -> set[int]:
    """What an operation was answered with. A path that other operations have literally is theirs."""
    others = {other for other in operations() if "{" not in other} - {operation}
    pattern = re.compile(re.sub(r"{\w+}", "[^/]+", operation))
    return {status for (at, status) in answers if pattern.fullmatch(at) and at not in others}


async def schemathesis(base_url: str, folder: Path) -> tuple[int, str]:
    """Run all checks with a fixed seed; the exit status and what was said."""
    (folder / "schemathesis.toml").write_text(CONFIG)
    command = [sys.executable, "-m", "schemathesis.cli", "run", str(DOCUMENT)]
    command += ["--url", base_url, "--header", f"Authorization: Bearer {Sandbox.token}"]
    command += [
        "--checks",
        "all",
        "--mode",
        "all",
        "--seed",
        "1",
        "--max-examples",
        "10",
        "--phases",
        "examples,coverage,fuzzing",
        "--continue-on-failure",
    ]
    command += ["--generation-database", "none", "--no-color", "--output-truncate", "false"]
    paths = os.pathsep.join(filter(None, [str(HERE), os.environ.get("PYTHONPATH")]))
    process = await asyncio.create_subprocess_exec(
        *command,
        cwd=folder,
        env={**os.environ, "PYTHONPATH": paths, "SCHEMATHESIS_HOOKS": "fill_ids", "no_proxy": "*"},
        stdin=asyncio.subprocess.DEVNULL,
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.STDOUT,
    )
    try:
        async with asyncio.timeout(SECONDS):
            output, _ = await process.communicate()
    finally:
        if process.returncode is None:
            process.kill()
            await process.wait()
    assert process.returncode is not None
    return process.returncode, output.decode(errors="replace")


@pytest.mark.skipif(not os.environ.get("CI"), reason="Schemathesis takes half a minute; run `CI=true make test` for it")
@pytest.mark.asyncio
async def test_the_sandbox_keeps_to_the_document(tmp_path: Path) -> None:
    """No made-up request gets an undocumented answer, an error of the server, or the opposite of what it deserves."""
    answers: Counter[tuple[str, int]] = Counter()
    sandbox = Sandbox(rate_limit=10**9)
    sandbox.app = counting(sandbox.app, answers)
    try:
        async with sandbox.serve() as base_url:
            status, output = await schemathesis(base_url, tmp_path)
    finally:
        sandbox.close()
    assert status == 0, output
    selected = re.search(r"(\d+) selected / (\d+) total", output)
    assert selected
    assert selected[1] == selected[2]
    assert f"Tested: {selected[1]}\n" in output
    assert [answer for answer in answers if answer[1] >= 500] == []
    # The run says nothing unless each operation has both taken and refused requests.
    found = {operation: statuses(operation, answers) for operation in operations()}
    assert {name for name, statuses in found.items() if not statuses & {200, 201}} == set()
    assert {name for name, statuses in found.items() if not statuses & {400, 404, 422}} <= ONLY_AN_ID
