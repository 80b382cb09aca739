"""Concepts as the entities of the protocol: what they are called, what they are, of which types."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property, lru_cache
from typing import Any

from api.library import Library
from api.messages import message
from api.negotiation import words
from glossary import Concept, concept_from_fragment
from translations import CONTENT_LANGUAGES, DEFAULT_LANGUAGE, N_

CONCEPT = "concept"
_LONGEST_DESCRIPTION = 300
_KEPT = 1024


class Entities:
    """The concepts of `shelf` for a reader of `language`, while one request is answered.

    The cells of a column are alike: what was read for one of them is kept for the next.
    """

    def __init__(self, shelf: Library, language: str) -> None:
        self.shelf = shelf
        self.language = language
        self.concept = lru_cache(_KEPT)(concept_from_fragment)
        self.name_by_id = lru_cache(_KEPT)(self._name_by_id)

    @cached_property
    def titles(self) -> Mapping[str, str]:
        """The subject fields' titles in the reader's language, by id."""
        return {field.id: field.title[self.language] for field in self.shelf.glossary.subject_fields()}

    @cached_property
    def types(self) -> tuple[dict[str, str], ...]:
        """Every type: the concept, of which all are, and the subject fields."""
        fields = ({"id": id_, "name": title} for id_, title in self.titles.items())
        return ({"id": CONCEPT, "name": message(N_("Concept")).told(words())}, *fields)

    def types_of(self, concept: Concept) -> list[dict[str, str]]:
        """The subject field first: clients show one."""
        field = concept.subject_field
        return [{"id": field, "name": self.titles.get(field, field)}, self.types[0]]

    def name(self, concept: Concept) -> str:
        """The preferred term in the reader's language; in the nearest there is, where that has none."""
        found = (concept.preferred(tag) for tag in self._nearest_first())
        usable = next((term.term for term in found if term), None)
        return usable or next((term.term for term in concept.terms), concept.id)

    def description(self, concept: Concept) -> str:
        """The preferred terms in the other languages, and the definition."""
        name = self.name(concept)
        others = [term.term for tag in CONTENT_LANGUAGES if (term := concept.preferred(tag))]
        names = " · ".join(other for other in dict.fromkeys(others) if other != name)
        definition = concept.definition.nearest(self.language)[1] if concept.definition else ""
        told = " – ".join(part for part in (names, definition) if part)
        return told if len(told) <= _LONGEST_DESCRIPTION else told[: _LONGEST_DESCRIPTION - 1] + "…"

    def described(self, concept: Concept) -> dict[str, Any]:
        """Identifier, name and description, as every answer begins."""
        return {"id": concept.id, "name": self.name(concept), "description": self.description(concept)}

    def _name_by_id(self, concept_id: str) -> str | None:
        """Return the name of the concept with this id, None where there is none."""
        fragment = self.shelf.glossary.concept(concept_id)
        return self.name(concept_from_fragment(fragment)) if fragment else None

    def _nearest_first(self) -> list[str]:
        own = self.language
        return sorted(CONTENT_LANGUAGES, key=lambda t: (t != own, t[:2] != own[:2], t != DEFAULT_LANGUAGE))
