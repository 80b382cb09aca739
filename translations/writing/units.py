"""Percent, counts, CLDR units, and the units that CLDR has no words for."""

from __future__ import annotations

import re

from babel import Locale

from translations.quantity import CountNoun, Kind
from translations.writing import cldr, words
from translations.writing.builder import build, outer_from_patterns
from translations.writing.compact import compact_heads
from translations.writing.kinds import cldr_unit
from translations.writing.languages import is_chinese
from translations.writing.model import Width
from translations.writing.speller import Speller

_HAN = r"[\u3005\u3040-\u30ff\u3400-\u9fff]"
_SPACE_BY_HAN = re.compile(rf"(?<=\}})[ \u00a0](?={_HAN})|(?<={_HAN})[ \u00a0](?=\{{)")


def unit_name(unit: str, locale: Locale) -> str:
    """What a CLDR unit is called in `locale`, by itself: ``gigawatt`` is gigawatts, 吉瓦."""
    if unit in words.COMPOSED_UNITS:
        return words.composed_patterns(locale, unit, Width.LONG)["other"].removeprefix("{0}").strip()
    return cldr.unit_name(locale, cldr_unit(unit))


def percent(locale: Locale) -> Speller:
    """CLDR's percent pattern around the value as it was said."""
    pattern = locale.percent_formats[None]
    return build(locale, heads={"other": cldr.affixes(pattern, cldr.symbols(locale))})


def own_unit(locale: Locale, unit: str, width: Width) -> Speller:
    """Multiples, percentage points and basis points."""
    return build(locale, outer=outer_from_patterns(words.patterns(locale, unit, width)))


def cldr_measure(locale: Locale, unit: str, width: Width) -> Speller:
    """Power, durations and every other CLDR unit, uncompacted: 6.8 gigawatts, 6.8 GW."""
    if unit in words.COMPOSED_UNITS:
        return build(locale, outer=outer_from_patterns(words.composed_patterns(locale, unit, width)))
    length = "short" if width is Width.SHORT else "long"
    patterns = cldr.unit_patterns(locale, cldr_unit(unit), length)
    if is_chinese(locale) or locale.language == "ja":
        # CLDR: "{0} 年"; neither language puts a space between a number and a word in its own script.
        patterns = {category: _SPACE_BY_HAN.sub("", pattern) for category, pattern in patterns.items()}
    return build(locale, outer=outer_from_patterns(patterns))


def count(locale: Locale, noun: CountNoun | None, width: Width) -> Speller:
    """How many, with the noun in the right plural; without a noun the number alone."""
    forms = dict(noun.forms) if noun else {}
    patterns = {category: _counted(form) for category, form in forms.items()} or {"other": "{0}"}
    return build(locale, outer=outer_from_patterns(patterns), compact=compact_heads(locale, width))


def decimal(locale: Locale) -> Speller:
    """A number by itself."""
    return build(locale)


def speller(locale: Locale, kind: Kind, unit: str, width: Width) -> Speller:
    """The speller of any unit but money."""
    match kind:
        case Kind.PERCENT:
            return percent(locale)
        case Kind.MULTIPLE | Kind.PERCENTAGE_POINTS:
            return own_unit(locale, unit, width)
        case Kind.RATIO:
            return decimal(locale)
        case Kind.COUNT:
            return count(locale, None, width)
    return cldr_measure(locale, unit, width)


def _counted(form: str) -> str:
    return "{0}" + form if re.match(_HAN, form) else "{0} " + form
