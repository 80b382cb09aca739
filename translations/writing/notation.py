"""How a program states a quantity: ``5.3e12``, ``1/9``, ``70..90``, beside a unit. No reading of prose."""

from __future__ import annotations

import re
from decimal import Context, Decimal
from fractions import Fraction

from translations.quantity import Kind, Modifier, Quantity, Ratio, ratio_value
from translations.writing.kinds import kind_of
from translations.writing.model import BadQuantity

_DECIMAL = re.compile(r"[+-]?[0-9]{1,40}(?:\.[0-9]{1,40})?(?:[eE][+-]?[0-9]{1,9})?", re.ASCII)
_FRACTION = re.compile(r"([0-9]{1,9})/([1-9][0-9]{0,8})", re.ASCII)
_RANGE = ".."

# A ratio's decimal value carries this many significant digits.
_RATIO_DIGITS = Context(prec=12)
_LARGEST_DENOMINATOR = 1000
_SMALLEST_RATIO = Decimal("1e-3")  # also keeps 1e-999999999 from becoming a fraction of a billion digits


def parse_decimal(text: str) -> Decimal:
    """Read ``26.7`` or ``5.3e12``; `BadQuantity` for anything else, NaN and infinity included.

    The size is the writer's to judge: ``1e400`` is a number.
    """
    if not _DECIMAL.fullmatch(text):
        raise BadQuantity(
            f"{text[:40]!r} is no number: write digits, a point and perhaps an exponent, as in 5.3e12"
        )
    mantissa, exponent, power = text.lower().partition("e")
    if (
        exponent and "." not in mantissa
    ):  # 8300e8 is 8300 亿: its zeros are as little significant as 830000000000's
        digits = mantissa.rstrip("0") or "0"
        text = f"{digits}e{int(power) + len(mantissa) - len(digits)}"
    value = Decimal(text)
    return value if value else value.copy_abs()  # there is one zero, not two


def parse_ratio(text: str) -> Ratio:
    """Read ``1/9``, or a decimal that is such a fraction to 12 digits; `BadQuantity` for anything else."""
    match = _FRACTION.fullmatch(text)
    if match:
        return Ratio(int(match[1]), int(match[2]))
    value = parse_decimal(text)
    if _SMALLEST_RATIO <= value < _LARGEST_DENOMINATOR:
        fraction = Fraction(value).limit_denominator(_LARGEST_DENOMINATOR)
        ratio = Ratio(fraction.numerator, fraction.denominator)
        if ratio_value(ratio) == _RATIO_DIGITS.plus(value):
            return ratio
    raise BadQuantity(f"{text[:40]!r} is no fraction: write one as 1/9")


def parse_quantity(value: str, unit: str, modifier: str | None = None) -> Quantity:
    """Read a quantity from its notation.

    `value` is a decimal, a fraction (unit ``ratio``) or a range ``low..high``. Raises `UnknownUnit` or
    `BadQuantity`, both `ValueError`.
    """
    kind = kind_of(unit)
    qualifier = Modifier(modifier) if modifier else None
    if kind is Kind.RATIO:
        ratio = parse_ratio(value)
        return Quantity(kind, unit, ratio_value(ratio), modifier=qualifier, ratio=ratio)
    low, dots, high = value.partition(_RANGE)
    if not dots:
        return Quantity(kind, unit, parse_decimal(value), modifier=qualifier)
    ends = parse_decimal(low), parse_decimal(high)
    if ends[0] >= ends[1]:
        raise BadQuantity(f"{value[:40]!r} does not rise: write the smaller number first")
    return Quantity(kind, unit, low=ends[0], high=ends[1], modifier=qualifier)
