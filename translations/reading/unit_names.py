"""Every writing of a unit with its meaning: CLDR's in English and Chinese, and our own. Folded, likelier first."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from functools import cache
from typing import TypeAlias

from babel import Locale
from babel.core import get_global

from translations.quantity import Kind
from translations.reading import currencies, unit_words
from translations.reading.folding import fold
from translations.reading.unit_guards import latin
from translations.reading.unit_model import Bare, Unit
from translations.writing import cldr, overrides
from translations.writing.kinds import OWN_UNITS, cldr_unit, supported_unit

Meaning: TypeAlias = Unit | Bare
Named: TypeAlias = Iterator[tuple[str, Meaning]]

_LANGUAGES = ("en", "zh_Hans", "zh_Hant")
_WIDTHS = tuple((language, length) for language in _LANGUAGES for length in ("long", "short"))
# Names of currencies and short units that are other words in most places.
_ALONE = "银 钯 铂 黄金 黃金 白银 白金 巴 焦 牛 卡 sucre sucres Cal Da Pa"


def exact_names() -> Named:
    """What counts as written: symbols, codes, signs and Han names; the first to claim a name has it."""
    for row in unit_words.OPEN:
        yield from (
            (name, measure(row[0], alternatives=row[1])) for name in _split(row[2]) if not _is_word(name)
        )
    yield from ((name, meaning) for name, meaning in _money_names() if not _is_word(name))
    yield from _signs()
    for table in (unit_words.SYMBOLS, unit_words.HAN):
        yield from ((name, measure(unit)) for unit, names in table.items() for name in _split(names))
    for unit, factor, names in (*unit_words.SCALED_SYMBOLS, *unit_words.SCALED_HAN):
        yield from ((name, measure(unit, factor)) for name in _split(names))
    yield from (("Calorie", measure("foodcalorie")), ("Calories", measure("foodcalorie")))
    yield from _codes()
    yield from _cldr_units(*(width for width in _WIDTHS if width != ("en", "long")))


def loose_names() -> Named:
    """Latin words, which count in any case."""
    for row in unit_words.OPEN:
        yield from ((name, measure(row[0], alternatives=row[1])) for name in _split(row[2]) if _is_word(name))
    yield from ((name, meaning) for name, meaning in _money_names() if _is_word(name))
    yield from _lower_codes()
    yield from ((name, measure(unit)) for unit, names in unit_words.WORDS.items() for name in _split(names))
    for unit, factor, names in unit_words.SCALED_WORDS:
        yield from ((name, measure(unit, factor)) for name in _split(names))
    yield from _cldr_units(("en", "long"))


def _is_word(name: str) -> bool:
    return latin(name[0]) and len(name) > 2


def _split(names: str) -> list[str]:
    return fold(names).split(", ")


@cache
def _money_names() -> tuple[tuple[str, Meaning], ...]:
    """Every name of a currency, folded, with its meaning; the first to claim a name has it."""
    return tuple((fold(name), meaning) for name, meaning in _all_money_names())


def _all_money_names() -> Named:
    for word, factor, names in currencies.BARE:
        yield from ((name, Bare(word, factor)) for name in _split(names))
    for code, names in currencies.NAMES.items():
        yield from ((name, _money(code)) for name in _split(names))
    for code, factor, names in currencies.MINORS:
        yield from ((name, _money(code, factor)) for name in _split(names))
    for code, others, names in currencies.SHARED:
        yield from ((name, _money(code, "1", others)) for name in _split(names))
    for locale in _locales():
        for code in _currencies():
            yield from ((name, _money(code)) for name in cldr.currency_names(locale, code).values())
    # The writer's own names: 元人民币.
    yield from ((name, _money(code)) for (_, code), name in overrides.COUNTED_NAMES.items())


def leading_names() -> Named:
    """What stands in front of a number: codes, signs, Chinese names of currencies."""
    yield from _signs()
    yield from _codes()
    yield from _lower_codes()
    yield from ((code.title(), meaning) for code, meaning in _codes() if code in ("RMB", "USD", "EUR"))
    yield "R", _money("ZAR")
    yield from (("HK cents", _money("HKD", "0.01")), ("US cents", _money("USD", "0.01")))
    for name, meaning in _money_names():
        if _leads(name, meaning):
            yield name, meaning


def _leads(name: str, meaning: Meaning) -> bool:
    """Whether a Chinese name is also written in front (人民币20亿); no metal is, and no cents."""
    whole = isinstance(meaning, Unit) and meaning.factor == 1
    return whole and len(name) > 1 and name[0] not in "元圆块银黄白黃" and "\u3400" <= name[-1] <= "\u9fff"


def _signs() -> Named:
    yield from ((sign, Bare("dollar" if sign == "$" else "yen")) for sign in "$¥")
    for sign, code in currencies.SIGNS.items():
        yield from ((form, _money(code)) for form in _forms(sign))
    for sign, codes in currencies.SHARED_SIGNS.items():
        yield sign, _money(codes[0], "1", codes[1:])
    for code in _currencies():
        for locale in _locales():
            sign = cldr.currency_symbol(locale, code)
            if not _is_code(sign):
                yield fold(sign), _money(code)


def _forms(sign: str) -> Iterator[str]:
    yield sign
    letters = sign[:-1]
    if letters and sign[-1] in "$¥£" and sign not in currencies.UNSPACED:
        yield from (f"{letters} {sign[-1]}", f"{letters.lower()} {sign[-1]}")
        if len(letters) > 1:
            yield letters.lower() + sign[-1]


def _is_code(sign: str) -> bool:
    return len(sign) == 3 and sign.isalpha() and sign.isupper() and sign.isascii()


def _codes() -> Named:
    yield from (("RMB", _money("CNY")), ("NTD", _money("TWD")), ("SDR", _money("XDR")))
    yield from ((code, _money(code)) for code in _currencies())
    # The scale beside the code, as accounts have it: 75 USD million, 30 MUSD.
    for code in currencies.LOWER_CASE.split():
        yield f"M{code}", _money("CNY" if code == "RMB" else code, "1e6")
        for scale, factor in (("million", "1e6"), ("mn", "1e6"), ("billion", "1e9"), ("bn", "1e9")):
            yield f"{code} {scale}", _money("CNY" if code == "RMB" else code, factor)


def _lower_codes() -> Named:
    lower = currencies.LOWER_CASE.split()
    yield from ((code.lower(), meaning) for code, meaning in _codes() if code.partition(" ")[0] in lower)


def circumfixes() -> Iterator[tuple[str, str, Unit]]:
    """What stands before a number and what behind it, where both together are a unit."""
    for unit, lead, trail in unit_words.AROUND:
        yield fold(lead), fold(trail), measure(unit)
    for width in _WIDTHS:
        for unit, pattern in _patterns(*width):
            lead, _, trail = (part.strip() for part in pattern.partition("{0}"))
            # 百万分之三 is a number, and "B 7" anything.
            if lead and not lead.endswith("分之") and len(lead) > 1:
                yield lead, trail, measure(unit)


def _cldr_units(*widths: tuple[str, str]) -> Named:
    for width in widths:
        for unit, pattern in _patterns(*width):
            lead, _, name = pattern.partition("{0}")
            name = name.strip()
            if name and not lead and name not in unit_words.UNREAD:
                yield name, measure(unit)


@cache
def _patterns(language: str, length: str) -> tuple[tuple[str, str], ...]:
    """Each unit of CLDR with each of its patterns, folded: ``{0} gigawatts``."""
    locale = Locale.parse(language)
    return tuple(
        (unit, fold(pattern))
        for unit in _cldr_ids()
        for pattern in set(cldr.unit_patterns(locale, cldr_unit(unit), length).values())
    )


@cache
def _cldr_ids() -> tuple[str, ...]:
    ids = (unit.partition("-")[2] for unit in sorted(cldr.unit_ids(Locale("en"))))
    return tuple(unit for unit in ids if unit not in unit_words.OTHER_KIND)


@cache
def _currencies() -> tuple[str, ...]:
    return tuple(code for code in sorted(Locale("en").currencies) if code != "XXX")


@cache
def _locales() -> tuple[Locale, ...]:
    return tuple(map(Locale.parse, _LANGUAGES))


@cache
def homographs() -> frozenset[str]:
    """Names that are other words, too, and the codes of money that is no longer tender anywhere."""
    tender = {
        code
        for territory in get_global("territory_currencies").values()
        for code, _, end, legal in territory
        if legal and end is None
    }
    retired = frozenset(_currencies()) - tender - {"CNH", "XAU", "XAG"}
    return retired | frozenset(currencies.HOMOGRAPHS.split()) | frozenset(_ALONE.split())


@cache
def _money(code: str, factor: str = "1", alternatives: tuple[str, ...] = ()) -> Unit:
    return Unit(Kind.MONEY, code, Decimal(factor), alternatives)


@cache
def measure(unit: str, factor: str = "1", alternatives: tuple[str, ...] = ()) -> Unit:
    kind = OWN_UNITS.get(unit) or supported_unit(unit)
    if kind is None:
        raise ValueError(f"{unit!r} is no unit of CLDR's")
    return Unit(kind, unit, Decimal(factor), alternatives)
