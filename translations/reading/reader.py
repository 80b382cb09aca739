"""The reader: every quantity and every date of a text, in one pass."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal

from translations.quantity import Kind, Modifier, Quantity
from translations.reading.amount import Amount
from translations.reading.amounts import bare_amount
from translations.reading.dates import date_value, is_year
from translations.reading.digits import digits_number
from translations.reading.folding import fold
from translations.reading.home import home_in
from translations.reading.idle import says_nothing
from translations.reading.labels import is_labelled
from translations.reading.lists import elided, listed
from translations.reading.model import DateMention, Mention, Number, Reading
from translations.reading.neighbours import may_have_unit
from translations.reading.numbers import Found, found_number, number_at
from translations.reading.phrases import is_half, phrase_quantity
from translations.reading.qualified import modifier_of
from translations.reading.ranges import range_from
from translations.reading.ratios import one_in
from translations.reading.scan import scanner
from translations.reading.shares import OVER, fraction
from translations.reading.signs import negated
from translations.reading.units import Home

# All that makes a figure of a bare number; and what makes it vague, touching its unit.
_SCALES = frozenset("万亿兆wk")
_ODD = frozenset("多余")
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
    modifier = modifier_of(folded, start, end, floor, phrase.quantity.kind, phrase.quantity.modifier)
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
    modifier = modifier_of(folded, start, end, floor, unit.kind, number.modifier)
    if says_nothing(folded, amount, end, modifier):
        return None
    number = number.times(unit.factor)
    quantity = Quantity(unit.kind, unit.unit, number.value, number.low, number.high, modifier, number.ratio)
    return Mention(
        start,
        end,
        text[start:end],
        quantity,
        number.quantum,
        amount.classifier,
        unit.alternatives,
        amount.sense,
    )
