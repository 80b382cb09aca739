"""The part of a concept that a file in some languages has."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import replace

from glossary.interchange.writing.characters import xml_fault
from glossary.model import Concept, Status, Term
from translations import CONTENT_LANGUAGES, PartialText

_ORDER = list(Status)


def selected(
    concepts: Iterable[Concept], languages: Collection[str], find: Callable[[str], Concept | None]
) -> Iterator[Concept]:
    """Yield the concepts that have a term in one of the content `languages`, without what is in others.

    `find` looks up a concept by id: a reference to one that is not in the file is left out with it.
    """
    for concept in concepts:
        if _has_terms(concept, languages):
            yield _restricted(concept, languages, find)


def best_first(terms: Iterable[Term]) -> list[Term]:
    """Return `terms` with the preferred first: Weblate keeps only the first of each language."""
    return sorted(terms, key=lambda term: _ORDER.index(term.status))


def _restricted(
    concept: Concept, languages: Collection[str], find: Callable[[str], Concept | None]
) -> Concept:
    related = tuple(id_ for id_ in concept.related if _is_there(find(id_), languages))
    if set(languages) >= set(CONTENT_LANGUAGES):
        return replace(concept, related=related)
    return replace(
        concept,
        definition=_texts(concept.definition, languages),
        note=_texts(concept.note, languages),
        terms=tuple(
            replace(term, note=_texts(term.note, languages)) if term.note else term
            for term in concept.terms
            if term.lang in languages
        ),
        related=related,
    )


def _has_terms(concept: Concept, languages: Collection[str]) -> bool:
    return any(term.lang in languages for term in concept.terms)


def _is_there(concept: Concept | None, languages: Collection[str]) -> bool:
    """Whether a reference may lead to `concept`, also in XML, which cannot hold every term."""
    return concept is not None and any(
        term.lang in languages and xml_fault(term.term) is None for term in concept.terms
    )


def _texts(text: PartialText | None, languages: Collection[str]) -> PartialText | None:
    kept = {tag: words for tag, words in text.items() if tag in languages} if text else {}
    return PartialText.from_mapping(kept) if kept else None
