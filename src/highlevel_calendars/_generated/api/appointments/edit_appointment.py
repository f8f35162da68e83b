# Generated from openapi/calendars.yaml: change that file and run `make generate`, do not edit this one.
from __future__ import annotations

from ...._operation import Caller, Operation, Options, Response
from ...._wire import reply_object
from ...models.appointment import Appointment
from ...models.update_appointment import UpdateAppointment

OPERATION = Operation(
    id="edit-appointment",
    method="PUT",
    path="/calendars/events/appointments/{event_id}",
    page="https://marketplace.gohighlevel.com/docs/ghl/calendars/edit-appointment",
    scope="calendars/events.write",
    location="",
    query=(),
    envelope=("appointment", "event"),
    read=reply_object(Appointment.from_dict),
)


async def edit_appointment(
    client: Caller, event_id: str, body: UpdateAppointment, *, options: Options | None = None
) -> Response[Appointment]:
    """Update an appointment and return the whole response.

    PUT /calendars/events/appointments/{event_id}

    Scope: calendars/events.write
    Page: https://marketplace.gohighlevel.com/docs/ghl/calendars/edit-appointment
    """
    return await client.call(OPERATION, path={"event_id": event_id}, body=body, options=options)
