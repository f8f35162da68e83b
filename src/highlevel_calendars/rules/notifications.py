"""The rules of notifications."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, cast

from .basics import Problem, Problems, given, is_set

if TYPE_CHECKING:
    from .._generated.models import CreateNotification, UpdateNotification
    from .._operation import Arguments


def create(arguments: Arguments) -> Problems:
    for number, notification in enumerate(cast("Sequence[CreateNotification]", arguments.body)):
        yield from times(notification, f"notifications[{number}].")


def update(body: UpdateNotification) -> Problems:
    yield from times(body, "")


def times(body: CreateNotification | UpdateNotification, prefix: str) -> Problems:
    """Only a reminder is sent before the appointment, and only a follow-up after it."""
    kind = body.notification_type
    if given(body.before_time) and is_set(kind) and kind != "reminder":
        yield Problem("notification-times", f"{prefix}before_time", f"it is for reminders, and this is of type {kind}.")
    if given(body.after_time) and is_set(kind) and kind != "followup":
        yield Problem("notification-times", f"{prefix}after_time", f"it is for follow-ups, and this is of type {kind}.")
