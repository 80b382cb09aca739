"""Concepts as short as a test needs them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from glossary import Concept, ConceptType, PartOfSpeech, Status, Term, TermType


def concept(
    id_: str,
    *terms: str | tuple[str, str] | Term,
    distractors: Sequence[str] = (),
    name: bool = False,
    **others: Any,
) -> Concept:
    """Return a concept; a term is a text (English if ASCII, else simplified Chinese), or a text and its language."""
    part_of_speech = PartOfSpeech.PROPER_NOUN if name else PartOfSpeech.NOUN
    made = tuple(each if isinstance(each, Term) else _term(each, part_of_speech) for each in terms)
    return Concept(id_, ConceptType.GENERAL, "ports", None, made, distractors=tuple(distractors), **others)


def _term(text: str | tuple[str, str], part_of_speech: PartOfSpeech) -> Term:
    if isinstance(text, str):
        text = (text, "en" if text.isascii() else "zh-Hans")
    return Term(*text, Status.PREFERRED, TermType.FULL_FORM, part_of_speech)
