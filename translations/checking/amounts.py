"""A figure that was read, in base units of what it measures, so that two can be compared."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import cache, lru_cache
from types import MappingProxyType

from translations.checking.dimensions import Measure, measure
from translations.quantity import Kind, Modifier, Ratio
from translations.reading.model import Mention, Sense

# Classifiers that are units of measure, and one that may be.
_UNIT_OF_CLASSIFIER: Mapping[str, str] = MappingProxyType({"亩": "mu", "畝": "mu", "坪": "ping"})
_MAYBE_UNIT_OF_CLASSIFIER: Mapping[str, str] = MappingProxyType({"桶": "barrel"})
_VAGUE = re.compile(
    r"[几幾数數多余餘]|\bdigits?\b|(?:teen|ten|dozen|score|hundred|thousand|[mbtr]illion|lakh|crore)s\b"
)
_DIGITS = re.compile("[0-9]+(?:[.][0-9]+)?")
_TWICE = Decimal(2)


@dataclass(frozen=True, slots=True)
class Amount:
    """`low` to `high`, both the same for a single value, in base units of `dimension`; `quantum` likewise.

    All without sign: 下降5% and -5% are the same amount, and the sign is a matter of its own.
    """

    dimension: str
    low: Decimal
    high: Decimal
    quantum: Decimal
    factor: Decimal

    @property
    def single(self) -> bool:
        return self.low == self.high

    def key(self) -> tuple[str, Decimal, Decimal]:
        """What two amounts share that are exactly equal."""
        return self.dimension, self.low, self.high

    def times(self, factor: Decimal) -> Amount:
        return Amount(
            self.dimension, self.low * factor, self.high * factor, self.quantum * factor, self.factor
        )


@dataclass(frozen=True, slots=True, eq=False)
class Figure:
    """A mention with the text it stands in; `amounts` has the unit as read first, then those it may also be."""

    mention: Mention
    text: str
    amounts: tuple[Amount, ...]

    @property
    def amount(self) -> Amount:
        return self.amounts[0]

    @property
    def kind(self) -> Kind:
        return self.mention.quantity.kind

    @property
    def modifier(self) -> Modifier | None:
        return self.mention.quantity.modifier

    @property
    def ratio(self) -> Ratio | None:
        return self.mention.quantity.ratio

    @property
    def vague(self) -> bool:
        """An order of magnitude rather than a range: 数百亿, hundreds of billions, 十几家."""
        return not self.amount.single and _VAGUE.search(self.mention.text) is not None

    @property
    def digits(self) -> tuple[str, ...]:
        """The digits as they were written; for a number in words those of its value."""
        return written_digits(self.mention.text) or (
            "".join(map(str, self.amount.low.normalize().as_tuple().digits)),
        )

    @property
    def scale_word(self) -> str | None:
        """万亿, billion, bn: the last word of scale that was written."""
        return scale_word(self.mention.text)

    def before(self, width: int) -> str:
        return self.text[max(0, self.mention.start - width) : self.mention.start]

    def after(self, width: int) -> str:
        return self.text[self.mention.end : self.mention.end + width]


def written_digits(text: str) -> tuple[str, ...]:
    """Every number in digits, with 9.0 and 9 the same."""
    found = _DIGITS.findall(text.replace(",", "").replace("，", ""))
    return tuple(number.rstrip("0").rstrip(".") if "." in number else number for number in found)


def scale_word(text: str) -> str | None:
    """The last word of scale in `text`."""
    found = _scale_words().findall(text)
    return found[-1] if found else None


@cache
def _scale_words() -> re.Pattern[str]:
    return re.compile(
        r"万亿|萬億|億兆|百万|百萬|千万|千萬|[万萬亿億]|兆(?![瓦赫字比帕焦欧歐])"
        r"|\b(?:trillion|billion|million|thousand|lakh|crore)s?\b"
        r"|(?<=[0-9])(?:tn|trn|bn|mn|[kmbtKMBT])(?![A-Za-z])"
    )


def figures(text: str, mentions: Iterable[Mention]) -> list[Figure]:
    """Every mention that has a value, in base units."""
    return [figure_of(mention, text) for mention in mentions if _ends(mention)]


def figure_of(mention: Mention, text: str) -> Figure:
    """`mention`, which has a value, in base units."""
    return Figure(mention, text, _amounts(mention))


def _amounts(mention: Mention) -> tuple[Amount, ...]:
    quantity = mention.quantity
    classifier = mention.classifier or ""
    units: tuple[str, ...] = (_UNIT_OF_CLASSIFIER.get(classifier, quantity.unit), *mention.alternatives)
    if classifier in _MAYBE_UNIT_OF_CLASSIFIER:
        units = (*units, _MAYBE_UNIT_OF_CLASSIFIER[classifier])
    if quantity.kind is Kind.COUNT and mention.text.endswith("times"):
        units = (*units, "times")  # occasions or a multiple: 六倍
    return tuple(_amount(mention, _measure(quantity.kind, unit)) for unit in units)


@lru_cache(maxsize=1024)
def _measure(kind: Kind, unit: str) -> Measure:
    # A currency is a dimension of its own, and its code is no unit's name.
    return Measure(unit, Decimal(1)) if kind is Kind.MONEY else measure(unit)


def _amount(mention: Mention, unit: Measure) -> Amount:
    low, high = _ends(mention)
    quantum = mention.quantum
    if unit.factor != 1 or unit.offset:
        low, high = low * unit.factor + unit.offset, high * unit.factor + unit.offset
        quantum *= unit.factor
    low, high = abs(low), abs(high)
    return Amount(unit.dimension, min(low, high), max(low, high), quantum, unit.factor)


def _ends(mention: Mention) -> tuple[Decimal, ...]:
    quantity = mention.quantity
    if quantity.kind is Kind.MULTIPLE and quantity.value == 1 and mention.sense is not Sense.GROWTH:
        return _TWICE, _TWICE  # 赚一倍: nobody says that something is one times something
    if quantity.ratio is not None and quantity.ratio.denominator:
        value = Decimal(quantity.ratio.numerator) / Decimal(quantity.ratio.denominator)
        return value, value
    if quantity.value is not None:
        return quantity.value, quantity.value
    if quantity.low is not None and quantity.high is not None:
        return quantity.low, quantity.high
    return ()
