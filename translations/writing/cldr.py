"""Babel's CLDR data, read once and handed on as plain strings. The only module that reads them."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Mapping
from functools import lru_cache
from typing import Any, NamedTuple, TypeAlias

from babel import Locale, numbers

from translations.writing import overrides

Affixes: TypeAlias = tuple[str, str, str]  # before a positive number, before a negative one, after both
ByCategory: TypeAlias = dict[str, str]

_NBSP = "\u00a0"
_RLM = "\u200f"


class Symbols(NamedTuple):
    """Decimal point, group separator, minus and percent sign, in the locale's own digits."""

    decimal: str
    group: str
    minus: str
    percent: str
    zero: int | None


@lru_cache(maxsize=1024)
def symbols(locale: Locale) -> Symbols:
    """The signs of the locale's default numbering system."""
    # Babel takes Latin digits unless told otherwise, with the separators of neither (#446, #731, #1036).
    system: dict[str, Any] = {"numbering_system": "default"}
    chosen = locale.number_symbols.get(locale.default_numbering_system) or locale.number_symbols["latn"]
    return Symbols(
        numbers.get_decimal_symbol(locale, **system),
        numbers.get_group_symbol(locale, **system),
        numbers.get_minus_sign_symbol(locale, **system),
        chosen.get("percentSign", "%"),
        overrides.ZEROS.get(locale.default_numbering_system),
    )


def grouping(locale: Locale) -> tuple[int, int, int]:
    """Size of the last group, of the others, and how many digits must precede the last group."""
    last, others = locale.decimal_formats[None].grouping
    places = overrides.MINIMUM_TWO.get(locale.language, frozenset())
    minimum = 2 if "*" in places or (locale.territory or "") in places else 1
    return last, others, minimum


def compact_patterns(locale: Locale, width: str) -> dict[int, dict[str, Any]]:
    """Power of ten → plural category → parsed CLDR pattern."""
    # Babel 2.15 to 2.18 lose CLDR's alias from long to short (#1059, #1076, mended by #1310 on master).
    formats = locale.compact_decimal_formats
    return _by_power(formats.get(width) or formats.get("short") or {})


def compact_currency_patterns(locale: Locale) -> dict[int, dict[str, Any]]:
    """The same for currencies; CLDR has them short only."""
    return _by_power(locale.compact_currency_formats.get("short") or {})


def _by_power(formats: Mapping[str, Mapping[str, Any]]) -> dict[int, dict[str, Any]]:
    found: dict[int, dict[str, Any]] = {}
    for category, patterns in formats.items():
        for power, pattern in patterns.items():
            found.setdefault(len(power) - 1, {})[category] = pattern
    return found


def affixes(pattern: Any, signs: Symbols, symbol: str = "") -> Affixes:
    """What a parsed pattern puts around its number, with the locale's signs and a currency's symbol."""
    dress = _dresser(signs, symbol)
    before, negative = (dress(text, leads=True) for text in pattern.prefix)
    return before, negative, dress(pattern.suffix[0], leads=False)


def _dresser(signs: Symbols, symbol: str) -> Callable[..., str]:
    def dress(text: str, *, leads: bool) -> str:
        text = _unquoted(text).replace("-", signs.minus).replace("%", signs.percent)
        return _spaced(text, symbol, leads=leads).replace("¤", symbol)

    return dress


def _unquoted(text: str) -> str:
    return text.replace("''", "\0").replace("'", "").replace("\0", "'")


def _spaced(text: str, symbol: str, *, leads: bool) -> str:
    """CLDR's currencySpacing, which Babel does not apply: a letter never touches a digit."""
    if not symbol or "¤" not in text:
        return text
    if leads and text.endswith("¤") and _is_letter(symbol[-1]):
        return text + _NBSP
    if not leads and text.startswith("¤") and _is_letter(symbol[0]):
        return _NBSP + text
    # CLDR 47 has "0 M¤" in Spanish and Catalan, CLDR 48 "0 M ¤".
    at = text.index("¤")
    return text[:at] + _NBSP + text[at:] if at and text[at - 1].isalpha() else text


def _is_letter(character: str) -> bool:
    return unicodedata.category(character)[0] not in "SZC"


def currency_symbol(locale: Locale, code: str) -> str:
    """The symbol of a currency, never the same one for yen and yuan."""
    return overrides.currency_symbol(locale, code) or locale.currency_symbols.get(code, code)


def standard_currency(locale: Locale, symbol: str) -> Affixes:
    """What the standard pattern puts around an amount. Its two decimals are not used."""
    signs = symbols(locale)
    return marked(locale, affixes(locale.currency_formats["standard"], signs, symbol), signs.minus)


def marked(locale: Locale, around: Affixes, minus: str) -> Affixes:
    """With the right-to-left mark that CLDR 48 has in front of amounts, where the language wants it."""
    if locale.language not in overrides.RIGHT_TO_LEFT:
        return around
    before = _RLM + around[0].removeprefix(_RLM)
    return before, minus + before, around[2]


def currency_names(locale: Locale, code: str) -> ByCategory:
    """Plural category → name of the currency; ``other`` is always there."""
    names: ByCategory = dict(_data(locale, "currency_names_plural").get(code, {}))
    names.setdefault("other", numbers.get_currency_name(code, count=2, locale=locale))
    return names


def currency_unit_patterns(locale: Locale) -> ByCategory:
    """Plural category → ``{0} {1}``: how number and currency name stand together."""
    return {"other": "{0} {1}", **_data(locale, "currency_unit_patterns")}


def unit_patterns(locale: Locale, unit: str, length: str) -> ByCategory:
    """Plural category → ``{0} gigawatts``, for a CLDR unit with its category (``power-gigawatt``)."""
    replaced = overrides.unit_pattern(locale, unit)
    if replaced is not None:
        return {"other": replaced}
    data = _data(locale, "unit_patterns").get(unit, {})
    # Babel 2.15 to 2.18 lose CLDR's alias from long to short and print the unit's id (#1217, #1225).
    for width in (length, "short", "long", "narrow"):
        patterns = {k: v for k, v in data.get(width, {}).items() if k not in ("per", "gender", "case")}
        if "other" in patterns:
            return patterns
    return {"other": "{0} " + unit.partition("-")[2].replace("-", " ")}


def unit_name(locale: Locale, unit: str) -> str:
    """What a CLDR unit with its category is called: gigawatts, 吉瓦."""
    names = _data(locale, "unit_display_names").get(unit, {})
    # As with the patterns, Babel loses the alias from long to short (#1217).
    return next((str(names[width]) for width in ("long", "short", "narrow") if names.get(width)), unit)


def unit_ids(locale: Locale) -> frozenset[str]:
    """Every unit, with its category, that CLDR has words for in this locale."""
    named = _data(locale, "unit_patterns").items()
    return frozenset(unit for unit, widths in named if any("other" in w for w in _widths(widths)))


def _widths(data: Any) -> list[Any]:
    return [data[width] for width in ("long", "short", "narrow") if width in data]


def _data(locale: Locale, name: str) -> Any:
    # Babel has no public way to these patterns: babel.units and babel.numbers read them here, too.
    return locale._data[name]
