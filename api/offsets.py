"""Offsets as whoever asks counts them: code points, or UTF-16 units as a browser does."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable
from enum import StrEnum
from functools import cache


class Offsets(StrEnum):
    """What an offset counts."""

    CODE_POINTS = "code_points"
    UTF16 = "utf16"

    def counter(self, text: str) -> Callable[[int], int]:
        """Return the function from an offset of `text` in code points to one of this kind.

        A character beyond the Basic Multilingual Plane is two UTF-16 units, an unpaired surrogate one.
        """
        beyond = [match.start() for match in _beyond().finditer(text)] if self is Offsets.UTF16 else []
        return (lambda offset: offset + bisect_left(beyond, offset)) if beyond else (lambda offset: offset)


@cache
def _beyond() -> re.Pattern[str]:
    return re.compile("[\U00010000-\U0010ffff]")
