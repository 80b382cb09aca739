"""What is recognized of a text."""

from __future__ import annotations

from collections.abc import Callable

from glossary.recognition.model import Reading

# Reads a text with a glossary of concepts: `reading(text, concept, …, lang=None, overlaps=False)`.
Read = Callable[..., Reading]


def words(reading: Reading) -> list[str]:
    """Return what was recognized, as it is written; each must stand where it is said to."""
    for found in reading.terms:
        assert reading.text[found.start : found.end] == found.text
    return [found.text for found in reading.terms]
