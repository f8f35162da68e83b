# Generated from openapi/calendars.yaml: change that file and run `make generate`, do not edit this one.
from __future__ import annotations

from ...._operation import Caller, Operation, Options, Response
from ...._wire import reply_object
from ...models.empty import Empty
from ...models.succeeded import Succeeded

OPERATION = Operation(
    id="delete-event",
    method="DELETE",
    path="/calendars/events/{event_id}",
    page="https://marketplace.gohighlevel.com/docs/ghl/calendars/delete-event",
    scope="calendars/events.write",
    location="",
    query=(),
    envelope=(),
    read=reply_object(Succeeded.from_dict),
)


async def delete_event(client: Caller, event_id: str, *, options: Options | None = None) -> Response[Succeeded]:
    """Delete an event and return the whole response.

    DELETE /calendars/events/{event_id}

    Scope: calendars/events.write
    Page: https://marketplace.gohighlevel.com/docs/ghl/calendars/delete-event
    """
    return await client.call(OPERATION, path={"event_id": event_id}, body=Empty(), options=options)
