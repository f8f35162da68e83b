"""Notifications of a calendar. They are kept, and never sent."""

from highlevel_sandbox.bodies import Json, JsonObject
from highlevel_sandbox.operations.call import Call, new_id, page
from highlevel_sandbox.refusals import bad_request

_NOT_FOUND = "Notification not found"


def list_page(call: Call) -> Json:
    """A page of a calendar's notifications, without the deleted ones unless these are asked for."""
    query = call.query
    notifications = [
        _view(one)
        for one in call.store.all("notification", calendarId=_calendar_id(call))
        if one["deleted"] == query.get("deleted", False) and one["isActive"] == query.get("isActive", one["isActive"])
    ]
    return page(notifications, query["skip"], query["limit"])


def create(call: Call) -> Json:
    """Creates one notification for each element of the body."""
    calendar_id = _calendar_id(call)
    sent: list[JsonObject] = call.body
    notifications = [one | {"id": new_id(), "calendarId": calendar_id, "deleted": False} for one in sent]
    for notification in notifications:
        call.store.put("notification", notification)
    return [_view(notification) for notification in notifications]


def get(call: Call) -> JsonObject:
    """Reads a notification."""
    return _view(_notification(call))


def update(call: Call) -> JsonObject:
    """Changes the fields that are named."""
    call.store.put("notification", _notification(call) | call.body)
    return {"message": "Notification updated successfully"}


def delete(call: Call) -> JsonObject:
    """Marks a notification as deleted."""
    call.store.put("notification", _notification(call) | {"deleted": True})
    return {"message": "Notification deleted successfully"}


def _calendar_id(call: Call) -> str:
    calendar_id: str = call.known("calendar", call.path["calendarId"])["id"]
    return calendar_id


def _notification(call: Call) -> JsonObject:
    calendar_id = _calendar_id(call)
    notification = call.known("notification", call.path["notificationId"])
    if notification["deleted"] or notification["calendarId"] != calendar_id:
        raise bad_request(_NOT_FOUND)
    return notification


def _view(notification: JsonObject) -> JsonObject:
    hidden = ("id", "calendarId")
    return {"_id": notification["id"]} | {name: value for name, value in notification.items() if name not in hidden}
