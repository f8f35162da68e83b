"""What a new sandbox starts with. The ids are fixed, so that examples and tests can name them."""

from collections.abc import Mapping
from types import MappingProxyType

from highlevel_sandbox.bodies import JsonObject
from highlevel_sandbox.contract import Contract
from highlevel_sandbox.operations import calendars
from highlevel_sandbox.store import Store

TOKEN = "pit-sandbox-full-access"  # noqa: S105 (planted for everyone to use, not a secret)
READ_ONLY_TOKEN = "pit-sandbox-read-only"  # noqa: S105 (planted for everyone to use, not a secret)
READ_ONLY_SCOPES = frozenset({"calendars.readonly"})

LOCATION_ID = "sandboxLocation00001"

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

_SURNAMES = {"ada": "Ferry", "ben": "Quill", "cleo": "Marsh", "nia": "Brook", "omar": "Field", "pia": "Stone"}


def people(ids: Mapping[str, str]) -> list[JsonObject]:
    """Users or contacts: id, name, email."""
    return [
        {"id": person_id, "name": f"{first.capitalize()} {_SURNAMES[first]}", "email": f"{first}@example.com"}
        for first, person_id in ids.items()
    ]


def calendar_requests() -> dict[str, JsonObject]:
    """The requests that would create the calendars, by the id that each is planted under."""
    ada, ben, cleo = ({"userId": user_id} for user_id in USERS.values())
    hour = {"slotDuration": 1, "slotDurationUnit": "hours"}
    requests: dict[str, JsonObject] = {
        "round_robin": {"name": "First call", "teamMembers": [ada, ben]},
        "event": {
            "name": "Open house",
            "locationConfigurations": [{"kind": "physical", "location": "1 Quay Rd"}],
        },
        "class_booking": {"name": "Yoga class", "teamMembers": [cleo], "appoinmentPerSlot": 3} | hour,
        "collective": {"name": "Panel interview", "teamMembers": [ada | {"isPrimary": True}, ben]},
        "service_booking": {"name": "Massage", "teamMembers": [ben, cleo], "autoConfirm": False} | hour,
        "personal": {"name": "Coffee with Ada", "teamMembers": [ada]},
    }
    active = {
        CALENDARS[kind]: {"locationId": LOCATION_ID, "calendarType": kind} | request
        for kind, request in requests.items()
    }
    draft = {"name": "Not open yet", "calendarType": "personal", "teamMembers": [cleo], "isActive": False}
    return active | {INACTIVE_CALENDAR_ID: {"locationId": LOCATION_ID} | draft}


def plant(store: Store, contract: Contract) -> None:
    """Fills a new store."""
    for user in people(USERS):
        store.add("user", user)
    for contact in people(CONTACTS):
        store.add("contact", contact)
    for calendar_id, request in calendar_requests().items():
        slug = request["name"].lower().replace(" ", "-")
        body = contract.complete("create-calendar", request) | {"id": calendar_id, "slug": slug}
        store.add("calendar", calendars.compose(body), slug)
