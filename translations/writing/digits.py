"""A decimal taken apart into the digits that were said, without ever writing it out in full."""

from __future__ import annotations

from decimal import Decimal

from translations.writing.model import NumberOutOfRange

MOST_DIGITS = 40
FARTHEST_ORDER = 30


def split(value: Decimal) -> tuple[bool, str, int]:
    """Whether `value` is negative, its significant digits, and the power of ten of the last one.

    ``Decimal("-5.30e12")`` is ``(True, "530", 10)``. Zero is never negative. Raises `NumberOutOfRange`.
    """
    # str() is O(digits written): 1e999999999 stays eleven characters long.
    text = str(value)
    negative = text[0] == "-"
    mantissa, _, power = (text[1:] if negative else text).partition("E")
    whole, _, fraction = mantissa.partition(".")
    digits = (whole + fraction).lstrip("0") or "0"
    if len(digits) > MOST_DIGITS or not digits.isdecimal():
        raise _refusal(value)
    exponent = (int(power) if power else 0) - len(fraction)
    if not -FARTHEST_ORDER <= exponent + len(digits) - 1 <= FARTHEST_ORDER:
        raise _refusal(value)
    return negative and digits != "0", digits, exponent


def place(digits: str, exponent: int) -> tuple[str, str]:
    """The digits before and after the decimal point: ``("530", -2)`` is ``("5", "30")``."""
    if exponent >= 0:
        return (digits + "0" * exponent if digits != "0" else "0"), ""
    point = len(digits) + exponent
    if point > 0:
        return digits[:point], digits[point:]
    return "0", "0" * -point + digits


def _refusal(value: Decimal) -> NumberOutOfRange:
    shown = str(value)
    shown = shown if len(shown) <= 24 else f"{shown[:20]}… ({len(shown)} characters)"
    return NumberOutOfRange(
        f"{shown} cannot be written: give a finite number of at most {MOST_DIGITS} digits"
        f" between 1e-{FARTHEST_ORDER} and 1e{FARTHEST_ORDER + 1}"
    )
