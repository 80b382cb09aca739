"""What a page says of a term that stands in its text: a concept at a glance."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from flask import url_for

from api.library import Library
from api.pages.names import Name, names_of, other_languages
from api.pages.view import View
from api.pages.words import Texts, texts, texts_there_are
from glossary import Status, SubjectField, Term, concept_from_fragment, search_key


@dataclass(frozen=True, slots=True)
class Usage:
    """The status of a term that is not the preferred one, and what to write instead of one to avoid."""

    status: Status
    use: str


@dataclass(frozen=True, slots=True)
class TermNote:
    """A concept at a glance.

    `names` are in the languages of the view, `others` in the rest, where the view has one language only; `definition` and `field` are in the view's
    languages, or in the nearest one that there is.
    """

    id: str
    href: str
    names: tuple[Name, ...]
    others: tuple[Name, ...]
    definition: Texts
    field: Texts
    terms: tuple[Term, ...]

    def by_status(self, languages: tuple[str, ...]) -> Iterator[tuple[Status, tuple[Term, ...]]]:
        """Yield the terms in `languages` that are not preferred, by what may be done with them."""
        for status in Status:
            terms = tuple(term for term in self.terms if term.status is status and term.lang in languages)
            if terms and status is not Status.PREFERRED:
                yield status, terms

    def usage(self, text: str, lang: str) -> Usage | None:
        """Return how it stands with `text`, as written in a sentence in `lang`; None where it may stand as it is.

        Another form of a term, a plural for instance, is not looked into.
        """
        key = search_key(text)
        written = [term for term in self.terms if term.lang == lang and search_key(term.term) == key]
        term = min(written, key=lambda term: term.status.weight, default=None)
        if term is None or term.status is Status.PREFERRED:
            return None
        return Usage(term.status, term.use or "")


class TermNotes:
    """Makes the notes of a page in `view`; those of `ids` are read in one statement."""

    def __init__(self, library: Library, view: View, ids: Iterable[str] = ()) -> None:
        self._glossary = library.glossary
        self._view = view
        self._fields: Mapping[str, SubjectField] | None = None
        self._notes: dict[str, TermNote | None] = {}
        self.read(ids)

    def read(self, ids: Iterable[str]) -> None:
        """Read the concepts with these ids, those that are not here yet, in one statement."""
        missing = [id_ for id_ in dict.fromkeys(ids) if id_ not in self._notes]
        if missing:
            found = self._glossary.concepts(missing)
            self._notes |= {id_: self._noted(found[id_]) if id_ in found else None for id_ in missing}

    def note(self, term_id: str) -> TermNote | None:
        """Return the note of the concept with this id, None where there is none."""
        self.read((term_id,))
        return self._notes[term_id]

    def _noted(self, fragment: str) -> TermNote:
        concept = concept_from_fragment(fragment)
        return TermNote(
            id=concept.id,
            href=url_for("pages.term", view=self._view, term_id=concept.id),
            names=names_of(concept, self._view.languages),
            others=names_of(concept, other_languages(self._view)) if len(self._view.languages) == 1 else (),
            definition=texts_there_are(concept.definition, self._view),
            field=texts(self._field(concept.subject_field).title, self._view),
            terms=concept.terms,
        )

    def _field(self, id_: str) -> SubjectField:
        if self._fields is None:
            self._fields = {field.id: field for field in self._glossary.subject_fields()}
        return self._fields[id_]
