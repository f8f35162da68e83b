"""What each operation does once its request has passed the contract, by operationId."""

from collections.abc import Callable, Mapping

from highlevel_sandbox.bodies import JsonObject
from highlevel_sandbox.operations import appointments, block_slots, calendars, groups, resources
from highlevel_sandbox.operations.call import Call

BEHAVIOURS: Mapping[str, Callable[[Call], JsonObject]] = {
    "create-appointment": appointments.create,
    "create-block-slot": block_slots.create,
    "create-calendar": calendars.create,
    "create-calendar-group": groups.create,
    "create-calendar-resource": resources.create,
}
