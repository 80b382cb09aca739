"""Where we differ from the CLDR data that Babel ships, and why. Tables only.

Sources: CLDR 48 as ICU 78 prints it, GB/T 15835-2011 (figures in Chinese publications), and the usage of
the press of each place. `benchmarks/formatting.py` compares everything else with ICU.
"""

from __future__ import annotations

from typing import TypeAlias

from babel import Locale

# CLDR minimumGroupingDigits, which Babel's data leave out (figures.md section 2, no. 9; read from ICU 78):
# 2800 but 28.000. "*" is every territory; "" is the bare language.
MINIMUM_TWO: dict[str, frozenset[str]] = {
    **dict.fromkeys(
        ("be", "bg", "et", "hu", "hy", "ia", "ie", "it", "ka", "lv", "pl", "sl", "sq"), frozenset({"*"})
    ),
    "es": frozenset({"", "ES", "EA", "GQ", "IC", "PH"}),
    "pt": frozenset({"PT", "AO", "CH", "CV", "GQ", "GW", "LU", "MO", "MZ", "ST", "TL"}),
    "ru": frozenset({"UA"}),
}

# A compact number in Chinese and Japanese leaves four digits ungrouped (8300亿, 2800人), as CLDR's bare "0"
# pattern for a thousand has it there and GB/T 15835 allows.
FOUR_DIGITS_PLAIN = frozenset({"zh", "ja"})

# Zero digit of every numbering system that is some locale's default. Babel knows which system is the default
# and writes Latin digits all the same (Babel #446, #470, #731, #1036).
ZEROS: dict[str, int] = {
    "adlm": 0x1E950,
    "arab": 0x0660,
    "arabext": 0x06F0,
    "beng": 0x09E6,
    "cakm": 0x11136,
    "deva": 0x0966,
    "hmnp": 0x1E140,
    "mtei": 0xABF0,
    "mymr": 0x1040,
    "nkoo": 0x07C0,
    "olck": 0x1C50,
    "tibt": 0x0F20,
}

# (first power of ten, power of ten of the unit, long, short): rows that replace CLDR 47's.
Rows: TypeAlias = tuple[tuple[int, int, str, str], ...]

# CLDR 48 brought bn and tn to en-GB; Babel 2.18 still has CLDR 47's B and T.
_BRITISH: Rows = (
    (6, 6, " million", "m"),
    (9, 9, " billion", "bn"),
    (12, 12, " trillion", "tn"),
)
# CLDR 48 counts in lakh and crore in en-IN also in long form; CLDR 47 had million and billion.
_INDIAN: Rows = (
    (5, 5, "\u202flakh", "L"),
    (7, 7, "\u202fcrore", "Cr"),
    (12, 12, "\u202flakh\u202fcrore", "LCr"),
)
# CLDR has K, M, B and T for Hong Kong and Macau; its papers print 萬, 億 and 萬億.
_CANTON: Rows = ((4, 4, "萬", "萬"), (8, 8, "億", "億"), (12, 12, "萬億", "萬億"))


def rows(locale: Locale) -> Rows | None:
    """The compact units that replace CLDR's for this locale, if any."""
    match locale.language, locale.territory:
        case "en", "GB":
            return _BRITISH
        case "en", "IN":
            return _INDIAN
        case "zh", "HK" | "MO" if locale.script == "Hant":
            return _CANTON
    return None


def currency_symbol(locale: Locale, code: str) -> str | None:
    """JP¥ and CN¥ where CLDR would print a bare ¥ in English, and wherever both would be one."""
    if code not in ("JPY", "CNY"):
        return None
    bare = {locale.currency_symbols.get("JPY"), locale.currency_symbols.get("CNY")} <= {"¥", "￥"}
    if locale.language == "en" or bare:
        return {"JPY": "JP¥", "CNY": "CN¥"}[code]
    return None


# CLDR 48 begins every Arabic amount with a right-to-left mark, after the minus; CLDR 47 only those in full.
RIGHT_TO_LEFT = frozenset({"ar"})

# CLDR names the currency (人民币), not its unit; an amount counts the unit: 4.5元人民币.
COUNTED_NAMES: dict[tuple[str, str], str] = {
    ("zh-Hans", "CNY"): "元人民币",
    ("zh-Hans", "TWD"): "元新台币",
    ("zh-Hant", "CNY"): "元人民幣",
    ("zh-Hant", "TWD"): "元新台幣",
}

# The million is a noun in these languages, so what is counted follows with a preposition: 5,3 billions de
# yens, 5,3 billones de yenes, 5,3 mila miliardi di yen. ICU and Babel omit it; CLDR has no place for it.
PREPOSITIONS: dict[str, str] = {
    "ast": "de",
    "ca": "de",
    "es": "de",
    "fr": "de",
    "gl": "de",
    "it": "di",
    "pt": "de",
    "ro": "de",
}
# de becomes d’ before a vowel (milliards d’euros); Catalan i or u before a vowel is a consonant (de iens).
ELIDING = {"fr": "aâeéèêiîoôuAÂEÉÈÊIÎOÔU", "ca": "aàeéèiíoóòuúAÀEÉÈIÍOÓÒUÚ"}

# CLDR capitalises Brazilian names for menus (Ienes japoneses); inside a sentence Portuguese does not.
LOWER_CASE_NAMES = frozenset({"pt"})

# CLDR 47: a decade in zh-Hant is "{0}0 年", which makes 2.50 年 of 2.5 decades; a quarter is 刻, a quarter
# of an hour.
_UNIT_PATTERNS: dict[tuple[str, str], str] = {
    ("Hans", "duration-decade"): "{0}个十年",
    ("Hant", "duration-decade"): "{0}個十年",
    ("Hans", "duration-quarter"): "{0}个季度",
    ("Hant", "duration-quarter"): "{0}季",
    # CLDR: "{0} 百萬分率", which makes a million of 3百萬.
    ("Hant", "concentr-permillion"): "{0} ppm",
}


def unit_pattern(locale: Locale, unit: str) -> str | None:
    """The pattern that replaces CLDR's for a unit, if any."""
    if locale.language not in ("zh", "yue"):
        return None
    return _UNIT_PATTERNS.get((locale.script or "Hans", unit))
