"""Rooms and equipment."""

from highlevel_sandbox.bodies import Json, JsonObject
from highlevel_sandbox.operations.call import Call, new_id, page
from highlevel_sandbox.refusals import bad_request

_SERVICE_ONLY = "Only service calendars can use a resource."
_ONE_CALENDAR = "An equipment can be used by one service calendar only."


def create(call: Call) -> JsonObject:
    """Creates a room or a piece of equipment, as the path says."""
    return _save(call, call.body | {"id": new_id(), "resourceType": call.path["resourceType"], "isActive": True})


def list_page(call: Call) -> Json:
    """A page of the rooms or of the equipment."""
    resources = call.store.all("resource", resourceType=call.path["resourceType"])
    return page(resources, call.query["skip"], call.query["limit"])


def get(call: Call) -> JsonObject:
    """Reads a resource."""
    return _resource(call)


def update(call: Call) -> JsonObject:
    """Changes the fields that are named; the documented reply lacks calendarIds."""
    resource = _save(call, _resource(call) | call.body)
    return {name: value for name, value in resource.items() if name != "calendarIds"}


def delete(call: Call) -> JsonObject:
    """Deletes a resource; appointments that took it keep its id."""
    call.store.remove(_resource(call)["id"])
    return {"success": True}


def _resource(call: Call) -> JsonObject:
    resource = call.known("resource", call.path["id"])
    if resource["resourceType"] != call.path["resourceType"]:
        raise bad_request("Resource not found")
    return resource


def _save(call: Call, resource: JsonObject) -> JsonObject:
    if "calendarIds" in call.body:
        calendars = [call.known("calendar", calendar_id) for calendar_id in resource["calendarIds"]]
        if any(calendar.get("calendarType") != "service_booking" for calendar in calendars):
            raise bad_request(_SERVICE_ONLY)
        if resource["resourceType"] == "equipments" and len(calendars) > 1:
            raise bad_request(_ONE_CALENDAR)
    call.store.put("resource", resource)
    return resource
