"""Calendar groups."""

from highlevel_sandbox.bodies import JsonObject
from highlevel_sandbox.operations.call import Call, new_id
from highlevel_sandbox.refusals import bad_request

_SLUG_TAKEN = "The slug is already taken."


def create(call: Call) -> JsonObject:
    """Creates a group, active unless the request says otherwise."""
    group: JsonObject = {"isActive": True} | call.body | {"id": new_id()}
    if call.store.has_slug("group", group["slug"]):
        raise bad_request(_SLUG_TAKEN)
    call.store.add("group", group, group["slug"])
    return {"group": group}
