"""Which units exist, and what each measures."""

from __future__ import annotations

from functools import lru_cache

from babel import Locale

from translations.quantity import Kind
from translations.writing import cldr
from translations.writing.model import UnknownUnit
from translations.writing.words import COMPOSED_UNITS

OWN_UNITS = {
    "percent": Kind.PERCENT,
    "percentage_point": Kind.PERCENTAGE_POINTS,
    "basis_point": Kind.PERCENTAGE_POINTS,
    "times": Kind.MULTIPLE,
    "ratio": Kind.RATIO,
    "count": Kind.COUNT,
}
_CATEGORIES = {"power": Kind.POWER, "duration": Kind.DURATION}


def supported_unit(unit: str) -> Kind | None:
    """The kind that a unit belongs to, None for an unknown one. Case counts: ``JPY``, ``gigawatt``."""
    if unit in OWN_UNITS:
        return OWN_UNITS[unit]
    if unit in _currencies():
        return Kind.MONEY
    if unit in COMPOSED_UNITS:
        return COMPOSED_UNITS[unit]
    category, found, _ = _units().get(unit, "").partition("-")
    return _CATEGORIES.get(category, Kind.MEASURE) if found else None


def kind_of(unit: str) -> Kind:
    """The kind that a unit belongs to. Raises `UnknownUnit`."""
    known = supported_unit(unit)
    if known is None:
        raise UnknownUnit(
            f"{unit[:40]!r} is no unit: give an ISO 4217 code (JPY), a CLDR unit (gigawatt, year) or one of"
            f" {', '.join(OWN_UNITS)}"
        )
    return known


def check_unit(kind: Kind, unit: str) -> None:
    """Raise `UnknownUnit` unless `unit` measures that kind of quantity; a rate is quoted in money."""
    known = kind_of(unit)
    if known is not (Kind.MONEY if kind is Kind.RATE else kind):
        raise UnknownUnit(f"{unit!r} is a unit of {known}, not of {kind}")


def cldr_unit(unit: str) -> str:
    """A CLDR unit with its category: ``gigawatt`` → ``power-gigawatt``."""
    return _units()[unit]


@lru_cache(maxsize=1)
def _units() -> dict[str, str]:
    return {unit.partition("-")[2]: unit for unit in sorted(cldr.unit_ids(Locale("en")))}


@lru_cache(maxsize=1)
def _currencies() -> frozenset[str]:
    # XXX is ISO 4217's code for "no currency", and has no sign in any locale.
    return frozenset(Locale("en").currencies) - {"XXX"}
