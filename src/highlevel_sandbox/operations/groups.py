"""Calendar groups."""

from highlevel_sandbox.bodies import JsonObject
from highlevel_sandbox.operations.call import Call, new_id


def create(call: Call) -> JsonObject:
    """Creates a group, active unless the request says otherwise."""
    return {"group": _save(call, {"isActive": True} | call.body | {"id": new_id()})}


def list_all(call: Call) -> JsonObject:
    """The groups of the location."""
    return {"groups": call.store.all("group")}


def validate_slug(call: Call) -> JsonObject:
    """Whether a group could have the slug."""
    return {"available": call.store.slug_owner("group", call.body["slug"]) is None}


def update(call: Call) -> JsonObject:
    """Replaces name, description and slug."""
    return {"group": _save(call, _group(call) | call.body)}


def set_status(call: Call) -> JsonObject:
    """Activates or deactivates a group."""
    _save(call, _group(call) | call.body)
    return {"success": True}


def delete(call: Call) -> JsonObject:
    """Deletes a group; its calendars stay as they are."""
    call.store.remove(_group(call)["id"])
    return {"success": True}


def _group(call: Call) -> JsonObject:
    return call.known("group", call.path["groupId"])


def _save(call: Call, group: JsonObject) -> JsonObject:
    call.claim("group", group["slug"], group["id"])
    call.store.put("group", group, slug=group["slug"])
    return group
