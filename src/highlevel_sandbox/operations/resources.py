"""Rooms and equipment."""

from highlevel_sandbox.bodies import JsonObject
from highlevel_sandbox.operations.call import Call, new_id
from highlevel_sandbox.refusals import bad_request

_SERVICE_ONLY = "Only service calendars can use a resource."
_ONE_CALENDAR = "An equipment can be used by one service calendar only."


def create(call: Call) -> JsonObject:
    """Creates a room or a piece of equipment, as the path says."""
    kind = call.path["resourceType"]
    calendars = [call.known("calendar", calendar_id) for calendar_id in call.body["calendarIds"]]
    if any(calendar.get("calendarType") != "service_booking" for calendar in calendars):
        raise bad_request(_SERVICE_ONLY)
    if kind == "equipments" and len(calendars) > 1:
        raise bad_request(_ONE_CALENDAR)
    resource = call.body | {"id": new_id(), "resourceType": kind, "isActive": True}
    call.store.add("resource", resource)
    return resource
