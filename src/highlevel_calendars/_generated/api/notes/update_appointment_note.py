# Generated from openapi/calendars.yaml: change that file and run `make generate`, do not edit this one.
from __future__ import annotations

from ...._operation import Caller, Operation, Options, Response
from ...._wire import reply_object
from ...models.note import Note
from ...models.update_note import UpdateNote

OPERATION = Operation(
    id="update-appointment-note",
    method="PUT",
    path="/calendars/appointments/{appointment_id}/notes/{note_id}",
    page="https://marketplace.gohighlevel.com/docs/ghl/calendars/update-appointment-note",
    scope="calendars/events.write",
    location="",
    query=(),
    envelope=("note",),
    read=reply_object(Note.from_dict),
)


async def update_appointment_note(
    client: Caller, appointment_id: str, note_id: str, body: UpdateNote, *, options: Options | None = None
) -> Response[Note]:
    """Update a note and return the whole response.

    PUT /calendars/appointments/{appointment_id}/notes/{note_id}

    Scope: calendars/events.write
    Page: https://marketplace.gohighlevel.com/docs/ghl/calendars/update-appointment-note
    """
    return await client.call(
        OPERATION, path={"appointment_id": appointment_id, "note_id": note_id}, body=body, options=options
    )
