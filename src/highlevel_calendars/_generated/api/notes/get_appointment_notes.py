# Generated from openapi/calendars.yaml: change that file and run `make generate`, do not edit this one.
from __future__ import annotations

from ...._operation import Caller, Operation, Options, QueryParameter, Response
from ...._wire import query_text, reply_object
from ...models.notes_page import NotesPage

OPERATION = Operation(
    id="get-appointment-notes",
    method="GET",
    path="/calendars/appointments/{appointment_id}/notes",
    page="https://marketplace.gohighlevel.com/docs/ghl/calendars/get-appointment-notes",
    scope="calendars/events.readonly",
    location="",
    query=(QueryParameter("limit", "limit", query_text), QueryParameter("offset", "offset", query_text)),
    envelope=(),
    read=reply_object(NotesPage.from_dict),
)


async def get_appointment_notes(
    client: Caller, appointment_id: str, *, limit: int, offset: int, options: Options | None = None
) -> Response[NotesPage]:
    """List notes and return the whole response.

    GET /calendars/appointments/{appointment_id}/notes

    Scope: calendars/events.readonly
    Page: https://marketplace.gohighlevel.com/docs/ghl/calendars/get-appointment-notes
    """
    return await client.call(
        OPERATION, path={"appointment_id": appointment_id}, query={"limit": limit, "offset": offset}, options=options
    )
