"""Spellers put together from a locale's numerals, its compact words and what surrounds the number."""

from __future__ import annotations

from collections.abc import Mapping

from babel import Locale

from translations.writing import cldr, overrides, ranges
from translations.writing.digits import FARTHEST_ORDER
from translations.writing.numerals import dress
from translations.writing.plurals import plural, round_categories
from translations.writing.speller import Heads, Outer, Slot, Speller, compile_one, compile_parts, slot

NOTHING: Outer = {"other": ("", "")}


def build(
    locale: Locale,
    *,
    heads: Heads | None = None,
    outer: Outer = NOTHING,
    compact: Mapping[int, tuple[int, Heads]] | None = None,
    compact_outer: Outer | None = None,
) -> Speller:
    """A speller.

    `heads` stands around a number in full, `outer` around that; `compact` holds the compact words by order of
    magnitude, `compact_outer` what surrounds those when it is not `outer`.
    """
    heads = heads or {"other": ("", cldr.symbols(locale).minus, "")}
    slots = _slots(locale, compact or {}, compact_outer or outer)
    plain_minimum = 2 if compact and locale.language in overrides.FOUR_DIGITS_PLAIN else 1
    parts = compile_parts(
        slots, slot(0, heads, outer), plural(locale), dress(locale, 2), dress(locale, plain_minimum)
    )
    in_full = compile_parts(
        [None] * len(slots),
        slot(0, heads, outer),
        plural(locale),
        dress(locale, 2),
        dress(locale, plain_minimum),
    )
    return Speller(parts, in_full, compile_one(parts), ranges.separator(locale), ranges.repeats(locale))


def _slots(locale: Locale, compact: Mapping[int, tuple[int, Heads]], outer: Outer) -> list[Slot | None]:
    reachable = round_categories(locale, min((power for power, _ in compact.values()), default=0))
    # Ten, a hundred and a thousand million share their frames.
    entries = {str(entry): entry for entry in compact.values()}
    made = {key: slot(power, heads, outer, reachable) for key, (power, heads) in entries.items()}
    return [made.get(str(compact.get(order))) for order in range(FARTHEST_ORDER + 1)]


def outer_from_patterns(patterns: Mapping[str, str]) -> Outer:
    """``{0} gigawatts`` → ("", " gigawatts"), for each plural category.

    A form that says its number in words (Arabic سنتان, two years) holds for that number alone, and would lose
    the digits of 2.0 or of a range; the number is written instead.
    """
    whole = {category: pattern for category, pattern in patterns.items() if "{0}" in pattern}
    whole.setdefault("other", "{0}")
    return {category: _split(pattern) for category, pattern in whole.items()}


def _split(pattern: str) -> tuple[str, str]:
    before, _, after = pattern.partition("{0}")
    return before, after
