"""Fractions as they are said: one in nine, 九分之一, 1/9. Never reduced."""

from __future__ import annotations

from decimal import Decimal

from babel import Locale

from translations.quantity import Ratio
from translations.writing.digits import split
from translations.writing.languages import content_language
from translations.writing.model import Width
from translations.writing.numerals import Dress, dress

_NAMED = {
    (1, 2): "half",
    (1, 3): "one third",
    (2, 3): "two thirds",
    (1, 4): "one quarter",
    (3, 4): "three quarters",
}
_ENGLISH = (
    *("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"),
    *("eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen"),
    *("nineteen", "twenty"),
)
_HAN = "零一二三四五六七八九"


def spell_ratio(ratio: Ratio, locale: Locale, width: Width) -> str:
    """A fraction in words (long, where we have words) or digits. Raises `NumberOutOfRange`."""
    for term in (ratio.numerator, ratio.denominator):
        split(Decimal(term))
    words = None
    if width is Width.LONG and 0 < ratio.numerator < ratio.denominator:
        words = _in_words(ratio, content_language(locale), dress(locale))
    return words or _in_digits(ratio, dress(locale))


def _in_words(ratio: Ratio, language: str | None, write: Dress) -> str | None:
    if language == "en":
        return _english(ratio, write)
    return _chinese(ratio) if language else None


def _in_digits(ratio: Ratio, write: Dress) -> str:
    return f"{write(str(ratio.numerator), '')}/{write(str(ratio.denominator), '')}"


def _english(ratio: Ratio, write: Dress) -> str:
    terms = ratio.numerator, ratio.denominator
    if terms in _NAMED:
        return _NAMED[terms]
    low, high = (_ENGLISH[n] if n < len(_ENGLISH) else write(str(n), "") for n in terms)
    return f"{low} in {high}"


def _chinese(ratio: Ratio) -> str | None:
    if (ratio.numerator, ratio.denominator) == (1, 2):
        return "一半"
    # Beyond 99 the characters are longer to read than the digits.
    if ratio.denominator > 99:
        return None
    return f"{_han(ratio.denominator)}分之{_han(ratio.numerator)}"


def _han(number: int) -> str:
    tens, ones = divmod(number, 10)
    if not tens:
        return _HAN[ones]
    return ("" if tens == 1 else _HAN[tens]) + "十" + (_HAN[ones] if ones else "")
