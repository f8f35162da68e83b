"""What a new sandbox starts with. The ids are fixed, so that examples and tests can name them."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from highlevel_sandbox.bodies import JsonObject
from highlevel_sandbox.contract import Contract
from highlevel_sandbox.operations import calendars, schedules
from highlevel_sandbox.store import Database, Store

TOKEN = "pit-sandbox-full-access"  # noqa: S105 (planted for everyone to use, not a secret)
READ_ONLY_TOKEN = "pit-sandbox-read-only"  # noqa: S105 (planted for everyone to use, not a secret)
READ_ONLY_SCOPES = frozenset({"calendars.readonly"})

# The app as which OAuth knows whoever uses the sandbox.
APP_ID = "sandboxApp0000000001"
CLIENT_ID = f"{APP_ID}-oauth"
CLIENT_SECRET = "sandbox-client-secret"  # noqa: S105 (planted for everyone to use, not a secret)

COMPANY_ID = "sandboxCompany000001"
LOCATION_ID = "sandboxLocation00001"
LOCATION_NAME = "Quay Studio"

# By its clocks the calendars open, and their slots are told unless another zone is asked for.
TIMEZONE = "Europe/Paris"

USERS: Mapping[str, str] = MappingProxyType(
    {"ada": "sandboxUserAda000001", "ben": "sandboxUserBen000001", "cleo": "sandboxUserCleo00001"}
)
CONTACTS: Mapping[str, str] = MappingProxyType(
    {"nia": "sandboxContactNia001", "omar": "sandboxContactOmar01", "pia": "sandboxContactPia001"}
)
CALENDARS: Mapping[str, str] = MappingProxyType(
    {
        "round_robin": "sandboxCalRoundRobin",
        "event": "sandboxCalEvent00001",
        "class_booking": "sandboxCalClass00001",
        "collective": "sandboxCalCollective",
        "service_booking": "sandboxCalService001",
        "personal": "sandboxCalPersonal01",
    }
)
INACTIVE_CALENDAR_ID = "sandboxCalInactive01"
SCHEDULE_ID = "sandboxScheduleCleo1"

_SURNAMES = {
    "ada": "Ferry",
    "ben": "Quill",
    "cleo": "Marsh",
    "dev": "Rowan",
    "nia": "Brook",
    "omar": "Field",
    "pia": "Stone",
    "quin": "Heath",
}


@dataclass(frozen=True)
class SecondLocation:
    """The other location of the company: less is in it, and all of it has ids of its own."""

    location_id: str
    name: str
    token: str
    timezone: str
    calendars: Mapping[str, str]
    users: Mapping[str, str]
    contacts: Mapping[str, str]


SECOND = SecondLocation(
    location_id="sandboxLocation00002",
    name="Hill Studio",
    token="pit-sandbox-second-location",  # noqa: S106 (planted for everyone to use, not a secret)
    timezone="America/New_York",
    calendars=MappingProxyType({"personal": "sandboxCalPersonal02"}),
    users=MappingProxyType({"dev": "sandboxUserDev000001"}),
    contacts=MappingProxyType({"quin": "sandboxContactQuin01"}),
)


def locations() -> list[JsonObject]:
    """The locations of the company, as a list of them shows each."""
    return [
        {"_id": LOCATION_ID, "name": LOCATION_NAME, "address": "1 Quay Rd"},
        {"_id": SECOND.location_id, "name": SECOND.name, "address": "2 Hill St"},
    ]


def people(ids: Mapping[str, str]) -> list[JsonObject]:
    """Users or contacts: id, name, email."""
    return [
        {"id": person_id, "name": f"{first.capitalize()} {_SURNAMES[first]}", "email": f"{first}@example.com"}
        for first, person_id in ids.items()
    ]


def calendar_requests() -> dict[str, JsonObject]:
    """The requests that would create the calendars, by the id that each is planted under."""
    ada, ben, cleo = ({"userId": user_id} for user_id in USERS.values())
    half_hours = _half_hours()
    hours = half_hours | {"slotDuration": 1, "slotDurationUnit": "hours", "slotInterval": 30}
    office = {"openHours": _open_hours(range(1, 6), (9, 0, 17, 0))}
    requests: dict[str, JsonObject] = {
        "round_robin": half_hours | {"name": "First call", "teamMembers": [ada, ben]},
        "event": half_hours
        | {"name": "Open house", "locationConfigurations": [{"kind": "physical", "location": "1 Quay Rd"}]},
        "class_booking": hours | {"name": "Yoga class", "teamMembers": [cleo], "appoinmentPerSlot": 3},
        "collective": half_hours | {"name": "Panel interview", "teamMembers": [ada | {"isPrimary": True}, ben]},
        "service_booking": hours | office | {"name": "Massage", "teamMembers": [ben, cleo], "autoConfirm": False},
        "personal": half_hours | {"name": "Coffee with Ada", "teamMembers": [ada]},
    }
    active = {
        CALENDARS[kind]: {"locationId": LOCATION_ID, "calendarType": kind} | request
        for kind, request in requests.items()
    }
    draft = half_hours | {"name": "Not open yet", "calendarType": "personal", "teamMembers": [cleo], "isActive": False}
    return active | {INACTIVE_CALENDAR_ID: {"locationId": LOCATION_ID} | draft}


def second_calendar_requests() -> dict[str, JsonObject]:
    """The requests that would create the calendars of the second location, by the id that each is planted under."""
    (calendar_id,), (user_id,) = SECOND.calendars.values(), SECOND.users.values()
    request = {"name": "Coffee with Dev", "calendarType": "personal", "teamMembers": [{"userId": user_id}]}
    return {calendar_id: {"locationId": SECOND.location_id} | _half_hours() | request}


def schedule_request() -> JsonObject:
    """The request that would create the schedule: Cleo teaches from Monday to Friday, and not on Christmas Eve."""
    days = ("monday", "tuesday", "wednesday", "thursday", "friday")
    hours = [{"from": "09:00", "to": "12:00"}, {"from": "13:00", "to": "18:00"}]
    return {
        "locationId": LOCATION_ID,
        "userId": USERS["cleo"],
        "name": "Cleo's classes",
        "timezone": TIMEZONE,
        "calendarIds": [CALENDARS["class_booking"]],
        "rules": [
            *({"type": "wday", "day": day, "intervals": hours} for day in days),
            {"type": "date", "date": "2030-12-24", "intervals": []},
        ],
    }


def plant(database: Database, contract: Contract, today: str) -> None:
    """Fills a new database."""
    first, second = database.of(LOCATION_ID), database.of(SECOND.location_id)
    _plant(first, contract, users=USERS, contacts=CONTACTS, requests=calendar_requests())
    _plant(second, contract, users=SECOND.users, contacts=SECOND.contacts, requests=second_calendar_requests())
    first.put("schedule", schedules.compose(schedule_request() | {"id": SCHEDULE_ID}, today))


def _plant(
    store: Store,
    contract: Contract,
    *,
    users: Mapping[str, str],
    contacts: Mapping[str, str],
    requests: Mapping[str, JsonObject],
) -> None:
    for user in people(users):
        store.put("user", user)
    for contact in people(contacts):
        store.put("contact", contact)
    for calendar_id, request in requests.items():
        slug = request["name"].lower().replace(" ", "-")
        body = contract.complete("create-calendar", request) | {"id": calendar_id, "slug": slug}
        store.put("calendar", calendars.compose(body), slug=slug)


def _half_hours() -> JsonObject:
    """Slots of half an hour at any time of the week."""
    return {
        "slotDuration": 30,
        "slotDurationUnit": "mins",
        "slotInterval": 15,
        "slotIntervalUnit": "mins",
        "openHours": _open_hours(range(7), (0, 0, 23, 60)),
    }


def _open_hours(days: Iterable[int], hours: tuple[int, int, int, int]) -> list[JsonObject]:
    names = ("openHour", "openMinute", "closeHour", "closeMinute")
    return [{"daysOfTheWeek": [day], "hours": [dict(zip(names, hours, strict=True))]} for day in days]
