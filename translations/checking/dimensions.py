"""What a unit measures, and how much of the base unit it is.

Factors: CLDR supplemental/units.xml (unitConstants, convertUnits), which has them from the SI brochure and
NIST SP 811. Months and days are two dimensions: no number of days is a month.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache
from types import MappingProxyType


@dataclass(frozen=True, slots=True)
class Measure:
    """`factor` base units of `dimension`, plus `offset` (temperatures)."""

    dimension: str
    factor: Decimal
    offset: Decimal = Decimal(0)


_PREFIXES: Mapping[str, int] = MappingProxyType(
    {
        "nano": -9,
        "micro": -6,
        "milli": -3,
        "centi": -2,
        "deci": -1,
        "hecto": 2,
        "kilo": 3,
        "mega": 6,
        "giga": 9,
        "tera": 12,
        "peta": 15,
        "exa": 18,
        "zetta": 21,
    }
)
# Units that take SI prefixes: dimension and factor.
_METRIC: Mapping[str, tuple[str, str]] = MappingProxyType(
    {
        "watt": ("power", "1"),
        "watt-hour": ("energy", "3600"),
        "joule": ("energy", "1"),
        "calorie": ("energy", "4.184"),
        "gram": ("mass", "0.001"),
        "tonne": ("mass", "1000"),
        "meter": ("length", "1"),
        "liter": ("volume", "0.001"),
        "byte": ("digital", "8"),
        "bit": ("digital", "1"),
        "hertz": ("frequency", "1"),
        "pascal": ("pressure", "1"),
        "bar": ("pressure", "100000"),
        "volt": ("voltage", "1"),
        "ampere": ("current", "1"),
        "ampere-hour": ("charge", "3600"),
        "ohm": ("resistance", "1"),
        "newton": ("force", "1"),
        "second": ("time", "1"),
    }
)
_FIXED: Mapping[str, tuple[str, str]] = MappingProxyType(
    {
        "minute": ("time", "60"),
        "hour": ("time", "3600"),
        "day": ("time", "86400"),
        "week": ("time", "604800"),
        "fortnight": ("time", "1209600"),
        "month": ("months", "1"),
        "quarter": ("months", "3"),
        "year": ("months", "12"),
        "decade": ("months", "120"),
        "century": ("months", "1200"),
        "horsepower": ("power", "745.69987158227022"),
        "foodcalorie": ("energy", "4184"),
        "british-thermal-unit": ("energy", "1055.05585262"),
        "metric-ton": ("mass", "1000"),
        "ton": ("mass", "907.18474"),
        "pound": ("mass", "0.45359237"),
        "ounce": ("mass", "0.028349523125"),
        "ounce-troy": ("mass", "0.03110347680"),
        "carat": ("mass", "0.0002"),
        "stone": ("mass", "6.35029318"),
        "jin": ("mass", "0.5"),
        "inch": ("length", "0.0254"),
        "foot": ("length", "0.3048"),
        "yard": ("length", "0.9144"),
        "mile": ("length", "1609.344"),
        "nautical-mile": ("length", "1852"),
        "li": ("length", "500"),
        "acre": ("area", "4046.8564224"),
        "hectare": ("area", "10000"),
        "mu": ("area", "666.6666666666666666666666667"),
        "ping": ("area", "3.305785123966942148760330579"),  # of Taiwan: 400/121 square metres
        "gallon": ("volume", "0.003785411784"),
        "gallon-imperial": ("volume", "0.00454609"),
        "barrel": ("volume", "0.158987294928"),
        "pint": ("volume", "0.000473176473"),
        "quart": ("volume", "0.000946352946"),
        "fluid-ounce": ("volume", "0.0000295735295625"),
        "knot": ("length-per-time", "0.5144444444444444444444444444"),
        "atmosphere": ("pressure", "101325"),
        "pound-force-per-square-inch": ("pressure", "6894.757293168"),
        "percentage_point": ("points", "1"),
        "basis_point": ("points", "0.01"),
        "percent": ("share", "1"),
        "ratio": ("share", "100"),
        "times": ("multiple", "1"),
        "count": ("count", "1"),
    }
)
_TEMPERATURES: Mapping[str, Measure] = MappingProxyType(
    {
        "celsius": Measure("temperature", Decimal(1)),
        "kelvin": Measure("temperature", Decimal(1), Decimal("-273.15")),
        "fahrenheit": Measure(
            "temperature",
            Decimal("0.5555555555555555555555555556"),
            Decimal("-17.77777777777777777777777778"),
        ),
    }
)
_POWERS = (("square-", 2), ("cubic-", 3))
_POWER_NAMES: Mapping[tuple[str, int], str] = MappingProxyType(
    {("length", 2): "area", ("length", 3): "volume"}
)


@lru_cache(maxsize=1024)
def measure(unit: str) -> Measure:
    """What `unit` measures: an ISO 4217 code, a CLDR unit id or one of our own units.

    A unit that is not in the tables is a dimension by itself.
    """
    if unit in _TEMPERATURES:
        return _TEMPERATURES[unit]
    if unit in _FIXED:
        dimension, factor = _FIXED[unit]
        return Measure(dimension, Decimal(factor))
    return _metric(unit) or _power(unit) or _quotient(unit) or Measure(unit, Decimal(1))


def _metric(unit: str) -> Measure | None:
    for name, exponent in (("", 0), *_PREFIXES.items()):
        base = _METRIC.get(unit.removeprefix(name)) if unit.startswith(name) else None
        if base:
            return Measure(base[0], Decimal(base[1]).scaleb(exponent))
    return None


def _power(unit: str) -> Measure | None:
    for prefix, power in _POWERS:
        if unit.startswith(prefix) and "-per-" not in unit:
            base = measure(unit.removeprefix(prefix))
            name = _POWER_NAMES.get((base.dimension, power), f"{base.dimension}^{power}")
            return Measure(name, base.factor**power)
    return None


def _quotient(unit: str) -> Measure | None:
    above, per, below = unit.partition("-per-")
    if not per:
        return None
    numerator, denominator = measure(above), measure(below)
    return Measure(
        f"{numerator.dimension}-per-{denominator.dimension}", numerator.factor / denominator.factor
    )
