"""The errors of the schema validator, as the sentences in which the live API lists them."""

import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

from jsonschema import ValidationError

from highlevel_sandbox.bodies import JsonObject, is_object

_Path = Sequence[str | int]

# What the live API was seen to say about these fields, whatever is wrong with their values.
_VENDOR_WORDS = {
    "appointmentStatus": "must be a valid enum value",
    "daysOfTheWeek": "must be a valid day of week",
}

_TYPES = {
    "array": "must be an array",
    "boolean": "must be a boolean value",
    "integer": "must be an integer number",
    "null": "must be null",
    "number": "must be a number",
    "object": "must be an object",
    "string": "must be a string",
}


def sentences(errors: Iterable[ValidationError]) -> list[str]:
    """One sentence for each thing that is wrong, each once, in the order of the errors."""
    return list(dict.fromkeys(sentence for error in errors for sentence in _of(error)))


def _of(error: ValidationError) -> Sequence[str]:
    path, rule, schema = error.absolute_path, _rule(error), _schema(error)
    sent: Any = error.instance
    match error.validator:
        case "additionalProperties":
            unknown = [name for name in sent if name not in schema.get("properties", {})]
            return [_within(path, f"property {name} should not exist") for name in unknown]
        case "required":
            missing = [name for name in rule if name not in sent]
            return [_within(path, f"{name} {_expectation(schema, name)}") for name in missing]
        case "not" if "required" in rule:
            # What is no object has none of the fields, and a sentence about its type already.
            return [_within(path, _unwanted(rule["required"]))] if is_object(sent) else []
        case _:
            return [_about(path, error)]


def _within(path: _Path, sentence: str) -> str:
    return ".".join([*map(str, path), sentence])


def _unwanted(names: Sequence[str]) -> str:
    if len(names) == 1:
        return f"property {names[0]} should not exist"
    return f"properties {' and '.join(names)} should not exist together"


def _expectation(schema: JsonObject, name: str) -> str:
    """What a field that is missing should have been."""
    rules = schema.get("properties", {}).get(name, {})
    return next(
        (_WORDS[keyword](rules[keyword]) for keyword in ("const", "enum", "type") if keyword in rules),
        "should not be empty",
    )


def _about(path: _Path, error: ValidationError) -> str:
    """A sentence about a value; the elements of a list of plain values are named together."""
    steps = [str(step) for step in path]
    element = bool(path) and isinstance(path[-1], int)
    if element:
        steps.pop()
    name = ".".join(steps) or "body"
    if steps and steps[-1] in _VENDOR_WORDS:
        return f"{name} {_VENDOR_WORDS[steps[-1]]}"
    return f"{'each value in ' if element else ''}{name} {_phrase(error)}"


def _phrase(error: ValidationError) -> str:
    rule, schema = _rule(error), _schema(error)
    match error.validator:
        case "oneOf" | "anyOf":
            first_of_branch = {inner.relative_schema_path[0]: inner for inner in reversed(error.context)}
            return " or ".join(_phrase(inner) for _, inner in sorted(first_of_branch.items()))
        case "contains":
            return f"must contain at least {schema.get('minContains', 1)} elements with {_marks(rule)}"
        case "maxContains":
            return f"must contain no more than {rule} elements with {_marks(schema['contains'])}"
        case _:
            words = _WORDS.get(str(error.validator))
            return "is not valid" if words is None else words(rule)


def _marks(schema: JsonObject) -> str:
    """The constants by which a schema knows an element, for example "isPrimary true"."""
    rules: Mapping[str, JsonObject] = schema.get("properties", {})
    return " and ".join(f"{name} {_value(rule['const'])}" for name, rule in rules.items() if "const" in rule)


def _negation(rule: JsonObject) -> str:
    if "enum" in rule:
        return f"must not be one of the following values: {_values(rule['enum'])}"
    if "pattern" in rule:
        return f"must not match {rule['pattern']} regular expression"
    return "is not valid"


def _value(value: object) -> str:
    return value if isinstance(value, str) else json.dumps(value)


def _values(values: Iterable[object]) -> str:
    return ", ".join(map(_value, values))


def _rule(error: ValidationError) -> Any:
    return error.validator_value


def _schema(error: ValidationError) -> JsonObject:
    schema: Any = error.schema
    return schema if is_object(schema) else {}


_WORDS: Mapping[str, Callable[[Any], str]] = {
    "const": lambda rule: f"must be equal to {_value(rule)}",
    "enum": lambda rule: f"must be one of the following values: {_values(rule)}",
    "format": lambda rule: f"must be a valid {'ISO 8601 date string' if rule == 'date-time' else rule}",
    "maximum": lambda rule: f"must not be greater than {rule}",
    "maxItems": lambda rule: f"must contain no more than {rule} elements",
    "maxLength": lambda rule: f"must be shorter than or equal to {rule} characters",
    "minimum": lambda rule: f"must not be less than {rule}",
    "minItems": lambda rule: f"must contain at least {rule} elements",
    "not": _negation,
    "pattern": lambda rule: f"must match {rule} regular expression",
    "type": lambda rule: " or ".join(_TYPES[name] for name in ([rule] if isinstance(rule, str) else rule)),
}
