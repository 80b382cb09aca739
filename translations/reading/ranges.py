"""Two ends of one amount: 3至5亿元, $3 to $5 billion, 70% — 90%, between 5 and 6 percent."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal
from functools import cache

from translations.quantity import Kind
from translations.reading.amount import Amount
from translations.reading.amounts import bare_amount
from translations.reading.model import Number, Sense
from translations.reading.numbers import Found, number_at
from translations.reading.scales import suffixed_number
from translations.reading.senses import grows
from translations.reading.signs import negated, sign_start
from translations.reading.units import Home, unit_around

# What "to", "and" and the signs between two ends begin with.
_CONNECTING = frozenset("至到~—–-和与tTaA")
_CONNECTOR = re.compile(r"-? (?i:to) | ?(?:[至到~]|—{1,2}|–|-) ?")
_AND = re.compile(r" ?(?:和|与|到|至) ?| (?i:and) ")
_BETWEEN = re.compile(r"(?:(?<![A-Za-z])(?i:between)|介于|在) ?\Z")


@cache
def _change() -> re.Pattern[str]:
    return re.compile(
        r"(?:(?<![A-Za-z])(?i:from|up|down|rose|fell|grew|rising|falling|climbed|dropped|jumped|sank|gained|added|slid|lost|widened|narrowed|tightened"
        r"|increased|decreased|declined|surged|plunged|soared|tumbled|shrank|expanded|advanced|eased|firmed)"
        r"|[从由自]) ?(?:[的约近] ?)?\Z"
    )


# "by 3% to 5%" is a range, "by 2.4% to 18%" tells a change and its end.
_BY = re.compile(r"(?:(?<![A-Za-z])(?i:by) |[上下][调調]|[升降跌涨]) ?\Z")
_WIDEST_BY = 4
_ONE = Decimal(1)
_TEN = Decimal(10)
_WINDOW = 9
# "rose 5%-6%" is a range where "rose 5% to 6%" is a change.
_DASHES = frozenset("-–—~")
# A currency, a sign or 百分之 may stand before the second number.
_AHEAD = re.compile(r"-?[^0-9\s,，。；、:：()（）和与\-–—~]{0,8}(?: CFA)? ?-?(?=[0-9])")
_PERCENT_AHEAD = re.compile(r"百分之")


def range_from(text: str, found: Found, first: Amount | None, floor: int, home: Home) -> Amount | None:
    """The range that `found` (with its unit, `first`, or bare) begins, or None."""
    scaled = first if first and first.bare else None
    first = None if scaled else first  # 300亿至500亿美元: the unit is still to come
    if first is None or first.unit.unit == "meter":
        millions = suffixed_number(text, found)  # 320m-380m yuan
        joined = range_from(text, millions, None, floor, home) if millions else None
        if joined is not None and joined.unit.kind is Kind.MONEY:
            return joined
    end = first.end if first else found.end
    if not _may_connect(text, end) and (end == found.end or not _may_connect(text, found.end)):
        return None
    if found.number.value is None or found.number.ratio is not None:
        return None
    start = first.start if first else found.start
    before = text[max(floor, start - _WINDOW) : start]
    between = _BETWEEN.search(before)
    link = (_AND if between else _CONNECTOR).match(text, end)
    if link is None:
        if first is None or end == found.end:
            return None
        # "$3-5bn": the unit of the first end came from before the number.
        link = _CONNECTOR.match(text, found.end)
        if link is None:
            return None
    said = suffixed_number(text, found)  # the m of $500m-1bn is no unit
    has_unit = first is not None and first.end > (said.end if said else found.end)
    prefixed = first is not None and not has_unit and first.unit.kind is Kind.MONEY
    if first is not None and not between and link[0].strip() not in _DASHES and _change().search(before):
        return None
    second = _second(text, link.end(), home, prefixed=prefixed)
    if second is None:
        return None
    if first is None:
        signed = sign_start(text, found.start, floor)
        if signed < found.start:
            found = Found(signed, found.end, negated(found.number))
        around = unit_around(text, signed, second[0].end)  # 摄氏70～90度
        if around is not None:
            found = Found(around[0], found.end, found.number)
            number = second[1].number if second[1] else second[0].number
            second = second[0], Amount(second[0].start, around[1], number, around[2])
    joined = _joined(first, found, second, has_unit=has_unit, bare=scaled)
    if joined and first and _BY.search(before) and joined.number.low and joined.number.high:
        joined = joined if joined.number.high <= joined.number.low * _WIDEST_BY else None
    return _grown(text, joined) if joined and joined.unit.kind is Kind.MULTIPLE else joined


def _may_connect(text: str, end: int) -> bool:
    following = text[end : end + 1]
    if following == " ":
        following = text[end + 1 : end + 2]
    return following in _CONNECTING


def _second(text: str, position: int, home: Home, *, prefixed: bool) -> tuple[Found, Amount | None] | None:
    percent = _PERCENT_AHEAD.match(text, position)
    at = percent.end() if percent else position
    found = number_at(text, at)
    if found is None and (ahead := _AHEAD.match(text, position)) is not None:
        at = ahead.end()
        found = number_at(text, at)
    if found is None or found.number.value is None or found.number.ratio is not None:
        return None
    if prefixed and (scaled := suffixed_number(text, found)) is not None:  # $3–5B, -$2B – -$1B
        return (scaled._replace(number=negated(scaled.number)) if "-" in text[position:at] else scaled), None
    amount = bare_amount(text, found, position, home)
    if amount is not None and amount.start > position:
        return None
    if amount is None and at > position and not percent:
        if text[position:at] != "-":
            return None
        found = Found(position, found.end, negated(found.number))
    return found, amount


def _joined(
    first: Amount | None,
    found: Found,
    second: tuple[Found, Amount | None],
    *,
    has_unit: bool,
    bare: Amount | None,
) -> Amount | None:
    other, amount = second
    if amount is not None and amount.bare:
        bare, amount = amount, None
    dress = amount or first or bare  # the end that says the unit
    if dress is None or (amount is None and has_unit):
        return None
    if first and amount and (amount.unit.kind, amount.unit.unit) != (first.unit.kind, first.unit.unit):
        return None
    if first and amount and first.unit.factor != amount.unit.factor:  # 50 cents to $2
        first, amount = _in_whole_units(first), _in_whole_units(amount)
        dress = amount
    low = first.number if first else found.number
    high = amount.number if amount else other.number
    if first is None and amount is not None:
        low = _told_alike(low, other.number, amount.number)
    if not has_unit:
        low = _with_elided_scale(low, high)
    if low.value is None or high.value is None or not low.value < high.value:
        return None
    return dress._replace(
        start=first.start if first else found.start,
        end=amount.end if amount else other.end,
        number=Number(None, min(low.quantum, high.quantum), high.scale, low.value, high.value),
    )


def _grown(text: str, amount: Amount) -> Amount:
    """增长2至3倍: to three to four times."""
    number = amount.number
    if number.low is None or number.high is None or not grows(text, amount.start):
        return amount
    number = number._replace(low=number.low + 1, high=number.high + 1)
    return amount._replace(number=number, sense=Sense.GROWTH)


def _in_whole_units(amount: Amount) -> Amount:
    factor = amount.unit.factor
    return amount._replace(number=amount.number.times(factor), unit=replace(amount.unit, factor=_ONE))


def _told_alike(low: Number, written: Number, told: Number) -> Number:
    """三至五成: 成 made tens of the second number, and makes them of the first."""
    if low.value is None or not written.value or told.value != written.value * 10:
        return low
    return low.times(_TEN)


def _with_elided_scale(low: Number, high: Number) -> Number:
    """3至5亿 is 3亿 to 5亿; 8000至1万 is as it stands."""
    if low.scale != 1 or high.scale == 1 or low.value is None or high.value is None:
        return low
    if low.value * high.scale < high.value:
        return low.times(high.scale)._replace(scale=high.scale)
    return low
