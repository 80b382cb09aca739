"""How far two numbers may lie apart and still be one: rounding, by the side that rounds."""

from __future__ import annotations

from decimal import Decimal

from translations.checking.amounts import Figure
from translations.quantity import Kind, Modifier

LOWER = frozenset({Modifier.OVER, Modifier.AT_LEAST})
UPPER = frozenset({Modifier.NEARLY, Modifier.LESS_THAN, Modifier.UP_TO, Modifier.WITHIN})
_APPROXIMATE = frozenset({Modifier.ABOUT, Modifier.NEARLY})
# 8300亿 becomes "about $800 billion", but nobody makes 40% of 42%.
_ROUNDED_FREELY = frozenset({Kind.MONEY, Kind.COUNT, Kind.POWER, Kind.MEASURE, Kind.DURATION})
_CONVERTED = Decimal("0.02")  # of the amount: 20万公斤 as 440,000 pounds
_CONVERTED_ABOUT = Decimal("0.06")
_ROUGHEST = Decimal("0.06")
_ROUGHEST_ABOUT = Decimal("0.2")
# "About 105.8 billion" may come back as 1057.73亿, which was looked up; 61亿 for "about 6 billion" was not.
_LOOKED_UP = 100
_HALF = Decimal("0.5")


def same(
    source: Figure, target: Figure, value: Decimal, told: Decimal, factors: tuple[Decimal, Decimal]
) -> bool:
    """Whether the target's `told` may stand for the source's `value`.

    Both are in base units; `factors` are the units that each side wrote, in base units.
    """
    if value == told:
        return True
    exact = source.mention.quantum * factors[0]
    rounded = target.mention.quantum * factors[1]
    if rounded > exact and _rounds(value, told, rounded, target.modifier):
        return True
    if _by_a_bound(value, told, rounded, exact, target.modifier):
        return True
    if not decimal_multiple(*factors):
        return _converts(value, told, max(exact, rounded), target)
    if exact >= rounded * _LOOKED_UP and source.modifier in _APPROXIMATE:
        return _rounds(told, value, exact, source.modifier)
    return _freely(source, target, value, told, factors)


def directed(value: Decimal, told: Decimal, modifier: Modifier | None) -> bool:
    """Whether `value` lies on the side of `told` that its modifier says."""
    if modifier in LOWER:
        return told <= value
    return value <= told if modifier in UPPER else True


def _rounds(value: Decimal, told: Decimal, quantum: Decimal, modifier: Modifier | None) -> bool:
    """Within half of the last digit, unless there is but one and it hides too much: 6亿 is not 1 billion."""
    apart = abs(value - told)
    return apart <= quantum * _HALF and apart <= value * (_ROUGHEST if modifier is None else _ROUGHEST_ABOUT)


def _by_a_bound(
    value: Decimal, told: Decimal, rounded: Decimal, exact: Decimal, modifier: Modifier | None
) -> bool:
    """1057.73亿 is over 105 billion, and nearly 106."""
    if rounded <= exact or modifier not in LOWER | UPPER:
        return False
    near = abs(value - told) < min(rounded, value * _ROUGHEST_ABOUT)
    return near and directed(value, told, modifier)


def _freely(
    source: Figure, target: Figure, value: Decimal, told: Decimal, factors: tuple[Decimal, Decimal]
) -> bool:
    """With a modifier the zeros at the end of a round number say nothing: 8300亿, about 800 billion."""
    if target.modifier is None or target.modifier is Modifier.ONLY or target.kind not in _ROUNDED_FREELY:
        return False
    if not told or digits(told / factors[1]) >= digits(value / factors[0]):
        return False
    quantum = Decimal(1).scaleb(last_place(told / factors[1])) * factors[1]
    return abs(value - told) < quantum * _HALF and directed(value, told, target.modifier)


def _converts(value: Decimal, told: Decimal, quantum: Decimal, target: Figure) -> bool:
    if abs(value - told) <= quantum * _HALF:
        return True
    allowed = _CONVERTED_ABOUT if target.modifier in _APPROXIMATE | LOWER | UPPER else _CONVERTED
    return digits(told / target.amount.factor) <= 3 and abs(value - told) <= value * allowed


def decimal_multiple(one: Decimal, other: Decimal) -> bool:
    """Whether the units differ by powers of ten, or not at all."""
    return one == other or one.normalize().as_tuple().digits == other.normalize().as_tuple().digits


def digits(number: Decimal) -> int:
    """The significant digits of `number`, zeros at its end aside."""
    return len(number.normalize().as_tuple().digits)


def last_place(number: Decimal) -> int:
    """The power of ten of the last digit that is not zero."""
    exponent = number.normalize().as_tuple().exponent
    return exponent if isinstance(exponent, int) else 0
