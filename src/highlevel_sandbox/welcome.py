"""What the sandbox says of itself."""

from collections.abc import Iterable, Mapping, Sequence
from itertools import zip_longest

from highlevel_sandbox import seed
from highlevel_sandbox.bodies import JsonObject
from highlevel_sandbox.server import Sandbox

NOT_IMITATED: tuple[str, ...] = (
    "OAuth: the two private integration tokens are the only ones, and they never expire",
    "the operations of the Calendars API that the contract does not have, and all other APIs",
    "opening hours, availabilities, notice periods, booking windows, buffers and bookings a day",
    "slot intervals: a booking may start at any time that is free",
    "recurrence: an rrule is kept and makes isRecurring true, but takes up no later time",
    "webhooks, notifications, automations, payments, forms and connected calendars",
    "capacity of rooms and equipment",
    "checks of groupId, formId and meetingLocationId, which are taken as they are",
    "a block over existing appointments: the live API was seen to cancel them, here they stay",
    "the exact string of a free slot: here a slot is a time, however its offset is written",
    "priority and eventType in the choice of a member: the one with the fewest bookings is taken",
    "the wording of refusals that nobody has published: an unknown calendar, contact or user, a taken slug, "
    "a resource of the wrong calendars, a body that is no JSON, not declared as JSON or larger than 1 MiB",
    "the type of a calendar created without calendarType, which is unknown: here it has none",
)


def welcome(sandbox: Sandbox, base_url: str) -> str:
    """The text at the start: where the sandbox is, what it is seeded with, and what it does not imitate."""
    access = [
        ("token", sandbox.token, "every scope"),
        ("token", sandbox.read_only_token, "only calendars.readonly"),
        ("location", sandbox.location_id),
        ("rate limit", f"{sandbox.rate_limit} requests in 10 seconds"),
        ("data", "in memory, gone at the end" if sandbox.data is None else str(sandbox.data)),
    ]
    sections = [
        f"HighLevel sandbox on {base_url} (Ctrl-C stops it)",
        _table(access),
        f"Users\n{_table(_people(sandbox.users))}",
        f"Contacts\n{_table(_people(sandbox.contacts))}",
        f"Calendars\n{_table(_calendar(*item) for item in seed.calendar_requests().items())}",
        "Not imitated\n" + "\n".join(f"  - {matter}" for matter in NOT_IMITATED),
    ]
    return "\n\n".join(sections) + "\n"


def _people(ids: Mapping[str, str]) -> Iterable[Sequence[str]]:
    return [(person["id"], person["name"], person["email"]) for person in seed.people(ids)]


def _calendar(calendar_id: str, request: JsonObject) -> Sequence[str]:
    names = {user_id: name for name, user_id in seed.USERS.items()}
    team = ", ".join(names[member["userId"]] for member in request.get("teamMembers", [])) or "no team"
    traits = [
        "inactive" if request.get("isActive") is False else "",
        f"{request['appoinmentPerSlot']} seats" if "appoinmentPerSlot" in request else "",
        "bookings await confirmation" if request.get("autoConfirm") is False else "",
    ]
    length = "1 hour" if request.get("slotDurationUnit") == "hours" else "30 minutes"
    return calendar_id, request["calendarType"], length, "; ".join([team, *filter(None, traits)])


def _table(rows: Iterable[Sequence[str]]) -> str:
    """Rows of any length, indented, in columns as wide as their widest cell."""
    lines = list(rows)
    widths = [max(map(len, column)) for column in zip_longest(*lines, fillvalue="")]
    return "\n".join(
        "  " + "  ".join(cell.ljust(width) for cell, width in zip(line, widths, strict=False)).rstrip()
        for line in lines
    )
