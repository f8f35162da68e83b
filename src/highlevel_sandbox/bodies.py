"""From the bytes of a request to JSON, and from JSON to the bytes of a reply."""

import json
import math
from typing import Any, NoReturn, TypeAlias, TypeGuard

# The types of the values are known to the contract, which checks them at run time, and not to Python.
JsonObject: TypeAlias = dict[str, Any]
Json: TypeAlias = JsonObject | list[JsonObject]


def is_object(value: object) -> TypeGuard[JsonObject]:
    """Whether a JSON value is an object."""
    return isinstance(value, dict)


def is_array(value: object) -> TypeGuard[list[Any]]:
    """Whether a JSON value is an array."""
    return isinstance(value, list)


def decode(raw: bytes) -> Any:
    """The JSON value in `raw`; ValueError with a readable reason if there is none that could be sent back."""
    try:
        text = raw.decode("utf-8")
        value: Any = json.loads(text, parse_constant=_refuse_constant, parse_float=_finite)
        # A lone surrogate passes as an escape in JSON, but is no Unicode text and could not be encoded again.
        json.dumps(value, ensure_ascii=False).encode("utf-8")
    except UnicodeDecodeError as error:
        raise ValueError("The body is not encoded in UTF-8") from error
    except UnicodeEncodeError as error:
        raise ValueError("The body has a lone surrogate, which is no Unicode character") from error
    except json.JSONDecodeError as error:
        raise ValueError(f"{error.msg} in JSON at position {error.pos}") from error
    except RecursionError as error:
        raise ValueError("The body is nested too deeply") from error
    return value


def encode(body: Json) -> bytes:
    """The bytes of a reply."""
    return json.dumps(body, separators=(",", ":"), allow_nan=False).encode("ascii")


def _refuse_constant(name: str) -> NoReturn:
    raise ValueError(f"{name} is not a JSON number")


def _finite(digits: str) -> float:
    number = float(digits)
    if not math.isfinite(number):
        raise ValueError(f"The number {digits[:20]} is too large")
    return number
