"""One change each of a page, and what has to be found then: a table for `test_mutations`."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, NamedTuple

from drift.facts import LISTED, Operation, Place, Statement
from drift.severity import Severity
from writer import drop, put, take

Change = Callable[[Operation], object]
BREAKS, ADDS, WORDS = Severity.BREAKS, Severity.ADDS, Severity.WORDS


class Mutation(NamedTuple):
    """An operation, what its page says otherwise, and the finding: group, change, kind, place, a word of its line."""

    name: str
    operation: str
    change: Change
    group: Severity
    found: str
    kind: str
    place: Place
    word: str = ""


def has(place: Place, kind: str, value: Any = True) -> Change:
    """The page has this fact, instead of the one that it had or beside those."""
    return lambda operation: put(operation, place, kind, value)


def lacks(place: Place, kind: str, value: Any = None) -> Change:
    """The page does not have this fact."""
    return lambda operation: take(operation, place, kind, value)


def without(place: Place) -> Change:
    """The page does not have this place."""
    return lambda operation: drop(operation, place)


def with_field(place: Place, *, required: bool = False) -> Change:
    """The page has a place more, of type string."""

    def change(operation: Operation) -> None:
        operation.places[place] = Statement(0, None, whole=True)
        put(operation, place, "type", "string")
        if required:
            put(operation, place, "required", True)

    return change


def with_status(place: Place) -> Change:
    """The page has a status more, without a schema."""
    return lambda operation: operation.places.update({place: Statement(0, None, whole=True)})


def is_now(attribute: str, value: str) -> Change:
    """The page is of another method, or stands elsewhere."""
    return lambda operation: setattr(operation, attribute, value)


def each(*changes: Change) -> Change:
    """All of the changes."""
    return lambda operation: [change(operation) for change in changes]


def body(field: str) -> Place:
    return Place("body", field)


def reply(field: str) -> Place:
    return Place("reply", field)


def query(name: str) -> Place:
    return Place("query", name)


ROOT, BODY, REPLY, VERSION = Place(), Place("body"), Place("reply"), Place("header", "Version")
STATE = "/calendars/groups/{groupId}/state"
ZONE, STATUS, TITLE = query("timezone"), body("appointmentStatus"), body("title")
ANOTHER_TITLE = each(lacks(TITLE, "example", "Test Event"), has(TITLE, "example", "Tea"))
NAME, SLUG, NEW, IDS = body("name"), body("slug"), body("colour"), body("calendarIds")
WHERE, MEETING, LIMIT = body("timezone"), body("meetingLocationId"), query("limit")
# What both forms can say.
BOTH = [
    Mutation("method", "edit-group", is_now("method", "PATCH"), BREAKS, "changed", "method", ROOT, "PATCH"),
    Mutation("path", "disable-group", has(ROOT, "path", STATE), BREAKS, "changed", "path", ROOT, "state"),
    Mutation("title", "get-slots", has(ROOT, "title", "Gaps"), WORDS, "changed", "title", ROOT, "Gaps"),
    Mutation("status", "get-slots", has(REPLY, "status", "202"), BREAKS, "changed", "status", REPLY, "202"),
    # headers and parameters
    *(
        Mutation(
            f"new {place}", "get-slots", with_field(place, required=True), BREAKS, "new", LISTED, place, place.field
        )
        for place in (Place("header", "Channel"), Place("path", "wing"), query("sort"))
    ),
    Mutation("optional", "get-slots", with_field(query("sort")), ADDS, "new", LISTED, query("sort"), "sort"),
    Mutation("gone parameter", "get-slots", without(ZONE), BREAKS, "gone", LISTED, ZONE),
    Mutation("its type", "get-slots", has(ZONE, "type", "boolean"), BREAKS, "changed", "type", ZONE, "timezone"),
    Mutation("required", "get-slots", has(ZONE, "required"), BREAKS, "new", "required", ZONE),
    Mutation("its value", "get-slots", has(VERSION, "value", "v3"), ADDS, "new", "value", VERSION, "v3"),
    Mutation("limit", "getAllSchedules", has(LIMIT, "maximum", 9), BREAKS, "changed", "maximum", LIMIT, "9"),
    Mutation("usual", "getAllSchedules", has(LIMIT, "default", 8), BREAKS, "changed", "default", LIMIT, "8"),
    # fields
    Mutation("new field", "edit-group", with_field(NEW), ADDS, "new", LISTED, NEW, "colour"),
    Mutation("needed", "edit-group", with_field(NEW, required=True), BREAKS, "new", LISTED, NEW, "colour"),
    Mutation("new in a reply", "get-slots", with_field(reply("next")), ADDS, "new", LISTED, reply("next"), "next"),
    Mutation("gone field", "edit-group", without(SLUG), BREAKS, "gone", LISTED, SLUG, "Body"),
    Mutation("deep", "edit-group", without(reply("group.slug")), BREAKS, "gone", LISTED, reply("group.slug"), "group"),
    Mutation("type", "edit-group", has(NAME, "type", "number"), BREAKS, "changed", "type", NAME, "name"),
    Mutation("optional now", "edit-group", lacks(NAME, "required"), ADDS, "gone", "required", NAME, "name"),
    Mutation("required now", "create-appointment", has(TITLE, "required"), BREAKS, "new", "required", TITLE),
    Mutation("deprecated", "create-appointment", has(TITLE, "deprecated"), WORDS, "new", "deprecated", TITLE),
    Mutation("new value", "create-appointment", has(STATUS, "value", "late"), ADDS, "new", "value", STATUS, "late"),
    Mutation(
        "gone value", "create-appointment", lacks(STATUS, "value", "new"), BREAKS, "gone", "value", STATUS, "Status"
    ),
    Mutation("example", "create-appointment", ANOTHER_TITLE, WORDS, "changed", "example", TITLE, "Tea"),
    Mutation("new limit", "edit-group", has(SLUG, "maxLength", 7), BREAKS, "new", "maxLength", SLUG, "7"),
    Mutation("more", "create-calendar-resource", has(IDS, "maxItems", 200), ADDS, "changed", "maxItems", IDS, "200"),
    Mutation("fewer", "create-calendar-resource", has(IDS, "maxItems", 50), BREAKS, "changed", "maxItems", IDS, "50"),
    Mutation("pattern", "createSchedule", has(WHERE, "pattern", "^[A-Z]$"), BREAKS, "changed", "pattern", WHERE, "A-Z"),
    Mutation("default", "create-appointment", has(MEETING, "default", "x"), BREAKS, "changed", "default", MEETING, "x"),
    Mutation("no default", "create-appointment", lacks(MEETING, "default"), BREAKS, "gone", "default", MEETING),
]
LATE, BAD, LOST = Place("error 409"), Place("error 400"), Place("error 401", "error")
FROM, CHANNEL, KIND = body("rules[].intervals[].from"), reply("[].channel"), body("rules[].type")
OAUTH, AGENCY, MOVED = "OAuth Access Token", "Agency Token", "https://docs.example.com/moved"
# What only the pages of Docusaurus have a place for.
ONE = [
    Mutation("scope", "get-groups", has(ROOT, "scope", "groups.see"), BREAKS, "new", "scope", ROOT, "groups.see"),
    Mutation("auth", "get-groups", lacks(ROOT, "auth method", OAUTH), BREAKS, "gone", "auth method", ROOT),
    Mutation("token", "get-groups", has(ROOT, "token type", AGENCY), ADDS, "new", "token type", ROOT, AGENCY),
    Mutation("address of the page", "get-groups", is_now("page", MOVED), WORDS, "changed", "page", ROOT, MOVED),
    Mutation("new error", "get-groups", with_status(LATE), ADDS, "new", LISTED, LATE, "409"),
    Mutation("gone error", "get-groups", without(BAD), WORDS, "gone", LISTED, BAD),
    Mutation("field of an error", "get-groups", without(LOST), BREAKS, "gone", LISTED, LOST, "401"),
    Mutation("body", "edit-group", lacks(BODY, "required"), ADDS, "gone", "required", BODY, "Body"),
    Mutation("deep type", "createSchedule", has(FROM, "type", "boolean"), BREAKS, "changed", "type", FROM, "from"),
    Mutation("deep value", "create-event-notification", has(CHANNEL, "value", "x"), ADDS, "new", "value", CHANNEL, "x"),
    Mutation("deep flag", "createSchedule", lacks(KIND, "required"), ADDS, "gone", "required", KIND, "type"),
]
