"""Ratios in digits beyond "2 in 5": 17 in 365."""

from __future__ import annotations

import re
from decimal import Decimal

from translations.reading.amount import Amount
from translations.reading.numbers import Found
from translations.reading.shares import fraction

# 17 in 365; "one in nine" and "2 in 5" are numbers of english_numbers already.
_IN = re.compile(r" (?:in|out of) ([0-9]{1,3})(?![0-9A-Za-z%]|[.,][0-9]| ?[-/])")
_LEAST_NUMERATOR = 10


def one_in(text: str, found: Found) -> Amount | None:
    """17 in 365, where the first number is the smaller one."""
    whole = found.number.value
    match = _IN.match(text, found.end)
    if match is None or whole is None or whole != whole.to_integral_value():
        return None
    if not _LEAST_NUMERATOR <= whole < int(match[1]):
        return None
    told = fraction(Decimal(match[1]), found.number, percent=False)
    return Amount(found.start, match.end(), *told) if told else None
