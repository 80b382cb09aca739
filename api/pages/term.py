"""One concept, and all that is known of it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from flask import Response, current_app, url_for

from api.addresses import full_address
from api.concepts import find_concept
from api.editions.model import Item, ItemKind
from api.exporting import concept_as_tbx
from api.library import library
from api.pages.articles import SectionLink, section_link
from api.pages.blueprint import file, page
from api.pages.names import Name, both_names, names_of, other_languages
from api.pages.sentences import Line, Sentences
from api.pages.terms import FieldLink, field_link
from api.pages.view import View
from api.pages.words import Texts, Words, texts, texts_there_are
from api.successors import lead_elsewhere
from glossary import Concept, ConceptType, Term
from summaries import Article, FigureFilter, write_figure
from translations import CONTENT_LANGUAGES, ENDONYMS, resolve

_LINKED = ("https://", "http://")


@dataclass(frozen=True, slots=True)
class TermRow:
    """A term of a concept."""

    term: Term
    use: str
    region: str
    note: Texts


@dataclass(frozen=True, slots=True)
class Language:
    """A language and its terms."""

    lang: str
    name: str
    rows: tuple[TermRow, ...]
    readings: bool
    regions: bool
    uses: bool
    notes: bool


@dataclass(frozen=True, slots=True)
class NameLink:
    """Another concept by name."""

    name: Texts
    href: str


@dataclass(frozen=True, slots=True)
class Statement:
    """A figure that the concept, a person or an institution, is the source of."""

    measures: Texts
    numbers: Texts
    href: str


@dataclass(frozen=True, slots=True)
class Pair:
    """A term and its translation, to be copied into a table."""

    source: Name
    target: Name


@dataclass(frozen=True, slots=True)
class Reference:
    """The same concept elsewhere; what is no address of the web leads nowhere (an empty `href`)."""

    text: str
    href: str


@dataclass(frozen=True, slots=True)
class TermPage:
    """term.html; `address` is the page's own, in full, `tbx` and `json` are those of its files."""

    id: str
    address: str
    names: Texts
    others: Texts
    pairs: tuple[Pair, ...]
    concept_type: ConceptType
    field: FieldLink
    definition: Texts
    note: Texts
    full_form_first: bool
    languages: tuple[Language, ...]
    distractors: tuple[str, ...]
    statements: tuple[Statement, ...]
    related: tuple[NameLink, ...]
    sections: tuple[SectionLink, ...]
    lines: tuple[Line, ...]
    references: tuple[Reference, ...]
    replaces: tuple[str, ...]
    json: str
    tbx: str


@page("/terms/<term_id>", "term.html")
def term(view: View, query: dict[str, Any], term_id: str) -> TermPage:
    """Show everything known of a concept."""
    concept = _concept(term_id)
    articles = _articles(concept)
    names, others = both_names(concept, view)
    field = next(f for f in library().glossary.subject_fields() if f.id == concept.subject_field)
    return TermPage(
        id=concept.id,
        address=full_address(url_for("pages.term", view=view, term_id=concept.id)),
        names=names,
        others=others,
        pairs=tuple(_pairs(view, concept)),
        concept_type=concept.concept_type,
        field=field_link(view, field, None),
        definition=texts_there_are(concept.definition, view),
        note=texts_there_are(concept.note, view),
        full_form_first=concept.full_form_first,
        languages=tuple(
            _language(view, concept, tag)
            for tag in (*view.languages, *other_languages(view))
            if concept.terms_in(tag)
        ),
        distractors=concept.distractors,
        statements=tuple(_statements(view, concept)),
        related=_related(view, concept),
        sections=tuple(_sections(view, concept, articles)),
        lines=tuple(line for a in articles.values() for line in _lines(view, a, concept)),
        references=tuple(Reference(uri, uri if uri.startswith(_LINKED) else "") for uri in concept.xrefs),
        replaces=concept.replaces,
        json=url_for("terms.show_term", term_id=concept.id, locale=view.primary),
        tbx=url_for("pages.term_file", view=view.primary, term_id=concept.id),
    )


def _lines(view: View, article: Article, concept: Concept) -> tuple[Line, ...]:
    figures = library().summaries.figures_by_id(article.id)
    return Sentences(view, article, figures).about("term", concept.id)


@file("/terms/<term_id>/concept.tbx")
def term_file(view: View, term_id: str) -> Response:
    """Give the concept by itself as TBX-Basic, in every language."""
    concept = _concept(term_id)
    response = current_app.response_class(
        concept_as_tbx(library().glossary, concept), mimetype="application/x-tbx"
    )
    response.headers["Content-Language"] = ", ".join(CONTENT_LANGUAGES)
    response.headers.set("Content-Disposition", "attachment", filename=f"{concept.id}.tbx")
    return response


def _concept(term_id: str) -> Concept:
    concept = find_concept(library().glossary, term_id)
    if concept is None:
        lead_elsewhere(Item(ItemKind.TERM, term_id))
    return concept


def _pairs(view: View, concept: Concept) -> Iterator[Pair]:
    """Yield the pairs that a translator copies: of the view's two languages, else Chinese and English."""
    chinese = [view.primary] if view.primary != "en" else [tag for tag in CONTENT_LANGUAGES if tag != "en"]
    sources, targets = ([view.primary], view.languages[1:]) if view.languages[1:] else (chinese, ("en",))
    seen: set[str] = set()
    for source in names_of(concept, sources):
        for target in names_of(concept, targets):
            if source.text not in seen:
                seen.add(source.text)
                yield Pair(source, target)


def _statements(view: View, concept: Concept) -> Iterator[Statement]:
    for figure in library().summaries.figures(FigureFilter(said_by=concept.id)).items:
        written = ((tag, write_figure(figure, resolve(tag).formatting).text) for tag in view.languages)
        yield Statement(
            texts(figure.measures, view),
            tuple(Words(tag, number) for tag, number in written),
            url_for("pages.figure", view=view, figure_id=figure.id),
        )


def _language(view: View, concept: Concept, tag: str) -> Language:
    rows = tuple(_row(view, term) for term in concept.terms_in(tag))
    return Language(
        lang=tag,
        name=ENDONYMS[tag],
        rows=rows,
        readings=any(row.term.reading for row in rows),
        regions=any(row.region for row in rows),
        uses=any(row.use for row in rows),
        notes=any(row.note or row.term.context or row.term.source for row in rows),
    )


def _row(view: View, term: Term) -> TermRow:
    region = term.geographical_usage or ""
    named = view.locale.territories.get(region, region)
    return TermRow(term, term.use or "", named, texts_there_are(term.note, view))


def _related(view: View, concept: Concept) -> tuple[NameLink, ...]:
    names = library().glossary.names(concept.related)
    known = [id_ for id_ in concept.related if id_ in names]
    return tuple(
        NameLink(texts_there_are(names[id_], view), url_for("pages.term", view=view, term_id=id_))
        for id_ in known
    )


def _articles(concept: Concept) -> dict[str, Article]:
    """Return the articles that use `concept`."""
    ids = dict.fromkeys(section.partition("/")[0] for section in concept.sections)
    return {id_: article for id_ in ids if (article := library().summaries.article(id_))}


def _sections(view: View, concept: Concept, articles: Mapping[str, Article]) -> list[SectionLink]:
    return [
        section_link(view, article, section)
        for article in articles.values()
        for section in article.sections
        if f"{article.id}/{section.id}" in concept.sections
    ]
