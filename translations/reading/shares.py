"""Shares in Chinese: 三成半, 八五折, 百分之四十五, 三分之一."""

from __future__ import annotations

import re
from decimal import Decimal

from translations.quantity import Kind, Ratio, ratio_value
from translations.reading.model import Number
from translations.reading.units import Unit

# 成 begins 成员, 成本 …; 折 begins 折合, 折旧 …
SHARE = re.compile(
    r" ?(?:成(?![功立本员果长交都熟分品绩份套渝灌人像因语效型千百]|就(?![够可能行好谢算差]))(?:半| ?[一二三四五六七八九1-9](?![0-9一二三四五六七八九十百千万亿.]|[个家名人]))?"
    r"|折(?![合算旧扣叠线磨戟断射现价返让损中腰抵服]))"
)
PERCENT = Unit(Kind.PERCENT, "percent")
OVER = re.compile(r" {0,3}分 {0,3}之 {0,3}(?P<minus>-?)")
# Spaced characters: 百 分 点.
SPACED_POINTS = re.compile(r" {1,3}(?:[个個] {0,3})?百 {0,3}分 {0,3}[点點]|个 {0,3}百 {0,3}分 {1,3}[点點]")
POINTS = Unit(Kind.PERCENTAGE_POINTS, "percentage_point")
RATIO = Unit(Kind.RATIO, "ratio")
_SPACED_DIGIT = re.compile(r"([0-9一二三四五六七八九]) \Z")
_DIGITS = {char: index for index, char in enumerate("一二三四五六七八九", 1)}
_TEN = Decimal(10)


def share(number: Number, suffix: str) -> tuple[Number, Unit] | None:
    """The percentage of `number` 成 or 折; None for 十折, which is no discount."""
    suffix = suffix.replace(" ", "")
    if suffix.startswith("折"):
        # 八五折 and 85折 write two digits of a discount in tenths.
        if number.value is None:
            return number.times(_TEN), PERCENT
        if number.value == _TEN:
            return None
        return number.times(_TEN if number.value < _TEN else Decimal(1)), PERCENT
    told = number.times(_TEN)
    extra = suffix[1:]
    if extra and told.value is not None:
        more = 5 if extra == "半" else _DIGITS.get(extra) or int(extra)
        told = told._replace(value=told.value + more, quantum=Decimal(1))
    return told, PERCENT


def spaced_discount(text: str, start: int, floor: int, number: Number) -> tuple[int, Number] | None:
    """7 2 折 is 72 and starts at the 7: the digit before `start` belongs to the discount, too."""
    tens = _SPACED_DIGIT.search(text[max(floor, start - 2) : start])
    if tens is None or number.value is None or not 0 < number.value < _TEN:
        return None
    digit = _DIGITS.get(tens[1]) or int(tens[1])
    return start - 2, number._replace(value=number.value + 10 * digit)


def fraction(denominator: Decimal, numerator: Number, *, percent: bool = True) -> tuple[Number, Unit] | None:
    """X分之Y: a percentage where X is a hundred, a thousand …, else a ratio as it was said."""
    if percent and denominator >= 100 and denominator.log10() % 1 == 0:
        return numerator, Unit(Kind.PERCENT, "percent", (100 / denominator).normalize())
    value = numerator.value
    if value is None or value != value.to_integral_value() or denominator != denominator.to_integral_value():
        return None
    if not 0 < denominator < 10**9 or not 0 <= value < 10**9:
        return None
    ratio = Ratio(int(value), int(denominator))
    return numerator._replace(value=ratio_value(ratio), quantum=Decimal("0.01"), ratio=ratio), RATIO
