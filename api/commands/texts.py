"""A text file, or standard input, read whole."""

from __future__ import annotations

import codecs
import sys
from pathlib import Path

from api.commands.options import Refusal

STANDARD_INPUT = "-"


def read_text(name: str) -> str:
    """Return the text of the file `name` (``-``: standard input), with its line ends as they are.

    It is UTF-8, with or without byte order mark, or UTF-16 with one; `Refusal` names the byte that is not.
    """
    octets = sys.stdin.buffer.read() if name == STANDARD_INPUT else Path(name).read_bytes()
    encoding = "utf-16" if octets.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)) else "utf-8-sig"
    shown = "standard input" if name == STANDARD_INPUT else name
    try:
        text = octets.decode(encoding)
    except UnicodeDecodeError as error:
        wanted = "UTF-16" if encoding == "utf-16" else "UTF-8"
        raise Refusal(f"{shown}: is not {wanted} at byte {error.start:,}; save it as UTF-8") from error
    if "\0" in text:
        raise Refusal(
            f"{shown}: there is a NUL: this is no text, or UTF-16 without a byte order mark; save it as UTF-8"
        )
    return text
