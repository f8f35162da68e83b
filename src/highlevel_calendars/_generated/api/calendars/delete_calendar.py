# Generated from openapi/calendars.yaml: change that file and run `make generate`, do not edit this one.
from __future__ import annotations

from ...._operation import Caller, Operation, Options, Response
from ...._wire import reply_object
from ...models.success import Success

OPERATION = Operation(
    id="delete-calendar",
    method="DELETE",
    path="/calendars/{calendar_id}",
    page="https://marketplace.gohighlevel.com/docs/ghl/calendars/delete-calendar",
    scope="calendars.write",
    location="",
    query=(),
    envelope=(),
    read=reply_object(Success.from_dict),
)


async def delete_calendar(client: Caller, calendar_id: str, *, options: Options | None = None) -> Response[Success]:
    """Delete a calendar and return the whole response.

    DELETE /calendars/{calendar_id}

    Scope: calendars.write
    Page: https://marketplace.gohighlevel.com/docs/ghl/calendars/delete-calendar
    """
    return await client.call(OPERATION, path={"calendar_id": calendar_id}, options=options)
