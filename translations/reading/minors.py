"""The parts of an amount of money: 五元三毛, 三块二, 3 dollars 50 cents."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import cache

from translations.reading.model import Number
from translations.reading.numbers import number_at
from translations.reading.units import Home, minor_after

_BEFORE_MINOR = frozenset("0123456789零一二两三四五六七八九十又 ")
_LINK = re.compile(r" ?(?:又|and|零)? ?")
_HAN_DIGITS = "零一二三四五六七八九"
_HUNDREDTH = Decimal("0.01")


def with_minor(text: str, end: int, number: Number, home: Home) -> tuple[Number, int]:
    """五元三毛, 50元6角三分, 3 dollars 50 cents: the parts of one amount."""
    tenths = _tenths().match(text, end) if text[end - 1] in "块毛" else None
    if tenths is not None and number.value is not None and number.value == number.value.to_integral_value():
        digit = _HAN_DIGITS.find(tenths[0])  # 三块二, 一毛五
        more = Decimal(digit if digit > 0 else tenths[0]).scaleb(-1)
        return number._replace(
            value=number.value + more, quantum=more.scaleb(-more.adjusted() - 1)
        ), tenths.end()
    for _ in range(2):
        if text[end : end + 1] not in _BEFORE_MINOR:
            break
        link = _LINK.match(text, end)
        part = number_at(text, link.end() if link else end)
        minor = minor_after(text, part.end, home) if part and part.number.value is not None else None
        if minor is None and text[end - 1].isascii() and text[end - 1].isalpha() and number.scale == 1:
            unnamed = _unnamed_minor().match(text, end)
            if unnamed and part:
                minor = unnamed.end(), _HUNDREDTH
        if part is None or minor is None or part.number.value is None or number.value is None:
            break
        end, factor = minor
        number = number._replace(value=number.value + part.number.value * factor, quantum=factor)
    return number, end


# 15 dollars 50, 17 USD and 25: hundredths without a word, if nothing else follows them.
@cache
def _unnamed_minor() -> re.Pattern[str]:
    return re.compile(
        r" (?:and )?([0-9]{2})(?![0-9A-Za-z%]|[.,][0-9]| ?[-–/:%$€£¥])(?! (?!is |was |for |to |in |on |at |and |or |but )[A-Za-z])"
    )


@cache
def _tenths() -> re.Pattern[str]:
    return re.compile("[1-9一二三四五六七八九](?![0-9一二三四五六七八九十百千万亿点毛角分块元个家人年月.%])")
