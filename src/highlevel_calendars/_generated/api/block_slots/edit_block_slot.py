# Generated from openapi/calendars.yaml: change that file and run `make generate`, do not edit this one.
from __future__ import annotations

from ...._operation import Caller, Operation, Options, Response
from ...._wire import reply_object
from ...models.block_slot import BlockSlot
from ...models.update_block_slot import UpdateBlockSlot

OPERATION = Operation(
    id="edit-block-slot",
    method="PUT",
    path="/calendars/events/block-slots/{event_id}",
    page="https://marketplace.gohighlevel.com/docs/ghl/calendars/edit-block-slot",
    scope="calendars/events.write",
    location="body",
    query=(),
    envelope=("event",),
    read=reply_object(BlockSlot.from_dict),
)


async def edit_block_slot(
    client: Caller, event_id: str, body: UpdateBlockSlot, *, options: Options | None = None
) -> Response[BlockSlot]:
    """Update a block slot and return the whole response.

    PUT /calendars/events/block-slots/{event_id}

    Scope: calendars/events.write
    Page: https://marketplace.gohighlevel.com/docs/ghl/calendars/edit-block-slot
    """
    return await client.call(OPERATION, path={"event_id": event_id}, body=body, options=options)
