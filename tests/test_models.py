"""Models and any values: what is written is what was set, and no reply breaks the reading of it."""

from __future__ import annotations

import copy
import json
import pickle
import types
import typing
from datetime import date, datetime, timedelta, timezone
from typing import Any

import attrs
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from highlevel_calendars import UNSET
from highlevel_calendars._generated import models
from highlevel_calendars._wire import UnreadableError, Unset

REPLIES: list[Any] = [getattr(models, name) for name in models.__all__ if hasattr(getattr(models, name), "from_dict")]
REQUESTS: list[Any] = [getattr(models, name) for name in models.__all__ if hasattr(getattr(models, name), "to_dict")]
# Where the id of a model that needs one may stand.
NEEDS_ID = {
    **dict.fromkeys(["Appointment", "BlockSlot", "Calendar", "Event", "Group", "Note"], ("id",)),
    "Notification": ("_id", "id"),
    "Schedule": ("id", "_id"),
}
OTHERWISE = {
    ("Notification", "id"): "_id",
    ("Succeeded", "success"): "succeeded",
    ("FreeSlots", "entries"): "2026-01-31",
}
MISSPELT = {
    "appointments_per_slot": "appoinmentPerSlot",
    "appointments_per_day": "appoinmentPerDay",
    "form_submit_redirect_url": "formSubmitRedirectURL",
    "look_busy_percentage": "LookBusyPercentage",
    "type_": "type",
    "from_": "from",
}

few = settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.too_slow])
each_reply = pytest.mark.parametrize("model", REPLIES, ids=lambda model: model.__name__)
each_request = pytest.mark.parametrize("model", REQUESTS, ids=lambda model: model.__name__)


def wire_name(model: Any, attribute: str) -> str:
    """The key of an attribute: camel case, but for those that the API spells in its own way."""
    first, *rest = attribute.split("_")
    return (
        OTHERWISE.get((model.__name__, attribute))
        or MISSPELT.get(attribute)
        or first + "".join(part.capitalize() for part in rest)
    )


# ---------------------------------------------------------------- values of requests, with their JSON

Pair = tuple[Any, Any]  # a Python value and what it is in JSON

text = st.text(st.characters(exclude_categories=["Cs"]), max_size=8)
offsets = st.integers(-14 * 60, 14 * 60)


@st.composite
def instants(draw: st.DrawFn) -> Pair:
    """An aware datetime with whole seconds, and its ISO form put together by hand."""
    minutes = draw(offsets)
    value = draw(st.datetimes(min_value=datetime(1000, 1, 1))).replace(microsecond=0, fold=0)
    sign, (hours, rest) = "-" if minutes < 0 else "+", divmod(abs(minutes), 60)
    wire = f"{value.year}-{value.month:02}-{value.day:02}T{value.hour:02}:{value.minute:02}:{value.second:02}"
    return value.replace(tzinfo=timezone(timedelta(minutes=minutes))), f"{wire}{sign}{hours:02}:{rest:02}"


@st.composite
def local_dates(draw: st.DrawFn) -> Pair:
    """A date, and its form with a midnight behind it."""
    value = draw(st.dates())
    return value, f"{value.year:04}-{value.month:02}-{value.day:02}T00:00:00.000Z"


def same(values: st.SearchStrategy[Any]) -> st.SearchStrategy[Pair]:
    """Values that are the same in JSON."""
    return values.map(lambda value: (value, value))


def pairs(hint: Any) -> st.SearchStrategy[Pair]:
    """Values of an annotated type, each with its JSON."""
    origin, arguments = typing.get_origin(hint), typing.get_args(hint)
    simple: dict[Any, st.SearchStrategy[Pair]] = {
        str: same(text),
        bool: same(st.booleans()),
        int: same(st.integers(-(2**53), 2**53)),
        float: same(st.integers(-(2**53), 2**53) | st.floats(allow_nan=False, allow_infinity=False)),
        datetime: instants(),
        date: local_dates(),
        type(None): st.just((None, None)),
        Unset: st.just((UNSET, UNSET)),
    }
    if hint in simple:
        return simple[hint]
    if origin is typing.Literal:
        return same(st.sampled_from(arguments))
    if origin in {typing.Union, types.UnionType}:
        return st.one_of([pairs(argument) for argument in arguments])
    if origin is not None:
        return st.lists(pairs(arguments[0]), max_size=2).map(
            lambda items: ([value for value, _ in items], [wire for _, wire in items])
        )
    return requests(hint)


@st.composite
def requests(draw: st.DrawFn, model: Any) -> Pair:
    """A request model of drawn values, and the object that it has to be on the wire."""
    hints = typing.get_type_hints(model)
    drawn = {field.name: draw(pairs(hints[field.name])) for field in attrs.fields(model)}
    wire = {wire_name(model, name): value for name, (_, value) in drawn.items() if value is not UNSET}
    if model is models.ScheduleRule and "date" in wire:  # the one date that is sent as it is
        wire["date"] = wire["date"][:10]
    if "openHours" in wire:
        wire["openHours"] = [
            {**entry, "daysOfTheWeek": [day]} for entry in wire["openHours"] for day in entry["daysOfTheWeek"]
        ]
    return model(**{name: value for name, (value, _) in drawn.items()}), wire


@each_request
def test_request_on_the_wire(model: Any) -> None:
    """A request model of any values is, in JSON, the object of those that were set."""

    @few
    @given(requests(model))
    def check(pair: Pair) -> None:
        request, wire = pair
        assert json.loads(json.dumps(request.to_dict())) == wire

    check()


@each_request
def test_request_is_copied(model: Any) -> None:
    """A copy and a pickle of a request model equal it, and what was unset in it is the same UNSET."""

    @few
    @given(requests(model))
    def check(pair: Pair) -> None:
        request, wire = pair
        for copied in (copy.deepcopy(request), pickle.loads(pickle.dumps(request)), copy.copy(request)):  # noqa: S301
            assert copied == request
            assert copied is not request
            assert json.loads(json.dumps(copied.to_dict())) == wire
            for field in attrs.fields(model):
                assert (getattr(copied, field.name) is UNSET) is (getattr(request, field.name) is UNSET)

    check()


# ---------------------------------------------------------------- replies of any kind

anything = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats()
    | st.text(max_size=5)
    | st.sampled_from(["true", "5", "", "2026-01-01"]),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=6,
)


def good(hint: Any) -> st.SearchStrategy[Any]:
    """JSON of a reply's annotated type."""
    origin, arguments = typing.get_origin(hint), typing.get_args(hint)
    simple: dict[Any, st.SearchStrategy[Any]] = {
        str: text,
        bool: st.booleans() | st.sampled_from(["true", "false"]),
        int: st.integers(-9, 9),
        float: st.integers(-9, 9) | st.floats(-9, 9) | st.sampled_from(["5", "1.5"]),
        datetime: instants().map(lambda pair: pair[1]),
        date: local_dates().map(lambda pair: pair[1]),
        type(None): st.none(),
    }
    if hint in simple:
        return simple[hint]
    if origin is typing.Literal:
        return st.sampled_from(arguments)
    if origin in {typing.Union, types.UnionType}:
        return st.one_of([good(argument) for argument in arguments])
    if origin is list:
        return st.lists(good(arguments[0]), max_size=2)
    if origin is dict:
        return good(arguments[1])
    return replies(hint)


@st.composite
def replies(draw: st.DrawFn, model: Any) -> dict[str, Any]:
    """A good reply with some of its fields dropped, emptied, or replaced by rubbish."""
    hints = typing.get_type_hints(model)
    reply: dict[str, Any] = {"unknown": draw(anything)}
    for name in hints.keys() - {"raw"}:
        fate = draw(st.sampled_from(["good", "good", "good", "dropped", "rubbish"]))
        if fate == "good":
            reply[wire_name(model, name)] = draw(good(hints[name]))
        elif fate == "rubbish":
            reply[wire_name(model, name)] = draw(anything)
    return reply


def assert_fits(value: object, hint: Any) -> None:
    """Fail unless a value is of its annotated type; a number may be whole, a time has an offset."""
    origin, arguments = typing.get_origin(hint), typing.get_args(hint)
    if origin in {typing.Union, types.UnionType}:
        fitting = [argument for argument in arguments if fits(value, argument)]
        assert fitting, f"{value!r} is none of {hint}"
    else:
        assert fits(value, hint), f"{value!r} is no {hint} {origin}"


def fits(value: object, hint: Any) -> bool:
    origin, arguments = typing.get_origin(hint), typing.get_args(hint)
    if origin is typing.Literal:
        return any(value == argument and type(value) is type(argument) for argument in arguments)
    if origin in {list, dict}:
        items = value.values() if isinstance(value, dict) else value
        return type(value) is origin and all(fits(item, arguments[-1]) for item in items)
    if attrs.has(hint):
        if type(value) is hint:
            assert_typed(value)
        return type(value) is hint
    if hint is float:
        return type(value) in {int, float}
    return type(value) is hint and (not isinstance(value, datetime) or value.utcoffset() is not None)


def assert_typed(model: Any) -> None:
    """Fail unless every attribute, of the models within too, is of its annotated type."""
    for name, hint in typing.get_type_hints(type(model)).items():
        if name != "raw":
            assert_fits(getattr(model, name), hint)


def assert_readable(model: Any, data: dict[str, Any]) -> None:
    """Fail unless a reply is read into a model of the annotated types, or has no id where one is needed."""
    before = copy.deepcopy(data)
    try:
        read = model.from_dict(data)
    except UnreadableError:
        for identity in map(data.get, NEEDS_ID[model.__name__]):
            assert identity in ("", None) or isinstance(identity, bool) or not isinstance(identity, str | int)
    else:
        assert_typed(read)
        assert read.raw is data
    assert repr(data) == repr(before)


@each_reply
def test_any_object(model: Any) -> None:
    """Any JSON object is read into a model of the annotated types, unless its id is missing."""
    hints = typing.get_type_hints(model)

    @few
    @given(st.dictionaries(st.sampled_from(["id", "_id", *(wire_name(model, name) for name in hints)]), anything))
    def check(data: dict[str, Any]) -> None:
        assert_readable(model, data)

    check()


@each_reply
def test_mutated_reply(model: Any) -> None:
    """A good reply with parts that are missing or wrong is read for what is right in it."""

    @few
    @given(replies(model))
    def check(data: dict[str, Any]) -> None:
        assert_readable(model, data)

    check()


@each_reply
def test_reply_is_copied(model: Any) -> None:
    """A copy and a pickle of a reply model equal it and keep what came raw."""

    @few
    @given(replies(model))
    def check(data: dict[str, Any]) -> None:
        read = model.from_dict({**data, "id": "1", "_id": "1"})
        for copied in (copy.deepcopy(read), pickle.loads(pickle.dumps(read))):  # noqa: S301
            assert copied == read or "nan" in repr(read)  # a NaN differs even from itself
            assert repr((copied, copied.raw)) == repr((read, read.raw))
            assert copied.raw is not read.raw

    check()


@each_reply
def test_raw_does_not_count(model: Any) -> None:
    """Two reply models of the same fields are equal, whatever else came with them."""
    start = {"id": "1"} if model.__name__ in NEEDS_ID else {}
    assert model.from_dict({**start, "new": 1}) == model.from_dict({**start, "new": 2})
    assert "raw" not in repr(model.from_dict(start))
