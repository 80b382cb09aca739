"""Concepts as short as a test needs them, and what is recognized of a text."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from glossary import Concept, ConceptType, PartOfSpeech, Status, Term, TermType
from glossary.recognition.model import Reading

# Reads a text with a glossary of concepts: `reading(text, concept, …, lang=None, overlaps=False)`.
Read = Callable[..., Reading]


def concept(
    id_: str, *terms: str | tuple[str, str] | Term, distractors: Sequence[str] = (), name: bool = False
) -> Concept:
    """Return a concept; a term is a text (English if ASCII, else simplified Chinese), or a text and its language."""
    part_of_speech = PartOfSpeech.PROPER_NOUN if name else PartOfSpeech.NOUN
    made = [each if isinstance(each, Term) else _term(each, part_of_speech) for each in terms]
    return Concept(id_, ConceptType.GENERAL, "test", None, tuple(made), distractors=tuple(distractors))


def _term(text: str | tuple[str, str], part_of_speech: PartOfSpeech) -> Term:
    if isinstance(text, str):
        text = (text, "en" if text.isascii() else "zh-Hans")
    return Term(*text, Status.PREFERRED, TermType.FULL_FORM, part_of_speech)


def words(reading: Reading) -> list[str]:
    """Return what was recognized, as it is written; each must stand where it is said to."""
    for found in reading.terms:
        assert reading.text[found.start : found.end] == found.text
    return [found.text for found in reading.terms]
