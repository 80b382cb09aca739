"""Where a concept stands in the alphabet, for readers of each content language."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from string import ascii_uppercase

from glossary.keys.tones import to_tone_numbers
from glossary.model import Concept, Term
from glossary.store.keys import Entry

OTHERS = "#"
LETTERS = (*ascii_uppercase, OTHERS)

# Whose names stand for those that a language lacks; a reader of Chinese knows Latin letters, not the other way round.
_ALSO = {"zh-Hans": ("zh-Hant", "en"), "zh-Hant": ("zh-Hans", "en"), "en": ()}


def heading(concept: Concept, entries: Sequence[Entry], language: str) -> str:
    """Return the letter of `concept` in `language`, and behind it what it is sorted by there.

    English is sorted by its letters, Chinese by syllable and tone, names in Latin letters among both by these.
    """
    term = _headword(concept, (language, *_ALSO[language]))
    if term is None:
        return OTHERS + (entries[0].folded if entries else "")
    entry = next(entry for entry in entries if entry.term is term)
    spelled = to_tone_numbers(entry.reading).lower() if entry.reading else entry.folded
    letter = spelled[:1].upper()
    return (letter if letter in LETTERS else OTHERS) + spelled


def _headword(concept: Concept, languages: Iterable[str]) -> Term | None:
    return next((term for tag in languages if (term := concept.preferred(tag))), None)
