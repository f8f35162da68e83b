"""What the store knows of a calendar's time, put together for the computation of its free time."""

from collections.abc import Iterator, Mapping

from highlevel_sandbox.availability import Availability, Circumstances, Taken, buffered, reach
from highlevel_sandbox.bodies import JsonObject
from highlevel_sandbox.operations.call import Call
from highlevel_sandbox.times import Span

# An appointment of one of these states leaves its time free.
STATUSES_THAT_FREE = frozenset({"cancelled", "noshow", "invalid"})


def availability(call: Call, calendar: JsonObject, during: Span, *, without: str | None = None) -> Availability:
    """The free time of a calendar; `without` names an event, or a series, whose own time counts as free."""
    calendars = {one["id"]: one for one in call.store.all("calendar")}
    around = reach(calendar, calendars.values())
    circumstances = Circumstances(
        zone=call.zone,
        now=call.now,
        schedules=[one for one in call.store.all("schedule") if calendar["id"] in one["calendarIds"]],
        resources=[
            one for one in call.store.all("resource") if one["isActive"] and calendar["id"] in one["calendarIds"]
        ],
        taken=list(_taken(call, calendars, during.widened(around, around), without)),
    )
    return Availability(calendar, circumstances, during)


def takes_time(document: JsonObject) -> bool:
    """Whether an appointment or a block keeps others from its time."""
    return not document["deleted"] and document.get("appointmentStatus") not in STATUSES_THAT_FREE


def users_of(document: JsonObject) -> list[str]:
    """The users of an event: the one it is assigned to, and those who take part besides."""
    assigned = [document["assignedUserId"]] if "assignedUserId" in document else []
    users: list[str] = document.get("users", [])
    return assigned + users


def _taken(call: Call, calendars: Mapping[str, JsonObject], during: Span, without: str | None) -> Iterator[Taken]:
    for event in call.store.events_during(during):
        document, block = event.document, event.kind == "block"
        calendar_id: str | None = document.get("calendarId")
        own = without is not None and without in (document["id"], document.get("masterEventId"))
        if takes_time(document) and not own:
            # The appointments of a calendar that was deleted have lost their buffers.
            calendar = calendars.get(calendar_id or "", {})
            yield Taken(
                span=event.span,
                buffered=event.span if block else buffered(calendar, event.span),
                block=block,
                calendar_id=calendar_id,
                users=frozenset(users_of(document)),
                resources=frozenset(document.get("assignedResources", [])),
            )
