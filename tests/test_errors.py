"""The tree of errors: as it is drawn, as it is documented, and on its way between processes."""

from __future__ import annotations

import copy
import inspect
import pickle
import re
from collections.abc import Callable

import pytest

from highlevel_calendars import errors
from highlevel_calendars.errors import HighLevelError, ValidationError, Violation

CLASSES: list[type[HighLevelError]] = [
    kind for kind in vars(errors).values() if inspect.isclass(kind) and issubclass(kind, HighLevelError)
]
each_class = pytest.mark.parametrize("kind", CLASSES, ids=lambda kind: kind.__name__)


def drawn() -> tuple[dict[str, str], dict[str, str]]:
    """The parent of each class in the drawing at the top of `errors`, and what a class is said to be also."""
    parents: dict[str, str] = {}
    also: dict[str, str] = {}
    line_of: list[tuple[int, str]] = []
    for line in (errors.__doc__ or "").splitlines():
        found = re.match(r"(?P<indent>[ │├└─]*)(?P<name>[A-Z]\w+)(?P<rest>.*)", line)
        if found is None or not line.startswith("    "):
            continue
        indent, name = len(found["indent"]), found["name"]
        while line_of and line_of[-1][0] >= indent:
            line_of.pop()
        if line_of:
            parents[name] = line_of[-1][1]
        line_of.append((indent, name))
        other = re.search(r"also an? (\w+)", found["rest"])
        if other:
            also[name] = other[1]
    return parents, also


def test_tree_is_the_one_that_is_drawn() -> None:
    """The drawing at the top of the module has every class below the class that it derives from."""
    parents, also = drawn()
    bases = {
        kind.__name__: [base.__name__ for base in kind.__bases__ if issubclass(base, HighLevelError)]
        for kind in CLASSES
        if kind is not HighLevelError
    }
    assert parents == {name: named[0] for name, named in bases.items()}
    assert also == {name: named[1] for name, named in bases.items() if len(named) > 1}


@each_class
def test_class_is_documented(kind: type[HighLevelError]) -> None:
    """Every class has a docstring of its own that opens with a sentence."""
    first, *_ = (kind.__dict__.get("__doc__") or "").splitlines() or [""]
    assert re.search(r"\w+.*\.$", first)


@pytest.mark.parametrize(
    ("kind", "also"),
    [
        (errors.ConnectionOutcomeUnknown, errors.APIConnectionError),
        (errors.TimeoutOutcomeUnknown, errors.APITimeoutError),
        (errors.TimeoutOutcomeUnknown, errors.APIConnectionError),
        (errors.ServerOutcomeUnknown, errors.ServerError),
        (errors.ServerOutcomeUnknown, errors.StatusError),
        (errors.ConfigurationError, ValueError),
        (errors.ValidationError, ValueError),
    ],
    ids=lambda kind: kind.__name__,
)
def test_caught_as(kind: type[HighLevelError], also: type[Exception]) -> None:
    """An error can be caught by what went wrong, as well as by what is unknown since."""
    with pytest.raises(also):
        raise kind("m")


@pytest.mark.parametrize(
    "kind",
    [
        errors.ConnectionOutcomeUnknown,
        errors.TimeoutOutcomeUnknown,
        errors.ServerOutcomeUnknown,
    ],
)
def test_unknown_outcome_has_its_hint(kind: type[HighLevelError]) -> None:
    """An unknown outcome says what to do before the call is made again, whatever else it is."""
    assert issubclass(kind, errors.OutcomeUnknown)
    assert kind.hint == "Look whether it happened before sending it again."


VIOLATIONS = (Violation("rule-1", "argument", "message", "https://docs.example.com"),)


def made(kind: type[HighLevelError]) -> HighLevelError:
    """An error with a value in each attribute."""
    if issubclass(kind, ValidationError):
        return kind("what happened", violations=VIOLATIONS, operation="create-x")
    return kind("what happened", operation="create-x", status=418, messages=["a", "b"], trace_id="t-1", attempts=3)


@pytest.mark.parametrize("way", [lambda error: pickle.loads(pickle.dumps(error)), copy.deepcopy, copy.copy])  # noqa: S301
@each_class
def test_copy(kind: type[HighLevelError], way: Callable[[HighLevelError], HighLevelError]) -> None:
    """A copy of an error, from another process or not, has its class, its text and its attributes."""
    copied = way(made(kind))
    assert type(copied) is kind
    assert str(copied) == "what happened"
    assert copied.operation == "create-x"
    if isinstance(copied, ValidationError):
        assert copied.violations == VIOLATIONS
        assert type(copied.violations[0]) is Violation
    else:
        found = (copied.status, copied.messages, copied.trace_id, copied.attempts)
        assert found == (418, ("a", "b"), "t-1", 3)


def test_defaults() -> None:
    """An error that knows nothing has None, no messages and no attempts."""
    error = HighLevelError("m")
    assert (error.operation, error.status, error.messages, error.trace_id, error.attempts) == (None, None, (), None, 0)


def test_validation_error_names_everything() -> None:
    """The text of a ValidationError has a line for each violation."""
    error = ValidationError.of("create-x", [*VIOLATIONS, Violation("rule-2", "other", "too long", "https://b.example")])
    assert str(error).splitlines() == [
        "create-x was not sent, it breaks documented rules:",
        "- argument: message [rule-1, https://docs.example.com]",
        "- other: too long [rule-2, https://b.example]",
    ]
    assert (error.operation, error.status, error.attempts, len(error.violations)) == ("create-x", None, 0, 2)
