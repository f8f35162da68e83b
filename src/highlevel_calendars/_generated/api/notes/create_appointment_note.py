# Generated from openapi/calendars.yaml: change that file and run `make generate`, do not edit this one.
from __future__ import annotations

from ...._operation import Caller, Operation, Options, Response
from ...._wire import reply_object
from ...models.create_note import CreateNote
from ...models.note import Note

OPERATION = Operation(
    id="create-appointment-note",
    method="POST",
    path="/calendars/appointments/{appointment_id}/notes",
    page="https://marketplace.gohighlevel.com/docs/ghl/calendars/create-appointment-note",
    scope="calendars/events.write",
    location="",
    query=(),
    envelope=("note",),
    read=reply_object(Note.from_dict),
)


async def create_appointment_note(
    client: Caller, appointment_id: str, body: CreateNote, *, options: Options | None = None
) -> Response[Note]:
    """Create a note and return the whole response.

    POST /calendars/appointments/{appointment_id}/notes

    Scope: calendars/events.write
    Page: https://marketplace.gohighlevel.com/docs/ghl/calendars/create-appointment-note
    """
    return await client.call(OPERATION, path={"appointment_id": appointment_id}, body=body, options=options)
