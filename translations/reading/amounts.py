"""A number and what stands around it: its sign, its currency, its unit."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache

from translations.quantity import Kind, Modifier
from translations.reading.amount import Amount
from translations.reading.counts import COUNT, counted
from translations.reading.english_numbers import english_number
from translations.reading.labels import is_labelled
from translations.reading.minors import with_minor
from translations.reading.model import Number, Sense
from translations.reading.numbers import Found
from translations.reading.scales import SCALE_LETTERS, suffixed
from translations.reading.senses import grows, is_multiple
from translations.reading.shares import POINTS, RATIO, SHARE, SPACED_POINTS, share, spaced_discount
from translations.reading.signs import negated, plus_half, sign_start
from translations.reading.units import Home, Unit, minor_after, unit_after, unit_around, unit_before

# What may stand first in each of these: one look saves a match.
_BEFORE_SHARE = frozenset("成折 ")
_BEFORE_PIECES = frozenset("个 ")
_BEFORE_POINT = frozenset(" -")
_STERLING = Unit(Kind.MONEY, "GBP", alternatives=("pound",))
_KILOWATT_HOURS = Unit(Kind.MEASURE, "kilowatt-hour")
_TEN_THOUSAND = 10000
_MILLION = 1000000
_AMONG = frozenset(("in", "of", "every"))
_BARE_CURRENCIES = frozenset(("元", "圆", "块", "块钱", "元钱", "dollars", "dollar"))
_OF = re.compile(" of(?= )")
_OF_A = re.compile(r" (?:of )?(?:an? |one )")
_EACH_HALF = re.compile(r"(?<!个)半(?!导|年|月|个|天|数|径|成)")
_MORE = {"多": Modifier.OVER, "来": Modifier.ABOUT}
# 两个半月, 两个多月
_PIECES = re.compile(r" ?个(?P<more>[半多来])(?P<unit>月|小时|钟头|季度|星期|礼拜|世纪|百分点)")
_PIECE_UNITS = {
    "月": Unit(Kind.DURATION, "month"),
    "小时": Unit(Kind.DURATION, "hour"),
    "钟头": Unit(Kind.DURATION, "hour"),
    "季度": Unit(Kind.DURATION, "quarter"),
    "星期": Unit(Kind.DURATION, "week"),
    "礼拜": Unit(Kind.DURATION, "week"),
    "世纪": Unit(Kind.DURATION, "century"),
    "百分点": Unit(Kind.PERCENTAGE_POINTS, "percentage_point"),
}


def bare_amount(text: str, found: Found, floor: int, home: Home) -> Amount | None:
    """The amount at `found`, without range and modifier; None where the number has no unit."""
    start, end, _ = found
    behind = text[end : end + 1]
    if behind == ")" and text[start - 1 : start] == "(":
        return _in_brackets(text, found, floor, home)
    before = unit_before(text, start, home)
    if before is not None and before[0] < floor:
        before = None
    scaled = suffixed(text, found, before is not None, home) if behind in SCALE_LETTERS else None
    if scaled is not None:
        found = scaled
    elif before is None and is_labelled(text, start, floor):
        return None
    begin = before[0] if before else start
    first = sign_start(text, begin, floor)
    amount = _with_unit(text, first, found, floor, before, home)
    if amount is None:
        return None
    negative = (first < begin and text[first] != "+") or (before is not None and text[start - 1] == "-")
    return amount._replace(number=negated(amount.number)) if negative else amount  # -$5 million, $-5 million


def _with_unit(
    text: str, first: int, found: Found, floor: int, before: tuple[int, Unit] | None, home: Home
) -> Amount | None:
    start, end, number = found
    if number.ratio is not None and not _AMONG.isdisjoint(text[start:end].split()):
        return Amount(first, end, number, RATIO)  # one in every eight dollars
    shared = _shared(text, first, found, floor)
    if shared is not None:
        return shared
    if before is not None:
        return _in_currency(text, first, found, before[1], home)
    around = unit_around(text, first, end)
    if around is not None:
        return Amount(around[0], around[1], number, around[2])
    after = _unit_behind(text, end, number, home)
    if after is not None:
        return _measured(text, first, after[0], number, after[1], home)
    if text[end : end + 1] in _BEFORE_POINT and (points := _of_a_point().match(text, end)) is not None:
        return Amount(first, points.end(), number._replace(ratio=None), POINTS)
    if number.ratio is not None:
        return Amount(first, end, number, RATIO)
    return counted(text, first, start, end, number)


def _in_currency(text: str, first: int, found: Found, currency: Unit, home: Home) -> Amount:
    """An amount whose currency stands before it; behind it may stand 元 (港币20亿元) or cents (人民币12.5分)."""
    _, end, number = found
    number = number._replace(ratio=None) if number.ratio else number
    minor = minor_after(text, end, home) if currency.factor == 1 else None
    if minor is not None:
        return Amount(first, minor[0], number, replace(currency, factor=minor[1]))
    after = unit_after(text, end, home)
    if after is None or after[1].kind is not Kind.MONEY:
        return Amount(first, end, number, currency)
    if after[1].unit != currency.unit and text[end : after[0]].strip() not in _BARE_CURRENCIES:
        return Amount(first, end, number, currency)
    number, end = with_minor(text, after[0], number, home) if number.value is not None else (number, after[0])
    return Amount(first, end, number, currency)


def _shared(text: str, first: int, found: Found, floor: int) -> Amount | None:
    """成, 折, spaced 百 分 点, and the pieces of a unit: 两个半月."""
    _, end, number = found
    behind = text[end : end + 1]
    suffix = SHARE.match(text, end) if behind in _BEFORE_SHARE else None
    if suffix is not None and (
        not text.startswith("为", suffix.end()) or text[end - 1] in "一二两三四五六七八九"
    ):
        # 近八成为大学生, but 2024成为
        if "折" in suffix[0] and (spaced := spaced_discount(text, first, floor, number)) is not None:
            first, number = spaced
        told = share(number, suffix[0])
        if told is not None:
            return Amount(first, suffix.end(), *told)
    if behind not in _BEFORE_PIECES:
        return None
    points = SPACED_POINTS.match(text, end)
    if points is not None:
        return Amount(first, points.end(), number, POINTS)
    pieces = _PIECES.match(text, end)
    if pieces is None or number.value is None:
        return None
    more = pieces["more"]
    number = plus_half(number) if more == "半" else number._replace(modifier=_MORE[more])
    return Amount(first, pieces.end(), number, _PIECE_UNITS[pieces["unit"]])


def _unit_behind(text: str, end: int, number: Number, home: Home) -> tuple[int, Unit] | None:
    """The unit behind, also over a few words: a quarter of a percent, hundreds of billions of yuan, six straight weeks."""
    after = unit_after(text, end, home)
    if after is None and (number.ratio is not None or number.low is not None):
        of_a = (_OF_A if number.ratio else _OF).match(text, end)
        after = unit_after(text, of_a.end(), home) if of_a else None
    if after is None and text.startswith(" ", end) and (straight := _straight().match(text, end)) is not None:
        after = unit_after(text, straight.end(), home)
        after = after if after and after[1].kind is Kind.DURATION else None
    return after


def _measured(text: str, first: int, end: int, number: Number, unit: Unit, home: Home) -> Amount:
    if unit.kind is Kind.MULTIPLE:
        return _multiple(text, first, end, number, unit)
    unit = _settled(text, first, end, number, unit)
    if text.startswith("半", end) and _EACH_HALF.match(text, end):
        number, end = plus_half(number), end + 1
    if unit.kind is Kind.MONEY and number.value is not None:
        number, end = with_minor(text, end, number, home)
    return Amount(first, end, number._replace(ratio=None) if number.ratio else number, unit)


def _multiple(text: str, first: int, end: int, number: Number, unit: Unit) -> Amount:
    if text.startswith("半", end) and not text.startswith("半导", end):
        number, end = plus_half(number), end + 1
    whole = number.value is not None and number.value == number.value.to_integral_value()
    if whole and not is_multiple(text, first, end):
        return Amount(first, end, number, COUNT)
    if number.ratio is None and number.value is not None and grows(text, first):
        return Amount(first, end, number._replace(value=number.value + 1), unit, sense=Sense.GROWTH)
    return Amount(
        first, end, number._replace(ratio=None) if number.ratio else number, unit, sense=Sense.LEVEL
    )


def _settled(text: str, first: int, end: int, number: Number, unit: Unit) -> Unit:
    """The unit that a writing with several meanings has here."""
    match unit.unit:
        case "percent":  # 毛利率+1.2pct
            written = text[end - 3 : end].lower()
            return POINTS if written in ("pct", "cts") and _beside_han(text, first, end) else unit
        case "celsius":  # 2039亿度, 电池容量60.5度
            power = number.scale >= _TEN_THOUSAND or "电" in text[max(0, first - 12) : end + 1]
            return _KILOWATT_HOURS if power and text[end - 1] == "度" else unit
        case "pound":  # half a million pounds
            return _STERLING if number.scale >= _MILLION and not text.startswith(" of", end) else unit
    return unit


def _beside_han(text: str, start: int, end: int) -> bool:
    return any("\u4e00" <= char <= "\u9fff" for char in text[max(0, start - 2) : start] + text[end : end + 2])


def _in_brackets(text: str, found: Found, floor: int, home: Home) -> Amount | None:
    """An account's loss: $(14.2) million, (2.3)%."""
    before = unit_before(text, found.start - 1, home)
    end = found.end + 1
    if before is not None and before[0] >= floor:
        scale = _scale_behind().match(text, end)
        number = english_number(text[found.start : found.end] + scale[0]) if scale else found.number
        if number is None:
            return None
        return Amount(before[0], scale.end() if scale else end, negated(number), before[1])
    after = unit_after(text, end, home) if text[end : end + 1] == "%" else None
    return Amount(found.start - 1, after[0], negated(found.number), after[1]) if after else None


@cache
def _scale_behind() -> re.Pattern[str]:
    return re.compile(r" ?(?:thousand|million|billion|trillion|mn|bn|tn|m)(?![A-Za-z])")


@cache
def _of_a_point() -> re.Pattern[str]:
    return re.compile(
        r"(?: of (?:a|one) percentage|(?<=of a)(?: percentage)?) point(?!s)|(?<=quarter)[ -]point(?!s)|(?<=half)[ -]point(?!s)"
    )


@cache
def _straight() -> re.Pattern[str]:
    return re.compile(
        r" (?:straight|consecutive|successive|full|whole|more|additional|further|long|short)(?= )"
    )
