"""A call of every operation, by what it does."""

from __future__ import annotations

import wire_calendars
import wire_events
import wire_groups
import wire_schedules
from wire import Call
from wire_derived import completed

CALLS: dict[str, Call] = completed(
    {**wire_calendars.CALLS, **wire_groups.CALLS, **wire_events.CALLS, **wire_schedules.CALLS}
)
