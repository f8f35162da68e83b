# Generated from openapi/calendars.yaml: change that file and run `make generate`, do not edit this one.
from __future__ import annotations

from ...._operation import Caller, Operation, Options, Response
from ...._wire import reply_object
from ...models.event import Event

OPERATION = Operation(
    id="get-appointment",
    method="GET",
    path="/calendars/events/appointments/{event_id}",
    page="https://marketplace.gohighlevel.com/docs/ghl/calendars/get-appointment",
    scope="calendars/events.readonly",
    location="",
    query=(),
    envelope=("appointment", "event"),
    read=reply_object(Event.from_dict),
)


async def get_appointment(client: Caller, event_id: str, *, options: Options | None = None) -> Response[Event]:
    """Read an appointment and return the whole response.

    GET /calendars/events/appointments/{event_id}

    Scope: calendars/events.readonly
    Page: https://marketplace.gohighlevel.com/docs/ghl/calendars/get-appointment
    """
    return await client.call(OPERATION, path={"event_id": event_id}, options=options)
