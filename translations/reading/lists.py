"""Lists that say their unit once: 1.32/1.68/2.05元, 0.2 and 0.1 percentage point, 5- and 10-year."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from functools import cache

from translations.quantity import Kind
from translations.reading.digits import digits_number
from translations.reading.model import Mention
from translations.reading.numbers import Found

_LONGEST = 6
_SCALE = 10000
# A count may have another noun: 15 and 20 companies, 2和3个百分点.
_UNSHARED = frozenset({Kind.COUNT, Kind.RATIO})


@cache
def _separator() -> re.Pattern[str]:
    return re.compile(r"个?(?:/|、|,|，|和|及|与|或|、和|-? ?,? ?(?:and|or) |, ) ?")


def listed(folded: str, before: list[Found], match: re.Match[str]) -> list[Found]:
    """The list that goes on with the number of `match`, or begins with it; empty where no list can."""
    start, end = match.span()
    if _separator().match(folded, end) is None:
        return []
    if before and _separator().fullmatch(folded, before[-1].end, start) is None:
        before = []
    return [*before[-_LONGEST:], Found(start, end, digits_number(match[0]))]


def elided(folded: str, numbers: list[Found], last: Mention) -> Iterator[Mention]:
    """The figures of `numbers`, which get the unit of `last` if they stand right before it."""
    quantity = last.quantity
    starts_with_number = folded[last.start].isdigit()
    if quantity.kind in _UNSHARED or quantity.value is None or not starts_with_number:
        return
    if _separator().fullmatch(folded, numbers[-1].end, last.start) is None:
        return
    for found in numbers:
        yield replace(
            last,
            start=found.start,
            end=found.end,
            text=folded[found.start : found.end],
            quantity=replace(quantity, value=_scaled(found, last), modifier=None),
            quantum=max(found.number.quantum, last.quantum)
            if last.quantum >= _SCALE
            else found.number.quantum,
        )


def _scaled(found: Found, last: Mention) -> Decimal | None:
    """3、4亿元: the scale, too, is said once, if both are round."""
    value = found.number.value
    if value is None or last.quantum < _SCALE or found.number.scale != 1 or found.number.quantum != 1:
        return value
    return value * last.quantum
