"""What must not be seen: tokens, codes, and the secret of an app."""

from __future__ import annotations

from typing import NoReturn

from ..errors import ConfigurationError


class Secret:
    """A token that does not show in a repr, a log, a traceback or a pickle.

    Args:
        value: The token.
        name: What an error calls it.

    Raises:
        ConfigurationError: it is empty or has characters that no token has.
    """

    __slots__ = ("_value",)

    def __init__(self, value: object, name: str = "token") -> None:
        usable = isinstance(value, str) and value.isascii() and value.isprintable() and " " not in value
        self._value = value if usable and isinstance(value, str) else ""
        del value  # a traceback may show the locals of this frame
        if not self._value:
            raise ConfigurationError(
                f"The {name} must be a string of visible ASCII characters without spaces. "
                "Check where it is read from: quotes, line ends and an empty variable are the usual causes."
            )

    def reveal(self) -> str:
        """The token, to be sent or kept."""
        return self._value

    def redact(self, content: bytes) -> bytes:
        """`content` without the token, which a server may echo as it is or as a form has it."""
        from urllib.parse import quote_plus

        return content.replace(self._value.encode(), b"***").replace(quote_plus(self._value).encode(), b"***")

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Secret) and self._value == other._value

    def __hash__(self) -> int:
        return hash(self._value)

    def __repr__(self) -> str:
        return "Secret(***)"

    def __reduce__(self) -> NoReturn:
        raise TypeError("a token is not pickled or copied; make a new client from its source instead")
