"""What a character is to a reader of running text, and the form in which it is compared."""

from __future__ import annotations

import unicodedata
from enum import IntEnum
from functools import lru_cache

from glossary.han_fold import han_fold_table


class Kind(IntEnum):
    """How a character takes part in tokens.

    A `HAN` character (and any other that is written without blanks: kana, bopomofo, Hangul) and a `SYMBOL` are
    tokens by themselves, runs of `LETTER` and of `DIGIT` are. `JOIN` stands between tokens of one term (blanks,
    punctuation), `BREAK` between tokens of none. `SKIP` is not there at all (marks, zero-width characters), nor is an
    `APOSTROPHE` between letters; a `POINT` between digits is one of them. `SEVERAL` folds to more than one character.
    """

    BREAK = 0
    JOIN = 1
    SKIP = 2
    APOSTROPHE = 3
    POINT = 4
    LETTER = 5
    DIGIT = 6
    HAN = 7
    SYMBOL = 8
    SEVERAL = 9


# Beyond the last ideograph that Unicode 16 has nothing folds and nothing is written.
LAST = 0x323FF

_APOSTROPHES = frozenset("'’‘ʼʹ′´`＇")
_POINTS = frozenset(".,")
# Punctuation by category, but part of a name: C#, 24%, @home, A*STAR, R&D.
_SYMBOLS = frozenset("#%@*&")
# NFKC makes letters of them, and would glue them to the word before: SoftBank™.
_TRADE_MARKS = frozenset("™℠")
_BLANK_CONTROLS = frozenset("\t\n\v\f\r\x85")


@lru_cache(maxsize=8192)
def folded(character: str) -> str:
    """Return `character` with width, case, diacritics and Han variants folded; "" for what is not there.

    As `search_key` folds a text, but blind to neighbours, so that every character keeps its place.
    """
    if character in _TRADE_MARKS:
        return character
    plain = unicodedata.normalize("NFKC", character).casefold().translate(han_fold_table())
    if character in _APOSTROPHES or plain in _APOSTROPHES:
        return "'"
    letters = [c for c in unicodedata.normalize("NFKD", plain) if not _is_silent(c)]
    return unicodedata.normalize("NFC", "".join(letters))


@lru_cache(maxsize=8192)
def kind_of(character: str) -> Kind:
    """Return what `character` is once it is folded."""
    form = folded(character)
    if len(form) != 1:
        return Kind.SEVERAL if form else Kind.SKIP
    if form == "'":
        return Kind.APOSTROPHE
    if form in _TRADE_MARKS:
        return Kind.JOIN
    if form in _POINTS:
        return Kind.POINT
    if form in _SYMBOLS:
        return Kind.SYMBOL
    return _by_category(form)


def _by_category(form: str) -> Kind:
    category = unicodedata.category(form)
    if category[0] in "LN":
        if unicodedata.east_asian_width(form) in "WF" and category not in ("Nd", "No"):
            return Kind.HAN
        return Kind.LETTER if category[0] == "L" else Kind.DIGIT
    if category[0] == "S":
        return Kind.SYMBOL
    if category[0] in "ZP" or form in _BLANK_CONTROLS:
        return Kind.JOIN
    # Ideographs younger than this Python's Unicode.
    return Kind.HAN if category == "Cn" and 0x20000 <= ord(form) <= LAST else Kind.BREAK


def _is_silent(character: str) -> bool:
    category = unicodedata.category(character)
    return category[0] == "M" or category == "Cf"
