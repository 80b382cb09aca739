"""Readings for terms that come without one. For imports only: the data of pypinyin is slow to load."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache

from glossary.keys.han import HAN, is_han
from glossary.keys.pinyin_keys import bare_part, fold_han
from glossary.keys.tones import NEUTRAL, marked_syllable

# A run of Han characters, or of what stands between them.
_RUNS = re.compile(f"{HAN.pattern}+|(?:(?!{HAN.pattern}).)+", re.DOTALL)
# GB/T 16159-2012, 7.3: written as read alone, whatever the next syllable does to them.
_WITHOUT_SANDHI = {"一": "yī", "不": "bù"}
_LONGEST = 200


def generated_reading(term: str) -> str | None:
    """Return a reading for `term`: a syllable for each Han character, Latin parts (NFKC) left; a guess.

    Phrases decide between the readings of a character: 银行行长 is yín háng háng zhǎng, 重庆 and 重慶 are chóng
    qìng. None for a term without Han characters, with one that has no known reading, or of over 200
    characters.
    """
    text = _width_folded(term)
    if len(text) > _LONGEST or not HAN.search(text):
        return None
    parts: list[str] = []
    for run in _RUNS.findall(text):
        parts.extend(_syllables(run) if is_han(run) else _latin_parts(run))
    return " ".join(parts) if all(parts) else None


def _width_folded(term: str) -> str:
    """NFKC, but for what would become Han characters that the term does not have (㈱)."""
    forms = ((character, unicodedata.normalize("NFKC", character)) for character in term)
    return "".join(
        form if is_han(character) or not HAN.search(form) else character for character, form in forms
    )


def _syllables(run: str) -> Iterator[str]:
    from pypinyin import Style, lazy_pinyin

    if not all(map(_readings, run)):
        yield ""
        return
    # The phrases of pypinyin are in simplified characters.
    simplified = "".join(_known(character, fold_han(character)) for character in run)
    for place, syllable in enumerate(lazy_pinyin(simplified, style=Style.TONE)):
        yield _mended(run[place], simplified[place], syllable, first=place == 0)


def _known(character: str, folded: str) -> str:
    return folded if _readings(folded) else character


def _mended(character: str, simplified: str, syllable: str, *, first: bool) -> str:
    if character in _WITHOUT_SANDHI:
        return _WITHOUT_SANDHI[character]
    readings = _readings(character)
    if character != simplified and syllable not in readings:  # 乾 of 乾坤 is folded with 干
        syllable = readings[0]
    if first and _is_neutral(syllable):  # a term does not begin with a suffix: zǐ gōng sī
        return next((reading for reading in readings if not _is_neutral(reading)), syllable)
    return syllable


@lru_cache(maxsize=1 << 14)
def _readings(character: str) -> tuple[str, ...]:
    from pypinyin import Style, pinyin

    found = pinyin(character, style=Style.TONE, heteronym=True, errors="ignore")
    return tuple(found[0]) if found else ()


def _is_neutral(syllable: str) -> bool:
    read = marked_syllable(syllable)
    return read is not None and read.tone == NEUTRAL


def _latin_parts(run: str) -> list[str]:
    return [part for part in map(bare_part, run.split()) if part]
