"""The glossary: searched and browsed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from flask import url_for

from api.library import library
from api.near_terms import near_terms
from api.pages.blueprint import PageQuerySchema, page
from api.pages.forms import Option, options
from api.pages.names import both_names
from api.pages.parts import part_links
from api.pages.view import View
from api.pages.words import Texts, Words, label, texts, texts_there_are
from api.terms import Facets, TermQuerySchema, term_query
from glossary import (
    Glossary,
    Hit,
    Match,
    MatchKind,
    MatchMode,
    Status,
    SubjectField,
    TermFilter,
    TermQuery,
    concept_from_fragment,
)
from translations import CONTENT_LANGUAGES, ENDONYMS


class TermPageQuerySchema(PageQuerySchema, TermQuerySchema):
    """What to look for."""


@dataclass(frozen=True, slots=True)
class FieldLink:
    """A subject field to browse."""

    title: Texts
    href: str
    current: bool


@dataclass(frozen=True, slots=True)
class Found:
    """Why a concept was found, and what to write where the term found is not to be used."""

    term: Words
    form: Words
    kind: MatchKind
    status: Status
    use: Words | None


@dataclass(frozen=True, slots=True)
class ConceptCard:
    """A concept in a list: its preferred term in the languages of the view and in the others."""

    id: str
    href: str
    names: Texts
    others: Texts
    definition: Texts
    field: Texts
    found: Found | None


@dataclass(frozen=True, slots=True)
class SearchForm:
    """The search box with what was asked; `any_mode` is what the text of no mode is called."""

    q: str
    any_mode: str
    modes: tuple[Option, ...]
    languages: tuple[Option, ...]
    fields: tuple[Option, ...]
    sections: tuple[Option, ...]
    statuses: tuple[Option, ...]

    @property
    def narrowed(self) -> bool:
        """Whether anything but the text was chosen."""
        chosen = (*self.modes, *self.languages, *self.fields, *self.sections, *self.statuses)
        return any(option.selected for option in chosen)


@dataclass(frozen=True, slots=True)
class NearLink:
    """A term near a query that found nothing; its search is not narrowed, for that may be why."""

    term: str
    href: str


@dataclass(frozen=True, slots=True)
class TermsPage:
    """terms.html"""

    form: SearchForm
    fields: tuple[FieldLink, ...]
    cards: tuple[ConceptCard, ...]
    near: tuple[NearLink, ...]
    total: int
    offset: int
    parts: dict[str, str]


@page("/terms", "terms.html", TermPageQuerySchema)
def terms(view: View, query: dict[str, Any]) -> TermsPage:
    """Search and browse the glossary."""
    glossary = library().glossary
    wanted = term_query(Facets(glossary), query)
    found = glossary.search(wanted)
    fields = glossary.subject_fields()
    titles = {field.id: texts(field.title, view) for field in fields}
    return TermsPage(
        form=_form(view, query, wanted.only, fields),
        fields=tuple(field_link(view, field, wanted.only.field) for field in fields),
        cards=tuple(_card(view, hit, titles) for hit in found.hits),
        near=() if found.total else tuple(_near(view, glossary, wanted)),
        total=found.total,
        offset=query["offset"],
        parts=part_links(found.total, query["limit"], query["offset"]),
    )


def _form(
    view: View, query: Mapping[str, Any], only: TermFilter, fields: tuple[SubjectField, ...]
) -> SearchForm:
    language = view.primary
    return SearchForm(
        q=query["q"],
        any_mode=label(MatchMode.AUTO),
        modes=options(((mode, label(mode)) for mode in MatchMode if mode != MatchMode.AUTO), query["match"]),
        languages=tuple(Option(tag, ENDONYMS[tag], tag == only.lang, tag) for tag in CONTENT_LANGUAGES),
        fields=options(((field.id, field.title[language]) for field in fields), only.field),
        sections=options(_section_names(language), only.section),
        statuses=options(((status, label(status)) for status in Status), only.status),
    )


def _section_names(language: str) -> list[tuple[str, str]]:
    known = set(library().glossary.sections())
    articles = library().summaries.articles().items
    named = [(f"{a.id}/{s.id}", s.title[language]) for a in articles for s in a.sections]
    return [(value, text) for value, text in named if value in known]


def field_link(view: View, field: SubjectField, current: str | None) -> FieldLink:
    """Return a link to the concepts of `field`; `current` is the id of the one that is shown."""
    href = url_for("pages.terms", view=view, field=field.id)
    return FieldLink(texts(field.title, view), href, field.id == current)


def _card(view: View, hit: Hit, titles: Mapping[str, Texts]) -> ConceptCard:
    concept = concept_from_fragment(hit.fragment)
    names, others = both_names(concept, view)
    return ConceptCard(
        id=concept.id,
        href=url_for("pages.term", view=view, term_id=concept.id),
        names=_with_found(names, hit.match),
        others=_with_found(others, hit.match),
        definition=texts_there_are(concept.definition, view),
        field=titles[concept.subject_field],
        found=_found(hit.match) if hit.match else None,
    )


def _with_found(names: Texts, match: Match | None) -> Texts:
    """Return `names`, in those that are the term that was found the part that was."""
    if match is None:
        return names
    return tuple(replace(name, found=match.form) if name.text == match.term else name for name in names)


def _near(view: View, glossary: Glossary, wanted: TermQuery) -> Iterator[NearLink]:
    for term in near_terms(glossary, wanted):
        yield NearLink(term, url_for("pages.terms", view=view, q=term))


def _found(match: Match) -> Found:
    status = Status(match.status)
    use = Words(match.lang, match.use) if match.use else None
    return Found(
        Words(match.lang, match.term), Words(match.lang, match.form), MatchKind(match.kind), status, use
    )
