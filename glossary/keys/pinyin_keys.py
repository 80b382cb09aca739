"""The keys of a reading: its letters without tones, its initials; and which character each part reads."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

from glossary.han_fold import han_fold_table
from glossary.keys.han import HAN, is_han
from glossary.keys.tones import NEUTRAL, is_latin_part, marked_tone

# After j, q, x and y the standard writes ü as u (汉语拼音方案).
_PLAIN_U = re.compile(r"(?<=[jqxy])v")
_ALL_HAN = re.compile(f"{HAN.pattern}*")
# There are some 1,300 syllables with their tones; a Latin word that is longer fills no cache.
_LONGEST_SYLLABLE = 12


@dataclass(frozen=True, slots=True)
class ReadTerm:
    """The parts of a reading beside what they read: one Han character, or a Latin word of the term.

    For each part its letters (`keys`), its tone (1 to 4, 5 for none, None of a Latin part), and from where
    to where it is in the term (code points). `folded` is the term, Han characters folded as `search_key`
    folds them.
    """

    keys: tuple[str, ...]
    tones: tuple[int | None, ...]
    places: tuple[tuple[int, int], ...]
    folded: str

    def is_read(self, character: str, part: int) -> bool:
        """Return whether `part` is the reading of the folded `character`, which is a Han character."""
        start, end = self.places[part]
        return self.folded[start:end] == character


def pinyin_key(reading: str) -> str:
    """Return `reading` joined, small, without tones, ü as v: ``AI xīn piàn`` → ``aixinpian``."""
    return "".join([_part(part).key for part in reading.split()])


def initials(reading: str) -> str:
    """Return the first letter of each syllable, and Latin parts whole: ``AI zhōng xīn`` → ``aizx``."""
    return "".join([_part(part).initial for part in reading.split()])


def syllables_of(term: str, reading: str) -> list[str] | None:
    """Return the key of each character's syllable: ``ruan``, ``yin``; None where the two do not go one to one."""
    keys = [_part(part).key for part in reading.split()]
    return keys if len(keys) == len(term) and all(keys) and _ALL_HAN.fullmatch(term) else None


def read_term(term: str, reading: str) -> ReadTerm:
    """Lay the parts of `reading` over the characters of `term`.

    A part that is no Latin word of the term reads one character (95后: jiǔ wǔ hòu). Where the two do not fit,
    every part stands for the whole term.
    """
    parts = [part for part in map(_part, reading.split()) if part.key]
    tones: list[int | None]
    if len(parts) == len(term) and _ALL_HAN.fullmatch(term):
        tones, places = [part.tone for part in parts], [(at, at + 1) for at in range(len(term))]
    elif aligned := _aligned(parts, term):
        tones, places = [tone for _, tone in aligned], [place for place, _ in aligned]
    else:
        tones, places = (
            [None if part.is_latin else part.tone for part in parts],
            [(0, len(term))] * len(parts),
        )
    return ReadTerm(tuple([part.key for part in parts]), tuple(tones), tuple(places), fold_han(term))


def bare_part(part: str) -> str:
    """Return `part` without the punctuation around it: ``《Web3.0》`` → ``Web3.0``."""
    letters = [place for place, character in enumerate(part) if unicodedata.category(character)[0] in "LNM"]
    return part[letters[0] : letters[-1] + 1] if letters else ""


def fold_han(text: str) -> str:
    """Fold the variants of Han characters: 銀 → 银."""
    return text.translate(han_fold_table())


@dataclass(frozen=True, slots=True)
class _Part:
    key: str
    tone: int
    is_latin: bool

    @property
    def initial(self) -> str:
        return self.key if self.is_latin else self.key[:1]


def _part(part: str) -> _Part:
    return _known_part(part) if len(part) <= _LONGEST_SYLLABLE else _new_part(part)


@lru_cache(maxsize=1 << 12)
def _known_part(part: str) -> _Part:
    return _new_part(part)


def _new_part(part: str) -> _Part:
    return _Part(_part_key(part), marked_tone(part), is_latin_part(part))


def _part_key(part: str) -> str:
    letters = _letters(part.replace("u:", "ü").replace("U:", "ü"))
    return _PLAIN_U.sub("u", letters) if "v" in letters and "v" not in part.casefold() else letters


def _aligned(parts: list[_Part], term: str) -> list[tuple[tuple[int, int], int | None]] | None:
    """The place and tone of each part, or None where reading and term do not fit."""
    aligned: list[tuple[tuple[int, int], int | None]] = []
    at = 0
    for part in parts:
        while at < len(term) and not _letters(term[at]):
            at += 1
        if at == len(term):
            return None
        end = at + 1 if is_han(term[at]) else _latin_end(term, at, part.key)
        is_latin = not is_han(term[at]) and part.tone == NEUTRAL and part.key == _letters(term[at:end])
        aligned.append(((at, end), None if is_latin else part.tone))
        at = end
    return None if any(map(_letters, term[at:])) else aligned


def _latin_end(term: str, at: int, key: str) -> int:
    """Return where the Latin word `key` that begins at `at` ends, or one character on if it is not there."""
    found, end = "", at
    while len(found) < len(key) and end < len(term) and not is_han(term[end]):
        found += _letters(term[end])
        end += 1
    return end if found == key else at + 1


def _letters(text: str) -> str:
    """The letters and digits of `text`: width and case folded, ü as v, other marks gone."""
    if text.isascii():
        return "".join([c for c in text.lower() if c.isalnum()])
    folded = unicodedata.normalize("NFKC", text).casefold()
    decomposed = unicodedata.normalize("NFD", folded).replace("u\u0308", "v")
    return "".join([c for c in decomposed if c.isalnum()])
