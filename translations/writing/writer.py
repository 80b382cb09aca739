"""One quantity, four forms. Everything is compiled once for (locale, kind, unit, width) and cached."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from functools import lru_cache

from babel import Locale

from translations.quantity import CountNoun, Kind, Quantity
from translations.writing import money, units
from translations.writing.kinds import check_unit
from translations.writing.model import Width, Written
from translations.writing.modifiers import modified
from translations.writing.rates import equate
from translations.writing.ratios import spell_ratio
from translations.writing.speller import Speller


def write(quantity: Quantity, locale: Locale, noun: CountNoun | None = None) -> Written:
    """`quantity` in `locale`, in its four forms; `noun` is what a count counts, in the locale's language.

    Raises `UnknownUnit` and `NumberOutOfRange`, both `ValueError`, and `ValueError` for a quantity that has
    neither a value nor both ends of a range.
    """
    check_unit(quantity.kind, quantity.unit)
    if quantity.per is not None:
        return _write_rate(quantity, quantity.per, locale)
    long, short, exact = _forms(quantity, locale, noun)
    return Written(modified(locale, quantity.modifier, long), long, short, exact)


def writer(locale: Locale, kind: Kind, unit: str, width: Width) -> Callable[[Decimal], str]:
    """The compiled writer of single values, without modifier: call it as often as you like.

    A count has no noun here, a rate is its quoted amount, a ratio a decimal. Raises `UnknownUnit`; the
    function returned raises `NumberOutOfRange`.
    """
    check_unit(kind, unit)
    return _speller(locale, kind, unit, width).one


def _forms(quantity: Quantity, locale: Locale, noun: CountNoun | None) -> tuple[str, str, str]:
    if quantity.ratio is not None:
        ratio = quantity.ratio
        return (
            spell_ratio(ratio, locale, Width.LONG),
            spell_ratio(ratio, locale, Width.SHORT),
            spell_ratio(ratio, locale, Width.EXACT),
        )
    long, short, exact = _spellers(locale, quantity.kind, quantity.unit, noun)
    return _spell(long, quantity), _spell(short, quantity), _spell(exact, quantity)


def _spell(speller: Speller, quantity: Quantity) -> str:
    if quantity.value is not None:
        return speller.one(quantity.value)
    if quantity.low is None or quantity.high is None:
        raise ValueError("a quantity needs a value, or both low and high")
    return speller.range(quantity.low, quantity.high)


def _write_rate(quantity: Quantity, per: Quantity, locale: Locale) -> Written:
    check_unit(per.kind, per.unit)
    quoted, base = _forms(quantity, locale, None), _forms(per, locale, None)
    return Written(
        text=equate(locale, Width.LONG, base[0], quoted[0], quantity.modifier),
        long=equate(locale, Width.LONG, base[0], quoted[0]),
        short=equate(locale, Width.SHORT, base[1], quoted[1], quantity.modifier),
        exact=equate(locale, Width.EXACT, base[2], quoted[2]),
    )


@lru_cache(maxsize=1024)
def _spellers(
    locale: Locale, kind: Kind, unit: str, noun: CountNoun | None
) -> tuple[Speller, Speller, Speller]:
    if noun is not None and kind is Kind.COUNT:
        return (
            units.count(locale, noun, Width.LONG),
            units.count(locale, noun, Width.SHORT),
            units.count(locale, noun, Width.EXACT),
        )
    return (
        _speller(locale, kind, unit, Width.LONG),
        _speller(locale, kind, unit, Width.SHORT),
        _speller(locale, kind, unit, Width.EXACT),
    )


@lru_cache(maxsize=2048)
def _speller(locale: Locale, kind: Kind, unit: str, width: Width) -> Speller:
    if kind in (Kind.MONEY, Kind.RATE):
        return money.money(locale, unit, width)
    return units.speller(locale, kind, unit, width)
