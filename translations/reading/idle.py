"""Numbers with a unit that say no quantity all the same: 一家公司, 这两年, 百亿级, 单位：亿元."""

from __future__ import annotations

import re

from translations.quantity import Kind, Modifier
from translations.reading.amount import Amount
from translations.reading.counts import CLASSES

# 一年前, 一天到晚, one year ago: a point in time, or an idiom.
_NO_STRETCH = re.compile(r" ?(?:[前后来度中到比又一]|ago|earlier|later|after|before)")
_LONG_AGO = re.compile(r"(?:于|公元前? ?|自|至)[0-9]{3,4} ?年\Z")
_THESE = frozenset("这那")
_UNIT_HEADINGS = ("万", "亿")
_SCALES_GO_ON = frozenset("亿兆")
_PLACEHOLDER = "\ufffc"
_EVERY = frozenset("每这那某新同第另有")
_SCALES = frozenset("万亿兆")


def says_nothing(folded: str, amount: Amount, end: int, modifier: Modifier | None) -> bool:
    """Whether `amount`, which ends at `end` with what touches it, is an idiom, a class or a heading."""
    start, unit = amount.start, amount.unit
    if folded[start - 1 : start] == _PLACEHOLDER and folded[start] in _SCALES:
        return True  # {1}亿元
    if folded.startswith(CLASSES, end) and not folded[start].isdigit():
        return True
    if unit.unit == "year" and _LONG_AGO.search(folded[max(0, start - 3) : end]):
        return True  # 始建于1372年
    if unit.kind is Kind.DURATION and folded[start - 1 : start] in _THESE:
        return True  # 这两年: lately
    return modifier is None and (_is_heading(folded, amount) or _is_idle_one(folded, amount))


def _is_heading(folded: str, amount: Amount) -> bool:
    """单位：亿元 names the unit of a table."""
    start = amount.start
    return (
        amount.unit.kind is Kind.MONEY
        and folded.startswith(_UNIT_HEADINGS, start)
        and folded[start + 1] not in _SCALES_GO_ON
    )


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
