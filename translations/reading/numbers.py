"""The number that begins at a place of the text."""

from __future__ import annotations

import re
from typing import NamedTuple

from translations.reading.digits import digits_number
from translations.reading.english_numbers import english_number
from translations.reading.han_numbers import han_number
from translations.reading.model import Number
from translations.reading.scan import number_pattern

# Nobody writes an amount in more digits; what does is a code, and would be a burden.
_LONGEST = 240


class Found(NamedTuple):
    """A number in the folded text, where it stands."""

    start: int
    end: int
    number: Number


def number_at(text: str, position: int) -> Found | None:
    """The number that begins at `position`, or None."""
    match = number_pattern().match(text, position)
    return found_number(match, match.lastgroup) if match and match.lastgroup else None


def found_number(match: re.Match[str], group: str) -> Found | None:
    """The number that `match` found as `group`: han, english or digits."""
    start, end = match.span()
    if end - start > _LONGEST:
        return None
    written = match[0]
    if group == "digits":
        number: Number | None = digits_number(written)
    elif group == "han":
        number = han_number(written)
    else:
        number = english_number(written)
    return Found(start, end, number) if number else None
