"""The type checkers, as strict as they can be, find nothing in a copy."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

USE = """# pyright: reportUnnecessaryTypeIgnoreComment=true
from datetime import datetime
from typing import assert_type

from their._vendor.small import CalendarsClient
from their._vendor.small.models import Appointment, BlockSlot


async def use(client: CalendarsClient, start: datetime) -> None:
    assert_type(await client.appointments.book(start, calendar_id="k", contact_id="c"), Appointment)
    assert_type(await client.block_slots.create(calendar_id="k", start_time=start, end_time=start), BlockSlot)
    print(client.notes)  {ignore}
"""
SETTINGS = {"typeCheckingMode": "strict", "pythonVersion": "3.11"}
MYPY = ["mypy", "--strict", "--explicit-package-bases", "--namespace-packages", "--cache-dir", "cache"]
PYRIGHT_RULES = "reportAttributeAccessIssue, reportUnknownMemberType, reportUnknownArgumentType"


@pytest.mark.parametrize(
    ("command", "ignore"),
    [
        ([*MYPY, "--python-version", "3.11", "."], "# type: ignore[attr-defined]"),
        ([*MYPY, "--python-version", "3.13", "."], "# type: ignore[attr-defined]"),
        (["pyright", "--pythonpath", sys.executable], f"# pyright: ignore[{PYRIGHT_RULES}]"),
    ],
    ids=["mypy for 3.11", "mypy for 3.13", "pyright"],
)
def test_copies_are_clean(copies: Path, command: list[str], ignore: str) -> None:
    """A whole copy, each group alone, and code that uses a small copy: a group that was left out is an error."""
    (copies / "use.py").write_text(USE.replace("{ignore}", ignore), encoding="utf-8")
    (copies / "pyrightconfig.json").write_text(json.dumps(SETTINGS), encoding="utf-8")
    result = subprocess.run(
        [sys.executable, "-m", *command], check=False, cwd=copies, capture_output=True, text=True, timeout=240
    )
    assert result.returncode == 0, result.stdout + result.stderr
