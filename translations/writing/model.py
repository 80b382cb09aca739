"""What the writer takes and gives beside a quantity: widths, the four forms, the two refusals."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Width(StrEnum):
    """How much room a number may take.

    ``long`` compacts with words (5.3 trillion Japanese yen), ``short`` with CLDR's abbreviations
    (JP¥5.3T), ``exact`` writes every digit (5,300,000,000,000 Japanese yen).
    """

    LONG = "long"
    SHORT = "short"
    EXACT = "exact"


@dataclass(frozen=True, slots=True)
class Written:
    """A quantity in one locale: `text` is `long` with the modifier; the others carry no modifier."""

    text: str
    long: str
    short: str
    exact: str


class UnknownUnit(ValueError):
    """The unit is none that CLDR or this package names, or does not measure that kind of quantity."""


class NumberOutOfRange(ValueError):
    """Not a finite number, more than 40 digits, or an order of magnitude beyond 1e±30."""


class BadQuantity(ValueError):
    """The text is no notation of a number, a fraction or a range."""
