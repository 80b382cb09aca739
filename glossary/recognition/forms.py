"""Whether what stands in a text is a term, or only looks like it."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

from glossary.keys.english import is_form_of
from glossary.model import PartOfSpeech, Term
from glossary.recognition.characters import Kind, folded, kind_of
from glossary.recognition.tokens import Token, tokens

_DASH = r"[-\u058a\u1806\u2010-\u2015\u2212\u30a0\ufe58\ufe63\uff0d]"
_BLANK = r"[^\S\n\r\x85\u2028\u2029]"
_LINE_END = rf"{_BLANK}*(?:\r\n|[\n\r\x85\u2028]){_BLANK}*"
# What a writer puts between two words of one term at will: a blank or two, a dash, the end of a line.
_SEPARATOR = re.compile(rf"['’]?(?:{_BLANK}{{1,2}}|{_LINE_END})|{_DASH}(?:{_LINE_END})?|['’]")
_HYPHEN = re.compile(rf"{_DASH}(?:{_LINE_END})?")
_MIDDLE_DOT = re.compile("[·•‧・･∙⋅]")
_DOT = re.compile(r"[.．]")


def is_name(term: Term) -> bool:
    """Whether `term` is a name of one word, and not meant where it is not capitalized: Arm and an arm."""
    return term.part_of_speech is PartOfSpeech.PROPER_NOUN and term.term.isalpha() and term.term.istitle()


@lru_cache(maxsize=8192)
def fits(surface: str, term: str, *, name: bool = False) -> bool:
    """Whether `surface`, cut from a text, is `term`, inflected or written otherwise; `name`: see `is_name`.

    Words may be inflected; case, width, diacritics and Han variants do not matter, nor do hyphens, blanks and ends
    of lines between words. A term that is capitals alone (IT, US, 5G) is not meant by small letters.
    """
    if surface == term:
        return True
    if _begin_apart(surface, term):
        return False
    if name and not surface[:1].isupper():
        return False
    capitals = _capitals(term)
    if capitals and "".join(filter(str.isupper, _letters(surface))) != capitals:
        return False
    return _same_words(_written(surface), _written(term))


def _begin_apart(surface: str, term: str) -> bool:
    """Whether one glance tells that they differ: by a Han character that one begins with, and the other not."""
    if not surface or not term:
        return True
    ours, theirs = kind_of(surface[0]), kind_of(term[0])
    if Kind.HAN not in (ours, theirs) or not {ours, theirs} <= {Kind.HAN, Kind.LETTER, Kind.DIGIT}:
        return False
    return folded(surface[0]) != folded(term[0])


@lru_cache(maxsize=4096)
def _capitals(term: str) -> str:
    """Return the letters of a term that is nothing in small letters, "" for any other."""
    kinds = [token.kind for token in tokens(term)]
    letters = _letters(term)
    strict = letters.isupper() and Kind.HAN not in kinds and (kinds == [Kind.LETTER] or len(letters) <= 2)
    return letters if strict else ""


def _letters(text: str) -> str:
    return "".join(c for c in unicodedata.normalize("NFKD", text) if c.isalpha())


@dataclass(frozen=True, slots=True)
class _Written:
    """A text and its tokens."""

    text: str
    tokens: list[Token]

    def gap(self, n: int) -> str:
        """Return what stands between token `n` and the next."""
        between = self.text[self.tokens[n].end : self.tokens[n + 1].start]
        return "".join(c for c in between if kind_of(c) is not Kind.SKIP)


@lru_cache(maxsize=4096)
def _written(text: str) -> _Written:
    return _Written(text, tokens(text))


def _same_words(found: _Written, wanted: _Written) -> bool:
    """Compare token by token; a word that is written as several in one of the two is put together."""
    i, j = 0, 0
    while i < len(found.tokens) and j < len(wanted.tokens):
        steps = _alike(found, i, wanted, j)
        if steps is None:
            return False
        i, j = i + steps[0], j + steps[1]
        if i < len(found.tokens) and j < len(wanted.tokens) and not _may_part(found, i - 1, wanted, j - 1):
            return False
    return i == len(found.tokens) and j == len(wanted.tokens)


def _alike(found: _Written, i: int, wanted: _Written, j: int) -> tuple[int, int] | None:
    """Return how many tokens from `i` on are how many from `j` on, None where they differ."""
    ours, theirs = found.tokens[i], wanted.tokens[j]
    if _is_form(ours, theirs.word):
        return 1, 1
    joined = theirs.word
    for n, token in enumerate(wanted.tokens[j + 1 :], 2):
        joined += token.word
        if len(joined) > len(ours.word) + 2:
            break
        if _is_form(ours, joined):
            return 1, n
    joined = ours.word
    for n, token in enumerate(found.tokens[i + 1 :], 2):
        if not _may_split(found, i + n - 2, wanted, theirs, len(joined)):
            break
        joined += token.word
        if _is_form(Token(theirs.kind, joined, 0, 0), theirs.word):
            return n, 1
    return None


def _is_form(token: Token, word: str) -> bool:
    return token.word == word or (token.kind is Kind.LETTER and is_form_of(token.word, word))


def _may_split(found: _Written, n: int, wanted: _Written, word: Token, at: int) -> bool:
    """Whether `word` may be parted after `at` letters as it is behind token `n`: data-center, Soft Bank, U.S."""
    gap = found.gap(n)
    if _HYPHEN.fullmatch(gap):
        return True
    if _DOT.fullmatch(gap):
        return at == 1 + n and wanted.text[word.start : word.end].isupper()
    before, after = (
        wanted.text[word.start : word.end][at - 1 : at],
        wanted.text[word.start : word.end][at : at + 1],
    )
    return bool(_SEPARATOR.fullmatch(gap)) and before.islower() and after.isupper()


def _may_part(found: _Written, i: int, wanted: _Written, j: int) -> bool:
    """Whether what parts two tokens in a text may stand for what parts them in a term."""
    ours, theirs = found.gap(i), wanted.gap(j)
    if (
        not ours
        or ours == theirs
        or unicodedata.normalize("NFKC", ours) == unicodedata.normalize("NFKC", theirs)
    ):
        return True
    before, after = found.tokens[i].kind, found.tokens[i + 1].kind
    if before is Kind.HAN and after is Kind.HAN:
        return bool(_MIDDLE_DOT.fullmatch(ours) and _MIDDLE_DOT.fullmatch(theirs))
    if theirs:
        return bool(_SEPARATOR.fullmatch(ours))
    if before is Kind.DIGIT and after is Kind.LETTER:  # 5G is no five grams
        return bool(_HYPHEN.fullmatch(ours))
    return bool(_SEPARATOR.fullmatch(ours))
