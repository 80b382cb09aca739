"""Text broken into lines for a picture, which cannot break it itself."""

from __future__ import annotations

import re
import unicodedata

# A run of letters and digits with what clings to it, or one character of a script that breaks anywhere.
_PIECE = re.compile(r"[^\s⺀-￯]+\s*|\s+|.")
# What does not begin a line, and what does not end one (https://www.w3.org/TR/clreq/#prohibition_rules_for_line_start_end).
_CLOSING = "、。，．：；！？）」』》〉】〕”’…—,.;:!?)%％"
_OPENING = "（「『《〈【〔“‘("

_WIDE = 1.0
_NARROW = 0.6  # of an em: wider than the average letter, so that a line rather breaks early than sticks out


def broken(text: str, width: float) -> tuple[str, ...]:
    """Return `text` as lines of at most `width` em, as far as it can be broken at all."""
    lines: list[str] = []
    line = ""
    for piece in _PIECE.findall(text):
        if (
            line
            and _ems(line + piece.rstrip()) > width
            and piece[0] not in _CLOSING
            and line[-1] not in _OPENING
        ):
            lines.append(line.rstrip())
            line = ""
        line += piece
    return (*lines, line.rstrip()) if line.strip() else tuple(lines)


def _ems(text: str) -> float:
    return sum(_WIDE if unicodedata.east_asian_width(c) in "WF" else _NARROW for c in text)
