"""The computation of free time, one ingredient at a time: data in, the clock times of slots out."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from highlevel_sandbox.availability import Availability, Circumstances, Taken, buffered
from highlevel_sandbox.times import Span, instant, moment

PARIS = ZoneInfo("Europe/Paris")
MONDAY, TUESDAY, SATURDAY = "2030-01-07", "2030-01-08", "2030-01-12"

Fields = dict[str, Any]

NINE_TO_ELEVEN = {"openHour": 9, "openMinute": 0, "closeHour": 11, "closeMinute": 0}
MORNINGS = [{"daysOfTheWeek": [day], "hours": [NINE_TO_ELEVEN]} for day in range(7)]
ALL_DAY = {"openHour": 0, "openMinute": 0, "closeHour": 23, "closeMinute": 60}
ALWAYS = [{"daysOfTheWeek": [day], "hours": [ALL_DAY]} for day in range(7)]
ROOM = {"id": "room", "resourceType": "rooms"}
HALL = {"id": "hall", "resourceType": "rooms"}
LAMP = {"id": "lamp", "resourceType": "equipments"}


def at(text: str, zone: ZoneInfo = PARIS) -> int:
    """The instant of a local time such as 2030-01-07T09:00; on Monday when it has no date."""
    return instant(datetime.fromisoformat(text if "T" in text else f"{MONDAY}T{text}").replace(tzinfo=zone))


def booked(
    start: str, end: str, *users: str, calendar_id: str = "own", resources: Sequence[str] = (), **buffers: Any
) -> Taken:
    span = Span(at(start), at(end))
    return Taken(span, buffered(buffers, span), False, calendar_id, frozenset(users), frozenset(resources))


def blocked(start: str, end: str, user: str | None = None) -> Taken:
    span = Span(at(start), at(end))
    calendar_id = None if user else "own"
    return Taken(span, span, True, calendar_id, frozenset([user] if user else []), frozenset())


def schedule(*rules: Fields, user: str = "ada", timezone: str = "Europe/Paris") -> Fields:
    return {"userId": user, "timezone": timezone, "rules": list(rules)}


def weekday(day: str, *hours: tuple[str, str]) -> Fields:
    return {"type": "wday", "day": day, "intervals": [{"from": start, "to": end} for start, end in hours]}


def on(date: str, *hours: tuple[str, str]) -> Fields:
    return {"type": "date", "date": date, "intervals": [{"from": start, "to": end} for start, end in hours]}


def availability(
    calendar: Fields, day: str = MONDAY, *, until: str | None = None, **circumstances: Any
) -> Availability:
    given: Fields = {"zone": PARIS, "schedules": [], "resources": [], "taken": []} | circumstances
    now = given.setdefault("now", "2030-01-01T00:00")
    given["now"] = datetime.fromisoformat(now).replace(tzinfo=given["zone"])
    whole = {"id": "own", "openHours": MORNINGS, "slotDuration": 30, "slotInterval": 30, "appoinmentPerSlot": 1}
    during = Span(at(f"{day}T00:00", given["zone"]), at(f"{until or day}T23:59", given["zone"]))
    return Availability(whole | calendar, Circumstances(**given), during)


def slots(
    calendar: Fields, day: str = MONDAY, *, parties: Sequence[Sequence[str]] = ((),), **circumstances: Any
) -> list[str]:
    """The slots of a day, by the clocks of the location."""
    zone = circumstances.get("zone", PARIS)
    starts = availability(calendar, day, **circumstances).slots(parties)
    return [moment(start, zone).strftime("%H:%M") for start in starts]


MORNING = ["09:00", "09:30", "10:00", "10:30"]


@pytest.mark.parametrize(
    ("fields", "day", "expected"),
    [
        ({}, MONDAY, MORNING),
        ({"slotDuration": 1, "slotDurationUnit": "hours"}, MONDAY, ["09:00", "09:30", "10:00"]),
        ({"slotInterval": 1, "slotIntervalUnit": "hours"}, MONDAY, ["09:00", "10:00"]),
        ({"slotInterval": 45}, MONDAY, ["09:00", "09:45", "10:30"]),
        ({"slotDuration": 180}, MONDAY, []),
        ({"slotDuration": 0}, MONDAY, []),
        ({"slotDuration": -30}, MONDAY, []),
        (
            {"openHours": [{"daysOfTheWeek": [1], "hours": [NINE_TO_ELEVEN | {"openHour": 9.5}]}]},
            MONDAY,
            MORNING[1:],
        ),
        (
            {"openHours": [{"daysOfTheWeek": [1], "hours": [NINE_TO_ELEVEN, NINE_TO_ELEVEN | {"closeHour": 10}]}]},
            MONDAY,
            MORNING,
        ),
        (
            {
                "openHours": [
                    {"daysOfTheWeek": [1], "hours": [NINE_TO_ELEVEN | {"openHour": 10, "openMinute": 15}]},
                    {"daysOfTheWeek": [1], "hours": [NINE_TO_ELEVEN | {"closeHour": 9, "closeMinute": 45}]},
                ]
            },
            MONDAY,
            ["09:00", "10:15"],
        ),
        ({"openHours": [{"daysOfTheWeek": [0], "hours": [NINE_TO_ELEVEN]}]}, "2030-01-06", MORNING),
        ({"openHours": [{"daysOfTheWeek": [6], "hours": [NINE_TO_ELEVEN]}]}, SATURDAY, MORNING),
        ({"openHours": [{"daysOfTheWeek": [0], "hours": [NINE_TO_ELEVEN]}]}, MONDAY, []),
        ({"openHours": [{"daysOfTheWeek": [1], "hours": [NINE_TO_ELEVEN | {"closeHour": 8}]}]}, MONDAY, []),
        ({"openHours": []}, MONDAY, []),
    ],
)
def test_weekly_hours(fields: Fields, day: str, expected: list[str]) -> None:
    """Each opening of the day is cut at the interval, and the last slot ends within it."""
    assert slots(fields, day) == expected


def test_a_calendar_without_hours_keeps_office_hours() -> None:
    """From Monday to Friday it opens at eight and closes at five."""
    circumstances = Circumstances(PARIS, datetime(2030, 1, 1, tzinfo=PARIS), [], [], [])
    calendar = {"id": "own", "slotDuration": 30, "slotInterval": 30, "appoinmentPerSlot": 1}
    week = Span(at("00:00"), at("2030-01-14T00:00"))
    times = [moment(start, PARIS) for start in Availability(calendar, circumstances, week).slots([()])]
    assert {time.isoweekday() for time in times} == {1, 2, 3, 4, 5}
    assert [f"{time:%H:%M}" for time in (times[0], times[-1])] == ["08:00", "16:30"]


def test_midnight_between_two_open_days_is_no_border() -> None:
    """Where one day closes at midnight and the next opens, a booking may go on."""
    assert slots({"openHours": ALWAYS, "slotDuration": 120})[-1] == "23:30"


AFTERNOON = [{"openHour": 14, "openMinute": 0, "closeHour": 15, "closeMinute": 0}]
CUSTOM = {"availabilities": [{"date": "2030-01-07T00:00:00.000Z", "hours": AFTERNOON}]}
CLOSED = {"availabilities": [{"date": "2030-01-07T00:00:00.000Z", "hours": []}]}
REMOVED = {"availabilities": [CUSTOM["availabilities"][0] | {"deleted": True}]}


@pytest.mark.parametrize(
    ("fields", "on_monday", "on_tuesday"),
    [
        (CUSTOM, ["14:00", "14:30"], MORNING),
        (CUSTOM | {"availabilityType": None}, ["14:00", "14:30"], MORNING),
        (CUSTOM | {"availabilityType": 0}, MORNING, MORNING),
        (CUSTOM | {"availabilityType": 1}, ["14:00", "14:30"], []),
        (CLOSED, [], MORNING),
        (CLOSED | {"availabilityType": 0}, MORNING, MORNING),
        (REMOVED, MORNING, MORNING),
        ({"availabilityType": 1}, [], []),
    ],
)
def test_custom_dates(fields: Fields, on_monday: list[str], on_tuesday: list[str]) -> None:
    """A custom date stands in place of the weekly hours, unless only the one kind counts."""
    assert (slots(fields, MONDAY), slots(fields, TUESDAY)) == (on_monday, on_tuesday)


@pytest.mark.parametrize(
    ("schedules", "expected"),
    [
        ([], MORNING),
        ([schedule(weekday("monday", ("10:00", "17:00")))], ["10:00", "10:30"]),
        ([schedule(weekday("monday", ("09:15", "10:15")))], ["09:30"]),
        ([schedule(weekday("monday", ("9:00", "9:30"), ("10:30", "11:00")))], ["09:00", "10:30"]),
        ([schedule(weekday("monday", ("9:00", "10:00")), weekday("monday", ("10:00", "10:30")))], MORNING[:3]),
        ([schedule(weekday("monday", ("00:00", "00:00")))], MORNING),
        ([schedule(weekday("monday", ("10:00", "00:00")))], ["10:00", "10:30"]),
        ([schedule(weekday("monday", ("11:00", "09:00")))], []),
        ([schedule(weekday("tuesday", ("09:00", "17:00")))], []),
        ([schedule()], []),
        ([schedule(weekday("monday", ("09:00", "17:00")), on(MONDAY, ("10:30", "12:00")))], ["10:30"]),
        ([schedule(weekday("monday", ("09:00", "17:00")), on(MONDAY))], []),
        ([schedule(weekday("monday", ("09:00", "17:00")), on(TUESDAY))], MORNING),
        ([schedule(weekday("monday", ("09:00", "10:00")), timezone="Europe/London")], ["10:00", "10:30"]),
        ([schedule(weekday("sunday", ("21:00", "21:30")), timezone="Pacific/Pago_Pago")], ["09:00"]),
        ([schedule(weekday("monday", ("22:00", "22:30")), timezone="Pacific/Kiritimati")], ["09:00"]),
        (
            [schedule(weekday("monday", ("09:00", "09:30"))), schedule(weekday("monday", ("10:00", "10:30")))],
            ["09:00", "10:00"],
        ),
        ([schedule(weekday("monday", ("10:00", "11:00")), user="ben")], MORNING),
    ],
)
def test_schedules_of_a_member(schedules: list[Fields], expected: list[str]) -> None:
    """A member is free where the calendar is open and one of their schedules, if any applies, has them work."""
    assert slots({}, schedules=schedules, parties=[["ada"]]) == expected


@pytest.mark.parametrize(
    ("taken", "fields", "expected"),
    [
        ([booked("09:30", "10:00", "ada")], {}, ["09:00", "10:00", "10:30"]),
        ([booked("09:15", "09:45", "ada")], {}, ["10:00", "10:30"]),
        ([booked("09:30", "10:00", "ada", calendar_id="other")], {}, ["09:00", "10:00", "10:30"]),
        ([booked("09:30", "10:00", "ben")], {}, MORNING),
        ([blocked("09:45", "10:15", "ada")], {}, ["09:00", "10:30"]),
        ([blocked("09:45", "10:15", "ben")], {}, MORNING),
        ([blocked("2030-01-06T00:00", "2030-01-09T00:00", "ada")], {}, []),
        ([booked("09:30", "10:00", "ada")], {"appoinmentPerSlot": 2}, MORNING),
        ([booked("09:30", "10:00", "ada")] * 2, {"appoinmentPerSlot": 2}, ["09:00", "10:00", "10:30"]),
        ([booked("09:30", "10:00", "ada", calendar_id="other")], {"appoinmentPerSlot": 2}, ["09:00", *MORNING[2:]]),
        ([blocked("09:30", "10:00", "ada")], {"appoinmentPerSlot": 2}, ["09:00", "10:00", "10:30"]),
        (
            [booked("09:00", "09:30", "ada"), booked("09:30", "10:00", "ada")],
            {"appoinmentPerSlot": 2, "slotDuration": 60},
            ["09:00", "09:30", "10:00"],
        ),
    ],
)
def test_what_takes_up_a_member(taken: list[Taken], fields: Fields, expected: list[str]) -> None:
    """Bookings on any calendar and blocks take up their user; seats are for bookings of the calendar itself."""
    assert slots(fields, taken=taken, parties=[["ada"]]) == expected


@pytest.mark.parametrize(
    ("taken", "fields", "expected"),
    [
        ([booked("09:30", "10:00")], {}, ["09:00", "10:00", "10:30"]),
        ([blocked("09:30", "10:00")], {}, ["09:00", "10:00", "10:30"]),
        ([booked("09:30", "10:00", calendar_id="other")], {}, MORNING),
        ([blocked("09:30", "10:00", "ada")], {}, MORNING),
        ([booked("09:30", "10:00")], {"appoinmentPerSlot": 2}, MORNING),
        ([blocked("09:30", "10:00")], {"appoinmentPerSlot": 2}, ["09:00", "10:00", "10:30"]),
    ],
)
def test_what_takes_up_a_calendar_without_a_team(taken: list[Taken], fields: Fields, expected: list[str]) -> None:
    """Such a calendar is taken up by its own bookings and blocks."""
    assert slots(fields, taken=taken) == expected


@pytest.mark.parametrize(
    ("parties", "fields", "expected"),
    [
        ([["ada"], ["ben"]], {}, ["09:00", "09:30", "10:30"]),
        ([["ada", "ben"]], {}, ["10:30"]),
        ([["ada"]], {}, ["09:30", "10:30"]),
        ([["ben"]], {}, ["09:00", "10:30"]),
        ([["ada"], ["ben"]], {"calendarType": "class_booking"}, ["10:30"]),
        ([["ada"], ["ben"]], {"calendarType": "class_booking", "appoinmentPerSlot": 2}, ["09:00", "09:30", "10:30"]),
    ],
)
def test_teams(parties: list[list[str]], fields: Fields, expected: list[str]) -> None:
    """One free party is enough, all users of a party have to be free, and a class shares its seats."""
    taken = [
        booked("09:00", "09:30", "ada"),
        booked("09:30", "10:00", "ben"),
        booked("10:00", "10:30", "ada"),
        booked("10:00", "10:30", "ben"),
    ]
    assert slots(fields, taken=taken, parties=parties) == expected


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({}, ["09:00", "09:30", "10:30"]),
        ({"slotBuffer": 15}, ["09:00"]),
        ({"preBuffer": 15}, ["09:00"]),
        ({"slotBuffer": 30}, ["09:00"]),
        ({"slotBuffer": 31}, []),
        ({"slotBuffer": 1, "slotBufferUnit": "hours"}, []),
        ({"preBuffer": 0.5, "preBufferUnit": "hours"}, ["09:00"]),
        ({"preBuffer": -30}, ["09:00", "09:30", "10:30"]),
        ({"slotBuffer": 15, "appoinmentPerSlot": 2}, ["09:00", "10:00"]),
    ],
)
def test_buffers(fields: Fields, expected: list[str]) -> None:
    """The time after one appointment and before the next is kept free, whichever of them is the new one."""
    taken = [booked("10:00", "10:30", "ada", **fields)]
    assert slots(fields, taken=taken, parties=[["ada"]]) == expected


def test_the_buffer_of_another_calendar_counts() -> None:
    """An appointment keeps its own buffers against bookings of calendars that have none."""
    taken = [booked("10:00", "10:30", "ada", calendar_id="other", slotBuffer=10)]
    assert slots({}, taken=taken, parties=[["ada"]]) == ["09:00", "09:30"]


@pytest.mark.parametrize(
    ("fields", "now", "expected"),
    [
        ({}, "2030-01-07T09:30", ["09:30", "10:00", "10:30"]),
        ({}, "2030-01-07T09:31", ["10:00", "10:30"]),
        ({}, "2030-01-08T00:00", []),
        ({"allowBookingAfter": 1, "allowBookingAfterUnit": "hours"}, "2030-01-07T09:00", ["10:00", "10:30"]),
        ({"allowBookingAfter": 1, "allowBookingAfterUnit": "days"}, "2030-01-06T10:30", ["10:30"]),
        ({"allowBookingAfter": 1}, "2030-01-06T10:30", ["10:30"]),
        ({"allowBookingAfter": 1, "allowBookingAfterUnit": "weeks"}, "2029-12-31T10:30", ["10:30"]),
        ({"allowBookingAfter": 1, "allowBookingAfterUnit": "months"}, "2029-12-07T10:30", ["10:30"]),
        ({"allowBookingAfter": 1e300, "allowBookingAfterUnit": "days"}, "2029-12-07T10:30", []),
        ({"allowBookingAfter": -1e300, "allowBookingAfterUnit": "days"}, "2029-12-07T10:30", MORNING),
        ({"allowBookingAfter": 10**30, "allowBookingAfterUnit": "months"}, "2029-12-07T10:30", []),
        ({"allowBookingFor": 1, "allowBookingForUnit": "days"}, "2030-01-06T09:30", ["09:00", "09:30"]),
        ({"allowBookingFor": 2, "allowBookingForUnit": "weeks"}, "2029-12-24T09:00", ["09:00"]),
        ({"allowBookingFor": 1, "allowBookingForUnit": "months"}, "2029-12-07T09:00", ["09:00"]),
        ({"allowBookingFor": 1, "allowBookingForUnit": "months"}, "2029-12-06T09:00", []),
        ({"allowBookingFor": 0, "allowBookingForUnit": "days"}, "2029-12-06T09:00", MORNING),
        ({"allowBookingFor": 1e300}, "2029-12-06T09:00", MORNING),
    ],
)
def test_notice_and_booking_window(fields: Fields, now: str, expected: list[str]) -> None:
    """Nothing is offered in the past, before the notice is over or after the window has ended."""
    assert slots(fields, now=now) == expected


def test_a_notice_of_a_day_keeps_the_hour_over_a_change_of_the_clocks() -> None:
    """On the day before the clocks go forward, a day's notice ends at the same hour and not an hour later."""
    fields = {"allowBookingAfter": 1, "allowBookingAfterUnit": "days"}
    assert slots(fields, "2030-03-31", now="2030-03-30T09:30")[0] == "09:30"
    hours = {"allowBookingAfter": 24, "allowBookingAfterUnit": "hours"}
    assert slots(hours, "2030-03-31", now="2030-03-30T09:30")[0] == "10:30"


@pytest.mark.parametrize(
    ("limit", "expected"), [(1, []), (2, []), (3, ["09:00", "10:00", "10:30"]), (0, ["09:00", "10:00", "10:30"])]
)
def test_bookings_a_day(limit: int, expected: list[str]) -> None:
    """Bookings of the calendar count towards the limit of their day, and nothing else does."""
    taken = [
        booked("09:30", "10:00", "ada"),
        booked("15:00", "15:30", "ben"),
        booked("2030-01-08T09:00", "2030-01-08T09:30", "ada"),
        booked("16:00", "16:30", "ada", calendar_id="other"),
        blocked("17:00", "17:30", "ada"),
    ]
    assert slots({"appoinmentPerDay": limit}, taken=taken, parties=[["ada"]]) == expected


@pytest.mark.parametrize(
    ("resources", "used", "expected"),
    [
        ([LAMP], [["lamp"]], ["09:00", "10:00", "10:30"]),
        ([LAMP], [["other"]], MORNING),
        ([LAMP | {"quantity": 2}], [["lamp"]], MORNING),
        ([LAMP | {"quantity": 2}], [["lamp"], ["lamp"]], ["09:00", "10:00", "10:30"]),
        ([LAMP | {"quantity": 2, "outOfService": 1}], [["lamp"]], ["09:00", "10:00", "10:30"]),
        ([LAMP | {"quantity": 0}], [], []),
        ([ROOM], [["room"]], ["09:00", "10:00", "10:30"]),
        ([ROOM | {"capacity": 9}], [["room"]], ["09:00", "10:00", "10:30"]),
        ([ROOM, HALL], [["room"]], MORNING),
        ([ROOM, HALL], [["room"], ["hall"]], ["09:00", "10:00", "10:30"]),
        ([ROOM, LAMP], [["room"]], ["09:00", "10:00", "10:30"]),
        ([HALL, LAMP], [["room"]], MORNING),
    ],
)
def test_rooms_and_equipment(resources: list[Fields], used: list[list[str]], expected: list[str]) -> None:
    """A booking needs one of the rooms and a piece of each equipment, whoever else took them."""
    taken = [booked("09:30", "10:00", calendar_id="other", resources=ids) for ids in used]
    assert slots({}, resources=resources, taken=taken) == expected


def test_which_resources_a_booking_takes() -> None:
    """It takes the first free room and each piece of equipment, and nothing when one is missing."""
    taken = [booked("09:30", "10:00", calendar_id="other", resources=["room", "lamp"])]
    calendar = availability({}, resources=[ROOM, HALL, LAMP], taken=taken)
    assert calendar.resources(Span(at("09:00"), at("09:30"))) == ["room", "lamp"]
    assert calendar.resources(Span(at("09:30"), at("10:00"))) is None


@pytest.mark.parametrize(
    ("start", "end", "any_date", "expected"),
    [
        ("09:07", "09:11", False, True),
        ("09:00", "11:00", False, True),
        ("09:00", "11:01", False, False),
        ("08:59", "09:30", False, False),
        ("2029-12-31T09:00", "2029-12-31T09:30", False, False),
        ("2029-12-31T09:00", "2029-12-31T09:30", True, True),
    ],
)
def test_what_can_be_booked(start: str, end: str, any_date: bool, expected: bool) -> None:
    """A booking may start and end wherever all of it is within the hours and, if that counts, the window."""
    span = Span(at(start), at(end))
    calendar = availability({}, start.partition("T")[0] if "T" in start else MONDAY)
    assert calendar.fits(span, [], any_date=any_date) is expected


def test_no_booking_is_longer_than_a_month() -> None:
    """A calendar that never closes is not asked about years."""
    calendar = availability({"openHours": ALWAYS}, until="2030-02-07")
    assert calendar.fits(Span(at("00:00"), at("2030-02-07T00:00")), [])
    assert not calendar.fits(Span(at("00:00"), at("2030-02-07T00:01")), [])


def test_the_grid_is_no_finer_than_a_minute() -> None:
    """An interval of nothing does not end in slots without end."""
    assert len(slots({"slotInterval": 0})) == len(slots({"slotInterval": -5})) == 91


@pytest.mark.parametrize(
    ("zone", "day", "opens", "closes", "expected"),
    [
        # The clocks skip an hour.
        ("Europe/Paris", "2030-03-31", 1, 4, ["01:00+0100", "01:30+0100", "03:00+0200", "03:30+0200"]),
        ("America/New_York", "2030-03-10", 1, 4, ["01:00-0500", "01:30-0500", "03:00-0400", "03:30-0400"]),
        # They show an hour twice.
        (
            "Europe/Paris",
            "2030-10-27",
            2,
            4,
            ["02:00+0200", "02:30+0200", "02:00+0100", "02:30+0100", "03:00+0100", "03:30+0100"],
        ),
        (
            "America/New_York",
            "2030-11-03",
            1,
            2,
            ["01:00-0400", "01:30-0400", "01:00-0500", "01:30-0500"],
        ),
        # Half an hour is skipped, and a day has none of its hours left out elsewhere.
        ("Australia/Lord_Howe", "2030-10-06", 1, 3, ["01:00+1030", "01:30+1030", "02:30+1100"]),
        ("Asia/Kolkata", "2030-03-31", 1, 2, ["01:00+0530", "01:30+0530"]),
    ],
)
def test_changes_of_the_clocks(zone: str, day: str, opens: int, closes: int, expected: list[str]) -> None:
    """No slot lies in the hour that is skipped, and the one that comes twice has slots of both offsets."""
    hours = [{"openHour": opens, "openMinute": 0, "closeHour": closes, "closeMinute": 0}]
    calendar = {"openHours": [{"daysOfTheWeek": [0], "hours": hours}]}
    location = ZoneInfo(zone)
    starts = availability(calendar, day, zone=location).slots([()])
    assert [moment(start, location).strftime("%H:%M%z") for start in starts] == expected


def test_a_booking_may_last_over_the_change_of_the_clocks() -> None:
    """An opening from one to four is two hours long on the night that lacks one."""
    hours = [{"openHour": 1, "openMinute": 0, "closeHour": 4, "closeMinute": 0}]
    calendar = {"openHours": [{"daysOfTheWeek": [0], "hours": hours}], "slotDuration": 120}
    assert slots(calendar, "2030-03-31") == ["01:00"]
    assert slots(calendar, "2030-03-24") == ["01:00", "01:30", "02:00"]
