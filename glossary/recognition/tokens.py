"""A short text as tokens: a term, or what stands in a text where one may be. `tokenizer` does it for long ones."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

from glossary.recognition.characters import Kind, folded, kind_of

_RUNS = (Kind.LETTER, Kind.DIGIT)


@dataclass(frozen=True, slots=True)
class Token:
    """A word, a number, or a character that stands for itself, folded; `start` and `end` are its place."""

    kind: Kind
    word: str
    start: int
    end: int


def tokens(text: str) -> list[Token]:
    """Return the tokens of `text`."""
    found: list[Token] = []
    before = Kind.BREAK
    for kind, form, place in _visible(text):
        if kind is before and kind in _RUNS:
            found[-1] = Token(kind, found[-1].word + form, found[-1].start, place + 1)
        elif kind in (*_RUNS, Kind.HAN, Kind.SYMBOL):
            found.append(Token(kind, "and" if form == "&" else form, place, place + 1))
        before = kind
    return found


def _visible(text: str) -> Iterator[tuple[Kind, str, int]]:
    """Yield kind, form and place of every character that is there."""
    forms = [
        (kind, form, place)
        for place, character in enumerate(text)
        for form in folded(character)
        if (kind := kind_of(form)) is not Kind.SKIP
    ]
    kinds = [Kind.BREAK, *(kind for kind, _, _ in forms), Kind.BREAK]
    for n, (kind, form, place) in enumerate(forms):
        around = {kinds[n], kinds[n + 2]}
        if kind is Kind.APOSTROPHE and around == {Kind.LETTER}:
            continue
        yield Kind.DIGIT if kind is Kind.POINT and around == {Kind.DIGIT} else kind, form, place


def end_with_marks(text: str, end: int) -> int:
    """Return the end of the character that ends at `end`, with the marks on it."""
    while end < len(text) and unicodedata.category(text[end])[0] == "M":
        end += 1
    return end
