"""One pass over the text: where a trap, a date, a phrase or a number begins, and which."""

from __future__ import annotations

import re
from functools import cache
from itertools import groupby

from translations.reading.dates import CHINESE_DATE, ENGLISH_DATE, TIMES
from translations.reading.digits import DIGITS
from translations.reading.english_numbers import ENGLISH_DIGITS, ENGLISH_NUMBER, ENGLISH_WORDS
from translations.reading.han_numbers import HAN_NUMBER
from translations.reading.phrases import CHINESE_PHRASE, ENGLISH_PHRASE
from translations.reading.traps import (
    CHINESE_TRAPS,
    DIGIT_TRAPS,
    DIGIT_TRAPS_BEHIND,
    LATIN_TRAPS,
    OTHER_CHINESE_TRAPS,
)

# What a trap, a date, a phrase or a number can begin with: a Han character, a digit, a word.
_NUMERAL = "零〇一二三四五六七八九十百千万亿兆两俩壹贰叁肆伍陆柒捌玖拾佰仟廿卅"
_HAN = (
    rf"(?:[{_NUMERAL}數数几好半对翻减腰]|[上下][{_NUMERAL}个半]|[前第首头頭][ 0-9{_NUMERAL}]|[本上]世|首[季个]|上个|公元|民[国國]"
    r"|倍增|[低中高][个两双三]|个位|[两双三]位|双十|说两|单一)"
)
_DIGIT = "[0-9½⅓⅔¼¾⅕⅛'’]"
# Behind digits, these leave no doubt: 26.7%, 18座.
_PLAINLY = "[%座家个人元倍]"
_WORD = r"(?<![A-Za-z0-9])(?=[A-Za-z])"
# One look at the first character spares most of a text the rest.
_FIRST = rf"[0-9½⅓⅔¼¾⅕⅛'’A-Za-z{_NUMERAL}數数几好半对翻减腰上下前第首头頭本公民倍低中高个双说单]"
_ENGLISH_DATE = rf"(?=['’]|[0-9]{{1,4}}+(?: ?[A-Za-z]|[-–—−/.,'’]| ?(?:to|and) ))(?:{ENGLISH_DATE})"


@cache
def scanner() -> re.Pattern[str]:
    """The pattern whose ``lastgroup`` tells what was found: trap, date, phrase, han, english or digits.

    Each branch has groups of its own, with ``p_``, ``d_``, ``h_`` or ``w_`` before the name. What begins with a Latin
    letter begins at the beginning of a word.
    """
    latin_traps = "|".join(LATIN_TRAPS)
    digit_traps = f"(?={DIGIT_TRAPS_BEHIND})(?:{'|'.join(DIGIT_TRAPS)})"
    chinese_traps = f"{_by_first(CHINESE_TRAPS)}|{OTHER_CHINESE_TRAPS}"
    word = (
        rf"{_WORD}(?:(?P<w_trap>{latin_traps})|(?P<w_date>{ENGLISH_DATE})"
        rf"|(?P<w_phrase>{ENGLISH_PHRASE})|(?P<w_english>{ENGLISH_WORDS}))"
    )
    digit = (
        rf"(?={_DIGIT})(?:(?P<p_digits>{DIGITS}(?={_PLAINLY}))|(?P<d_trap>{digit_traps}|{TIMES})"
        rf"|(?P<d_date>{CHINESE_DATE}|{_ENGLISH_DATE})"
        rf"|(?P<d_han>{HAN_NUMBER})|(?P<d_english>{ENGLISH_DIGITS})|(?P<d_digits>{DIGITS}))"
    )
    han = (
        rf"(?={_HAN})(?:(?P<h_trap>{chinese_traps}|{TIMES})|(?P<h_date>{CHINESE_DATE})"
        rf"|(?P<h_phrase>{CHINESE_PHRASE})|(?P<h_han>{HAN_NUMBER}))"
    )
    # Letters are tried first, as most of an English text is letters.
    return re.compile(rf"(?={_FIRST})(?:{word}|{digit}|{han})")


@cache
def number_pattern() -> re.Pattern[str]:
    """A number alone, for the second end of a range: groups han, english, digits."""
    return re.compile(rf"(?P<han>{HAN_NUMBER})|(?P<english>{ENGLISH_NUMBER})|(?P<digits>{DIGITS})")


def _by_first(words: tuple[str, ...]) -> str:
    """The alternation of `words`, branching on their first character once."""
    groups = groupby(sorted(words), key=lambda word: word[0])
    return "|".join(
        f"{first}(?:{'|'.join(sorted((word[1:] for word in group), key=len, reverse=True))})"
        for first, group in groups
    )
