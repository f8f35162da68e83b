"""Copies that several tests look at."""

from __future__ import annotations

from pathlib import Path

import pytest

from .copies import GROUPS, PACKAGE, vendor


@pytest.fixture(scope="session")
def copies(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with `their/_vendor`: in it `full`, each group alone by its name, and `small` with two groups."""
    folder = tmp_path_factory.mktemp("copies")
    dest = folder.joinpath(*PACKAGE.split("."))
    assert vendor(dest, "full") == 0
    assert vendor(dest, "small", "--only", "appointments,block_slots") == 0
    for group in GROUPS:
        assert vendor(dest, group, "--only", group) == 0
    return folder
