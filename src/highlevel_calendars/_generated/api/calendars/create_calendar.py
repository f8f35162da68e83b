# Generated from openapi/calendars.yaml: change that file and run `make generate`, do not edit this one.
from __future__ import annotations

from ...._operation import Caller, OnUnknown, Operation, Options, Response
from ...._wire import reply_object
from ...models.calendar import Calendar
from ...models.create_calendar import CreateCalendar

OPERATION = Operation(
    id="create-calendar",
    method="POST",
    path="/calendars/",
    page="https://marketplace.gohighlevel.com/docs/ghl/calendars/create-calendar",
    scope="calendars.write",
    location="body",
    query=(),
    envelope=("calendar",),
    read=reply_object(Calendar.from_dict),
)


async def create_calendar(
    client: Caller, body: CreateCalendar, *, options: Options | None = None, on_unknown: OnUnknown = "raise"
) -> Response[Calendar]:
    """Create a calendar and return the whole response.

    POST /calendars/

    Scope: calendars.write
    Page: https://marketplace.gohighlevel.com/docs/ghl/calendars/create-calendar

    With `on_unknown="reconcile"` a write whose reply was lost is looked up, see `CalendarsClient.call`.
    """
    return await client.call(OPERATION, body=body, options=options, on_unknown=on_unknown)
