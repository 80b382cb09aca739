"""Tones as marks, as numbers, and left out: ruǎn, ruan3, ruan.

Marks stand where the standard puts them (汉语拼音方案; GB/T 16159-2012): on a or e, on the o of ou, else on the
last vowel. Numbers are CC-CEDICT's: 1 to 4, 5 for the neutral tone, ü as ``u:``, ``r5`` for erhua.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

from glossary.keys.syllables import syllables

TONE_OF_MARK = {"\u0304": 1, "\u0301": 2, "\u030c": 3, "\u0300": 4}
_MARK_OF = {tone: mark for mark, tone in TONE_OF_MARK.items()}
NEUTRAL = 5
_NUMBERED = re.compile(r"((?:[a-zA-ZüÜ]|u:|U:)+)([0-5])")
# What CC-CEDICT has beside the syllables: interjections without a vowel, erhua.
_VOWELLESS = frozenset({"m", "n", "ng", "hm", "hng", "r"})


@dataclass(frozen=True, slots=True)
class Syllable:
    """A syllable as letters (ü as ü, capitals as they are) and a tone, 1 to 4, or 5 for none."""

    letters: str
    tone: int

    @property
    def plain(self) -> str:
        """The letters small, ü as v."""
        return self.letters.casefold().replace("ü", "v")


def marked_syllable(part: str) -> Syllable | None:
    """Read one syllable with its mark (``ruǎn``, ``xi``), or return None if it is none."""
    syllable = Syllable(*_without_mark(part))
    if syllable.plain not in syllables() and part != "r":
        return None
    return syllable if with_mark(syllable) == unicodedata.normalize("NFC", part) else None


def marked_tone(part: str) -> int:
    """Return the tone of the first mark in `part`, 5 if it has none; also of what is no syllable (``ḿ``)."""
    tones = (TONE_OF_MARK[c] for c in unicodedata.normalize("NFD", part) if c in TONE_OF_MARK)
    return next(tones, NEUTRAL)


def with_mark(syllable: Syllable) -> str:
    """Write a syllable with its tone mark, composed (NFC)."""
    letters = syllable.letters
    if syllable.tone == NEUTRAL:
        return letters
    at = _marked_letter(letters.casefold())
    return unicodedata.normalize("NFC", letters[: at + 1] + _MARK_OF[syllable.tone] + letters[at + 1 :])


def to_tone_marks(reading: str) -> str:
    """Turn numbers into marks: ``Ruan3 yin2`` → ``Ruǎn yín``, ``nu:3r5`` → ``nǚ r``.

    What is no numbered syllable (``Q``, ``4S``, ``xin``) stays as it is; so does a reading that has marks.
    """
    if any(character in TONE_OF_MARK for character in unicodedata.normalize("NFD", reading)):
        return reading
    return " ".join(_part_to_marks(part) for part in reading.split())


def to_tone_numbers(reading: str) -> str:
    """Turn marks into CC-CEDICT's numbers: ``nǚ r`` → ``nu:3 r5``. Latin parts stay as they are."""
    return " ".join(_part_to_number(part) for part in reading.split())


def is_latin_part(part: str) -> bool:
    """Return whether a part of a reading is a Latin part of the term (AI, Web3.0, C), not a syllable.

    A part without a tone mark is a syllable in the neutral tone if there is such a syllable and it is not
    all capitals.
    """
    syllable = marked_syllable(part)
    return syllable is None or (syllable.tone == NEUTRAL and part.isupper())


def is_pinyin(reading: str) -> bool:
    """Return whether `reading` is blank-separated syllables with tone marks, maybe with Latin parts.

    At least one part is a syllable; the others have a capital letter or a digit (``AI xīn piàn``), so that
    ``data center`` is no pinyin.
    """
    parts = [part for part in reading.split() if any(character.isalnum() for character in part)]
    latin = [part for part in parts if is_latin_part(part)]
    return len(latin) < len(parts) and all(_may_be_latin(part) for part in latin)


def _may_be_latin(part: str) -> bool:
    return any(character.isdigit() or character.isupper() for character in part) and part.isascii()


def _marked_letter(letters: str) -> int:
    for wanted in ("a", "e", "ou"):
        if wanted in letters:
            return letters.index(wanted)
    vowels = [at for at, letter in enumerate(letters) if letter in "iouü"]
    return vowels[-1] if vowels else next(at for at, letter in enumerate(letters) if letter in "mnr")


def _part_to_marks(part: str) -> str:
    pieces = list(_NUMBERED.finditer(part))
    read = [_numbered(piece[1], piece[2]) for piece in pieces]
    if "".join(piece[0] for piece in pieces) != part or None in read or not pieces:
        return part
    return " ".join(with_mark(syllable) for syllable in read if syllable)


def _numbered(letters: str, number: str) -> Syllable | None:
    written = letters.replace("u:", "ü").replace("U:", "Ü")
    small = written.casefold().replace("v", "ü")
    if small.replace("ü", "v") not in syllables() | _VOWELLESS:
        return None
    kept = "".join(c if c.casefold() != "v" else ("Ü" if c == "V" else "ü") for c in written)
    return Syllable(kept, int(number) or NEUTRAL)


def _part_to_number(part: str) -> str:
    letters, tone = _without_mark(part)
    if letters.casefold() not in _VOWELLESS or (letters != "r" and tone == NEUTRAL):
        syllable = marked_syllable(part)
        if syllable is None or is_latin_part(part):
            return part
    return f"{letters.replace('ü', 'u:').replace('Ü', 'U:')}{tone}"


def _without_mark(part: str) -> tuple[str, int]:
    kept = "".join(c for c in unicodedata.normalize("NFD", part) if c not in TONE_OF_MARK)
    return unicodedata.normalize("NFC", kept), marked_tone(part)
