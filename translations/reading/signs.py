"""The sign of a number, and what it does to it."""

from __future__ import annotations

import re
from decimal import Decimal

from translations.reading.model import Number

_SIGN = re.compile(
    r"(?:(?<![0-9A-Za-z%)])[-+]|零下|(?<![背肩担自身抱辜胜欠减正])负(?!责)|(?i:(?<![a-z])(?:minus|negative) ))\Z"
)
_SIGN_WIDTH = 10
_SIGN_WORDS_END = frozenset("sSeE")  # minus, negative
_SIGN_ENDS = frozenset("-+下负 ")
_HALF = Decimal("0.5")


def sign_start(text: str, start: int, floor: int) -> int:
    """Where the sign before `start` begins, or `start`."""
    if start <= floor or text[start - 1] not in _SIGN_ENDS:
        return start
    if text[start - 1] == " " and text[start - 2 : start - 1] not in _SIGN_WORDS_END:
        return start
    low = max(floor, start - _SIGN_WIDTH)
    match = _SIGN.search(text[low:start])
    return low + match.start() if match else start


def negated(number: Number) -> Number:
    """The number below zero."""
    if number.value is not None:
        return number._replace(value=-number.value)
    if number.low is None or number.high is None:
        return number
    return number._replace(low=-number.high, high=-number.low)


def plus_half(number: Number) -> Number:
    """三斤半: half a unit more."""
    if number.value is None:
        return number
    return number._replace(value=number.value + _HALF, quantum=Decimal("0.1"))
