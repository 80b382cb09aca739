"""Every term of the shipped glossary is found by every way to type its reading."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable

import pytest

from api.content import Content
from glossary.keys.pinyin import (
    initials,
    is_pinyin,
    matches,
    parse_query,
    pinyin_key,
    to_tone_marks,
    to_tone_numbers,
)
from glossary.readings import count_han, inherited_reading, reading_fault

_TO_FULL_WIDTH = {code: code + 0xFEE0 for code in range(0x21, 0x7F)}


@pytest.fixture(scope="module")
def readings(shipped_content: Content) -> list[tuple[str, str]]:
    """Chinese terms and their readings, those in other glyphs among them."""
    found = []
    for concept in shipped_content.glossary.concepts:
        simplified = concept.terms_in("zh-Hans")
        for term in (*simplified, *concept.terms_in("zh-Hant")):
            reading = term.reading or inherited_reading(term.term, simplified)
            if reading and count_han(term.term):
                found.append((term.term, reading))
    return found


def _joined(reading: str) -> str:
    """Tone marks, an apostrophe before a vowel (GB/T 16159-2012, 6.1)."""
    vowels = "aeoāáǎàēéěèōóǒò"
    return "".join(("'" if n and part[0] in vowels else "") + part for n, part in enumerate(reading.split()))


def _numbers(reading: str) -> str:
    return to_tone_numbers(reading)


SPELLINGS: dict[str, Callable[[str], str]] = {
    "the key": pinyin_key,
    "marks, spaced": str,
    "marks, joined": _joined,
    "marks apart": lambda reading: unicodedata.normalize("NFD", reading),
    "marks, capitals": str.upper,
    "numbers, spaced": _numbers,
    "numbers, joined": lambda reading: _numbers(reading).replace(" ", ""),
    "numbers, v": lambda reading: _numbers(reading).replace("u:", "v"),
    "neutral tone without number": lambda reading: _numbers(reading).replace("5", ""),
    "neutral tone as 0": lambda reading: _numbers(reading).replace("5", "0"),
    "full width": lambda reading: _numbers(reading).translate(_TO_FULL_WIDTH),
    "apostrophes": lambda reading: "'".join(pinyin_key(part) for part in reading.split()),
    "hyphens": lambda reading: "-".join(reading.split()),
    "tone of the first only": lambda reading: "".join(
        _numbers(part) if not n else pinyin_key(part) for n, part in enumerate(reading.split())
    ),
}


@pytest.mark.parametrize("spelling", SPELLINGS)
def test_found_by_every_spelling(readings: list[tuple[str, str]], spelling: str) -> None:
    for term, reading in readings:
        query = parse_query(SPELLINGS[spelling](reading))
        assert query is not None, reading
        match = matches(query, term, reading)
        assert match is not None, (term, reading, query)
        assert match.whole, (term, reading, query)
        assert count_han(term[match.start : match.end]) == count_han(term), (term, match)
        assert pinyin_key(reading) in query.keys, (reading, query.keys)


def test_found_by_every_beginning(readings: list[tuple[str, str]]) -> None:
    for term, reading in readings:
        key = pinyin_key(reading)
        for end in range(1, len(key)):
            query = parse_query(key[:end])
            if query is None:  # a digit first
                assert key[:end].isdigit()
                continue
            assert matches(query, term, reading), (term, reading, key[:end])


def test_found_with_any_character_typed_as_it_is(readings: list[tuple[str, str]]) -> None:
    for term, reading in readings:
        parts = reading.split()
        if count_han(term) == len(term) == len(parts) > 1:
            for place, character in enumerate(term):
                query = parse_query("".join([*parts[:place], character, *parts[place + 1 :]]))
                assert query is not None
                match = matches(query, term, reading)
                assert match is not None, (term, query)
                assert (match.start, match.end, match.whole) == (0, len(term), True)


def test_not_found_by_other_tones(readings: list[tuple[str, str]]) -> None:
    for term, reading in readings:
        numbers = _numbers(reading)
        other = "".join({"1": "2", "2": "3", "3": "4", "4": "1"}.get(c, c) for c in numbers)
        query = parse_query(other)
        assert query is not None
        if count_han(term) == len(term):
            assert matches(query, term, reading) is None, (term, other)


def test_readings_are_well_formed_and_come_back(readings: list[tuple[str, str]]) -> None:
    for term, reading in readings:
        assert reading_fault(term, reading) is None
        assert is_pinyin(reading)
        assert to_tone_marks(to_tone_numbers(reading)) == reading
        assert len(initials(reading)) >= count_han(term)
