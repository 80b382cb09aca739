"""What is read in a text: figures and dates, each with its place."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from typing import NamedTuple

from translations.quantity import Modifier, Quantity, Ratio


class Sense(StrEnum):
    """What a multiple was said of; its value is the level in both senses.

    增长两倍 grows to three times (GROWTH); 是…的两倍, 增至两倍 and "doubled" name the level (LEVEL).
    """

    LEVEL = "level"
    GROWTH = "growth"


class Number(NamedTuple):
    """A number without its unit: `value`, or `low` and `high`, or a `ratio`.

    `quantum` is the place value of the last digit written (8300亿 → 1e8, 5.30 → 0.01), `scale` the word
    or abbreviation of scale at its very end (3.5亿 → 1e8, $5bn → 1e9, 8300 → 1).
    """

    value: Decimal | None
    quantum: Decimal
    scale: Decimal = Decimal(1)
    low: Decimal | None = None
    high: Decimal | None = None
    ratio: Ratio | None = None
    modifier: Modifier | None = None

    def times(self, factor: Decimal) -> Number:
        """The number with every part of it multiplied; scale, ratio and modifier stay."""
        if factor == 1:
            return self
        return self._replace(
            value=None if self.value is None else self.value * factor,
            low=None if self.low is None else self.low * factor,
            high=None if self.high is None else self.high * factor,
            quantum=self.quantum * factor,
        )


@dataclass(frozen=True, slots=True)
class Mention:
    """A quantity in a text; `start` and `end` are code points, `text` the slice between them.

    `quantum` is the place value of the last digit written, in the quantity's unit. `alternatives` are other
    units that the writing allows (¥), `classifier` what a Chinese count counts by (座).
    """

    start: int
    end: int
    text: str
    quantity: Quantity
    quantum: Decimal
    classifier: str | None = None
    alternatives: tuple[str, ...] = ()
    sense: Sense | None = None


@dataclass(frozen=True, slots=True)
class DateMention:
    """A date or a period in a text; `value` as docs/reading.md writes it (EDTF, ISO 8601-2): ``XXXX-10-12``."""

    start: int
    end: int
    text: str
    value: str


@dataclass(frozen=True, slots=True)
class Reading:
    """What a text says: its figures and its dates, each in the order of the text and without overlap."""

    figures: tuple[Mention, ...]
    dates: tuple[DateMention, ...]
