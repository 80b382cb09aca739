"""What a figure says: a value or a range, its unit, and how sure the writer was."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Context, Decimal
from enum import StrEnum


class Kind(StrEnum):
    """What sort of quantity it is; it decides how the number is worded."""

    MONEY = "money"
    PERCENT = "percent"
    PERCENTAGE_POINTS = "percentage_points"
    MULTIPLE = "multiple"
    RATIO = "ratio"
    COUNT = "count"
    DURATION = "duration"
    POWER = "power"
    RATE = "rate"
    MEASURE = "measure"


class Modifier(StrEnum):
    """How the writer qualified the number (约, 近, 逾, 至少, 至多, 不足, 以内, 仅)."""

    ABOUT = "about"
    NEARLY = "nearly"
    OVER = "over"
    AT_LEAST = "at_least"
    UP_TO = "up_to"
    LESS_THAN = "less_than"
    WITHIN = "within"
    ONLY = "only"


@dataclass(frozen=True, slots=True)
class Ratio:
    """A fraction as it was said: one in nine is ``Ratio(1, 9)``, never reduced."""

    numerator: int
    denominator: int


# The decimal of a ratio carries this many significant digits.
_RATIO_DIGITS = Context(prec=12)


def ratio_value(ratio: Ratio) -> Decimal:
    """Return `ratio` as a decimal of 12 significant digits."""
    return _RATIO_DIGITS.divide(Decimal(ratio.numerator), Decimal(ratio.denominator))


@dataclass(frozen=True, slots=True)
class Quantity:
    """One quantity: either `value`, or `low` and `high`.

    `unit` is an ISO 4217 code, a CLDR unit id (``gigawatt``, ``year``), or one of ``percent``,
    ``percentage_point``, ``basis_point``, ``times``, ``ratio``, ``count``. Percent values are what a
    person says (26.7). A ratio has `ratio` and, as `value`, the fraction to 12 significant digits.
    A rate quotes `value` `unit` for `per`, itself a quantity (100 JPY).

    The digits of a decimal are its significance: ``Decimal("4.50")`` prints both decimals,
    ``Decimal("5.3e12")`` two digits; trailing zeros of an integer written in full are not significant.
    """

    kind: Kind
    unit: str
    value: Decimal | None = None
    low: Decimal | None = None
    high: Decimal | None = None
    modifier: Modifier | None = None
    ratio: Ratio | None = None
    per: Quantity | None = None


@dataclass(frozen=True, slots=True)
class CountNoun:
    """What is counted, in one language: CLDR plural category → words ({"one": "company", …}).

    Chinese has the measure word and noun under ``other`` (家公司).
    """

    forms: tuple[tuple[str, str], ...]
