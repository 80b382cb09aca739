"""A number spelled in its unit: compiled once for a locale, unit and width, then run on digits alone."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import NamedTuple, TypeAlias

from translations.writing.digits import place, split
from translations.writing.numerals import Dress
from translations.writing.plurals import CATEGORIES, Plural

Heads: TypeAlias = Mapping[str, tuple[str, str, str]]  # plural category → cldr.Affixes
Outer: TypeAlias = Mapping[str, tuple[str, str]]  # plural category → what stands before and after

# A compact number with more decimals than this is no easier to read than its digits.
MOST_DECIMALS = 5


class Frame(NamedTuple):
    """What surrounds a number: the unit outside (`before`, `after`), sign and compact word inside.

    `lead` and `trail` are both sides joined, for the inner loop.
    """

    lead: str
    trail: str
    before: str
    head: str
    tail: str
    after: str
    power: int


Signed: TypeAlias = tuple[Frame, Frame]  # of a positive and of a negative number
Parts: TypeAlias = Callable[[Decimal], tuple[str, Frame]]


class Slot(NamedTuple):
    """The frames of one order of magnitude, by what decides between them.

    `power` is the power of ten that the word stands for. `same` holds if plurals do not matter, else
    `by_mantissa` if only the category of the number before the word does, else `table`, by both categories,
    of the mantissa and of the whole amount.
    """

    power: int
    same: Signed | None
    by_mantissa: dict[str, Signed] | None
    table: dict[tuple[str, str], Signed]


def slot(power: int, heads: Heads, outer: Outer, reachable: Collection[str] = CATEGORIES) -> Slot:
    """Every combination of `heads` and `outer`, worked out once; `reachable` amounts' categories only."""
    table = {
        (mantissa, whole): _frames(
            power, heads.get(mantissa, heads["other"]), outer.get(whole, outer["other"])
        )
        for mantissa in CATEGORIES
        for whole in reachable
    }
    first = next(iter(reachable))
    by_mantissa = {mantissa: table[mantissa, first] for mantissa in CATEGORIES}
    if any(by_mantissa[mantissa] != signed for (mantissa, _), signed in table.items()):
        return Slot(power, None, None, table)
    if len(set(by_mantissa.values())) > 1:
        return Slot(power, None, by_mantissa, {})
    return Slot(power, by_mantissa["other"], None, {})


def _frames(power: int, affixes: tuple[str, str, str], outer: tuple[str, str]) -> Signed:
    head, negative, tail = affixes
    before, after = outer
    return (
        Frame(before + head, tail + after, before, head, tail, after, power),
        Frame(before + negative, tail + after, before, negative, tail, after, power),
    )


@dataclass(frozen=True, slots=True)
class Speller:
    """Writes one value or two in one unit.

    `separator` stands between two values; `repeats` says whether both then carry what the number itself wears
    ("always": 70%～90%, "compact": 3亿～5亿, "never": 3–5 billion).
    """

    parts: Parts
    parts_in_full: Parts
    one: Callable[[Decimal], str]
    separator: str
    repeats: str

    def range(self, low: Decimal, high: Decimal) -> str:
        """`low` to `high`; the unit is said once, and so is million if it is the same."""
        first, lower = self.parts(low)
        second, frame = self.parts(high)
        if not lower.power and frame.power and low.scaleb(frame.power) < high:
            # "5–10 million" would be five million to ten; 5 to ten million has both written out.
            first, lower = self.parts_in_full(low)
            second, frame = self.parts_in_full(high)
        # "-3–5" reads as a subtraction.
        joint = self.separator if low >= 0 else f" {self.separator.strip()} "
        if low < 0 or self._repeats(lower, frame):  # the minus is part of the dress
            inner = f"{lower.head}{first}{lower.tail}{joint}{frame.head}{second}{frame.tail}"
            return f"{frame.before}{inner}{frame.after}"
        return f"{frame.lead}{first}{joint}{second}{frame.trail}"

    def _repeats(self, lower: Frame, frame: Frame) -> bool:
        if lower.power != frame.power or lower.head != frame.head:
            return True
        return self.repeats == "always" or (self.repeats == "compact" and frame.power > 0)


def compile_parts(
    slots: Sequence[Slot | None], plain: Slot, plural: Plural, compact: Dress, full: Dress
) -> Parts:
    """The inner loop: a decimal in, its number and frame out. `slots` is indexed by order of magnitude."""

    def in_full(negative: bool, digits: str, exponent: int) -> tuple[str, Frame]:
        whole, fraction = place(digits, exponent)
        frames = plain.same
        if frames is None:
            category = plural(whole, fraction)
            frames = plain.by_mantissa[category] if plain.by_mantissa else plain.table[category, category]
        return full(whole, fraction), frames[negative]

    def parts(value: Decimal) -> tuple[str, Frame]:
        negative, digits, exponent = split(value)
        order = len(digits) + exponent - 1
        slot = slots[order] if order > 0 else None
        if slot is None:
            return in_full(negative, digits, exponent)
        said, power = digits, exponent
        if not exponent:
            # Trailing zeros of an integer written in full are not significant (quantity.py).
            said = digits.rstrip("0")
            power = len(digits) - len(said)
        if slot.power - power > MOST_DECIMALS:
            return in_full(negative, digits, exponent)
        whole, fraction = place(said, power - slot.power)
        frames = slot.same
        if frames is None:
            category = plural(whole, fraction)
            if slot.by_mantissa:
                frames = slot.by_mantissa[category]
            else:
                frames = slot.table[category, plural(*place(digits, exponent))]
        return compact(whole, fraction), frames[negative]

    return parts


def compile_one(parts: Parts) -> Callable[[Decimal], str]:
    """The writer of single values."""

    def one(value: Decimal) -> str:
        number, frame = parts(value)
        return f"{frame[0]}{number}{frame[1]}"

    return one
