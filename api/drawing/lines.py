"""Text broken into lines for a picture, which cannot break it itself."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable

# A run of letters and digits with what clings to it, or one character of a script that breaks anywhere.
_PIECE = re.compile(r"[^\s⺀-￯]+\s*|\s+|.")
# What does not begin a line, and what does not end one (https://www.w3.org/TR/clreq/#prohibition_rules_for_line_start_end).
_CLOSING = "、。，．：；！？）」』》〉】〕”’…—·,.;:!?)%％"
_OPENING = "（「『《〈【〔“‘("

# In em, of DejaVu Sans: fonts that people have are hardly wider, so that a line rather breaks early than sticks out.
_FULL, _WIDE, _CAPITAL, _USUAL, _SLIM = 1.0, 0.95, 0.7, 0.62, 0.36
_SLIM_ONES = frozenset(" fijlrtI.,:;'’|!()-")
_WIDE_ONES = frozenset("mwMW%—…")


def ems(text: str) -> float:
    """Return about how wide `text` is, in em of its font size."""
    return sum(map(_em, text))


def broken(text: str, width: float, measure: Callable[[str], float] = ems) -> tuple[str, ...]:
    """Return `text` as lines of at most `width` em, but for punctuation at their ends and for what cannot be broken.

    `measure` tells how wide a text is where the fonts are known.
    """
    lines: list[str] = []
    line = ""
    for piece in _PIECE.findall(text):
        if (
            line
            and measure(line + piece.rstrip()) > width
            and piece[0] not in _CLOSING
            and line[-1] not in _OPENING
        ):
            lines.append(line.rstrip())
            line = ""
        line += piece
    return (*lines, line.rstrip()) if line.strip() else tuple(lines)


def _em(character: str) -> float:
    if unicodedata.east_asian_width(character) in "WF":
        return _FULL
    if character in _SLIM_ONES:
        return _SLIM
    if character in _WIDE_ONES:
        return _WIDE
    return _CAPITAL if character.isupper() else _USUAL
