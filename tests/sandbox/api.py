"""Calls by operationId, whose replies are held against the contract."""

from pathlib import Path
from typing import Any

import httpx
import yaml
from jsonschema import Draft202012Validator
from referencing import Registry, Resource
from referencing.jsonschema import DRAFT202012

DOCUMENT: dict[str, Any] = yaml.safe_load((Path(__file__).parents[2] / "openapi" / "calendars.yaml").read_text("utf-8"))
REGISTRY: Registry[Any] = Registry[Any]().with_resource(
    "urn:test", Resource[Any].from_contents(DOCUMENT, default_specification=DRAFT202012)
)
OPERATIONS: dict[str, tuple[str, str, dict[str, Any]]] = {
    node["operationId"]: (method.upper(), path, node)
    for path, item in DOCUMENT["paths"].items()
    for method, node in item.items()
    if "operationId" in node
}


class Api:
    """A client of the sandbox: `await api("get-calendar", calendarId="…")` fills in the path, and all else is query."""

    def __init__(self, client: httpx.AsyncClient) -> None:
        self.client = client

    async def __call__(self, operation_id: str, json: Any = None, **parameters: Any) -> httpx.Response:
        """The reply, after it was found to be one that the contract describes."""
        method, path, node = OPERATIONS[operation_id]
        for name in list(parameters):
            if f"{{{name}}}" in path:
                path = path.replace(f"{{{name}}}", parameters.pop(name))
        reply = await self.client.request(
            method, path, params=parameters or None, **({} if json is None else {"json": json})
        )
        assert faults(node, reply) == []
        return reply

    async def ok(self, operation_id: str, json: Any = None, **parameters: Any) -> Any:
        """The body of a reply that must be the documented success, without its traceId."""
        reply = await self(operation_id, json, **parameters)
        body = reply.json()
        assert reply.is_success, body
        if isinstance(body, dict):
            assert body.pop("traceId")
        return body

    async def refused(self, operation_id: str, json: Any = None, **parameters: Any) -> tuple[int, Any]:
        """Status and message of a reply that must be a refusal."""
        reply = await self(operation_id, json, **parameters)
        assert reply.is_error, reply.json()
        return reply.status_code, reply.json()["message"]


def faults(operation: dict[str, Any], reply: httpx.Response) -> list[str]:
    """What the contract does not know of a reply: its status, or what is wrong with its body."""
    response = operation["responses"].get(str(reply.status_code))
    if response is None:
        return [f"{reply.status_code} is not documented"]
    if "$ref" in response:
        response = DOCUMENT["components"]["responses"][response["$ref"].rpartition("/")[2]]
    # Its references lead into the document, so that the document is the root of the schema.
    schema = DOCUMENT | response["content"]["application/json"]["schema"]
    rules = Draft202012Validator(schema, format_checker=Draft202012Validator.FORMAT_CHECKER)
    return [error.message for error in rules.iter_errors(reply.json())]
