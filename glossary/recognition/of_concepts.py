"""Texts read with the terms of concepts that are at hand, for tests of a glossary that is no index yet."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from glossary.model import Concept
from glossary.recognition.build import PatternCollector
from glossary.recognition.model import Reading
from glossary.recognition.recognition import recognize
from glossary.recognition.recognizer import Recognizer
from glossary.recognition.spellings import patterns_of


def reader(concepts: Iterable[Concept]) -> Callable[[str, str | None], Reading]:
    """Return a function that reads a text in a content language (None: to be guessed) with the terms of `concepts`."""
    by_id = {concept.id: concept for concept in concepts}
    collected = PatternCollector()
    for concept in by_id.values():
        collected.add(concept.id, patterns_of(concept))
    recognizer = Recognizer(collected.patterns())

    def read(text: str, lang: str | None = None) -> Reading:
        return recognize(recognizer, by_id.get, text, lang)

    return read
