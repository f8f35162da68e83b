# Generated from openapi/calendars.yaml: change that file and run `make generate`, do not edit this one.
from __future__ import annotations

from ...._operation import Caller, Operation, Options, Response
from ...._wire import reply_object
from ...models.success import Success

OPERATION = Operation(
    id="delete-appointment-note",
    method="DELETE",
    path="/calendars/appointments/{appointment_id}/notes/{note_id}",
    page="https://marketplace.gohighlevel.com/docs/ghl/calendars/delete-appointment-note",
    scope="calendars/events.write",
    location="",
    query=(),
    envelope=(),
    read=reply_object(Success.from_dict),
)


async def delete_appointment_note(
    client: Caller, appointment_id: str, note_id: str, *, options: Options | None = None
) -> Response[Success]:
    """Delete a note and return the whole response.

    DELETE /calendars/appointments/{appointment_id}/notes/{note_id}

    Scope: calendars/events.write
    Page: https://marketplace.gohighlevel.com/docs/ghl/calendars/delete-appointment-note
    """
    return await client.call(OPERATION, path={"appointment_id": appointment_id, "note_id": note_id}, options=options)
