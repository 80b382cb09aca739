"""The reader: every quantity and every date of a text, in one pass."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal

from translations.quantity import Kind, Modifier, Quantity
from translations.reading.amount import Amount
from translations.reading.amounts import bare_amount
from translations.reading.counts import CLASSES
from translations.reading.dates import date_value, is_year
from translations.reading.digits import digits_number
from translations.reading.folding import fold
from translations.reading.home import home_in
from translations.reading.labels import is_labelled
from translations.reading.lists import elided, listed
from translations.reading.model import DateMention, Mention, Number, Reading
from translations.reading.modifiers import modifier_before, modifier_behind, modifier_reaching
from translations.reading.neighbours import may_have_unit
from translations.reading.numbers import Found, found_number, number_at
from translations.reading.phrases import is_half, phrase_quantity
from translations.reading.ranges import range_from
from translations.reading.ratios import one_in
from translations.reading.scan import scanner
from translations.reading.shares import OVER, fraction
from translations.reading.signs import negated
from translations.reading.units import Home

_SHARES = frozenset({Kind.RATIO, Kind.MULTIPLE})
_REACHED = frozenset({Kind.RATIO, Kind.MULTIPLE, Kind.PERCENT})
_HALF = Number(Decimal("0.5"), Decimal("0.1"))


def read(text: str, lang: str | None = None) -> Reading:
    """Read `text`, Chinese, English or both; `lang` (BCP 47) says what 元, $ and 兆 mean where it matters.

    Policy and shapes: docs/reading.md. Linear in the length of the text; no text is an error.
    """
    folded = fold(text)
    home = home_in(folded, lang)
    search = scanner().search
    figures: list[Mention] = []
    bare: list[Found] = []  # numbers of a list whose unit is still to come: 1.32/1.68/2.05元
    dates: list[DateMention] = []
    position = floor = 0
    while match := search(folded, position):
        position = match.end()
        group = (match.lastgroup or "")[2:]
        if group == "trap":
            # Behind 每 100 公里 comes its number, and before it may stand its modifier.
            floor = floor if match[0].startswith("100") else position
        elif group == "date":
            value = date_value(match[0])
            if value is not None:
                dates.append(DateMention(match.start(), position, text[match.start() : position], value))
        else:
            found = _figure(text, folded, match, group, floor, home)
            if isinstance(found, DateMention):
                dates.append(found)
                position = found.end
            elif found is not None:
                if bare:
                    figures.extend(elided(text, folded, bare, found))
                    bare = []
                figures.append(found)
                floor = position = max(found.end, position) if group == "phrase" else found.end
            elif group == "digits":
                bare = listed(folded, bare, match)
    return Reading(tuple(figures), tuple(dates))


def _figure(
    text: str, folded: str, match: re.Match[str], group: str, floor: int, home: Home
) -> Mention | DateMention | None:
    if group == "phrase":
        half = Found(match.start(), match.start() + 1, _HALF) if is_half(match[0]) else None
        return (_amount_mention(text, folded, half, floor, home) if half else None) or _phrase(
            text, folded, match, floor
        )
    if (
        group == "han"
        and not may_have_unit(folded, match.start(), match.end())
        and _SCALES.isdisjoint(match[0])
    ):
        return None
    found = found_number(match, group)
    if found is None:
        return None
    if group == "digits" and folded[found.start - 1 : found.start] == ".":
        found = _led_by_point(folded, found)
    if group == "han":
        over = OVER.match(folded, found.end)
        if over is not None:
            return _fraction(text, folded, found, over.end(), floor)
    if (
        group == "digits"
        and found.end - found.start == 4
        and match[0].isdigit()
        and folded[found.start - 1 : found.start] not in _TIMES_SIGNS
        and is_year(folded, found.start, found.end)
        and not _is_amount(folded, found, floor, home)
    ):
        written = text[found.start : found.end]
        return DateMention(found.start, found.end, written, folded[found.start : found.end])
    return _amount_mention(text, folded, found, floor, home)


_NO_AMOUNT = frozenset({Kind.COUNT, Kind.RATIO, Kind.DURATION})


def _is_amount(folded: str, year: Found, floor: int, home: Home) -> bool:
    """1996元 and 1996 pesetas are amounts; "the 2023 dollar index" has a year."""
    amount = bare_amount(folded, year, floor, home)
    if amount is None or amount.unit.kind in _NO_AMOUNT:
        return False
    return folded[year.end : year.end + 1] != " " or folded[amount.end - 1] == "s"


_TIMES_SIGNS = frozenset("×xX*")  # 4805×1925×1718mm
_NO_WHOLE = re.compile(r"[0-9]+")


def _led_by_point(folded: str, found: Found) -> Found:
    """.5% is 0.5%; behind a letter or a digit the point is another."""
    start = found.start - 1
    if folded[start - 1 : start].isalnum() or not _NO_WHOLE.fullmatch(folded, found.start, found.end):
        return found
    return Found(start, found.end, digits_number(f"0{folded[start : found.end]}"))


def _amount_mention(text: str, folded: str, found: Found, floor: int, home: Home) -> Mention | None:
    amount = bare_amount(folded, found, floor, home)
    if amount is None:
        if is_labelled(folded, found.start, floor):
            return None
        amount = one_in(folded, found) if folded.startswith(" ", found.end) else None
    amount = range_from(folded, found, amount, floor, home) or amount
    return _mention(text, folded, amount, floor) if amount else None


def _phrase(text: str, folded: str, match: re.Match[str], floor: int) -> Mention | None:
    phrase = phrase_quantity(match[0])
    start, end = match.span()
    modifier = _modifier(folded, start, end, floor, phrase.quantity.kind, phrase.quantity.modifier)
    if modifier is None and phrase.qualified:
        return None
    if modifier is None and folded[start - 1 : start] == "过":  # 过半
        modifier = Modifier.OVER
    quantity = replace(phrase.quantity, modifier=modifier)
    return Mention(start, end, text[start:end], quantity, phrase.quantum, sense=phrase.sense)


def _fraction(text: str, folded: str, denominator: Found, position: int, floor: int) -> Mention | None:
    numerator = number_at(folded, position)
    if numerator is None or denominator.number.value is None:
        return None
    if folded[position - 1] == "-":
        numerator = numerator._replace(number=negated(numerator.number))
    told = fraction(denominator.number.value, numerator.number)
    if told is None:
        return None
    number, unit = told
    first = Amount(denominator.start, numerator.end, number, unit)
    # A range inherits the 百分之 of its first end.
    amount = range_from(folded, numerator._replace(number=number), first, floor, _NOWHERE) or first
    return _mention(text, folded, amount, floor)


_NOWHERE = Home()


def _mention(text: str, folded: str, amount: Amount, floor: int) -> Mention | None:
    number, unit = amount.number, amount.unit
    start, end = amount.start, amount.end
    if number.modifier is None and folded[end : end + 1] in _ODD:
        end += 1  # 两年多, 四成多
        number = number._replace(modifier=Modifier.OVER)
    if folded[start - 1 : start] == _PLACEHOLDER and folded[start] in _SCALES:
        return None  # {1}亿元
    if folded.startswith(CLASSES, end) and not folded[start].isdigit():
        return None
    modifier = _modifier(folded, start, end, floor, unit.kind, number.modifier)
    if (
        modifier is None
        and unit.kind is Kind.MONEY
        and folded.startswith(_UNIT_HEADINGS, start)
        and folded[start + 1] not in _SCALES_ON
    ):
        return None  # 单位：亿元
    if modifier is None and _is_idle_one(folded, amount):
        return None
    if unit.unit == "year" and _LONG_AGO.search(folded[max(0, start - 3) : end]):
        return None  # 始建于1372年
    if unit.kind is Kind.DURATION and folded[start - 1 : start] in _THESE:
        return None  # 这两年: lately
    factor = unit.factor
    value, low, high, quantum = number.value, number.low, number.high, number.quantum
    if factor != 1:
        quantum *= factor
        value = value * factor if value is not None else None
        low = low * factor if low is not None else None
        high = high * factor if high is not None else None
    quantity = Quantity(unit.kind, unit.unit, value, low, high, modifier, number.ratio)
    return Mention(
        start, end, text[start:end], quantity, quantum, amount.classifier, unit.alternatives, amount.sense
    )


# 一年前, 一天到晚, one year ago: a point in time, or an idiom.
_NO_STRETCH = re.compile(r" ?(?:[前后来度中到比又一]|ago|earlier|later|after|before)")
_LONG_AGO = re.compile(r"(?:于|公元前? ?|自|至)[0-9]{3,4} ?年\Z")
_THESE = frozenset("这那")
_UNIT_HEADINGS = ("万", "亿")
_SCALES_ON = frozenset("亿兆")
_PLACEHOLDER = "\ufffc"
_SCALES = frozenset("万亿兆wk")
_ODD = frozenset("多余")
_EVERY = frozenset("每这那某新同第另有")


def _is_idle_one(folded: str, amount: Amount) -> bool:
    """一家公司 and "one company" say no number, nor do 一年前 and 二股东, which is the second."""
    kind = amount.unit.kind
    if kind is not Kind.COUNT and kind is not Kind.DURATION:
        return False
    if folded.startswith("二", amount.start) and kind is Kind.COUNT:
        return amount.number.value == 2
    if not folded.startswith(("一", "壹", "one", "One"), amount.start) or amount.number.value != 1:
        return False
    if kind is Kind.COUNT:
        return True
    return (
        _NO_STRETCH.match(folded, amount.end) is not None or folded[amount.start - 1 : amount.start] in _EVERY
    )


# 不低于每股22.4元
_EACH = re.compile(r"每[^0-9，。\s]{1,3}\Z")


def _before_each(folded: str, start: int, floor: int) -> Modifier | None:
    low = max(floor, start - 4)
    each = _EACH.search(folded[low:start])
    return modifier_before(folded, low + each.start(), floor) if each else None


# 3,980元/吨上下, 10万元（含）以下
_PER = re.compile(r"(?:/[^\W0-9_]{1,4}?|[（(]含(?:本数)?[)）])(?=上下|左右|以[上下内])")


_BEFORE_BEHIND = frozenset("/（(")


def _behind_rate(folded: str, end: int) -> tuple[Modifier, int] | None:
    per = _PER.match(folded, end)
    return modifier_behind(folded, per.end()) if per else None


def _modifier(
    folded: str, start: int, end: int, floor: int, kind: Kind, own: Modifier | None
) -> Modifier | None:
    """The modifier of what stands at `start`..`end`; its `own` stands inside it (十多亿)."""
    if own is not None:
        return own
    before = modifier_before(folded, start, floor)
    if before is None and "每" in folded[max(floor, start - 4) : start]:
        before = _before_each(folded, start, floor)
    if before is Modifier.OVER and kind is Kind.DURATION and folded[start - 5 : start].lower() == "over ":
        before = None  # "10% over five years" is a stretch of time
    behind = modifier_behind(folded, end)
    if behind is None and folded[end : end + 1] in _BEFORE_BEHIND:
        behind = _behind_rate(folded, end)
    told = behind[0] if behind else None
    if told is Modifier.WITHIN and kind is not Kind.DURATION and not folded.startswith("以内", end):
        told = None
    if before is not None and (before is not Modifier.ONLY or told is None):
        return before
    if told is None and kind in _REACHED and start > floor:
        return modifier_reaching(folded, start, floor, comparisons=kind in _SHARES)
    return told
