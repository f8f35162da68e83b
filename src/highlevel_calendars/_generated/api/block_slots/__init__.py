# Generated from openapi/calendars.yaml: change that file and run `make generate`, do not edit this one.
from __future__ import annotations

from datetime import datetime

from ...._operation import Caller, OnUnknown, Options
from ...._wire import UNSET, Unset
from ...models.block_slot import BlockSlot
from ...models.create_block_slot import CreateBlockSlot
from ...models.update_block_slot import UpdateBlockSlot
from .create_block_slot import create_block_slot
from .edit_block_slot import edit_block_slot


class BlockSlots:
    """Times in which a user or an event calendar takes no bookings."""

    __slots__ = ("_client",)

    def __init__(self, client: Caller) -> None:
        self._client = client

    async def create(
        self,
        *,
        start_time: datetime,
        end_time: datetime,
        location_id: str | Unset = UNSET,
        calendar_id: str | Unset = UNSET,
        assigned_user_id: str | Unset = UNSET,
        title: str | Unset = UNSET,
        options: Options | None = None,
        on_unknown: OnUnknown = "raise",
    ) -> BlockSlot:
        """Create a block slot.

        Blocks a time for one user in all their calendars, or for one event calendar. A block over existing
        appointments was seen to cancel them without a word.

        POST /calendars/events/block-slots

        Scope: calendars/events.write
        Page: https://marketplace.gohighlevel.com/docs/ghl/calendars/create-block-slot

        Args:
            location_id: The location of the block.
            start_time: When the block starts.
            end_time: When the block ends.
            calendar_id: The event calendar to block; other kinds of calendar refuse. Not together with
                assigned_user_id.
            assigned_user_id: The user to block in all their calendars. Not together with calendar_id.
            title: The block's title.
            options: Settings of this call alone.
            on_unknown: What becomes of a write whose reply was lost: "raise" raises OutcomeUnknown, "reconcile"
                looks it up and returns what the API has, or sends again when it surely has nothing; see
                `CalendarsClient.call`.

        Raises:
            ValidationError: a documented rule is broken; nothing was sent.
            StatusError: the API refused, its subclasses say why.
            OutcomeUnknown: the reply was lost, and the write may have happened.
            HighLevelError: any other failure; all are subclasses of it.
        """
        response = await create_block_slot(
            self._client,
            CreateBlockSlot(
                location_id=location_id,
                start_time=start_time,
                end_time=end_time,
                calendar_id=calendar_id,
                assigned_user_id=assigned_user_id,
                title=title,
            ),
            options=options,
            on_unknown=on_unknown,
        )
        return response.value

    async def update(
        self,
        event_id: str,
        *,
        location_id: str | Unset = UNSET,
        start_time: datetime | Unset = UNSET,
        end_time: datetime | Unset = UNSET,
        calendar_id: str | Unset = UNSET,
        assigned_user_id: str | Unset = UNSET,
        title: str | Unset = UNSET,
        options: Options | None = None,
    ) -> BlockSlot:
        """Update a block slot.

        Changes a block slot.

        PUT /calendars/events/block-slots/{event_id}

        Scope: calendars/events.write
        Page: https://marketplace.gohighlevel.com/docs/ghl/calendars/edit-block-slot

        Args:
            event_id: An event or one instance of a recurring one; the masterEventId of an instance
                means its whole series.
            location_id: The location of the block.
            start_time: When the block starts.
            end_time: When the block ends.
            calendar_id: The event calendar to block; other kinds of calendar refuse. Not together with
                assigned_user_id.
            assigned_user_id: The user to block in all their calendars. Not together with calendar_id.
            title: The block's title.
            options: Settings of this call alone.

        Raises:
            ValidationError: a documented rule is broken; nothing was sent.
            StatusError: the API refused, its subclasses say why.
            HighLevelError: any other failure; all are subclasses of it.
        """
        response = await edit_block_slot(
            self._client,
            event_id,
            UpdateBlockSlot(
                location_id=location_id,
                start_time=start_time,
                end_time=end_time,
                calendar_id=calendar_id,
                assigned_user_id=assigned_user_id,
                title=title,
            ),
            options=options,
        )
        return response.value
