"""What comes back: every field of every reply in its attribute, in any envelope, under any status of success."""

from __future__ import annotations

import re
from typing import Any

import attrs
import pytest
from pytest_httpx import HTTPXMock
from reply_calendars import Row
from reply_kinds import KINDS, Kind
from schemas import keys_in_schema, keys_of, operations, reply_schema
from wire_calls import CALLS

from highlevel_calendars import CalendarsClient, models
from highlevel_calendars._generated.models import __all__ as names_of_models

OF_MODEL = {kind.model.__name__: kind for kind in KINDS.values()}
each_operation = pytest.mark.parametrize("operation_id", KINDS)


async def called(client: CalendarsClient, operation_id: str, way: str = "method") -> Any:
    call = next(call for call in CALLS.values() if call.operation == operation_id)
    return await call.make(client, way, call.least)


def attributes(model: Any) -> dict[str, Any]:
    """A model's attributes, those of the models within it too, without what came raw."""
    return attrs.asdict(model, filter=lambda attribute, _: attribute.name != "raw")


@pytest.mark.parametrize("operation_id", operations().keys())
def test_tables_are_complete(operation_id: str) -> None:
    """The tables have every key that the OpenAPI file has for a reply, and no other."""
    known = {re.sub(r"\d{4}-\d\d-\d\d", "*", key) for key in keys_of(KINDS[operation_id].wire)}
    assert known == keys_in_schema(reply_schema(operation_id))


def test_every_model_is_read() -> None:
    """No reply model is missing: each is that of an operation, or the type of a field of such a one."""
    replies = {name for name in names_of_models if hasattr(getattr(models, name), "from_dict")}
    within = {
        other
        for name in replies
        for field in attrs.fields(getattr(models, name))
        for other in re.findall(r"\w+", str(field.type))
    }
    assert replies - within == set(OF_MODEL) - within


@each_operation
@pytest.mark.asyncio
async def test_every_field(operation_id: str, client: CalendarsClient, httpx_mock: HTTPXMock) -> None:
    """A reply with every field of the vendor has each in its own attribute, and is kept as it came."""
    kind = KINDS[operation_id]
    httpx_mock.add_response(json=[kind.wire, kind.wire] if kind.many else kind.wire)
    found = await called(client, operation_id)
    assert type(found) is (list if kind.many else kind.model)
    for model in found if kind.many else [found]:
        assert type(model) is kind.model
        assert attributes(model) == {attribute: value for _, _, attribute, value in kind.rows}
        assert model.raw == kind.wire
    assert not kind.many or len(found) == 2


@pytest.mark.parametrize(
    ("kind", "row"),
    [pytest.param(kind, row, id=f"{name}: {row[0]}") for name, kind in OF_MODEL.items() for row in kind.rows],
)
def test_one_field(kind: Kind, row: Row) -> None:
    """A field of a reply fills its own attribute and no other; what is missing is None, or empty for a map."""
    key, wire, attribute, value = row
    model: Any = kind.model
    identity = {kind.rows[0][0]: "1"} if "id" in attrs.fields_dict(model) else {}
    blank = attributes(model.from_dict(identity))
    assert {**blank, "id": None, "entries": {}} == {**dict.fromkeys(blank), "id": None, "entries": {}}
    assert attributes(model.from_dict({**identity, key: wire})) == {**blank, attribute: value}


@pytest.mark.parametrize("status", [200, 201, 202])
@pytest.mark.parametrize(
    ("operation_id", "envelope"),
    [
        pytest.param(name, envelope, id=f"{name} in {envelope}")
        for name, kind in KINDS.items()
        for envelope in (*kind.envelopes, None)
    ],
)
@pytest.mark.asyncio
async def test_envelope(
    operation_id: str, envelope: str | None, status: int, client: CalendarsClient, httpx_mock: HTTPXMock
) -> None:
    """A reply may be wrapped or bare, and any status of success will do."""
    kind = KINDS[operation_id]
    inner: object = [kind.wire] if kind.many else kind.wire
    httpx_mock.add_response(status_code=status, json=inner if envelope is None else {envelope: inner, "traceId": "t"})
    response = await called(client, operation_id, "function")
    (model,) = response.value if kind.many else [response.value]
    assert (type(model), model.raw, response.status) == (kind.model, kind.wire, status)
    assert envelope is None or response.trace_id == "t"
