"""What went wrong between two figures that do not agree."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from decimal import Decimal

from translations.checking.agreement import agree
from translations.checking.amounts import Figure
from translations.checking.model import IssueKind, Severity
from translations.checking.tolerance import decimal_multiple
from translations.quantity import Kind

_FARTHEST = 16
_MEASURED = frozenset(
    {Kind.POWER, Kind.MEASURE, Kind.DURATION, Kind.MONEY, Kind.COUNT, Kind.PERCENT, Kind.MULTIPLE}
)
_ONE = Decimal(1)


@dataclass(frozen=True, slots=True)
class Diagnosis:
    """`kind` and, for a scale, the powers of ten by which the target is off; the lower `cost`, the surer."""

    kind: IssueKind
    cost: int
    power: int | None = None
    severity: Severity = Severity.ERROR


def diagnose(source: Figure, target: Figure) -> Diagnosis | None:
    """The one known mistake that makes the target of the source, or None."""
    for find in _KNOWN:
        found = find(source, target)
        if found is not None:
            return found
    return None


def _percent_points(source: Figure, target: Figure) -> Diagnosis | None:
    kinds = {source.kind, target.kind}
    if kinds != {Kind.PERCENT, Kind.PERCENTAGE_POINTS} or not (
        _same_number(source, target) or _equal_amounts(source, target)
    ):
        return None
    return Diagnosis(IssueKind.PERCENT_POINTS, 0)


def _growth(source: Figure, target: Figure) -> Diagnosis | None:
    if source.kind is not Kind.MULTIPLE or target.kind not in (Kind.MULTIPLE, Kind.PERCENT):
        return _growth_from_percent(source, target)
    if not source.amount.single or not target.amount.single:
        return None
    level, told = source.amount.low, target.amount.low
    if target.kind is Kind.PERCENT:
        # 增长两倍 is up 200%, and to 300%; who takes it for the level makes it up 100%.
        levels = (level - 2, level - 1, level, level + 1)
        return Diagnosis(IssueKind.GROWTH, 1) if told and told / 100 in levels else None
    doublings = "番" in source.mention.text or "番" in target.mention.text
    if told in (level - 1, level + 1) or (doublings and told in (level / 2, level * 2)):
        return Diagnosis(IssueKind.GROWTH, 0)
    return None


def _growth_from_percent(source: Figure, target: Figure) -> Diagnosis | None:
    if source.kind is not Kind.PERCENT or target.kind is not Kind.MULTIPLE:
        return None
    if not source.amount.single or not target.amount.single:
        return None
    hundredths, told = source.amount.low / 100, target.amount.low
    levels = (told - 2, told - 1, told, told + 1)  # up 100% is doubled, which is not 增长两倍
    return Diagnosis(IssueKind.GROWTH, 1) if hundredths in levels else None


def _currency(source: Figure, target: Figure) -> Diagnosis | None:
    if source.kind is not Kind.MONEY or target.kind is not Kind.MONEY:
        return None
    if source.amount.dimension == target.amount.dimension:
        return None
    if not agree(_in_dimension_of(source, target), target):
        return None
    return Diagnosis(IssueKind.CURRENCY, 0)


def _unit(source: Figure, target: Figure) -> Diagnosis | None:
    """3万亩 as 30,000 hectares: the number is copied, and the unit is another.

    Where the units differ by powers of ten (500兆瓦, 500 gigawatts) it is a matter of scale.
    """
    if source.mention.quantity.unit == target.mention.quantity.unit or not _same_number(source, target):
        return None
    if source.kind not in _MEASURED or target.kind not in _MEASURED:
        return None
    if source.kind is target.kind is Kind.MONEY or _decimal_multiple(source, target):
        return None
    if source.kind is not target.kind and source.mention.quantity.value in (_ONE, 2 * _ONE):
        return None  # too common a number to be the same by more than chance
    if (source.kind is Kind.COUNT) != (target.kind is Kind.COUNT) and not _share_a_dimension(source, target):
        # Nobody takes 5,200 companies for 5,200 tonnes; rather the noun was no unit, or the unit is plain.
        return Diagnosis(IssueKind.UNIT, 2, severity=Severity.WARNING)
    return Diagnosis(IssueKind.UNIT, 0 if source.kind is target.kind else 2)


def _share_a_dimension(source: Figure, target: Figure) -> bool:
    return not {one.dimension for one in source.amounts}.isdisjoint(
        other.dimension for other in target.amounts
    )


def _decimal_multiple(source: Figure, target: Figure) -> bool:
    one, other = source.amount, target.amount
    return one.dimension == other.dimension and decimal_multiple(one.factor, other.factor)


def _scale(source: Figure, target: Figure) -> Diagnosis | None:
    one, other = source.amount, target.amount
    if one.dimension != other.dimension or source.ratio or target.ratio or source.vague != target.vague:
        return None
    if not one.high or not other.high or one.single != other.single:
        return None
    estimate = other.high.adjusted() - one.high.adjusted()
    for power in (estimate, estimate - 1, estimate + 1):
        near = source.vague or other.high <= 2 * one.high.scaleb(power) <= 4 * other.high
        if power and near and abs(power) <= _FARTHEST and _shifted_agree(source, target, power):
            equal = one.high.scaleb(power) == other.high
            return Diagnosis(IssueKind.SCALE, 0 if equal else 1, power)
    return None


def _scale_without_unit(source: Figure, target: Figure) -> Diagnosis | None:
    """0.4亿元 as "4 million more": the amount's digits, on another scale and without the currency."""
    if {source.kind, target.kind} != {Kind.MONEY, Kind.COUNT}:
        return None
    count = target if target.kind is Kind.COUNT else source
    one, other = source.amount, target.amount
    if count.mention.classifier or not count.scale_word or not (one.single and other.single and one.low):
        return None
    power = other.low.adjusted() - one.low.adjusted()
    return Diagnosis(IssueKind.SCALE, 2, power) if power and one.low.scaleb(power) == other.low else None


def _shifted_agree(source: Figure, target: Figure, power: int) -> bool:
    factor = _ONE.scaleb(power)
    quantity = source.mention.quantity
    shifted = replace(
        quantity,
        value=None if quantity.value is None else quantity.value * factor,
        low=None if quantity.low is None else quantity.low * factor,
        high=None if quantity.high is None else quantity.high * factor,
    )
    mention = replace(source.mention, quantity=shifted, quantum=source.mention.quantum * factor)
    return agree(
        Figure(mention, source.text, tuple(amount.times(factor) for amount in source.amounts[:1])), target
    )


def _same_number(source: Figure, target: Figure) -> bool:
    if source.digits == target.digits and not source.scale_word and not target.scale_word:
        return True  # 800兆瓦时 and 800 MW, whatever units the reader has them in
    one, other = source.mention.quantity, target.mention.quantity
    return (one.value, one.low, one.high) == (other.value, other.low, other.high) and one.ratio == other.ratio


def _equal_amounts(source: Figure, target: Figure) -> bool:
    return (source.amount.low, source.amount.high) == (target.amount.low, target.amount.high)


def _in_dimension_of(source: Figure, target: Figure) -> Figure:
    amount = replace(source.amount, dimension=target.amount.dimension)
    return Figure(source.mention, source.text, (amount,))


_KNOWN: tuple[Callable[[Figure, Figure], Diagnosis | None], ...] = (
    _percent_points,
    _growth,
    _currency,
    _unit,
    _scale,
    _scale_without_unit,
)
