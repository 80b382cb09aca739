"""A letter that is a scale beside a currency or a plural noun, and something else alone: $20m, 45B yuan, 1.5M companies."""

from __future__ import annotations

import re
from functools import cache

from translations.quantity import Kind
from translations.reading.english_numbers import ENGLISH_SUFFIXED, english_number
from translations.reading.nouns import counts_something
from translations.reading.numbers import Found
from translations.reading.units import Home, unit_after

SCALE_LETTERS = frozenset("kKmMbBtTcC")


def suffixed(text: str, found: Found, has_currency: bool, home: Home) -> Found | None:
    """$20m, 45B yuan: a letter is a scale only beside a currency."""
    scaled = suffixed_number(text, found)
    if scaled is None:
        return None
    if not has_currency:
        after = unit_after(text, scaled.end, home)
        counted = _plural().match(text, scaled.end) and counts_something(text, found.start, scaled.end)
        if not counted and (after is None or after[1].kind is Kind.MULTIPLE):
            return None
    return scaled


def suffixed_number(text: str, found: Found) -> Found | None:
    """The number with the letter of scale behind it: 20m, 45B."""
    if text[found.end : found.end + 1] not in SCALE_LETTERS or found.number.scale != 1:
        return None
    match = _suffixed_pattern().match(text, found.start)
    number = english_number(match[0]) if match else None
    return Found(found.start, match.end(), number) if match and number else None


@cache
def _suffixed_pattern() -> re.Pattern[str]:
    return re.compile(ENGLISH_SUFFIXED)


@cache
def _plural() -> re.Pattern[str]:
    return re.compile(
        r" (?:[A-Za-z0-9]+ ){0,3}(?:[A-Za-z]+s|people|women|men|children|staff|aircraft|shares)(?![a-z])"
    )
