"""Lists that say their unit once: 1.32/1.68/2.05元, 0.2 and 0.1 percentage point, 5- and 10-year, 3、4亿元."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache

from translations.quantity import Kind
from translations.reading.digits import DIGITS, digits_number
from translations.reading.model import Mention, Sense
from translations.reading.numbers import Found

_LONGEST = 6
# A count may have another noun: 15 and 20 companies, 2和3个百分点.
_UNSHARED = frozenset({Kind.COUNT, Kind.RATIO})


@cache
def _separator() -> re.Pattern[str]:
    return re.compile(r"个?(?:/|、|,|，|和|及|与|或|、和|-? ?,? ?(?:and|or) |, ) ?")


@cache
def _digits() -> re.Pattern[str]:
    return re.compile(DIGITS)


def listed(folded: str, before: list[Found], match: re.Match[str]) -> list[Found]:
    """The list that goes on with the number of `match`, or begins with it; empty where no list can."""
    start, end = match.span()
    if _separator().match(folded, end) is None:
        return []
    if before and _separator().fullmatch(folded, before[-1].end, start) is None:
        before = []
    return [*before[-_LONGEST:], Found(start, end, digits_number(match[0]))]


def elided(text: str, folded: str, numbers: list[Found], last: Mention) -> Iterator[Mention]:
    """The figures of `numbers`, which get the unit of `last`, and its scale, if they stand right before it."""
    quantity = last.quantity
    written = _digits().match(folded, last.start)
    if quantity.kind in _UNSHARED or not quantity.value or written is None or last.sense is Sense.GROWTH:
        return
    if _separator().fullmatch(folded, numbers[-1].end, last.start) is None:
        return
    alone = digits_number(written[0]).value
    if not alone:
        return
    factor = quantity.value / alone  # 亿 in 4亿元, a hundredth in 20 cents
    for found in numbers:
        value = found.number.value
        if value is not None:
            yield replace(
                last,
                start=found.start,
                end=found.end,
                text=text[found.start : found.end],
                quantity=replace(quantity, value=value * factor, modifier=None),
                quantum=found.number.quantum * abs(factor),
            )
