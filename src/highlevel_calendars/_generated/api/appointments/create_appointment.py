# Generated from openapi/calendars.yaml: change that file and run `make generate`, do not edit this one.
from __future__ import annotations

from ...._operation import Caller, OnUnknown, Operation, Options, Response
from ...._wire import reply_object
from ...models.appointment import Appointment
from ...models.create_appointment import CreateAppointment

OPERATION = Operation(
    id="create-appointment",
    method="POST",
    path="/calendars/events/appointments",
    page="https://marketplace.gohighlevel.com/docs/ghl/calendars/create-appointment",
    scope="calendars/events.write",
    location="body",
    query=(),
    envelope=("appointment", "event"),
    read=reply_object(Appointment.from_dict),
)


async def create_appointment(
    client: Caller, body: CreateAppointment, *, options: Options | None = None, on_unknown: OnUnknown = "raise"
) -> Response[Appointment]:
    """Create an appointment and return the whole response.

    POST /calendars/events/appointments

    Scope: calendars/events.write
    Page: https://marketplace.gohighlevel.com/docs/ghl/calendars/create-appointment

    With `on_unknown="reconcile"` a write whose reply was lost is looked up, see `CalendarsClient.call`.
    """
    return await client.call(OPERATION, body=body, options=options, on_unknown=on_unknown)
