"""What is told of a concept when its column is extended, and what further columns can be held against."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from api.messages import Message, message
from api.negotiation import words
from api.reconciliation.entities import Entities
from glossary import Concept, Status
from translations import CONTENT_LANGUAGES, ENDONYMS, N_

Value = str | dict[str, str]


@dataclass(frozen=True, slots=True)
class Property:
    """One of the protocol's properties; a value is a text, or for `entities` an id and a name."""

    id: str
    label: Message
    values: Callable[[Concept, Entities], Iterable[Value]]
    entities: bool = False

    @property
    def name(self) -> str:
        """What it is called in the reader's language."""
        return self.label.told(words())


def _preferred(tag: str) -> Property:
    def values(concept: Concept, _entities: Entities) -> Iterable[Value]:
        term = concept.preferred(tag)
        return [term.term] if term else []

    return Property(tag, message(N_("Term ({language})"), language=ENDONYMS[tag]), values)


def _further(tag: str) -> Property:
    def values(concept: Concept, _entities: Entities) -> Iterable[Value]:
        first = concept.preferred(tag)
        return [t.term for t in concept.terms_in(tag) if t.status.usable and t is not first]

    return Property(f"{tag}-also", message(N_("Further terms ({language})"), language=ENDONYMS[tag]), values)


def _avoided(tag: str) -> Property:
    def values(concept: Concept, _entities: Entities) -> Iterable[Value]:
        return [t.term for t in concept.terms_in(tag) if not t.status.usable]

    return Property(
        f"{tag}-avoid", message(N_("Terms to avoid ({language})"), language=ENDONYMS[tag]), values
    )


def _definition(tag: str) -> Property:
    def values(concept: Concept, _entities: Entities) -> Iterable[Value]:
        text = concept.definition.get(tag) if concept.definition else None
        return [text] if text else []

    return Property(
        f"{tag}-definition", message(N_("Definition ({language})"), language=ENDONYMS[tag]), values
    )


def _reading(concept: Concept, _entities: Entities) -> Iterable[Value]:
    term = concept.preferred("zh-Hans") or concept.preferred("zh-Hant")
    return [term.reading] if term and term.reading else []


def _status(concept: Concept, _entities: Entities) -> Iterable[Value]:
    """The best of its terms' statuses: only a concept that nothing may be called has a lesser one."""
    statuses = {term.status for term in concept.terms}
    return [next(status.value for status in Status if status in statuses)] if statuses else []


def _related(concept: Concept, entities: Entities) -> Iterable[Value]:
    named = ((id_, entities.name_by_id(id_)) for id_ in concept.related)
    return [{"id": id_, "name": name} for id_, name in named if name]


def _subject_field(concept: Concept, entities: Entities) -> Iterable[Value]:
    return [entities.titles.get(concept.subject_field, concept.subject_field)]


def _languages(concept: Concept, _entities: Entities) -> Iterable[Value]:
    return [tag for tag in CONTENT_LANGUAGES if concept.terms_in(tag)]


LANGUAGE = "lang"  # of a cell, it says in which language the term is

PROPERTIES: tuple[Property, ...] = (
    *map(_preferred, CONTENT_LANGUAGES),
    *map(_further, CONTENT_LANGUAGES),
    *map(_avoided, CONTENT_LANGUAGES),
    Property("reading", message(N_("Reading")), _reading),
    *map(_definition, CONTENT_LANGUAGES),
    Property("subject-field", message(N_("Subject field")), _subject_field),
    Property("status", message(N_("Status")), _status),
    Property("section", message(N_("Section")), lambda concept, _: concept.sections),
    Property(LANGUAGE, message(N_("Language")), _languages),
    Property("related", message(N_("Related")), _related, entities=True),
    Property("xref", message(N_("The same elsewhere")), lambda concept, _: concept.xrefs),
)
BY_ID = {found.id: found for found in PROPERTIES}
