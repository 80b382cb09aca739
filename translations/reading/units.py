"""The unit that follows a number and the currency that precedes it, in folded text.

Every function takes the whole text and a place in it; the longest writing wins. None looks farther than the longest
writing it knows.
"""

from __future__ import annotations

import re
from decimal import Decimal
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from translations.quantity import Kind
from translations.reading import currencies
from translations.reading.unit_guards import LATIN_WORD, latin
from translations.reading.unit_model import Bare, Home, Unit

if TYPE_CHECKING:
    from translations.reading.unit_table import Circumfixes, Lexicon

__all__ = ["Home", "Unit", "home_of", "minor_after", "unit_after", "unit_around", "unit_before"]

_HYPHENS = ("-", "\u2010", "\u2011")
_LAST_LATIN = "\u024f"
_TENTH = Decimal("0.1")
_HUNDREDTH = Decimal("0.01")
_MINORS: dict[str, Decimal] = {
    **dict.fromkeys(("角", "毛", "角钱", "毛钱", "jiao"), _TENTH),
    **dict.fromkeys(("分", "分钱", "美分", "欧分", "仙", "便士", "戈比", "fen"), _HUNDREDTH),
    **dict.fromkeys(("cents", "cent", "¢", "pence", "penny", "p", "paise", "kopecks"), _HUNDREDTH),
}
_COMPOUNDS: dict[str, str | tuple[str, ...]] = {"安": "时", "伏": "安", "吨": ("公里", "海里"), "度": "角"}
_NO_MINOR = {"分": "钟之", "角": "度色落", "毛": "利额"}


def unit_after(text: str, position: int, home: Home) -> tuple[int, Unit] | None:
    """The unit that begins at `position`, right behind a number: where it ends, and what it means.

    At most two spaces or one hyphen in front of it are skipped. A currency's Chinese and English names, code and
    sign are units, too.
    """
    start = position
    first = text[start : start + 1]
    if first == " ":
        start += 2 if text[start + 1 : start + 2] == " " else 1
        first = text[start : start + 1]
    elif first in _HYPHENS:
        start += 1
        first = text[start : start + 1]
    if not first:
        return None
    if first in "厘碼码" and (regional := _regional_rate(text, start, first, home)) is not None:
        return start + 1, regional
    lexicon = _after()
    if first <= _LAST_LATIN and first.isalpha():
        return _word_after(text, position, start, home, lexicon)
    for length in lexicon.lengths.get(first, ()):
        written = text[start : start + length]
        entry = lexicon.exact.get(written)
        if entry is None:
            continue
        meaning, guard = entry
        end = start + len(written)
        if (guard is None or guard(text, position, start, end)) and not _goes_on(written, text, end):
            # 毫安时, 千伏安, 吨公里 are other units, which CLDR has not.
            return (
                None
                if text.startswith(_COMPOUNDS.get(written[-1], "\0"), end)
                else (end, _resolved(meaning, home))
            )
    return None


def unit_before(text: str, position: int, home: Home) -> tuple[int, Unit] | None:
    """The currency that ends right before `position`, where a number begins: where it begins, and what it means.

    At most two spaces between them are skipped. The caller knows whether the currency belongs to a number before
    it (100日元4.5元).
    """
    end = position
    if end and text[end - 1] == " ":
        end -= 2 if text[max(0, end - 2) : end] == "  " else 1
    if not end:
        return None
    lexicon = _before()
    for length in lexicon.lengths.get(text[end - 1], ()):
        start = end - length
        if start < 0:
            continue
        entry = lexicon.exact.get(text[start:end])
        if entry is None:
            continue
        meaning, guard = entry
        if _begins_word(text, start) and (guard is None or guard(text, position, start, end)):
            return start, _resolved(meaning, home)
    return None


def unit_around(text: str, start: int, end: int) -> tuple[int, int, Unit] | None:
    """The unit that stands on both sides of the number between `start` and `end`: 每小时120公里, 摄氏30度.

    Returns where it begins, where it ends, and what it means.
    """
    stop = start
    if stop and text[stop - 1] == " ":
        stop -= 1
    if not stop:
        return None
    circumfixes = _around()
    for length in circumfixes.lengths.get(text[stop - 1], ()):
        if length > stop:
            continue
        for trail, unit in circumfixes.pairs.get(text[stop - length : stop], ()):
            begin = end + 1 if trail and text[end : end + 1] == " " else end
            if text.startswith(trail, begin):
                return stop - length, begin + len(trail), unit
    return None


def minor_after(text: str, position: int, home: Home) -> tuple[int, Decimal] | None:
    """角, 毛, 分, cents or pence at `position`, behind the second number of 五元三毛 and 3 dollars 50 cents.

    Returns where it ends, and which fraction of the currency it is. At most one space in front is skipped.
    """
    start = position + 1 if text[position : position + 1] == " " else position
    first = text[start : start + 1]
    if first and first <= _LAST_LATIN and first.isalpha():
        match = LATIN_WORD.match(text, start)
        factor = _MINORS.get(match[0].lower()) if match else None
        return (match.end(), factor) if match and factor else None
    if first == "毫" and home.yuan == "HKD":
        return start + 1, _TENTH
    for length in (2, 1):
        written = text[start : start + length]
        factor = _MINORS.get(written)
        end = start + len(written)
        if factor is not None and text[end : end + 1] not in tuple(_NO_MINOR.get(written, "")):
            return end, factor
    return None


@lru_cache(maxsize=256)
def home_of(lang: str | None) -> Home:
    """What the bare words of money mean in a text of language `lang` (BCP 47), from its region.

    元 and $ are Taiwan's in zh-TW and zh-Hant, Hong Kong's in zh-HK; $ is Australia's in en-AU. ¥ is the yen in
    English and Japanese, the yuan in Chinese.
    """
    language, *subtags = (lang or "").replace("_", "-").lower().split("-")
    region = next((subtag.upper() for subtag in subtags if len(subtag) == 2), "")
    if language in ("zh", "yue") and "hant" in subtags and not region:
        region = "TW"
    dollar = currencies.DOLLAR_BY_REGION.get(region, "USD")
    if language in ("en", "ja"):
        return Home(dollar=dollar, yen="JPY", yen_alternatives=("CNY",))
    if language in ("zh", "yue"):
        return Home(yuan=currencies.YUAN_BY_REGION.get(region, "CNY"), dollar=dollar)
    return Home(dollar=dollar)


_INTEREST = re.compile("[升降加减減]|利率|息|厘")
_INTEREST_WINDOW = 12
_PERCENT = Unit(Kind.PERCENT, "percent")
_QUARTER_POINT = Unit(Kind.PERCENTAGE_POINTS, "basis_point", Decimal(25))


def _regional_rate(text: str, start: int, word: str, home: Home) -> Unit | None:
    """Hong Kong's 厘 of interest is a percent, Taiwan's 碼 a quarter of a point; elsewhere they are lengths."""
    if text[start + 1 : start + 2] == "米" or not _INTEREST.search(
        text, max(0, start - _INTEREST_WINDOW), start
    ):
        return None
    if word == "厘":
        return _PERCENT if home.yuan == "HKD" else None
    return _QUARTER_POINT if home.yuan == "TWD" else None


def _word_after(
    text: str, position: int, start: int, home: Home, lexicon: Lexicon
) -> tuple[int, Unit] | None:
    word = LATIN_WORD.match(text, start)
    if word is None:
        return None
    for length in lexicon.words.get(word[0].lower(), ()):
        written = text[start : start + length]
        entry = lexicon.exact.get(written) or lexicon.loose.get(written.lower())
        if entry is None:
            continue
        meaning, guard = entry
        end = start + len(written)
        if not _goes_on(written, text, end) and (guard is None or guard(text, position, start, end)):
            return end, _resolved(meaning, home)
    return None


def _goes_on(written: str, text: str, end: int) -> bool:
    """Whether a Latin word goes on behind what was read of it."""
    if end == len(text) or text[end] > _LAST_LATIN:
        return False
    last = written[-1]
    return last <= _LAST_LATIN and last.isalnum() and text[end].isalnum()


def _begins_word(text: str, start: int) -> bool:
    if not start:
        return True
    # 兑美元7.1 is a rate, and its number no amount of dollars.
    if text[start] > "\u3400":
        return text[start - 1] not in "兑兌"
    return not latin(text[start - 1])


def _resolved(meaning: Unit | Bare, home: Home) -> Unit:
    if not isinstance(meaning, Bare):
        return meaning
    alternatives = home.yen_alternatives if meaning.word == "yen" else ()
    return _money(getattr(home, meaning.word), meaning.factor, alternatives)


@lru_cache(maxsize=256)
def _money(code: str, factor: str, alternatives: tuple[str, ...]) -> Unit:
    return Unit(Kind.MONEY, code, Decimal(factor), alternatives)


@cache
def beginnings() -> frozenset[str]:
    """The characters with which a unit behind a number can begin, other than Latin letters."""
    return frozenset(_after().lengths)


@cache
def endings() -> frozenset[str]:
    """The characters with which what precedes a number can end: a currency, 每小时, 摄氏."""
    return frozenset(_before().lengths) | frozenset(_around().lengths)


# The tables' module imports Babel, some 50 ms that an import of the reader shall not cost.
@cache
def _after() -> Lexicon:
    from translations.reading import unit_table

    return unit_table.after()


@cache
def _before() -> Lexicon:
    from translations.reading import unit_table

    return unit_table.before()


@cache
def _around() -> Circumfixes:
    from translations.reading import unit_table

    return unit_table.around()
