"""Whether a term is what a query by sound asks for, and which of its characters."""

from __future__ import annotations

from dataclasses import dataclass

from glossary.keys.han import is_han
from glossary.keys.pinyin_keys import ReadTerm, read_term
from glossary.keys.pinyin_query import PinyinQuery
from glossary.keys.tones import NEUTRAL

_SPELLINGS = {"lve": ("lve", "lue"), "nve": ("nve", "nue"), "r": ("r", "er"), "er": ("er", "r")}
# Syllables that may be typed in another way.
SPELLED_OTHERWISE = frozenset(_SPELLINGS)


@dataclass(frozen=True, slots=True)
class PinyinMatch:
    """Where a query matched: code points `start` to `end` of the term.

    `whole`: the query is the reading of the whole term. `partial`: the last syllable was only begun.
    """

    start: int
    end: int
    whole: bool
    partial: bool


def matches(query: PinyinQuery, term: str, reading: str) -> PinyinMatch | None:
    """Return where `query` matches `term` by `reading`, from the beginning of the term on, or None.

    Every way to cut the query into syllables is tried against the reading, so that ``xian`` is 先 and 西安; tones
    must agree where the query gives them.
    """
    read = read_term(term, reading)
    size, last = len(query.text), len(read.keys)
    states, seen = [(0, 0)] if last else [], set()
    best: PinyinMatch | None = None
    while states:
        part, place = states.pop()
        for end, partial in _ends(query, read, part, place):
            if end == size:
                whole = part + 1 == last and not partial
                if best is None or (whole, not partial) > (best.whole, not best.partial):
                    best = PinyinMatch(read.places[0][0], read.places[part][1], whole, partial)
            elif part + 1 < last and (part + 1, end) not in seen:
                seen.add((part + 1, end))
                states.append((part + 1, end))
    return best


def _ends(query: PinyinQuery, read: ReadTerm, part: int, place: int) -> list[tuple[int, bool]]:
    """Where the query goes on behind `part` at `place`, and whether that is only its beginning."""
    text, tone = query.text, read.tones[part]
    if is_han(text[place]):
        return [(place + 1, False)] if read.is_read(text[place], part) else []
    ends = []
    for spelling in _spellings(read, part):
        end = place + len(spelling)
        if spelling == "r":
            tone = NEUTRAL
        if text.startswith(spelling, place):
            if _agrees(query, tone, place, end):
                ends.append((end, False))
                if _tone_number_agrees(query, tone, end):
                    ends.append((end + 1, False))
        elif spelling.startswith(text[place:]) and _may_be_begun(query, tone, place):
            ends.append((len(text), True))
    return ends


def _spellings(read: ReadTerm, part: int) -> tuple[str, ...]:
    """How a syllable may be typed: lüe without the dots, 儿 as er or r; a Latin part only as it is."""
    key = read.keys[part]
    if key not in _SPELLINGS or read.tones[part] is None or (key == "er" and not read.is_read("儿", part)):
        return (key,)
    return _SPELLINGS[key]


def _may_be_begun(query: PinyinQuery, tone: int | None, place: int) -> bool:
    end = len(query.text)
    return end not in query.breaks and _agrees(query, tone, place, end)


def _agrees(query: PinyinQuery, tone: int | None, start: int, end: int) -> bool:
    """Whether marks and breaks between `start` and `end` leave a syllable of this tone, or a Latin part."""
    if query.marks:
        given = [mark for place, mark in query.marks if start <= place < end]
        if given and given != [tone]:
            return False
    return tone is None or not query.breaks or not any(start < place < end for place in query.breaks)


def _tone_number_agrees(query: PinyinQuery, tone: int | None, place: int) -> bool:
    if tone is None or place >= len(query.text) or place in query.breaks:
        return False
    number = query.text[place]
    return number in "012345" and (int(number) or NEUTRAL) == tone
