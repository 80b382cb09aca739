"""Concepts of an index as values, for what needs more of them than their ready JSON."""

from __future__ import annotations

from collections.abc import Iterator

from glossary import Concept, Glossary, concept_from_fragment


def find_concept(glossary: Glossary, concept_id: str) -> Concept | None:
    """Return the concept with this id, None where there is none."""
    fragment = glossary.concept(concept_id)
    return concept_from_fragment(fragment) if fragment else None


def every_concept(glossary: Glossary) -> Iterator[Concept]:
    """Yield the concepts in the editor's order, some at a time."""
    return map(concept_from_fragment, glossary.fragments())
