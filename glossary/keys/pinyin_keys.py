"""The keys of a reading: its letters without tones, its initials; and which character each part reads."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

from glossary.han_fold import han_fold_table
from glossary.keys.han import is_han
from glossary.keys.tones import NEUTRAL, is_latin_part, marked_tone

# After j, q, x and y the standard writes ü as u (汉语拼音方案).
_PLAIN_U = re.compile(r"(?<=[jqxy])v")


@dataclass(frozen=True, slots=True)
class ReadCharacter:
    """A part of a reading beside what it reads: one Han character, or a Latin word of the term.

    `start` and `end` count code points of the term. `tone` is 1 to 4 or 5 of a syllable, None of a Latin
    part. `han` is the character, folded as `search_key` folds it, or empty.
    """

    key: str
    tone: int | None
    start: int
    end: int
    han: str


def pinyin_key(reading: str) -> str:
    """Return `reading` joined, small, without tones, ü as v: ``AI xīn piàn`` → ``aixinpian``."""
    return "".join(_part_key(part) for part in reading.split())


def initials(reading: str) -> str:
    """Return the first letter of each syllable, and Latin parts whole: ``AI zhōng xīn`` → ``aizx``."""
    return "".join(
        _part_key(part) if is_latin_part(part) else _part_key(part)[:1] for part in reading.split()
    )


def read_characters(term: str, reading: str) -> tuple[ReadCharacter, ...]:
    """Lay the parts of `reading` over the characters of `term`.

    A part that is no Latin word of the term reads one character (95后: jiǔ wǔ hòu). Where the two do not fit,
    every part stands for the whole term.
    """
    read, at = [], 0
    for part in reading.split():
        key = _part_key(part)
        if not key:
            continue
        while at < len(term) and not _letters(term[at]):
            at += 1
        end = at + 1 if at < len(term) and is_han(term[at]) else _latin_end(term, at, key)
        if end > len(term):
            return _unaligned(term, reading)
        read.append(_read_character(part, key, term, at, end))
        at = end
    return tuple(read) if not any(_letters(c) for c in term[at:]) else _unaligned(term, reading)


def bare_part(part: str) -> str:
    """Return `part` without the punctuation around it: ``《Web3.0》`` → ``Web3.0``."""
    letters = [place for place, character in enumerate(part) if unicodedata.category(character)[0] in "LNM"]
    return part[letters[0] : letters[-1] + 1] if letters else ""


def fold_han(character: str) -> str:
    """Fold a Han character's variants: 銀 → 银."""
    return character.translate(han_fold_table())


def _read_character(part: str, key: str, term: str, start: int, end: int) -> ReadCharacter:
    han = fold_han(term[start]) if is_han(term[start]) else ""
    tone = marked_tone(part)
    if not han and tone == NEUTRAL and key == "".join(_letters(c) for c in term[start:end]):
        return ReadCharacter(key, None, start, end, "")
    return ReadCharacter(key, tone, start, end, han)


def _unaligned(term: str, reading: str) -> tuple[ReadCharacter, ...]:
    return tuple(
        ReadCharacter(_part_key(part), None if is_latin_part(part) else marked_tone(part), 0, len(term), "")
        for part in reading.split()
        if _part_key(part)
    )


def _latin_end(term: str, at: int, key: str) -> int:
    """Return where the Latin word `key` that begins at `at` ends, or one character on if it is not there."""
    found, end = "", at
    while len(found) < len(key) and end < len(term) and not is_han(term[end]):
        found += _letters(term[end])
        end += 1
    return end if found == key else at + 1


def _part_key(part: str) -> str:
    letters = _letters(part.replace("u:", "ü").replace("U:", "ü"))
    return _PLAIN_U.sub("u", letters) if "v" in letters and "v" not in part.casefold() else letters


def _letters(text: str) -> str:
    """The letters and digits of `text`: width and case folded, ü as v, other marks gone."""
    if text.isascii():
        return "".join(c for c in text.lower() if c.isalnum())
    folded = unicodedata.normalize("NFKC", text).casefold()
    decomposed = unicodedata.normalize("NFD", folded).replace("u\u0308", "v")
    return "".join(c for c in decomposed if c.isalnum())
