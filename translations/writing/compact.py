"""Compact numbers: which word stands for which power of ten in a locale."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from babel import Locale

from translations.writing import cldr, overrides
from translations.writing.digits import FARTHEST_ORDER
from translations.writing.model import Width
from translations.writing.speller import Heads

# A thousand is never a word: 2,800 people, $12,500. So English starts at a million, Hindi at a lakh,
# Chinese, Japanese and Korean at 万, each with the first unit above a thousand that its CLDR data have.
SMALLEST_POWER = 4


def compact_heads(locale: Locale, width: Width) -> dict[int, tuple[int, Heads]]:
    """Order of magnitude → (power of ten of the word, what goes around the mantissa)."""
    if width is Width.EXACT:
        return {}
    signs = cldr.symbols(locale)
    replaced = overrides.rows(locale)
    if replaced:
        return _filled(_replaced(replaced, width, signs.minus))
    return _filled(_read(cldr.compact_patterns(locale, width), signs))


def compact_currency_heads(locale: Locale, symbol: str) -> dict[int, tuple[int, Heads]]:
    """The same with a currency's symbol in place: ¥ before and 兆 after."""
    minus = cldr.symbols(locale).minus
    replaced = overrides.rows(locale)
    if replaced:
        return _filled(_in_standard(cldr.standard_currency(locale, symbol), replaced, minus))
    read = _filled(_read(cldr.compact_currency_patterns(locale), cldr.symbols(locale), symbol))
    return {
        order: (power, {category: cldr.marked(locale, around, minus) for category, around in heads.items()})
        for order, (power, heads) in read.items()
    }


def _in_standard(standard: cldr.Affixes, rows: overrides.Rows, minus: str) -> dict[int, tuple[int, Heads]]:
    """Replaced words in CLDR's own currency pattern: the word follows the number."""
    before, negative, after = standard
    return {
        order: (power, {"other": (before, negative, heads["other"][2] + after)})
        for order, (power, heads) in _replaced(rows, Width.SHORT, minus).items()
    }


def _read(
    patterns: Mapping[int, Mapping[str, Any]], signs: cldr.Symbols, symbol: str = ""
) -> dict[int, tuple[int, Heads]]:
    found: dict[int, tuple[int, Heads]] = {}
    for order, by_category in patterns.items():
        power = order + 1 - max(by_category["other"].int_prec[0], 1)
        heads = {category: cldr.affixes(pattern, signs, symbol) for category, pattern in by_category.items()}
        # A bare "0" is CLDR's way to say that there is no compact form (de 1000 to 100000).
        bare = heads["other"][0] == heads["other"][2] == ""
        if power >= SMALLEST_POWER and not bare:
            found[order] = power, heads
    return found


def _replaced(rows: overrides.Rows, width: Width, minus: str) -> dict[int, tuple[int, Heads]]:
    return {
        first: (power, {"other": ("", minus, long if width is Width.LONG else short)})
        for first, power, long, short in rows
    }


def _filled(found: dict[int, tuple[int, Heads]]) -> dict[int, tuple[int, Heads]]:
    """A word serves until the next one begins; the last one to the end."""
    filled = {}
    current = None
    for order in range(FARTHEST_ORDER + 1):
        current = found.get(order, current)
        if current:
            filled[order] = current
    return filled
