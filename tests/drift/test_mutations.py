"""Pages written from `calendars.yaml`: no drift where they say what it says; with one fact changed, just that one."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from drift.facts import Operation, Place
from drift.findings import Drift, Source, examine
from drift.reading import read_ours, read_page
from house import findings
from mutations import BOTH, ONE, Mutation
from writer import as_told, docusaurus, flat, put

DOCUMENT = Path(__file__).resolve().parents[2] / "openapi" / "calendars.yaml"
Form = Callable[[Operation], str]
ROOT = Place()


@cache
def ours() -> list[Operation]:
    return read_ours(DOCUMENT)


def told(name: str) -> Operation:
    """An operation as its pages have it."""
    (operation,) = (as_told(one, "page") for one in ours() if one.name == name)
    return operation


def drift_of(*pages: str) -> Drift:
    return examine(ours(), [Source(f"{n}.txt", "page", [read_page(page, ours())]) for n, page in enumerate(pages)])


@pytest.mark.parametrize("form", [docusaurus, flat])
def test_no_drift_where_there_is_none(form: Form) -> None:
    """Pages of all operations that say what the YAML says, but for its departures, leave nothing to report."""
    names = [one.name for one in ours() if form is flat or one.name != "create-calendar"]  # that page has no status
    drift = drift_of(*(form(told(name)) for name in names))
    assert (findings(drift), drift.stale, drift.new) == ([], [], [])
    assert len(drift.comparisons) == len(names) >= 40


def cases() -> list[Any]:
    pairs = [*((flat, one) for one in BOTH), *((docusaurus, one) for one in [*BOTH, *ONE])]
    return [pytest.param(form, one, id=f"{form.__name__}: {one.name}") for form, one in pairs]


@pytest.mark.parametrize(("form", "mutation"), cases())
def test_one_changed_fact_is_the_one_finding(form: Form, mutation: Mutation) -> None:
    """A page that says one thing otherwise leads to that finding, in its group, at the line where it stands."""
    operation = told(mutation.operation)
    mutation.change(operation)
    page = form(operation)
    drift = drift_of(page)
    assert findings(drift) == [(mutation.group, mutation.found, str(mutation.place), mutation.kind)]
    ((difference, _),) = drift.comparisons[0].findings
    assert mutation.word in page.splitlines()[difference.their_line - 1]


@pytest.mark.parametrize("form", [docusaurus, flat])
def test_a_page_of_an_unknown_operation_is_a_new_one(form: Form) -> None:
    """An operation that the YAML lacks is new, whatever its page names in its front matter."""
    operation = told("create-appointment")
    put(operation, ROOT, "path", "/calendars/events/parties/{partyId}")
    put(operation, ROOT, "title", "Throw a party")
    operation.page = "https://docs.example.com/docs/throw-a-party"
    drift = drift_of(form(operation))
    assert [(name, new.address) for name, new in drift.new] == [("0.txt", "POST /calendars/events/parties/{partyId}")]
    assert drift.comparisons == []
