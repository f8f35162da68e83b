"""What the sandbox says of itself."""

from collections.abc import Iterable, Mapping, Sequence
from itertools import zip_longest

from highlevel_sandbox import seed
from highlevel_sandbox.bodies import JsonObject
from highlevel_sandbox.faults import KINDS, Faults
from highlevel_sandbox.server import Sandbox

NOT_IMITATED: tuple[str, ...] = (
    "OAuth: consent is given at once, for the first location; there is one app, installed in both locations, and "
    "client_credentials is refused like an unknown grant_type; private integration tokens never expire",
    "the wording of OAuth's refusals of a wrong client, code, redirect_uri, content or company: all inferred",
    "a location that is not active: OAuth alone refuses it, and the calendars go on answering",
    "all APIs but that of the calendars; users and contacts are the seeded ones",
    "webhooks, automations, payments, forms and connected calendars; notifications are kept, and never sent",
    "lookBusyConfig, the recurring bookings of a calendar (enableRecurring) and the priority of members: "
    "of those who are free, the one with the fewest bookings is taken",
    "checks of groupId, formId and meetingLocationId, which are taken as they are",
    "a block over existing appointments: the live API was seen to cancel them, here they stay",
    "the exact string of a free slot: any start within the open hours is booked whose whole length fits, "
    "but not one whose UTC is written as Z",
    "where slots start, inferred: each opening of the calendar is cut at slotInterval, and the next one starts afresh",
    "openHours that are an empty list, inferred: the calendar is closed; without the field it opens Mon-Fri 8-17",
    "buffers, inferred: neither may reach into another appointment; they may reach into a block or a closed hour",
    "several schedules of a user on one calendar, inferred: their hours add up",
    "appoinmentPerDay, inferred: it counts the bookings of the whole calendar on a day of the location",
    "equipment and rooms, inferred: a booking takes a piece of each equipment and one room of its calendar",
    "a change of the status, inferred: a cancelled appointment takes its time back even when others have booked it",
    "a change of a series, inferred: its instances are made anew, but for deleted ones, and only its first is "
    "checked; an rrule recurs daily at most and comes to 366 instances",
    "deleted events and notifications: lists tell them, all else answers as if they had never been",
    "the statusDetails and createdBy of an appointment, and the order of users beside the assigned one, are inferred",
    "the oldest notes come first, and a note of no user is the integration's: both are unknown",
    "the wording of refusals that nobody has published: an unknown calendar, contact, user, group, resource, note, "
    "notification or schedule, a taken slug, a resource of the wrong calendars, a range that is too long or runs "
    "backwards, a body that is no JSON, not declared as JSON or larger than 1 MiB",
    "the type of a calendar created without calendarType, which is unknown: here it has none",
)


def welcome(sandbox: Sandbox, base_url: str) -> str:
    """The text at the start: where the sandbox is, what it is seeded with, and what it does not imitate."""
    access = [
        ("token", sandbox.token, "every scope"),
        ("token", sandbox.read_only_token, "only calendars.readonly"),
        ("location", sandbox.location_id, sandbox.timezone),
        ("rate limit", f"{sandbox.rate_limit} requests in 10 seconds", f"{sandbox.daily_limit} in a day; per location"),
        *([] if sandbox.faults is None else [_faults(sandbox.faults)]),
        ("data", "in memory, gone at the end" if sandbox.data is None else str(sandbox.data)),
    ]
    sections = [
        f"HighLevel sandbox on {base_url} (Ctrl-C stops it)",
        _table(access),
        f"Users\n{_table(_people(sandbox.users))}",
        f"Contacts\n{_table(_people(sandbox.contacts))}",
        f"Calendars\n{_table(_calendar(*item) for item in seed.calendar_requests().items())}",
        f"Schedules\n{_table([_schedule(seed.schedule_request())])}",
        f"A second location\n{_table(_second(sandbox.second))}",
        f"OAuth\n{_table(_oauth(sandbox, base_url))}",
        "Not imitated\n" + "\n".join(f"  - {matter}" for matter in NOT_IMITATED),
    ]
    return "\n\n".join(sections) + "\n"


def _faults(faults: Faults) -> Sequence[str]:
    every = set(faults.kinds) == set(KINDS)
    return "faults", f"rate {faults.rate:g}, seed {faults.seed}", "every kind" if every else ", ".join(faults.kinds)


def _second(location: seed.SecondLocation) -> Iterable[Sequence[str]]:
    yield "location", location.location_id, location.timezone
    yield "token", location.token, "every scope"
    yield from (("calendar", calendar_id, kind) for kind, calendar_id in location.calendars.items())
    for what, ids in (("user", location.users), ("contact", location.contacts)):
        yield from ((what, person["id"], person["name"]) for person in seed.people(ids))


def _oauth(sandbox: Sandbox, base_url: str) -> Iterable[Sequence[str]]:
    yield "client_id", sandbox.client_id
    yield "client_secret", sandbox.client_secret
    yield "companyId", sandbox.company_id
    yield "appId", sandbox.app_id
    yield "consent", f"{base_url}/v2/oauth/chooselocation"
    yield "access lasts", f"{sandbox.token_seconds} seconds"


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
    length = "1 hour" if request["slotDurationUnit"] == "hours" else "30 minutes"
    open_at = "always open" if len(request["openHours"]) == 7 else "Mon-Fri 9-17"
    return calendar_id, request["calendarType"], length, open_at, "; ".join([team, *filter(None, traits)])


def _schedule(request: JsonObject) -> Sequence[str]:
    applied = ", ".join(request["calendarIds"])
    return seed.SCHEDULE_ID, f"{request['name']}, Mon-Fri 9-12 and 13-18", request["timezone"], f"for {applied}"


def _table(rows: Iterable[Sequence[str]]) -> str:
    """Rows of any length, indented, in columns as wide as their widest cell."""
    lines = list(rows)
    widths = [max(map(len, column)) for column in zip_longest(*lines, fillvalue="")]
    return "\n".join(
        "  " + "  ".join(cell.ljust(width) for cell, width in zip(line, widths, strict=False)).rstrip()
        for line in lines
    )
