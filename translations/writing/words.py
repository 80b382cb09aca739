"""Words that CLDR does not have: multiples, percentage points, basis points. Tables only.

Each is (long, short); a mapping gives plural categories. Languages beyond these get signs.
"""

from __future__ import annotations

from typing import TypeAlias

from babel import Locale

from translations.quantity import Kind
from translations.writing.languages import content_language
from translations.writing.model import Width

Patterns: TypeAlias = dict[str, str]

_TIMES: dict[str, tuple[str | Patterns, str | Patterns]] = {
    "en": ({"one": "{0} time", "other": "{0} times"}, "{0}x"),
    "zh-Hans": ("{0}倍", "{0}倍"),
    "zh-Hant": ("{0}倍", "{0}倍"),
    "ja": ("{0}倍", "{0}倍"),
    "ko": ("{0}배", "{0}배"),
    "de": ("{0}-fach", "{0}×"),
    "fr": ("{0} fois", "{0}×"),
    "es": ({"one": "{0} vez", "other": "{0} veces"}, "{0}×"),
    "pt": ({"one": "{0} vez", "other": "{0} vezes"}, "{0}×"),
    "hi": ("{0} गुना", "{0} गुना"),
    "ar": ({"few": "{0} أضعاف", "many": "{0} ضعفًا", "other": "{0} ضعف"}, "{0}×"),
}
_PERCENTAGE_POINT: dict[str, tuple[str | Patterns, str | Patterns]] = {
    "en": ({"one": "{0} percentage point", "other": "{0} percentage points"}, "{0} pp"),
    "zh-Hans": ("{0}个百分点", "{0}个百分点"),
    "zh-Hant": ("{0}個百分點", "{0}個百分點"),
    "ja": ("{0}ポイント", "{0}ポイント"),
    "ko": ("{0}퍼센트포인트", "{0}%p"),
    "de": ({"one": "{0} Prozentpunkt", "other": "{0} Prozentpunkte"}, "{0}\u00a0PP"),
    "fr": ({"one": "{0} point de pourcentage", "other": "{0} points de pourcentage"}, "{0}\u00a0pp"),
    "es": ({"one": "{0} punto porcentual", "other": "{0} puntos porcentuales"}, "{0}\u00a0pp"),
    "pt": ({"one": "{0} ponto percentual", "other": "{0} pontos percentuais"}, "{0}\u00a0p.p."),
    "hi": ("{0} प्रतिशत अंक", "{0} प्रतिशत अंक"),
    "ar": ({"few": "{0} نقاط مئوية", "other": "{0} نقطة مئوية"},) * 2,
}
_BASIS_POINT: dict[str, tuple[str | Patterns, str | Patterns]] = {
    "en": ({"one": "{0} basis point", "other": "{0} basis points"}, "{0} bp"),
    "zh-Hans": ("{0}个基点", "{0}个基点"),
    "zh-Hant": ("{0}個基點", "{0}個基點"),
    "ja": ("{0}ベーシスポイント", "{0}\u00a0bp"),
    "ko": ("{0}베이시스포인트", "{0}bp"),
    "de": ({"one": "{0} Basispunkt", "other": "{0} Basispunkte"}, "{0}\u00a0Bp."),
    "fr": ({"one": "{0} point de base", "other": "{0} points de base"}, "{0}\u00a0pb"),
    "es": ({"one": "{0} punto básico", "other": "{0} puntos básicos"}, "{0}\u00a0pb"),
    "pt": ({"one": "{0} ponto-base", "other": "{0} pontos-base"}, "{0}\u00a0p.b."),
    "hi": ("{0} आधार अंक", "{0} आधार अंक"),
    "ar": ({"few": "{0} نقاط أساس", "other": "{0} نقطة أساس"},) * 2,
}
# Units that CLDR composes from a prefix and a unit (UTS 35, Unit Identifiers), and has no names for.
_COMPOSED: dict[str, tuple[str, str, str, str, str]] = {
    # symbol, English singular and plural, Simplified, Traditional
    "megawatt-hour": ("MWh", "megawatt-hour", "megawatt-hours", "兆瓦时", "兆瓦小時"),
    "gigawatt-hour": ("GWh", "gigawatt-hour", "gigawatt-hours", "吉瓦时", "吉瓦小時"),
    "terawatt-hour": ("TWh", "terawatt-hour", "terawatt-hours", "太瓦时", "太瓦小時"),
    "terawatt": ("TW", "terawatt", "terawatts", "太瓦", "太瓦"),
}
COMPOSED_UNITS = {unit: Kind.POWER if unit == "terawatt" else Kind.MEASURE for unit in _COMPOSED}
_TABLES = {
    "times": (_TIMES, "{0}×"),
    "percentage_point": (_PERCENTAGE_POINT, "{0}\u00a0pp"),
    "basis_point": (_BASIS_POINT, "{0}\u00a0bp"),
}


def composed_patterns(locale: Locale, unit: str, width: Width) -> Patterns:
    """Plural category → pattern of one of `COMPOSED_UNITS`: words in our languages, the symbol elsewhere."""
    symbol, singular, plural, simplified, traditional = _COMPOSED[unit]
    language = content_language(locale)
    if language == "zh-Hans":
        return {"other": f"{{0}}{simplified}"}
    if language == "zh-Hant":
        return {"other": f"{{0}}{traditional}"}
    if language == "en" and width is not Width.SHORT:
        return {"one": f"{{0}} {singular}", "other": f"{{0}} {plural}"}
    return {"other": f"{{0}}\u00a0{symbol}" if language is None else f"{{0}} {symbol}"}


def patterns(locale: Locale, unit: str, width: Width) -> Patterns:
    """Plural category → pattern with ``{0}``; ``other`` is always there."""
    table, sign = _TABLES[unit]
    language = content_language(locale) or locale.language
    # Chinese in Latin letters has none of our words.
    long, short = table.get(language, (sign, sign))
    chosen = short if width is Width.SHORT else long
    return {"other": chosen} if isinstance(chosen, str) else chosen
