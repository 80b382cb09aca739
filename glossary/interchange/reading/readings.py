"""Readings as files have them, ``ruan3 yin2`` or ``ruǎn yín``: pinyin with tone marks."""

from __future__ import annotations

import re

from glossary.readings import reading_fault

_NUMBERED = re.compile("[A-Za-zü:][1-5](?![0-9])")


def marked(term: str, reading: str) -> tuple[str | None, str | None]:
    """Return the `reading` of `term` with tone marks, or None and what is wrong with it."""
    if _NUMBERED.search(reading):
        from glossary.keys.pinyin import to_tone_marks

        reading = to_tone_marks(reading)
    fault = reading_fault(term, reading)
    return (reading or None, None) if fault is None else (None, fault)
