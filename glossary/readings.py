"""Pinyin readings: a syllable for each Han character, tones as marks."""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Iterable

from glossary.keys.han import HAN
from glossary.keys.pinyin_keys import bare_part
from glossary.keys.tones import marked_syllable
from glossary.model import Term
from glossary.search_key import search_key


def count_han(text: str) -> int:
    """Return how many Han characters `text` has."""
    return len(HAN.findall(text))


def reading_fault(term: str, reading: str) -> str | None:
    """Return what is wrong with `reading` as pinyin of `term`, or None."""
    latin = Counter(_folded_parts(HAN.sub(" ", term)))
    read = Counter(_folded_parts(reading))
    parts = read - latin
    spelled = set("".join(latin))  # A I: no syllables, but too many parts
    odd = next((part for part in parts if marked_syllable(part) is None and part not in spelled), None)
    if odd is not None:
        return f"{odd!r} is no pinyin syllable"
    aloud = sum(len(part) for part in (latin - read).elements() if part.isdigit())  # 95后: jiǔ wǔ hòu
    wanted, found = count_han(term), parts.total()
    if found not in (wanted, wanted + aloud):
        return f"{term} has {wanted} Han characters, its reading {found} syllables"
    return None


def inherited_reading(term: str, others: Iterable[Term]) -> str | None:
    """Return the reading of the term among `others` that is `term` in other glyphs."""
    key = search_key(term)
    return next((other.reading for other in others if other.reading and search_key(other.term) == key), None)


def _folded_parts(text: str) -> list[str]:
    """The parts of `text`, width and case folded, without the punctuation around them: 《Web3.0》 is web3.0."""
    parts = unicodedata.normalize("NFKC", text).casefold().split()
    return [part for part in map(bare_part, parts) if part]
