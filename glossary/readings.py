"""Pinyin readings: a syllable for each Han character, tones as marks."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable

from glossary.model import Term
from glossary.search_key import search_key

# UAX #24 script Han, as far as business Chinese goes: URO, extensions A and B, compatibility, 〇.
_HAN = re.compile(r"[〇\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]")
_SYLLABLE = re.compile(
    r"(?:[bpmfdtnlgkhjqxrzcsyw]|zh|ch|sh)?[aeiouvü][aeiouü]?[aeiou]?(?:ng|n|r)?|r", re.IGNORECASE
)


def count_han(text: str) -> int:
    """Return how many Han characters `text` has."""
    return len(_HAN.findall(text))


def reading_fault(term: str, reading: str) -> str | None:
    """Return what is wrong with `reading` as pinyin of `term`, or None."""
    latin = Counter(_HAN.sub(" ", term).casefold().split())
    parts = Counter(reading.casefold().split()) - latin
    odd = next((part for part in parts if not _is_syllable(part)), None)
    if odd is not None:
        return f"{odd!r} is no pinyin syllable"
    wanted, found = count_han(term), parts.total()
    if found != wanted:
        return f"{term} has {wanted} Han characters, its reading {found} syllables"
    return None


def inherited_reading(term: str, others: Iterable[Term]) -> str | None:
    """Return the reading of the term among `others` that is `term` in other glyphs."""
    key = search_key(term)
    return next((other.reading for other in others if other.reading and search_key(other.term) == key), None)


def _is_syllable(part: str) -> bool:
    plain = "".join(c for c in unicodedata.normalize("NFD", part) if unicodedata.category(c) != "Mn")
    return _SYLLABLE.fullmatch(plain) is not None
