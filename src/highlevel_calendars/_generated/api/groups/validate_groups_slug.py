# Generated from openapi/calendars.yaml: change that file and run `make generate`, do not edit this one.
from __future__ import annotations

from ...._operation import Caller, Operation, Options, Response
from ...._wire import reply_object
from ...models.slug_availability import SlugAvailability
from ...models.validate_group_slug import ValidateGroupSlug

OPERATION = Operation(
    id="validate-groups-slug",
    method="POST",
    path="/calendars/groups/validate-slug",
    page="https://marketplace.gohighlevel.com/docs/ghl/calendars/validate-groups-slug",
    scope="calendars/groups.write",
    location="body",
    query=(),
    envelope=(),
    read=reply_object(SlugAvailability.from_dict),
)


async def validate_groups_slug(
    client: Caller, body: ValidateGroupSlug, *, options: Options | None = None
) -> Response[SlugAvailability]:
    """Check a group slug and return the whole response.

    POST /calendars/groups/validate-slug

    Scope: calendars/groups.write
    Page: https://marketplace.gohighlevel.com/docs/ghl/calendars/validate-groups-slug
    """
    return await client.call(OPERATION, body=body, options=options)
