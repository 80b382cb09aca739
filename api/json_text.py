"""JSON as text: on one line for programs, laid out for people; no character is escaped that need not be."""

from __future__ import annotations

import json
from typing import Any


def compact(data: Any) -> str:
    """Return `data` without a blank that it can do without."""
    return json.dumps(data, ensure_ascii=False, separators=(",", ":"))


def legible(data: Any) -> str:
    """Return `data` over several lines, indented by two."""
    return json.dumps(data, ensure_ascii=False, indent=2)


def encoded(text: str) -> bytes:
    r"""Return JSON as a line of UTF-8; an unpaired surrogate, which has no UTF-8, as its escape (``\ud800``)."""
    return (text + "\n").encode("utf-8", "backslashreplace")
