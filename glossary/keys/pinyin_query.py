"""What somebody typed who looks for a Chinese term by its sound, and whether a term is it."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations

from glossary.keys.han import is_han
from glossary.keys.pinyin_keys import ReadCharacter, fold_han, read_characters
from glossary.keys.syllables import is_joined
from glossary.keys.tones import NEUTRAL, TONE_OF_MARK

# Longer than any reading; what is longer is no query by sound.
_LONGEST = 200
# Digits that may be tones or digits of the term: beyond three of them, all are one or all are the other.
_MOST_OPEN_DIGITS = 3
_DIAERESIS, _CIRCUMFLEX = "\u0308", "\u0302"
# Typed for an apostrophe, and compatibility characters that NFKC would take apart; script g and a of printed
# pinyin.
_TYPED = str.maketrans({"´": "'", "`": "'", "ɡ": "g", "ɑ": "a"})


@dataclass(frozen=True, slots=True)
class PinyinQuery:
    """A query by sound.

    `text` is its letters (small, ü as v), digits and Han characters (folded) joined. `marks` has the tone
    that a mark gives (1 to 4) for each character of `text`, 0 without. `breaks` are places in `text` where
    something stood between: no syllable runs over them. `keys` are the joined toneless keys to look for, the
    likeliest first; more than one where a digit may be a tone or belong to the term (``ji1jin11hao4``), or ü
    was typed u. Han characters stand in them as they are.
    """

    text: str
    marks: tuple[int, ...]
    breaks: frozenset[int]
    keys: tuple[str, ...]

    @property
    def key(self) -> str:
        """The likeliest joined toneless key."""
        return self.keys[0]

    @property
    def has_tones(self) -> bool:
        """Whether the query gives a tone anywhere, by mark or number."""
        return any(self.marks) or any(True for _ in _open_digits(self.text, self.breaks))

    @property
    def has_han(self) -> bool:
        """Whether Han characters are mixed in (``ruan银``)."""
        return any(is_han(character) for character in self.text)

    @property
    def han(self) -> str:
        """The Han characters, folded, in their order: what a term must have."""
        return "".join(character for character in self.text if is_han(character))

    @property
    def is_mandarin(self) -> bool:
        """Whether the letters are Mandarin syllables, the last perhaps only begun: ``ruany``, not ``cduan``.

        A Latin part of a term need not be (``cduan`` for C端): a query that is not Mandarin may still match.
        """
        pieces = "".join(c if "a" <= c <= "z" else " " for c in self.key).split()
        return all(is_joined(piece, partial=piece is pieces[-1]) for piece in pieces)


@dataclass(frozen=True, slots=True)
class PinyinMatch:
    """Where a query matched: code points `start` to `end` of the term.

    `whole`: the query is the reading of the whole term. `partial`: the last syllable was only begun.
    """

    start: int
    end: int
    whole: bool
    partial: bool


def parse_query(text: str) -> PinyinQuery | None:
    """Read `text` as pinyin: tones as marks, numbers or left out, joined or spaced, ü, v or u:, Han mixed in.

    None when it cannot be: no Latin letter, letters or marks that pinyin lacks, symbols, over 200 characters.
    """
    if len(text) > _LONGEST:
        return None
    draft = _Draft([], [], set())
    for character in _prepared(text):
        if not draft.take(character):
            return None
    letters = "".join(draft.letters)
    if not any("a" <= character <= "z" for character in letters):
        return None
    breaks = frozenset(draft.breaks - {0})
    return PinyinQuery(letters, tuple(draft.marks), breaks, tuple(dict.fromkeys(_keys(letters, breaks))))


def matches(query: PinyinQuery, term: str, reading: str, *, anywhere: bool = False) -> PinyinMatch | None:
    """Return where `query` matches `term` by `reading`, or None.

    From the beginning of the term, or with `anywhere` from the beginning of any of its characters
    (``zhongxin`` in 数据中心), the first one that fits. Every way to cut the query into syllables is tried
    against the reading, so that ``xian`` is 先 and 西安; tones must agree where the query gives them.
    """
    read = read_characters(term, reading)
    for first in range(len(read) if anywhere else min(len(read), 1)):
        found = _match_from(query, read, first)
        if found is not None:
            return found
    return None


class _Draft:
    """A query while it is read."""

    def __init__(self, letters: list[str], marks: list[int], breaks: set[int]) -> None:
        self.letters, self.marks, self.breaks = letters, marks, breaks

    def take(self, character: str) -> bool:
        """Take the next decomposed character; False if no pinyin has it."""
        if "a" <= character <= "z" or "0" <= character <= "9" or is_han(character):
            self._add(character)
            return True
        category = unicodedata.category(character)
        if category == "Mn":
            return self._mark(character)
        if category[0] in "ZP" or character in "\t\n\r":
            self.breaks.add(len(self.letters))
            return True
        return category == "Cf"

    def _add(self, character: str) -> None:
        after = self.letters[-1] if self.letters and len(self.letters) not in self.breaks else ""
        plain_u = character == "v" and after in ("j", "q", "x", "y")
        self.letters.append("u" if plain_u else fold_han(character))
        self.marks.append(0)

    def _mark(self, character: str) -> bool:
        if not self.letters or len(self.letters) in self.breaks:
            return False
        letter = self.letters[-1]
        if character == _DIAERESIS and letter == "u":
            self.letters.pop()
            mark = self.marks.pop()
            self._add("v")
            self.marks[-1] = mark
            return True
        if character == _CIRCUMFLEX and letter == "e":
            return True
        tone = TONE_OF_MARK.get(character)
        if tone is None or letter not in "aeiouvmn" or self.marks[-1]:
            return False
        self.marks[-1] = tone
        return True


def _prepared(text: str) -> str:
    folded = unicodedata.normalize("NFKC", text.translate(_TYPED)).casefold()
    return unicodedata.normalize("NFD", folded.replace("u:", "ü"))[: 4 * _LONGEST]


def _open_digits(text: str, breaks: frozenset[int]) -> Iterator[int]:
    """Places of digits that may be tones: 0 to 5 right behind a letter."""
    for at, character in enumerate(text):
        if at and character in "012345" and "a" <= text[at - 1] <= "z" and at not in breaks:
            yield at


def _keys(text: str, breaks: frozenset[int]) -> Iterator[str]:
    digits = list(_open_digits(text, breaks))
    sizes = range(len(digits) + 1) if len(digits) <= _MOST_OPEN_DIGITS else (0, len(digits))
    for size in sizes:
        for kept in combinations(digits, size):
            key = "".join(c for at, c in enumerate(text) if at in kept or at not in digits)
            yield key
            # No syllable is lue or nue: ü was meant.
            yield key.replace("lue", "lve").replace("nue", "nve")


def _match_from(query: PinyinQuery, read: tuple[ReadCharacter, ...], first: int) -> PinyinMatch | None:
    states, seen = [(first, 0)], set()
    best: PinyinMatch | None = None
    while states:
        state = states.pop()
        if state in seen or state[0] == len(read):
            continue
        seen.add(state)
        at, place = state
        for end, partial in _ends(query, read[at], place):
            if end < len(query.text):
                states.append((at + 1, end))
                continue
            whole = first == 0 and at + 1 == len(read) and not partial
            found = PinyinMatch(read[first].start, read[at].end, whole, partial)
            if best is None or (found.whole, not found.partial) > (best.whole, not best.partial):
                best = found
    return best


def _ends(query: PinyinQuery, read: ReadCharacter, place: int) -> Iterator[tuple[int, bool]]:
    """Where the query goes on behind what is `read` at `place`, and whether that is only its beginning."""
    text = query.text
    if is_han(text[place]):
        if text[place] == read.han:
            yield place + 1, False
        return
    for spelling in _spellings(read):
        end = place + len(spelling)
        if text.startswith(spelling, place):
            if _agrees(query, read, place, end):
                yield end, False
                if _tone_number_agrees(query, read, end):
                    yield end + 1, False
        elif spelling.startswith(text[place:]) and _may_be_begun(query, read, place):
            yield len(text), True


def _may_be_begun(query: PinyinQuery, read: ReadCharacter, place: int) -> bool:
    end = len(query.text)
    return end not in query.breaks and _agrees(query, read, place, end)


def _spellings(read: ReadCharacter) -> tuple[str, ...]:
    if read.key in ("lve", "nve"):
        return (read.key, read.key.replace("v", "u"))
    return ("r", "er") if read.key == "r" and read.tone is not None else (read.key,)


def _agrees(query: PinyinQuery, read: ReadCharacter, start: int, end: int) -> bool:
    """Whether the marks and breaks between `start` and `end` leave a syllable of this tone."""
    marks = [mark for mark in query.marks[start:end] if mark]
    if read.tone is None:
        return not marks
    return marks in ([], [read.tone]) and not any(start < place < end for place in query.breaks)


def _tone_number_agrees(query: PinyinQuery, read: ReadCharacter, place: int) -> bool:
    if read.tone is None or place >= len(query.text) or place in query.breaks:
        return False
    number = query.text[place]
    return number in "012345" and (int(number) or NEUTRAL) == read.tone
