"""Amounts of money, with the currency's name or its symbol."""

from __future__ import annotations

from babel import Locale

from translations.writing import cldr, overrides
from translations.writing.builder import build
from translations.writing.compact import compact_currency_heads, compact_heads
from translations.writing.languages import content_language, is_chinese
from translations.writing.model import Width
from translations.writing.speller import Outer, Speller


def money(locale: Locale, code: str, width: Width) -> Speller:
    """Long and exact amounts with the currency's name, short with its symbol; Chinese always names it."""
    if width is Width.SHORT and not is_chinese(locale):
        return _with_symbol(locale, code)
    names = _names(locale, code)
    compact = compact_heads(locale, width)
    return build(
        locale, outer=_named(locale, names), compact=compact, compact_outer=_after_million(locale, names)
    )


def _with_symbol(locale: Locale, code: str) -> Speller:
    symbol = cldr.currency_symbol(locale, code)
    standard = cldr.standard_currency(locale, symbol)
    return build(locale, heads={"other": standard}, compact=compact_currency_heads(locale, symbol))


def _names(locale: Locale, code: str) -> cldr.ByCategory:
    counted = overrides.COUNTED_NAMES.get((content_language(locale) or "", code))
    if counted:
        return {"other": counted}
    names = cldr.currency_names(locale, code)
    if locale.language in overrides.LOWER_CASE_NAMES:
        return {category: name[:1].lower() + name[1:] for category, name in names.items()}
    return names


def _named(locale: Locale, names: cldr.ByCategory) -> Outer:
    patterns = cldr.currency_unit_patterns(locale)
    if is_chinese(locale):
        # CLDR has "{0} {1}" for Hant; no Chinese typesetter puts a space there (5.3兆日圓).
        patterns = {"other": "{0}{1}"}
    return {
        category: _around(patterns.get(category, patterns["other"]), names.get(category, names["other"]))
        for category in {*patterns, *names}
    }


def _after_million(locale: Locale, names: cldr.ByCategory) -> Outer | None:
    preposition = overrides.PREPOSITIONS.get(locale.language)
    if preposition is None:
        return None
    vowels = overrides.ELIDING.get(locale.language, "")
    return {
        category: ("", f" {_elided(preposition, name, vowels)}{name}") for category, name in names.items()
    }


def _elided(preposition: str, name: str, vowels: str) -> str:
    # ien, iuan: the first letter of the Catalan yen and yuan is a consonant.
    if name[0] in vowels and not (name[0] in "iI" and name[1] in "aeiouàèéòóu"):
        return f"{preposition[0]}’"
    return f"{preposition} "


def _around(pattern: str, name: str) -> tuple[str, str]:
    before, _, after = pattern.replace("{1}", name).partition("{0}")
    return before, after
