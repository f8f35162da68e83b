"""What the package of tokens shows, and what it imports."""

from __future__ import annotations

import inspect
import subprocess
import sys

import pytest

from highlevel_calendars import auth

NAMES = [
    "Auth",
    "AuthorizationRequest",
    "InstalledLocation",
    "MemoryStore",
    "OAuth",
    "RedisStore",
    "SQLiteStore",
    "Secret",
    "StaticToken",
    "TokenSet",
    "TokenStore",
    "UserType",
]
HEAVY = {"sqlite3", "redis", "hmac", "secrets", "asyncio", "httpx", "dataclasses"}


def test_the_public_names_are_these() -> None:
    """The package shows exactly these names, and all of them are there."""
    assert auth.__all__ == NAMES
    assert dir(auth) == NAMES
    assert all(getattr(auth, name) is not None for name in NAMES)
    with pytest.raises(AttributeError, match="has no attribute 'nothing'"):
        _ = auth.nothing  # type: ignore[attr-defined]


@pytest.mark.parametrize("owner", [name for name in NAMES if inspect.isclass(getattr(auth, name))])
def test_everything_public_is_documented(owner: str) -> None:
    """Each class and each method opens with a sentence, its own or that of the interface it implements."""
    kind = getattr(auth, owner)
    assert (inspect.getdoc(kind) or "").partition("\n\n")[0].endswith(".")
    if owner == "StaticToken":  # whose methods Auth describes
        return
    methods = [item for name, item in inspect.getmembers(kind, inspect.isfunction) if not name.startswith("_")]
    undocumented = [item.__name__ for item in methods if not (inspect.getdoc(getattr(kind, item.__name__)) or "")]
    assert undocumented == []


@pytest.mark.parametrize(
    ("statement", "absent"),
    [
        ("import highlevel_calendars.auth", HEAVY),
        ("from highlevel_calendars.auth import Auth, Secret, StaticToken", HEAVY),
        ("from highlevel_calendars import CalendarsClient", {"sqlite3", "redis", "hmac"}),
        ("from highlevel_calendars.auth import OAuth, MemoryStore", {"sqlite3", "redis"}),
        ("from highlevel_calendars.auth import SQLiteStore", {"redis", "httpx"}),
        ("from highlevel_calendars.auth import RedisStore", {"redis", "sqlite3", "httpx"}),
    ],
)
def test_an_import_brings_no_more_than_it_needs(statement: str, absent: set[str]) -> None:
    """Who uses a plain token loads nothing of OAuth, and who uses one store nothing of the others."""
    command = f"import sys\n{statement}\nprint(*{{name.partition('.')[0] for name in sys.modules}})"
    result = subprocess.run([sys.executable, "-c", command], check=True, capture_output=True, text=True, timeout=30)
    assert set(result.stdout.split()) & absent == set()
