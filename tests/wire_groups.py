"""What the operations of calendar groups and of resources send."""

from __future__ import annotations

from wire import Call, Row

LOCATION_ROW: Row = ("location_id", "location-1", "locationId", "location-1")
PAGE: list[Row] = [
    ("name", "group a", "name", "group a"),
    ("description", "group description", "description", "group description"),
    ("slug", "15-mins", "slug", "15-mins"),
]
RESOURCE: list[Row] = [
    LOCATION_ROW,
    ("name", "yoga room", "name", "yoga room"),
    ("description", "A room", "description", "A room"),
    ("calendar_ids", ["calendar-1"], "calendarIds", ["calendar-1"]),
    ("quantity", 3, "quantity", 3),
    ("out_of_service", 1, "outOfService", 1),
    ("capacity", 85, "capacity", 85),
]
RESOURCED = {"name", "description", "calendar_ids"}

CALLS = {
    "create a group": Call(
        "create-calendar-group",
        "create_calendar_group",
        "groups.create",
        "POST /calendars/groups",
        body=[LOCATION_ROW, *PAGE, ("is_active", True, "isActive", True)],
        needed={"name", "description", "slug"},
    ),
    "list groups": Call(
        "get-groups",
        "get_groups",
        "groups.list",
        "GET /calendars/groups",
        query=[LOCATION_ROW],
        reply={"groups": []},
    ),
    "ask for a slug": Call(
        "validate-groups-slug",
        "validate_groups_slug",
        "groups.validate_slug",
        "POST /calendars/groups/validate-slug",
        body=[LOCATION_ROW, ("slug", "calendar-1", "slug", "calendar-1")],
        needed={"slug"},
    ),
    "update a group": Call(
        "edit-group",
        "edit_group",
        "groups.update",
        "PUT /calendars/groups/group-1",
        ("group-1",),
        body=PAGE,
        needed={"name", "description", "slug"},
    ),
    "delete a group": Call(
        "delete-group", "delete_group", "groups.delete", "DELETE /calendars/groups/group-1", ("group-1",)
    ),
    "switch a group": Call(
        "disable-group",
        "disable_group",
        "groups.set_status",
        "PUT /calendars/groups/group-1/status",
        ("group-1",),
        body=[("is_active", False, "isActive", False)],
        needed={"is_active"},
    ),
    "create a room": Call(
        "create-calendar-resource",
        "create_calendar_resource",
        "resources.create",
        "POST /calendars/resources/rooms",
        ("rooms",),
        body=RESOURCE,
        needed=RESOURCED,
    ),
    "create equipment": Call(
        "create-calendar-resource",
        "create_calendar_resource",
        "resources.create",
        "POST /calendars/resources/equipments",
        ("equipments",),
        body=RESOURCE,
        needed=RESOURCED,
    ),
    "list rooms": Call(
        "fetch-calendar-resources",
        "fetch_calendar_resources",
        "resources.list",
        "GET /calendars/resources/rooms",
        ("rooms",),
        query=[LOCATION_ROW, ("limit", 20, "limit", "20"), ("skip", 0, "skip", "0")],
        needed={"limit", "skip"},
        reply=[],
    ),
    "read a room": Call(
        "get-calendar-resource",
        "get_calendar_resource",
        "resources.get",
        "GET /calendars/resources/rooms/room-1",
        ("rooms", "room-1"),
    ),
    "update equipment": Call(
        "update-calendar-resource",
        "update_calendar_resource",
        "resources.update",
        "PUT /calendars/resources/equipments/drill-1",
        ("equipments", "drill-1"),
        body=[*RESOURCE, ("is_active", False, "isActive", False)],
    ),
    "delete a room": Call(
        "delete-calendar-resource",
        "delete_calendar_resource",
        "resources.delete",
        "DELETE /calendars/resources/rooms/room-1",
        ("rooms", "room-1"),
    ),
}
