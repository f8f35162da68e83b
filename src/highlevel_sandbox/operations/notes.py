"""Notes on appointments."""

from highlevel_sandbox.bodies import JsonObject
from highlevel_sandbox.operations.call import Call, new_id
from highlevel_sandbox.operations.events import present
from highlevel_sandbox.refusals import bad_request

# A private integration token belongs to no user.
_INTEGRATION = {"name": "Private Integration"}


def list_page(call: Call) -> JsonObject:
    """A page of the notes on an appointment, oldest first."""
    offset, limit = call.query["offset"], call.query["limit"]
    notes = [_view(note) for note in call.store.all("note", appointmentId=_appointment(call)["id"])]
    return {"notes": notes[offset : offset + limit], "hasMore": len(notes) > offset + limit}


def create(call: Call) -> JsonObject:
    """Writes a note on an appointment."""
    appointment = _appointment(call)
    note = call.body | {
        "id": new_id(),
        "appointmentId": appointment["id"],
        "contactId": appointment["contactId"],
        "dateAdded": call.today,
        "createdBy": _author(call),
    }
    call.store.put("note", note)
    return {"note": _view(note)}


def update(call: Call) -> JsonObject:
    """Changes the text of a note, and the user whose it is; who created it stays."""
    _author(call)
    note = _note(call) | call.body
    call.store.put("note", note)
    return {"note": _view(note)}


def delete(call: Call) -> JsonObject:
    """Deletes a note."""
    call.store.remove(_note(call)["id"])
    return {"success": True}


def _appointment(call: Call) -> JsonObject:
    return present(call, "appointment", call.path["appointmentId"])


def _note(call: Call) -> JsonObject:
    appointment = _appointment(call)
    note = call.known("note", call.path["noteId"])
    if note["appointmentId"] != appointment["id"]:
        raise bad_request("Note not found")
    return note


def _author(call: Call) -> JsonObject:
    if "userId" not in call.body:
        return _INTEGRATION
    user = call.known("user", call.body["userId"])
    return {"id": user["id"], "name": user["name"]}


def _view(note: JsonObject) -> JsonObject:
    return {name: value for name, value in note.items() if name != "appointmentId"}
