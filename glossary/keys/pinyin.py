"""Pinyin: the keys of readings, queries by sound, tones written in marks and numbers, likely slips."""

from glossary.keys.pinyin_keys import initials, pinyin_key
from glossary.keys.pinyin_match import PinyinMatch, matches
from glossary.keys.pinyin_query import PinyinQuery, parse_query
from glossary.keys.slips import slips
from glossary.keys.tones import is_pinyin, to_tone_marks, to_tone_numbers

__all__ = [
    "PinyinMatch",
    "PinyinQuery",
    "initials",
    "is_pinyin",
    "matches",
    "parse_query",
    "pinyin_key",
    "slips",
    "to_tone_marks",
    "to_tone_numbers",
]
