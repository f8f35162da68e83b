# Generated from openapi/calendars.yaml: change that file and run `make generate`, do not edit this one.
from __future__ import annotations

from ...._operation import Caller, Options
from ...._wire import UNSET, Unset
from ...models.create_note import CreateNote
from ...models.note import Note
from ...models.notes_page import NotesPage
from ...models.success import Success
from ...models.update_note import UpdateNote
from .create_appointment_note import create_appointment_note
from .delete_appointment_note import delete_appointment_note
from .get_appointment_notes import get_appointment_notes
from .update_appointment_note import update_appointment_note


class Notes:
    """Notes on appointments."""

    __slots__ = ("_client",)

    def __init__(self, client: Caller) -> None:
        self._client = client

    async def list(self, appointment_id: str, *, limit: int, offset: int, options: Options | None = None) -> NotesPage:
        """List notes.

        Returns a page of the notes on an appointment.

        GET /calendars/appointments/{appointment_id}/notes

        Scope: calendars/events.readonly
        Page: https://marketplace.gohighlevel.com/docs/ghl/calendars/get-appointment-notes

        Args:
            appointment_id: The appointment.
            limit: How many notes to return, at most 20.
            offset: How many notes to pass over.
            options: Settings of this call alone.

        Raises:
            ValidationError: a documented rule is broken; nothing was sent.
            StatusError: the API refused, its subclasses say why.
            HighLevelError: any other failure; all are subclasses of it.
        """
        response = await get_appointment_notes(
            self._client, appointment_id, limit=limit, offset=offset, options=options
        )
        return response.value

    async def create(
        self, appointment_id: str, *, body: str, user_id: str | Unset = UNSET, options: Options | None = None
    ) -> Note:
        """Create a note.

        Writes a note on an appointment.

        POST /calendars/appointments/{appointment_id}/notes

        Scope: calendars/events.write
        Page: https://marketplace.gohighlevel.com/docs/ghl/calendars/create-appointment-note

        Args:
            appointment_id: The appointment.
            body: The text, at most 5000 characters.
            user_id: The user who writes it.
            options: Settings of this call alone.

        Raises:
            ValidationError: a documented rule is broken; nothing was sent.
            StatusError: the API refused, its subclasses say why.
            OutcomeUnknown: the reply was lost, and the write may have happened.
            HighLevelError: any other failure; all are subclasses of it.
        """
        response = await create_appointment_note(
            self._client, appointment_id, CreateNote(body=body, user_id=user_id), options=options
        )
        return response.value

    async def update(
        self,
        appointment_id: str,
        note_id: str,
        *,
        body: str,
        user_id: str | Unset = UNSET,
        options: Options | None = None,
    ) -> Note:
        """Update a note.

        Replaces the text of a note.

        PUT /calendars/appointments/{appointment_id}/notes/{note_id}

        Scope: calendars/events.write
        Page: https://marketplace.gohighlevel.com/docs/ghl/calendars/update-appointment-note

        Args:
            appointment_id: The appointment.
            note_id: The note.
            body: The text, at most 5000 characters.
            user_id: The user who writes it.
            options: Settings of this call alone.

        Raises:
            ValidationError: a documented rule is broken; nothing was sent.
            StatusError: the API refused, its subclasses say why.
            HighLevelError: any other failure; all are subclasses of it.
        """
        response = await update_appointment_note(
            self._client, appointment_id, note_id, UpdateNote(body=body, user_id=user_id), options=options
        )
        return response.value

    async def delete(self, appointment_id: str, note_id: str, *, options: Options | None = None) -> Success:
        """Delete a note.

        Deletes a note.

        DELETE /calendars/appointments/{appointment_id}/notes/{note_id}

        Scope: calendars/events.write
        Page: https://marketplace.gohighlevel.com/docs/ghl/calendars/delete-appointment-note

        Args:
            appointment_id: The appointment.
            note_id: The note.
            options: Settings of this call alone.

        Raises:
            ValidationError: a documented rule is broken; nothing was sent.
            StatusError: the API refused, its subclasses say why.
            HighLevelError: any other failure; all are subclasses of it.
        """
        response = await delete_appointment_note(self._client, appointment_id, note_id, options=options)
        return response.value
