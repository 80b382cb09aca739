"""The axis of a chart: from zero, to a round number, always the same for percent."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from translations import Kind

# What an axis may end at, times a power of ten; each can be halved for the mark in the middle.
_ROUND = tuple(map(Decimal, ("1", "2", "3", "4", "5", "6", "8", "10")))
_WHOLE = Decimal(100)


@dataclass(frozen=True, slots=True)
class Axis:
    """From zero to `top`, which is above zero."""

    top: Decimal

    @property
    def ticks(self) -> tuple[Decimal, Decimal, Decimal]:
        """The numbers that are marked."""
        return Decimal(0), self.top / 2, self.top

    def share(self, value: Decimal) -> Decimal:
        """Return how far along the axis `value` is, in percent."""
        return value / self.top * 100


def axis_of(kind: Kind, values: Iterable[Decimal]) -> Axis:
    """Return the axis for `values`, none below zero and one above it."""
    highest = max(values)
    if kind is Kind.PERCENT and highest <= _WHOLE:
        return Axis(_WHOLE)
    power = Decimal(1).scaleb(highest.adjusted())
    return Axis(next(step for step in _ROUND if step * power >= highest) * power)
