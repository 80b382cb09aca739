"""Definitions and notes of drafts as texts in the content languages."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from glossary.interchange.reading.drafts import TaggedText
from glossary.interchange.reading.model import LeftOut
from glossary.interchange.reading.spoken import language_of, spoken
from glossary.interchange.reading.texts import free_text
from translations import PartialText
from translations.files.languages import tidy

_BETWEEN_NOTES = "; "


def first_texts(texts: Iterable[TaggedText], left_out: LeftOut) -> PartialText | None:
    """Return the first text in each language; `UnfitText` for one that cannot be taken."""
    found: dict[str, str] = {}
    for language, text in _by_language(texts, left_out):
        if found.setdefault(language, text) != text:
            left_out.add("definition beyond the first in its language")
    return PartialText.from_mapping(found) if found else None


def joined_texts(texts: Iterable[TaggedText], left_out: LeftOut) -> PartialText | None:
    """Return all texts of each language in one; `UnfitText` for one that cannot be taken."""
    found: dict[str, list[str]] = {}
    for language, text in _by_language(texts, left_out):
        if text not in found.setdefault(language, []):
            found[language].append(text)
    joined = {language: free_text(_BETWEEN_NOTES.join(several)) for language, several in found.items()}
    return PartialText.from_mapping(joined) if joined else None


def other_language(tag: str, left_out: LeftOut) -> None:
    """Count a text in a language that is neither Chinese nor English."""
    left_out.add(f"language {tidy(tag)[:40]}")


def _by_language(texts: Iterable[TaggedText], left_out: LeftOut) -> Iterator[tuple[str, str]]:
    for tag, written in texts:
        tagged = spoken(tag) if tag else None
        if tag and tagged is None:
            other_language(tag, left_out)
        elif text := free_text(written):
            yield tagged.of(text) if tagged else language_of(text), text
