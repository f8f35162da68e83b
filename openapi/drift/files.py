"""Text files, and what is wrong with those that are none."""

from __future__ import annotations

from pathlib import Path

from .unreadable import Unreadable


def read_text(file: Path) -> str:
    """The text of a file.

    Raises:
        Unreadable: there is none, or none in UTF-8.
    """
    if file.exists() and not file.is_file() and not file.is_dir():
        raise Unreadable("it is neither a file nor a folder.")
    try:
        text = file.read_text(encoding="utf-8-sig")
    except IsADirectoryError as error:
        raise Unreadable("it is a folder; name a file, and lay pages right into the folder of pages.") from error
    except FileNotFoundError as error:
        raise Unreadable("there is no such file.") from error
    except UnicodeDecodeError as error:
        raise Unreadable(f"byte {error.start} is no UTF-8; save it as text in UTF-8.") from error
    except OSError as error:
        raise Unreadable(f"{error.strerror or error}.") from error
    if not text.strip():
        raise Unreadable("it is empty; scrape it again.")
    return text
