# Generated from openapi/calendars.yaml: change that file and run `make generate`, do not edit this one.
from __future__ import annotations

from ...._operation import Caller, Operation, Options, Response
from ...._wire import reply_object
from ...models.calendar import Calendar

OPERATION = Operation(
    id="get-calendar",
    method="GET",
    path="/calendars/{calendar_id}",
    page="https://marketplace.gohighlevel.com/docs/ghl/calendars/get-calendar",
    scope="calendars.readonly",
    location="",
    query=(),
    envelope=("calendar",),
    read=reply_object(Calendar.from_dict),
)


async def get_calendar(client: Caller, calendar_id: str, *, options: Options | None = None) -> Response[Calendar]:
    """Read a calendar and return the whole response.

    GET /calendars/{calendar_id}

    Scope: calendars.readonly
    Page: https://marketplace.gohighlevel.com/docs/ghl/calendars/get-calendar
    """
    return await client.call(OPERATION, path={"calendar_id": calendar_id}, options=options)
