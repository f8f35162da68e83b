"""The team of a calendar: who of it comes to a booking."""

from collections.abc import Collection, Sequence

from highlevel_sandbox.bodies import JsonObject
from highlevel_sandbox.refusals import unprocessable

_MEMBER_FOREIGN = "The user id not part of calendar team."


def members(calendar: JsonObject) -> list[str]:
    """The users of the team, in its order."""
    return [member["userId"] for member in calendar.get("teamMembers", [])]


def parties(calendar: JsonObject, wanted: Collection[str] = ()) -> list[list[str]]:
    """Those who could take a booking, each party on its own; with some users wanted, only those.

    A calendar without a team is booked for nobody, and a collective one for all of its team.
    """
    team = members(calendar)
    if not set(wanted) <= set(team):
        raise unprocessable(_MEMBER_FOREIGN)
    users = [user for user in team if not wanted or user in wanted]
    if not users or calendar.get("calendarType") == "collective":
        return [users]
    return [[user] for user in users]


def led(calendar: JsonObject, party: Sequence[str], leader: str | None) -> list[str]:
    """The party with the one first whom the booking is assigned to: the leader, or else the primary member."""
    primary = (member["userId"] for member in calendar.get("teamMembers", []) if member.get("isPrimary"))
    first = leader or next(primary, None)
    return sorted(party, key=lambda user: user != first)
