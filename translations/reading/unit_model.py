"""What a unit's writing means, and what the bare words of a currency mean in a text."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from translations.quantity import Kind


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit as a quantity has it; one of what was written is `factor` of it (斤 is 0.5 kilogram).

    `unit` is an ISO 4217 code, a CLDR unit id, ``percent``, ``percentage_point``, ``basis_point`` or ``times``;
    `alternatives` are other such units that the same writing may mean, at the same factor.
    """

    kind: Kind
    unit: str
    factor: Decimal = Decimal(1)
    alternatives: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Home:
    """The currencies that 元, $ and ¥ stand for where nothing else is said."""

    yuan: str = "CNY"
    dollar: str = "USD"
    yen: str = "CNY"
    yen_alternatives: tuple[str, ...] = ("JPY",)


@dataclass(frozen=True, slots=True)
class Bare:
    """A word whose currency the text's `Home` tells: `word` is its field, `factor` how many make one."""

    word: str
    factor: str = "1"
