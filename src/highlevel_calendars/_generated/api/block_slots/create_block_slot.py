# Generated from openapi/calendars.yaml: change that file and run `make generate`, do not edit this one.
from __future__ import annotations

from ...._operation import Caller, OnUnknown, Operation, Options, Response
from ...._wire import reply_object
from ...models.block_slot import BlockSlot
from ...models.create_block_slot import CreateBlockSlot

OPERATION = Operation(
    id="create-block-slot",
    method="POST",
    path="/calendars/events/block-slots",
    page="https://marketplace.gohighlevel.com/docs/ghl/calendars/create-block-slot",
    scope="calendars/events.write",
    location="body",
    query=(),
    envelope=("event",),
    read=reply_object(BlockSlot.from_dict),
)


async def create_block_slot(
    client: Caller, body: CreateBlockSlot, *, options: Options | None = None, on_unknown: OnUnknown = "raise"
) -> Response[BlockSlot]:
    """Create a block slot and return the whole response.

    POST /calendars/events/block-slots

    Scope: calendars/events.write
    Page: https://marketplace.gohighlevel.com/docs/ghl/calendars/create-block-slot

    With `on_unknown="reconcile"` a write whose reply was lost is looked up, see `CalendarsClient.call`.
    """
    return await client.call(OPERATION, body=body, options=options, on_unknown=on_unknown)
