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

from highlevel_sandbox import Sandbox

HERE = Path(__file__).resolve().parent
DOCUMENT = HERE.parents[1] / "openapi" / "calendars.yaml"
SECONDS = 90.0
# A slot that is taken, or a resource that takes no second calendar, is no fault of the schema.
CONFIG = '[checks.positive_data_acceptance]\nexpected-statuses = ["2xx", 400]\n'

Message = dict[str, Any]
Receive = Callable[[], Awaitable[Message]]
Send = Callable[[Message], Awaitable[None]]


def counting(app: Any, answers: Counter[tuple[str, int]]) -> Any:
    """The application, with a count of the statuses that each path was answered with."""

    async def counted(scope: Message, receive: Receive, send: Send) -> None:
        async def count(message: Message) -> None:
            if message["type"] == "http.response.start":
                answers[scope["path"], message["status"]] += 1
            await send(message)

        await app(scope, receive, count)

    return counted


async def schemathesis(base_url: str, folder: Path) -> tuple[int, str]:
    """Run all checks with a fixed seed; the exit status and what was said."""
    (folder / "schemathesis.toml").write_text(CONFIG)
    command = [sys.executable, "-m", "schemathesis.cli", "run", str(DOCUMENT)]
    command += ["--url", base_url, "--header", f"Authorization: Bearer {Sandbox.token}"]
    command += ["--checks", "all", "--mode", "all", "--seed", "1", "--max-examples", "25", "--continue-on-failure"]
    command += ["--generation-database", "none", "--no-color", "--output-truncate", "false"]
    process = await asyncio.create_subprocess_exec(
        *command,
        cwd=folder,
        env={**os.environ, "PYTHONPATH": str(HERE), "SCHEMATHESIS_HOOKS": "fill_ids", "no_proxy": "*"},
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
    for path in ("", "groups", "resources/rooms", "events/appointments", "events/block-slots"):
        statuses = {status for (at, status) in answers if at == f"/calendars/{path}"}
        assert statuses & {200, 201}
        assert statuses & {400, 422}
