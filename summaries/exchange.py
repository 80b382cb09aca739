"""The same amount in another currency, at a rate that is named; no amount where there is none."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Context, Decimal
from enum import StrEnum
from fractions import Fraction
from typing import Protocol, TypeAlias

from summaries.model import Figure
from translations import Kind, Modifier, Quantity
from translations.writing import Period, Point, Relation

# An amount keeps the digits that the article gives it; one alone (9 billion) would be too coarse, and more
# than four are more than a rate of another day can promise.
_FEWEST_DIGITS = 2
_MOST_DIGITS = 4

_RATE_DIGITS = Context(prec=4)


@dataclass(frozen=True, slots=True)
class DayRates:
    """What one euro was worth on `day`, by ISO 4217 code; the euro itself is among them."""

    day: date
    per_euro: Mapping[str, Decimal]


class RateSource(Protocol):
    """Where reference rates are found."""

    def on(self, day: date) -> DayRates | None:
        """Return the rates of `day`, else of the nearest day before it, not more than a week earlier."""

    def ever(self) -> frozenset[str]:
        """Return every currency that has had a rate on any day."""


@dataclass(frozen=True, slots=True)
class ArticlePair:
    """The article states the amount in this currency, too: `figure` is the id of what says so."""

    figure: str


@dataclass(frozen=True, slots=True)
class ArticleRate:
    """A rate that the article gives, in the figure with the id `figure`; `period` is None where it names none."""

    figure: str
    rate: Quantity
    period: Period | None


@dataclass(frozen=True, slots=True)
class ReferenceRate:
    """A reference rate of `day`; `rate` is written from the dearer currency (1 USD = 156.7 JPY), in four digits."""

    rate: Quantity
    day: date


Basis: TypeAlias = ArticlePair | ArticleRate | ReferenceRate


@dataclass(frozen=True, slots=True)
class Converted:
    """An amount in the currency asked for, and what it rests on; the article's own amount as it stands there."""

    quantity: Quantity
    basis: Basis


class Absence(StrEnum):
    """Why there is no rate."""

    NEVER = "never"  # the currency has none on any day
    THAT_DAY = "that_day"  # it has none on the day, others do
    NO_DAY = "no_day"  # no currency has one in the week before the day


@dataclass(frozen=True, slots=True)
class NoRate:
    """There is no rate for `currency`, the one asked for or the article's, on `day`."""

    currency: str
    day: date
    why: Absence


class Exchange:
    """Converts the figures of one article, which was published within the period `published`."""

    def __init__(self, figures: Mapping[str, Figure], published: Period, rates: RateSource) -> None:
        self._figures = figures
        self._quoted = [figure for figure in figures.values() if figure.quantity.kind is Kind.RATE]
        self._published = last_day(published)
        self._rates = rates

    def convert(self, figure: Figure, currency: str) -> Converted | NoRate | None:
        """Return the amount of `figure` in `currency`; None for what is no money, or in that currency already.

        The article's own amount comes before the article's own rate, and that before a reference rate.
        """
        quantity = figure.quantity
        if quantity.kind is not Kind.MONEY or quantity.unit == currency:
            return None
        return (
            self._stated(figure, currency)
            or self._at_article_rate(quantity, currency)
            or self._at_reference_rate(quantity, currency, self._day(figure.period))
        )

    def _stated(self, figure: Figure, currency: str) -> Converted | None:
        for other in (self._figures[id_] for id_ in figure.equals if id_ in self._figures):
            if other.quantity.unit == currency:
                return Converted(other.quantity, ArticlePair(other.id))
        return None

    def _at_article_rate(self, quantity: Quantity, currency: str) -> Converted | None:
        for figure in self._quoted:
            factor = _factor(figure.quantity, quantity.unit, currency)
            if factor is not None:
                basis = ArticleRate(figure.id, figure.quantity, figure.period)
                return Converted(_multiplied(quantity, factor, currency), basis)
        return None

    def _at_reference_rate(self, quantity: Quantity, currency: str, day: date) -> Converted | NoRate:
        found = self._rates.on(day)
        if found is None:
            return NoRate(currency, day, Absence.NO_DAY)
        for code in (currency, quantity.unit):
            if code not in found.per_euro:
                never = code not in self._rates.ever()
                return NoRate(code, found.day, Absence.NEVER if never else Absence.THAT_DAY)
        factor = Fraction(found.per_euro[currency]) / Fraction(found.per_euro[quantity.unit])
        rate = _rate(quantity.unit, currency, factor)
        return Converted(_multiplied(quantity, factor, currency), ReferenceRate(rate, found.day))

    def _day(self, period: Period | None) -> date:
        """The day whose rate an amount of `period` is converted at: its last, none after the publication."""
        if period is None or period.relation is Relation.SINCE:
            return self._published
        return min(last_day(period), self._published)


def last_day(period: Period) -> date:
    """Return the last day of `period`, taking a fiscal year for the calendar year of its number."""
    return _last_day(period.end or period.start)


def _last_day(point: Point) -> date:
    if point.day:
        return point.first_day()
    first = point.first_day()
    months = 1 if point.month else 3 if point.quarter else 6 if point.half else 12
    years, month = divmod(first.month - 1 + months, 12)
    return date(first.year + years, month + 1, 1) - timedelta(days=1)


def significant_digits(value: Decimal) -> int:
    """Return how many digits of `value` are significant; trailing zeros of an integer written in full are not."""
    _, digits, exponent = value.as_tuple()
    written = "".join(map(str, digits)).lstrip("0")
    return len(written.rstrip("0") if exponent == 0 else written) or 1


def _factor(rate: Quantity, unit: str, currency: str) -> Fraction | None:
    """What an amount in `unit` is multiplied by at `rate`; None where it relates other currencies."""
    per = rate.per
    if not rate.value or per is None or not per.value:
        return None
    quoted = Fraction(rate.value) / Fraction(per.value)
    if (per.unit, rate.unit) == (unit, currency):
        return quoted
    return 1 / quoted if (rate.unit, per.unit) == (unit, currency) else None


def _multiplied(quantity: Quantity, factor: Fraction, currency: str) -> Quantity:
    ends = (quantity.value, quantity.low, quantity.high)
    digits = max(significant_digits(end) for end in ends if end is not None)
    rounding = Context(prec=min(max(digits, _FEWEST_DIGITS), _MOST_DIGITS))
    value, low, high = (None if end is None else _divided(Fraction(end) * factor, rounding) for end in ends)
    return Quantity(Kind.MONEY, currency, value, low, high, Modifier.ABOUT)


def _rate(unit: str, currency: str, factor: Fraction) -> Quantity:
    if factor < 1:
        return _rate(currency, unit, 1 / factor)
    per = Quantity(Kind.MONEY, unit, Decimal(1))
    return Quantity(Kind.RATE, currency, _divided(factor, _RATE_DIGITS), per=per)


def _divided(number: Fraction, rounding: Context) -> Decimal:
    """`number` in as many digits as `rounding` has, those that are zero among them (7.0)."""
    quotient = rounding.divide(Decimal(number.numerator), Decimal(number.denominator))
    missing = rounding.prec - len(quotient.as_tuple().digits)
    return quotient if not quotient else quotient.quantize(Decimal((0, (1,), _exponent(quotient) - missing)))


def _exponent(value: Decimal) -> int:
    return int(value.as_tuple().exponent)


def currencies_of(figures: Iterable[Figure]) -> tuple[str, ...]:
    """Return the currencies in which `figures` are, each once, in their order."""
    return tuple(dict.fromkeys(f.quantity.unit for f in figures if f.quantity.kind is Kind.MONEY))
